//! The sample claim: invented people and organisations, told by the project's own documents. Each is really kept, read and filed.

mod documents;
mod shape;

use std::collections::HashMap;
use std::sync::atomic::AtomicBool;

use recourse_domain::records::{
    Claim, Correspondence, DataAssertion, DiaryEntry, Entry, Event, Evidence, EvidenceLink, Incident, IncidentLink,
    Loss, Notice, Party, ProtectiveStep, Question, Request, Statement, TimeSpent,
};
use recourse_domain::{FileId, RecordId, RecordKind};
use recourse_store::Stored;

use crate::evidence::{self, Filing, Order, Source};
use crate::session::{Session, Unlocked};
use crate::{Error, Result, claims, records};
use shape::{Item, Sample};

/// Adds the sample claim to the vault and opens it.
///
/// # Errors
/// What the vault or the records said.
pub fn add(session: &Session<Unlocked>) -> Result<Entry<Claim>> {
    let sample: Sample = serde_json::from_str(documents::LIST).map_err(|e| Error::Sample(e.to_string()))?;
    let mut loader = Loader { session, today: session.today(), keys: HashMap::new(), files: HashMap::new() };
    loader.load(sample)
}

pub(crate) struct Loader<'s> {
    session: &'s Session<Unlocked>,
    today: chrono::NaiveDate,
    keys: HashMap<(RecordKind, String), RecordId>,
    files: HashMap<String, FileId>,
}

impl Loader<'_> {
    fn load(&mut self, sample: Sample) -> Result<Entry<Claim>> {
        let session = self.session;
        let title = sample.claim.get("title").and_then(|title| title.as_str()).unwrap_or_default().to_owned();
        let claim = claims::save(session, None, Claim { title, ..Claim::default() }, "")?;
        // Records name each other, so all get their keys first and their fields after.
        for item in &sample.incidents {
            let name = text(item, "name");
            self.enter(claim.id, item, Incident { name, ..Incident::default() })?;
        }
        for item in &sample.parties {
            let name = text(item, "name");
            self.enter(claim.id, item, Party { name, ..Party::default() })?;
        }
        for item in &sample.evidence {
            self.keep(claim.id, item)?;
        }
        self.enter_all::<Notice>(claim.id, &sample.notices)?;
        self.enter_all::<Correspondence>(claim.id, &sample.correspondence)?;
        self.enter_all::<Statement>(claim.id, &sample.statements)?;
        self.enter_all::<Question>(claim.id, &sample.questions)?;
        self.enter_all::<DataAssertion>(claim.id, &sample.data_assertions)?;
        self.enter_all::<Event>(claim.id, &sample.events)?;
        self.enter_all::<Request>(claim.id, &sample.requests)?;
        self.enter_all::<Loss>(claim.id, &sample.losses)?;
        self.enter_all::<TimeSpent>(claim.id, &sample.time_spent)?;
        self.enter_all::<ProtectiveStep>(claim.id, &sample.protective_steps)?;
        self.fill_all::<Party>(&sample.parties)?;
        self.fill_all::<Incident>(&sample.incidents)?;
        self.fill_all::<Evidence>(&sample.evidence)?;
        self.fill_all::<Notice>(&sample.notices)?;
        self.fill_all::<Correspondence>(&sample.correspondence)?;
        self.fill_all::<Statement>(&sample.statements)?;
        self.fill_all::<Question>(&sample.questions)?;
        self.fill_all::<DataAssertion>(&sample.data_assertions)?;
        self.fill_all::<Event>(&sample.events)?;
        self.fill_all::<Request>(&sample.requests)?;
        self.fill_all::<Loss>(&sample.losses)?;
        self.fill_all::<TimeSpent>(&sample.time_spent)?;
        self.fill_all::<ProtectiveStep>(&sample.protective_steps)?;
        for item in &sample.diary {
            // The words are entered at once: what stood there before them would count as words that were changed.
            let body: DiaryEntry = self.body(item)?;
            self.enter(claim.id, item, body)?;
            self.fill::<DiaryEntry>(item)?;
        }
        let body: Claim = self.body(&sample.claim)?;
        let entry = records::update(session, claim.id, body)?;
        claims::choose(session, claim.id)?;
        Ok(entry)
    }

    fn enter<T: Stored>(&mut self, claim: RecordId, item: &Item, body: T) -> Result<()> {
        let entry = records::add(self.session, claim, body, &[])?;
        self.keys.insert((T::KIND, text(item, "key")), entry.id);
        Ok(())
    }

    fn enter_all<T: Stored + Default>(&mut self, claim: RecordId, items: &[Item]) -> Result<()> {
        items.iter().try_for_each(|item| self.enter(claim, item, T::default()))
    }

    fn fill_all<T: Stored>(&self, items: &[Item]) -> Result<()> {
        items.iter().try_for_each(|item| self.fill::<T>(item))
    }

    fn fill<T: Stored>(&self, item: &Item) -> Result<()> {
        let id = self.id(T::KIND, &text(item, "key"))?;
        records::update::<T>(self.session, id, self.body(item)?)?;
        let incidents: Vec<IncidentLink> = self.list(item, "incidents")?;
        if !incidents.is_empty() {
            records::set_incidents(self.session, id, &incidents)?;
        }
        if T::KIND != RecordKind::Evidence {
            for link in self.list::<EvidenceLink>(item, "evidence")? {
                self.session.write("lay evidence beside", |writing| records::add_link(writing, id, link))?;
            }
        }
        if item.get("privileged").and_then(serde_json::Value::as_bool) == Some(true) {
            let marks = recourse_domain::records::Marks { privileged: true, ..Default::default() };
            records::set_marks(self.session, id, marks)?;
        }
        Ok(())
    }

    /// Keeps the documents of an evidence item, the first making the item and the rest joining it.
    fn keep(&mut self, claim: RecordId, item: &Item) -> Result<()> {
        let mut to = None;
        for name in item.get("files").and_then(|files| files.as_array()).into_iter().flatten() {
            let name = name.as_str().unwrap_or_default();
            let bytes = documents::bytes(name).ok_or_else(|| Error::Sample(format!("{name} is missing")))?;
            let source = Source::Bytes { name: name.to_owned(), bytes: bytes.to_vec() };
            let filing = to.is_none().then_some(Filing::Evidence);
            let order = Order { claim, to, filing };
            let kept = evidence::keep(self.session, order, &[source], &mut |_| {}, &AtomicBool::new(false));
            let kept = kept.into_iter().next().unwrap_or_default();
            let (id, _) = kept.evidence.ok_or_else(|| Error::Sample(kept.problem.unwrap_or_default()))?;
            to = Some(id);
        }
        let id = to.ok_or_else(|| Error::Sample("an evidence item has no file".into()))?;
        self.keys.insert((RecordKind::Evidence, text(item, "key")), id);
        for file in evidence::files(self.session, id)? {
            self.files.insert(file.name, file.id);
        }
        Ok(())
    }

    fn id(&self, kind: RecordKind, key: &str) -> Result<RecordId> {
        self.one_of(&[kind], key)
    }

    fn one_of(&self, kinds: &[RecordKind], key: &str) -> Result<RecordId> {
        let found = kinds.iter().find_map(|kind| self.keys.get(&(*kind, key.to_owned())).copied());
        found.ok_or_else(|| Error::Sample(format!("no record is called {key}")))
    }

    fn file(&self, name: &str) -> Result<FileId> {
        self.files.get(name).copied().ok_or_else(|| Error::Sample(format!("no document is called {name}")))
    }
}

fn text(item: &Item, field: &str) -> String {
    item.get(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
}
