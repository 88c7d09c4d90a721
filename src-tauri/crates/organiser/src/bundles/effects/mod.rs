//! Losses, time, protective steps and the diary as the bundle prints them and as tables: exactly as written, with their proof.

mod ledgers;
mod tables;

use recourse_bundle::model::Effects;
use recourse_domain::choices::Audience;
use recourse_domain::records::EvidenceLink;

pub(super) use tables::tables;

use super::selection::{Chosen, Preview};
use crate::Result;
use crate::session::{Session, Unlocked};

/// Everything of it that goes into a bundle. Words that a diary entry had before go to the claimant's own solicitor, as the history does;
/// the other side is told when the words were changed.
pub(super) fn effects(session: &Session<Unlocked>, preview: &Preview) -> Result<Effects> {
    let view = View { chosen: &preview.chosen, before: preview.audience == Audience::Solicitor };
    Ok(Effects { losses: view.losses(), time: view.time(), steps: view.steps(), diary: view.diary(session)? })
}

/// The records that go, as one reader gets to see them.
struct View<'a> {
    chosen: &'a Chosen,
    /// Whether words that were changed later are for this reader.
    before: bool,
}

impl View<'_> {
    /// The documents that go and are proof of an entry.
    fn proof(&self, links: &[EvidenceLink]) -> Vec<String> {
        let mut all: Vec<String> = links
            .iter()
            .filter_map(|link| self.chosen.reference_of(link.evidence))
            .map(|one| one.to_string())
            .collect();
        all.dedup();
        all
    }
}
