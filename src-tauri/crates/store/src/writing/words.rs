//! Keeping the indexes of words in step, once at the end of a transaction.
//!
//! An index gathers what it is told in memory, and writes it out at every savepoint and whenever it is told of an earlier place than before. Told of a
//! transaction's words in one go and in order, it writes once; told step by step, it would write a small part of itself each time and join the parts later.

use std::collections::{BTreeMap, HashMap};

use recourse_domain::records::Entry;
use recourse_domain::{RecordId, RecordKind};

use super::Writing;
use crate::table::file_text::{self, Told};
use crate::table::record_words::{self, Words};
use crate::table::{forget, mail, record};
use crate::{Result, Stored};

/// A record and what it is found by.
#[derive(Debug)]
struct Indexed {
    id: RecordId,
    /// Its place in the order of entry, where it was entered in this transaction.
    new: Option<i64>,
    kind: RecordKind,
    words: Words,
}

/// What the indexes are still to be told.
#[derive(Debug, Default)]
pub(super) struct Pending {
    records: Vec<Indexed>,
    pages: Vec<Told>,
}

impl Pending {
    /// How far it has come.
    pub(super) fn mark(&self) -> (usize, usize) {
        (self.records.len(), self.pages.len())
    }

    /// Forgets what came after.
    pub(super) fn back_to(&mut self, (records, pages): (usize, usize)) {
        self.records.truncate(records);
        self.pages.truncate(pages);
    }
}

impl Writing<'_> {
    /// Keeps the words by which a record is found in step with it.
    pub(super) fn index<T: Stored>(&self, entry: &Entry<T>) {
        self.index_as(entry, None);
    }

    /// The same for a record that was just entered.
    pub(super) fn index_new<T: Stored>(&self, entry: &Entry<T>, item: i64) {
        self.index_as(entry, Some(item));
    }

    fn index_as<T: Stored>(&self, entry: &Entry<T>, new: Option<i64>) {
        let reference = entry.reference.to_string();
        let mut words = vec![reference.as_str(), &entry.marks.note];
        words.extend(entry.marks.tags.iter().map(String::as_str));
        words.extend(entry.body.words());
        words.retain(|word| !word.is_empty());
        let (from, to) = entry.body.people();
        let words = Words {
            title: entry.body.title(),
            words: words.join("\n"),
            sender: from.join("\n"),
            recipients: to.join("\n"),
        };
        self.pending.borrow_mut().records.push(Indexed { id: entry.id, new, kind: T::KIND, words });
    }

    /// Leaves a record no words to be found by.
    pub(super) fn index_nothing(&self, id: RecordId, kind: RecordKind) {
        self.pending.borrow_mut().records.push(Indexed { id, new: None, kind, words: Words::default() });
    }

    /// Whether a record's words are going to be told anyway.
    pub(super) fn is_pending(&self, id: RecordId) -> bool {
        self.pending.borrow().records.iter().rev().any(|pending| pending.id == id)
    }

    /// Keeps the index of pages in step.
    pub(super) fn index_pages(&self, told: Vec<Told>) {
        self.pending.borrow_mut().pages.extend(told);
    }

    /// Tells the indexes all of it.
    pub(crate) fn finish(&self) -> Result<()> {
        let Pending { records, pages } = self.pending.take();
        let mut latest = BTreeMap::<i64, (bool, Indexed)>::new();
        let mut entered = HashMap::new();
        for one in records {
            let entered_now = *entered.entry(one.id).or_insert(one.new);
            let item = match entered_now {
                Some(item) => Some(item),
                None => record::order_of(self.conn, one.id)?,
            };
            if let Some(item) = item {
                latest.insert(item, (entered_now.is_some(), one));
            }
        }
        let mut replaced = Vec::new();
        for (item, (is_new, Indexed { id, kind, mut words, .. })) in latest {
            if kind == RecordKind::Evidence {
                // An item is found by the people of its mails too.
                for (sender, recipients) in mail::people(self.conn, id)? {
                    add_line(&mut words.sender, &sender);
                    add_line(&mut words.recipients, &recipients);
                }
            }
            replaced.extend(record_words::replace(self.conn, item, is_new, words)?);
        }
        record_words::index(self.conn, &replaced)?;
        file_text::index(self.conn, pages)?;
        if self.erased.get() { forget::join_indexes(self.conn) } else { Ok(()) }
    }
}

fn add_line(to: &mut String, line: &str) {
    if !to.is_empty() && !line.is_empty() {
        to.push('\n');
    }
    to.push_str(line);
}
