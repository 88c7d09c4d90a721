//! A change to a bundle in words, for the history.

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_domain::records::Arrangement;

use super::change::Change;
use super::order::in_order;
use crate::bundles::selection::Preview;

const fn reader(audience: Audience) -> &'static str {
    match audience {
        Audience::Solicitor => "Bundle for the solicitor",
        Audience::OtherSide => "Bundle for the other side",
    }
}

/// What was done, in a sentence.
pub fn sentence(preview: &Preview, change: &Change, next: &Arrangement) -> String {
    let what = match change {
        Change::Move { document, section, .. } => {
            let order = in_order(&preview.usual, next);
            let at = order.iter().find(|(key, _)| key == section).and_then(|(_, documents)| {
                let at = documents.iter().position(|id| id == document)?;
                Some(format!("now {} of {} in “{}”", at + 1, documents.len(), section.title()))
            });
            format!("{} moved, {}", name(preview, *document), at.unwrap_or_default())
        }
        Change::MoveSection { section, .. } => format!("the section “{}” moved", section.title()),
        Change::LeaveOut { record } => format!("{} left out", name(preview, *record)),
        Change::PutIn { record, .. } => format!("{} put in", name(preview, *record)),
        Change::Word { document, .. } => {
            let (name, wording) = (name(preview, *document), next.wording(*document));
            let parts = [
                wording.and_then(|wording| wording.title.as_ref()).map(|title| format!("the title “{title}”")),
                wording.and_then(|wording| wording.date.as_ref()).map(|date| match date.as_str() {
                    "" => "no date".to_owned(),
                    date => format!("the date “{date}”"),
                }),
            ];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            match parts.is_empty() {
                true => format!("{name} printed with its usual title and date"),
                false => format!("{name} printed with {}", parts.join(" and ")),
            }
        }
        Change::Reset => "everything put back as usual".to_owned(),
    };
    format!("{}: {what}.", reader(preview.audience))
}

fn name(preview: &Preview, id: RecordId) -> String {
    let document = preview.document(id).map(|picked| (picked.reference, &picked.title));
    let left = || preview.left_out.iter().find(|left| left.id == id).map(|left| (left.reference, &left.title));
    document.or_else(left).map(|(reference, title)| format!("{reference} “{title}”")).unwrap_or_default()
}
