//! The subject of Recourse: the records a person keeps after a data breach, and the dates in them.
//!
//! Everything here is a plain type or a pure function. There is no clock, no disk and no database: time and chance are handed in by the caller.

pub mod calendar_file;
pub mod categories;
pub mod choices;
pub mod dates;
pub mod ids;
pub mod membership;
pub mod money;
pub mod notice_check;
pub mod records;
pub mod rich;
pub mod rules;
pub mod search;
pub mod timeline;

pub use dates::{DateKind, DateProblem, StatedDate};
pub use ids::{FileId, RecordId, RecordKind, Reference};
