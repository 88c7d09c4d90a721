//! The SQLCipher database of a Recourse vault.
//!
//! [`Database`] opens and closes the file. [`Database::reading`] answers questions; [`Database::transaction`] changes things, all or nothing, and every
//! change to a record is written to the history in the same transaction. The store reads no clock and draws no random numbers: both are handed in.
//!
//! A table's migration, row and statements are in one file under `table/`.

mod chain;
mod columns;
mod connect;
mod database;
mod entry;
mod error;
mod integrity;
mod live;
mod migrate;
mod odd_times;
mod reading;
mod search;
mod snapshot;
mod stored;
mod table;
mod writing;

pub use chain::{BrokenChain, ChainCheck, ChainFault, ChainHead};
pub use database::Database;
pub use entry::{
    Count, Draft, FilesOf, Filter, Found, Heading, Hit, MailHeaders, NewEntry, Occasion, Question, Shelf, SnippetPart,
    TextSource,
};
pub use error::{Result, StoreError};
pub use integrity::Integrity;
pub use migrate::SCHEMA_VERSION;
pub use reading::Reading;
pub use stored::Stored;
pub use table::change::{Change, ChangeKind, Sought};
pub use table::change_turn::Turn;
pub use table::machine_page::MachinePage;
pub use table::machine_state::{MachineState, MachineTally};
pub use writing::{Erased, Writing};
