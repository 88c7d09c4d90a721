//! One rule as data: what it says, where that is written, and how sure we are of it.

use std::sync::LazyLock;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Deserializer};

use crate::choices::Jurisdiction;

/// The files of rules. They are part of the program; a file that cannot be read is found by the tests, and gives no rules to a person.
const FILES: [&str; 5] = [
    include_str!("../../rules/data/notice.toml"),
    include_str!("../../rules/data/access.toml"),
    include_str!("../../rules/data/complaint.toml"),
    include_str!("../../rules/data/limitation.toml"),
    include_str!("../../rules/data/group.toml"),
];

/// How sure we are that a rule says what we say it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Not read, or people disagree about it.
    Low,
    /// Read in somebody's account of it, or in an old version.
    Medium,
    /// Read at its source, and current.
    High,
}

/// Where a rule is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The Act and section, the judgment, or the page with its date.
    pub reference: String,
    /// What is to be known about it; empty where nothing is.
    pub note: String,
}

/// A rule of law, or of a regulator's guidance.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its short name, which never changes: `SAR-1M`.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// Where it applies; empty for the whole United Kingdom.
    pub jurisdictions: Vec<Jurisdiction>,
    /// What sets it off.
    pub trigger: String,
    /// How the day is counted, by the names of the functions of this module; `none` where nothing is.
    pub function: String,
    /// Where it is written.
    pub citations: Vec<Citation>,
    /// When somebody last compared it with its source.
    #[serde(deserialize_with = "day")]
    pub checked_on: NaiveDate,
    /// Whether the source itself was read, rather than an account of it.
    pub primary_read: bool,
    /// How sure we are of it.
    pub confidence: Confidence,
    /// The first day on which it is law, where that matters.
    #[serde(default, deserialize_with = "maybe_day")]
    pub effective_from: Option<NaiveDate>,
    /// What a person is told.
    pub text: String,
}

/// A word of caution that stands beside a rule or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Badge {
    /// The source itself was not read.
    Unchecked,
    /// It was last checked more than twelve months ago.
    MayHaveChanged,
    /// The day lies in a year whose public holidays nobody has announced yet.
    HolidaysProvisional,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| FILES.iter().flat_map(|text| read(text)).collect());

fn read(text: &str) -> Vec<Rule> {
    toml::from_str::<File>(text).map(|file| file.rule).unwrap_or_default()
}

/// What stands in for a rule that the data does not have, so that a day is shown with a caution rather than not at all.
static UNKNOWN: LazyLock<Rule> = LazyLock::new(|| Rule {
    id: String::new(),
    title: "A rule that Recourse could not read".to_owned(),
    jurisdictions: Vec::new(),
    trigger: String::new(),
    function: String::new(),
    citations: Vec::new(),
    checked_on: NaiveDate::MIN,
    primary_read: false,
    confidence: Confidence::Low,
    effective_from: None,
    text: String::new(),
});

/// Every rule, in the order of the data.
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// The rule of this name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// The rule of a name from [`ids`](super::ids), which the tests say is there.
pub(super) fn known(id: &str) -> &'static Rule {
    rule(id).unwrap_or(&UNKNOWN)
}

impl Rule {
    /// The cautions that stand beside it on this day.
    pub fn badges(&self, today: NaiveDate) -> Vec<Badge> {
        let old = self.checked_on.checked_add_months(Months::new(12)).is_some_and(|until| today > until);
        let unchecked = (!self.primary_read).then_some(Badge::Unchecked);
        unchecked.into_iter().chain(old.then_some(Badge::MayHaveChanged)).collect()
    }

    /// Whether it was law on this day, as far as the data says.
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.effective_from.is_none_or(|from| on >= from)
    }
}

/// A civil day as TOML 1.0 writes it, without quotation marks.
pub(super) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let written = toml::value::Datetime::deserialize(from)?;
    let day = written
        .date
        .filter(|_| written.time.is_none())
        .and_then(|date| NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day)));
    day.ok_or_else(|| serde::de::Error::custom(format!("{written} is not a day")))
}

fn maybe_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    day(from).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_to_its_end() {
        for text in FILES {
            let file = toml::from_str::<File>(text);
            assert!(file.is_ok(), "{:?}", file.err());
            assert_eq!(read(text).len(), text.matches("[[rule]]").count());
        }
    }

    #[test]
    fn a_file_with_a_mistake_gives_no_rules() {
        assert_eq!(read("[[rule]]\nid = \"SAR-1M\"\nchecked_on = \"soon\""), []);
    }
}
