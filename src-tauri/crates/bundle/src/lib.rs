//! Makes the claim bundle and checks it: model in, bytes out.
//!
//! - [`model`]: the bundle's own model, plain data.
//! - [`compose`]: the model becomes `bundle.pdf`.
//! - [`bag`]: the ZIP, a BagIt 1.0 bag with the bundle, the originals and the record.
//! - [`letter`]: a letter to go out, as PDF, Word file and mail.
//! - [`sheet`]: the recovery sheet of a vault, to print.
//! - [`verify`]: whether a bag is whole and unchanged.
//!
//! This crate opens no vault and no database, uses no network and asks no clock.

pub mod bag;
pub mod compose;
pub mod digest;
pub mod letter;
pub mod model;
pub mod names;
mod pages;
pub mod pdf;
pub mod picture;
pub mod progress;
pub mod report;
pub mod sheet;
mod side_by_side;
pub mod verify;
mod whole;
