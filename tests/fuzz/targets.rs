//! What is given the bytes.

use std::fs;
use std::path::{Path, PathBuf};

use recourse_bundle::progress::unwatched;
use recourse_bundle::verify;
use recourse_testkit::hostile;
use recourse_vault::{OpenVault, Vault};
use serde_json::json;
use tempfile::TempDir;

/// The targets by name.
pub const NAMES: [&str; 4] = ["header", "objects", "import", "verify"];

/// Gives the bytes to what reads them; what it answered, in a few words.
type TryIt = Box<dyn FnMut(&[u8]) -> String>;

/// One of them.
pub struct Target {
    /// Files to begin with.
    pub seeds: Vec<Vec<u8>>,
    /// Gives the bytes to what reads them.
    pub try_it: TryIt,
}

/// The target of this name.
pub fn target(name: &str) -> Option<Target> {
    match name {
        "header" => Some(header()),
        "objects" => Some(objects()),
        "import" => Some(import()),
        "verify" => Some(bundles()),
        _ => None,
    }
}

fn repository(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(inside)
}

/// The kept vault of the first format, copied to where files cost no time.
fn kept_vault() -> (TempDir, PathBuf) {
    let memory = Path::new("/dev/shm");
    let base = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let folder = tempfile::Builder::new().prefix("recourse-fuzz-").tempdir_in(base).unwrap();
    let vault = folder.path().join("V");
    copy(&repository("src-tauri/crates/vault/tests/fixtures/vault-v1"), &vault);
    (folder, vault)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The key file, with nothing to fall back on.
fn header() -> Target {
    let (folder, vault) = kept_vault();
    let key_file = vault.join("vault.json");
    fs::remove_file(vault.join("vault.json.bak")).unwrap();
    let seeds = vec![fs::read(&key_file).unwrap()];
    let try_it = move |bytes: &[u8]| {
        let _kept = &folder;
        fs::write(&key_file, bytes).unwrap();
        match Vault::at(&vault) {
            Ok(vault) => format!("{} slots, {:?}", vault.slots().len(), vault.header_copy()),
            Err(error) => error.to_string(),
        }
    };
    Target { seeds, try_it: Box::new(try_it) }
}

/// An original, what is known of it, and a pack, under names of the vault's own.
fn objects() -> Target {
    let (folder, vault) = kept_vault();
    let open = Vault::at(&vault).unwrap().unlock(&"seven grey herons".into()).unwrap();
    let id = open.list_objects().unwrap().objects[0];
    let shelf = vault.join("objects").join(&id.to_string()[..2]);
    let [object, sidecar, pack] = [".age", ".meta.age", ".pack.age"].map(|ending| shelf.join(format!("{id}{ending}")));
    let seeds = vec![fs::read(&object).unwrap(), fs::read(&sidecar).unwrap()];
    let (whole, about) = (seeds[0].clone(), seeds[1].clone());
    let mut number = 0_usize;
    let try_it = move |bytes: &[u8]| {
        let _kept = &folder;
        let place = [&object, &sidecar, &pack][number % 3];
        number += 1;
        fs::write(place, bytes).unwrap();
        let answer = looked_at(&open, &id);
        fs::write(&object, &whole).unwrap();
        fs::write(&sidecar, &about).unwrap();
        let _not_always_there = fs::remove_file(&pack);
        answer
    };
    Target { seeds, try_it: Box::new(try_it) }
}

fn looked_at(open: &OpenVault, id: &recourse_vault::ObjectId) -> String {
    let listed = open.list_objects().map(|list| (list.objects.len(), list.damaged_packs.len()));
    let meta = open.object_meta(id).map_or_else(
        |error| error.to_string(),
        |meta| open.verify_object(id, &meta.sha256).map_or_else(|error| error.to_string(), |_| "whole".to_owned()),
    );
    format!("{listed:?} {meta} {:?}", open.object_size(id).is_ok())
}

/// Names that say which of the readers a file is for.
const ENDINGS: [&str; 20] = [
    "eml", "mbox", "msg", "pdf", "html", "txt", "csv", "docx", "xlsx", "odt", "rtf", "zip", "jpg", "png", "tiff",
    "heic", "webp", "mp3", "svg", "xml",
];

/// Every format that is read, in the way the reading process does it, without its limits.
fn import() -> Target {
    let mut seeds: Vec<Vec<u8>> = hostile::files().into_iter().map(|file| file.bytes).collect();
    let samples = fs::read_dir(repository("src-tauri/crates/organiser/sample")).unwrap().flatten();
    seeds.extend(samples.filter(|entry| entry.path().is_file()).filter_map(|entry| fs::read(entry.path()).ok()));
    seeds.extend(files(&repository("tests/fuzz/seeds/import")));
    let mut number = 0_usize;
    let try_it = move |bytes: &[u8]| {
        let ending = ENDINGS[number % ENDINGS.len()];
        number += 1;
        let params = json!({ "name": format!("a.{ending}"), "words": true });
        let read = recourse_intake::jobs::read(&params, bytes);
        let _formatted = recourse_intake::rich::formatted(&format!("a.{ending}"), bytes, &[]);
        match read {
            Ok(output) => {
                let reading = &output.header;
                let pages = reading["text"].as_array().map_or(0, Vec::len).min(9);
                format!("{} {} {pages}", reading["media_type"], reading["problem"]["code"])
            }
            Err(problem) => problem.sentence,
        }
    };
    Target { seeds, try_it: Box::new(try_it) }
}

/// A bundle that somebody hands over.
fn bundles() -> Target {
    let folder = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap();
    let zip = folder.path().join("bundle.zip");
    let mut seeds = files(&repository("tests/fuzz/seeds/verify"));
    seeds.extend(hostile::files().into_iter().map(|file| file.bytes).filter(|bytes| bytes.starts_with(b"PK")));
    let try_it = move |bytes: &[u8]| {
        fs::write(&zip, bytes).unwrap();
        match verify::verify(&zip, unwatched()) {
            Ok(verdict) => {
                let said = format!("{verdict:?}");
                said.split(['"', '(']).step_by(2).take(12).collect()
            }
            Err(error) => error.to_string(),
        }
    };
    Target { seeds, try_it: Box::new(try_it) }
}

fn files(folder: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| fs::read(path).ok()).collect()
}
