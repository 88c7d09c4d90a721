//! The fourteen items against the design's table of them (law, 1.2).

use recourse_domain::notice_check::{Footing, ITEMS, item};

#[test]
fn there_are_fourteen_in_order() {
    let ids: Vec<_> = ITEMS.iter().map(|item| item.id).collect();
    let wanted: Vec<_> = (1..=14).map(|n| format!("N{n:02}")).collect();
    assert_eq!(ids, wanted);
    for (at, one) in ITEMS.iter().enumerate() {
        assert!(!one.text.is_empty());
        assert!(ITEMS.iter().skip(at + 1).all(|other| other.text != one.text), "{}", one.id);
        assert_eq!(item(one.id), Some(one));
    }
    assert_eq!(item("N15"), None);
}

#[test]
fn only_the_first_six_may_be_called_the_law() {
    let of = |footing| ITEMS.iter().filter(|item| item.footing == footing).map(|item| item.id).collect::<Vec<_>>();
    assert_eq!(of(Footing::LawAsks), ["N01", "N02", "N03", "N04", "N05", "N06"]);
    assert_eq!(of(Footing::GuidanceSays), ["N07", "N08"]);
    assert_eq!(of(Footing::WorthAsking), ["N09", "N10", "N11", "N12", "N13", "N14"]);
    assert_eq!(Footing::LawAsks.words(), "the law asks");
    assert_eq!(Footing::GuidanceSays.words(), "guidance says");
    assert_eq!(Footing::WorthAsking.words(), "worth asking");
}

#[test]
fn what_is_called_law_or_guidance_says_where_and_the_rest_claims_nothing() {
    for one in &ITEMS {
        assert_eq!(one.citation.is_empty(), one.footing == Footing::WorthAsking, "{}", one.id);
        if one.footing == Footing::LawAsks {
            assert!(one.citation.contains("34(2)"), "{}", one.citation);
        }
    }
    for (id, provision) in [("N03", "33(3)(b)"), ("N04", "33(3)(c)"), ("N05", "33(3)(d)"), ("N06", "33(3)(d)")] {
        assert!(item(id).unwrap().citation.contains(provision), "{id}");
    }
    assert_eq!(item("N06").unwrap().condition, "Where appropriate");
}

#[test]
fn no_item_judges_anybody() {
    for one in &ITEMS {
        let words = format!("{} {}", one.text, one.condition).to_lowercase();
        for verdict in
            ["fail", "breach of duty", "unlawful", "illegal", "liable", "late", "wrong", "false", "must have"]
        {
            assert!(!words.split(|c: char| !c.is_alphabetic()).any(|word| word == verdict), "{}: {words}", one.id);
        }
    }
}
