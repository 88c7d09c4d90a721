//! The same work on many things, on as many threads as the machine has.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// More threads than this only take memory: each holds a document or a run of the typesetter.
const MOST: usize = 4;

/// How many threads are used for so many things.
pub(crate) fn threads(count: usize) -> usize {
    thread::available_parallelism().map_or(1, usize::from).clamp(1, MOST).min(count)
}

/// A thread with a stack deep enough for the nesting that readers and typesetter allow, in debug builds too.
///
/// # Errors
/// When the system gives no thread.
pub(crate) fn spawn<'scope, 'env>(
    scope: &'scope thread::Scope<'scope, 'env>,
    work: impl FnOnce() + Send + 'scope,
) -> std::io::Result<()> {
    thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).map(drop)
}

/// Room for the deepest nesting.
pub(crate) const STACK: usize = 64 * 1024 * 1024;

/// Does `work` on the numbers below `count` and gives the results in their order; nothing where the work was stopped before, or the system
/// gave no thread. `told` hears each number that is done, on this thread, and may stop the work.
pub(crate) fn side_by_side<T: Send>(
    count: usize,
    work: impl Fn(usize) -> T + Sync,
    told: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Vec<Option<T>> {
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let mut found: Vec<Option<T>> = (0..count).map(|_| None).collect();
    // Bounded, so that nobody runs far ahead of a stop.
    let (done, finished) = mpsc::sync_channel(threads(count));
    thread::scope(|scope| {
        for _ in 0..threads(count) {
            let (done, next, stopped, work) = (done.clone(), &next, &stopped, &work);
            let one_after_another = move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= count || stopped.load(Ordering::Relaxed) || done.send((index, work(index))).is_err() {
                        return;
                    }
                }
            };
            // Where the system gives no thread, what is not done is found missing by the caller.
            let _ = spawn(scope, one_after_another);
        }
        drop(done);
        for (index, result) in &finished {
            found[index] = Some(result);
            if told(index).is_break() {
                stopped.store(true, Ordering::Relaxed);
            }
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_their_order_and_all_are_heard_of() {
        let mut heard = Vec::new();
        let found = side_by_side(100, |n| n * n, &mut |n| {
            heard.push(n);
            ControlFlow::Continue(())
        });
        heard.sort_unstable();
        assert_eq!(heard, (0..100).collect::<Vec<_>>());
        assert_eq!(found, (0..100).map(|n| Some(n * n)).collect::<Vec<_>>());
    }

    #[test]
    fn a_stop_leaves_the_rest_undone() {
        let found = side_by_side(10_000, |n| n, &mut |_| ControlFlow::Break(()));
        assert!(found.iter().flatten().count() < 10_000);
        assert!(found.iter().flatten().count() >= 1);
    }
}
