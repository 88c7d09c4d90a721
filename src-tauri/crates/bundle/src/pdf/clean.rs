//! What must not travel: actions, embedded files, references to the outside, and ways back into the source's page tree.

use super::left::{Left, LeftOut};
use super::source::Source;
use super::value::{Dict, Value};

/// What an action of this kind is called in the report. `None` for one that only moves within the document.
pub(crate) fn action_kind(kind: &[u8]) -> Option<LeftOut> {
    match kind {
        b"GoTo" => None,
        b"JavaScript" => Some(LeftOut::JavaScript),
        b"Launch" => Some(LeftOut::Launch),
        b"URI" | b"GoToR" | b"GoToE" => Some(LeftOut::RemoteLink),
        b"Sound" | b"Movie" | b"Rendition" | b"RichMediaExecute" | b"GoTo3DView" => Some(LeftOut::Media),
        _ => Some(LeftOut::Action),
    }
}

/// Whether a dictionary met on the way is an action that must not travel.
fn banned_action(dict: &Dict<'_>) -> Option<LeftOut> {
    let kind = dict.name("S")?;
    let known: &[&[u8]] = &[
        b"JavaScript",
        b"Launch",
        b"URI",
        b"GoToR",
        b"GoToE",
        b"Sound",
        b"Movie",
        b"Rendition",
        b"RichMediaExecute",
        b"SubmitForm",
        b"ImportData",
    ];
    known.contains(&kind).then(|| action_kind(kind)).flatten()
}

/// Cleans an object that is not a stream, at its top and inside.
pub(crate) fn object(value: &mut Value<'_>, left: &mut Left) {
    if let Value::Dict(dict) = value
        && matches!(dict.name("Type"), Some(b"Page" | b"Pages" | b"Catalog" | b"StructElem" | b"StructTreeRoot"))
    {
        // Reached by a way back from an annotation: following it would drag in the whole source.
        *value = Value::Null;
        return;
    }
    inside(value, left);
}

fn inside(value: &mut Value<'_>, left: &mut Left) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| inside(item, left)),
        Value::Dict(dict) => {
            if let Some(what) = banned_action(dict) {
                left.add(what);
                *value = Value::Null;
                return;
            }
            if dict.has("EF") && (dict.has("F") || dict.has("UF")) {
                dict.remove("EF");
                left.add(LeftOut::EmbeddedFile);
            }
            if (dict.has("FT") || dict.has("T") || dict.has("Subtype")) && dict.remove("AA") {
                left.add(LeftOut::Action);
            }
            dict.0.iter_mut().for_each(|(_, value)| inside(value, left));
        }
        _ => {}
    }
}

/// Cleans the dictionary of a stream. Answers whether its data lies outside the file.
pub(crate) fn stream_dict<'p>(source: &Source<'p>, dict: &mut Dict<'p>, left: &mut Left) -> bool {
    dict.remove("Length");
    let external = dict
        .get("F")
        .map(|file| source.resolve(file))
        .is_some_and(|file| matches!(file, Value::Literal(_) | Value::Text(_) | Value::Dict(_)));
    if external {
        for key in ["F", "FFilter", "FDecodeParms"] {
            dict.remove(key);
        }
        left.add(LeftOut::ExternalData);
    }
    if dict.name("Subtype") == Some(b"Form") {
        for key in ["Ref", "OPI"] {
            if dict.remove(key) {
                left.add(LeftOut::ExternalData);
            }
        }
        for key in ["PieceInfo", "StructParent", "StructParents"] {
            dict.remove(key);
        }
    }
    decrypted(source, dict);
    dict.0.iter_mut().for_each(|(_, value)| inside(value, left));
    external
}

/// Takes out the `Crypt` filter: what we write is decrypted.
fn decrypted<'p>(source: &Source<'p>, dict: &mut Dict<'p>) {
    let Some(filter) = dict.get("Filter").map(|filter| source.resolve(filter)) else { return };
    match filter {
        Value::Name(name) if name.as_ref() == b"Crypt" => {
            dict.remove("Filter");
            dict.remove("DecodeParms");
        }
        Value::Array(mut filters) if filters.first() == Some(&Value::name("Crypt")) => {
            filters.remove(0);
            dict.set("Filter", Value::Array(filters));
            if let Some(Value::Array(mut parms)) = dict.get("DecodeParms").map(|parms| source.resolve(parms))
                && !parms.is_empty()
            {
                parms.remove(0);
                dict.set("DecodeParms", Value::Array(parms));
            }
        }
        _ => {}
    }
}
