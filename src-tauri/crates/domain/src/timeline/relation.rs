//! Which of two dates came first, as far as they let one say.

use crate::dates::StatedDate;

/// How two dates stand to one another, with their tolerances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The first certainly ended before the second began.
    Before,
    /// The first certainly began after the second ended.
    After,
    /// Both are the same single day.
    SameDay,
    /// They can have been in either order, or at once.
    Open,
}

/// How the first stands to the second. Never more certain than the dates are; undated things are open to everything.
pub fn relation(first: &StatedDate, second: &StatedDate) -> Relation {
    let ends_before = |one: &StatedDate, other: &StatedDate| {
        let (end, begin) = (one.latest_with_tolerance(), other.earliest_with_tolerance());
        end.zip(begin).is_some_and(|(end, begin)| end < begin)
    };
    let single = |date: &StatedDate| {
        let day = date.earliest_with_tolerance();
        day.filter(|_| day == date.latest_with_tolerance())
    };
    if ends_before(first, second) {
        Relation::Before
    } else if ends_before(second, first) {
        Relation::After
    } else if single(first).is_some() && single(first) == single(second) {
        Relation::SameDay
    } else {
        Relation::Open
    }
}
