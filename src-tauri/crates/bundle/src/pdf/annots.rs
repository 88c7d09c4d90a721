//! Annotations: links within the document keep working, forms and notes stay, what acts on the outside goes.

use std::collections::HashMap;

use super::copy::Copy;
use super::left::LeftOut;
use super::value::{Dict, Id, Value};

/// Keys that carry actions, files, media or ties to the source's structure.
const NOT_COPIED: [&str; 13] = [
    "A",
    "AA",
    "PA",
    "Dest",
    "FS",
    "Sound",
    "Movie",
    "RichMediaContent",
    "RichMediaSettings",
    "3DD",
    "AF",
    "StructParent",
    "P",
];

/// The annotations of one page: what stands in the source's list, and its number in the bundle.
pub(crate) struct PageAnnots<'p>(pub(crate) Vec<(Value<'p>, u32)>);

impl<'p> Copy<'p, '_> {
    /// Gives every annotation its number before anything refers to it.
    pub(crate) fn number_annots(&mut self) -> Vec<PageAnnots<'p>> {
        let pages = self.pages;
        pages
            .iter()
            .map(|page| {
                let items = self.source.array_at(&page.dict, "Annots").unwrap_or_default();
                let numbered = items.into_iter().map(|item| {
                    let number = self.ids.own();
                    if let Value::Ref(id) = item {
                        self.ids.settle(id, number);
                    }
                    (item, number)
                });
                PageAnnots(numbered.collect())
            })
            .collect()
    }

    /// Writes the annotations of a page. `tops` are form fields at the top of the source's form, and their new parent.
    pub(crate) fn annots(&mut self, page: usize, annots: &PageAnnots<'p>, tops: &HashMap<Id, u32>) -> Vec<u32> {
        let mut kept = Vec::new();
        for (item, number) in &annots.0 {
            let Value::Dict(dict) = self.source.resolve(item) else { continue };
            let id = if let Value::Ref(id) = item { Some(*id) } else { None };
            let parent = id.and_then(|id| tops.get(&id)).copied();
            if let Some(dict) = self.annot(dict, page, parent) {
                self.write_own(*number, &dict);
                kept.push(*number);
            }
        }
        kept
    }

    fn annot(&mut self, mut dict: Dict<'p>, page: usize, parent: Option<u32>) -> Option<Dict<'p>> {
        let kind = dict.name("Subtype").unwrap_or(b"").to_vec();
        let has_look = dict.has("AP");
        let target = if dict.has("A") || dict.has("Dest") { self.target(&dict) } else { None };
        if dict.has("AA") || dict.has("PA") {
            self.left.add(LeftOut::Action);
        }
        match kind.as_slice() {
            b"FileAttachment" => self.left.add(LeftOut::EmbeddedFile),
            b"Sound" | b"Movie" | b"Screen" | b"3D" | b"RichMedia" => self.left.add(LeftOut::Media),
            _ => {}
        }
        for key in NOT_COPIED {
            dict.remove(key);
        }
        if matches!(kind.as_slice(), b"FileAttachment" | b"Sound" | b"Movie" | b"Screen" | b"3D" | b"RichMedia") {
            if !has_look {
                return None;
            }
            // The look stays, the thing behind it does not.
            dict.set("Subtype", Value::name("Stamp"));
        }
        if kind == b"Widget" {
            self.field_keys(&mut dict, parent);
        }
        if let Some(target) = target {
            if kind == b"Link" {
                self.internal_links += 1;
            }
            dict.set("Dest", target);
        }
        dict.set("P", Value::Final(self.page_object(page)));
        let mut value = Value::Dict(dict);
        super::clean::object(&mut value, &mut self.left);
        match value {
            Value::Dict(dict) => Some(dict),
            _ => None,
        }
    }
}
