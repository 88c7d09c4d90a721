//! What can be typed about what was changed.

use std::path::PathBuf;

use clap::Subcommand;
use recourse_domain::Reference;

/// What was changed, taking it back, and the bin.
#[derive(Debug, Subcommand)]
pub enum Changes {
    /// What was changed, newest first; of one record with its reference.
    History {
        vault: PathBuf,
        reference: Option<Reference>,
        /// Only entries with these words.
        #[arg(long, default_value = "")]
        words: String,
        /// How many entries at most.
        #[arg(long, value_name = "NUMBER", default_value_t = 200)]
        limit: usize,
    },
    /// Take back the last thing that was done; with --redo, do again what was taken back last.
    Undo {
        vault: PathBuf,
        #[arg(long)]
        redo: bool,
    },
    /// Move a record to the bin.
    Delete { vault: PathBuf, reference: Reference },
    /// What lies in the bin.
    Bin {
        vault: PathBuf,
        /// Take this record out of the bin.
        #[arg(long, value_name = "REF", conflicts_with = "empty")]
        restore: Option<Reference>,
        /// Delete everything in the bin for good: its words, its files, and its words in the history. Bundles already given away and backups keep them.
        #[arg(long)]
        empty: bool,
    },
}
