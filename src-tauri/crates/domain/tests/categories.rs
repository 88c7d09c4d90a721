//! The kinds of data against the design's table of them (law, 7).

use std::collections::BTreeSet;

use recourse_domain::categories::{CATEGORIES, Group, Sensitivity, category};

fn codes(of: impl Fn(Sensitivity) -> bool) -> Vec<&'static str> {
    CATEGORIES.iter().filter(|category| of(category.sensitivity)).map(|category| category.code).collect()
}

#[test]
fn the_list_is_whole_and_no_code_comes_twice() {
    let unique: BTreeSet<_> = CATEGORIES.iter().map(|category| category.code).collect();
    assert_eq!((CATEGORIES.len(), unique.len()), (49, 49));
    let labels: BTreeSet<_> = CATEGORIES.iter().map(|category| category.label).collect();
    assert_eq!(labels.len(), 49, "no two are called the same");
    for category in CATEGORIES {
        let (area, name) = category.code.split_once('.').unwrap();
        assert!([area, name].iter().all(|part| part.chars().all(|c| c.is_ascii_lowercase() || c == '_')));
        assert!(category.label.starts_with(char::is_uppercase), "{}", category.label);
    }
}

#[test]
fn each_area_has_its_number_of_codes() {
    let count = |area: &str| CATEGORIES.iter().filter(|category| category.code.starts_with(area)).count();
    let areas = [
        ("contact.", 5),
        ("person.", 6),
        ("id.", 6),
        ("cred.", 4),
        ("fin.", 7),
        ("loc.", 1),
        ("dev.", 2),
        ("act.", 3),
        ("sc.", 9),
        ("sens.", 3),
        ("cr.", 1),
        ("meta.", 2),
    ];
    for (area, number) in areas {
        assert_eq!(count(area), number, "{area}");
    }
}

#[test]
fn special_categories_are_those_of_article_9() {
    let special = codes(Sensitivity::is_special);
    let article_9 = [
        "sc.political",
        "sc.union",
        "sc.health",
        "sc.ethnic",
        "sc.religion",
        "sc.sexlife",
        "sc.orientation",
        "sc.genetic",
        "sc.biometric",
    ];
    assert_eq!(special, article_9);
    assert_eq!(codes(|s| s == Sensitivity::Criminal), ["cr.offence"]);
    assert_eq!(codes(|s| s == Sensitivity::LikeSpecial), ["sens.gender_reassignment"]);
    assert_eq!(codes(|s| s == Sensitivity::RaisesRisk), ["sens.child", "sens.safeguard"]);
    assert_eq!(codes(|s| s == Sensitivity::MayReveal), ["id.nhs", "id.member", "fin.payments", "act.prefs"]);
}

#[test]
fn what_may_reveal_a_special_category_says_how() {
    for code in codes(|s| s == Sensitivity::MayReveal) {
        assert!(!category(code).unwrap().note.is_empty(), "{code}");
    }
    assert!(category("fin.payments").unwrap().note.contains("political opinion"));
}

#[test]
fn a_code_is_found_and_an_unknown_one_is_not() {
    let bank = category("fin.bank").unwrap();
    assert_eq!((bank.label, bank.group), ("Bank account and sort code", Group::EconomicFinancial));
    assert_eq!(category("contact.email").unwrap().pwned, ["Email addresses"]);
    assert_eq!(category("sc.political").unwrap().group, Group::PoliticalOpinions);
    assert_eq!(category("fin.Bank"), None);
}
