//! A record as data, less what is not for this reader.

use recourse_domain::RecordKind;
use recourse_domain::choices::Audience;
use recourse_domain::records::{Body, Entry};
use serde_json::{Value, json};

use super::selection::{Chosen, Preview};

/// Fields of a record's body that name another record, which may stay out.
const NAMES: [&str; 11] = [
    "said_in",
    "statement",
    "asked_in",
    "answered_by",
    "version_of",
    "notice",
    "basis_evidence",
    "came_with",
    "letter",
    "prompted_by",
    "stated_in",
];
/// Fields of a record's body in which the claimant remarks on it.
const REMARKS: [&str; 5] = ["note", "remark", "answer_note", "missing", "next_step"];

/// Fields of the claim that are between the claimant and their own solicitor.
const PRIVATE: [&str; 9] = [
    "contact",
    "date_of_birth",
    "needs",
    "other_breaches",
    "group_action",
    "other_firm",
    "harm_to_health",
    "public_body",
    "own_holidays",
];

/// A record with all its fields. Private notes and remarks go to the claimant's own solicitor only, and nothing names what stays out.
pub(super) fn whole<T: Body>(entry: &Entry<T>, preview: &Preview) -> Value {
    let mut value = json!(entry);
    let chosen = &preview.chosen;
    if preview.audience == Audience::OtherSide {
        value["marks"]["note"] = Value::String(String::new());
        blank(&mut value["body"]);
        if T::KIND == RecordKind::Claim {
            keep_private(&mut value["body"]);
        }
    }
    if let Some(links) = value.get_mut("evidence").and_then(Value::as_array_mut) {
        // A link to something that stays out would say that it is there.
        links.retain(|link| {
            let id = link["evidence"].as_str().and_then(|id| id.parse().ok());
            id.is_some_and(|id| chosen.reference_of(id).is_some())
        });
    }
    if let Some(links) = value["body"].get_mut("links").and_then(Value::as_array_mut) {
        links.retain(|link| goes(&link["statement"], chosen));
    }
    forget(&mut value["body"], chosen);
    value
}

fn goes(id: &Value, chosen: &Chosen) -> bool {
    id.as_str().and_then(|id| id.parse().ok()).is_some_and(|id| chosen.holds(id))
}

/// Takes out of the claim what is not for the other side: how to reach the claimant is by their solicitor.
fn keep_private(claim: &mut Value) {
    let claimant = claim.get_mut("claimant").and_then(Value::as_object_mut);
    claimant.into_iter().for_each(|fields| fields.retain(|name, _| !PRIVATE.contains(&name.as_str())));
    claim.as_object_mut().into_iter().for_each(|fields| fields.retain(|name, _| !PRIVATE.contains(&name.as_str())));
}

/// Takes the claimant's remarks out.
fn blank(value: &mut Value) {
    each_field(value, &mut |name, field| {
        if REMARKS.contains(&name) && field.is_string() {
            *field = Value::String(String::new());
        }
    });
}

/// Takes out the names of records that stay out.
fn forget(value: &mut Value, chosen: &Chosen) {
    each_field(value, &mut |name, field| {
        if NAMES.contains(&name) && field.is_string() && !goes(field, chosen) {
            *field = Value::Null;
        }
    });
}

/// Every named field of a value, however deep.
pub(super) fn each_field(value: &mut Value, act: &mut dyn FnMut(&str, &mut Value)) {
    match value {
        Value::Object(map) => {
            for (name, field) in map.iter_mut() {
                act(name, field);
                each_field(field, act);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|field| each_field(field, act)),
        _ => {}
    }
}
