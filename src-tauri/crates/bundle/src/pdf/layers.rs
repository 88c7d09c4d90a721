//! Layers (optional content, ISO 32000-1, 8.11): what a document hides stays hidden in the bundle.

use super::copy::Copy;
use super::value::Value;

/// The layers of one document, rendered with the bundle's numbers.
#[derive(Default)]
pub(crate) struct Layers {
    pub(crate) all: Vec<u8>,
    pub(crate) on: Vec<u8>,
    pub(crate) off: Vec<u8>,
    pub(crate) order: Vec<u8>,
    pub(crate) radio: Vec<u8>,
    pub(crate) locked: Vec<u8>,
    pub(crate) usage: Vec<u8>,
}

impl<'p> Copy<'p, '_> {
    /// Gathers the layers of the document.
    pub(crate) fn layers(&mut self) -> Option<Layers> {
        let properties = self.source.dict_at(&self.source.catalog(), "OCProperties")?;
        let groups = self.source.array_at(&properties, "OCGs").unwrap_or_default();
        if groups.is_empty() {
            return None;
        }
        let config = self.source.dict_at(&properties, "D").unwrap_or_default();
        let list = |key: &str| self.source.array_at(&config, key).unwrap_or_default();
        let (on, mut off) = (list("ON"), list("OFF"));
        let (order, radio, locked, usage) = (list("Order"), list("RBGroups"), list("Locked"), list("AS"));
        if config.name("BaseState") == Some(b"OFF") {
            // The bundle's base state is on: hide one by one what the source hides at a stroke.
            off.extend(groups.iter().filter(|group| !on.contains(group)).cloned());
            off.dedup();
        }
        Some(Layers {
            all: self.spaced(&groups),
            on: self.spaced(&on),
            off: self.spaced(&off),
            order: self.spaced(&order),
            radio: self.spaced(&radio),
            locked: self.spaced(&locked),
            usage: self.spaced(&usage),
        })
    }

    /// The values with a space after each, without brackets.
    fn spaced(&mut self, items: &[Value<'p>]) -> Vec<u8> {
        let mut out = Vec::new();
        for item in items {
            out.extend(self.render(item));
            out.push(b' ');
        }
        out
    }
}

/// The catalogue entry that holds the layers of all documents, or nothing.
pub(crate) fn catalog_entry(all: &[Layers]) -> Vec<u8> {
    let mut out = Vec::new();
    if all.is_empty() {
        return out;
    }
    let mut list = |key: &str, pick: fn(&Layers) -> &Vec<u8>| {
        out.extend_from_slice(key.as_bytes());
        out.push(b'[');
        all.iter().for_each(|layers| out.extend_from_slice(pick(layers)));
        out.push(b']');
    };
    list("/OCProperties<</OCGs", |layers| &layers.all);
    list("/D<</ON", |layers| &layers.on);
    list("/OFF", |layers| &layers.off);
    list("/Order", |layers| &layers.order);
    list("/RBGroups", |layers| &layers.radio);
    list("/Locked", |layers| &layers.locked);
    list("/AS", |layers| &layers.usage);
    out.extend_from_slice(b">>>>");
    out
}
