//! The stock `age` tool opens what the vault wrote, with nothing but the line on the recovery sheet.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod common;

use std::io::Write;
use std::process::Command;

use common::{Place, attach, content};

#[test]
fn the_stock_tool_gives_the_original_and_its_description() {
    if Command::new("age").arg("--version").output().is_err() {
        writeln!(std::io::stdout(), "SKIPPED: the age tool is not installed").unwrap();
        return;
    }
    let place = Place::new();
    let open = place.open();
    let key = place.file("key.txt", format!("{}\n", place.sheet.identity_line().expose()).as_bytes());
    for size in [0, 5, 65_536, 300_000] {
        let bytes = content(size);
        let kept = attach(&open, &place.file("a", &bytes)).unwrap();
        let decrypt = |ending| {
            let file = place.shelf(&kept.object_id.to_string(), ending);
            let out = Command::new("age").arg("--decrypt").arg("--identity").arg(&key).arg(file).output().unwrap();
            assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
            out.stdout
        };
        assert!(decrypt(".age") == bytes, "{size}");
        let meta: serde_json::Value = serde_json::from_slice(&decrypt(".meta.age")).unwrap();
        assert_eq!(meta["seen"][0]["name"], "letter.txt");
        assert_eq!(meta["sha256"], kept.sha256.to_string());
    }
}
