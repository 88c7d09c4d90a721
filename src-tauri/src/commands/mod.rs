//! The one command that the page may call: it names a command of the contract. Unpack, call, pack.

mod bundle;
mod calendar;
mod draft_letter;
mod files;
mod mailbox;
mod opening;
mod reading;
mod safety;
mod schedule;
mod sheet;
mod state;
mod timeline;
mod vault;

use recourse_contract::types::*;
use recourse_contract::{Place, place_of, rooms};
use serde_json::Value;
use tauri::{AppHandle, Manager, Runtime, async_runtime};

use crate::desk::Desk;
use crate::desktop::pickers;
use crate::failure;

/// Answers one call from the page. Work is done away from the window's own thread.
#[tauri::command]
pub async fn call<R: Runtime>(app: AppHandle<R>, name: String, request: Value) -> Result<Value, Failure> {
    let work = async_runtime::spawn_blocking(move || answer(&app, &name, request));
    work.await.unwrap_or_else(|_| {
        Err(failure::refusal("fault", "Recourse ran into a fault of its own. Everything kept before is safe."))
    })
}

/// Saves what was made where the person says; no path where they closed the dialog.
fn save_made<R: Runtime>(app: &AppHandle<R>, title: &str, name: &str, bytes: &[u8]) -> Result<FileSaved, Failure> {
    let Some(path) = pickers::save(app, title, name) else {
        return Ok(FileSaved { path: None });
    };
    if path.starts_with(app.state::<Desk>().session()?.vault().folder()) {
        return Err(failure::refusal("source", "Choose a place outside the vault."));
    }
    recourse_organiser::timeline::save(&path, bytes).map_err(|error| failure::from_error(&error))?;
    Ok(FileSaved { path: Some(path.display().to_string()) })
}

/// Commands of the rooms after which pages may wait to be read by machine.
const BRING_PAGES: &[&str] = &["keep_bytes", "file_turn"];

fn answer<R: Runtime>(app: &AppHandle<R>, name: &str, request: Value) -> Result<Value, Failure> {
    let desk = app.state::<Desk>();
    desk.touch();
    match place_of(name) {
        Some(Place::Room) => {
            let answer = rooms::call(&*desk.session()?, name, request);
            if BRING_PAGES.contains(&name) {
                reading::begin_reading(app);
            }
            answer
        }
        Some(Place::Desk) => at_the_desk(app, name, request),
        None => Err(failure::refusal("no-such-command", "The window asked for something that Recourse does not know.")),
    }
}

macro_rules! at_the_desk {
    ($($place:ident $name:ident($request:ty) -> $reply:ty;)+) => {
        fn at_the_desk<R: Runtime>(app: &AppHandle<R>, name: &str, request: Value) -> Result<Value, Failure> {
            match name {
                $(stringify!($name) => at_the_desk!(@one $place $name($request) -> $reply, app, request),)+
                _ => Err(failure::refusal("no-such-command", "The window asked for something that Recourse does not know.")),
            }
        }
    };
    (@one desk $name:ident($request:ty) -> $reply:ty, $app:ident, $value:ident) => {{
        let reply: $reply = desks::$name($app, recourse_contract::unpack::<$request>($value)?)?;
        recourse_contract::pack(&reply)
    }};
    (@one room $name:ident($request:ty) -> $reply:ty, $app:ident, $value:ident) => {
        rooms::call(&*$app.state::<Desk>().session()?, stringify!($name), $value)
    };
}

/// Every command that needs the window, under the name that the contract gives it.
mod desks {
    pub use super::bundle::*;
    pub use super::calendar::*;
    pub use super::draft_letter::*;
    pub use super::files::*;
    pub use super::mailbox::*;
    pub use super::opening::*;
    pub use super::reading::{document_unlock, reading_state};
    pub use super::safety::*;
    pub use super::schedule::*;
    pub use super::sheet::*;
    pub use super::state::*;
    pub use super::timeline::*;
    pub use super::vault::*;
}

recourse_contract::command_list!(at_the_desk);
