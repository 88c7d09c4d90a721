//! Kinds of data, assertion by assertion.

use recourse_bundle::model::{DataKind, DataRow};
use recourse_domain::categories::{CATEGORIES, category};
use recourse_domain::records::{DataAssertion, Entry};
use recourse_domain::timeline::Timeline;

use super::{View, say};
use crate::bundles::chronology::certainty;

/// The kinds of which something was asserted, in the order of the list of kinds; codes that are not in it come last.
pub(super) fn kinds(view: &View<'_>) -> Vec<DataKind> {
    let all = &view.chosen.assertions;
    let mut codes: Vec<&str> = CATEGORIES.iter().map(|known| known.code).collect();
    for entry in all {
        if !codes.contains(&entry.body.category.as_str()) {
            codes.push(&entry.body.category);
        }
    }
    codes.into_iter().filter_map(|code| kind(view, code)).collect()
}

fn kind(view: &View<'_>, code: &str) -> Option<DataKind> {
    let of_it = view.chosen.assertions.iter().filter(|entry| entry.body.category == code);
    let ordered = Timeline::new(of_it, |entry| &entry.body.on, |entry| entry.reference.number);
    let assertions: Vec<DataRow> =
        ordered.dated.into_iter().chain(ordered.undated).map(|entry| row(view, entry)).collect();
    let known = category(code);
    (!assertions.is_empty()).then(|| DataKind {
        label: known.map_or(code, |known| known.label).to_owned(),
        sensitivity: known.map(|known| say::sensitivity(known.sensitivity)).unwrap_or_default().to_owned(),
        assertions,
    })
}

fn row(view: &View<'_>, entry: &Entry<DataAssertion>) -> DataRow {
    let (chosen, body) = (view.chosen, &entry.body);
    let statement = body.statement.and_then(|id| chosen.statement(id));
    let by_date = || body.on.basis_evidence.and_then(|id| chosen.reference_of(id)).map(|found| found.to_string());
    let source = chosen
        .rests_in(&entry.evidence, None)
        .or_else(|| statement.and_then(|statement| chosen.quoted(statement).source))
        .or_else(by_date);
    DataRow {
        reference: entry.reference.to_string(),
        date: say::date(&body.on),
        standing: say::standing(body.standing).to_owned(),
        by: who(view, body),
        whose: body.whose_data.clone(),
        quote: statement.map(|statement| statement.body.words.clone()).unwrap_or_default(),
        certainty: certainty(&body.on, source.as_deref()),
        source,
        remark: view.remark(&body.remark),
    }
}

fn who(view: &View<'_>, assertion: &DataAssertion) -> String {
    if !assertion.by_shown.trim().is_empty() {
        return assertion.by_shown.clone();
    }
    let named = view.chosen.named(assertion.by);
    if named.is_empty() { "the claimant".to_owned() } else { named }
}
