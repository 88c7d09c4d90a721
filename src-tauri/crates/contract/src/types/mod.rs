//! The requests and replies, one file a subject.

mod bundle;
mod claim;
mod common;
mod document;
mod evidence;
mod letter;
mod notice;
mod vault;

pub use bundle::*;
pub use claim::*;
pub use common::*;
pub use document::*;
pub use evidence::*;
pub use letter::*;
pub use notice::*;
pub use vault::*;
