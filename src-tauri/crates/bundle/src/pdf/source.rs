//! One source document, opened: objects by number, as our own values.

use std::ops::Range;

use hayro_syntax::object::stream::Stream;
use hayro_syntax::object::{Dict as HayroDict, MaybeRef, Object, ObjectIdentifier};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::bytes::PdfBytes;
use super::lex;
use super::refused::{Refused, RefusedKind};
use super::value::{Dict, Id, Value};

/// What an object number stands for.
pub(crate) enum Thing<'p> {
    Plain(Value<'p>),
    Stream(Dict<'p>, Stream<'p>),
    /// No such object, or one that cannot be read.
    Missing,
}

/// The reader of one document.
pub(crate) struct Source<'p> {
    pub(crate) pdf: &'p Pdf,
    data: &'p [u8],
    /// Strings must go through the reader to be decrypted.
    encrypted: bool,
}

/// Opens a document with engine one.
///
/// # Errors
/// [`RefusedKind::Encrypted`] when a password is needed, [`RefusedKind::Damaged`] when nothing can be read.
pub(crate) fn open(bytes: &PdfBytes) -> Result<Pdf, Refused> {
    Pdf::new(bytes.data()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Refused::new(RefusedKind::Encrypted, "The file is locked with a password.")
        }
        LoadPdfError::Decryption(_) => {
            Refused::new(RefusedKind::Encrypted, "The file is encrypted in a way that could not be opened.")
        }
        LoadPdfError::Invalid => Refused::damaged("The file could not be read as a PDF."),
    })
}

impl<'p> Source<'p> {
    pub(crate) fn new(pdf: &'p Pdf) -> Self {
        let data = pdf.data().as_ref();
        // A false alarm (the word inside some text) only costs time.
        let encrypted = memchr::memmem::find(data, b"/Encrypt").is_some();
        Self { pdf, data, encrypted }
    }

    /// The object with this number.
    pub(crate) fn get(&self, id: Id) -> Thing<'p> {
        match self.pdf.xref().get::<Object<'p>>(ObjectIdentifier::new(id.0, id.1)) {
            None => Thing::Missing,
            Some(Object::Stream(stream)) => Thing::Stream(self.dict(stream.dict()), stream),
            Some(object) => Thing::Plain(self.value(object, 0)),
        }
    }

    /// Whether an object of this number stands in the file, readable or not.
    pub(crate) fn stands_in_file(&self, id: Id) -> bool {
        let needle = format!("{} {} obj", id.0, id.1);
        memchr::memmem::find_iter(self.data, needle.as_bytes()).any(|at| at == 0 || !self.data[at - 1].is_ascii_digit())
    }

    /// Follows references (a chain of a few at most) to a value that is not one. A stream gives its dictionary.
    pub(crate) fn resolve(&self, value: &Value<'p>) -> Value<'p> {
        let mut value = value.clone();
        for _ in 0..8 {
            let Value::Ref(id) = value else { return value };
            value = match self.get(id) {
                Thing::Plain(value) => value,
                Thing::Stream(dict, _) => Value::Dict(dict),
                Thing::Missing => Value::Null,
            };
        }
        Value::Null
    }

    /// The dictionary behind a key, directly or by reference.
    pub(crate) fn dict_at(&self, dict: &Dict<'p>, key: &str) -> Option<Dict<'p>> {
        match self.resolve(dict.get(key)?) {
            Value::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// The array behind a key, directly or by reference.
    pub(crate) fn array_at(&self, dict: &Dict<'p>, key: &str) -> Option<Vec<Value<'p>>> {
        match self.resolve(dict.get(key)?) {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The document's catalogue.
    pub(crate) fn catalog(&self) -> Dict<'p> {
        let id = self.pdf.xref().root_id();
        match self.get((id.obj_number, id.gen_number)) {
            Thing::Plain(Value::Dict(dict)) => dict,
            _ => Dict::default(),
        }
    }

    /// Where `slice` lies in the file, when it is a part of it.
    pub(crate) fn range_of(&self, slice: &[u8]) -> Option<Range<usize>> {
        let start = (slice.as_ptr() as usize).checked_sub(self.data.as_ptr() as usize)?;
        let end = start.checked_add(slice.len())?;
        (end <= self.data.len()).then_some(start..end)
    }

    /// A dictionary of the reader as our own.
    pub(crate) fn dict(&self, dict: &HayroDict<'p>) -> Dict<'p> {
        if !self.encrypted
            && let Some(Value::Dict(dict)) = lex::value(dict.data())
        {
            return dict;
        }
        self.convert_dict(dict, 0)
    }

    fn convert_dict(&self, dict: &HayroDict<'p>, depth: usize) -> Dict<'p> {
        let entries = dict.entries().map(|(key, value)| {
            let value = match value {
                MaybeRef::Ref(r) => Value::Ref((r.obj_number, r.gen_number)),
                MaybeRef::NotRef(object) => self.value(object, depth + 1),
            };
            (key.to_vec().into(), value)
        });
        Dict(entries.collect())
    }

    fn value(&self, object: Object<'p>, depth: usize) -> Value<'p> {
        if depth > lex::MAX_DEPTH {
            return Value::Null;
        }
        match object {
            Object::Null(_) => Value::Null,
            Object::Boolean(flag) => Value::Bool(flag),
            Object::Number(number) => {
                let real = number.as_f64();
                let text = if real.fract() == 0.0 && real.abs() < 1e15 {
                    number.as_i64().to_string()
                } else {
                    real.to_string()
                };
                Value::Number(text.into_bytes().into())
            }
            Object::String(string) => Value::Text(string.as_bytes().to_vec()),
            Object::Name(name) => Value::Name(name.to_vec().into()),
            Object::Dict(dict) if depth == 0 => Value::Dict(self.dict(&dict)),
            Object::Dict(dict) => Value::Dict(self.convert_dict(&dict, depth)),
            Object::Array(array) => {
                if !self.encrypted
                    && depth == 0
                    && let Some(items) = lex::items(array.data())
                {
                    return Value::Array(items);
                }
                let items = array.raw_iter().map(|item| match item {
                    MaybeRef::Ref(r) => Value::Ref((r.obj_number, r.gen_number)),
                    MaybeRef::NotRef(object) => self.value(object, depth + 1),
                });
                Value::Array(items.collect())
            }
            // A stream is always an object of its own.
            Object::Stream(_) => Value::Null,
        }
    }
}
