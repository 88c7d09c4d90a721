//! Answers the commands that work on an open vault: unpack, call the organiser, pack.

mod bin;
mod bundle;
mod claim;
mod clock;
mod contact;
mod draft_letter;
mod effects;
mod evidence;
mod files;
mod history;
mod letter;
mod limits;
mod notice;
mod particulars;
mod people;
mod question;
mod record;
mod redaction;
mod request;
mod safety;
mod search;
mod statement;
mod timeline;
mod told;
mod version;
mod words;

use recourse_organiser::session::{Session, Unlocked};
use serde_json::Value;

use crate::types::*;
use crate::{pack, unpack};

pub use bin::*;
pub use bundle::*;
pub use claim::*;
pub use contact::*;
pub use draft_letter::*;
pub use effects::*;
pub use evidence::*;
pub use files::*;
pub use history::*;
pub use letter::*;
pub use limits::*;
pub use notice::*;
pub use particulars::*;
pub use people::*;
pub use question::*;
pub use record::*;
pub use redaction::*;
pub use request::*;
pub use safety::*;
pub use search::*;
pub use statement::*;
pub use timeline::*;
pub use told::*;
pub use version::*;
pub use words::*;

/// What every room works on.
pub type Room = Session<Unlocked>;

/// What every room answers.
pub type Answer<T> = Result<T, Failure>;

/// Where a command is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On an open vault.
    Room,
    /// At the window's own desk.
    Desk,
}

macro_rules! rooms {
    ($($place:ident $name:ident($request:ty) -> $reply:ty;)+) => {
        /// Where a command is answered; none for what is no command.
        pub fn place_of(name: &str) -> Option<Place> {
            match name {
                $(stringify!($name) => Some(rooms!(@place $place)),)+
                _ => None,
            }
        }

        /// Answers a command on an open vault, by name.
        ///
        /// # Errors
        /// A request of the wrong shape, or the organiser's refusal.
        pub fn call(room: &Room, name: &str, request: Value) -> Answer<Value> {
            room.as_one(|| match name {
                $(stringify!($name) => rooms!(@call $place $name($request) -> $reply, room, request),)+
                _ => Err(not_here()),
            })
        }
    };
    (@place room) => { Place::Room };
    (@place desk) => { Place::Desk };
    (@call room $name:ident($request:ty) -> $reply:ty, $room:ident, $value:ident) => {{
        let reply: $reply = $name($room, unpack::<$request>($value)?)?;
        pack(&reply)
    }};
    (@call desk $name:ident($request:ty) -> $reply:ty, $room:ident, $value:ident) => { Err(not_here()) };
}

crate::command_list!(rooms);

fn not_here() -> Failure {
    Failure {
        code: "no-such-command".to_owned(),
        message: "The window asked for something that Recourse does not know.".to_owned(),
        advice: String::new(),
        field: None,
    }
}
