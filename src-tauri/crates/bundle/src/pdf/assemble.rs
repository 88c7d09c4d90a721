//! Puts the documents together: copied side by side on a few threads, written in order, a few ahead at most.

use std::collections::HashMap;
use std::io::Write;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::assembly::{AssembleError, Assembled, Assembly, Part};
use super::bytes::PdfBytes;
use super::content::Balance;
use super::copy::Place;
use super::document::{self, Common, Copied};
use super::front::{self, Gathered};
use super::geometry::Geometry;
use super::guard;
use super::layout::{self, FONT, Layout, SAVE, WORDS};
use super::output::Output;
use super::pages;
use super::refused::{Refused, RefusedKind};
use super::source::{self, Source};
use crate::side_by_side::{spawn, threads};

/// Documents that may be copied and not yet written, and how many bytes they may have together. Both bound the memory.
const AHEAD: usize = 8;
const AHEAD_BYTES: u64 = 64 << 20;

/// Writes the bundle to `out`.
///
/// `progress` hears the pages written so far and the pages in all after every document, and may stop the work.
///
/// # Errors
/// See [`AssembleError`]. What was written until then is not a PDF: write beside the final name and rename when whole.
pub fn assemble<W: Write>(
    assembly: &Assembly,
    out: &mut W,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Assembled, AssembleError> {
    let layout = layout::plan(assembly)?;
    let total = assembly.pages();
    let mut output = Output::new(out, layout.end)?;
    let words = assembly.parts.iter().any(|part| part.inspected.layer.is_some());
    output.chunk(&front::before(&layout, words), &[])?;
    let mut gathered = Gathered::default();
    let mut views = Vec::with_capacity(total);
    let mut left_out = Vec::new();
    let desk = Desk::new(&assembly.parts);
    let threads = threads(assembly.parts.len());
    thread::scope(|scope| {
        // However this ends, the workers must not wait for us.
        let _closing = Closing(&desk);
        for _ in 0..threads {
            spawn(scope, || work(assembly, &layout, &desk))?;
        }
        for (index, part) in assembly.parts.iter().enumerate() {
            let Ready { mut copied, views: mut page_views, bytes } =
                desk.wait_for(index).map_err(|failure| failure.of(index, part))?;
            output.chunk(&copied.chunk, bytes.as_slice())?;
            drop(bytes);
            views.append(&mut page_views);
            left_out.extend(copied.left.list().into_iter().map(|(what, count)| (index, what, count)));
            gathered.take(&mut copied, layout.slots[index].writes_shared);
            drop(copied);
            desk.written(index);
            if progress(views.len(), total).is_break() {
                return Err(AssembleError::Cancelled);
            }
        }
        Ok(())
    })?;
    output.chunk(&front::after(assembly, &layout, &gathered, &views), &[])?;
    let bytes = output.finish()?;
    let first_page_of_part = layout.slots.iter().map(|slot| slot.first_page).collect();
    Ok(Assembled { pages: total, bytes, first_page_of_part, left_out })
}

/// A part that is copied.
struct Ready {
    copied: Copied,
    views: Vec<Geometry>,
    /// What the copy left lying in the source until it is written.
    bytes: PdfBytes,
}

/// A part that could not be copied.
enum Failure {
    Refused(Refused),
    Read(std::io::Error),
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl Failure {
    fn of(self, part: usize, named: &Part) -> AssembleError {
        let title = named.title.clone();
        match self {
            Self::Refused(refused) => AssembleError::Part { part, title, refused },
            Self::Read(error) => AssembleError::Read { part, title, error },
        }
    }
}

type Done = Result<Ready, Failure>;

/// Where workers take the next document and lay down what it became.
struct Desk {
    state: Mutex<State>,
    changed: Condvar,
    /// Length of each part in bytes.
    lengths: Vec<u64>,
}

#[derive(Default)]
struct State {
    taken: usize,
    written: usize,
    /// Bytes of the parts that are taken and not yet written.
    under_way: u64,
    done: HashMap<usize, Done>,
    closed: bool,
}

struct Closing<'d>(&'d Desk);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.lock().closed = true;
        self.0.changed.notify_all();
    }
}

impl Desk {
    fn new(parts: &[Part]) -> Self {
        let lengths = parts.iter().map(|part| part.pdf.length()).collect();
        Self { state: Mutex::default(), changed: Condvar::new(), lengths }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Option<usize> {
        let mut state = self.lock();
        loop {
            let index = state.taken;
            let length = *self.lengths.get(index).filter(|_| !state.closed)?;
            let room = state.under_way == 0 || state.under_way + length <= AHEAD_BYTES;
            if room && index < state.written + AHEAD {
                state.taken += 1;
                state.under_way += length;
                return Some(index);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lay_down(&self, index: usize, done: Done) {
        self.lock().done.insert(index, done);
        self.changed.notify_all();
    }

    fn wait_for(&self, index: usize) -> Done {
        let mut state = self.lock();
        loop {
            if let Some(done) = state.done.remove(&index) {
                return done;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn written(&self, index: usize) {
        let mut state = self.lock();
        state.written = index + 1;
        state.under_way = state.under_way.saturating_sub(self.lengths[index]);
        drop(state);
        self.changed.notify_all();
    }
}

fn work(assembly: &Assembly, layout: &Layout, desk: &Desk) {
    while let Some(index) = desk.take() {
        let done = guard::catch(|| copy_part(assembly, layout, index)).unwrap_or_else(|refused| Err(refused.into()));
        desk.lay_down(index, done);
    }
}

fn copy_part(assembly: &Assembly, layout: &Layout, index: usize) -> Done {
    let (part, slot) = (&assembly.parts[index], &layout.slots[index]);
    let bytes = part.pdf.read().map_err(Failure::Read)?;
    let pdf = source::open(&bytes)?;
    let source = Source::new(&pdf);
    let found = pages::pages(&source)?;
    let facts = &part.inspected.pages;
    if found.pages.len() != facts.len() {
        return Err(changed().into());
    }
    let layer = match &part.inspected.layer {
        Some(layer) => layer.by_page()?,
        None => HashMap::new(),
    };
    let balances: Vec<Balance> = facts.iter().map(|page| page.balance).collect();
    let place = Place {
        first_shared: slot.first_shared,
        first_own: slot.first_own,
        first_page_object: layout.tree.page(slot.first_page),
        number: &|page| assembly.number(slot.first_page + page),
        stamp: part.stamp,
        write_shared: slot.writes_shared,
        rehearsal: false,
        field_name: format!("d{}", index + 1),
        bookmark: slot.bookmark,
        parent: &|page| layout.tree.parent_of_page(slot.first_page + page),
        links: &slot.links,
        layer: &layer,
        balances: &balances,
    };
    let words = part.inspected.layer.is_some().then_some(WORDS);
    let common = Common { save: SAVE, font: FONT, words };
    let copied = document::copy(&source, &found.pages, &place, common);
    // A page whose content is written anew needs fewer objects than the rehearsal reserved.
    let fits = copied.used.0 <= part.inspected.shared_objects && copied.used.1 <= part.inspected.own_objects;
    if !fits {
        return Err(changed().into());
    }
    let views = found.pages.iter().map(|page| page.geometry).collect();
    Ok(Ready { copied, views, bytes })
}

fn changed() -> Refused {
    Refused::new(RefusedKind::Failed, "The file reads differently from when it was inspected.")
}
