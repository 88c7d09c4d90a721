//! Manifests (RFC 8493, 2.1.3): a hash, blanks, a path, one file a line.

use super::verdict::Problem;
use std::collections::BTreeMap;

/// Path to hash in lower case.
pub(super) type Listed = BTreeMap<String, String>;

/// Reads a manifest. Lines that make no sense are problems.
pub(super) fn parse(name: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Listed {
    let mut listed = Listed::new();
    let Ok(text) = std::str::from_utf8(bytes) else {
        problems.push(Problem::new("bad-manifest", format!("{name} is not plain text.")));
        return listed;
    };
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let entry = line
            .split_once([' ', '\t'])
            .map(|(hash, path)| (hash.to_ascii_lowercase(), path.trim_start_matches([' ', '\t', '*'])))
            .filter(|(hash, path)| is_sha256(hash) && !path.is_empty());
        let Some((hash, path)) = entry else {
            problems.push(Problem::new("bad-manifest", format!("{name} has a line that cannot be read.")));
            continue;
        };
        let path = decoded(path);
        if !is_inside(&path) {
            problems.push(Problem::new("bad-name", format!("{name} names a file outside the bag.")));
        } else if listed.insert(path, hash).is_some() {
            problems.push(Problem::new("bad-manifest", format!("{name} names a file twice.")));
        }
    }
    listed
}

fn is_sha256(hash: &str) -> bool {
    hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Only line ends and the percent sign are written in the percent form.
fn decoded(path: &str) -> String {
    path.replace("%0D", "\r").replace("%0d", "\r").replace("%0A", "\n").replace("%0a", "\n").replace("%25", "%")
}

/// Whether a path stays below the bag's folder on every system.
pub(super) fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with('/')
        && !path.contains(['\\', '\0', ':'])
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}
