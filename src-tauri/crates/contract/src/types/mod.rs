//! The requests and replies, one file a subject.

mod bundle;
mod claim;
mod common;
mod contact;
mod document;
mod evidence;
mod letter;
mod mailbox;
mod notice;
mod question;
mod request;
mod search;
mod statement;
mod timeline;
mod told;
mod vault;
mod version;
mod words;

pub use bundle::*;
pub use claim::*;
pub use common::*;
pub use contact::*;
pub use document::*;
pub use evidence::*;
pub use letter::*;
pub use mailbox::*;
pub use notice::*;
pub use question::*;
pub use request::*;
pub use search::*;
pub use statement::*;
pub use timeline::*;
pub use told::*;
pub use vault::*;
pub use version::*;
pub use words::*;
