//! Engine one looks at a document: its pages, and whether the copy can be trusted. The verifier of the engine.

use std::convert::Infallible;
use std::ops::ControlFlow;

use super::bytes::PdfBytes;
use super::content::{self, Balance};
use super::copy::{Copy, Place};
use super::document::{self, Common};
use super::guard;
use super::ink::Ink;
use super::layer::{Layer, LayerPage};
use super::left::LeftOut;
use super::lex::is_space;
use super::pages::{self, SourcePage};
use super::refused::Refused;
use super::source::{self, Source, Thing};
use super::stamp;
use super::value::Value;
use crate::side_by_side::side_by_side;

/// One page, as it is displayed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageFacts {
    /// Width in points as displayed (rotation and crop box taken into account).
    pub width: f64,
    /// Height in points as displayed.
    pub height: f64,
    /// The page's rotation: 0, 90, 180 or 270 degrees clockwise.
    pub rotation: i64,
    /// The page's own content shows text. Scans with a hidden text layer count; text inside form objects does not.
    pub has_text_operators: bool,
    /// The page's own content paints something.
    pub draws_something: bool,
    pub(crate) balance: Balance,
}

/// Whether engine one's copy of a document can be relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Nothing speaks against it.
    Sound,
    /// Something is missing or contradicts itself; each reason is one plain sentence.
    Doubtful(Vec<String>),
}

/// What [`inspect`] found. Needed to assemble.
#[derive(Clone, Debug)]
pub struct Inspected {
    /// The pages in order.
    pub pages: Vec<PageFacts>,
    /// Whether to trust the copy.
    pub trust: Trust,
    /// Bookmarks of the document itself.
    pub outline_entries: usize,
    /// Links within the document that will keep working.
    pub links: usize,
    /// What will not go into the bundle, and how many of each. [`super::left_out_words`] puts it in words.
    pub left_out: Vec<(LeftOut, usize)>,
    pub(crate) shared_objects: u32,
    pub(crate) own_objects: u32,
    pub(crate) layer: Option<Layer>,
}

impl Inspected {
    /// Whether nothing speaks against engine one's copy.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.trust == Trust::Sound
    }

    /// The same document with words to be laid behind its pages.
    #[must_use]
    pub fn with_layer(mut self, layer: Layer) -> Self {
        self.layer = Some(layer);
        self
    }
}

/// Opens a document with engine one and rehearses the whole copy.
///
/// # Errors
/// [`Refused`], with words for the slip sheet, when no copy can be made at all.
pub fn inspect(bytes: &PdfBytes) -> Result<Inspected, Refused> {
    let bytes = bytes.clone();
    guard::on_big_stack(move || inspect_here(&bytes))?
}

/// [`inspect`] for many documents at hand, side by side, in the order given.
#[must_use]
pub fn inspect_all(documents: &[PdfBytes]) -> Vec<Result<Inspected, Refused>> {
    let at_hand = |index: usize| Ok::<_, Infallible>(documents[index].clone());
    let found = inspect_each(documents.len(), at_hand, &mut |_| ControlFlow::Continue(()));
    // Where the system gave no thread, the documents are looked at one by one.
    let each = found.into_iter().zip(documents);
    each.map(|(found, bytes)| found.map_or_else(|| inspect(bytes), |Ok(result)| result)).collect()
}

/// What was found in one document of many: nothing where nobody came to it, an error of reading it, or the answer of [`inspect`].
pub type Looked<E> = Option<Result<Result<Inspected, Refused>, E>>;

/// [`inspect`] for many documents, each read by `read` when its turn comes and let go afterwards, on as many threads as the machine has
/// (four at most). `told` hears the number of each document that is done, on this thread, and may stop the work.
pub fn inspect_each<E: Send>(
    count: usize,
    read: impl Fn(usize) -> Result<PdfBytes, E> + Sync,
    told: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Vec<Looked<E>> {
    side_by_side(count, |index| read(index).map(|bytes| inspect_on_deep_stack(&bytes)), told)
}

/// [`inspect`] on a thread of [`side_by_side`].
pub(crate) fn inspect_on_deep_stack(bytes: &PdfBytes) -> Result<Inspected, Refused> {
    guard::catch(|| inspect_here(bytes))?
}

fn inspect_here(bytes: &PdfBytes) -> Result<Inspected, Refused> {
    let pdf = source::open(bytes)?;
    let source = Source::new(&pdf);
    let found = pages::pages(&source)?;
    let mut problems = found.problems;
    // First what the assembly will do, in its order: the reader may mend its own table on the way, and then reads differently.
    let copied = document::copy(&source, &found.pages, &rehearsal(&[]), Common::default());
    problems.extend(copied.problems);
    let facts = facts(&source, &found.pages, &mut problems);
    let mut used = copied.used;
    if !problems.is_empty() || facts.iter().any(|page| page.balance.isolate) {
        let again = rehearse_again(bytes, &facts)?;
        used = (used.0.max(again.0), used.1.max(again.1));
    }
    let mut seen = std::collections::HashSet::new();
    problems.retain(|problem| seen.insert(problem.clone()));
    problems.truncate(20);
    Ok(Inspected {
        pages: facts,
        trust: if problems.is_empty() { Trust::Sound } else { Trust::Doubtful(problems) },
        outline_entries: copied.outline_entries,
        links: copied.internal_links,
        left_out: copied.left.list(),
        shared_objects: used.0,
        own_objects: used.1,
        layer: None,
    })
}

/// Looks at the content of every page.
fn facts<'p>(source: &Source<'p>, pages: &[SourcePage<'p>], problems: &mut Vec<String>) -> Vec<PageFacts> {
    let place = rehearsal(&[]);
    let mut reader = Copy::new(source, pages, &place);
    let look = |(index, page): (usize, &SourcePage<'p>)| {
        let streams = reader.contents(page);
        let (data, clean) = reader.decoded(&streams);
        let blank = data.iter().all(|byte| is_space(*byte));
        let unread = blank && page.dict.has("Contents") && (streams.is_empty() || !all_empty(source, &streams));
        if unread || !clean && reader.content_swells(&streams) {
            problems.push(format!("The content of page {} could not be read.", index + 1));
        }
        let mut balance = content::scan(&data, &mut Ink::new(stamp::zones(&page.geometry)));
        balance.isolate |= !clean;
        let (width, height) = page.geometry.size();
        let (rotation, has_text_operators, draws_something) = (page.geometry.rotate, balance.text, balance.draws);
        PageFacts { width, height, rotation, has_text_operators, draws_something, balance }
    };
    let facts = pages.iter().enumerate().map(look).collect();
    problems.append(&mut reader.problems);
    facts
}

/// The rehearsal once more, with fresh eyes and what is now known of the pages: exactly what the assembly will do.
fn rehearse_again(bytes: &PdfBytes, facts: &[PageFacts]) -> Result<(u32, u32), Refused> {
    let pdf = source::open(bytes)?;
    let source = Source::new(&pdf);
    let found = pages::pages(&source)?;
    let balances: Vec<Balance> = facts.iter().map(|page| page.balance).collect();
    Ok(document::copy(&source, &found.pages, &rehearsal(&balances), Common::default()).used)
}

/// Whether the streams of a page are meant to be empty: compressed nothing is a dozen bytes, and a lenient reader makes nothing
/// out of rubbish of any length.
fn all_empty(source: &Source<'_>, streams: &[Value<'_>]) -> bool {
    const COMPRESSED_NOTHING: usize = 16;
    streams.iter().all(|stream| match stream {
        Value::Ref(id) => match source.get(*id) {
            Thing::Stream(dict, stream) => {
                let raw = stream.raw_data();
                raw.len() <= COMPRESSED_NOTHING || !dict.has("Filter") && raw.iter().all(|byte| is_space(*byte))
            }
            _ => false,
        },
        _ => false,
    })
}

fn rehearsal(balances: &[Balance]) -> Place<'_> {
    static NO_WORDS: std::sync::OnceLock<std::collections::HashMap<usize, LayerPage>> = std::sync::OnceLock::new();
    static NO_LINKS: std::sync::OnceLock<std::collections::HashMap<usize, Vec<u32>>> = std::sync::OnceLock::new();
    Place {
        // Three rows far apart; only how far they get matters.
        first_page_object: 1,
        first_shared: 1 << 30,
        first_own: 1 << 29,
        number: &|page| (page + 1).to_string(),
        stamp: true,
        write_shared: true,
        rehearsal: true,
        field_name: String::new(),
        bookmark: 0,
        parent: &|_| 0,
        links: NO_LINKS.get_or_init(Default::default),
        layer: NO_WORDS.get_or_init(Default::default),
        balances,
    }
}
