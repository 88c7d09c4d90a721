//! One page of the bundle: the source's page with its inherited attributes written out, wrapped, numbered and linked.

use std::collections::HashMap;

use super::copy::Copy;
use super::font::Face;
use super::pages::SourcePage;
use super::source::Thing;
use super::stamp;
use super::value::{Dict, Id, Value};

/// Keys of a page that are copied as they are. The rest is inherited (written out), replaced or left behind.
const COPIED: [&str; 7] = ["BleedBox", "TrimBox", "ArtBox", "Group", "UserUnit", "Tabs", "Dur"];

/// Objects that pages share within one copy.
pub(crate) struct Shared {
    /// The stream that saves the graphics state before balanced content; one for the whole bundle.
    pub(crate) save: u32,
    /// The font of the numbers.
    pub(crate) font: u32,
    /// Resources with the number font added, by the source's resources object.
    pub(crate) stamped: HashMap<Id, (u32, String)>,
}

impl<'p> Copy<'p, '_> {
    /// Writes page `index`, with these annotations.
    pub(crate) fn page(&mut self, index: usize, annots: &[u32], shared: &mut Shared) {
        let pages = self.pages;
        let page = &pages[index];
        let contents = self.contents(page);
        let mut dict = Dict::default();
        dict.set("Type", Value::name("Page"));
        dict.set("Parent", Value::Final((self.place.parent)(index)));
        dict.set("MediaBox", page.media_box.clone().unwrap_or_else(|| Value::Array([0, 0, 612, 792].map(Value::int).to_vec())));
        if let Some(crop) = &page.crop_box {
            dict.set("CropBox", crop.clone());
        }
        if page.geometry.rotate != 0 {
            dict.set("Rotate", Value::int(page.geometry.rotate));
        }
        for key in COPIED {
            if let Some(value) = page.dict.get(key) {
                dict.set(key, value.clone());
            }
        }
        if self.place.stamp {
            let (resources, font) = self.stamped_resources(page, shared);
            dict.set("Resources", resources);
            dict.set("Contents", self.wrapped(index, contents, &font, shared));
        } else {
            dict.set("Resources", page.resources.clone().unwrap_or(Value::Dict(Dict::default())));
            if !contents.is_empty() {
                dict.set("Contents", Value::Array(contents));
            }
        }
        let ours = self.place.links.get(&index).into_iter().flatten();
        let annots: Vec<Value<'p>> = annots.iter().chain(ours).map(|number| Value::Final(*number)).collect();
        if !annots.is_empty() {
            dict.set("Annots", Value::Array(annots));
        }
        self.write_own(self.page_object(index), &dict);
    }

    /// The streams of a page's content. Anything else in the list would break viewers that trust it.
    pub(crate) fn contents(&mut self, page: &SourcePage<'p>) -> Vec<Value<'p>> {
        let mut items = match page.dict.get("Contents") {
            Some(value) => vec![value.clone()],
            None => return Vec::new(),
        };
        let mut streams = Vec::new();
        let mut steps = 0;
        items.reverse();
        while let Some(item) = items.pop() {
            steps += 1;
            if steps > 100_000 {
                break;
            }
            match item {
                Value::Ref(id) => match self.source.get(id) {
                    Thing::Stream(..) => streams.push(Value::Ref(id)),
                    Thing::Plain(Value::Array(inner)) => items.extend(inner.into_iter().rev()),
                    Thing::Plain(Value::Ref(next)) => items.push(Value::Ref(next)),
                    Thing::Plain(_) => {}
                    Thing::Missing => self.missing(id),
                },
                Value::Array(inner) => items.extend(inner.into_iter().rev()),
                _ => {}
            }
        }
        streams
    }

    /// The content list with the source's content saved, restored and followed by the number.
    fn wrapped(&mut self, index: usize, contents: Vec<Value<'p>>, font: &str, shared: &Shared) -> Value<'p> {
        let pages = self.pages;
        let page = &pages[index];
        let balance = self.place.balances.get(index).copied().unwrap_or_default();
        let mut list = Vec::with_capacity(contents.len() + 2);
        // Both numbers are always used up, so that a rehearsal without figures counts the same.
        let (first, last) = (self.ids.own(), self.ids.own());
        if balance.open_before == 0 && balance.whole_until.is_none() {
            list.push(Value::Final(shared.save));
            list.extend(contents);
        } else {
            let mut head = stamp::before(&balance);
            match balance.whole_until {
                Some(until) => {
                    // The content breaks off inside a string or picture: write the whole part anew.
                    let data = self.decoded(&contents);
                    head.extend_from_slice(&data[..until.min(data.len())]);
                    list.push(Value::Final(first));
                }
                None => {
                    list.push(Value::Final(first));
                    list.extend(contents);
                }
            }
            self.chunk.stream(first, b"", &head);
        }
        let number = self.place.first_number + index as u64;
        let tail = stamp::after(&balance, &page.geometry, number, Face::get(), font);
        self.chunk.stream(last, b"", &tail);
        list.push(Value::Final(last));
        Value::Array(list)
    }

    /// The decoded content of a page, streams parted by a line end. Streams that cannot be decoded are left out.
    pub(crate) fn decoded(&self, contents: &[Value<'p>]) -> Vec<u8> {
        let mut data = Vec::new();
        for item in contents {
            if let Value::Ref(id) = item
                && let Thing::Stream(_, stream) = self.source.get(*id)
                && let Ok(part) = stream.decoded_data()
            {
                data.extend_from_slice(&part);
                data.push(b'\n');
            }
        }
        data
    }

    /// The page's resources with the number font in them, and the font's name there.
    fn stamped_resources(&mut self, page: &SourcePage<'p>, shared: &mut Shared) -> (Value<'p>, String) {
        let id = if let Some(Value::Ref(id)) = page.resources { Some(id) } else { None };
        if let Some((number, name)) = id.and_then(|id| shared.stamped.get(&id)) {
            return (Value::Final(*number), name.clone());
        }
        let mut dict = match page.resources.as_ref().map(|resources| self.source.resolve(resources)) {
            Some(Value::Dict(dict)) => dict,
            _ => Dict::default(),
        };
        let mut fonts = self.source.dict_at(&dict, "Font").unwrap_or_default();
        let mut name = stamp::FONT_NAME.to_owned();
        while fonts.has(&name) {
            name.push('X');
        }
        fonts.0.push((name.clone().into_bytes().into(), Value::Final(shared.font)));
        dict.set("Font", Value::Dict(fonts));
        match id {
            Some(id) => {
                let number = self.ids.own();
                self.write_own(number, &dict);
                shared.stamped.insert(id, (number, name.clone()));
                (Value::Final(number), name)
            }
            None => (Value::Dict(dict), name),
        }
    }
}
