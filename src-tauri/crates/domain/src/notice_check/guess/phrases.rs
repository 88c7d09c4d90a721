//! The tables of phrases, the surer signs first.

use super::signs::Sign;
use crate::choices::Finding::{NotSaid, Partly, Said};

/// Words that turn what follows into its opposite.
pub(super) const DENIED: &[&str] = &["no", "not", "none", "never", "without", "neither"];

const fn said(any: &'static [&'static str], because: &'static str) -> Sign {
    Sign { any, with: &[], without: &[], finding: Said, because }
}

const fn partly(any: &'static [&'static str], because: &'static str) -> Sign {
    Sign { finding: Partly, ..said(any, because) }
}

/// N01.
pub(super) const WHAT_HAPPENED: &[Sign] = &[
    said(
        &[
            "can no longer be opened",
            "could not be opened",
            "cannot be opened",
            "rendered inaccessible",
            "made inaccessible",
            "was encrypted",
            "were encrypted",
            "encrypted by",
            "encrypted the",
            "ransomware",
            "sent to the wrong",
            "sent in error",
        ],
        "It says what was done to the data or the systems.",
    ),
    Sign {
        without: DENIED,
        ..said(
            &[
                "was taken",
                "were taken",
                "was stolen",
                "were stolen",
                "was copied",
                "were copied",
                "was accessed",
                "were accessed",
                "gained access",
                "had access to",
                "unauthorised access",
                "unauthorized access",
                "was published",
                "were published",
                "was exposed",
                "were exposed",
                "was lost",
                "were lost",
                "exfiltrat*",
                "downloaded by",
            ],
            "It says what became of the data.",
        )
    },
    partly(
        &[
            "data was affected",
            "data were affected",
            "security incident",
            "data incident",
            "cyber incident",
            "cyber attack",
            "cyber-attack",
            "cyberattack",
            "data breach",
            "security breach",
            "was hacked",
            "were hacked",
        ],
        "It names an event. What was done to the data does not seem to be described.",
    ),
];

/// N04.
pub(super) const CONSEQUENCES: &[Sign] = &[
    Sign {
        without: &["no risk"],
        ..said(
            &[
                "likely consequences",
                "possible consequences",
                "identity theft",
                "identity fraud",
                "risk of fraud",
                "at risk of",
                "could be used to",
                "may be used to",
                "might be used to",
                "could result in",
                "could lead to",
            ],
            "It says what may follow.",
        )
    },
    Sign {
        with: &["may", "might", "could", "likely"],
        ..partly(
            &["scam*", "phishing", "fraud*", "spam", "unexpected calls", "nuisance calls"],
            "It names one thing that may follow.",
        )
    },
    partly(
        &["low risk", "risk is low", "no risk", "risk to you", "unlikely to"],
        "It speaks of the risk without saying what may follow.",
    ),
];

/// N05.
pub(super) const MEASURES: &[Sign] = &[
    said(
        &["moved to another", "moved to a new", "another supplier", "new supplier"],
        "It says that the work was given to another supplier.",
    ),
    said(
        &[
            "have secured",
            "has been secured",
            "have strengthened",
            "has strengthened",
            "taken offline",
            "shut down",
            "switched off",
            "have rebuilt",
            "were restored",
            "was restored",
            "security experts",
            "forensic*",
            "reset all",
            "have reset",
            "took steps",
            "taken steps",
            "have taken the following",
        ],
        "It says what was done.",
    ),
    partly(
        &["demand was paid", "ransom was paid", "paid the demand", "paid the ransom"],
        "It says that a demand was paid. What else was done does not seem to be there.",
    ),
    partly(
        &[
            "with the authorities",
            "with the police",
            "to the police",
            "investigating",
            "an investigation",
            "working to understand",
            "working with",
        ],
        "It says who was told or that it is being looked into. What was done about it does not seem to be there.",
    ),
];

/// N06.
pub(super) const MITIGATION: &[Sign] = &[
    said(
        &[
            "credit monitoring",
            "identity monitoring",
            "identity protection",
            "fraud monitoring",
            "monitoring service",
            "reset your password",
            "replace your card",
            "new membership number",
            "we will pay for",
            "we will cover",
        ],
        "It offers or names something that would lessen the effects for you.",
    ),
    partly(
        &["was destroyed", "been destroyed", "were destroyed", "was deleted", "been deleted", "were deleted"],
        "It says that the data was destroyed or deleted, which would lessen the effects.",
    ),
];

/// N07.
pub(super) const ADVICE: &[Sign] = &[
    said(
        &[
            "be careful",
            "be cautious",
            "be vigilant",
            "remain vigilant",
            "stay vigilant",
            "be alert",
            "be wary",
            "watch out for",
            "look out for",
            "change your password",
            "change any password",
            "two-step",
            "two-factor",
            "2fa",
            "tell your bank",
            "contact your bank",
            "check your bank",
            "do not click",
            "don't click",
            "we advise",
            "we recommend",
            "report suspicious",
        ],
        "It says what you can do.",
    ),
    partly(
        &[
            "no action that you need",
            "no action you need",
            "no need to take any action",
            "no action is needed",
            "no action is required",
            "not need to do anything",
            "not need to take any action",
        ],
        "It says that there is nothing you need to do.",
    ),
];

/// N08: what seems to be other content.
pub(super) const OTHER_CONTENT: &[Sign] = &[partly(
    &[
        "in this issue",
        "newsletter",
        "in other news",
        "upcoming events",
        "forthcoming events",
        "renew your membership",
        "make a donation",
        "book your",
        "special offer",
    ],
    "It seems to hold other things too.",
)];

const OFFICE: &[&str] = &["information commissioner*", "information commission", "ico", "the regulator"];
const TELLING: &[&str] = &["reported", "report", "told", "informed", "notified", "notify", "answered", "referred"];

/// N12.
pub(super) const REGULATOR: &[Sign] = &[
    Sign {
        with: &["reference", "ref", "case number", "ic-*"],
        ..said(OFFICE, "It speaks of the Information Commissioner and gives a reference.")
    },
    Sign {
        with: TELLING,
        ..partly(OFFICE, "It says that the Information Commissioner was told. A reference does not seem to be there.")
    },
    partly(OFFICE, "It names the Information Commissioner. Whether the office was told does not seem to be there."),
    Sign {
        finding: NotSaid,
        ..said(
            &["authorities", "regulators"],
            "It speaks of authorities and does not name the Information Commissioner.",
        )
    },
];
