//! A page carried over with what it draws with, and nothing else of its file: what other pages draw, say or hold stays behind.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// No honest page nests deeper.
const DEEPEST: usize = 60;

/// The most bytes of one page's drawing.
const MOST_CONTENT: usize = 64 << 20;

/// What a page may have from the nodes above it (ISO 32000-1, table 30).
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// What is said about an object rather than drawn with it, or leads out of it.
const LEFT: [&[u8]; 12] = [
    b"Parent",
    b"StructParent",
    b"StructParents",
    b"Metadata",
    b"PieceInfo",
    b"AF",
    b"LastModified",
    b"OC",
    b"OPI",
    b"Ref",
    b"Measure",
    b"PtData",
];

type Names = BTreeSet<Vec<u8>>;

/// The source, and which of its objects went where.
pub(super) struct Keeper {
    source: Document,
    pages: Vec<ObjectId>,
    went: BTreeMap<ObjectId, ObjectId>,
    /// What the page at work has brought so far, with the object it stands for: nothing of it stays if it fails.
    brought: Vec<(Option<ObjectId>, ObjectId)>,
}

/// Something of the page cannot be carried over for sure; it becomes a picture.
struct NotSure;

impl From<lopdf::Error> for NotSure {
    fn from(_: lopdf::Error) -> Self {
        Self
    }
}

impl Keeper {
    /// Opens the source. None where its pages are understood differently, or parts of them can be switched on and off: then nothing is kept.
    pub(super) fn open(bytes: &[u8], pages: usize) -> Option<Self> {
        let mut source = Document::load_mem(bytes).ok()?;
        if source.is_encrypted() {
            source.decrypt("").ok()?;
        }
        let found: Vec<ObjectId> = source.get_pages().into_values().collect();
        let layers = source.catalog().ok()?.has(b"OCProperties");
        (found.len() == pages && !layers).then(|| Self {
            source,
            pages: found,
            went: BTreeMap::new(),
            brought: Vec::new(),
        })
    }

    /// Carries a page over; none where that cannot be done for sure, and then nothing of it is there.
    pub(super) fn copy(&mut self, index: usize, out: &mut Document, tree: ObjectId) -> Option<ObjectId> {
        self.brought.clear();
        match self.page(index, out, tree) {
            Ok(page) => Some(out.add_object(page)),
            Err(NotSure) => {
                for (from, to) in self.brought.drain(..) {
                    from.and_then(|from| self.went.remove(&from));
                    out.objects.remove(&to);
                }
                None
            }
        }
    }

    fn page(&mut self, index: usize, out: &mut Document, tree: ObjectId) -> Result<Dictionary, NotSure> {
        let id = *self.pages.get(index).ok_or(NotSure)?;
        let page = self.source.get_dictionary(id)?.clone();
        let mut whole = dictionary! { "Type" => "Page", "Parent" => tree };
        let mut resources = Dictionary::new();
        for key in INHERITED {
            let Some(value) = self.inherited(&page, key)? else { continue };
            if key == b"Resources" {
                resources = value.as_dict()?.clone();
            } else {
                let value = self.value(&value, out, 0)?;
                whole.set(key, value);
            }
        }
        for key in [&b"UserUnit"[..], b"Group"] {
            if let Ok(value) = page.get(key) {
                let value = value.clone();
                let value = self.value(&value, out, 0)?;
                whole.set(key, value);
            }
        }
        let content = self.source.get_page_content_with_limit(id, MOST_CONTENT)?;
        let mut names = used(&content)?;
        self.names_of_forms(&resources, &mut names)?;
        let resources = self.resources(&resources, &names, out, 0)?;
        whole.set("Resources", resources);
        let mut stream = Stream::new(Dictionary::new(), content);
        // A stream that would not get smaller stays as it is.
        let _ = stream.compress();
        whole.set("Contents", self.add(out, None, Object::Stream(stream)));
        let links = self.links(&page)?;
        if !links.is_empty() {
            whole.set("Annots", links);
        }
        Ok(whole)
    }

    /// An attribute of a page or of a node above it.
    fn inherited(&self, page: &Dictionary, key: &[u8]) -> Result<Option<Object>, NotSure> {
        let mut node = page;
        for _ in 0..DEEPEST {
            if node.has(key) {
                return Ok(Some(node.get_deref(key, &self.source)?.clone()));
            }
            match node.get_deref(b"Parent", &self.source) {
                Ok(parent) => node = parent.as_dict()?,
                Err(_) => return Ok(None),
            }
        }
        Err(NotSure)
    }

    /// The names that forms without resources of their own take from the page.
    fn names_of_forms(&self, resources: &Dictionary, names: &mut Names) -> Result<(), NotSure> {
        let Ok(forms) = resources.get_deref(b"XObject", &self.source) else { return Ok(()) };
        let forms = forms.as_dict()?;
        let mut seen = Names::new();
        loop {
            let next = forms.iter().find(|(name, _)| names.contains(*name) && !seen.contains(*name));
            let Some((name, _)) = next else { return Ok(()) };
            seen.insert(name.clone());
            let Ok(Object::Stream(form)) = forms.get_deref(name, &self.source) else { continue };
            if form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form")
                && !form.dict.has(b"Resources")
            {
                names.extend(used(&plain(form)?)?);
            }
        }
    }

    /// The resources that these names stand for.
    fn resources(
        &mut self,
        all: &Dictionary,
        names: &Names,
        out: &mut Document,
        depth: usize,
    ) -> Result<Dictionary, NotSure> {
        let mut kept = Dictionary::new();
        for (kind, entries) in all.iter() {
            let (_, entries) = self.source.dereference(entries)?;
            let Object::Dictionary(entries) = entries.clone() else { continue };
            let mut some = Dictionary::new();
            for (name, value) in entries.iter().filter(|(name, _)| names.contains(*name)) {
                let value = self.value(value, out, depth + 1)?;
                some.set(name.clone(), value);
            }
            if !some.is_empty() {
                kept.set(kind.clone(), some);
            }
        }
        Ok(kept)
    }

    fn value(&mut self, value: &Object, out: &mut Document, depth: usize) -> Result<Object, NotSure> {
        if depth > DEEPEST {
            return Err(NotSure);
        }
        Ok(match value {
            Object::Reference(id) => Object::Reference(self.reference(*id, out, depth)?),
            Object::Array(list) => {
                Object::Array(list.iter().map(|one| self.value(one, out, depth + 1)).collect::<Result<_, _>>()?)
            }
            Object::Dictionary(dict) => Object::Dictionary(self.dict(dict, None, out, depth)?),
            Object::Stream(stream) => Object::Stream(self.stream(stream, out, depth)?),
            plain => plain.clone(),
        })
    }

    fn reference(&mut self, id: ObjectId, out: &mut Document, depth: usize) -> Result<ObjectId, NotSure> {
        if let Some(there) = self.went.get(&id) {
            return Ok(*there);
        }
        // Its place is known before its parts are: it may lead back to itself.
        let there = self.add(out, Some(id), Object::Null);
        let found = self.source.objects.get(&id).cloned().unwrap_or(Object::Null);
        let copied = self.value(&found, out, depth + 1)?;
        out.set_object(there, copied);
        Ok(there)
    }

    fn add(&mut self, out: &mut Document, from: Option<ObjectId>, object: Object) -> ObjectId {
        let there = out.add_object(object);
        if let Some(from) = from {
            self.went.insert(from, there);
        }
        self.brought.push((from, there));
        there
    }

    /// A dictionary; its resources cut down to the names that its own drawing uses.
    fn dict(
        &mut self,
        dict: &Dictionary,
        drawing: Option<&[u8]>,
        out: &mut Document,
        depth: usize,
    ) -> Result<Dictionary, NotSure> {
        let kind = dict.get(b"Type").and_then(Object::as_name).unwrap_or_default();
        if matches!(kind, b"Page" | b"Pages" | b"Catalog" | b"Annot") {
            return Err(NotSure);
        }
        let mut copied = Dictionary::new();
        for (key, value) in dict.iter().filter(|(key, _)| !LEFT.contains(&key.as_slice())) {
            let value = if key == b"Resources" {
                let names = match drawing {
                    Some(drawing) => used(drawing)?,
                    None => self.names_of_letters(dict)?,
                };
                let (_, all) = self.source.dereference(value)?;
                let all = all.as_dict()?.clone();
                Object::Dictionary(self.resources(&all, &names, out, depth)?)
            } else {
                self.value(value, out, depth + 1)?
            };
            copied.set(key.clone(), value);
        }
        Ok(copied)
    }

    /// The names that the drawn letters of a font use (ISO 32000-1, 9.6.5).
    fn names_of_letters(&self, font: &Dictionary) -> Result<Names, NotSure> {
        let letters = font.get_deref(b"CharProcs", &self.source)?.as_dict()?;
        let mut names = Names::new();
        for (_, letter) in letters.iter() {
            let (_, letter) = self.source.dereference(letter)?;
            names.extend(used(&plain(letter.as_stream()?)?)?);
        }
        Ok(names)
    }

    fn stream(&mut self, stream: &Stream, out: &mut Document, depth: usize) -> Result<Stream, NotSure> {
        let drawing = if stream.dict.has(b"Resources") { Some(plain(stream)?) } else { None };
        let mut copied = Stream::new(self.dict(&stream.dict, drawing.as_deref(), out, depth)?, stream.content.clone());
        copied.allows_compression = false;
        Ok(copied)
    }

    /// Links to the web. Any other note or field on a page makes it a picture, so that it looks as it did.
    fn links(&self, page: &Dictionary) -> Result<Vec<Object>, NotSure> {
        let Ok(notes) = page.get_deref(b"Annots", &self.source) else { return Ok(Vec::new()) };
        let mut links = Vec::new();
        for note in notes.as_array()? {
            let (_, note) = self.source.dereference(note)?;
            let note = note.as_dict()?;
            if note.get_deref(b"Subtype", &self.source)?.as_name()? != b"Link" {
                return Err(NotSure);
            }
            let address = note
                .get_deref(b"A", &self.source)
                .and_then(Object::as_dict)
                .and_then(|action| action.get_deref(b"URI", &self.source))
                .and_then(Object::as_str);
            let Ok(address) = address else { continue };
            let place = note.get_deref(b"Rect", &self.source)?.as_array()?.clone();
            if place.iter().any(|number| number.as_float().is_err()) {
                return Err(NotSure);
            }
            links.push(Object::Dictionary(dictionary! {
                "Type" => "Annot", "Subtype" => "Link", "Rect" => place, "Border" => vec![0.into(), 0.into(), 0.into()],
                "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal(address) },
            }));
        }
        Ok(links)
    }
}

/// Every name that a drawing uses.
fn used(drawing: &[u8]) -> Result<Names, NotSure> {
    let mut names = Names::new();
    for operation in Content::decode(drawing)?.operations {
        names.extend(operation.operands.iter().filter_map(|operand| operand.as_name().ok()).map(<[u8]>::to_vec));
        if operation.operator == "BI" {
            // A picture within the drawing may name a colour space of the page (ISO 32000-1, 8.9.7).
            let pictures = operation.operands.iter().filter_map(|operand| operand.as_stream().ok());
            let values = pictures.flat_map(|picture| picture.dict.iter().map(|(_, value)| value));
            names.extend(values.filter_map(|value| value.as_name().ok()).map(<[u8]>::to_vec));
        }
    }
    Ok(names)
}

fn plain(stream: &Stream) -> Result<Vec<u8>, NotSure> {
    Ok(stream.get_plain_content_with_limit(MOST_CONTENT)?)
}
