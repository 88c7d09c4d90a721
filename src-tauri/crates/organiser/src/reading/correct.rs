//! The words of a page as the person put them right.

use recourse_domain::FileId;
use recourse_domain::records::PageText;
use recourse_store::{StoreError, TextSource};

use crate::session::{Session, Unlocked};
use crate::{Error, Result, documents};

/// The best words of each page: the person's own, else the file's, else the machine's.
///
/// # Errors
/// What the records said.
pub fn best_words(session: &Session<Unlocked>, file: FileId) -> Result<Vec<(PageText, TextSource)>> {
    let mut words = documents::text(session, file)?;
    // Of each page the best come first.
    words.dedup_by_key(|(page, _)| page.page);
    Ok(words)
}

/// Keeps the words of a page as the person corrected them, beside what the machine read; none takes the correction back.
///
/// # Errors
/// Where there is no such file or page.
pub fn correct(session: &Session<Unlocked>, file: FileId, page: u32, text: Option<String>) -> Result<()> {
    session.write("correct words", |records| {
        let kept = records.file(file)?.ok_or(StoreError::NoSuchFile(file))?;
        if page == 0 || page > kept.pages.unwrap_or(1).max(1) {
            return Err(Error::Field { field: "page", message: format!("This document has no page {page}.") });
        }
        let own = records.file_text(file)?.into_iter().filter(|(_, source)| *source == TextSource::Typed);
        let mut pages: Vec<PageText> = own.map(|(words, _)| words).filter(|words| words.page != page).collect();
        pages.extend(text.map(|text| PageText { page, text }));
        pages.sort_by_key(|words| words.page);
        Ok(records.set_file_text(file, TextSource::Typed, &pages)?)
    })
}
