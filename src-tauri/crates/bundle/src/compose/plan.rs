//! The order of a bundle: cover, summary, index, chronology, documents, what was told, effects, list of evidence, gaps; and the rows of its index.

use super::unit::{Body, Made, Placed, Unit};
use crate::model::BundleModel;
use crate::pages::effects::Part;
use crate::pages::front::CoverPart;
use crate::pages::lists::{IndexRow, PIECE};
use crate::pages::schedule;
use crate::pages::told::List;
use std::collections::HashMap;
use std::ops::Range;

/// What a bundle has before and after its documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A claim: everything.
    Claim,
    /// Files only: an index before them.
    Files,
}

/// The whole plan.
pub(super) struct Plan {
    /// Every unit in order.
    pub(super) units: Vec<Unit>,
    /// First unit and number of units of each document, in the model's order.
    pub(super) documents: Vec<Range<usize>>,
    /// Reference to first unit.
    pub(super) firsts: HashMap<String, usize>,
    /// The rows of the index.
    pub(super) index: Vec<IndexRow>,
    /// The lines of the cover.
    pub(super) cover: Vec<CoverPart>,
}

/// Ranges of at most [`PIECE`] rows that cover `rows` rows.
fn pieces(rows: usize) -> Vec<Range<usize>> {
    pieces_of(PIECE, rows)
}

/// Ranges of at most `most` rows that cover `rows` rows.
fn pieces_of(most: usize, rows: usize) -> Vec<Range<usize>> {
    (0..rows).step_by(most).map(|from| from..rows.min(from + most)).collect()
}

/// Lays the plan.
pub(super) fn plan(model: &BundleModel, placed: &[Placed], shape: Shape) -> Plan {
    // A supplement holds late documents; what is said about all of them was in the bundle it adds to, and is in the record.
    let full = shape == Shape::Claim && model.supplement.is_none();
    let mut plan =
        Plan { units: Vec::new(), documents: Vec::new(), firsts: HashMap::new(), index: Vec::new(), cover: Vec::new() };
    if shape == Shape::Claim {
        plan.made("Cover", None, Made::Cover);
    }
    if full && !model.summary.is_empty() {
        plan.made("Summary", None, Made::Summary);
    }
    let index_at = plan.units.len();
    let lists = [
        (full && !model.chronology.is_empty()),
        (shape == Shape::Claim && !model.evidence.is_empty()),
        (full && !(model.gaps.is_empty() && model.left_out.is_empty() && model.redacted.is_empty())),
    ];
    let asked = if full { schedule::rows(&model.schedule) } else { 0 };
    let sections = model.sections.iter().filter(|s| !s.documents.is_empty()).count();
    let told: Vec<List> = List::ALL.into_iter().filter(|list| full && list.rows(&model.told) > 0).collect();
    let effects: Vec<Part> = Part::ALL.into_iter().filter(|part| full && part.rows(&model.effects) > 0).collect();
    let rows = sections
        + placed.len()
        + lists.iter().filter(|l| **l).count()
        + told.len()
        + effects.len()
        + usize::from(asked > 0);
    plan.list("Index", &pieces(rows), Made::Index);
    plan.part("Index", index_at, false);
    if asked > 0 {
        let at = plan.list(schedule::TITLE, &pieces(asked), Made::Schedule);
        plan.part(schedule::TITLE, at, true);
    }
    if lists[0] {
        let at = plan.list("Chronology", &pieces(model.chronology.len()), Made::Chronology);
        plan.part("Chronology", at, true);
    }
    plan.place_documents(model, placed);
    for list in told {
        let ranges = pieces_of(list.piece(), list.rows(&model.told));
        let at = plan.list(list.title(), &ranges, |rows| Made::Told { list, rows });
        plan.part(list.title(), at, true);
    }
    for part in effects {
        let ranges = pieces_of(Part::PIECE, part.rows(&model.effects));
        let at = plan.list(part.title(), &ranges, |rows| Made::Effects { part, rows });
        plan.part(part.title(), at, true);
    }
    if lists[1] {
        let at = plan.list("List of evidence", &pieces(model.evidence.len()), Made::Evidence);
        plan.part("List of evidence", at, true);
    }
    if lists[2] {
        let mut ranges = pieces(model.gaps.len());
        if ranges.is_empty() {
            ranges.push(0..0);
        }
        let end = model.gaps.len();
        let at = plan.list("What is not known", &ranges, |rows| Made::Gaps { last: rows.end == end, rows });
        plan.part("What is not known", at, true);
    }
    plan
}

impl Plan {
    /// The units of one document and nothing else.
    pub(super) fn of_one(units: Vec<Unit>) -> Self {
        let all = 0..units.len();
        Self { units, documents: vec![all], firsts: HashMap::new(), index: Vec::new(), cover: Vec::new() }
    }

    fn made(&mut self, title: &str, section: Option<&str>, made: Made) {
        self.units.push(Unit {
            title: title.to_owned(),
            section: section.map(ToOwned::to_owned),
            body: Body::Made(made),
        });
    }

    /// Adds the pieces of a list and says where they start.
    fn list(&mut self, title: &str, ranges: &[Range<usize>], made: impl Fn(Range<usize>) -> Made) -> usize {
        let at = self.units.len();
        for (i, range) in ranges.iter().enumerate() {
            let title = if i == 0 { title.to_owned() } else { format!("{title}, continued") };
            self.made(&title, None, made(range.clone()));
        }
        at
    }

    /// Names a part on the cover, and in the index if it is not the index itself.
    fn part(&mut self, title: &str, unit: usize, in_index: bool) {
        self.cover.push(CoverPart { title: title.to_owned(), unit });
        if in_index {
            self.index.push(IndexRow::Section { title: title.to_owned(), unit, leaf: true });
        }
    }

    fn place_documents(&mut self, model: &BundleModel, placed: &[Placed]) {
        let mut placed = placed.iter();
        let mut no = 0;
        for section in model.sections.iter().filter(|s| !s.documents.is_empty()) {
            let at = self.units.len();
            self.cover.push(CoverPart { title: section.title.clone(), unit: at });
            self.index.push(IndexRow::Section { title: section.title.clone(), unit: at, leaf: false });
            for (document, placed) in section.documents.iter().zip(placed.by_ref()) {
                let first = self.units.len();
                no += 1;
                let blacked = model.redacted(&document.reference).filter(|redacted| !redacted.pages.is_empty());
                let blacked = blacked.map_or("", |_| "parts blacked out");
                let detail: Vec<&str> = [document.reference.as_str(), document.kind.as_str(), blacked]
                    .into_iter()
                    .filter(|s| !s.is_empty())
                    .collect();
                self.index.push(IndexRow::Document {
                    no,
                    date: document.date_as_stated.clone(),
                    title: document.title.clone(),
                    detail: detail.join(" · "),
                    unit: first,
                });
                self.firsts.insert(document.reference.clone(), first);
                self.units.extend(placed.units.iter().cloned());
                self.documents.push(first..self.units.len());
            }
        }
    }
}
