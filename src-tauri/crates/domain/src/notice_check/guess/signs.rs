//! A sign: phrases that, in one sentence, speak for a finding.

use super::Guess;
use super::sentences::Sentence;
use crate::choices::Finding;

/// Phrases that speak for a finding when a sentence has one of the first, one of the second (where any are asked for) and none of the third.
pub(super) struct Sign {
    pub(super) any: &'static [&'static str],
    pub(super) with: &'static [&'static str],
    pub(super) without: &'static [&'static str],
    pub(super) finding: Finding,
    pub(super) because: &'static str,
}

impl Sign {
    fn is_in(&self, sentence: &Sentence<'_>) -> bool {
        sentence.has_any(self.any)
            && (self.with.is_empty() || sentence.has_any(self.with))
            && !sentence.has_any(self.without)
    }
}

/// The first sign of the table that is in any sentence, with the first sentence that has it.
pub(super) fn first(sentences: &[Sentence<'_>], signs: &[Sign]) -> Option<Guess> {
    signs.iter().find_map(|sign| {
        let sentence = sentences.iter().find(|sentence| sign.is_in(sentence))?;
        Some(Guess::resting_on(sign.finding, sentence, sign.because))
    })
}
