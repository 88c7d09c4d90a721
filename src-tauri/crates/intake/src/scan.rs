//! A page made ready for a machine to read: upright, level, evenly lit, its letters of the size that reading programs like.
//!
//! [`page::prepare`] is the whole way; everything else here is a pure function on grey pictures. The reading itself is another program's work and no
//! part of this crate.

mod ask;
mod grey;
mod ground;
pub mod page;
mod size;
mod skew;
mod warp;

pub use ask::{ScanOrder, Scanned};
pub use grey::Grey;
pub use warp::{Area, Way};
