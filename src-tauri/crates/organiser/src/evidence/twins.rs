//! Files that may be the same thing: one mail from two mailboxes, one picture saved again. Nothing is merged and nothing hidden; the person says which it is.

use recourse_domain::{FileId, RecordId};
use recourse_store::{Heading, Reading, StoreError};

use crate::Result;
use crate::session::{Session, Unlocked};

/// Of the 1152 binary digits of a print, how many may differ in one picture saved again. In pictures made for the test, saving at quality 40, at half the
/// size or as a PNG changes 18 at most; another letter on the same table differs in 102 at least (`intake/src/picture/print.rs` measures both).
const SAME_PICTURE: u32 = 48;

/// Why two files are thought to be the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The same Message-ID, other bytes.
    SameMail,
    /// The pictures look the same.
    SamePicture,
}

impl Reason {
    /// The word kept on record; it never changes.
    const fn code(self) -> &'static str {
        match self {
            Self::SameMail => "same-mail",
            Self::SamePicture => "same-picture",
        }
    }
}

/// Another file that may be the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// The file asked about.
    pub file: FileId,
    /// The other file.
    pub other_file: FileId,
    /// The item that the other file belongs to.
    pub other: Heading,
    /// Why.
    pub reason: Reason,
    /// What the person said; the same mail counts as said.
    pub same: Option<bool>,
}

/// The twins of an item's files, in other items that were not put away.
///
/// # Errors
/// What the records said.
pub fn twins(session: &Session<Unlocked>, evidence: RecordId) -> Result<Vec<Twin>> {
    session.read(|records| {
        let mut found = Vec::new();
        for file in records.files_of(evidence)? {
            for (other_file, reason) in alike(records, file.id)? {
                let Some(kept) = records.file(other_file)?.filter(|kept| kept.evidence != evidence) else { continue };
                let Some(other) = records.heading(kept.evidence)?.filter(|other| other.archived_at.is_none()) else {
                    continue;
                };
                let said = records.twins_said(file.id, other_file)?;
                let same = said.or((reason == Reason::SameMail).then_some(true));
                found.push(Twin { file: file.id, other_file, other, reason, same });
            }
        }
        Ok(found)
    })
}

/// Keeps what the person says of two files; none takes it back. Answers with the item of the first.
///
/// # Errors
/// Where one of the files is not there, or both are one.
pub fn settle(session: &Session<Unlocked>, file: FileId, other: FileId, same: Option<bool>) -> Result<RecordId> {
    session.write("say whether two files are the same", |records| {
        let evidence = records.file(file)?.ok_or(StoreError::NoSuchFile(file))?.evidence;
        let found = alike(records, file)?.into_iter().find(|(alike, _)| *alike == other);
        let reason = found.map_or(Reason::SamePicture, |(_, reason)| reason);
        records.settle_twins(file, other, reason.code(), same)?;
        Ok(evidence)
    })
}

/// Files that seem to be the same thing as this one, and why.
fn alike(records: &Reading<'_>, file: FileId) -> Result<Vec<(FileId, Reason)>> {
    let mut found = Vec::new();
    if let Some(message_id) = records.mail_headers(file)?.and_then(|headers| headers.message_id) {
        let same = records.files_with_message_id(&message_id)?;
        found.extend(same.into_iter().filter(|other| *other != file).map(|other| (other, Reason::SameMail)));
    }
    if let Some(print) = records.picture_print(file)? {
        let similar = records.similar_pictures(|other| differ(&print, other).is_some_and(|far| far <= SAME_PICTURE))?;
        found.extend(similar.into_iter().filter(|other| *other != file).map(|other| (other, Reason::SamePicture)));
    }
    Ok(found)
}

/// In how many binary digits two prints differ; none where they were not made in the same way, or show nothing by which to tell pictures apart.
fn differ(one: &str, other: &str) -> Option<u32> {
    let plain = |print: &str| print.bytes().filter(|digit| *digit != b'0').count() < 8;
    if one.len() != other.len() || plain(one) || plain(other) {
        return None;
    }
    let digits = one.chars().zip(other.chars()).map(|(a, b)| Some((a.to_digit(16)? ^ b.to_digit(16)?).count_ones()));
    digits.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_are_compared_digit_by_digit() {
        assert_eq!(differ("0123456789abcdef", "0123456789abcdee"), Some(1));
        assert_eq!(differ("ffffffffffffffff", "0fffffffffffffff"), Some(4));
        assert_eq!(differ("ffff", "fffff"), None);
        assert_eq!(differ("0000000000000001", "0000000000000001"), None, "a blank picture is like every other");
        assert_eq!(differ("fffffffffffffffx", "fffffffffffffffx"), None);
    }
}
