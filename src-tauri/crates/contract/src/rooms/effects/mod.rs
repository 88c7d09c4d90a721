//! Losses, time spent, the diary and protective steps.

mod diary;
mod loss;
mod step;
mod time;

use recourse_domain::RecordId;
use recourse_domain::money::minutes_in_words;
use recourse_domain::records::{Entry, Loss, ProtectiveStep, TimeSpent};
use recourse_organiser::effects::{self, ByHead, Sum, Sums};
use recourse_organiser::records::{self, Stored};

pub use diary::*;
pub use loss::*;
pub use step::*;
pub use time::*;

use super::{Answer, Room};
use crate::types::*;

/// What the amount box says underneath.
pub fn money_understand(_room: &Room, request: MoneyQuestion) -> Answer<MoneyAnswer> {
    Ok(crate::money::answer(&request.words))
}

/// What losses, time and steps come to.
pub fn effect_totals(room: &Room, request: ClaimRef) -> Answer<EffectTotals> {
    let losses = records::list::<Loss>(room, request.claim)?;
    let times = records::list::<TimeSpent>(room, request.claim)?;
    let steps = records::list::<ProtectiveStep>(room, request.claim)?;
    let time = effects::time(bodies(&times));
    let (costs, minutes) = effects::steps(bodies(&steps));
    Ok(EffectTotals {
        losses: effects::losses(bodies(&losses)).iter().map(by_head).collect(),
        all_time: TimeTotal {
            activity: String::new(),
            entries: count(times.len()),
            length: length(time.minutes),
            without_length: count(time.without_minutes),
        },
        time: time
            .by_activity
            .into_iter()
            .map(|by| TimeTotal {
                activity: by.activity,
                entries: count(by.entries),
                length: length(by.minutes),
                without_length: count(by.without_minutes),
            })
            .collect(),
        step_costs: words(&costs),
        step_length: length(minutes),
    })
}

fn by_head(by: &ByHead) -> LossTotal {
    LossTotal {
        head: by.head,
        losses: count(by.losses),
        amounts: words(&by.amounts),
        reimbursed: words(&by.reimbursed),
        without_amount: count(by.without_amount),
    }
}

fn bodies<T>(entries: &[Entry<T>]) -> impl Iterator<Item = &T> {
    entries.iter().map(|entry| &entry.body)
}

fn words(sums: &Sums) -> Vec<String> {
    sums.iter().map(Sum::in_words).collect()
}

/// Minutes in words; empty for none.
fn length(minutes: u64) -> String {
    if minutes == 0 { String::new() } else { minutes_in_words(minutes) }
}

/// Minutes that may not be known, in words.
fn length_of(minutes: Option<u32>) -> String {
    minutes.map(|minutes| minutes_in_words(u64::from(minutes))).unwrap_or_default()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The records of one kind, undated first.
fn undated_first<T: Stored>(room: &Room, claim: RecordId) -> Answer<Vec<Entry<T>>> {
    let (mut undated, dated): (Vec<_>, Vec<_>) = records::list::<T>(room, claim)?
        .into_iter()
        .partition(|entry| entry.body.listed_on().is_none_or(recourse_domain::StatedDate::is_undated));
    undated.extend(dated);
    Ok(undated)
}

/// The body of the record that is changed; an empty one for a new record.
fn before<T: Stored + Default>(room: &Room, id: Option<RecordId>) -> Answer<T> {
    Ok(match id {
        Some(id) => records::get::<T>(room, id)?.body,
        None => T::default(),
    })
}
