//! How a command ends: 0 done, 1 the answer is "no", 2 usage, 3 could not.

use std::fmt;

use recourse_contract::types::Failure;
use recourse_organiser::Error;

/// How a command that ran ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// The answer is "no": something was found, or some files could not be kept.
    No,
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Trouble {
    /// It was asked for in the wrong way.
    Usage(String),
    /// It could not be done; nothing half-done was left behind.
    Could(Failure),
}

impl Trouble {
    /// The process's exit code.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Could(_) => 3,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(sentence) => f.write_str(sentence),
            Self::Could(failure) if failure.advice.is_empty() => f.write_str(&failure.message),
            Self::Could(failure) => write!(f, "{} {}", failure.message, failure.advice),
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Could(recourse_contract::failure(&error))
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        // Words that are no date, or a field left empty, are the asker's to mend.
        if matches!(failure.code.as_str(), "date" | "field") {
            Self::Usage(failure.message)
        } else {
            Self::Could(failure)
        }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::Could(Failure {
            code: "io".to_owned(),
            message: format!("{}.", recourse_vault::in_words(&error)),
            advice: String::new(),
            field: None,
        })
    }
}
