//! Originals, each sealed as one standard age v1 file (<https://c2sp.org/age>).

pub(crate) mod attach;
pub(crate) mod batch;
pub(crate) mod id;
pub(crate) mod list;
pub(crate) mod meta;
mod pipeline;
pub(crate) mod read;
mod source;
