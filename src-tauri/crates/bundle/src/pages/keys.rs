//! Where the rows of generated pages lead, and on which page that is.

use std::collections::HashMap;

/// The first pages of all units, as far as they are known in this round.
pub(crate) struct Numbers {
    firsts: Vec<u32>,
    total: u32,
    mark: String,
    documents: HashMap<String, usize>,
}

impl Numbers {
    /// Numbers for units of these page counts, each with `mark` behind it. `documents` gives each reference its first unit.
    pub(crate) fn new(counts: &[usize], mark: String, documents: HashMap<String, usize>) -> Self {
        let mut firsts = Vec::with_capacity(counts.len());
        let mut next = 1_u32;
        for count in counts {
            firsts.push(next);
            next = next.saturating_add(u32::try_from(*count).unwrap_or(u32::MAX));
        }
        Self { firsts, total: next - 1, mark, documents }
    }

    /// Pages in all.
    pub(crate) fn total(&self) -> u32 {
        self.total
    }

    /// The number of the first page of a unit, as it is printed there.
    pub(crate) fn unit(&self, unit: usize) -> Option<String> {
        self.firsts.get(unit).map(|first| self.printed(*first))
    }

    /// A number as it is printed on its page.
    pub(crate) fn printed(&self, page: u32) -> String {
        format!("{page}{}", self.mark)
    }

    /// The unit a document starts with.
    pub(crate) fn document(&self, reference: &str) -> Option<usize> {
        self.documents.get(reference).copied()
    }
}

/// Gives out the keys that stand on a page; the key is the place of its target in the list.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    targets: Vec<usize>,
}

impl Keys {
    /// A key that leads to the first page of a unit.
    pub(crate) fn unit(&mut self, unit: usize) -> usize {
        self.targets.push(unit);
        self.targets.len() - 1
    }

    /// Page and key of a document named as a source; nothing for one that is not in the bundle.
    pub(crate) fn source(&mut self, reference: Option<&str>, numbers: &Numbers) -> (Option<String>, Option<usize>) {
        match reference.and_then(|r| numbers.document(r)) {
            Some(unit) => (numbers.unit(unit), Some(self.unit(unit))),
            None => (None, None),
        }
    }

    /// The units the keys lead to.
    pub(crate) fn into_targets(self) -> Vec<usize> {
        self.targets
    }
}
