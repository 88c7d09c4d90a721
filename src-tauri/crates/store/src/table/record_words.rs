//! `record_words`: the words by which a record is found, and `record_search`, their index. Also the questions to both indexes.
//!
//! The index holds no copy of the words; triggers keep it in step with the table.

use recourse_domain::{FileId, RecordId};
use rusqlite::{Connection, Row, named_params};

use crate::columns::get_maybe_spelled;
use crate::migrate::Step;
use crate::table::record::{self, filter_clause, heading_columns};
use crate::{Filter, Heading, Hit, Result, SnippetPart};

pub(crate) const STEPS: &[Step] = &[Step {
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
}];

pub(crate) const REMOVE: &str =
    "DELETE FROM record_words WHERE entry_order = (SELECT entry_order FROM record WHERE id = :id)";
pub(crate) const INSERT: &str = "INSERT INTO record_words (entry_order, title, words)
    SELECT entry_order, :title, :words FROM record WHERE id = :id";

/// CROSS JOIN keeps the index in front, so that it alone puts the answers in order and stops at the limit.
pub(crate) const IN_RECORDS: &str = concat!(
    "SELECT ",
    heading_columns!(),
    ", NULL AS file, NULL AS page, record_search.rank AS score,
        snippet(record_search, -1, char(57344), char(57345), '…', 24) AS snippet
    FROM record_search CROSS JOIN record ON record.entry_order = record_search.rowid
    WHERE record_search MATCH :query AND ",
    filter_clause!(),
    " ORDER BY record_search.rank LIMIT :limit"
);
pub(crate) const IN_FILES: &str = concat!(
    "SELECT ",
    heading_columns!(),
    ", file_text.file_id AS file, file_text.page AS page, file_search.rank AS score,
        snippet(file_search, -1, char(57344), char(57345), '…', 24) AS snippet
    FROM file_search CROSS JOIN file_text ON file_text.id = file_search.rowid
        CROSS JOIN evidence_file ON evidence_file.id = file_text.file_id
        CROSS JOIN record ON record.id = evidence_file.evidence
    WHERE file_search MATCH :query AND ",
    filter_clause!(),
    " ORDER BY file_search.rank LIMIT :limit"
);

/// The signs around a found word in a snippet: from the private use area, which no tokenizer counts as a word.
const FOUND_FROM: char = '\u{E000}';
const FOUND_TO: char = '\u{E001}';

/// Replaces the words of a record.
pub(crate) fn replace(conn: &Connection, id: RecordId, title: &str, words: &str) -> Result<()> {
    conn.prepare_cached(REMOVE)?.execute(named_params! {":id": id.to_string()})?;
    conn.prepare_cached(INSERT)?.execute(named_params! {":id": id.to_string(), ":title": title, ":words": words})?;
    Ok(())
}

/// The places where all of the words are, best first, at most `limit`.
pub(crate) fn search(conn: &Connection, words: &str, filter: Filter, limit: u32) -> Result<Vec<Hit>> {
    let Some(query) = query(words) else { return Ok(Vec::new()) };
    let mut scored = Vec::new();
    for sql in [IN_RECORDS, IN_FILES] {
        let mut statement = conn.prepare_cached(sql)?;
        let rows = statement.query_map(
            named_params! {
                ":query": query,
                ":claim": filter.claim.map(|id| id.to_string()),
                ":archived": record::archived(filter.shelf),
                ":limit": limit,
            },
            |row| Ok((row.get::<_, f64>("score")?, hit(record::from_row(row)?, row)?)),
        )?;
        for row in rows {
            scored.push(row?);
        }
    }
    // The sort is stable: among equals a record's own words come before a file's.
    scored.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    Ok(scored.into_iter().map(|(_, hit)| hit).take(limit as usize).collect())
}

fn hit(heading: Heading, row: &Row<'_>) -> rusqlite::Result<Hit> {
    let file: Option<FileId> = get_maybe_spelled(row, "file")?;
    let snippet: String = row.get("snippet")?;
    Ok(Hit { heading, file, page: row.get("page")?, snippet: parts(&snippet) })
}

/// What a person typed as a question in the index's own language: every word must be there, each may be the beginning of a longer one, and no sign has
/// a meaning of its own. None where there is no word.
fn query(words: &str) -> Option<String> {
    let quoted: Vec<String> = words
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"*", word.replace('"', "\"\"")))
        .collect();
    (!quoted.is_empty()).then(|| quoted.join(" AND "))
}

fn parts(snippet: &str) -> Vec<SnippetPart> {
    let mut parts = Vec::new();
    for piece in snippet.split_inclusive([FOUND_FROM, FOUND_TO]) {
        let found = piece.ends_with(FOUND_TO);
        let text = piece.trim_end_matches([FOUND_FROM, FOUND_TO]).to_owned();
        if !text.is_empty() {
            parts.push(SnippetPart { text, found });
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_have_no_meaning_in_a_question() {
        assert_eq!(query("  member \"ship\" "), Some("\"member\"* AND \"\"\"ship\"\"\"*".to_owned()));
        assert_eq!(query("N-003 OR"), Some("\"N-003\"* AND \"OR\"*".to_owned()));
        assert_eq!(query(" -- * \" \0"), None);
    }

    #[test]
    fn snippets_fall_into_parts() {
        let part = |text: &str, found| SnippetPart { text: text.to_owned(), found };
        assert_eq!(parts("a \u{E000}b\u{E001} c"), [part("a ", false), part("b", true), part(" c", false)]);
        assert_eq!(parts("plain"), [part("plain", false)]);
    }
}
