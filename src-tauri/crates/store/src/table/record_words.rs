//! `record_words`: the words by which a record is found; `record_search`, their index; and `head_search`, an index of titles and people alone.
//!
//! The indexes hold no copy of the words. They are told of changes at the end of a transaction (`writing/words.rs`).

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::Result;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[
    Step {
    version: 1,
    // A word of the title weighs four times a word of the text.
    sql: "
CREATE TABLE record_words (
    entry_order INTEGER NOT NULL PRIMARY KEY REFERENCES record (entry_order),
    title TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE record_search USING fts5 (
    title, words, content = 'record_words', content_rowid = 'entry_order',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO record_search (record_search, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
CREATE TRIGGER record_words_added AFTER INSERT ON record_words
BEGIN
    INSERT INTO record_search (rowid, title, words) VALUES (NEW.entry_order, NEW.title, NEW.words);
END;
CREATE TRIGGER record_words_removed AFTER DELETE ON record_words
BEGIN
    INSERT INTO record_search (record_search, rowid, title, words)
        VALUES ('delete', OLD.entry_order, OLD.title, OLD.words);
END;
CREATE TRIGGER record_words_fixed BEFORE UPDATE ON record_words
BEGIN
    SELECT RAISE(ABORT, 'the words of a record are replaced, not changed');
END;
",
},

    Step {
        version: 2,
        // The heads alone are a small index, in which to look at every keystroke for titles and people.
        sql: "
DROP TRIGGER record_words_added;
DROP TRIGGER record_words_removed;
DROP TRIGGER record_words_fixed;
DROP TABLE record_search;
ALTER TABLE record_words ADD COLUMN sender TEXT NOT NULL DEFAULT '';
ALTER TABLE record_words ADD COLUMN recipients TEXT NOT NULL DEFAULT '';
UPDATE record_words SET sender = coalesce(
    (SELECT from_shown FROM notice JOIN record USING (id) WHERE record.entry_order = record_words.entry_order),
    (SELECT from_shown FROM correspondence JOIN record USING (id) WHERE record.entry_order = record_words.entry_order),
    (SELECT obtained_from FROM evidence JOIN record USING (id) WHERE record.entry_order = record_words.entry_order), '');
UPDATE record_words SET recipients = coalesce(
    (SELECT to_shown || char(10) || cc_shown FROM correspondence JOIN record USING (id)
        WHERE record.entry_order = record_words.entry_order), '');
CREATE VIRTUAL TABLE record_search USING fts5 (
    title, words, content = 'record_words', content_rowid = 'entry_order',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO record_search (record_search, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
INSERT INTO record_search (record_search) VALUES ('rebuild');
CREATE VIRTUAL TABLE head_search USING fts5 (
    title, sender, recipients, content = 'record_words', content_rowid = 'entry_order',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO head_search (head_search) VALUES ('rebuild');
CREATE TRIGGER record_words_added AFTER INSERT ON record_words
BEGIN
    INSERT INTO record_search (rowid, title, words) VALUES (NEW.entry_order, NEW.title, NEW.words);
    INSERT INTO head_search (rowid, title, sender, recipients)
        VALUES (NEW.entry_order, NEW.title, NEW.sender, NEW.recipients);
END;
CREATE TRIGGER record_words_removed AFTER DELETE ON record_words
BEGIN
    INSERT INTO record_search (record_search, rowid, title, words)
        VALUES ('delete', OLD.entry_order, OLD.title, OLD.words);
    INSERT INTO head_search (head_search, rowid, title, sender, recipients)
        VALUES ('delete', OLD.entry_order, OLD.title, OLD.sender, OLD.recipients);
END;
CREATE TRIGGER record_words_fixed BEFORE UPDATE ON record_words
BEGIN
    SELECT RAISE(ABORT, 'the words of a record are replaced, not changed');
END;
",
    },
    Step {
        version: 3,
        // A trigger tells the index at once, and every step of a transaction then writes out what the index has gathered so far.
        sql: "
DROP TRIGGER record_words_added;
DROP TRIGGER record_words_removed;
",
    },
];

pub(crate) const GET: &str = "SELECT title, words, sender, recipients FROM record_words WHERE entry_order = :item";
pub(crate) const REMOVE: &str = "DELETE FROM record_words WHERE entry_order = :item";
pub(crate) const INSERT: &str = "INSERT INTO record_words (entry_order, title, words, sender, recipients)
    VALUES (:item, :title, :words, :sender, :recipients)";
pub(crate) const INDEX_RECORD: &str = "INSERT INTO record_search (rowid, title, words) VALUES (:item, :title, :words)";
pub(crate) const UNINDEX_RECORD: &str =
    "INSERT INTO record_search (record_search, rowid, title, words) VALUES ('delete', :item, :title, :words)";
pub(crate) const INDEX_HEAD: &str =
    "INSERT INTO head_search (rowid, title, sender, recipients) VALUES (:item, :title, :sender, :recipients)";
pub(crate) const UNINDEX_HEAD: &str = "INSERT INTO head_search (head_search, rowid, title, sender, recipients)
    VALUES ('delete', :item, :title, :sender, :recipients)";

/// What a record is found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// Its title.
    pub(crate) title: String,
    /// Everything else that it says.
    pub(crate) words: String,
    /// Who it is from.
    pub(crate) sender: String,
    /// To whom it went.
    pub(crate) recipients: String,
}

/// New words of a record, and those that they replace.
pub(crate) struct Replaced {
    item: i64,
    old: Option<Words>,
    new: Words,
}

/// Replaces the words of the record at this place in the order of entry; none where they are the same. A new record has none. The indexes are still to be
/// told.
pub(crate) fn replace(conn: &Connection, item: i64, is_new: bool, new: Words) -> Result<Option<Replaced>> {
    let find = || -> Result<Option<Words>> {
        Ok(conn.prepare_cached(GET)?.query_row(named_params! {":item": item}, from_row).optional()?)
    };
    let old = if is_new { None } else { find()? };
    if old.as_ref() == Some(&new) {
        return Ok(None);
    }
    if old.is_some() {
        conn.prepare_cached(REMOVE)?.execute(named_params! {":item": item})?;
    }
    conn.prepare_cached(INSERT)?.execute(named_params! {
        ":item": item,
        ":title": new.title,
        ":words": new.words,
        ":sender": new.sender,
        ":recipients": new.recipients,
    })?;
    Ok(Some(Replaced { item, old, new }))
}

/// Tells the indexes, in the order of entry: an index writes out what it has gathered when it is told of an earlier place.
pub(crate) fn index(conn: &Connection, all: &[Replaced]) -> Result<()> {
    for Replaced { item, old, new } in all {
        for (sql, words) in [(UNINDEX_RECORD, old.as_ref()), (INDEX_RECORD, Some(new))] {
            let Some(Words { title, words, .. }) = words else { continue };
            conn.prepare_cached(sql)?.execute(named_params! {":item": item, ":title": title, ":words": words})?;
        }
    }
    for Replaced { item, old, new } in all {
        for (sql, words) in [(UNINDEX_HEAD, old.as_ref()), (INDEX_HEAD, Some(new))] {
            let Some(Words { title, sender, recipients, .. }) = words else { continue };
            let row = named_params! {":item": item, ":title": title, ":sender": sender, ":recipients": recipients};
            conn.prepare_cached(sql)?.execute(row)?;
        }
    }
    Ok(())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Words> {
    Ok(Words {
        title: row.get("title")?,
        words: row.get("words")?,
        sender: row.get("sender")?,
        recipients: row.get("recipients")?,
    })
}
