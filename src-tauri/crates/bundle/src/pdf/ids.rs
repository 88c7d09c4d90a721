//! New numbers for the objects of one document.
//!
//! Two rows of numbers: *own* objects exist once for every time the document stands in the bundle (pages, annotations, fields,
//! bookmarks), *shared* ones (fonts, pictures, contents) once, however often it stands there. Both are given out in the order in
//! which the copy meets them, so a rehearsal and the real run agree.

use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasherDefault, Hasher};

use super::value::Id;

/// Mixes the two numbers of an object. Whoever makes a file whose numbers collide slows down its own copy, and no more objects are
/// looked up than the file has.
#[derive(Default)]
pub(crate) struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_i32(&mut self, number: i32) {
        self.write_u32(number.cast_unsigned());
    }
}

/// A table by object of the source.
pub(crate) type ById<T> = HashMap<Id, T, BuildHasherDefault<IdHasher>>;

pub(crate) struct Ids {
    new: ById<u32>,
    next_shared: u32,
    next_own: u32,
    /// Shared objects that are referred to and not yet written.
    waiting: VecDeque<(Id, u32)>,
}

impl Ids {
    pub(crate) fn new(first_shared: u32, first_own: u32) -> Self {
        Self { new: ById::default(), next_shared: first_shared, next_own: first_own, waiting: VecDeque::new() }
    }

    /// The new number of an object met by reference.
    pub(crate) fn shared(&mut self, id: Id) -> u32 {
        *self.new.entry(id).or_insert_with(|| {
            let number = self.next_shared;
            self.next_shared += 1;
            self.waiting.push_back((id, number));
            number
        })
    }

    /// A fresh number for an object of this copy alone.
    pub(crate) fn own(&mut self) -> u32 {
        self.next_own += 1;
        self.next_own - 1
    }

    /// Settles the number of an object that is written by hand. The first one to settle it wins.
    pub(crate) fn settle(&mut self, id: Id, number: u32) -> bool {
        let vacant = !self.new.contains_key(&id);
        if vacant {
            self.new.insert(id, number);
        }
        vacant
    }

    /// The number already given to an object.
    pub(crate) fn known(&self, id: Id) -> Option<u32> {
        self.new.get(&id).copied()
    }

    pub(crate) fn next_waiting(&mut self) -> Option<(Id, u32)> {
        self.waiting.pop_front()
    }

    /// The numbers that come next: shared, own.
    pub(crate) fn reached(&self) -> (u32, u32) {
        (self.next_shared, self.next_own)
    }
}
