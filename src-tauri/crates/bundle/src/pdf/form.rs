//! Form fields: each document's fields hang under one field of the bundle, so equal names of two documents stay apart
//! (ISO 32000-1, 12.7).

use std::collections::HashMap;

use super::copy::Copy;
use super::left::LeftOut;
use super::value::{Dict, Id, Value};

const MAX_FIELDS: usize = 100_000;

/// The form of one document, rendered.
#[derive(Default)]
pub(crate) struct Form {
    /// The field everything hangs under.
    pub(crate) wrapper: Option<u32>,
    /// Default resources: category, name, value.
    pub(crate) resources: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)>,
    /// The source leaves it to the viewer to draw its fields.
    pub(crate) need_appearances: bool,
}

/// Fields found in the source's form, before anything is written.
#[derive(Default)]
pub(crate) struct Fields {
    /// Fields at the top, and the wrapper as their parent.
    pub(crate) tops: HashMap<Id, u32>,
    /// Fields that are not annotations of a page, to be written here.
    written_here: Vec<(Id, u32)>,
    order: Vec<u32>,
    wrapper: Option<u32>,
}

impl<'p> Copy<'p, '_> {
    /// Walks the fields and gives them numbers.
    pub(crate) fn number_fields(&mut self) -> Fields {
        let mut fields = Fields::default();
        let Some(form) = self.source.dict_at(&self.source.catalog(), "AcroForm") else { return fields };
        if form.has("XFA") {
            self.left.add(LeftOut::Xfa);
        }
        let top = self.source.array_at(&form, "Fields").unwrap_or_default();
        if top.is_empty() {
            return fields;
        }
        let wrapper = self.ids.own();
        fields.wrapper = Some(wrapper);
        let mut waiting: Vec<(Id, bool)> = ids_of(&top).map(|id| (id, true)).collect();
        waiting.reverse();
        let mut seen = std::collections::HashSet::new();
        while let Some((id, is_top)) = waiting.pop() {
            if !seen.insert(id) || seen.len() > MAX_FIELDS {
                continue;
            }
            let Value::Dict(dict) = self.source.resolve(&Value::Ref(id)) else { continue };
            let number = match self.ids.known(id) {
                Some(number) => number,
                None => {
                    let number = self.ids.own();
                    self.ids.settle(id, number);
                    fields.written_here.push((id, number));
                    number
                }
            };
            if is_top {
                fields.tops.insert(id, wrapper);
                fields.order.push(number);
            }
            if dict.has("T") {
                self.left.add(LeftOut::FormKept);
            }
            let kids = self.source.array_at(&dict, "Kids").unwrap_or_default();
            waiting.extend(ids_of(&kids).map(|id| (id, false)));
        }
        fields
    }

    /// Writes the fields that are not on a page, and the wrapper.
    pub(crate) fn form(&mut self, fields: &Fields) -> Form {
        let Some(wrapper) = fields.wrapper else { return Form::default() };
        for (id, number) in &fields.written_here {
            let Value::Dict(mut dict) = self.source.resolve(&Value::Ref(*id)) else { continue };
            self.field_keys(&mut dict, fields.tops.get(id).copied());
            for key in ["A", "AA", "P", "StructParent"] {
                dict.remove(key);
            }
            let mut value = Value::Dict(dict);
            super::clean::object(&mut value, &mut self.left);
            let (chunk, ids) = (&mut self.chunk, &mut self.ids);
            chunk.object(*number, |out| value.write(out, &mut |id| Some(ids.shared(id))));
        }
        let form = self.source.dict_at(&self.source.catalog(), "AcroForm").unwrap_or_default();
        let mut dict = Dict::default();
        dict.set("T", Value::Text(super::text::text_string(&self.place.field_name)));
        dict.set("Kids", Value::Array(fields.order.iter().map(|number| Value::Final(*number)).collect()));
        for key in ["DA", "Q"] {
            if let Some(value) = form.get(key) {
                dict.set(key, value.clone());
            }
        }
        self.write_own(wrapper, &dict);
        let mut resources = Vec::new();
        for (category, entries) in self.source.dict_at(&form, "DR").unwrap_or_default().0 {
            let Value::Dict(entries) = self.source.resolve(&entries) else { continue };
            for (name, value) in entries.0 {
                let value = self.render(&value);
                resources.push((category.to_vec(), name.to_vec(), value));
            }
        }
        let need_appearances =
            form.get("NeedAppearances").map(|flag| self.source.resolve(flag)) == Some(Value::Bool(true));
        Form { wrapper: Some(wrapper), resources, need_appearances }
    }

    /// What changes in any field: its parent at the top, and the value of a signature.
    pub(crate) fn field_keys(&mut self, dict: &mut Dict<'p>, parent: Option<u32>) {
        if let Some(parent) = parent {
            dict.set("Parent", Value::Final(parent));
        }
        let kind = dict.name("FT").map(<[u8]>::to_vec).or_else(|| {
            let above = self.source.dict_at(dict, "Parent")?;
            above.name("FT").map(<[u8]>::to_vec)
        });
        if kind.as_deref() == Some(b"Sig") && (dict.remove("V") | dict.remove("Lock")) {
            self.left.add(LeftOut::Signature);
        }
    }
}

fn ids_of<'v>(items: &'v [Value<'_>]) -> impl Iterator<Item = Id> + 'v {
    items.iter().filter_map(|item| if let Value::Ref(id) = item { Some(*id) } else { None })
}
