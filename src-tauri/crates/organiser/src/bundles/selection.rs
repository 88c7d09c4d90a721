//! Which records go into a bundle, in which section, and which stay out and why.

use std::collections::{HashMap, HashSet};

use recourse_domain::choices::{Audience, BundleSection};
use recourse_domain::records::{
    Arrangement, Body, Claim, Correspondence, DataAssertion, DiaryEntry, Entry, Event, Evidence, EvidenceFile,
    EvidenceLink, Incident, Loss, Marks, Notice, Party, ProtectiveStep, Question, Request, Statement,
    SuspiciousContact, TimeSpent,
};
use recourse_domain::{RecordId, RecordKind, Reference, StatedDate};

use super::arrangement::{Gate, Order, in_order};
use super::staying::{LeftOut, Why};
use super::{redaction, rests, sections};
use crate::session::{Session, Unlocked};
use crate::{Result, claims, evidence, records};

/// What a bundle would hold.
#[derive(Debug)]
pub struct Preview {
    /// The claim.
    pub claim: Entry<Claim>,
    /// For whom.
    pub audience: Audience,
    /// The sections that are not empty, in order.
    pub sections: Vec<Section>,
    /// What stays out.
    pub left_out: Vec<LeftOut>,
    /// What it would lack, a sentence each.
    pub missing: Vec<String>,
    /// How the person arranged it.
    pub arrangement: Arrangement,
    /// Its sections and documents in the order they would have if nobody had arranged them.
    pub(super) usual: Order,
    /// The records that go.
    pub(super) chosen: Chosen,
}

/// One section.
#[derive(Debug)]
pub struct Section {
    /// Which it is.
    pub key: BundleSection,
    /// Its documents, in order.
    pub documents: Vec<Picked>,
}

/// One document of a section: an evidence item with its files, or a record whose words were typed.
#[derive(Debug)]
pub struct Picked {
    /// The record.
    pub id: RecordId,
    /// Its readable name.
    pub reference: Reference,
    /// As the index prints it.
    pub title: String,
    /// As the index would print it if nobody had worded it anew.
    pub usual_title: String,
    /// The date it stands under.
    pub date: StatedDate,
    /// The date as the person worded it for this bundle.
    pub date_worded: Option<String>,
    /// What it is, in a word or two.
    pub kind: &'static str,
    /// Its files; none where the words were typed.
    pub files: Vec<EvidenceFile>,
    /// The words, where they were typed.
    pub typed: Option<String>,
}

/// The records that go.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub notices: Vec<Entry<Notice>>,
    pub letters: Vec<Entry<Correspondence>>,
    pub contacts: Vec<Entry<SuspiciousContact>>,
    pub evidence: Vec<(Entry<Evidence>, Vec<EvidenceFile>)>,
    pub parties: Vec<Entry<Party>>,
    pub incidents: Vec<Entry<Incident>>,
    pub statements: Vec<Entry<Statement>>,
    pub questions: Vec<Entry<Question>>,
    pub assertions: Vec<Entry<DataAssertion>>,
    pub events: Vec<Entry<Event>>,
    pub losses: Vec<Entry<Loss>>,
    pub times: Vec<Entry<TimeSpent>>,
    pub diary: Vec<Entry<DiaryEntry>>,
    pub steps: Vec<Entry<ProtectiveStep>>,
    pub requests: Vec<Entry<Request>>,
}

impl Chosen {
    /// Whether a record is among those that go.
    pub fn holds(&self, id: RecordId) -> bool {
        self.name_of(id).is_some()
    }

    /// The readable name of a record that goes.
    pub fn name_of(&self, id: RecordId) -> Option<Reference> {
        fn among<T>(entries: &[Entry<T>], id: RecordId) -> Option<Reference> {
            entries.iter().find(|entry| entry.id == id).map(|entry| entry.reference)
        }
        among(&self.notices, id)
            .or_else(|| among(&self.letters, id))
            .or_else(|| among(&self.contacts, id))
            .or_else(|| self.reference_of(id))
            .or_else(|| among(&self.parties, id))
            .or_else(|| among(&self.incidents, id))
            .or_else(|| among(&self.statements, id))
            .or_else(|| among(&self.questions, id))
            .or_else(|| among(&self.assertions, id))
            .or_else(|| among(&self.events, id))
            .or_else(|| among(&self.losses, id))
            .or_else(|| among(&self.times, id))
            .or_else(|| among(&self.diary, id))
            .or_else(|| among(&self.steps, id))
            .or_else(|| among(&self.requests, id))
    }

    /// The readable name of an evidence item that goes.
    pub fn reference_of(&self, evidence: RecordId) -> Option<Reference> {
        self.evidence.iter().find(|(entry, _)| entry.id == evidence).map(|(entry, _)| entry.reference)
    }
}

/// Says what a bundle would hold, before anything is written.
///
/// # Errors
/// Where there is no such claim.
pub fn preview(session: &Session<Unlocked>, claim: RecordId, audience: Audience) -> Result<Preview> {
    let claim = records::get::<Claim>(session, claim)?;
    let arrangement = session.read(|records| Ok(records.arrangement(claim.id, audience)?))?;
    let gate = Gate { audience, arrangement: &arrangement };
    let mut left_out = Vec::new();
    let all_notices = records::list::<Notice>(session, claim.id)?;
    let all_letters = records::list::<Correspondence>(session, claim.id)?;
    let all_contacts = records::list::<SuspiciousContact>(session, claim.id)?;
    let losses = records::list::<Loss>(session, claim.id)?;
    let times = records::list::<TimeSpent>(session, claim.id)?;
    let diary = records::list::<DiaryEntry>(session, claim.id)?;
    let steps = records::list::<ProtectiveStep>(session, claim.id)?;
    let any_notice = !all_notices.is_empty();
    let rests = resting(&all_notices).chain(resting(&all_letters)).chain(resting(&all_contacts));
    let effects = resting(&losses).chain(resting(&times)).chain(resting(&diary)).chain(resting(&steps));
    let barred = barred_with(rests.chain(effects), gate);
    let mut chosen = Chosen {
        notices: sift(all_notices, gate, &mut left_out),
        letters: sift(all_letters, gate, &mut left_out),
        contacts: sift(all_contacts, gate, &mut left_out),
        losses: sift(losses, gate, &mut left_out),
        times: sift(times, gate, &mut left_out),
        diary: sift(diary, gate, &mut left_out),
        steps: sift(steps, gate, &mut left_out),
        evidence: Vec::new(),
        parties: records::list(session, claim.id)?,
        incidents: records::list(session, claim.id)?,
        ..Chosen::default()
    };
    for item in records::list::<Evidence>(session, claim.id)? {
        let why = gate.why_not(item.id, &item.marks).or(if gate.is_put_in(item.id) {
            None
        } else if audience == Audience::OtherSide && item.body.waiting {
            Some(Why::Waiting)
        } else if audience == Audience::OtherSide && item.body.third_party_data {
            Some(Why::Others)
        } else if barred.contains(&item.id) || item.body.came_with.is_some_and(|mail| barred.contains(&mail)) {
            Some(Why::Belongs)
        } else {
            None
        });
        match why {
            Some(why) => {
                left_out.push(LeftOut { id: item.id, reference: item.reference, title: item.body.title(), why })
            }
            None => {
                let files = evidence::files(session, item.id)?;
                chosen.evidence.push((item, files));
            }
        }
    }
    // What it lacks names no record that stays.
    let missing = claims::missing(&claim.body, any_notice, &chosen.notices);
    rests::choose(session, claim.id, gate, &mut chosen, &mut left_out)?;
    let (usual, sections) = arranged(sections::lay_out(session, &chosen)?, &arrangement);
    redaction::list(session, (claim.id, audience), &sections, &mut left_out)?;
    Ok(Preview { claim, audience, sections, left_out, missing, arrangement, usual, chosen })
}

/// The usual order, and the sections as the person arranged them.
fn arranged(sections: Vec<Section>, arrangement: &Arrangement) -> (Order, Vec<Section>) {
    let ids = |section: &Section| (section.key, section.documents.iter().map(|picked| picked.id).collect());
    let usual: Order = sections.iter().map(ids).collect();
    let mut shelf: HashMap<RecordId, Picked> =
        sections.into_iter().flat_map(|section| section.documents).map(|picked| (picked.id, picked)).collect();
    let mut take = |id: RecordId| {
        let mut picked = shelf.remove(&id)?;
        if let Some(wording) = arrangement.wording(id) {
            picked.title = wording.title.clone().unwrap_or(picked.title);
            picked.date_worded.clone_from(&wording.date);
        }
        Some(picked)
    };
    let order = in_order(&usual, arrangement).into_iter();
    let sections = order
        .map(|(key, documents)| Section { key, documents: documents.into_iter().filter_map(&mut take).collect() })
        .collect();
    (usual, sections)
}

/// Evidence that only records which stay out rest on.
fn barred_with<'a>(
    rests: impl Iterator<Item = (RecordId, &'a Marks, &'a [EvidenceLink])>,
    gate: Gate<'_>,
) -> HashSet<RecordId> {
    let (mut with_out, mut with_in) = (HashSet::new(), HashSet::new());
    for (id, marks, links) in rests {
        let side = if gate.why_not(id, marks).is_some() { &mut with_out } else { &mut with_in };
        side.extend(links.iter().map(|link| link.evidence));
    }
    with_out.difference(&with_in).copied().collect()
}

/// Records with their marks and what they rest on.
fn resting<T>(entries: &[Entry<T>]) -> impl Iterator<Item = (RecordId, &Marks, &[EvidenceLink])> {
    entries.iter().map(|entry| (entry.id, &entry.marks, entry.evidence.as_slice()))
}

fn sift<T: Body>(entries: Vec<Entry<T>>, gate: Gate<'_>, left_out: &mut Vec<LeftOut>) -> Vec<Entry<T>> {
    let mut kept = Vec::new();
    for entry in entries {
        match gate.why_not(entry.id, &entry.marks) {
            Some(why) => {
                left_out.push(LeftOut { id: entry.id, reference: entry.reference, title: entry.body.title(), why })
            }
            None => kept.push(entry),
        }
    }
    kept
}

impl Preview {
    /// A document that goes.
    pub fn document(&self, id: RecordId) -> Option<&Picked> {
        self.sections.iter().flat_map(|section| &section.documents).find(|picked| picked.id == id)
    }
}

impl Section {
    /// Its heading.
    pub const fn title(&self) -> &'static str {
        self.key.title()
    }
}

impl Picked {
    /// The date as the index prints it, in words; empty where there is none.
    pub fn printed_date(&self) -> String {
        self.date_worded.clone().unwrap_or_else(|| self.usual_date())
    }

    /// As it was stated; a mail's own header, with its time of day and zone, would be hard to read in an index and stands on the mail's page.
    pub fn usual_date(&self) -> String {
        let date = &self.date;
        match (date.is_undated(), date.as_stated.contains(':')) {
            (true, _) => String::new(),
            (false, true) => date.in_words(),
            (false, false) => date.as_stated.clone(),
        }
    }

    /// The kind of record it is.
    pub const fn record_kind(&self) -> RecordKind {
        self.reference.kind
    }

    /// Pages of its files, where all are known.
    pub fn known_pages(&self) -> Option<u32> {
        (!self.files.is_empty()).then(|| self.files.iter().map(|file| file.pages).sum()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use recourse_domain::choices::Certainty;
    use recourse_domain::records::IncidentLink;
    use recourse_vault::{KdfParams, Secret};

    use super::*;
    use crate::clock::FixedClock;
    use crate::contacts;
    use crate::session::Tools;
    use crate::worker::Worker;

    #[test]
    fn a_suspicious_contact_stays_out_as_any_record_does_and_takes_its_evidence_along() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock(chrono::DateTime::UNIX_EPOCH));
        let tools = Tools { clock, worker: Worker::new("no-worker-is-started") };
        let words = Secret::new("four plain words here".to_owned());
        let (session, _) =
            Session::create(&folder.path().join("v"), &words, KdfParams::weak_for_tests(), tools).unwrap();
        let claim = claims::save(&session, None, Claim::default(), "Northfold").unwrap().id;
        let evidence = Evidence { title: "A recording".to_owned(), ..Evidence::default() };
        let evidence = records::add(&session, claim, evidence, &[]).unwrap().id;
        let call = SuspiciousContact { text: "He asked for a passcode.".to_owned(), ..SuspiciousContact::default() };
        let call = contacts::save(&session, claim, None, call, &[evidence]).unwrap().id;
        let titles = |audience| {
            let preview = preview(&session, claim, audience).unwrap();
            let sections: Vec<&str> = preview.sections.iter().map(Section::title).collect();
            let left_out: Vec<RecordId> = preview.left_out.iter().map(|left| left.id).collect();
            (sections, left_out)
        };
        assert_eq!(titles(Audience::OtherSide), (vec!["Suspicious contacts"], vec![]));

        records::set_marks(&session, call, Marks { privileged: true, ..Marks::default() }).unwrap();
        assert_eq!(titles(Audience::Solicitor), (vec!["Suspicious contacts"], vec![]));
        assert_eq!(titles(Audience::OtherSide), (vec![], vec![call, evidence]));
        let incident = Incident { name: "Autumn".to_owned(), ..Incident::default() };
        let incident = records::add(&session, claim, incident, &[]).unwrap().id;
        let about = IncidentLink { incident, certainty: Certainty::Sure };
        records::set_incidents(&session, call, &[about]).unwrap();
        assert_eq!(records::get::<SuspiciousContact>(&session, call).unwrap().incidents, [about]);
    }
}
