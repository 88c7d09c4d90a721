//! Rows of the pages on what was told and what was not. Words of others are verbatim throughout.

use super::Certainty;

/// A date as a page prints it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DateWords {
    /// In the words it was given; empty when there is none.
    pub as_stated: String,
    /// As understood, in words; `None` when undated.
    pub normalised: Option<String>,
    /// What does not fit together in it, in a sentence; nothing was mended.
    pub flag: Option<String>,
}

/// Exact words of somebody, with where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quoted {
    /// The statement's reference ("S-003").
    pub reference: String,
    /// The words, verbatim.
    pub words: String,
    /// Who said them.
    pub speaker: String,
    /// When.
    pub date: DateWords,
    /// What else is on record of them: how near the source stands, the kind of breach as told, whose data.
    pub about: String,
    /// Reference of the document of this bundle in which they stand.
    pub source: Option<String>,
    /// The place within that document ("its page 2"); empty where it is its first or only page.
    pub place: String,
}

/// Everything told, for its pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The dates of each incident.
    pub incidents: Vec<IncidentDates>,
    /// Parties that somebody named later.
    pub named: Vec<NamedLater>,
    /// Who told whom, in order of time; undated last.
    pub tellings: Vec<Telling>,
    /// What each notice says of the items of the notice check.
    pub notices: Vec<CheckedNotice>,
    /// Statements that do not seem to fit, and corrections.
    pub pairs: Vec<Pair>,
    /// Questions, in the order in which they were entered.
    pub questions: Vec<QuestionRow>,
    /// Kinds of data with what was asserted of each.
    pub data: Vec<DataKind>,
    /// Requests with what happened to each.
    pub requests: Vec<RequestFacts>,
}

/// The dates of one incident, each of them a field of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentDates {
    /// Its name.
    pub name: String,
    /// The kind of incident in the words of those who told of it; may be empty.
    pub kind_as_told: String,
    /// The dates, also those that are not on record.
    pub dates: Vec<IncidentDate>,
}

/// One date of an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentDate {
    /// Which ("the organisation was told").
    pub what: String,
    /// The date.
    pub date: DateWords,
    /// How long after a named other date ("5 days after the organisation was told"); may be empty.
    pub after: String,
    /// Reference of the document it rests on.
    pub source: Option<String>,
    /// How sure it is; `None` where there is no date.
    pub certainty: Option<Certainty>,
}

/// A party that was not named at first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedLater {
    /// As it was called before.
    pub shown: String,
    /// The name given to it.
    pub name: String,
    /// Who gave it.
    pub by: String,
    /// When.
    pub date: DateWords,
    /// What that rests on.
    pub authority: String,
    /// Reference of the document it rests on.
    pub source: Option<String>,
}

/// One party telling another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// When.
    pub date: DateWords,
    /// What happened, in a line.
    pub what: String,
    /// Who told; may be empty.
    pub from: String,
    /// Who was told; may be empty.
    pub to: String,
    /// More about it; may be empty.
    pub text: String,
    /// Reference of the document it rests on.
    pub source: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A notice that was gone through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedNotice {
    /// Its reference ("N-001").
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The date on it.
    pub date: DateWords,
    /// Reference of the document of this bundle that it is.
    pub source: Option<String>,
    /// What it says of each item, in the order of the items.
    pub findings: Vec<Finding>,
}

/// What a notice says of one item. A record of content, never a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The item's stable name ("N01").
    pub item: String,
    /// What is looked for.
    pub text: String,
    /// On what footing it is looked for ("the law asks").
    pub footing: String,
    /// The finding in words ("not said"); `None` where nobody has looked.
    pub finding: Option<String>,
    /// The words it rests on, verbatim; may be empty.
    pub quote: String,
    /// A remark of the claimant; may be empty.
    pub remark: String,
}

/// Two statements side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// How they stand to one another, in words.
    pub tie: String,
    /// The first.
    pub first: Quoted,
    /// The second.
    pub second: Quoted,
    /// Whether both could be true, as the claimant sees it.
    pub both_true: String,
    /// A remark of the claimant; may be empty.
    pub remark: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionRow {
    /// Its reference ("Q-001").
    pub reference: String,
    /// The question.
    pub text: String,
    /// What left it open; may be empty.
    pub gap: String,
    /// For whom it is; may be empty.
    pub asked_of: String,
    /// When it was asked.
    pub asked: DateWords,
    /// The letter in which it was asked; may be empty.
    pub asked_in: String,
    /// Reference of the document of this bundle that the letter is.
    pub source: Option<String>,
    /// What has become of it, in words.
    pub state: String,
    /// The statement that answers it, wholly or in part.
    pub answer: Option<Quoted>,
    /// A remark of the claimant; may be empty.
    pub remark: String,
}

/// One kind of personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataKind {
    /// What it is called.
    pub label: String,
    /// What the law takes it to be, where that is more than personal data; may be empty.
    pub sensitivity: String,
    /// What was asserted of it, in order of time.
    pub assertions: Vec<DataRow>,
}

/// One assertion about a kind of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataRow {
    /// Its reference ("D-001").
    pub reference: String,
    /// When.
    pub date: DateWords,
    /// What is asserted, in words.
    pub standing: String,
    /// Who says so.
    pub by: String,
    /// Whose data; may be empty.
    pub whose: String,
    /// The words it rests on, verbatim; may be empty.
    pub quote: String,
    /// Reference of the document of this bundle it rests on.
    pub source: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// A remark of the claimant; may be empty.
    pub remark: String,
}

/// One request and what happened to it: facts only, no date that was worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestFacts {
    /// Its reference ("R-001").
    pub reference: String,
    /// What was asked for.
    pub title: String,
    /// To whom, at which address, by what route, by whom; may be empty.
    pub about: String,
    /// What happened, in the order in which it was noted; the sending first.
    pub rows: Vec<RequestFact>,
    /// Whether what came was all, what was missing and what comes next, as the claimant sees it; may be empty.
    pub remark: String,
}

/// One thing that happened to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestFact {
    /// When.
    pub date: DateWords,
    /// What happened, in neutral words.
    pub what: String,
    /// What it rests on or says; may be empty.
    pub words: String,
    /// Reference of the document of this bundle that says so.
    pub source: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
}
