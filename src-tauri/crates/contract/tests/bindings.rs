//! The window's TypeScript is what the contract says. `cargo xtask bindings` (or `UPDATE_BINDINGS=1`) writes it anew.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

#[test]
fn the_generated_file_matches_the_contract() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/generated/contract.ts");
    let made = recourse_contract::typescript();
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "ui/src/generated/contract.ts is not what the contract says: run `cargo xtask bindings`");
}
