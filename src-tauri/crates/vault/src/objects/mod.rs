//! Originals, sealed as standard age v1 files (<https://c2sp.org/age>): each by itself, or many small ones together.

pub(crate) mod attach;
pub(crate) mod batch;
pub(crate) mod id;
pub(crate) mod list;
pub(crate) mod meta;
pub(crate) mod pack;
pub(crate) mod pipeline;
pub(crate) mod read;
mod source;
