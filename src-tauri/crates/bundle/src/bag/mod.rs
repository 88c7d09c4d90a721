//! The ZIP: a BagIt 1.0 bag (RFC 8493) with the bundle, the originals byte for byte, and the record as data.

mod csv_cells;
mod error;
mod gate;
mod info;
mod layout;
mod pack;
mod readme;
mod record;
pub(crate) mod stamp_request;
mod streams;
mod tables;
mod writer;

pub use csv_cells::{cell, safe_cell, table_csv, table_jsonl};
pub use error::BagError;
pub use layout::{ORIGINALS, bag_name, original_paths};
pub use pack::{BagReport, pack};
pub use record::SCHEMA;
pub use writer::PackedFile;
