//! Pages this program makes itself: cover, summary, index, chronology, lists, what was told, effects, slip sheets, mail and text; and pictures.

pub(crate) mod documents;
pub(crate) mod effects;
pub(crate) mod front;
pub(crate) mod guess;
pub(crate) mod keys;
pub(crate) mod lists;
pub mod pictures;
pub(crate) mod rich;
pub(crate) mod schedule;
mod set;
mod spots;
pub(crate) mod told;
mod words;
mod world;

pub use set::SetError;
pub(crate) use set::{SetPages, set, set_tagged, set_with};
pub(crate) use world::OWN_FONTS;
