//! Bookmarks: the document's own are read here and hung under its bookmark in the bundle (ISO 32000-1, 12.3.3).

use std::collections::HashSet;

use super::copy::Copy;
use super::value::{Dict, Id, Value};

const MAX_BOOKMARKS: usize = 50_000;
const MAX_LEVELS: usize = 32;

/// First and last bookmark of a level, and how many there are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Level {
    pub(crate) ends: Option<(u32, u32)>,
    pub(crate) count: usize,
}

struct Item<'p> {
    number: u32,
    dict: Dict<'p>,
    below: Vec<Item<'p>>,
}

impl<'p> Copy<'p, '_> {
    /// Copies the document's bookmarks under the bookmark of the bundle. Answers their uppermost level and how many there are in all.
    pub(crate) fn outline(&mut self) -> (Level, usize) {
        let Some(root) = self.source.dict_at(&self.source.catalog(), "Outlines") else { return (Level::default(), 0) };
        let mut seen = HashSet::new();
        let items = self.read(&root, &mut seen, 0);
        let level = self.write_level(&items, self.place.bookmark);
        (level, seen.len())
    }

    fn read(&mut self, above: &Dict<'p>, seen: &mut HashSet<Id>, depth: usize) -> Vec<Item<'p>> {
        let mut items = Vec::new();
        let mut next = above.get("First").cloned();
        while let Some(Value::Ref(id)) = next {
            // A list that runs in a circle ends where it meets itself.
            if depth >= MAX_LEVELS || seen.len() >= MAX_BOOKMARKS || !seen.insert(id) {
                break;
            }
            let Value::Dict(dict) = self.source.resolve(&Value::Ref(id)) else { break };
            let number = self.ids.own();
            let below = self.read(&dict, seen, depth + 1);
            next = dict.get("Next").cloned();
            items.push(Item { number, dict, below });
        }
        items
    }

    fn write_level(&mut self, items: &[Item<'p>], parent: u32) -> Level {
        for (at, item) in items.iter().enumerate() {
            let below = self.write_level(&item.below, item.number);
            let mut dict = Dict::default();
            let title = item.dict.get("Title").map(|title| self.source.resolve(title));
            dict.set(
                "Title",
                title.filter(|title| title.as_bytes().is_some()).unwrap_or(Value::Text(b"(no title)".to_vec())),
            );
            dict.set("Parent", Value::Final(parent));
            if at > 0 {
                dict.set("Prev", Value::Final(items[at - 1].number));
            }
            if let Some(next) = items.get(at + 1) {
                dict.set("Next", Value::Final(next.number));
            }
            if let Some((first, last)) = below.ends {
                dict.set("First", Value::Final(first));
                dict.set("Last", Value::Final(last));
                dict.set("Count", Value::int(-(below.count as i64)));
            }
            let leads = item.dict.has("Dest") || item.dict.has("A");
            if leads && let Some(target) = self.target(&item.dict) {
                dict.set("Dest", target);
            }
            for key in ["C", "F"] {
                if let Some(value) = item.dict.get(key) {
                    let value = self.source.resolve(value);
                    if !matches!(value, Value::Dict(_) | Value::Null) {
                        dict.set(key, value);
                    }
                }
            }
            self.write_own(item.number, &dict);
        }
        let ends = items.first().zip(items.last()).map(|(first, last)| (first.number, last.number));
        Level { ends, count: items.len() }
    }
}
