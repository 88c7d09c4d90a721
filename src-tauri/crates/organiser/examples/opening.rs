//! How long a vault takes to open, beside the stretching of its passphrase alone: `opening VAULT PASSPHRASE_FILE`. For `cargo xtask bench opening`.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods, reason = "a measurement")]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use recourse_organiser::claims;
use recourse_organiser::clock::ComputerClock;
use recourse_organiser::session::{Session, Tools};
use recourse_organiser::worker::Worker;
use recourse_vault::{KdfParams, Secret};
use serde_json::{Value, json};

/// How often each is measured; the quickest counts, since a busy machine only ever adds.
const TIMES: usize = 5;

fn main() {
    let mut words = std::env::args_os().skip(1).map(PathBuf::from);
    let (vault, file) = (words.next().unwrap(), words.next().unwrap());
    let passphrase = Secret::new(fs::read_to_string(file).unwrap().trim_end().to_owned());
    let tools = Tools { clock: Arc::new(ComputerClock), worker: Worker::new("recourse") };
    let header: Value = serde_json::from_slice(&fs::read(vault.join("vault.json")).unwrap()).unwrap();
    let kdf = &header["slots"].as_array().unwrap().iter().find(|slot| slot["type"] == "passphrase").unwrap()["kdf"];
    let number = |name: &str| u32::try_from(kdf[name].as_u64().unwrap()).unwrap();
    let kdf = KdfParams::new(number("memory_kib"), number("passes"), number("lanes")).unwrap();

    let (mut stretch, mut open) = (Duration::MAX, Duration::MAX);
    let mut originals = 0;
    for _ in 0..TIMES {
        let begun = Instant::now();
        kdf.rehearse().unwrap();
        stretch = stretch.min(begun.elapsed());
        let begun = Instant::now();
        let session = Session::at(&vault, tools.clone()).unwrap().unlock(&passphrase).unwrap();
        // What the window shows first.
        let all = claims::list(&session).unwrap();
        open = open.min(begun.elapsed());
        assert!(!all.is_empty());
        originals = session.vault().list_objects().unwrap().objects.len();
        session.lock().unwrap();
    }
    let ratio = open.as_secs_f64() / stretch.as_secs_f64();
    println!(
        "{}",
        json!({ "originals": originals, "argon2id_s": stretch.as_secs_f64(), "open_s": open.as_secs_f64(), "ratio": ratio })
    );
}
