//! Vaults as every earlier version of the records left them, made by the programs of their time. None is ever made anew.

use std::fs;

use crate::ground::Ground;
use crate::operations::old_vaults;

/// Each opens, is whole, says what it held, takes a file and gives a bundle.
pub fn opens_and_goes_on(ground: &Ground) {
    for vault in old_vaults() {
        let version = vault.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let subject = ground.copy_of(&vault);
        let does = |words: &[&str]| {
            let answer = subject.says(words);
            assert_eq!(answer.code, Some(0), "{version} {words:?}: {}", answer.both());
            answer.out
        };
        does(&["check", "VAULT", "--read-data"]);
        assert!(does(&["list", "VAULT", "notices"]).contains("Data incident"), "{version}");
        assert!(does(&["search", "VAULT", "boiler"]).contains("letter.txt"), "{version}");
        let again = does(&["add", "VAULT", &ground.at("held.txt"), &ground.at("letter.txt"), "--json"]);
        assert_eq!(again.matches("\"kept\":true").count(), 2, "{version}: {again}");
        fs::create_dir(subject.beside("out")).unwrap();
        let out = subject.beside("out").to_str().unwrap().to_owned();
        does(&["export", "VAULT", "--out", &out, "--date", "2026-11-21"]);
        subject.whole().unwrap();
    }
}
