//! One whole document, copied or rehearsed.

use std::collections::HashMap;

use super::chunk::Chunk;
use super::copy::{Copy, Place};
use super::form::Form;
use super::layers::Layers;
use super::left::Left;
use super::outline::Level;
use super::page::Shared;
use super::pages::SourcePage;
use super::source::Source;

/// What a document became.
pub(crate) struct Copied {
    pub(crate) chunk: Chunk,
    pub(crate) form: Form,
    pub(crate) layers: Option<Layers>,
    /// The uppermost of the document's own bookmarks.
    pub(crate) outline: Level,
    pub(crate) outline_entries: usize,
    pub(crate) internal_links: usize,
    pub(crate) left: Left,
    pub(crate) problems: Vec<String>,
    /// Numbers used up: shared, own.
    pub(crate) used: (u32, u32),
}

/// Objects of the bundle that every document refers to.
#[derive(Clone, Copy, Default)]
pub(crate) struct Common {
    pub(crate) save: u32,
    pub(crate) font: u32,
    /// The font of the words behind pages, where this document has any.
    pub(crate) words: Option<u32>,
}

/// Copies a document to its place.
pub(crate) fn copy<'p>(source: &Source<'p>, pages: &[SourcePage<'p>], place: &Place<'_>, common: Common) -> Copied {
    let mut copy = Copy::new(source, pages, place);
    let annots = copy.number_annots();
    let fields = copy.number_fields();
    let mut shared = Shared { common, stamped: HashMap::new() };
    for (index, annots) in annots.iter().enumerate() {
        let kept = copy.annots(index, annots, &fields.tops);
        copy.page(index, &kept, &mut shared);
    }
    let form = copy.form(&fields);
    let (outline, outline_entries) = copy.outline();
    let layers = copy.layers();
    document_wide(&mut copy);
    copy.drain();
    let (shared_end, own_end) = copy.ids.reached();
    Copied {
        chunk: copy.chunk,
        form,
        layers,
        outline,
        outline_entries,
        internal_links: copy.internal_links,
        left: copy.left,
        problems: copy.problems,
        used: (shared_end - place.first_shared, own_end - place.first_own),
    }
}

/// Counts what hangs on the catalogue and is never copied.
fn document_wide(copy: &mut Copy<'_, '_>) {
    use super::left::LeftOut;
    let source = copy.source;
    let catalog = source.catalog();
    if let Some(names) = source.dict_at(&catalog, "Names") {
        for (key, what) in [("JavaScript", LeftOut::JavaScript), ("EmbeddedFiles", LeftOut::EmbeddedFile)] {
            if let Some(tree) = source.dict_at(&names, key) {
                let count = source.array_at(&tree, "Names").map_or(1, |pairs| (pairs.len() / 2).max(1));
                (0..count).for_each(|_| copy.left.add(what));
            }
        }
    }
    if let Some(action) = source.dict_at(&catalog, "OpenAction")
        && let Some(what) = action.name("S").and_then(super::clean::action_kind)
    {
        copy.left.add(what);
    }
    if catalog.has("AA") {
        copy.left.add(LeftOut::Action);
    }
}
