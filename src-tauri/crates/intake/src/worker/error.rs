//! What can go wrong between the program and its worker.

use std::io;

use crate::{Problem, ProblemCode};

/// Why a job brought nothing. The original file is untouched and kept by the caller in every case.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The worker process could not be started.
    #[error("Recourse could not start its reading process: {0}")]
    Start(#[source] io::Error),
    /// The source of the bytes failed while they were handed over.
    #[error("the file could not be handed to the reading process: {0}")]
    Input(#[source] io::Error),
    /// The job looked at the file and says why it cannot be done.
    #[error("{0}")]
    Problem(Problem),
    /// The process ended without an answer: a fault in a parser, or a limit of memory or processor time.
    #[error("This file could not be read: the reading process stopped.")]
    Died,
    /// The process was still busy when its time was over.
    #[error("This file could not be read: it took too long.")]
    TimedOut,
    /// The process answered something that is not an answer, or too much of it.
    #[error("This file could not be read: the reading process gave no sensible answer.")]
    Nonsense,
}

impl WorkerError {
    /// The problem to put on the file, or the error itself where the file is not to blame.
    ///
    /// # Errors
    /// Gives back `Start` and `Input`, which say nothing about the file.
    pub fn into_problem(self) -> Result<Problem, Self> {
        match self {
            Self::Problem(problem) => Ok(problem),
            Self::Died | Self::TimedOut | Self::Nonsense => Ok(Problem::new(ProblemCode::Unreadable, self.to_string())),
            Self::Start(_) | Self::Input(_) => Err(self),
        }
    }
}
