//! What is shown of the places that were found: read and cut out only now, when it is known which they are.

use std::collections::HashMap;

use recourse_domain::FileId;
use rusqlite::{Connection, named_params};

use super::Place;
use super::ask::Ask;
use crate::table::{evidence_file, file_text, record};
use crate::{Found, Hit, Result, SnippetPart, TextSource};

/// The signs around a found word in a snippet: from the private use area, which no tokenizer counts as a word.
const FOUND_FROM: char = '\u{E000}';
const FOUND_TO: char = '\u{E001}';

/// The unary plus keeps the list of places out of the index's hands, which would begin anew for each of them.
pub(super) const RECORD_SNIPPETS: &str =
    "SELECT rowid, snippet(record_search, -1, char(57344), char(57345), '…', 24) AS snippet
    FROM record_search WHERE record_search MATCH :query AND rowid BETWEEN :first AND :last
        AND +rowid IN (SELECT value FROM json_each(:places))";
pub(super) const FILE_SNIPPETS: &str =
    "SELECT rowid, snippet(file_search, -1, char(57344), char(57345), '…', 24) AS snippet
    FROM file_search WHERE file_search MATCH :query AND rowid BETWEEN :first AND :last
        AND +rowid IN (SELECT value FROM json_each(:places))";

/// Where the words of a page are.
#[derive(Debug, Clone, Copy)]
struct Page {
    file: FileId,
    page: u32,
    source: TextSource,
}

/// The places as hits, one a page.
pub(super) fn found(conn: &Connection, places: &[Place], ask: Option<&Ask>, limit: usize) -> Result<Found> {
    let mut shown: Vec<(Place, Option<Page>)> = Vec::new();
    let mut seen: HashMap<(FileId, u32), usize> = HashMap::new();
    let mut more = false;
    for place in places {
        let page = match place {
            Place::Record(_) => None,
            Place::Page(id) => {
                let (file, page, source) = file_text::place(conn, *id)?;
                Some(Page { file, page, source })
            }
        };
        let key = page.map(|page| (page.file, page.page));
        if let Some(had) = key.and_then(|key| seen.get(&key)).and_then(|index| shown.get_mut(*index)) {
            // The same page as the person corrected it, or as the file itself has it, is the better witness.
            if had.1.map(|page| better(page.source)) > page.map(|page| better(page.source)) {
                *had = (*place, page);
            }
            continue;
        }
        if shown.len() == limit {
            more = true;
            break;
        }
        if let Some(key) = key {
            seen.insert(key, shown.len());
        }
        shown.push((*place, page));
    }
    let snippets = match ask {
        Some(ask) => snippets(conn, ask, &shown)?,
        None => HashMap::new(),
    };
    let mut hits = Vec::with_capacity(shown.len());
    for (place, page) in shown {
        let item = match place {
            Place::Record(item) => item,
            Place::Page(id) => file_text::item_of(id),
        };
        let Some(heading) = record::at(conn, item)? else { continue };
        let file_name = match page {
            Some(page) => evidence_file::get(conn, page.file)?.map(|file| file.name),
            None => None,
        };
        hits.push(Hit {
            heading,
            file: page.map(|page| page.file),
            file_name,
            page: page.map(|page| page.page),
            source: page.map(|page| page.source),
            snippet: snippets.get(&place).map(|words| parts(words)).unwrap_or_default(),
        });
    }
    Ok(Found { hits, more })
}

/// The lower the better.
const fn better(source: TextSource) -> u8 {
    match source {
        TextSource::Typed => 0,
        TextSource::Extracted => 1,
        TextSource::Machine => 2,
    }
}

fn snippets(conn: &Connection, ask: &Ask, shown: &[(Place, Option<Page>)]) -> Result<HashMap<Place, String>> {
    let (mut records, mut pages) = (Vec::new(), Vec::new());
    for (place, _) in shown {
        match place {
            Place::Record(item) => records.push(*item),
            Place::Page(id) => pages.push(*id),
        }
    }
    let mut found = HashMap::new();
    let questions = [(RECORD_SNIPPETS, &ask.in_records, records, true), (FILE_SNIPPETS, &ask.in_files, pages, false)];
    for (sql, query, places, in_records) in questions {
        let (Some(first), Some(last)) = (places.iter().min(), places.iter().max()) else { continue };
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query(named_params! {
            ":query": query,
            ":first": first,
            ":last": last,
            ":places": serde_json::to_string(&places)?,
        })?;
        while let Some(row) = rows.next()? {
            let id = row.get("rowid")?;
            found.insert(if in_records { Place::Record(id) } else { Place::Page(id) }, row.get("snippet")?);
        }
    }
    Ok(found)
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
    fn snippets_fall_into_parts() {
        let part = |text: &str, found| SnippetPart { text: text.to_owned(), found };
        assert_eq!(parts("a \u{E000}b\u{E001} c"), [part("a ", false), part("b", true), part(" c", false)]);
        assert_eq!(parts("plain"), [part("plain", false)]);
    }
}
