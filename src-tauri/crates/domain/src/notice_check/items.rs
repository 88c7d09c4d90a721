//! The fourteen items.

use super::{CheckItem, Footing};

const fn item(
    id: &'static str,
    footing: Footing,
    text: &'static str,
    citation: &'static str,
    primary_read: bool,
) -> CheckItem {
    CheckItem { id, text, footing, condition: "", citation, primary_read }
}

/// What to look for in a notice, in the order in which it is shown.
pub const ITEMS: [CheckItem; 14] = [
    item("N01", Footing::LawAsks, "What happened: the nature of the breach", "UK GDPR, Article 34(2)", true),
    CheckItem {
        condition: "A matter of judgement",
        ..item("N02", Footing::LawAsks, "Clear and plain language", "UK GDPR, Articles 34(2) and 12(1)", true)
    },
    item(
        "N03",
        Footing::LawAsks,
        "The name and contact details of the data protection officer or another contact point",
        "UK GDPR, Articles 34(2) and 33(3)(b)",
        false,
    ),
    item("N04", Footing::LawAsks, "The likely consequences", "UK GDPR, Articles 34(2) and 33(3)(c)", false),
    item(
        "N05",
        Footing::LawAsks,
        "The measures taken or proposed to address the breach",
        "UK GDPR, Articles 34(2) and 33(3)(d)",
        false,
    ),
    CheckItem {
        condition: "Where appropriate",
        ..item(
            "N06",
            Footing::LawAsks,
            "The measures to mitigate possible adverse effects",
            "UK GDPR, Articles 34(2) and 33(3)(d)",
            false,
        )
    },
    item(
        "N07",
        Footing::GuidanceSays,
        "Advice on what you can do to protect yourself",
        "UK GDPR, recital 86; the ICO's guide to personal data breaches",
        false,
    ),
    item(
        "N08",
        Footing::GuidanceSays,
        "A message of its own, not mixed with other content",
        "Article 29 Working Party and EDPB, guidelines on breach notification",
        false,
    ),
    CheckItem {
        condition: "Article 33(3)(a) puts the categories in the report to the ICO, not in the notice to you",
        ..item("N09", Footing::WorthAsking, "Which of your data: the categories", "", true)
    },
    item(
        "N10",
        Footing::WorthAsking,
        "When it happened, when it was found, and when the organisation was told",
        "",
        true,
    ),
    item("N11", Footing::WorthAsking, "Who the processor or supplier was", "", true),
    item("N12", Footing::WorthAsking, "Whether the ICO was told, and its reference", "", true),
    item("N13", Footing::WorthAsking, "A date on the notice itself", "", false),
    CheckItem {
        condition: "To be noted in neutral words: the statement may be true, and what it rests on can be asked",
        ..item(
            "N14",
            Footing::WorthAsking,
            "A reassurance stated as fact, such as “the data was destroyed” or “no sensitive information”",
            "",
            false,
        )
    },
];
