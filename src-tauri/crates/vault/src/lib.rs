//! Keys, slots and sealed objects of a Recourse vault.
//!
//! A vault is one folder that can be copied and opened elsewhere:
//!
//! ```text
//! README.txt                    how to recover with the `age` tool
//! vault.json, vault.json.bak    header and key slots, two copies
//! records.db                    the database; this crate only knows its path and its key
//! objects/ab/<id>.age           one standard age v1 file per original
//! objects/ab/<id>.meta.age      its name, size, sum, type and times
//! objects/ab/<id>.pack.age      many small originals together, with the same of each (`objects/pack`)
//! lock                          advisory lock
//! tmp/                          encrypted temporaries, emptied at open
//! damaged/                      what a repair moved aside
//! earlier/                      in a backup only: the records as they were before
//! ```
//!
//! [`Vault`] is the locked folder, [`OpenVault`] the opened one. The crate knows no SQL and reads no
//! clock; times are handed in as RFC 3339 text and randomness comes through [`Chance`].
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod chance;
mod change;
mod copy;
mod create;
mod durable;
mod encode;
mod error;
mod hardening;
mod header;
mod header_file;
mod kdf;
mod keys;
mod layout;
mod lock;
mod objects;
mod open;
mod passphrase;
mod recovery;
mod secret;
mod sheet;
mod slot;
mod strangers;
mod vault;

pub use chance::{Chance, OsChance};
pub use change::PendingSlot;
pub use copy::{Copied, CopyFolder, CopyStep, DAMAGED_FOLDER, EARLIER_FOLDER};
pub use create::NewVault;
pub use error::{SourceProblem, VaultError, in_words};
pub use hardening::forbid_core_dumps;
pub use header::{SlotKind, SlotSummary};
pub use header_file::HeaderCopy;
pub use kdf::KdfParams;
pub use layout::{DATABASE_FILE, HEADER_BACKUP_FILE, HEADER_FILE, LOCK_FILE, OBJECTS_FOLDER};
pub use objects::attach::Attached;
pub use objects::batch::BatchItem;
pub use objects::id::{NotHex, ObjectId, Sha256Sum};
pub use objects::list::ObjectList;
pub use objects::meta::{Facts, ObjectMeta, Sighting};
pub use objects::read::ObjectReader;
pub use open::{HeaderRepair, OpenVault};
pub use secret::Secret;
pub use sheet::{CODE_IS_FOR, KEEP_IT, KEY_COMMAND, KEY_IS_FOR, RecoverySheet};
pub use vault::Vault;

/// What this crate's calls return.
pub type Result<T> = std::result::Result<T, VaultError>;
