//! Statements that do not seem to fit, and corrections, side by side.

use recourse_bundle::model::Pair;
use recourse_domain::choices::StatementTie;
use recourse_domain::records::{Entry, Statement, StatementLink};

use super::{View, say};

/// Every pair of which both statements go.
pub(super) fn pairs(view: &View<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for entry in &view.chosen.statements {
        for link in &entry.body.links {
            pairs.extend(pair(view, entry, link));
        }
    }
    pairs
}

fn pair(view: &View<'_>, entry: &Entry<Statement>, link: &StatementLink) -> Option<Pair> {
    let other = view.chosen.statement(link.statement)?;
    let tie = match link.tie {
        StatementTie::Corrects => "The second corrects the first",
        StatementTie::ConflictsWith => "These do not seem to fit",
        StatementTie::Repeats | StatementTie::Answers => return None,
    };
    // What is corrected stands first; of two that do not seem to fit, the earlier.
    let swapped = link.tie == StatementTie::ConflictsWith
        && entry.body.said.sort_key().zip(other.body.said.sort_key()).is_some_and(|(this, that)| this < that);
    let (first, second) = if swapped { (entry, other) } else { (other, entry) };
    Some(Pair {
        tie: tie.to_owned(),
        first: view.chosen.quoted(first),
        second: view.chosen.quoted(second),
        both_true: say::both_true(link.both_true).to_owned(),
        remark: view.remark(&link.note),
    })
}
