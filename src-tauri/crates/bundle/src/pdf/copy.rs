//! Copies one document, object by object, into a chunk of the bundle. A rehearsal of the same walk counts and checks.

use std::collections::HashMap;

use super::chunk::Chunk;
use super::clean;
use super::content::Balance;
use super::ids::{ById, Ids};
use super::layer::LayerPage;
use super::left::Left;
use super::pages::SourcePage;
use super::source::{Source, Thing};
use super::value::{Dict, Id, Value, write_dict, write_name};

/// How often a missing object is searched for in the file: a broken file can have thousands.
const MAX_SEARCHES: usize = 16;

/// Where a document goes in the bundle.
pub(crate) struct Place<'a> {
    pub(crate) first_shared: u32,
    pub(crate) first_own: u32,
    /// Object number of the document's first page; the others follow.
    pub(crate) first_page_object: u32,
    /// Number printed on a page of the document.
    pub(crate) number: &'a dyn Fn(usize) -> String,
    /// Whether page numbers are printed.
    pub(crate) stamp: bool,
    /// Whether shared objects are written, or were already by an identical document.
    pub(crate) write_shared: bool,
    /// A rehearsal keeps nothing.
    pub(crate) rehearsal: bool,
    /// Partial name of the field that holds the document's form fields.
    pub(crate) field_name: String,
    /// Bookmark that the document's own bookmarks hang under.
    pub(crate) bookmark: u32,
    /// The page tree node of a page of the document.
    pub(crate) parent: &'a dyn Fn(usize) -> u32,
    /// Object numbers of links that the bundle adds, by page of the document.
    pub(crate) links: &'a HashMap<usize, Vec<u32>>,
    /// Words to lay behind pages, by page of the document.
    pub(crate) layer: &'a HashMap<usize, LayerPage>,
    /// What the content of each page leaves open.
    pub(crate) balances: &'a [Balance],
}

/// The copy in progress.
pub(crate) struct Copy<'p, 'a> {
    pub(crate) source: &'a Source<'p>,
    pub(crate) pages: &'a [SourcePage<'p>],
    pub(crate) place: &'a Place<'a>,
    pub(crate) ids: Ids,
    pub(crate) chunk: Chunk,
    pub(crate) left: Left,
    pub(crate) problems: Vec<String>,
    pub(crate) internal_links: usize,
    pub(crate) page_of: ById<usize>,
    pub(crate) dests: Option<HashMap<Vec<u8>, Value<'p>>>,
    searches: usize,
}

impl<'p, 'a> Copy<'p, 'a> {
    pub(crate) fn new(source: &'a Source<'p>, pages: &'a [SourcePage<'p>], place: &'a Place<'a>) -> Self {
        let mut ids = Ids::new(place.first_shared, place.first_own);
        let mut page_of = ById::default();
        for (index, page) in pages.iter().enumerate() {
            if let Some(id) = page.id
                && ids.settle(id, place.first_page_object + index as u32)
            {
                page_of.insert(id, index);
            }
        }
        Self {
            source,
            pages,
            place,
            ids,
            chunk: Chunk::new(!place.rehearsal),
            left: Left::default(),
            problems: Vec::new(),
            internal_links: 0,
            page_of,
            dests: None,
            searches: 0,
        }
    }

    /// Object number of a page of this document.
    pub(crate) fn page_object(&self, index: usize) -> u32 {
        self.place.first_page_object + index as u32
    }

    /// Writes an object of our own making.
    pub(crate) fn write_own(&mut self, number: u32, dict: &Dict<'p>) {
        let (chunk, ids) = (&mut self.chunk, &mut self.ids);
        chunk.object(number, |out| write_dict(dict, out, &mut |id| Some(ids.shared(id))));
    }

    /// Renders a value with the bundle's numbers.
    pub(crate) fn render(&mut self, value: &Value<'p>) -> Vec<u8> {
        let mut out = Vec::new();
        let ids = &mut self.ids;
        value.write(&mut out, &mut |id| Some(ids.shared(id)));
        out
    }

    /// Renders a dictionary without its brackets.
    pub(crate) fn inside(&mut self, dict: &Dict<'p>) -> Vec<u8> {
        let mut inside = Vec::new();
        for (key, value) in &dict.0 {
            write_name(key, &mut inside);
            inside.push(b' ');
            let ids = &mut self.ids;
            value.write(&mut inside, &mut |id| Some(ids.shared(id)));
        }
        inside
    }

    /// Notes an object that could not be read, when it stands in the file all the same.
    pub(crate) fn missing(&mut self, id: Id) {
        if self.searches < MAX_SEARCHES {
            self.searches += 1;
            if self.source.stands_in_file(id) {
                self.problems.push(format!("Part {} of the file stands there and could not be read.", id.0));
            }
        }
    }

    /// Writes all shared objects that were referred to, and what they refer to.
    pub(crate) fn drain(&mut self) {
        while let Some((id, number)) = self.ids.next_waiting() {
            match self.source.get(id) {
                Thing::Plain(mut value) => {
                    clean::object(&mut value, &mut self.left);
                    let (chunk, ids) = (&mut self.chunk, &mut self.ids);
                    chunk.object(number, |out| value.write(out, &mut |id| Some(ids.shared(id))));
                }
                Thing::Stream(dict, stream) => self.stream(number, dict, &stream),
                Thing::Missing => {
                    self.missing(id);
                    self.chunk.object(number, |out| out.extend_from_slice(b"null"));
                }
            }
            self.forget_if_written_before();
        }
    }

    /// Writes a stream of the source under this number.
    pub(crate) fn stream(&mut self, number: u32, mut dict: Dict<'p>, stream: &hayro_syntax::object::Stream<'p>) {
        let external = clean::stream_dict(self.source, &mut dict, &mut self.left);
        let inside = self.inside(&dict);
        if external {
            return self.chunk.stream(number, &inside, b"");
        }
        let data = stream.raw_data();
        match (&data, self.source.range_of(&data)) {
            (std::borrow::Cow::Borrowed(slice), Some(range)) => {
                self.chunk.stream_from_source(number, &inside, slice, range)
            }
            _ => self.chunk.stream(number, &inside, &data),
        }
    }

    /// The walk must go on through shared objects of a document that stands in the bundle already, or the numbers would differ;
    /// but what it writes is thrown away.
    fn forget_if_written_before(&mut self) {
        if !self.place.write_shared {
            self.chunk.drop_last();
        }
    }
}
