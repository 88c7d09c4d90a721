//! Keeping files and what is found out about them. The bytes lie in the vault; here is what is known of them.

use recourse_domain::records::{Evidence, EvidenceFile, PageText};
use recourse_domain::{FileId, RecordId};
use serde_json::json;

use super::Writing;
use crate::table::{evidence_file, file_text, guess, leaving, mail, picture_print, twin};
use crate::{ChangeKind, MailHeaders, Result, StoreError, TextSource};

impl Writing<'_> {
    /// Notes a file that the vault has sealed.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the id or the place is taken, [`StoreError::BrokenLink`] when the item is not there, [`StoreError::TooLarge`], or
    /// what the database said.
    pub fn add_file(&self, file: &EvidenceFile) -> Result<()> {
        self.step(|| {
            self.is_not_deleted(file.evidence)?;
            evidence_file::insert(self.conn, file)?;
            leaving::strike(self.conn, &file.object)?;
            self.log(ChangeKind::FileAdded, Some(file.evidence), None, Some(serde_json::to_value(file)?))
        })
    }

    /// Changes what was found out about a file, how it is turned, or the item it belongs to and its place there; links to it go along.
    ///
    /// # Errors
    /// [`StoreError::NoSuchFile`]; [`StoreError::FileIsFixed`] when object, sum, size, name or times differ; [`StoreError::Conflict`] when the place is
    /// taken; [`StoreError::BrokenLink`] when the item is not there; or what the database said.
    pub fn update_file(&self, file: &EvidenceFile) -> Result<()> {
        self.step(|| {
            let before = self.file(file.id)?.ok_or(StoreError::NoSuchFile(file.id))?;
            if fixed(&before) != fixed(file) {
                return Err(StoreError::FileIsFixed);
            }
            evidence_file::update(self.conn, file)?;
            if before.evidence != file.evidence {
                self.index_pages(file_text::follow(self.conn, file.id)?);
                guess::forget(self.conn, before.evidence)?;
                guess::forget(self.conn, file.evidence)?;
                self.index_item(before.evidence)?;
                self.index_item(file.evidence)?;
            }
            let about = |file: &EvidenceFile| {
                json!({
                    "evidence": file.evidence,
                    "position": file.position,
                    "media_type": file.media_type,
                    "taken_at": file.taken_at,
                    "pages": file.pages,
                    "seconds": file.seconds,
                    "rotation": file.rotation,
                    "problem": file.problem,
                })
            };
            self.log_file(&before, &about(&before), &about(file))
        })
    }

    /// Puts the files of an item in this order.
    ///
    /// # Errors
    /// [`StoreError::NotTheFiles`] unless each file of the item is named once, or what the database said.
    pub fn order_files(&self, evidence: RecordId, order: &[FileId]) -> Result<()> {
        self.step(|| {
            let before: Vec<FileId> = self.files_of(evidence)?.iter().map(|file| file.id).collect();
            evidence_file::set_order(self.conn, evidence, order)?;
            self.log_difference(ChangeKind::FilesOrdered, evidence, &json!({"files": before}), &json!({"files": order}))
        })
    }

    /// Replaces the words that one source gave for a file. The history holds the person's own words, of others only how many there were: they can be
    /// had from the file again.
    ///
    /// # Errors
    /// [`StoreError::NoSuchFile`]; [`StoreError::Conflict`] when a page is named twice; or what the database said.
    pub fn set_file_text(&self, file: FileId, source: TextSource, pages: &[PageText]) -> Result<()> {
        self.step(|| {
            let evidence = evidence_file::item_of(self.conn, file)?.ok_or(StoreError::NoSuchFile(file))?;
            let before = file_text::of_source(self.conn, file, source)?;
            if before.iter().map(|(_, page)| page).eq(pages) {
                return Ok(());
            }
            let before: Vec<PageText> = {
                self.index_pages(file_text::replace(self.conn, file, source, &before, pages)?);
                before.into_iter().map(|(_, page)| page).collect()
            };
            guess::forget(self.conn, evidence)?;
            let said = |pages: &[PageText]| match source {
                TextSource::Typed => json!({"file": file, "source": source, "pages": pages}),
                TextSource::Extracted | TextSource::Machine => {
                    let characters: usize = pages.iter().map(|page| page.text.chars().count()).sum();
                    json!({"file": file, "source": source, "pages": pages.len(), "characters": characters})
                }
            };
            self.log(ChangeKind::TextSet, Some(evidence), Some(said(&before)), Some(said(pages)))
        })
    }

    /// Keeps what the headers of a mail say of it and of the mails around it. It can be had from the file again, so the history says nothing of it.
    ///
    /// # Errors
    /// [`StoreError::BrokenLink`] when the file is not there, or what the database said.
    pub fn set_mail_headers(&self, file: FileId, headers: &MailHeaders) -> Result<()> {
        self.step(|| {
            mail::save(self.conn, file, headers)?;
            let evidence = evidence_file::item_of(self.conn, file)?.ok_or(StoreError::NoSuchFile(file))?;
            self.index_item(evidence)
        })
    }

    /// Keeps what an item seems to be, in the caller's own word. It is no part of the history, and forgotten when the item's words change.
    ///
    /// # Errors
    /// [`StoreError::BrokenLink`] when the item is not there, or what the database said.
    pub fn set_guess(&self, evidence: RecordId, word: &str) -> Result<()> {
        self.step(|| guess::set(self.conn, evidence, word))
    }

    /// Keeps what a picture looks like. It follows from the picture and is no part of the history.
    ///
    /// # Errors
    /// [`StoreError::BrokenLink`] when the file is not there, or what the database said.
    pub fn set_picture_print(&self, file: FileId, print: &str) -> Result<()> {
        self.step(|| picture_print::set(self.conn, file, print))
    }

    /// Keeps, or takes back, what the person says of two files. Neither is changed by it.
    ///
    /// # Errors
    /// [`StoreError::NoSuchFile`]; [`StoreError::Conflict`] when both are one; or what the database said.
    pub fn settle_twins(&self, one: FileId, other: FileId, reason: &str, same: Option<bool>) -> Result<()> {
        self.step(|| {
            let evidence = self.file(one)?.ok_or(StoreError::NoSuchFile(one))?.evidence;
            self.file(other)?.ok_or(StoreError::NoSuchFile(other))?;
            if one == other {
                return Err(StoreError::Conflict);
            }
            let before = self.twins_said(one, other)?;
            if before == same {
                return Ok(());
            }
            twin::settle(self.conn, (one, other), reason, same)?;
            let said = |same: Option<bool>| json!({"file": one, "other": other, "reason": reason, "same": same});
            self.log(ChangeKind::Event, Some(evidence), Some(said(before)), Some(said(same)))
        })
    }

    /// An evidence item is found by the people of its mails.
    fn index_item(&self, evidence: RecordId) -> Result<()> {
        if self.is_pending(evidence) {
            return Ok(());
        }
        if let Some(item) = self.get::<Evidence>(evidence)? {
            self.index(&item);
        }
        Ok(())
    }

    fn log_file(&self, file: &EvidenceFile, before: &serde_json::Value, after: &serde_json::Value) -> Result<()> {
        if before == after {
            return Ok(());
        }
        let with_id = |about: &serde_json::Value| json!({"file": file.id, "about": about});
        self.log(ChangeKind::FileChanged, Some(file.evidence), Some(with_id(before)), Some(with_id(after)))
    }
}

/// What a kept file is, apart from what was found out about it.
fn fixed(file: &EvidenceFile) -> impl PartialEq {
    let EvidenceFile { id, object, sha256, size, name, added_at, file_modified, .. } = file.clone();
    (id, object, sha256, size, name, added_at, file_modified)
}
