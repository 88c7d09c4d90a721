use proptest::prelude::*;
use recourse_bundle::bag::safe_cell;
use recourse_bundle::names::{Folder, LONGEST, safe};
use std::collections::HashSet;

fn is_safe(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= LONGEST
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
        && !name.starts_with(['.', '-'])
        && !name.ends_with('.')
}

proptest! {
    #[test]
    fn any_name_becomes_a_safe_one(name in "\\PC{0,300}") {
        prop_assert!(is_safe(&safe(&name)), "{}", safe(&name));
    }

    #[test]
    fn a_folder_has_no_twins(names in prop::collection::vec("[aAbB.é/-]{0,4}(\\.pdf|\\.PDF)?", 1..40)) {
        let mut folder = Folder::default();
        let mut seen = HashSet::new();
        for name in &names {
            let given = folder.give(name);
            prop_assert!(is_safe(&given), "{given}");
            prop_assert!(seen.insert(given.to_lowercase()), "{given} twice");
        }
    }

    #[test]
    fn no_cell_is_a_formula_and_none_is_lost(text in "[=+@|%\u{FF1D}'\t\r\n \u{200B}-]{0,3}\\PC{0,20}") {
        let cell = safe_cell(&text);
        let shown = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{200B}');
        prop_assert!(!shown.starts_with(['=', '+', '-', '@', '\u{FF1D}']), "{cell:?}");
        prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(&cell), text);
    }
}

#[test]
fn names_stay_readable() {
    assert_eq!(safe("Zażółć gęślą jaźń.pdf"), "Zazolc-gesla-jazn.pdf");
    assert_eq!(safe("../../etc/passwd"), "etc-passwd");
    assert_eq!(safe("رسالة"), "file");
    assert_eq!(safe("con.txt"), "_con.txt");
    assert_eq!(safe(&format!("{}.jpeg", "a".repeat(300))).len(), LONGEST - 1);
}
