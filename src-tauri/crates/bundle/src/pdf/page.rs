//! One page of the bundle: the source's page with its inherited attributes written out, wrapped, numbered and linked.

use std::collections::HashMap;
use std::io::{Read, Write};

use super::content::Balance;
use super::copy::Copy;
use super::document::Common;
use super::font::Face;
use super::layer;
use super::pages::SourcePage;
use super::source::{Source, Thing};
use super::stamp;
use super::value::{Dict, Id, Value};

/// Keys of a page that are copied as they are. The rest is inherited (written out), replaced or left behind.
const COPIED: [&str; 7] = ["BleedBox", "TrimBox", "ArtBox", "Group", "UserUnit", "Tabs", "Dur"];

/// Decoded content beyond this is not looked at: it is a bomb, or nobody's page.
const MAX_CONTENT: u64 = 64 * 1024 * 1024;

/// The most coded bytes of a content stream whose decoded length cannot be measured beforehand.
const MAX_UNMEASURED: usize = 128 * 1024;

/// Objects that pages share within one copy.
pub(crate) struct Shared {
    /// The stream that saves the graphics state before balanced content, and the fonts; for the whole bundle.
    pub(crate) common: Common,
    /// Resources with our fonts added, by the source's resources object.
    pub(crate) stamped: HashMap<Id, (u32, FontNames)>,
}

/// What our fonts are called in a page's resources.
#[derive(Clone)]
pub(crate) struct FontNames {
    number: String,
    words: String,
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
        dict.set("MediaBox", page.media_box());
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
            let (resources, contents) = self.stamped(index, contents, shared);
            dict.set("Resources", resources);
            dict.set("Contents", contents);
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

    /// Resources and contents of a numbered page.
    fn stamped(&mut self, index: usize, contents: Vec<Value<'p>>, shared: &mut Shared) -> (Value<'p>, Value<'p>) {
        let pages = self.pages;
        let page = &pages[index];
        let balance = self.place.balances.get(index).copied().unwrap_or_default();
        // Both numbers are always used up, so that a rehearsal without figures counts the same.
        let (first, last) = (self.ids.own(), self.ids.own());
        let number = (self.place.number)(index);
        if balance.isolate {
            return self.isolated(index, &contents, (&number, balance.zone), (first, last), shared);
        }
        let (resources, names) = self.stamped_resources(page, shared);
        let mut list = Vec::with_capacity(contents.len() + 2);
        if balance.open_before == 0 {
            list.push(Value::Final(shared.common.save));
        } else {
            self.chunk.stream(first, b"", &stamp::before(&balance));
            list.push(Value::Final(first));
        }
        list.extend(contents);
        let words = self.words_behind(index, page, &names.words);
        let data = stamp::after(&balance, &page.geometry, &number, Face::get(), &names.number, &words);
        self.write_content(last, &data, !words.is_empty());
        list.push(Value::Final(last));
        (resources, Value::Array(list))
    }

    /// Content that breaks off inside a string, or that readers make different things of, goes into a form object of its own:
    /// whatever is wrong with it ends there, and the number is seen.
    fn isolated(
        &mut self,
        index: usize,
        contents: &[Value<'p>],
        (number, zone): (&str, u8),
        (form, tail): (u32, u32),
        shared: &Shared,
    ) -> (Value<'p>, Value<'p>) {
        let pages = self.pages;
        let page = &pages[index];
        let inherited = page.resources.clone().unwrap_or(Value::Dict(Dict::default()));
        let as_form = |dict: &mut Dict<'p>| {
            dict.set("Type", Value::name("XObject"));
            dict.set("Subtype", Value::name("Form"));
            dict.set("BBox", page.media_box());
            dict.set("Resources", inherited.clone());
        };
        match contents {
            [Value::Ref(id)] if matches!(self.source.get(*id), Thing::Stream(..)) => {
                if let Thing::Stream(mut dict, stream) = self.source.get(*id) {
                    as_form(&mut dict);
                    self.stream(form, dict, &stream);
                }
            }
            _ => {
                let mut dict = Dict::default();
                as_form(&mut dict);
                let (inside, data) = (self.inside(&dict), self.decoded(contents).0);
                self.chunk.stream(form, &inside, &data);
            }
        }
        let mut resources = Dict::default();
        let entry = |name: &str, number: u32| (name.as_bytes().to_vec().into(), Value::Final(number));
        let mut fonts = vec![entry(stamp::FONT_NAME, shared.common.font)];
        fonts.extend(shared.common.words.map(|font| entry(layer::FONT_NAME, font)));
        resources.set("Font", Value::Dict(Dict(fonts)));
        resources.set("XObject", Value::Dict(Dict(vec![entry("RecoursePage", form)])));
        let words = self.words_behind(index, page, layer::FONT_NAME);
        let mut data = b"q /RecoursePage Do".to_vec();
        data.extend(stamp::after(
            &Balance { zone, ..Balance::default() },
            &page.geometry,
            number,
            Face::get(),
            stamp::FONT_NAME,
            &words,
        ));
        self.write_content(tail, &data, !words.is_empty());
        (Value::Dict(resources), Value::Array(vec![Value::Final(tail)]))
    }

    /// The content that puts the words behind a page; empty where there are none.
    fn words_behind(&self, index: usize, page: &SourcePage<'p>, font: &str) -> String {
        self.place.layer.get(&index).map(|words| layer::draw(words, &page.geometry, font)).unwrap_or_default()
    }

    /// Writes content of our own; where it is long, deflated.
    fn write_content(&mut self, number: u32, data: &[u8], long: bool) {
        if long {
            self.chunk.stream(number, b"/Filter/FlateDecode", &deflated(data));
        } else {
            self.chunk.stream(number, b"", data);
        }
    }

    /// The decoded content of a page, streams parted by a line end, and whether all of it could be decoded without a complaint.
    /// Streams that cannot be decoded at all are left out.
    pub(crate) fn decoded(&self, contents: &[Value<'p>]) -> (Vec<u8>, bool) {
        let mut data = Vec::new();
        let mut clean = true;
        for item in contents {
            let Value::Ref(id) = item else { continue };
            let Thing::Stream(dict, stream) = self.source.get(*id) else { continue };
            if swells(self.source, &dict, &stream.raw_data()) {
                clean = false;
                continue;
            }
            if is_plain_deflate(&dict) && inflate(&stream.raw_data(), &mut data) {
                data.push(b'\n');
                continue;
            }
            clean &= !is_plain_deflate(&dict);
            match stream.decoded_data() {
                Ok(part) if filters_are_known(self.source, &dict) => data.extend_from_slice(&part),
                // The reader passes over a filter it does not know and gives the coded bytes for content.
                _ => clean = false,
            }
            data.push(b'\n');
        }
        (data, clean)
    }

    /// Whether a part of a page's content would swell beyond all measure: it is not decoded here.
    pub(crate) fn content_swells(&self, contents: &[Value<'p>]) -> bool {
        contents.iter().any(|item| match item {
            Value::Ref(id) => match self.source.get(*id) {
                Thing::Stream(dict, stream) => swells(self.source, &dict, &stream.raw_data()),
                _ => false,
            },
            _ => false,
        })
    }

    /// The page's resources with our fonts in them, and the fonts' names there.
    fn stamped_resources(&mut self, page: &SourcePage<'p>, shared: &mut Shared) -> (Value<'p>, FontNames) {
        let id = if let Some(Value::Ref(id)) = page.resources { Some(id) } else { None };
        if let Some((number, names)) = id.and_then(|id| shared.stamped.get(&id)) {
            return (Value::Final(*number), names.clone());
        }
        let mut dict = match page.resources.as_ref().map(|resources| self.source.resolve(resources)) {
            Some(Value::Dict(dict)) => dict,
            _ => Dict::default(),
        };
        let mut fonts = self.source.dict_at(&dict, "Font").unwrap_or_default();
        let mut add = |name: &str, font: Option<u32>| {
            let mut name = name.to_owned();
            while fonts.has(&name) {
                name.push('X');
            }
            fonts.0.extend(font.map(|font| (name.clone().into_bytes().into(), Value::Final(font))));
            name
        };
        let number = add(stamp::FONT_NAME, Some(shared.common.font));
        let names = FontNames { number, words: add(layer::FONT_NAME, shared.common.words) };
        dict.set("Font", Value::Dict(fonts));
        match id {
            Some(id) => {
                let number = self.ids.own();
                self.write_own(number, &dict);
                shared.stamped.insert(id, (number, names.clone()));
                (Value::Final(number), names)
            }
            None => (Value::Dict(dict), names),
        }
    }
}

/// Deflated, the same on every machine.
pub(super) fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(6));
    // Writing into memory does not fail.
    let _ = encoder.write_all(data);
    encoder.finish().unwrap_or_default()
}

/// Compressed in the one way nearly all contents are.
fn is_plain_deflate(dict: &Dict<'_>) -> bool {
    !dict.has("DecodeParms")
        && match dict.get("Filter") {
            Some(Value::Name(name)) => name.as_ref() == b"FlateDecode",
            Some(Value::Array(names)) => names[..] == [Value::name("FlateDecode")],
            _ => false,
        }
}

/// Whether decoding this would take memory without end: the reader decodes a stream whole, one filter after the other. One deflated
/// stream is measured; two filters that make bytes more in one stream are nobody's page.
fn swells<'p>(source: &Source<'p>, dict: &Dict<'p>, raw: &[u8]) -> bool {
    const DEFLATE: [&[u8]; 2] = [b"FlateDecode", b"Fl"];
    const OTHERS: [&[u8]; 4] = [b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL"];
    let filters = match dict.get("Filter").map(|filter| source.resolve(filter)) {
        Some(Value::Array(filters)) => filters,
        Some(filter) => vec![filter],
        None => return false,
    };
    let is = |value: &Value<'p>, names: &[&[u8]]| matches!(source.resolve(value), Value::Name(name) if names.contains(&name.as_ref()));
    let growing = filters.iter().filter(|filter| is(filter, &DEFLATE) || is(filter, &OTHERS)).count();
    match growing {
        0 => false,
        // Deflate makes at most 1032 bytes of one (zlib’s technical details).
        1 if raw.len() as u64 * 1032 <= MAX_CONTENT => false,
        1 if filters.first().is_some_and(|filter| is(filter, &DEFLATE)) => {
            let mut inflated = flate2::read::ZlibDecoder::new(raw).take(MAX_CONTENT + 1);
            // What is damaged is measured as far as it can be read.
            let mut length = 0;
            let mut room = [0; 16 * 1024];
            while let Ok(read @ 1..) = inflated.read(&mut room) {
                length += read as u64;
            }
            length > MAX_CONTENT
        }
        1 => raw.len() > MAX_UNMEASURED,
        _ => true,
    }
}

/// Whether all filters of a content stream exist, in full or abbreviated (ISO 32000-1, tables 6 and 94).
fn filters_are_known<'p>(source: &Source<'p>, dict: &Dict<'p>) -> bool {
    const KNOWN: [&[u8]; 11] = [
        b"FlateDecode",
        b"LZWDecode",
        b"ASCII85Decode",
        b"ASCIIHexDecode",
        b"RunLengthDecode",
        b"Crypt",
        b"Fl",
        b"LZW",
        b"A85",
        b"AHx",
        b"RL",
    ];
    let known =
        |value: Value<'p>| matches!(source.resolve(&value), Value::Name(name) if KNOWN.contains(&name.as_ref()));
    match dict.get("Filter").map(|filter| source.resolve(filter)) {
        None | Some(Value::Null) => true,
        Some(Value::Array(filters)) => filters.into_iter().all(known),
        Some(filter) => known(filter),
    }
}

/// Appends the inflated data, or nothing when it is damaged: the reader's own lenient way comes next, and other readers' ways differ.
fn inflate(raw: &[u8], out: &mut Vec<u8>) -> bool {
    let before = out.len();
    // Words and numbers fold up to about a quarter.
    out.reserve(raw.len().saturating_mul(4).min(1 << 20));
    let good = flate2::bufread::ZlibDecoder::new(raw).take(MAX_CONTENT).read_to_end(out).is_ok();
    if !good {
        out.truncate(before);
    }
    good
}
