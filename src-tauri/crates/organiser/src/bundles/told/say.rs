//! The neutral words for choices and dates.

use recourse_bundle::model::DateWords;
use recourse_domain::StatedDate;
use recourse_domain::categories::Sensitivity;
use recourse_domain::choices::{BothTrue, BreachType, DataStanding, Finding, QuestionState, SourceGrade};
use recourse_domain::records::Statement;

/// A date as a page prints it.
pub(in crate::bundles) fn date(date: &StatedDate) -> DateWords {
    DateWords {
        as_stated: date.as_stated.clone(),
        normalised: (!date.is_undated()).then(|| date.in_words()),
        flag: flag(date),
    }
}

/// What does not fit together in a date, such as a weekday that was another; it is said and not mended.
pub(in crate::bundles) fn flag(date: &StatedDate) -> Option<String> {
    date.flag().map(|problem| problem.to_string())
}

/// A finding of the notice check.
pub(super) const fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Said => "said",
        Finding::Partly => "partly",
        Finding::NotSaid => "not said",
        Finding::CannotTell => "cannot tell",
    }
}

/// What has become of a question.
pub(super) const fn state(state: QuestionState) -> &'static str {
    match state {
        QuestionState::Open => "not asked yet",
        QuestionState::Asked => "asked; no answer on record",
        QuestionState::Answered => "answered",
        QuestionState::Partly => "answered in part",
        QuestionState::Refused => "an answer was refused",
        QuestionState::Ignored => "a reply came that does not mention it",
        QuestionState::Overtaken => "no longer asked",
    }
}

/// What an assertion says of a kind of data.
pub(super) const fn standing(standing: DataStanding) -> &'static str {
    match standing {
        DataStanding::Gave => "given by the claimant",
        DataStanding::SaidAffected => "said to be affected",
        DataStanding::SaidNotAffected => "said not to be affected",
        DataStanding::Unknown => "said not to be known",
        DataStanding::FoundInAccessReply => "found in the reply to the access request",
        DataStanding::Misused => "seems to have been used",
    }
}

/// Whether both of two statements could be true.
pub(super) const fn both_true(both: BothTrue) -> &'static str {
    match both {
        BothTrue::NotSaid => "not said",
        BothTrue::Yes => "yes",
        BothTrue::No => "no way is seen",
        BothTrue::CannotTell => "cannot tell",
    }
}

/// What the law takes a kind of data to be.
pub(super) const fn sensitivity(sensitivity: Sensitivity) -> &'static str {
    match sensitivity {
        Sensitivity::Ordinary => "",
        Sensitivity::MayReveal => {
            "may reveal special category data (UK GDPR, Article 9): a question to ask, not a finding"
        }
        Sensitivity::Special => "special category data (UK GDPR, Article 9)",
        Sensitivity::LikeSpecial => "not named in Article 9 of the UK GDPR, and to be treated as if it were",
        Sensitivity::Criminal => "criminal-offence data (UK GDPR, Article 10)",
        Sensitivity::RaisesRisk => "raises the risk to the person",
    }
}

/// How near a source stands.
pub(super) const fn grade(grade: SourceGrade) -> &'static str {
    match grade {
        SourceGrade::OwnDocument => "own document",
        SourceGrade::Official => "official source",
        SourceGrade::Press => "press",
        SourceGrade::Hearsay => "second hand",
    }
}

/// What is on record of a statement besides its words: source, kind of breach as told, whose data.
pub(super) fn about(statement: &Statement) -> String {
    let mut about = grade(statement.grade).to_owned();
    if !statement.breach_types.is_empty() {
        let types: Vec<&str> = statement.breach_types.iter().copied().map(BreachType::code).collect();
        about.push_str(&format!("; as told: {}", types.join(", ")));
    }
    if !statement.whose_data.trim().is_empty() {
        about.push_str(&format!("; whose data: {}", statement.whose_data.trim()));
    }
    about
}
