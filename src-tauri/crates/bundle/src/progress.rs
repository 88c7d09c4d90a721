//! How far a long job is, and how it is stopped.

use std::ops::ControlFlow;

/// The part of the job that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Looking at files as they lie on the disk.
    Arriving,
    /// Reading documents and finding the way to place each.
    Reading,
    /// Setting the generated pages.
    Setting,
    /// Joining, numbering and linking all pages.
    Joining,
    /// Writing the ZIP. `done` and `of` are bytes.
    Packing,
    /// Checking a bundle. `done` and `of` are bytes.
    Checking,
}

/// One report of progress.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The part under way.
    pub stage: Stage,
    /// How much of it is done.
    pub done: u64,
    /// How much there is in all; 0 when not known.
    pub of: u64,
    /// What is being worked on: a title or a name. May be empty.
    pub what: &'a str,
}

/// Told of progress; answers [`ControlFlow::Break`] to stop the job. A stopped job leaves nothing behind.
pub type Watch<'a> = &'a (dyn Fn(Progress<'_>) -> ControlFlow<()> + 'a);

/// A watch that wants to know nothing and never stops the job.
pub fn unwatched() -> Watch<'static> {
    &|_| ControlFlow::Continue(())
}

/// The job was stopped by its watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped before it was finished")]
pub struct Stopped;

/// Reports and turns the answer into a result.
pub(crate) fn report(watch: Watch<'_>, progress: Progress<'_>) -> Result<(), Stopped> {
    match watch(progress) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Stopped),
    }
}
