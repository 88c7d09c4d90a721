//! Data of the cover and the summary.

use super::keys::{Keys, Numbers};
use crate::model::{BundleModel, Supplement};
use serde_json::{Value, json};

/// One line of the cover's list of parts.
pub(crate) struct CoverPart {
    /// Its title.
    pub(crate) title: String,
    /// The unit it starts with.
    pub(crate) unit: usize,
}

/// The cover.
pub(crate) fn cover(model: &BundleModel, parts: &[CoverPart], numbers: &Numbers, keys: &mut Keys) -> Value {
    let mut facts = vec![json!(["Claimant", model.claimant])];
    if !model.organisation.is_empty() {
        facts.push(json!(["Organisation", model.organisation]));
    }
    for reference in &model.references {
        facts.push(json!([reference.label, reference.value]));
    }
    facts.push(json!(["Made for", model.audience.words()]));
    facts.push(json!(["Date", model.date.format("%-d %B %Y").to_string()]));
    let total = numbers.total();
    if let Some(supplement) = &model.supplement {
        facts.push(json!(["Adds to", format!("the bundle of {}, {} pages", supplement.to_day(), supplement.to_pages)]));
        facts.push(json!(["Pages", format!("{total}: {} to {}", numbers.printed(1), numbers.printed(total))]));
    } else {
        facts.push(json!(["Pages", total.to_string()]));
    }
    let parts: Vec<Value> = parts
        .iter()
        .map(|p| json!({"title": p.title, "page": numbers.unit(p.unit), "key": keys.unit(p.unit)}))
        .collect();
    let mut notes =
        vec!["This bundle was put together by the claimant from their own records. It is not legal advice.".to_owned()];
    if let Some(supplement) = &model.supplement {
        notes.push(format!(
            "Only documents that were not in that bundle are here, or that have changed since. Its PDF has the SHA-256 hash {}.",
            supplement.to_sha256
        ));
    }
    notes.extend(redacted(model));
    if let Some(head) = &model.chain_head {
        notes.push(format!("The record’s history ends with the hash {head}."));
    }
    let kind = model.supplement.as_ref().map_or_else(|| "Claim bundle".to_owned(), Supplement::kind);
    json!({"page": "cover", "kind": kind, "title": model.title, "facts": facts, "parts": parts, "notes": notes})
}

/// The most documents whose blacked-out areas are told one by one on the cover.
const TOLD: usize = 8;

/// What is blacked out; where that is much, the list behind the gaps has all of it.
fn redacted(model: &BundleModel) -> Vec<String> {
    let blacked: Vec<_> = model.redacted.iter().filter(|one| !one.pages.is_empty()).collect();
    match blacked.len() {
        0 => Vec::new(),
        many if many > TOLD => {
            vec![format!("Areas of {many} documents are blacked out. The last pages say which, how many and why.")]
        }
        _ => blacked.iter().map(|one| format!("{}: {}", one.reference, one.said.join(" "))).collect(),
    }
}

/// The summary; facts only, in the order given.
pub(crate) fn summary(model: &BundleModel, numbers: &Numbers, keys: &mut Keys) -> Value {
    let lines: Vec<Value> = model
        .summary
        .iter()
        .map(|l| {
            let (page, key) = keys.source(l.source.as_deref(), numbers);
            json!({"label": l.label, "text": l.text, "source": l.source, "page": page, "key": key})
        })
        .collect();
    json!({"page": "summary", "lines": lines})
}
