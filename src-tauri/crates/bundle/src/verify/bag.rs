//! The checks of a bag, whatever it is kept in.

use super::VerifyError;
use super::manifest::{Listed, is_inside, parse};
use super::verdict::{FileState, FileVerdict, Problem, Verdict};
use crate::bag::stamp_request::{ANSWER, REQUEST, request};
use crate::digest::{Tally, sha256_hex};
use crate::progress::{Progress, Stage, Watch, report};
use std::collections::BTreeMap;
use std::io;

/// Manifests larger than this are not read.
const LARGEST_MANIFEST: u64 = 64 << 20;

/// What a bag is kept in.
pub(super) trait Store {
    /// Every file with its size as far as it is known, by path below the bag's folder; and what is wrong with the store itself.
    fn list(&mut self) -> io::Result<(BTreeMap<String, u64>, Vec<Problem>)>;
    /// A small file whole. `Ok(Err)` when it is there and cannot be read.
    fn read(&mut self, path: &str, most: u64) -> io::Result<Result<Vec<u8>, Problem>>;
    /// Hashes a file. `each` is told the size of every piece.
    fn hash(&mut self, path: &str, each: &mut dyn FnMut(u64) -> io::Result<()>) -> io::Result<Result<Tally, Problem>>;
}

/// Checks the bag in `store`.
pub(super) fn check(store: &mut dyn Store, watch: Watch<'_>) -> Result<Verdict, VerifyError> {
    let (files, mut problems) = store.list()?;
    for path in files.keys().filter(|p| !is_inside(p)) {
        problems.push(Problem::new("bad-name", format!("A file has a name that leads out of the bag: {path}")));
    }
    let declaration = text(store, &files, "bagit.txt", &mut problems)?;
    if !declaration.is_some_and(|d| declares(&d)) {
        problems.push(Problem::new("not-a-bag", "There is no readable bagit.txt, so this is not a bag."));
    }
    let payload = listed(store, &files, "manifest-sha256.txt", &mut problems)?;
    let tags = listed(store, &files, "tagmanifest-sha256.txt", &mut problems)?;
    let seal = match files.contains_key("tagmanifest-sha256.txt") {
        true => text(store, &files, "tagmanifest-sha256.txt", &mut problems)?.map(|bytes| sha256_hex(&bytes)),
        false => None,
    };
    if !tags.contains_key("manifest-sha256.txt") {
        problems.push(Problem::new("bad-manifest", "tagmanifest-sha256.txt does not vouch for manifest-sha256.txt."));
    }
    for path in payload.keys().filter(|p| !p.starts_with("data/")) {
        problems.push(Problem::new("bad-manifest", format!("manifest-sha256.txt names a file outside data/: {path}")));
    }
    let mut expected: Listed = tags;
    expected.extend(payload);
    if let Some(seal) = seal.as_ref().filter(|_| files.contains_key(REQUEST)) {
        // No manifest can name it, but there is only one request that it can be.
        expected.insert(REQUEST.to_owned(), sha256_hex(&request(seal)));
    }
    let verdicts = compare(store, &files, &expected, &mut problems, watch)?;
    check_oxum(store, &files, &mut problems)?;
    let whole = problems.is_empty() && verdicts.iter().all(|f| f.state == FileState::Whole);
    Ok(Verdict { whole, files: verdicts, problems, seal })
}

fn compare(
    store: &mut dyn Store,
    files: &BTreeMap<String, u64>,
    expected: &Listed,
    problems: &mut Vec<Problem>,
    watch: Watch<'_>,
) -> Result<Vec<FileVerdict>, VerifyError> {
    let of: u64 = files.values().sum();
    let mut done = 0;
    let mut verdicts = Vec::new();
    // The tag manifest cannot vouch for itself; a time stamp on it vouches for it by another's word.
    let beside = ["tagmanifest-sha256.txt", ANSWER];
    for path in files.keys().filter(|p| !expected.contains_key(*p) && !beside.contains(&p.as_str())) {
        verdicts.push(verdict(path, FileState::Extra, None, None));
    }
    for (path, hash) in expected {
        if !files.contains_key(path) {
            verdicts.push(verdict(path, FileState::Missing, Some(hash), None));
            continue;
        }
        let mut stopped = None;
        let hashed = store.hash(path, &mut |n| {
            done += n;
            let progress = Progress { stage: Stage::Checking, done, of, what: path };
            report(watch, progress).map_err(|s| {
                stopped = Some(s);
                io::Error::other(s)
            })
        });
        if let Some(stopped) = stopped {
            return Err(stopped.into());
        }
        verdicts.push(match hashed? {
            Ok(tally) if tally.sha256 == *hash => verdict(path, FileState::Whole, Some(hash), Some(tally)),
            Ok(tally) => verdict(path, FileState::Changed, Some(hash), Some(tally)),
            Err(problem) => {
                problems.push(problem);
                verdict(path, FileState::Changed, Some(hash), None)
            }
        });
    }
    verdicts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(verdicts)
}

fn verdict(path: &str, state: FileState, expected: Option<&String>, found: Option<Tally>) -> FileVerdict {
    FileVerdict {
        path: path.to_owned(),
        state,
        expected: expected.cloned(),
        bytes: found.as_ref().map(|t| t.bytes),
        found: found.map(|t| t.sha256),
    }
}

/// A file of the bag's own, if it is there.
fn text(
    store: &mut dyn Store,
    files: &BTreeMap<String, u64>,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Result<Option<Vec<u8>>, VerifyError> {
    if !files.contains_key(name) {
        return Ok(None);
    }
    Ok(match store.read(name, LARGEST_MANIFEST)? {
        Ok(bytes) => Some(bytes),
        Err(problem) => {
            problems.push(problem);
            None
        }
    })
}

fn listed(
    store: &mut dyn Store,
    files: &BTreeMap<String, u64>,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Result<Listed, VerifyError> {
    match text(store, files, name, problems)? {
        Some(bytes) => Ok(parse(name, &bytes, problems)),
        None => {
            problems.push(Problem::new("no-manifest", format!("{name} is not there.")));
            Ok(Listed::new())
        }
    }
}

/// Version and coding as RFC 8493 asks (2.1.1). Older bags are read the same way.
fn declares(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines();
    lines.next().is_some_and(|l| l.starts_with("BagIt-Version: "))
        && lines.next().is_some_and(|l| l == "Tag-File-Character-Encoding: UTF-8")
}

/// `Payload-Oxum` counts bytes and files of the payload (RFC 8493, 2.2.2).
fn check_oxum(
    store: &mut dyn Store,
    files: &BTreeMap<String, u64>,
    problems: &mut Vec<Problem>,
) -> Result<(), VerifyError> {
    let Some(info) = text(store, files, "bag-info.txt", problems)? else {
        return Ok(());
    };
    let info = String::from_utf8_lossy(&info);
    let Some(oxum) = info.lines().find_map(|l| l.strip_prefix("Payload-Oxum:")) else {
        return Ok(());
    };
    let payload = files.iter().filter(|(path, _)| path.starts_with("data/"));
    let (bytes, count) = payload.fold((0_u64, 0_u64), |(b, n), (_, size)| (b.saturating_add(*size), n + 1));
    if oxum.trim() != format!("{bytes}.{count}") {
        problems.push(Problem::new("bad-oxum", "bag-info.txt counts other files or bytes than there are."));
    }
    Ok(())
}
