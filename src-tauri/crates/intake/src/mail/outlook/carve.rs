//! A message inside a message, cut out as a file of its own.

use std::io::{self, Cursor, Write};

use cfb::CompoundFile;

use super::{File, store};

/// Most streams and storages copied out of one message.
const ENTRIES: usize = 20_000;

/// Copies the message attached in `storage` into a new compound file.
pub(super) fn message(file: &mut File<'_>, storage: &str) -> io::Result<Vec<u8>> {
    let inner = format!("{storage}/__substg1.0_3701000D");
    let mut out = CompoundFile::create(Cursor::new(Vec::new()))?;
    copy(file, &inner, "", &mut out, true)?;
    // The names behind numbered properties are kept once, at the root of the outermost message.
    if file.is_storage("/__nameid_version1.0") && !out.is_storage("/__nameid_version1.0") {
        copy(file, "/__nameid_version1.0", "/__nameid_version1.0", &mut out, false)?;
    }
    out.flush()?;
    Ok(out.into_inner().into_inner())
}

fn copy(
    file: &mut File<'_>,
    from: &str,
    to: &str,
    out: &mut CompoundFile<Cursor<Vec<u8>>>,
    is_message: bool,
) -> io::Result<()> {
    let entries: Vec<_> = file
        .walk_storage(from)?
        .take(ENTRIES + 1)
        .map(|entry| (entry.path().to_string_lossy().into_owned(), entry.is_stream()))
        .collect();
    if entries.len() > ENTRIES {
        return Err(io::Error::other("too many entries"));
    }
    for (path, is_stream) in entries {
        let Some(below) = path.strip_prefix(from) else { continue };
        let target = format!("{to}{below}");
        if !is_stream {
            if !target.is_empty() {
                out.create_storage(&target)?;
            }
            continue;
        }
        let mut bytes = store::stream(file, &path).unwrap_or_default();
        if is_message && below == "/__properties_version1.0" && bytes.len() >= 24 {
            // A message of its own has eight more reserved bytes in this header than a nested one (MS-OXMSG, 2.4.1).
            bytes.splice(24..24, [0; 8]);
        }
        out.create_stream(&target)?.write_all(&bytes)?;
    }
    Ok(())
}
