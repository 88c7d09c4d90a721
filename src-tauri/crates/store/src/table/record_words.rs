//! `record_words`: the words by which a record is found; `record_search`, their index; and `head_search`, an index of titles and people alone.
//!
//! The indexes hold no copy of the words; triggers keep them in step with the table.

use recourse_domain::RecordId;
use rusqlite::{Connection, named_params};

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
];

pub(crate) const REMOVE: &str =
    "DELETE FROM record_words WHERE entry_order = (SELECT entry_order FROM record WHERE id = :id)";
pub(crate) const INSERT: &str = "INSERT INTO record_words (entry_order, title, words, sender, recipients)
    SELECT entry_order, :title, :words, :sender, :recipients FROM record WHERE id = :id";

/// What a record is found by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'a> {
    /// Its title.
    pub(crate) title: &'a str,
    /// Everything else that it says.
    pub(crate) words: &'a str,
    /// Who it is from.
    pub(crate) sender: &'a str,
    /// To whom it went.
    pub(crate) recipients: &'a str,
}

/// Replaces the words of a record.
pub(crate) fn replace(conn: &Connection, id: RecordId, found_by: &Words<'_>) -> Result<()> {
    conn.prepare_cached(REMOVE)?.execute(named_params! {":id": id.to_string()})?;
    conn.prepare_cached(INSERT)?.execute(named_params! {
        ":id": id.to_string(),
        ":title": found_by.title,
        ":words": found_by.words,
        ":sender": found_by.sender,
        ":recipients": found_by.recipients,
    })?;
    Ok(())
}
