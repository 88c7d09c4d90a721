//! One thing that happened a row, in neutral words, each with its source. The window's timeline and the bundle's chronology are both made here.

use std::collections::{HashMap, HashSet};

use recourse_domain::choices::{Certainty, QuestionState};
use recourse_domain::records::{
    Body, Claim, Correspondence, DiaryEntry, Entry, Event, Evidence, EvidenceLink, Incident, IncidentLink, Loss,
    Notice, Party, ProtectiveStep, Question, Request, Statement, SuspiciousContact, TimeSpent,
};
use recourse_domain::timeline::{Timeline, certainty, unquoted};
use recourse_domain::{RecordId, Reference, StatedDate};

use super::words;

/// The records that rows are made of: all of a claim, or those that go into a bundle.
#[derive(Debug)]
pub struct Material<'r> {
    /// The claim.
    pub claim: &'r Entry<Claim>,
    /// Name of the organisation; may be empty.
    pub organisation: &'r str,
    /// Organisations and people.
    pub parties: &'r [Entry<Party>],
    /// Breaches.
    pub incidents: &'r [Entry<Incident>],
    /// Notices.
    pub notices: &'r [Entry<Notice>],
    /// Letters, mails and calls.
    pub letters: &'r [Entry<Correspondence>],
    /// Suspicious contacts.
    pub contacts: &'r [Entry<SuspiciousContact>],
    /// Evidence; only what is here is named as a source.
    pub evidence: Vec<&'r Entry<Evidence>>,
    /// Statements.
    pub statements: &'r [Entry<Statement>],
    /// Questions.
    pub questions: &'r [Entry<Question>],
    /// Events.
    pub events: &'r [Entry<Event>],
    /// Requests.
    pub requests: &'r [Entry<Request>],
    /// Losses.
    pub losses: &'r [Entry<Loss>],
    /// Time spent.
    pub times: &'r [Entry<TimeSpent>],
    /// The diary.
    pub diary: &'r [Entry<DiaryEntry>],
    /// Protective steps.
    pub steps: &'r [Entry<ProtectiveStep>],
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The record it comes from.
    pub record: RecordId,
    /// That record's readable name.
    pub reference: Reference,
    /// One line to recognise that record by.
    pub title: String,
    /// What happened, in neutral words.
    pub what: String,
    /// Who did or said it; may be empty.
    pub who: String,
    /// When.
    pub date: StatedDate,
    /// The document it rests on, else the record whose words were typed.
    pub source: Option<Reference>,
    /// What that document is, in a word or two; what it rests on where there is none.
    pub source_kind: String,
    /// The breaches it is about.
    pub incidents: Vec<IncidentLink>,
    /// Its place among the rows of the same record.
    place: u8,
}

impl Row {
    /// Whether it is about an incident, and how surely.
    pub fn about(&self, incident: RecordId) -> Option<Certainty> {
        certainty(&self.incidents, incident)
    }

    /// The source in words: "E-009 · web page", "recollection".
    pub fn source_in_words(&self) -> String {
        match self.source {
            Some(source) if self.source_kind.is_empty() => source.to_string(),
            Some(source) => format!("{source} · {}", self.source_kind),
            None => self.source_kind.clone(),
        }
    }
}

/// The rows of these records: the dated in order, the undated on a shelf of their own.
pub fn rows(material: &Material<'_>) -> Timeline<Row> {
    let mut making = Making::new(material);
    making.relationship();
    material.incidents.iter().for_each(|incident| making.incident(incident));
    material.notices.iter().for_each(|notice| making.notice(notice));
    material.letters.iter().for_each(|letter| making.letter(letter));
    for contact in material.contacts {
        let body = &contact.body;
        let what =
            format!("Suspicious contact {}: “{}”", contact.reference, words::title(&body.subject, &body.sender_shown));
        making.row(contact, &body.happened, what, &body.sender_shown, body.channel.code());
    }
    material.statements.iter().for_each(|statement| making.statement(statement));
    material.questions.iter().for_each(|question| making.question(question));
    for event in material.events {
        let by = event.body.told_by.map_or("", |party| making.name_of(party));
        making.row(event, &event.body.happened, event.body.title.clone(), by, "");
    }
    material.requests.iter().for_each(|request| making.request(request));
    making.effects();
    material.parties.iter().for_each(|party| making.naming(party));
    making.loose_evidence();
    Timeline::new(making.rows, |row| &row.date, |row| (row.record, row.place))
}

struct Making<'m> {
    material: &'m Material<'m>,
    evidence: HashMap<RecordId, &'m Entry<Evidence>>,
    names: HashMap<RecordId, &'m str>,
    rows: Vec<Row>,
}

impl<'m> Making<'m> {
    fn new(material: &'m Material<'m>) -> Self {
        let evidence = material.evidence.iter().map(|item| (item.id, *item)).collect();
        let names = material.parties.iter().map(|party| (party.id, party.body.name.as_str())).collect();
        Self { material, evidence, names, rows: Vec::new() }
    }

    fn name_of(&self, party: RecordId) -> &'m str {
        self.names.get(&party).copied().unwrap_or_default()
    }

    /// A row of a record that rests on its evidence, or on its own words; `own` says what those are.
    fn row<T: Body>(&mut self, entry: &Entry<T>, date: &StatedDate, what: String, who: &str, own: &str) {
        let (source, kind) = match self.document(&entry.evidence) {
            Some(item) => (item.reference, words::kind(item.body.kind.code())),
            None => (entry.reference, words::kind(own)),
        };
        self.push(entry, date, what, who, Some(source), kind);
    }

    /// A row of a record whose dates each have a source of their own.
    fn stated<T: Body>(&mut self, entry: &Entry<T>, date: &StatedDate, what: String, who: &str) {
        let item = date.basis_evidence.and_then(|id| self.evidence.get(&id).copied());
        let kind = match item {
            Some(item) => words::kind(item.body.kind.code()),
            None => words::basis(date.basis).to_owned(),
        };
        self.push(entry, date, what, who, item.map(|item| item.reference), kind);
    }

    fn push<T: Body>(
        &mut self,
        entry: &Entry<T>,
        date: &StatedDate,
        what: String,
        who: &str,
        source: Option<Reference>,
        source_kind: String,
    ) {
        let before = self.rows.last().filter(|row| row.record == entry.id);
        let place = before.map_or(0, |row| row.place.saturating_add(1));
        self.rows.push(Row {
            record: entry.id,
            reference: entry.reference,
            title: entry.body.title(),
            what,
            who: who.to_owned(),
            date: date.clone(),
            source,
            source_kind,
            incidents: entry.incidents.clone(),
            place,
        });
    }

    fn document(&self, links: &[EvidenceLink]) -> Option<&'m Entry<Evidence>> {
        links.iter().find_map(|link| self.evidence.get(&link.evidence).copied())
    }

    fn relationship(&mut self) {
        let claim = self.material.claim;
        let with = self.material.organisation;
        let with = if with.is_empty() { "the organisation" } else { with };
        let tie = &claim.body.relationship;
        for (date, what) in [(&tie.from, "began"), (&tie.to, "ended")] {
            if !date.is_undated() {
                self.stated(claim, date, format!("The claimant’s relationship with {with} {what}"), "the claimant");
            }
        }
    }

    fn incident(&mut self, incident: &Entry<Incident>) {
        let body = &incident.body;
        let first = self.rows.len();
        for (date, what) in [
            (&body.occurred, "it happened"),
            (&body.discovered, "it was discovered"),
            (&body.controller_told, "the organisation was told"),
            (&body.regulator_told, "the regulator was told"),
            (&body.public_told, "the public was told"),
            (&body.claimant_told, "the claimant was told"),
        ] {
            if !date.is_undated() {
                self.stated(incident, date, format!("Incident “{}”, as stated: {what}", body.name), "");
            }
        }
        let itself = IncidentLink { incident: incident.id, certainty: Certainty::Sure };
        self.rows[first..].iter_mut().for_each(|row| row.incidents = vec![itself]);
    }

    fn notice(&mut self, notice: &Entry<Notice>) {
        let body = &notice.body;
        let about = format!("Notice {}: “{}”", notice.reference, words::title(&body.subject, &body.from));
        let dated = !body.on_document.is_undated();
        let differs = body.received.sort_key() != body.on_document.sort_key();
        let events = [
            (&body.on_document, if dated { "is dated" } else { "carries no date" }, true),
            (&body.received, "was received", !body.received.is_undated() && differs),
            (&body.first_seen, "was first seen", !body.first_seen.is_undated()),
        ];
        for (date, what, _) in events.into_iter().filter(|(_, _, wanted)| *wanted) {
            self.row(notice, date, format!("{about} {what}"), &body.from, body.channel.code());
        }
    }

    fn letter(&mut self, letter: &Entry<Correspondence>) {
        let (what, who) = words::letter(letter);
        self.row(letter, letter.body.listed_on(), what, who, letter.body.channel.code());
    }

    fn statement(&mut self, statement: &Entry<Statement>) {
        let body = &statement.body;
        let known = body.speaker.map_or("", |party| self.name_of(party));
        let speaker = if body.speaker_shown.trim().is_empty() { known } else { &body.speaker_shown };
        let said = words::short(&body.words);
        let what = format!("{} said ({}): “{said}”", words::known(speaker), statement.reference);
        self.row(statement, &body.said, what, speaker, "quoted words");
    }

    /// A question is on the timeline once it was asked.
    fn question(&mut self, question: &Entry<Question>) {
        let body = &question.body;
        if body.state != QuestionState::Open || !body.asked.is_undated() {
            let what = format!("{} was asked: “{}”", question.reference, words::short(&body.text));
            self.row(question, &body.asked, what, "the claimant", "question");
        }
    }

    /// What it did to a life: each in the claimant's own account, which rests on the evidence beside it or on what they remember.
    fn effects(&mut self) {
        let all = self.material;
        for loss in all.losses {
            self.own(loss, &loss.body.happened, words::loss(loss));
        }
        for time in all.times {
            self.own(time, &time.body.happened, words::time(time));
        }
        for entry in all.diary {
            let what = format!("Diary {}: “{}”", entry.reference, words::short(&entry.body.text));
            self.own(entry, &entry.body.happened, what);
        }
        for step in all.steps {
            self.own(step, &step.body.done, words::step(step));
        }
    }

    /// A row of the claimant's own account.
    fn own<T: Body>(&mut self, entry: &Entry<T>, date: &StatedDate, what: String) {
        let item = self.document(&entry.evidence);
        let kind = item.map_or_else(|| words::basis(date.basis).to_owned(), |item| words::kind(item.body.kind.code()));
        self.push(entry, date, what, "the claimant", item.map(|item| item.reference), kind);
    }

    /// A request when it was sent, and what happened to it. Each rests on its own letter, where it names one.
    fn request(&mut self, request: &Entry<Request>) {
        let body = &request.body;
        let title = body.title();
        let to = body.sent_to.map_or("", |party| self.name_of(party));
        if !body.sent.is_undated() || body.letter.is_some() {
            let to = if to.is_empty() { String::new() } else { format!(" to {to}") };
            let who = if body.sent_by.trim().is_empty() { "the claimant" } else { &body.sent_by };
            self.told_in_letter(
                request,
                &body.sent,
                format!("{}, “{title}”, was sent{to}", request.reference),
                who,
                body.letter,
            );
        }
        for event in &body.events {
            let what = format!("{}, “{title}”: {}", request.reference, event.kind.words());
            let who = if event.kind.is_mine() { "the claimant" } else { to };
            self.told_in_letter(request, &event.on, what, who, event.letter);
        }
    }

    /// A row that rests on a letter: on the document beside it, else on the letter's own words; on the record itself where none is named.
    fn told_in_letter<T: Body>(
        &mut self,
        entry: &Entry<T>,
        date: &StatedDate,
        what: String,
        who: &str,
        letter: Option<RecordId>,
    ) {
        let letter = letter.and_then(|id| self.material.letters.iter().find(|letter| letter.id == id));
        match letter {
            Some(letter) => {
                let (source, kind) = match self.document(&letter.evidence) {
                    Some(item) => (item.reference, words::kind(item.body.kind.code())),
                    None => (letter.reference, words::kind(letter.body.channel.code())),
                };
                self.push(entry, date, what, who, Some(source), kind);
            }
            None => self.row(entry, date, what, who, "request"),
        }
    }

    fn naming(&mut self, party: &Entry<Party>) {
        let Some(found) = &party.body.identified_as else { return };
        let name = words::known(self.name_of(found.party));
        let what = format!("“{}” was named as {name}", unquoted(&party.body.name));
        let first = self.rows.len();
        self.stated(party, &found.on, what, &found.named_by);
        let roles = party.body.roles.iter().filter_map(|role| role.incident);
        let about = roles.map(|incident| IncidentLink { incident, certainty: Certainty::Sure }).collect::<Vec<_>>();
        self.rows[first..].iter_mut().for_each(|row| row.incidents.clone_from(&about));
    }

    /// Evidence with a date that no other record rests on.
    fn loose_evidence(&mut self) {
        fn of<T>(entries: &[Entry<T>]) -> impl Iterator<Item = RecordId> {
            entries.iter().flat_map(|entry| entry.evidence.iter().map(|link| link.evidence))
        }
        let all = self.material;
        let mut used: HashSet<RecordId> = of(all.notices).chain(of(all.letters)).chain(of(all.contacts)).collect();
        used.extend(of(all.statements).chain(of(all.questions)).chain(of(all.events)).chain(of(all.requests)));
        used.extend(of(all.losses).chain(of(all.times)).chain(of(all.diary)).chain(of(all.steps)));
        for item in all.evidence.iter().filter(|item| !used.contains(&item.id) && !item.body.date.is_undated()) {
            let what = format!("{}: {}", item.reference, item.body.title);
            let kind = words::kind(item.body.kind.code());
            self.push(*item, &item.body.date, what, "", Some(item.reference), kind);
        }
    }
}
