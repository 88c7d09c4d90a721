//! Data of the pages on what it did to a life.

use std::ops::Range;

use super::keys::{Keys, Numbers};
use super::told::date;
use crate::model::{Account, Effects, Ledger, Total};
use serde_json::{Value, json};

/// The lists of effects, each with a heading of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Money lost or spent.
    Losses,
    /// Time spent.
    Time,
    /// What was done for protection.
    Steps,
    /// What happened, in the claimant's own words.
    Diary,
}

impl Part {
    /// All of them, in the order of the bundle.
    pub(crate) const ALL: [Self; 4] = [Self::Losses, Self::Time, Self::Steps, Self::Diary];

    /// The most entries that are set in one run; an entry can have many lines.
    pub(crate) const PIECE: usize = 100;

    /// The heading.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Losses => "Losses",
            Self::Time => "Time spent",
            Self::Steps => "Protective steps",
            Self::Diary => "Diary",
        }
    }

    /// The sentence under the heading.
    const fn lead(self) -> &'static str {
        match self {
            Self::Losses => {
                "Each loss as the claimant entered it. Sums stand by head and by currency; nothing is converted, rounded or valued."
            }
            Self::Time => "Time as the claimant entered it, added up by activity.",
            Self::Steps => {
                "What the claimant did for protection, with the advice that prompted it where that is on record."
            }
            Self::Diary => {
                "The claimant’s own words, as they were written. When an entry was written is the moment it was entered and cannot be changed; one written more than seven days after what it tells says so."
            }
        }
    }

    /// The headings of the sums: of what, how much, what came back where there can be such a thing.
    const fn heads(self) -> [&'static str; 3] {
        match self {
            Self::Losses => ["Head", "Amount", "Came back"],
            Self::Time => ["Activity", "Time", ""],
            Self::Steps | Self::Diary => ["", "", ""],
        }
    }

    const fn ledger(self, effects: &Effects) -> &Ledger {
        match self {
            Self::Losses => &effects.losses,
            Self::Time => &effects.time,
            Self::Steps => &effects.steps,
            Self::Diary => &effects.diary,
        }
    }

    /// How many entries there are.
    pub(crate) const fn rows(self, effects: &Effects) -> usize {
        self.ledger(effects).entries.len()
    }
}

/// A piece of one of the lists; the sums stand above its first.
pub(crate) fn data(part: Part, effects: &Effects, rows: Range<usize>, numbers: &Numbers, keys: &mut Keys) -> Value {
    let ledger = part.ledger(effects);
    let first = rows.start == 0;
    let totals: Vec<Value> = if first { ledger.totals.iter().map(total).collect() } else { Vec::new() };
    let entries: Vec<Value> = ledger.entries[rows].iter().map(|entry| account(entry, numbers, keys)).collect();
    json!({
        "page": "ledger",
        "title": part.title(),
        "first": first,
        "lead": part.lead(),
        "heads": part.heads(),
        "totals": totals,
        "entries": entries,
    })
}

fn total(total: &Total) -> Value {
    json!({"label": total.label, "figures": total.figures, "back": total.back, "beside": total.beside})
}

fn account(entry: &Account, numbers: &Numbers, keys: &mut Keys) -> Value {
    let mut spots = Vec::new();
    for source in &entry.sources {
        let (page, key) = keys.source(Some(source), numbers);
        spots.push(json!({"source": source, "page": page, "key": key, "place": ""}));
    }
    json!({
        "reference": entry.reference,
        "title": entry.title,
        "date": date(&entry.date),
        "figure": entry.figure,
        "written": entry.written,
        "after": entry.after,
        "words": entry.words,
        "facts": entry.facts,
        "before": entry.before,
        "spots": spots,
    })
}
