//! The pieces a bundle is joined from. A unit is one PDF: a document, a file of one, or pages this program sets.

use crate::model::TextPage;
use crate::pages::effects::Part;
use crate::pages::rich::Sheet;
use crate::pages::told::List;
use crate::pdf::{Inspected, PartBytes};
use crate::report::Way;
use std::ops::Range;
use std::sync::Arc;

/// One PDF of the bundle.
#[derive(Clone)]
pub(super) struct Unit {
    /// The words of its bookmark.
    pub(super) title: String,
    /// The heading its bookmark stands under.
    pub(super) section: Option<String>,
    /// Where its pages come from.
    pub(super) body: Body,
}

/// Where pages come from.
#[derive(Clone)]
pub(super) enum Body {
    /// They are there.
    Ready {
        /// The pages.
        pdf: PartBytes,
        /// What was found in them.
        inspected: Arc<Inspected>,
    },
    /// They are set once the numbers are known.
    Made(Made),
}

/// Pages this program sets. Ranges are rows of the list in question.
#[derive(Clone)]
pub(super) enum Made {
    /// The cover.
    Cover,
    /// The summary.
    Summary,
    /// A piece of the index.
    Index(Range<usize>),
    /// A piece of the chronology.
    Chronology(Range<usize>),
    /// A piece of a list of what was told.
    Told {
        /// Which list.
        list: List,
        /// The rows.
        rows: Range<usize>,
    },
    /// A piece of a list of effects.
    Effects {
        /// Which list.
        part: Part,
        /// The entries.
        rows: Range<usize>,
    },
    /// A piece of the schedule of claimant information.
    Schedule(Range<usize>),
    /// A piece of the list of evidence.
    Evidence(Range<usize>),
    /// A piece of the gaps.
    Gaps {
        /// The rows.
        rows: Range<usize>,
        /// Whether what is held back follows.
        last: bool,
    },
    /// A run of a document's mail.
    Mail {
        /// Number of the document.
        document: usize,
        /// Which run of its words.
        run: usize,
    },
    /// A run of plain words.
    Words {
        /// Number of the document.
        document: usize,
        /// The words.
        text: Arc<TextPage>,
        /// Which run of them.
        run: usize,
    },
    /// A run of a document with its formatting.
    Rich {
        /// Number of the document.
        document: usize,
        /// What stands on its pages.
        sheets: Arc<Vec<Sheet>>,
        /// Which run of them.
        run: usize,
    },
    /// A slip sheet.
    Slip {
        /// Number of the document.
        document: usize,
        /// Which of its files.
        files: Vec<usize>,
        /// Why there are no pages.
        why: Vec<String>,
        /// Whether other pages of the document stand before it.
        partly: bool,
    },
}

/// A document and its units.
#[derive(Clone)]
pub(super) struct Placed {
    /// The units in order, never none.
    pub(super) units: Vec<Unit>,
    /// The least direct way among them.
    pub(super) way: Way,
    /// What the report says about the ways.
    pub(super) reasons: Vec<String>,
}
