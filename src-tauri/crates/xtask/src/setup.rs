//! Puts on the machine what is missing, by name, and says so. Done before `run` and before `test`; costs nothing when all is there.

mod apt;
mod npm;
mod pypi;

use crate::house::House;
use crate::shell::{self, Stop};

/// What the machine is set up for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Building the programs and opening the window.
    Running,
    /// That, and the tools the tests check the results with.
    Testing,
    /// That of running, and the programs that ours is measured beside.
    Measuring,
}

/// Sets the machine up for the given purpose.
pub fn setup(house: &House, purpose: For) -> Result<(), Stop> {
    apt::packages(purpose)?;
    node()?;
    npm::modules(house)?;
    if purpose == For::Running { Ok(()) } else { pypi::packages(house) }
}

/// The window is built by Vite, which needs Node; Node is not installed here because Debian 12's own (18) is too old.
fn node() -> Result<(), Stop> {
    const ADVICE: &str = "Node 20.19 or newer with npm is needed to build the window; see https://nodejs.org";
    if !shell::there("npm", &["--version"]) {
        return Err(Stop::new(ADVICE));
    }
    let version = shell::answer(shell::command(std::path::Path::new("."), "node", &["--version"]))?;
    if new_enough(&version) {
        return Ok(());
    }
    Err(Stop::new(format!("this machine has Node {}. {ADVICE}", version.trim())))
}

fn new_enough(version: &str) -> bool {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(|n| n.parse::<u32>().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= (20, 19)
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn node_versions_are_compared_as_numbers() {
        assert!(new_enough("v20.19.2\n"));
        assert!(new_enough("v22.1.0"));
        assert!(!new_enough("v20.9.0"));
        assert!(!new_enough("v18.20.4"));
        assert!(!new_enough("nonsense"));
    }
}
