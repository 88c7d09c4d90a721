//! Dated things in order, and how far apart two of them are. The undated stand on a shelf of their own, counted and never hidden.

mod gap;
mod ladder;
mod relation;
mod scale;

pub use gap::{Gap, gap};
pub use ladder::{Part, Rung, certainty, ladder, unquoted};
pub use relation::{Relation, relation};
pub use scale::{Bar, Scale, Tick};

use crate::dates::StatedDate;

/// Things in the order of their dates, and those without one in the order of their entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline<T> {
    /// By first day, last day, and order of entry.
    pub dated: Vec<T>,
    /// By order of entry.
    pub undated: Vec<T>,
}

impl<T> Timeline<T> {
    /// Puts things in order. `date` is the date to go by, `entered` the place in the order of entry, which settles what dates leave equal.
    pub fn new<K: Ord>(
        things: impl IntoIterator<Item = T>,
        date: impl Fn(&T) -> &StatedDate,
        entered: impl Fn(&T) -> K,
    ) -> Self {
        let (mut undated, mut dated): (Vec<T>, Vec<T>) =
            things.into_iter().partition(|thing| date(thing).sort_key().is_none());
        dated.sort_by_cached_key(|thing| (date(thing).sort_key(), entered(thing)));
        undated.sort_by_cached_key(|thing| entered(thing));
        Self { dated, undated }
    }

    /// How many have no date.
    pub fn undated_count(&self) -> usize {
        self.undated.len()
    }
}
