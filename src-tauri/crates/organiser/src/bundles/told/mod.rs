//! What was told and what was not, as the bundle prints it. Words of others stay as they are; the claimant's remarks go to their own solicitor only.

mod checks;
mod data;
mod pairs;
mod parties;
mod questions;
mod requests;
mod rows;
mod say;
mod tellings;

use recourse_bundle::model::{Gap, Told};
use recourse_domain::choices::Audience;

pub(super) use rows::{InFull, in_full};
pub(super) use say::{date as date_words, flag};

use super::selection::{Chosen, Preview};

/// Everything told that goes into a bundle.
pub(super) fn told(preview: &Preview) -> Told {
    let view = View { chosen: &preview.chosen, remarks: preview.audience == Audience::Solicitor };
    Told {
        incidents: tellings::incidents(&view),
        named: tellings::named(&view),
        tellings: tellings::tellings(&view),
        notices: checks::notices(&view),
        pairs: pairs::pairs(&view),
        questions: questions::questions(&view),
        data: data::kinds(&view),
        requests: requests::requests(&view),
    }
}

/// What the notices do not say, each with what has become of the question about it.
pub(super) fn gaps(chosen: &Chosen) -> Vec<Gap> {
    checks::gaps(chosen)
}

/// The records that go, as one reader gets to see them.
struct View<'a> {
    chosen: &'a Chosen,
    /// Whether the claimant's own remarks are for this reader.
    remarks: bool,
}

impl View<'_> {
    /// A remark, where it is for this reader.
    fn remark(&self, remark: &str) -> String {
        if self.remarks { remark.to_owned() } else { String::new() }
    }
}
