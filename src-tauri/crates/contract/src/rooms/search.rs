//! Finding by words.

use recourse_organiser::records;

use super::record::link;
use super::{Answer, Room};
use crate::types::*;

/// Looks for words in everything.
pub fn search(room: &Room, request: SearchQuestion) -> Answer<SearchAnswer> {
    let hits = records::search(room, &request.words)?
        .into_iter()
        .map(|hit| SearchHit {
            record: link(&hit.heading),
            snippet: hit.snippet.into_iter().map(|part| SnippetPart { text: part.text, found: part.found }).collect(),
            date: String::new(),
            file: hit.file,
            file_name: None,
            page: hit.page,
            by_machine: false,
        })
        .collect();
    Ok(SearchAnswer { hits, ..SearchAnswer::default() })
}
