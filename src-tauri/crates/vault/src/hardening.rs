//! Keeping keys out of files that the system writes by itself.

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

use crate::Result;
use crate::error::disk_errno;

/// Forbids core dumps of this process: a crash must not write keys to the disk.
///
/// Programs call it before they ask for a passphrase. The limit also passes to child processes; the
/// second step covers systems that hand dumps to a program and ignore the limit.
///
/// # Errors
/// What the system said, when it refuses.
pub fn forbid_core_dumps() -> Result<()> {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    setrlimit(Resource::Core, none).map_err(disk_errno("turn off core dumps"))?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable).map_err(disk_errno("turn off core dumps"))
}

#[cfg(test)]
mod tests {
    use rustix::process::{dumpable_behavior, getrlimit};

    use super::*;

    #[test]
    fn core_dumps_are_off_afterwards() {
        forbid_core_dumps().unwrap();
        assert_eq!(getrlimit(Resource::Core).current, Some(0));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
