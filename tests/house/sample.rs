//! The sample claim's documents: complete, invented, and saying what the records quote from them.

use std::collections::BTreeSet;
use std::fs;

use recourse_tests::sample;
use serde_json::Value;

/// Files of the folder that are about the documents, not documents.
const ABOUT: &[&str] = &["README.md", "claim.json", ".gitattributes"];

fn claim() -> Value {
    serde_json::from_slice(&fs::read(sample("claim.json")).unwrap()).unwrap()
}

fn records<'a>(claim: &'a Value, kind: &str) -> &'a Vec<Value> {
    claim[kind].as_array().unwrap()
}

fn keys(claim: &Value, kind: &str) -> BTreeSet<String> {
    let keys: Vec<String> =
        records(claim, kind).iter().map(|record| record["key"].as_str().unwrap().to_owned()).collect();
    let unique: BTreeSet<String> = keys.iter().cloned().collect();
    assert_eq!(unique.len(), keys.len(), "a key is used twice among {kind}");
    unique
}

/// Every value of a field with this name, however deep.
fn values<'a>(value: &'a Value, field: &str, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(map) => {
            for (name, inner) in map {
                if let (true, Some(text)) = (name == field, inner.as_str()) {
                    found.push(text);
                }
                values(inner, field, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| values(inner, field, found)),
        _ => {}
    }
}

fn documents() -> BTreeSet<String> {
    let entries = fs::read_dir(sample("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    entries.filter(|name| !ABOUT.contains(&name.as_str())).collect()
}

#[test]
fn every_document_is_kept_once_and_every_key_leads_somewhere() {
    let claim = claim();
    let listed: Vec<&str> = records(&claim, "evidence")
        .iter()
        .flat_map(|item| item["files"].as_array().unwrap())
        .map(|f| f.as_str().unwrap())
        .collect();
    assert_eq!(listed.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>(), documents());
    assert_eq!(listed.len(), documents().len(), "a document is listed twice");
    for (field, kind) in [
        ("incident", "incidents"),
        ("evidence", "evidence"),
        ("basis_evidence", "evidence"),
        ("came_with", "evidence"),
        ("party", "parties"),
        ("from_party", "parties"),
        ("organisation", "parties"),
        ("speaker", "parties"),
        ("asked_of", "parties"),
        ("by", "parties"),
        ("told_by", "parties"),
        ("told_to", "parties"),
        ("sent_to", "parties"),
        ("letter", "correspondence"),
        ("notice", "notices"),
        ("statement", "statements"),
        ("answered_by", "statements"),
    ] {
        let (known, mut used) = (keys(&claim, kind), Vec::new());
        values(&claim, field, &mut used);
        assert!(!used.is_empty(), "no record names {field}");
        let lost: Vec<_> = used.into_iter().filter(|key| !known.contains(*key)).collect();
        assert!(lost.is_empty(), "{field} names what is not there: {lost:?}");
    }
}

#[test]
fn quotes_are_words_of_their_document() {
    let claim = claim();
    let mut looked_at = 0;
    for kind in ["notices", "correspondence", "statements", "data_assertions", "events"] {
        for link in records(&claim, kind).iter().flat_map(|record| record["evidence"].as_array().into_iter().flatten())
        {
            let Some(quote) = link["quote"].as_str() else { continue };
            looked_at += 1;
            assert_stands(&claim, link, quote);
        }
    }
    assert!(looked_at > 50, "only {looked_at} quotes were looked at");
}

#[test]
fn every_statement_says_what_its_document_says_on_the_page_it_names() {
    let claim = claim();
    for statement in records(&claim, "statements") {
        let links = statement["evidence"].as_array().unwrap();
        assert_eq!(links.len(), 1, "{statement}");
        assert!(links[0]["page"].as_u64().is_some(), "{statement}");
        assert_stands(&claim, &links[0], statement["words"].as_str().unwrap());
    }
}

#[test]
fn what_a_notice_is_found_to_say_stands_in_it() {
    let claim = claim();
    for notice in records(&claim, "notices") {
        let text = one_line(notice["text"].as_str().unwrap());
        let checks = notice["checks"].as_array().unwrap();
        let items: Vec<&str> = checks.iter().map(|check| check["item"].as_str().unwrap()).collect();
        let all: Vec<String> = (1..=14).map(|n| format!("N{n:02}")).collect();
        assert_eq!(items, all, "{}", notice["key"]);
        for check in checks {
            let quote = check["quote"].as_str().unwrap_or_default();
            // The month of the letter stands above its words, on the photograph.
            let above = check["item"] == "N13" && notice["on_document"]["stated"] == quote;
            assert!(above || text.contains(&one_line(quote)), "{} {check}", notice["key"]);
            let whole = check["finding"] == "not-said" || check["finding"] == "cannot-tell" || !quote.is_empty();
            let form = ["N02", "N08", "N13"].contains(&check["item"].as_str().unwrap());
            assert!(whole || form, "{} {check}: found, and no words", notice["key"]);
        }
    }
}

fn assert_stands(claim: &Value, link: &Value, quote: &str) {
    let item = records(claim, "evidence").iter().find(|item| item["key"] == link["evidence"]).unwrap();
    let name = link["file"].as_str().or_else(|| item["files"][0].as_str()).unwrap();
    let bytes = || fs::read(sample(name)).unwrap();
    let said = match name.rsplit_once('.').unwrap().1 {
        "png" | "jpg" => item["transcription"].as_str().map_or_else(|| letter_text(claim, name), str::to_owned),
        "eml" => unfolded(&String::from_utf8_lossy(&bytes())),
        "html" => without_tags(&String::from_utf8_lossy(&bytes())),
        "pdf" => shown(&String::from_utf8_lossy(&bytes())),
        _ => String::from_utf8_lossy(&bytes()).into_owned(),
    };
    let (said, quote) = (one_line(&said), one_line(quote));
    assert!(said.contains(&quote), "{name} does not say {quote:?}");
}

/// What a page of the photographed letter says: the notice's text up to, or from, the heading that begins its second page.
fn letter_text(claim: &Value, name: &str) -> String {
    let notice = records(claim, "notices").iter().find(|record| record["key"] == "n-letter").unwrap();
    let (first, second) = notice["text"].as_str().unwrap().split_once("What we have done").unwrap();
    if name.ends_with("-1.jpg") { first.to_owned() } else { second.to_owned() }
}

/// Quoted-printable lines put together again; the sample's words need no more.
fn unfolded(mail: &str) -> String {
    mail.replace("=\r\n", "").replace("=\n", "")
}

fn without_tags(page: &str) -> String {
    page.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect()
}

/// The strings that a PDF made by hand shows, line after line.
fn shown(pdf: &str) -> String {
    let lines = pdf.lines().filter_map(|line| line.split_once(" Td (")?.1.rsplit_once(") Tj"));
    lines.map(|(words, _)| words).collect::<Vec<_>>().join(" ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each trap of the story, and the record that holds it. X15's clock is another matter: here are the letter and what came back.
const TRAPS: &[(&str, &str, &str)] = &[
    ("X1 a weekday that was another", "events", "v-reply-told"),
    ("X2 happened, found and told are three fields", "incidents", "fundraising-2020"),
    ("X3 a denial and a later correction", "data_assertions", "d-harrow-bank-sept"),
    ("X4 nothing sensitive, and amounts given", "questions", "q-gifts"),
    ("X5 destroyed, as somebody was assured", "statements", "s-page-destroyed"),
    ("X6 a notice without a date", "notices", "n-supplier-page"),
    ("X7 locked", "statements", "s-mail-opened"),
    ("X7 stolen", "statements", "s-courier-stolen"),
    ("X7 spoilt", "statements", "s-voice-corrupted"),
    ("X8 five days after what", "statements", "s-reply-5-days"),
    ("X9 five months after the breach", "statements", "s-voice-five"),
    ("X10 another attack, or the same told late", "statements", "s-trade-another"),
    ("X11 two incidents on one page", "statements", "s-voice-first"),
    ("X12 fifty branches", "statements", "s-courier-50"),
    ("X12 forty-nine and the central office", "statements", "s-update-49"),
    ("X13 a supplier without a name", "parties", "unnamed-supplier"),
    ("X14 about 18 months ago", "events", "v-left"),
    ("X14 before a day", "events", "v-calls"),
    ("X15 an inbox that nobody reads", "correspondence", "c-request"),
];

#[test]
fn every_trap_of_the_story_is_held_by_a_record() {
    let claim = claim();
    for (trap, kind, key) in TRAPS {
        assert!(keys(&claim, kind).contains(*key), "{trap}: no {key} among {kind}");
    }
    let find = |kind: &str, key: &str| records(&claim, kind).iter().find(|record| record["key"] == key).unwrap();
    assert_eq!(find("notices", "n-supplier-page")["on_document"], Value::Null);
    assert_eq!(find("statements", "s-trade-another")["incidents"], serde_json::json!([]));
    for (key, breach) in
        [("s-mail-opened", "availability"), ("s-courier-stolen", "confidentiality"), ("s-voice-corrupted", "integrity")]
    {
        assert_eq!(find("statements", key)["breach_types"], serde_json::json!([breach]));
    }
    let unsure = find("statements", "s-voice-first")["incidents"].as_array().unwrap();
    assert_eq!(unsure.len(), 2);
    assert!(unsure.iter().all(|link| link["certainty"] == "unsure"));
    assert_eq!(find("correspondence", "c-request")["came_back"], "auto-reply");
}

#[test]
fn nobody_real_can_be_reached_by_it() {
    for name in documents().into_iter().chain(["claim.json".to_owned()]) {
        let bytes = fs::read(sample(&name)).unwrap();
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for (mark, reserved) in [("@", [".example", ".example.org"]), ("://", [".example", "example.org"])] {
            for (at, _) in text.match_indices(mark) {
                let host: String = text[at + mark.len()..]
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || "-.".contains(*c))
                    .collect();
                let host = format!(".{}", host.trim_end_matches('.'));
                let is_address = mark == "://"
                    || host[1..].contains('.') && text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
                assert!(!is_address || reserved.iter().any(|ending| host.ends_with(ending)), "{name} names {host}");
            }
        }
        for (at, _) in text.match_indices("01632") {
            assert!(
                text[at..].starts_with("01632 960"),
                "{name}: only 01632 960000 to 960999 are set aside for fiction"
            );
        }
    }
}

#[test]
fn the_whole_sample_is_small() {
    let total: u64 = documents().iter().map(|name| fs::metadata(sample(name)).unwrap().len()).sum();
    assert!(total < 1_500_000, "{total} bytes");
}
