//! Finding by words.

use recourse_organiser::search::{Hit, TextSource, days_in_words};

use super::record::link;
use super::{Answer, Room};
use crate::types::*;

/// Looks for words in everything.
pub fn search(room: &Room, request: SearchQuestion) -> Answer<SearchAnswer> {
    let answer = recourse_organiser::search::search(room, &request.words, request.claim)?;
    Ok(SearchAnswer {
        hits: answer.found.hits.into_iter().map(hit).collect(),
        more: answer.found.more,
        filters: answer.filters,
        problem: answer.problem,
    })
}

fn hit(hit: Hit) -> SearchHit {
    SearchHit {
        record: link(&hit.heading),
        snippet: hit.snippet.into_iter().map(|part| SnippetPart { text: part.text, found: part.found }).collect(),
        date: hit.heading.listed.map(|(first, last)| days_in_words(first, last)).unwrap_or_default(),
        file: hit.file,
        file_name: hit.file_name,
        page: hit.page,
        by_machine: hit.source == Some(TextSource::Machine),
    }
}
