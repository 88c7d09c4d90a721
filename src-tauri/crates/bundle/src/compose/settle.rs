//! Sets the generated pages until the numbers printed on them are the numbers they have.
//!
//! The length of the index depends on the numbers in it, and they depend on its length: so it is guessed, and done again until nothing moves.

use super::error::ComposeError;
use super::plan::Plan;
use super::unit::{Body, Made, Unit};
use crate::model::{BundleModel, Content};
use crate::pages::documents::{SlipFile, mail, slip, words};
use crate::pages::guess::index_pages;
use crate::pages::keys::{Keys, Numbers};
use crate::pages::{SetError, SetPages, effects, front, lists, rich, schedule, set, set_with, told};
use crate::pdf::{Inspected, Part, PartBytes, PartLink, PdfBytes, inspect_all};
use crate::progress::{Progress, Stage, Stopped, Watch};
use crate::side_by_side::side_by_side;
use serde_json::Value;
use std::ops::ControlFlow;
use std::sync::Arc;

/// No honest bundle needs more rounds.
const ROUNDS: usize = 8;

/// Pages that were set, with what they were set from.
struct Known {
    data: Value,
    targets: Vec<usize>,
    pages: SetPages,
}

/// Pages that are to be set anew.
struct Wanted {
    unit: usize,
    data: Value,
    targets: Vec<usize>,
}

/// A bundle ready to be joined.
pub(super) struct Settled {
    /// The parts in order; one for each unit.
    pub(super) parts: Vec<Part>,
    /// The links on generated pages.
    pub(super) links: Vec<PartLink>,
    /// Characters that could not be shown, by unit.
    pub(super) missing: Vec<(usize, String)>,
}

/// What generated pages are made from.
pub(super) struct Sources<'a> {
    /// The model.
    pub(super) model: &'a BundleModel,
    /// The plan.
    pub(super) plan: &'a Plan,
    /// Where the originals lie in the ZIP; `None` when there is no ZIP.
    pub(super) paths: Option<&'a [Vec<String>]>,
}

/// Why pages were not set.
pub(super) enum Stuck {
    /// The formatting of one document is more than the typesetter takes; it is set from its plain words instead.
    Formatting {
        /// Number of the document.
        document: usize,
        /// What the report says.
        why: String,
    },
    /// There will be no bundle.
    Whole(ComposeError),
}

impl From<ComposeError> for Stuck {
    fn from(error: ComposeError) -> Self {
        Self::Whole(error)
    }
}

impl From<SetError> for Stuck {
    fn from(error: SetError) -> Self {
        Self::Whole(error.into())
    }
}

impl From<Stopped> for Stuck {
    fn from(error: Stopped) -> Self {
        Self::Whole(error.into())
    }
}

/// Sets all generated pages.
///
/// # Errors
/// [`Stuck::Formatting`]; [`ComposeError::Set`], [`ComposeError::Unsettled`], [`ComposeError::Stopped`].
pub(super) fn settle(sources: &Sources<'_>, watch: Watch<'_>) -> Result<Settled, Stuck> {
    let units = &sources.plan.units;
    let mut known: Vec<Option<Known>> = units.iter().map(|_| None).collect();
    let mut counts: Vec<usize> = units.iter().map(|unit| sources.guess(&unit.body)).collect();
    for _ in 0..ROUNDS {
        let before = counts.clone();
        // The index last: it is the longest and names all others, whose lengths are known by then.
        for index in [false, true] {
            let numbers = Numbers::new(&counts, sources.model.mark(), sources.plan.firsts.clone());
            let wanted = sources.wanted(&numbers, &known, index);
            for (Wanted { unit, data, targets }, pages) in sources.set_all(wanted, watch)? {
                counts[unit] = pages.pages;
                known[unit] = Some(Known { data, targets, pages });
            }
        }
        if counts == before {
            return Ok(join(sources.plan, known)?);
        }
    }
    Err(Stuck::Whole(ComposeError::Unsettled))
}

fn progress(done: usize, of: usize, what: &str) -> Progress<'_> {
    Progress { stage: Stage::Setting, done: done as u64, of: of as u64, what }
}

fn join(plan: &Plan, mut known: Vec<Option<Known>>) -> Result<Settled, ComposeError> {
    let mut settled = Settled { parts: Vec::with_capacity(plan.units.len()), links: Vec::new(), missing: Vec::new() };
    let take = |known: &mut Known| PdfBytes::from(std::mem::take(&mut known.pages.pdf));
    let made: Vec<PdfBytes> = known.iter_mut().flatten().map(take).collect();
    let mut inspected = inspect_all(&made).into_iter().zip(made);
    for (i, (unit, known)) in plan.units.iter().zip(known).enumerate() {
        let (pdf, inspected): (PartBytes, Arc<Inspected>) = match (&unit.body, known) {
            (Body::Ready { pdf, inspected }, _) => (pdf.clone(), Arc::clone(inspected)),
            (Body::Made(_), Some(known)) => {
                settled.take(i, &known);
                let Some((inspected, pdf)) = inspected.next() else { return Err(ComposeError::Unsettled) };
                (pdf.into(), Arc::new(inspected.map_err(|refused| ComposeError::Join(refused.reason))?))
            }
            (Body::Made(_), None) => return Err(ComposeError::Unsettled),
        };
        settled.parts.push(Part {
            title: unit.title.clone(),
            section: unit.section.clone(),
            pdf,
            inspected,
            stamp: true,
        });
    }
    Ok(settled)
}

impl Settled {
    /// The links on the pages of a unit, and what could not be shown there.
    fn take(&mut self, unit: usize, known: &Known) {
        for spot in &known.pages.spots {
            if let Some(target) = known.targets.get(spot.key) {
                self.links.push(PartLink {
                    from_part: unit,
                    from_page: spot.page,
                    rect: spot.rect,
                    to_part: *target,
                    to_page: 0,
                });
            }
        }
        if !known.pages.missing.is_empty() {
            self.missing.push((unit, known.pages.missing.iter().collect()));
        }
    }
}

impl Sources<'_> {
    /// The pages of a unit as far as they are known before anything is set.
    fn guess(&self, body: &Body) -> usize {
        match body {
            Body::Ready { inspected, .. } => inspected.pages.len(),
            Body::Made(Made::Index(rows)) => index_pages(&self.plan.index[rows.clone()], rows.start == 0),
            Body::Made(_) => 1,
        }
    }

    /// What has to be set for these numbers: the pieces of the index, or all the rest.
    fn wanted(&self, numbers: &Numbers, known: &[Option<Known>], index: bool) -> Vec<Wanted> {
        let made = self.plan.units.iter().enumerate().filter_map(|(unit, Unit { body, .. })| match body {
            Body::Made(made) if matches!(made, Made::Index(_)) == index => Some((unit, made)),
            _ => None,
        });
        made.filter_map(|(unit, made)| {
            let mut keys = Keys::default();
            let data = self.data(made, numbers, &mut keys);
            let as_it_is = known[unit].as_ref().is_some_and(|known| known.data == data);
            (!as_it_is).then(|| Wanted { unit, data, targets: keys.into_targets() })
        })
        .collect()
    }

    /// Sets these pages, side by side.
    fn set_all(&self, wanted: Vec<Wanted>, watch: Watch<'_>) -> Result<Vec<(Wanted, SetPages)>, Stuck> {
        let (mut done, mut stopped) = (0, false);
        let found = side_by_side(wanted.len(), |index| self.set_one(&wanted[index]), &mut |index| {
            done += 1;
            let title = &self.plan.units[wanted[index].unit].title;
            stopped |= watch(progress(done, wanted.len(), title)).is_break();
            if stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if stopped {
            return Err(Stopped.into());
        }
        let each = wanted.into_iter().zip(found);
        each.map(|(wanted, pages)| {
            // Where the system gave no thread, they are set here.
            let pages = pages.unwrap_or_else(|| self.set_one(&wanted))?;
            Ok((wanted, pages))
        })
        .collect()
    }

    fn set_one(&self, wanted: &Wanted) -> Result<SetPages, Stuck> {
        let data = wanted.data.clone();
        let Body::Made(Made::Rich { document, .. }) = &self.plan.units[wanted.unit].body else {
            return Ok(set(data)?);
        };
        set_with(data, self.pictures(*document)).map_err(|error| Stuck::Formatting {
            document: *document,
            why: format!("Its formatting could not be set, so its words stand without it ({}).", error.reason),
        })
    }

    /// The data of one unit for these numbers.
    fn data(&self, made: &Made, numbers: &Numbers, keys: &mut Keys) -> Value {
        let model = self.model;
        match made {
            Made::Cover => front::cover(model, &self.plan.cover, numbers, keys),
            Made::Summary => front::summary(model, numbers, keys),
            Made::Index(rows) => lists::index(&self.plan.index[rows.clone()], rows.start == 0, numbers, keys),
            Made::Chronology(rows) => {
                lists::chronology(&model.chronology[rows.clone()], rows.start == 0, numbers, keys)
            }
            Made::Told { list, rows } => told::data(*list, &model.told, rows.clone(), numbers, keys),
            Made::Effects { part, rows } => effects::data(*part, &model.effects, rows.clone(), numbers, keys),
            Made::Schedule(rows) => schedule::data(&model.schedule, rows.clone(), numbers, keys),
            Made::Evidence(rows) => lists::evidence(&model.evidence[rows.clone()], rows.start == 0, numbers, keys),
            Made::Gaps { rows, last } => {
                lists::gaps(model, &model.gaps[rows.clone()], rows.start, *last, numbers, keys)
            }
            Made::Mail { document, run } => self.mail(*document, *run, numbers, keys),
            Made::Words { document, text, run } => {
                self.document(*document).map_or(Value::Null, |d| words(d, text, *run))
            }
            Made::Rich { document, sheets, run } => {
                self.document(*document).map_or(Value::Null, |d| rich::page(d, sheets, *run, numbers, keys))
            }
            Made::Slip { document, files, why, partly } => self.slip(*document, files, why, *partly),
        }
    }

    fn document(&self, number: usize) -> Option<&crate::model::Document> {
        self.model.documents().nth(number).map(|(_, d)| d)
    }

    fn pictures(&self, number: usize) -> &[Arc<[u8]>] {
        let formatted = self.document(number).and_then(|document| document.content.formatted());
        formatted.map(|formatted| formatted.pictures.as_slice()).unwrap_or_default()
    }

    fn mail(&self, number: usize, run: usize, numbers: &Numbers, keys: &mut Keys) -> Value {
        match self.document(number).map(|d| (d, &d.content)) {
            Some((document, Content::Mail(page))) => mail(document, page, run, numbers, keys),
            _ => Value::Null,
        }
    }

    fn slip(&self, number: usize, files: &[usize], why: &[String], partly: bool) -> Value {
        let Some(document) = self.document(number) else {
            return Value::Null;
        };
        let files: Vec<SlipFile<'_>> = files
            .iter()
            .filter_map(|i| {
                let place = self.paths.and_then(|p| p.get(number)?.get(*i)).map(String::as_str);
                Some(SlipFile { file: document.files.get(*i)?, place })
            })
            .collect();
        slip(document, &files, why, partly)
    }
}
