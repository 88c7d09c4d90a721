//! The words of a notice that a guess is made from.

use recourse_domain::records::{Entry, Notice};

use crate::reading::best_words;
use crate::session::{Session, Unlocked};
use crate::{Result, evidence};

/// The words of a notice: those that were typed, else the best words of the first thing laid beside it that has any. What lies
/// beside it after that is often about it and not the notice itself.
///
/// # Errors
/// What the records said.
pub fn words_of(session: &Session<Unlocked>, notice: &Entry<Notice>) -> Result<String> {
    if !notice.body.text.trim().is_empty() {
        return Ok(notice.body.text.clone());
    }
    for link in &notice.evidence {
        let mut pages = Vec::new();
        for file in evidence::files(session, link.evidence)? {
            pages.extend(best_words(session, file.id)?.into_iter().map(|(page, _)| page.text));
        }
        let words = pages.join("\n\n");
        if !words.trim().is_empty() {
            return Ok(words);
        }
    }
    Ok(String::new())
}
