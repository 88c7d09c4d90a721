//! What the window holds: which vault, and how far it is open. The pages hold none of it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use recourse_contract::types::{AppState, Failure, KeptKey, Phase, VaultLabel};
use recourse_domain::FileId;
use recourse_organiser::clock::Clock;
use recourse_organiser::mailbox::Mailbox;
use recourse_organiser::opening;
use recourse_organiser::session::{Locked, Session, Tools, Unlocked};
use recourse_vault::{PendingSlot, RecoverySheet, SlotKind};

use crate::desktop::day::DeskClock;
use crate::desktop::{recent, worker_program};
use crate::failure;

/// Everything that outlives one call from the page.
pub struct Desk {
    place: Mutex<Place>,
    tools: Tools,
    chosen_parent: Mutex<Option<PathBuf>>,
    drops: Mutex<HashMap<String, Vec<PathBuf>>>,
    showings: Mutex<HashMap<String, FileId>>,
    stops: Mutex<HashMap<String, Arc<AtomicBool>>>,
    /// The pages last made to be looked at, with the token they are read under.
    proof: Mutex<Option<(String, Vec<u8>)>>,
    mailboxes: Mutex<HashMap<String, Arc<Mailbox>>>,
    backup: Mutex<Option<PathBuf>>,
    reading: AtomicBool,
    last_used: Mutex<std::time::Instant>,
    /// After how many minutes without use the open vault locks.
    lock_after: AtomicU32,
    /// Nothing was opened or chosen since the program was started.
    just_started: AtomicBool,
    new_sheet: Mutex<Option<NewSheet>>,
}

/// A recovery sheet that was made for an open vault and does not count yet.
pub struct NewSheet {
    /// What it says.
    pub sheet: RecoverySheet,
    /// Which two groups are to be retyped, from 0.
    pub retype: [usize; 2],
    /// The slot that its code opens once it is accepted.
    pub slot: PendingSlot,
}

/// Which vault, and how far it is open.
pub enum Place {
    /// None is known.
    Nowhere,
    /// One is chosen and locked.
    Locked(Box<Session<Locked>>),
    /// One was just made; its sheet has not been confirmed.
    Confirming(Arc<Session<Unlocked>>, Box<RecoverySheet>, [usize; 2]),
    /// One was opened with its recovery code and waits for a new passphrase.
    Renewing(Box<Session<Unlocked>>),
    /// One is open.
    Open(Arc<Session<Unlocked>>),
}

impl Desk {
    /// A desk with the vault that was used last, locked, if it is still there.
    pub fn new() -> Self {
        let tools =
            Tools { clock: Arc::new(DeskClock), worker: recourse_organiser::worker::Worker::new(worker_program()) };
        let place = recent::list()
            .first()
            .and_then(|folder| Session::at(folder, tools.clone()).ok())
            .map_or(Place::Nowhere, |session| Place::Locked(Box::new(session)));
        Self {
            place: Mutex::new(place),
            tools,
            chosen_parent: Mutex::default(),
            drops: Mutex::default(),
            showings: Mutex::default(),
            stops: Mutex::default(),
            proof: Mutex::default(),
            mailboxes: Mutex::default(),
            backup: Mutex::default(),
            reading: AtomicBool::new(false),
            last_used: Mutex::new(std::time::Instant::now()),
            lock_after: AtomicU32::new(0),
            just_started: AtomicBool::new(true),
            new_sheet: Mutex::default(),
        }
    }

    /// What a new session needs.
    pub fn tools(&self) -> Tools {
        self.tools.clone()
    }

    /// Which vault, and how far it is open.
    pub fn place(&self) -> MutexGuard<'_, Place> {
        hold(&self.place)
    }

    /// The open vault.
    ///
    /// # Errors
    /// A refusal where none is open.
    pub fn session(&self) -> Result<Arc<Session<Unlocked>>, Failure> {
        match &*self.place() {
            Place::Open(session) => Ok(Arc::clone(session)),
            _ => Err(failure::locked()),
        }
    }

    /// The open vault is this one from now on.
    pub fn opened(&self, place: &mut Place, session: Arc<Session<Unlocked>>) {
        self.has_begun();
        self.note_patience(&session);
        *place = Place::Open(session);
    }

    /// Notes after how long without use the open vault locks.
    pub fn note_patience(&self, session: &Session<Unlocked>) {
        // Where the setting cannot be read the vault locks at once, which says so.
        self.lock_after.store(opening::lock_after(session).unwrap_or_default(), Ordering::Release);
    }

    /// How long nobody may do anything before the open vault locks itself.
    pub fn patience(&self) -> std::time::Duration {
        std::time::Duration::from_secs(60 * u64::from(self.lock_after.load(Ordering::Acquire)))
    }

    /// From now on the vault opens without asking only when the person wants it to.
    pub fn has_begun(&self) {
        self.just_started.store(false, Ordering::Release);
    }

    /// A recovery sheet that was made for the open vault and does not count yet.
    pub fn new_sheet(&self) -> MutexGuard<'_, Option<NewSheet>> {
        hold(&self.new_sheet)
    }

    /// The folder that the next vault is made in, where the person chose one.
    pub fn chosen_parent(&self) -> MutexGuard<'_, Option<PathBuf>> {
        hold(&self.chosen_parent)
    }

    /// Files dropped on the window and not yet asked for, by the name of the drop.
    pub fn drops(&self) -> MutexGuard<'_, HashMap<String, Vec<PathBuf>>> {
        hold(&self.drops)
    }

    /// Files that the page may read, by one-time token.
    pub fn showings(&self) -> MutexGuard<'_, HashMap<String, FileId>> {
        hold(&self.showings)
    }

    /// Pages of a bundle as they will be, and the one-time token they are read under. Only the last stay.
    pub fn proof(&self) -> MutexGuard<'_, Option<(String, Vec<u8>)>> {
        hold(&self.proof)
    }

    /// Mailboxes that were given and of which nothing is kept yet, by the name to ask for them by.
    pub fn mailboxes(&self) -> MutexGuard<'_, HashMap<String, Arc<Mailbox>>> {
        hold(&self.mailboxes)
    }

    /// The backup that a vault is to be made from, where the person chose one.
    pub fn backup(&self) -> MutexGuard<'_, Option<PathBuf>> {
        hold(&self.backup)
    }

    /// Begins a task that the person may stop.
    pub fn begin(&self, task: &str) -> Arc<AtomicBool> {
        let stop = Arc::new(AtomicBool::new(false));
        hold(&self.stops).insert(task.to_owned(), Arc::clone(&stop));
        stop
    }

    /// Stops a task, if it is under way.
    pub fn stop(&self, task: &str) {
        if let Some(stop) = hold(&self.stops).get(task) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Begins to read by machine, unless that is under way.
    pub fn begin_reading(&self) -> Option<Arc<AtomicBool>> {
        let was_idle = self.reading.compare_exchange(false, true, Ordering::AcqRel, Ordering::Acquire).is_ok();
        was_idle.then(|| self.begin("reading"))
    }

    /// Notes that reading by machine has come to an end.
    pub fn end_reading(&self) {
        self.reading.store(false, Ordering::Release);
    }

    /// Whether the machine is reading now.
    pub fn is_reading(&self) -> bool {
        self.reading.load(Ordering::Acquire)
    }

    /// Gives the machine a moment to put down what it holds, having been told to stop.
    fn await_reading(&self) {
        let patience = std::time::Duration::from_secs(2);
        let begun = std::time::Instant::now();
        while self.is_reading() && begun.elapsed() < patience {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }

    /// Notes that the person did something.
    pub fn touch(&self) {
        *hold(&self.last_used) = std::time::Instant::now();
    }

    /// How long nobody has done anything.
    pub fn idle(&self) -> std::time::Duration {
        hold(&self.last_used).elapsed()
    }

    /// Locks the vault: running tasks are stopped, the keys are forgotten. A task that still holds the session ends by itself and the keys go then.
    pub fn close(&self) {
        for stop in hold(&self.stops).values() {
            stop.store(true, Ordering::Relaxed);
        }
        self.await_reading();
        self.drops().clear();
        self.showings().clear();
        *self.proof() = None;
        self.mailboxes().clear();
        *self.new_sheet() = None;
        self.has_begun();
        let mut place = self.place();
        let session = match std::mem::replace(&mut *place, Place::Nowhere) {
            Place::Open(session) | Place::Confirming(session, ..) => session,
            Place::Renewing(session) => Arc::from(session),
            as_it_was => {
                *place = as_it_was;
                return;
            }
        };
        let folder = session.vault().folder().to_owned();
        if let Some(Err(error)) = alone(session).map(Session::lock) {
            eprintln!("Recourse: {error}");
        }
        if let Ok(session) = Session::at(&folder, self.tools()) {
            *place = Place::Locked(Box::new(session));
        }
    }

    /// What the page needs to know when it starts or after a lock.
    pub fn state(&self) -> AppState {
        let (mut read_only, mut without_asking) = (false, KeptKey::None);
        let (phase, folder, claim) = match &*self.place() {
            Place::Nowhere => (Phase::NoVault, None, None),
            Place::Locked(session) => {
                if session.slots().iter().any(|slot| slot.kind == SlotKind::Keyring) {
                    let now = self.just_started.load(Ordering::Acquire);
                    without_asking = if now { KeptKey::AtOnce } else { KeptKey::OnRequest };
                }
                (Phase::Locked, Some(session.folder().to_owned()), None)
            }
            Place::Renewing(session) => (Phase::Renewing, Some(session.vault().folder().to_owned()), None),
            Place::Confirming(session, ..) => (Phase::Confirming, Some(session.vault().folder().to_owned()), None),
            Place::Open(session) => {
                read_only = session.is_for_reading();
                let claim = recourse_organiser::claims::chosen(session).ok().flatten();
                (Phase::Open, Some(session.vault().folder().to_owned()), claim)
            }
        };
        AppState {
            phase,
            vault: folder.map(|folder| label(&folder)),
            read_only,
            without_asking,
            recent: recent::list().iter().map(|folder| label(folder)).collect(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            today: DeskClock.today().to_string(),
            claim,
        }
    }
}

/// The session for itself, once every task that was told to stop has let go of it; none where one goes on: the vault then locks when it ends.
fn alone(mut session: Arc<Session<Unlocked>>) -> Option<Session<Unlocked>> {
    let (patience, moment) = (std::time::Duration::from_secs(5), std::time::Duration::from_millis(5));
    let mut waited = std::time::Duration::ZERO;
    loop {
        match Arc::try_unwrap(session) {
            Ok(alone) => return Some(alone),
            Err(_) if waited >= patience => return None,
            Err(shared) => session = shared,
        }
        std::thread::sleep(moment);
        waited += moment;
    }
}

/// A vault's folder, for a person.
pub fn label(folder: &Path) -> VaultLabel {
    VaultLabel {
        name: folder.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        folder: folder.to_string_lossy().into_owned(),
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
