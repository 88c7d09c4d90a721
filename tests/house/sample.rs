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
    for kind in ["notices", "correspondence"] {
        for link in records(&claim, kind).iter().flat_map(|record| record["evidence"].as_array().unwrap()) {
            let Some(quote) = link["quote"].as_str() else { continue };
            let item = records(&claim, "evidence").iter().find(|item| item["key"] == link["evidence"]).unwrap();
            let name = item["files"][0].as_str().unwrap();
            let said = match name.rsplit_once('.').unwrap().1 {
                "png" | "jpg" => {
                    item["transcription"].as_str().map(str::to_owned).unwrap_or_else(|| letter_text(&claim, link))
                }
                _ => String::from_utf8_lossy(&fs::read(sample(name)).unwrap()).into_owned(),
            };
            let (said, quote) = (one_line(&said), one_line(quote));
            assert!(said.contains(&quote), "{name} does not say {quote:?}");
        }
    }
}

/// A picture without a transcription of its own is read by the record that quotes from it.
fn letter_text(claim: &Value, link: &Value) -> String {
    let notice =
        records(claim, "notices").iter().find(|record| record["evidence"].as_array().unwrap().contains(link)).unwrap();
    notice["text"].as_str().unwrap().to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
