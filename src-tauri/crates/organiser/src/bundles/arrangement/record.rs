//! What the record in the ZIP says of what was arranged by hand.

use recourse_domain::choices::{Audience, BundleSection};
use serde_json::{Value, json};

use crate::bundles::selection::{Picked, Preview};
use crate::bundles::staying::Why;

/// What was arranged by hand; none where nothing was. What is usual is not said: the person may have had a reason to word it anew.
pub fn record(preview: &Preview) -> Option<Value> {
    let arrangement = &preview.arrangement;
    if arrangement.is_empty() {
        return None;
    }
    let documents = || preview.sections.iter().flat_map(|section| &section.documents);
    let references = |which: &dyn Fn(&Picked) -> bool| -> Vec<String> {
        documents().filter(|picked| which(picked)).map(|picked| picked.reference.to_string()).collect()
    };
    let titles: Vec<Value> = documents()
        .filter(|picked| picked.title != picked.usual_title)
        .map(|picked| json!({"reference": picked.reference, "title": picked.title}))
        .collect();
    let sections: Vec<&str> =
        arrangement.placed.iter().map(|placed| placed.section).map(BundleSection::title).collect();
    let mut value = json!({
        "sections_in_own_order": !arrangement.sections.is_empty(),
        "documents_in_own_order": sections,
        "titles_changed": titles,
        "dates_changed": references(&|picked| picked.date_worded.is_some()),
        "left_out_by_hand": preview.left_out.iter().filter(|left| left.why == Why::ByHand).count(),
    });
    if preview.audience == Audience::Solicitor {
        let put_in = preview.arrangement.put_in.iter().filter_map(|id| preview.chosen.name_of(*id));
        value["put_in_by_hand"] = put_in.map(|reference| reference.to_string()).collect();
    }
    Some(value)
}
