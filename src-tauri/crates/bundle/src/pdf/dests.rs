//! Where links lead: named destinations of the source become explicit ones (ISO 32000-1, 12.3.2), since names of different
//! documents would clash.

use std::collections::{HashMap, HashSet};

use super::clean::action_kind;
use super::copy::Copy;
use super::left::LeftOut;
use super::source::Source;
use super::value::{Dict, Value};

/// More names than this no honest document has.
const MAX_NAMES: usize = 500_000;

impl<'p> Copy<'p, '_> {
    /// The explicit destination an annotation or bookmark leads to, from its `/Dest` or `/A`. What leads elsewhere is counted.
    pub(crate) fn target(&mut self, holder: &Dict<'p>) -> Option<Value<'p>> {
        let source = self.source;
        let wanted = match (holder.get("Dest"), source.dict_at(holder, "A")) {
            (Some(dest), _) if *dest != Value::Null => dest.clone(),
            (_, Some(action)) => {
                self.chained(&action);
                let kind = action.name("S").unwrap_or(b"GoTo").to_vec();
                if let Some(what) = action_kind(&kind) {
                    self.left.add(what);
                    return None;
                }
                action.get("D")?.clone()
            }
            _ => return None,
        };
        let found = self.explicit(&wanted, 0);
        if found.is_none() {
            self.left.add(LeftOut::DeadLink);
        }
        found
    }

    /// Counts the actions that would follow the first.
    fn chained(&mut self, action: &Dict<'p>) {
        let next = action.get("Next").map(|next| self.source.resolve(next));
        let nexts = match next {
            Some(Value::Array(items)) => items,
            Some(other) => vec![other],
            None => return,
        };
        for next in nexts {
            if let Value::Dict(next) = self.source.resolve(&next)
                && let Some(what) = next.name("S").and_then(action_kind)
            {
                self.left.add(what);
            }
        }
    }

    fn explicit(&mut self, wanted: &Value<'p>, depth: usize) -> Option<Value<'p>> {
        if depth > 4 {
            return None;
        }
        let source = self.source;
        match source.resolve(wanted) {
            Value::Array(items) => self.in_this_document(&items),
            Value::Dict(dict) => {
                let inner = dict.get("D")?.clone();
                self.explicit(&inner, depth + 1)
            }
            Value::Name(name) => self.named(&name, depth),
            text @ (Value::Literal(_) | Value::Text(_)) => self.named(&text.as_bytes()?, depth),
            _ => None,
        }
    }

    fn named(&mut self, name: &[u8], depth: usize) -> Option<Value<'p>> {
        let source = self.source;
        let found = self.dests.get_or_insert_with(|| names(source)).get(name)?.clone();
        self.explicit(&found, depth + 1)
    }

    fn in_this_document(&self, items: &[Value<'p>]) -> Option<Value<'p>> {
        let page = match items.first()? {
            Value::Ref(id) => *self.page_of.get(id)?,
            number => usize::try_from(number.as_i64()?).ok().filter(|page| *page < self.pages.len())?,
        };
        let mut explicit = vec![Value::Final(self.page_object(page))];
        let rest = items[1..].iter().take(5).map(|item| self.source.resolve(item));
        explicit.extend(rest.filter(|item| matches!(item, Value::Name(_) | Value::Number(_) | Value::Null)));
        if !matches!(explicit.get(1), Some(Value::Name(_))) {
            explicit.truncate(1);
            explicit.push(Value::name("Fit"));
        }
        Some(Value::Array(explicit))
    }
}

/// All named destinations of a document, from the old dictionary and the name tree.
fn names<'p>(source: &Source<'p>) -> HashMap<Vec<u8>, Value<'p>> {
    let mut found = HashMap::new();
    let catalog = source.catalog();
    if let Some(old) = source.dict_at(&catalog, "Dests") {
        found.extend(old.0.into_iter().map(|(name, dest)| (name.into_owned(), dest)));
    }
    let tree = source.dict_at(&catalog, "Names").and_then(|names| names.get("Dests").cloned());
    let mut waiting: Vec<Value<'p>> = tree.into_iter().collect();
    let mut seen = HashSet::new();
    while let Some(node) = waiting.pop() {
        if let Value::Ref(id) = node
            && !seen.insert(id)
        {
            continue;
        }
        let Value::Dict(node) = source.resolve(&node) else { continue };
        if let Some(pairs) = source.array_at(&node, "Names") {
            for pair in pairs.chunks_exact(2) {
                if let Some(name) = source.resolve(&pair[0]).as_bytes() {
                    found.entry(name).or_insert_with(|| pair[1].clone());
                }
            }
        }
        waiting.extend(source.array_at(&node, "Kids").unwrap_or_default());
        if found.len() + waiting.len() > MAX_NAMES {
            break;
        }
    }
    found
}
