//! What the notices say of the items of the notice check, and what they do not say.

use recourse_bundle::model::{CheckedNotice, Finding, Gap};
use recourse_domain::choices::Finding as Found;
use recourse_domain::notice_check::{ITEMS, item};
use recourse_domain::records::{Body, Entry, Notice, QuestionGap};

use super::{View, questions, say};
use crate::bundles::selection::Chosen;

/// Items about the form of a notice, a date that is told of already, and a thing to notice where it is there: silence on them is no gap.
const NO_GAP: [&str; 4] = ["N02", "N08", "N13", "N14"];

/// The notices that somebody has gone through, item by item.
pub(super) fn notices(view: &View<'_>) -> Vec<CheckedNotice> {
    let gone_through = view.chosen.notices.iter().filter(|notice| !notice.body.checks.is_empty());
    gone_through.map(|notice| checked(view, notice)).collect()
}

fn checked(view: &View<'_>, notice: &Entry<Notice>) -> CheckedNotice {
    let findings = ITEMS.iter().map(|item| {
        let check = notice.body.checks.iter().find(|check| check.item == item.id);
        Finding {
            item: item.id.to_owned(),
            text: item.text.to_owned(),
            footing: item.footing.words().to_owned(),
            finding: check.map(|check| say::finding(check.finding).to_owned()),
            quote: check.map(|check| check.quote.clone()).unwrap_or_default(),
            remark: check.map(|check| view.remark(&check.note)).unwrap_or_default(),
        }
    });
    CheckedNotice {
        reference: notice.reference.to_string(),
        title: notice.body.title(),
        date: say::date(&notice.body.on_document),
        source: view.chosen.document_of(notice.id),
        findings: findings.collect(),
    }
}

/// One gap for each thing that a notice does not say, with the question about it.
pub(super) fn gaps(chosen: &Chosen) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for notice in &chosen.notices {
        for check in notice.body.checks.iter().filter(|check| !NO_GAP.contains(&check.item.as_str())) {
            let what = match check.finding {
                Found::NotSaid => "does not say",
                Found::CannotTell => "leaves it open",
                Found::Said | Found::Partly => continue,
            };
            let Some(item) = item(&check.item) else { continue };
            gaps.push(Gap {
                text: format!("The notice {} “{}” {what}: {}.", notice.reference, notice.body.title(), item.text),
                about: chosen.document_of(notice.id),
                state: asked(chosen, notice, &check.item),
            });
        }
    }
    gaps
}

fn asked(chosen: &Chosen, notice: &Entry<Notice>, item: &str) -> String {
    let about = chosen.questions.iter().filter(|question| {
        matches!(&question.body.gap, Some(QuestionGap::Notice { notice: of, item: this }) if *of == notice.id && this == item)
    });
    about.map(questions::in_a_line).collect::<Vec<_>>().join("; ")
}
