//! Reading pictures by machine, and files that need a password.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use recourse_contract::types::*;
use recourse_organiser::documents;
use recourse_organiser::reading::{self, Engine};
use recourse_organiser::session::{Session, Unlocked};
use recourse_vault::Secret;
use tauri::{AppHandle, Emitter, Manager, Runtime};

use super::files::document_open;
use crate::desk::Desk;
use crate::failure::from_error;

/// How far the machine has come with the pictures of the vault.
pub fn reading_state<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<ReadingState, Failure> {
    let desk = app.state::<Desk>();
    recourse_contract::reading_of(&*desk.session()?, desk.is_reading())
}

/// Begins to read what waits, unless that is under way. It goes on in a thread of its own until nothing waits or the vault is locked.
pub fn begin_reading<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    std::thread::spawn(move || {
        let desk = app.state::<Desk>();
        // What was added while the last file was being read may have come too late for that round.
        while let Some(engine) = Engine::find()
            && let Ok(session) = desk.session()
            && !session.is_for_reading()
            && reading::tally(&session).is_ok_and(|tally| tally.waiting > 0)
            && let Some(stop) = desk.begin_reading()
        {
            tell(&app, &session, true);
            let whole = read(&app, &session, &engine, &stop);
            tell(&app, &session, false);
            // The keys go with the session, and who locks waits for that.
            drop(session);
            desk.end_reading();
            if !whole {
                break;
            }
        }
    });
}

/// Reads until nothing waits; says whether it came to that.
fn read<R: Runtime>(app: &AppHandle<R>, session: &Session<Unlocked>, engine: &Engine, stop: &Arc<AtomicBool>) -> bool {
    let outcome = reading::run(session, engine, stop, &mut |_| tell(app, session, true));
    if let Err(error) = &outcome {
        eprintln!("Recourse: {error}");
    }
    outcome.is_ok() && !stop.load(std::sync::atomic::Ordering::Relaxed)
}

fn tell<R: Runtime>(app: &AppHandle<R>, session: &Session<Unlocked>, working: bool) {
    if let Ok(state) = recourse_contract::reading_of(session, working)
        && let Err(error) = app.emit("reading", state)
    {
        eprintln!("Recourse: {error}");
    }
}

/// Opens a locked file with its password, which is kept in memory only.
pub fn document_unlock<R: Runtime>(app: &AppHandle<R>, request: FilePassword) -> Result<DocumentView, Failure> {
    let FilePassword { file, password } = request;
    let session = app.state::<Desk>().session()?;
    documents::unlock(&session, file, Secret::new(password)).map_err(|error| from_error(&error))?;
    document_open(app, FileRef { file })
}
