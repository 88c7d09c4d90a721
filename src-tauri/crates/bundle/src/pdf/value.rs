//! A PDF value as a small tree that borrows from the source (ISO 32000-1, 7.3), and how it is written.
//!
//! Numbers and strings keep the source's own characters: going through floating point moves page boxes by a pixel.

use std::borrow::Cow;

/// Object number and generation of an indirect object in a source document.
pub(crate) type Id = (u32, i32);

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    /// The characters of the number.
    Number(Cow<'a, [u8]>),
    /// A string with its delimiters, as it stands in the source.
    Literal(&'a [u8]),
    /// A string by its bytes, decrypted.
    Text(Vec<u8>),
    /// A name without the slash, unescaped.
    Name(Cow<'a, [u8]>),
    Array(Vec<Value<'a>>),
    Dict(Dict<'a>),
    Ref(Id),
    /// A reference to an object of the bundle itself, never renumbered.
    Final(u32),
}

/// A dictionary in the order of the source. Of a repeated key the last one counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dict<'a>(pub(crate) Vec<(Cow<'a, [u8]>, Value<'a>)>);

impl<'a> Dict<'a> {
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.0.iter().rev().find(|(k, _)| k.as_ref() == key.as_bytes()).map(|(_, v)| v)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn name(&self, key: &str) -> Option<&[u8]> {
        match self.get(key) {
            Some(Value::Name(name)) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn remove(&mut self, key: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|(k, _)| k.as_ref() != key.as_bytes());
        before != self.0.len()
    }

    pub(crate) fn set(&mut self, key: &'static str, value: Value<'a>) {
        self.remove(key);
        self.0.push((Cow::Borrowed(key.as_bytes()), value));
    }

    /// Drops all but the last of a repeated key.
    pub(crate) fn without_repeats(mut self) -> Self {
        let repeated =
            |list: &[(Cow<'a, [u8]>, Value<'a>)], at: usize| list[at + 1..].iter().any(|(k, _)| *k == list[at].0);
        if self.0.len() > 64 {
            let mut seen = std::collections::HashSet::new();
            let keep: Vec<bool> = self.0.iter().rev().map(|(k, _)| seen.insert(k.clone())).collect();
            let mut keep = keep.into_iter().rev();
            self.0.retain(|_| keep.next().unwrap_or(true));
        } else if (0..self.0.len()).any(|at| repeated(&self.0, at)) {
            let keep: Vec<bool> = (0..self.0.len()).map(|at| !repeated(&self.0, at)).collect();
            let mut keep = keep.into_iter();
            self.0.retain(|_| keep.next().unwrap_or(true));
        }
        self
    }
}

impl<'a> Value<'a> {
    pub(crate) fn name(text: &'static str) -> Self {
        Self::Name(Cow::Borrowed(text.as_bytes()))
    }

    pub(crate) fn int(number: i64) -> Self {
        Self::Number(Cow::Owned(number.to_string().into_bytes()))
    }

    /// The number as it would be calculated with.
    pub(crate) fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(text) => std::str::from_utf8(text).ok()?.parse().ok().filter(|n: &f64| n.is_finite()),
            _ => None,
        }
    }

    pub(crate) fn as_i64(&self) -> Option<i64> {
        self.as_f64().map(|number| number as i64)
    }

    /// The bytes of a string, escapes resolved.
    pub(crate) fn as_bytes(&self) -> Option<Vec<u8>> {
        match self {
            Self::Text(bytes) => Some(bytes.clone()),
            Self::Literal(raw) => Some(super::text::decode_literal(raw)),
            _ => None,
        }
    }

    /// Appends the value as PDF, with every reference renumbered by `number`.
    pub(crate) fn write(&self, out: &mut Vec<u8>, number: &mut dyn FnMut(Id) -> Option<u32>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Bool(true) => out.extend_from_slice(b"true"),
            Self::Bool(false) => out.extend_from_slice(b"false"),
            Self::Number(text) => out.extend_from_slice(text),
            Self::Literal(raw) => out.extend_from_slice(raw),
            Self::Text(bytes) => super::text::write_string(bytes, out),
            Self::Name(name) => write_name(name, out),
            Self::Ref(id) => match number(*id) {
                Some(new) => write_ref(new, out),
                None => out.extend_from_slice(b"null"),
            },
            Self::Final(new) => write_ref(*new, out),
            Self::Array(items) => {
                out.push(b'[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(b' ');
                    }
                    item.write(out, number);
                }
                out.push(b']');
            }
            Self::Dict(dict) => write_dict(dict, out, number),
        }
    }
}

/// Appends a dictionary.
pub(crate) fn write_dict(dict: &Dict<'_>, out: &mut Vec<u8>, number: &mut dyn FnMut(Id) -> Option<u32>) {
    out.extend_from_slice(b"<<");
    for (key, value) in &dict.0 {
        write_name(key, out);
        out.push(b' ');
        value.write(out, number);
    }
    out.extend_from_slice(b">>");
}

/// Appends `number 0 R`.
pub(crate) fn write_ref(number: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(number.to_string().as_bytes());
    out.extend_from_slice(b" 0 R");
}

/// Appends a name with its slash, escaping what is not a regular character (ISO 32000-1, 7.3.5).
pub(crate) fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for &byte in name {
        if (b'!'..=b'~').contains(&byte) && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else if byte != 0 {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}
