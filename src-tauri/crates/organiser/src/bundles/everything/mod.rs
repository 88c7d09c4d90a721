//! Everything in the vault in plain files that need no Recourse: for leaving it, and for being sure that one could.
//!
//! Names, tables and the folder it is made in are those of the bundle. Nothing is left out: what was put away, held back, is privileged or
//! waits in the inbox is in it, and it is not encrypted.

mod choose;
mod files;
mod readme;

use std::path::{Path, PathBuf};

use recourse_bundle::bag::{table_csv, table_jsonl};
use recourse_bundle::model::Table;
use recourse_bundle::names::{Folder, safe};
use recourse_domain::choices::Audience;
use recourse_domain::records::{Claim, Entry};
use recourse_store::{Filter, Shelf};
use recourse_vault::VaultError;
use serde_json::{Value, json};

use self::files::Files;
use super::staging::Staging;
use super::tables;
use crate::safety::Watch;
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// What it is called while it is made.
const WORK: &str = "everything";
/// How many entries of the history are read at once.
const AT_ONCE: u32 = 1000;

/// What was saved.
#[derive(Debug)]
pub struct Saved {
    /// Its folder.
    pub folder: PathBuf,
    /// Claims in it.
    pub claims: usize,
    /// Originals in it.
    pub files: usize,
    /// Bytes of those.
    pub bytes: u64,
    /// Originals that could not be read, a sentence each.
    pub problems: Vec<String>,
}

/// Saves everything in a new folder in `place`. It gets its name when it is whole.
///
/// # Errors
/// A place in the vault itself, a stop, or what the records or a disk said; nothing is left then.
pub fn everything(session: &Session<Unlocked>, place: &Path, watch: Watch<'_>) -> Result<Saved> {
    std::fs::create_dir_all(place).map_err(written)?;
    let vault = session.vault().folder().canonicalize().map_err(written)?;
    if place.canonicalize().map_err(written)?.starts_with(&vault) {
        return Err(VaultError::CopyIsVault.into());
    }
    let all: Vec<Entry<Claim>> =
        session.read(|records| Ok(records.list(Filter { claim: None, shelf: Shelf::Both })?))?;
    let staging = Staging::begin(place).map_err(written)?;
    let of = session.read(|records| Ok(records.all_files()?))?.iter().map(|file| file.size).sum();
    let mut out = Files::begin(staging.path(WORK), of, watch)?;
    let mut folders = Folder::default();
    for claim in &all {
        let folder = folders.give(&format!("{}-{}", claim.reference, claim.body.title));
        one_claim(session, claim, &folder, &mut out)?;
    }
    out.text("history.jsonl", &history(session)?)?;
    out.text("drafts.jsonl", &drafts(session)?)?;
    let name = vault.file_stem().map_or_else(|| "vault".into(), |name| name.to_string_lossy());
    out.text("README.txt", &readme::readme(&name, session.today(), &all, &out.problems))?;
    out.list()?;
    let folder = free_name(place, &safe(&format!("{name}-everything-{}", session.today())));
    staging.release(WORK, &folder).map_err(written)?;
    Ok(Saved { folder, claims: all.len(), files: out.originals, bytes: out.bytes, problems: out.problems })
}

fn one_claim(session: &Session<Unlocked>, claim: &Entry<Claim>, folder: &str, out: &mut Files<'_>) -> Result<()> {
    let preview = choose::all(session, claim)?;
    let mut names = Folder::default();
    let mut rows = Vec::new();
    for (item, files) in &preview.chosen.evidence {
        for (at, file) in files.iter().enumerate() {
            let number = if files.len() > 1 { format!("-{:02}", at + 1) } else { String::new() };
            let name = names.give(&format!("{}{number}-{}", item.reference, safe(&file.name)));
            let path = format!("originals/{name}");
            let there = out.original(session, file, &format!("{folder}/{path}"))?;
            rows.push(vec![
                json!(item.reference),
                json!(item.body.title),
                json!(at + 1),
                json!(file.name),
                json!(there.then_some(path)),
                json!(file.media_type),
                json!(file.size),
                json!(file.sha256),
                json!(file.added_at),
            ]);
        }
    }
    let columns = ["reference", "title", "file_no", "file_name", "path", "media_type", "bytes", "sha256", "added"];
    let mut all = tables::tables(&preview);
    all.push(table("files", &columns, rows));
    all.push(table("page-words", &["reference", "file_name", "page", "from", "text"], words(session, &preview)?));
    for table in all {
        let csv = table_csv(&table).map_err(|error| written(std::io::Error::other(error)))?;
        out.write(&format!("{folder}/record/{}.csv", table.name), &csv)?;
        out.write(&format!("{folder}/record/{}.jsonl", table.name), &table_jsonl(&table))?;
    }
    let mut record = tables::record(&preview);
    record["arranged"] = arranged(session, claim)?;
    out.text(&format!("{folder}/record/claim.json"), &format!("{record:#}\n"))
}

/// The words of each page as Recourse has them: found in the file, read by machine, or put right by the person.
fn words(session: &Session<Unlocked>, preview: &super::Preview) -> Result<Vec<Vec<Value>>> {
    let mut rows = Vec::new();
    for (item, files) in &preview.chosen.evidence {
        for file in files {
            for (page, from) in crate::reading::best_words(session, file.id)? {
                rows.push(vec![
                    json!(item.reference),
                    json!(file.name),
                    json!(page.page),
                    json!(from.code()),
                    json!(page.text),
                ]);
            }
        }
    }
    Ok(rows)
}

/// How bundles were arranged by hand, and what is blacked out in them.
fn arranged(session: &Session<Unlocked>, claim: &Entry<Claim>) -> Result<Value> {
    let mut arranged = json!({});
    for audience in [Audience::Solicitor, Audience::OtherSide] {
        let (order, black) = session
            .read(|records| Ok((records.arrangement(claim.id, audience)?, records.redactions(claim.id, audience)?)))?;
        let black: serde_json::Map<String, Value> =
            black.into_iter().map(|(id, redaction)| (id.to_string(), json!(redaction))).collect();
        arranged[audience.code()] = json!({ "order": order, "blacked_out": black });
    }
    Ok(arranged)
}

/// Every change, a line each, with nothing withheld.
fn history(session: &Session<Unlocked>) -> Result<String> {
    let (mut text, mut after) = (String::new(), 0);
    loop {
        let changes = session.read(|records| Ok(records.changes_after(after, AT_ONCE)?))?;
        let Some(last) = changes.last() else { return Ok(text) };
        after = last.seq;
        for change in &changes {
            let line = json!({
                "seq": change.seq, "at": change.at, "kind": change.kind, "record": change.record,
                "action": change.action, "before": change.before, "after": change.after,
            });
            text.push_str(&line.to_string());
            text.push('\n');
        }
    }
}

/// Words of forms that were not saved yet.
fn drafts(session: &Session<Unlocked>) -> Result<String> {
    let drafts = session.read(|records| Ok(records.drafts()?))?;
    let line = |draft: &recourse_store::Draft| format!("{}\n", json!({ "form": draft.key, "words": draft.body }));
    Ok(drafts.iter().map(line).collect())
}

fn table(name: &str, columns: &[&str], rows: Vec<Vec<Value>>) -> Table {
    Table { name: name.to_owned(), columns: columns.iter().map(|column| (*column).to_owned()).collect(), rows }
}

fn free_name(place: &Path, name: &str) -> PathBuf {
    let mut names = std::iter::once(name.to_owned()).chain((2_u32..).map(|n| format!("{name}-{n}")));
    names.find(|name| !place.join(name).exists()).map_or_else(|| place.join(name), |name| place.join(name))
}

fn written(source: std::io::Error) -> Error {
    Error::Save { source }
}
