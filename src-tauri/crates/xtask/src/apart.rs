//! Running a program where there is no network but this machine's own loopback: a name space of its own (Linux, `unshare(1)`).

use std::process::Command;

use crate::shell;

/// What the tests are told by, so that they can hold it against what they see.
pub const TOLD_BY: &str = "RECOURSE_APART";

/// Inside, loopback has to be brought up; then the program takes the shell's place.
const UP: &str = r#"ip link set lo up && exec "$@""#;

/// Ways into a name space: as the system's administrator, or as an ordinary person who becomes one inside it.
const WAYS: [&[&str]; 2] = [&["--net"], &["--map-root-user", "--net"]];

/// The same command apart from every network; none where this machine does not let one do that.
pub fn apart(command: &Command) -> Option<Command> {
    let way =
        WAYS.into_iter().find(|way| shell::there("unshare", &[way, &["sh", "-c", UP, "sh", "true"][..]].concat()))?;
    let mut inside = Command::new("unshare");
    inside.args(way).args(["sh", "-c", UP, "sh"]).arg(command.get_program()).args(command.get_args());
    inside.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?)))).env(TOLD_BY, "yes");
    if let Some(folder) = command.get_current_dir() {
        inside.current_dir(folder);
    }
    Some(inside)
}

#[cfg(test)]
mod tests {
    use super::{TOLD_BY, apart};
    use crate::shell;

    #[test]
    fn inside_there_is_nothing_but_loopback() {
        let script = format!("cat /proc/net/dev; echo ${TOLD_BY}");
        let Some(inside) = apart(&shell::command(std::path::Path::new("/"), "sh", &["-c", &script])) else {
            println!("left out: this machine makes no name spaces");
            return;
        };
        let said = shell::answer(inside).expect("it works a second time");
        let ways: Vec<&str> =
            said.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name.trim()).collect();
        assert_eq!(ways, ["lo"]);
        assert!(said.ends_with("yes\n"), "{said}");
    }
}
