//! Carries out what was set: painted pages in place of the document, and none of its bytes or hidden words anywhere else.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::sync::Arc;

use recourse_bundle::model::{BundleModel, Content, FileSource, Redacted};
use recourse_domain::records::{EvidenceFile, Redaction};
use recourse_domain::{RecordId, RecordKind, Reference};
use serde_json::{Value, json};

use super::super::selection::{Picked, Preview};
use super::super::staying::{LeftOut, Why};
use super::look_again;
use super::pages::Pages;
use super::veil::{self, Hidden, MARK};
use super::words::Words;
use crate::session::{Session, Unlocked};
use crate::{Error, Result, documents};

/// Why the pages of a document that holds a blacked-out one are set without pictures.
const PLAINLY: &str =
    "Its pages are set without formatting and pictures, because areas of something in it are blacked out.";

/// What goes, once the areas are painted over.
pub(in super::super) struct Carried {
    /// The records that go, without words that cannot be read any more.
    pub preview: Preview,
    redacted: Vec<Redacted>,
    /// Records of whose changes the history says nothing: earlier words may be hidden ones.
    silent: HashSet<RecordId>,
}

/// Paints the areas over for the reader of a preview.
///
/// # Errors
/// Where a page does not look as it did when its areas were set, or the same file goes in twice: nothing is made then.
pub(in super::super) fn carry_out(session: &Session<Unlocked>, mut preview: Preview) -> Result<Carried> {
    let redactions = session.read(|records| Ok(records.redactions(preview.claim.id, preview.audience)?))?;
    let (mut redacted, mut hidden, mut silent) = (Vec::new(), Hidden::new(), HashSet::new());
    if redactions.is_empty() {
        return Ok(Carried { preview, redacted, silent });
    }
    let ordered: BTreeMap<&RecordId, &Redaction> = redactions.iter().collect();
    for (id, redaction) in ordered {
        let Some(picked) = documents_of(&preview).find(|picked| picked.id == *id) else {
            match preview.chosen.name_of(*id) {
                // It goes, but not as the document whose pages were painted on.
                Some(reference) => return Err(look_again(&reference.to_string())),
                None => continue,
            }
        };
        let (one, words) = paint(session, picked, &preview, redaction)?;
        redacted.push(one);
        hidden.insert(*id, words);
    }
    no_other_copies(&preview, &hidden)?;
    redacted.extend(holders(session, &preview, &hidden)?);
    silent.extend(hidden.keys());
    silent.extend(veil::draw(session, &mut preview, &hidden)?);
    drop_typed(&mut preview, &hidden, &silent);
    Ok(Carried { preview, redacted, silent })
}

/// One document painted over, where something of it is blacked out.
///
/// # Errors
/// Where a page does not look as it did when its areas were set.
pub(in super::super) fn of_one(
    session: &Session<Unlocked>,
    preview: &Preview,
    picked: &Picked,
) -> Result<Vec<Redacted>> {
    let redaction = session.read(|r| Ok(r.redaction(preview.claim.id, preview.audience, picked.id)?))?;
    if redaction.areas.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![paint(session, picked, preview, &redaction)?.0])
}

fn documents_of(preview: &Preview) -> impl Iterator<Item = &Picked> {
    preview.sections.iter().flat_map(|section| &section.documents)
}

fn paint(
    session: &Session<Unlocked>,
    picked: &Picked,
    preview: &Preview,
    redaction: &Redaction,
) -> Result<(Redacted, Words)> {
    let pages = Pages::of(session, picked, preview)?;
    if pages.looks(session, &redaction.pages())? != redaction.seen {
        return Err(look_again(&picked.reference.to_string()));
    }
    let painted = pages.painted(session, &redaction.areas)?;
    let mut said = vec![redaction.in_words()];
    let also: Vec<String> =
        painted.pictures.iter().filter(|page| !redaction.pages().contains(page)).map(u32::to_string).collect();
    said.push("A page with such an area is a picture here, without words to search or links.".to_owned());
    if !also.is_empty() {
        said.push(format!(
            "So is each of its pages {}, which could not be told apart from them for sure.",
            also.join(", ")
        ));
    }
    said.push("The original is not in this bundle; the claimant keeps it unchanged.".to_owned());
    let words = Words::of(session, picked, &pages, &redaction.areas)?;
    Ok((Redacted { reference: picked.reference.to_string(), said, pages: painted.pages.into_pdfs() }, words))
}

/// Whether a kept file is a mail.
fn is_mail(file: &EvidenceFile) -> bool {
    matches!(file.media_type.as_str(), "message/rfc822" | "application/vnd.ms-outlook")
}

/// Whether a kept file may hold others of any kind.
fn is_holder(file: &EvidenceFile) -> bool {
    matches!(file.media_type.as_str(), "application/mbox" | "application/zip" | "application/x-7z-compressed")
}

/// The files of the documents of which something is blacked out.
fn hidden_files<'a>(preview: &'a Preview, hidden: &'a Hidden) -> impl Iterator<Item = &'a EvidenceFile> {
    preview.chosen.evidence.iter().filter(|(entry, _)| hidden.contains_key(&entry.id)).flat_map(|(_, files)| files)
}

/// Refuses to hand over under one name what is blacked out under another.
fn no_other_copies(preview: &Preview, hidden: &Hidden) -> Result<()> {
    let sums: HashSet<&str> = hidden_files(preview, hidden).map(|file| file.sha256.as_str()).collect();
    let other = preview.chosen.evidence.iter().find(|(entry, files)| {
        !hidden.contains_key(&entry.id) && files.iter().any(|file| sums.contains(file.sha256.as_str()))
    });
    let Some((entry, _)) = other else { return Ok(()) };
    let message = format!(
        "{} holds the same file as a document of which areas are blacked out. Black out the same areas of it, or leave it out.",
        entry.reference
    );
    Err(Error::Field { field: "areas", message })
}

/// Documents whose pages show nothing of what is blacked out, but whose files hold it: mails that brought a blacked-out document, mailboxes and archives.
fn holders(session: &Session<Unlocked>, preview: &Preview, hidden: &Hidden) -> Result<Vec<Redacted>> {
    let evidence = &preview.chosen.evidence;
    let came_with: HashMap<RecordId, RecordId> =
        evidence.iter().filter_map(|(entry, _)| Some((entry.id, entry.body.came_with?))).collect();
    let mut brought: HashMap<RecordId, Reference> = HashMap::new();
    for (entry, _) in evidence.iter().filter(|(entry, _)| hidden.contains_key(&entry.id)) {
        let mut inner = entry.id;
        while let Some(mail) = came_with.get(&inner).filter(|mail| !brought.contains_key(*mail)) {
            brought.insert(*mail, entry.reference);
            inner = *mail;
        }
    }
    let sizes: HashSet<u64> = hidden_files(preview, hidden).map(|file| file.size).collect();
    let mut found = Vec::new();
    for (entry, files) in evidence.iter().filter(|(entry, _)| !hidden.contains_key(&entry.id)) {
        let why = match brought.get(&entry.id) {
            Some(part) => Some(format!("{part} came attached to it, and areas of that are blacked out.")),
            None if files.iter().any(is_holder) => {
                Some("It may hold documents of which areas are blacked out.".to_owned())
            }
            None if holds_one_of(session, files, &sizes)? => {
                Some("A document of which areas are blacked out seems to be attached to it.".to_owned())
            }
            None => None,
        };
        if let Some(why) = why {
            let stays = "So its file is not in this bundle; the claimant keeps it unchanged.".to_owned();
            let reference = entry.reference.to_string();
            found.push(Redacted { reference, said: vec![why, stays], pages: Vec::new() });
        }
    }
    Ok(found)
}

/// Whether something as long as one of these is attached to a mail: kept files are kept once, however many mails brought them.
fn holds_one_of(session: &Session<Unlocked>, files: &[EvidenceFile], sizes: &HashSet<u64>) -> Result<bool> {
    for file in files.iter().filter(|file| is_mail(file)) {
        let mail = documents::reading(session, file)?.mail;
        if mail.is_some_and(|mail| mail.attachments.iter().any(|part| sizes.contains(&part.size))) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Takes out pages of typed words beside a document that may say what is blacked out there.
fn drop_typed(preview: &mut Preview, hidden: &Hidden, silent: &HashSet<RecordId>) {
    let Preview { sections, left_out, .. } = preview;
    for section in sections.iter_mut() {
        section.documents.retain(|picked| {
            let goes = picked.typed.is_none()
                || picked.record_kind() == RecordKind::Evidence
                || hidden.contains_key(&picked.id)
                || !silent.contains(&picked.id);
            if !goes {
                let (id, reference, title) = (picked.id, picked.reference, picked.title.clone());
                left_out.push(LeftOut { id, reference, title, why: Why::SaidThere });
            }
            goes
        });
    }
    sections.retain(|section| !section.documents.is_empty());
}

impl Carried {
    /// Puts it into the model that was built of its preview.
    pub fn into_model(self, model: &mut BundleModel) {
        let references: HashSet<&str> = self.redacted.iter().map(|one| one.reference.as_str()).collect();
        // Told with its own words below.
        model.left_out.retain(|left| !references.contains(left.reference.as_str()));
        for row in model.evidence.iter_mut().filter(|row| references.contains(row.reference.as_str())) {
            row.file_name = MARK.to_owned();
        }
        for item in model.record["evidence"].as_array_mut().into_iter().flatten() {
            if item["reference"].as_str().is_some_and(|reference| references.contains(reference)) {
                item["files"].as_array_mut().into_iter().flatten().for_each(bare);
            }
        }
        let painted: HashSet<&str> =
            self.redacted.iter().filter(|one| !one.pages.is_empty()).map(|one| one.reference.as_str()).collect();
        for document in model.sections.iter_mut().flat_map(|section| &mut section.documents) {
            if !references.contains(document.reference.as_str()) {
                continue;
            }
            document.files.iter_mut().for_each(|file| file.name = MARK.to_owned());
            if painted.contains(document.reference.as_str()) {
                document.content = Content::Files;
                document.files.iter_mut().for_each(shut);
            } else {
                // A picture that is blacked out as a document of its own may stand in the words of what brought it.
                document.content.set_plainly(PLAINLY);
            }
        }
        for line in &mut model.history {
            *line = self.less_told(line);
        }
        model.redacted = self.redacted;
    }

    /// A line of the history; of a record with hidden words only that something was done.
    fn less_told(&self, line: &str) -> String {
        let Ok(told) = serde_json::from_str::<Value>(line) else { return String::new() };
        let record = told["record"].as_str().and_then(|id| id.parse::<RecordId>().ok());
        if record.is_some_and(|id| self.silent.contains(&id)) {
            json!({ "seq": told["seq"], "at": told["at"], "withheld": true }).to_string()
        } else {
            line.to_owned()
        }
    }
}

/// Leaves of a file's facts what tells nothing of its content.
fn bare(file: &mut Value) {
    file["name"] = MARK.into();
    for fact in ["taken_at", "file_modified", "problem"] {
        file[fact] = Value::Null;
    }
}

/// A file that does not open, whoever tries.
fn shut(file: &mut FileSource) {
    file.open = Arc::new(|| Err(io::Error::new(io::ErrorKind::PermissionDenied, "it stays with the claimant")));
    file.stand_ins.clear();
    file.words = None;
}
