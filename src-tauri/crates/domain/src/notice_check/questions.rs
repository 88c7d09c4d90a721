//! The plain question that a gap in a notice leads to. It asks; it does not say that anything ought to have been there.

use crate::categories::{Category, Sensitivity};

/// The question about an item of the notice check, N01 to N14; none for what is no item.
pub fn question_about(item: &str) -> Option<&'static str> {
    Some(match item {
        "N01" => "What happened to my personal data?",
        "N02" => "Please explain in plain words what happened and what it means for me.",
        "N03" => "Who is your data protection officer, or whom can I ask about this, and how can I reach them?",
        "N04" => "What do you expect may follow from this for me?",
        "N05" => "What have you done about it, and what do you still plan to do?",
        "N06" => "What have you done to lessen the effects on me?",
        "N07" => "What do you advise me to do to protect myself?",
        "N08" => "Did you send me a message about this alone? If so, please send me a copy.",
        "N09" => "Which of my personal data were affected? Please name the kinds.",
        "N10" => "When did it happen, when was it found, and when were you told?",
        "N11" => "Which company held my data at the time?",
        "N12" => "Did you tell the Information Commissioner? If so, when, and under which reference?",
        "N13" => "On what day did you publish or send this notice, and was it changed afterwards?",
        "N14" => "What does this reassurance rest on, and who made sure of it?",
        _ => return None,
    })
}

/// The question about a reassurance that nothing sensitive was touched, beside words about what people gave.
pub fn question_about_gifts(words: &str) -> String {
    format!(
        "Your notice says that nothing sensitive was affected, and also says \u{201c}{words}\u{201d}. What a person gives can reveal a \
         political opinion or a belief, which is special category data (UK GDPR, Article 9). Do you treat these data as special category \
         data, and were mine affected?"
    )
}

/// The question about a kind of data. `conflict` is whether what was said of it so far does not all say the same.
pub fn question_about_kind(category: &Category, conflict: bool) -> String {
    let label = category.label;
    let asked = if conflict {
        format!(
            "What was said of this kind of data is not always the same: {label}. Were mine affected, and how do you know?"
        )
    } else {
        format!("Were my data of this kind affected: {label}? How do you know?")
    };
    match category.sensitivity {
        Sensitivity::Special => {
            format!(
                "{asked} They are special category data (UK GDPR, Article 9). On which of its conditions did you hold them?"
            )
        }
        Sensitivity::MayReveal => {
            format!("{asked} They can reveal special category data (UK GDPR, Article 9). Do you treat them as such?")
        }
        Sensitivity::Criminal => format!("{asked} They are data about offences (UK GDPR, Article 10)."),
        Sensitivity::LikeSpecial | Sensitivity::RaisesRisk | Sensitivity::Ordinary => asked,
    }
}

/// The question that somebody's words raise.
pub fn question_about_words(words: &str) -> String {
    format!("You said: \u{201c}{}\u{201d}. What does this rest on?", words.trim().trim_end_matches('.'))
}
