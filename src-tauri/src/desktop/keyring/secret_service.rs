//! The calls of the Secret Service that are needed here.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use gio::glib::variant::ObjectPath;
use gio::glib::{MainContext, Variant};
use gio::prelude::ToVariant;
use gio::{DBusConnection, DBusSignalFlags};

use crate::desktop::bus::{self, Whom};

const NAME: &str = "org.freedesktop.secrets";
const SERVICE: Whom<'static> =
    Whom { name: NAME, path: "/org/freedesktop/secrets", interface: "org.freedesktop.Secret.Service" };
const COLLECTION: &str = "org.freedesktop.Secret.Collection";
const ITEM: &str = "org.freedesktop.Secret.Item";
const PROMPT: &str = "org.freedesktop.Secret.Prompt";
/// What stands for no object.
const NOTHING: &str = "/";
/// How long the person may take to open their keyring.
const PROMPT_STEPS: u32 = 3_000;
const PROMPT_STEP: Duration = Duration::from_millis(20);

/// The service, reached over the session's bus, with a session of its own in which secrets pass as they are: the bus is the person's own.
pub(super) struct Service {
    bus: DBusConnection,
    session: ObjectPath,
    may_ask: bool,
}

impl Service {
    /// Reaches the service; none where there is no bus or nobody on it keeps secrets.
    pub(super) fn reach(may_ask: bool) -> Option<Self> {
        let bus = bus::session()?;
        let answer = bus::ask(&bus, SERVICE, "OpenSession", &("plain", "".to_variant()).to_variant())?;
        let session = path_in(&answer.child_value(1))?;
        Some(Self { bus, session, may_ask })
    }

    /// Keeps a secret in the person's usual collection.
    pub(super) fn keep(&self, vault: &str, secret: &[u8]) -> Option<()> {
        let answer = bus::ask(&self.bus, SERVICE, "ReadAlias", &tuple(["default".to_variant()]))?;
        let collection = path_in(&answer.child_value(0)).filter(|path| path.as_str() != NOTHING)?;
        self.unlock(&collection)?;
        let properties: HashMap<&str, Variant> = HashMap::from([
            ("org.freedesktop.Secret.Item.Label", "Recourse opens a vault without asking".to_variant()),
            ("org.freedesktop.Secret.Item.Attributes", attributes(vault)),
        ]);
        let value = (self.session.clone(), Vec::<u8>::new(), secret.to_vec(), "text/plain").to_variant();
        let words = tuple([properties.to_variant(), value, true.to_variant()]);
        let made = self.ask(&collection, COLLECTION, "CreateItem", &words)?;
        self.prompt(&path_in(&made.child_value(1))?)
    }

    /// What is kept for a vault.
    pub(super) fn find(&self, vault: &str) -> Option<Vec<u8>> {
        let item = self.items(vault)?.into_iter().next()?;
        self.unlock(&item)?;
        let answer = self.ask(&item, ITEM, "GetSecret", &tuple([self.session.to_variant()]))?;
        answer.child_value(0).child_value(2).get()
    }

    /// Deletes what is kept for a vault; says whether nothing is left.
    pub(super) fn forget(&self, vault: &str) -> bool {
        for item in self.items(vault).unwrap_or_default() {
            let deleted = self.ask(&item, ITEM, "Delete", &().to_variant());
            let _ = deleted.and_then(|answer| self.prompt(&path_in(&answer.child_value(0))?));
        }
        self.items(vault).is_some_and(|left| left.is_empty())
    }

    /// What is kept for a vault, open or not.
    fn items(&self, vault: &str) -> Option<Vec<ObjectPath>> {
        let found = bus::ask(&self.bus, SERVICE, "SearchItems", &tuple([attributes(vault)]))?;
        Some(found.iter().flat_map(|list| list.iter().filter_map(|path| path_in(&path)).collect::<Vec<_>>()).collect())
    }

    /// Opens an item or a collection. What is open already costs no question.
    fn unlock(&self, what: &ObjectPath) -> Option<()> {
        let answer = bus::ask(&self.bus, SERVICE, "Unlock", &tuple([vec![what.clone()].to_variant()]))?;
        self.prompt(&path_in(&answer.child_value(1))?)
    }

    /// Lets the desktop ask the person, where that is needed, and waits for the answer.
    fn prompt(&self, prompt: &ObjectPath) -> Option<()> {
        if prompt.as_str() == NOTHING {
            return Some(());
        }
        if !self.may_ask {
            return None;
        }
        let context = MainContext::new();
        let answer = Rc::new(Cell::new(None));
        let waited = context.with_thread_default(|| {
            let heard = Rc::clone(&answer);
            let flags = DBusSignalFlags::NONE;
            let path = Some(prompt.as_str());
            let on = self.bus.signal_subscribe(
                Some(NAME),
                Some(PROMPT),
                Some("Completed"),
                path,
                None,
                flags,
                move |_, _, _, _, _, said| heard.set(said.child_value(0).get::<bool>()),
            );
            if self.ask(prompt, PROMPT, "Prompt", &tuple(["".to_variant()])).is_some() {
                for _ in 0..PROMPT_STEPS {
                    if answer.get().is_some() {
                        break;
                    }
                    if !context.iteration(false) {
                        std::thread::sleep(PROMPT_STEP);
                    }
                }
            }
            self.bus.signal_unsubscribe(on);
        });
        // The signal says whether the person closed the question.
        (waited.is_ok() && answer.get() == Some(false)).then_some(())
    }

    fn ask(&self, path: &ObjectPath, interface: &str, method: &str, words: &Variant) -> Option<Variant> {
        bus::ask(&self.bus, Whom { name: NAME, path: path.as_str(), interface }, method, words)
    }
}

/// By what the secret of a vault is found.
fn attributes(vault: &str) -> Variant {
    HashMap::from([("application", "org.recourse.desktop"), ("vault", vault)]).to_variant()
}

fn tuple<const N: usize>(words: [Variant; N]) -> Variant {
    Variant::tuple_from_iter(words)
}

fn path_in(value: &Variant) -> Option<ObjectPath> {
    ObjectPath::try_from(value.str()?.to_owned()).ok()
}
