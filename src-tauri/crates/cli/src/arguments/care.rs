//! What can be typed to keep a vault safe.

use std::path::PathBuf;

use clap::Subcommand;

/// Keeping a vault safe.
#[derive(Debug, Subcommand)]
pub enum Care {
    /// Make a backup in a folder or on a stick, or bring the one there up to date. It opens by itself with the same passphrase.
    Backup { vault: PathBuf, dest: PathBuf },
    /// Make a vault anew from a backup. Nothing is written over.
    Restore {
        backup: PathBuf,
        vault: PathBuf,
        /// Use one of the earlier records files that the backup keeps, by its path in the backup.
        #[arg(long, value_name = "FILE")]
        records: Option<PathBuf>,
    },
    /// Read everything and repair what can be repaired. What is damaged is kept aside.
    Repair {
        vault: PathBuf,
        /// A backup to take good copies from.
        #[arg(long, value_name = "BACKUP")]
        from: Option<PathBuf>,
    },
    /// Where the records are lost and there is no backup: make new ones with the originals in them.
    RebuildIndex { vault: PathBuf },
}
