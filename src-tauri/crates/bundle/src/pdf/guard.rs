//! The outer door: strangers' documents are read on a thread with a deep stack, and a failure of the reader is an answer, not an end.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use super::refused::{Refused, RefusedKind};
use crate::side_by_side::STACK;

/// Runs `work` with a deep stack.
///
/// # Errors
/// [`RefusedKind::Failed`] when the work panicked or no thread could be started.
pub(crate) fn on_big_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, Refused> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || catch(work));
        match thread.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(result)) => result,
            _ => Err(failed()),
        }
    })
}

/// Runs `work` here and turns a panic into a refusal.
///
/// # Errors
/// [`RefusedKind::Failed`].
pub(crate) fn catch<T>(work: impl FnOnce() -> T) -> Result<T, Refused> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| failed())
}

fn failed() -> Refused {
    Refused::new(RefusedKind::Failed, "The PDF reader failed on this file.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_refusal() {
        let refused = on_big_stack(|| -> u8 { panic!("as expected in this test") }).expect_err("a panic");
        assert_eq!(refused.kind, RefusedKind::Failed);
    }

    #[test]
    fn the_stack_is_deep() {
        fn down(n: u32) -> u64 {
            let room = std::hint::black_box([n; 256]);
            if n == 0 { u64::from(room[0]) } else { down(n - 1) + u64::from(room[255] > 0) }
        }
        assert_eq!(on_big_stack(|| down(10_000)), Ok(10_000));
    }
}
