//! The recovery sheet: what it says, and that a program nobody here wrote reads its square.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use recourse_bundle::sheet::{SheetPage, sheet};

use crate::support::{python, tool};

const CODE: &str = "006H-M9SM-8575-PT3N-GA7S-SADP-RF8D-VTQQ-X174";
const LINE: &str = "AGE-SECRET-KEY-1FLXSDNE7ADDEYMVKUJFRKQWWXQLS6GPYUWZ86XSNJPN6YJ7AKQUSPVXJGA";

fn page(groups: &[String]) -> Vec<u8> {
    let (keep_it, code_is_for) = ("Keep this sheet\non paper.", "Recourse asks for it.");
    let (key_is_for, key_command) = ("It opens the originals.", "age --decrypt FILE.age");
    let (vault_id, made_on) = ("0190-vault", "21 November 2026");
    sheet(SheetPage { vault_id, made_on, keep_it, code_is_for, groups, key_is_for, key_command, key_line: LINE })
        .unwrap()
}

fn groups() -> Vec<String> {
    CODE.split('-').map(str::to_owned).collect()
}

#[test]
fn the_square_and_the_words_hold_the_code() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.pdf");
    std::fs::write(&file, page(&groups())).unwrap();
    let document = lopdf::Document::load(&file).unwrap();
    assert_eq!(document.get_pages().len(), 1);

    let Some((true, words)) = tool("pdftotext", &[&"-raw", &file, &"-"]) else { return };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["0190-vault", "21 November 2026", "Keep this sheet on paper.", "age --decrypt FILE.age", LINE] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(groups().iter().all(|group| words.contains(group.as_str())), "{words}");

    let picture = folder.path().join("page");
    let Some((true, _)) = tool("pdftoppm", &[&"-r", &"100", &"-gray", &"-singlefile", &file, &picture]) else { return };
    let Some(python) = python() else { return };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bundle/read_square.py");
    let Some((done, read)) = tool(&python, &[&script, &picture.with_extension("pgm")]) else { return };
    assert!(done, "{read}");
    assert_eq!(read.trim(), CODE);
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    assert_eq!(page(&groups()), page(&groups()));
}
