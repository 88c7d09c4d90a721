//! What entries come to, under each head and in each currency by itself. Nothing is added across currencies, and what has no amount is
//! counted beside the sums rather than taken for nothing.

use std::collections::BTreeMap;

use recourse_domain::choices::LossHead;
use recourse_domain::money;
use recourse_domain::records::{Loss, Money, ProtectiveStep, TimeSpent};

/// Money of one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The currency, ISO 4217.
    pub currency: String,
    /// In minor units of the currency.
    pub minor: i128,
}

impl Sum {
    /// As a person reads it.
    pub fn in_words(&self) -> String {
        money::in_words(self.minor, &self.currency)
    }
}

/// Sums, a currency each, in the order of their codes.
pub type Sums = Vec<Sum>;

/// What was lost under one head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByHead {
    /// The head.
    pub head: LossHead,
    /// How many losses.
    pub losses: usize,
    /// What they come to.
    pub amounts: Sums,
    /// What came back.
    pub reimbursed: Sums,
    /// How many of them have no amount.
    pub without_amount: usize,
}

/// Time spent on one kind of thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByActivity {
    /// What it was spent on, in the words of the first entry.
    pub activity: String,
    /// How many entries.
    pub entries: usize,
    /// What they come to, in minutes.
    pub minutes: u64,
    /// How many of them do not say how long.
    pub without_minutes: usize,
}

/// All time spent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeTotals {
    /// By what it was spent on, in the order of the first entries.
    pub by_activity: Vec<ByActivity>,
    /// What all of it comes to, in minutes.
    pub minutes: u64,
    /// How many entries do not say how long.
    pub without_minutes: usize,
}

/// Losses by head, in the order of the heads; heads without a loss are left out.
pub fn losses<'l>(losses: impl Iterator<Item = &'l Loss>) -> Vec<ByHead> {
    let all: Vec<&Loss> = losses.collect();
    let of = |head: LossHead| {
        let under: Vec<&Loss> = all.iter().copied().filter(|loss| loss.head == head).collect();
        ByHead {
            head,
            losses: under.len(),
            amounts: sums(under.iter().filter_map(|loss| loss.amount.as_ref())),
            reimbursed: sums(under.iter().filter_map(|loss| loss.reimbursed.as_ref())),
            without_amount: under.iter().filter(|loss| loss.amount.is_none()).count(),
        }
    };
    LossHead::ALL.iter().copied().map(of).filter(|by| by.losses > 0).collect()
}

/// Time by activity. Activities are the same where their words are, capitals and spaces aside.
pub fn time<'t>(entries: impl Iterator<Item = &'t TimeSpent>) -> TimeTotals {
    let mut totals = TimeTotals::default();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries {
        let activity = &entry.activity;
        let same = activity.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let at = *places.entry(same).or_insert_with(|| {
            let activity = activity.trim().to_owned();
            totals.by_activity.push(ByActivity { activity, entries: 0, minutes: 0, without_minutes: 0 });
            totals.by_activity.len() - 1
        });
        let (minutes, without) = (u64::from(entry.minutes.unwrap_or(0)), usize::from(entry.minutes.is_none()));
        let by = &mut totals.by_activity[at];
        by.entries += 1;
        by.minutes += minutes;
        by.without_minutes += without;
        totals.minutes += minutes;
        totals.without_minutes += without;
    }
    totals
}

/// What protective steps cost, a currency each, and how long they took, in minutes.
pub fn steps<'s>(steps: impl Iterator<Item = &'s ProtectiveStep>) -> (Sums, u64) {
    let all: Vec<&ProtectiveStep> = steps.collect();
    let minutes = all.iter().filter_map(|step| step.minutes).map(u64::from).sum();
    (sums(all.iter().filter_map(|step| step.cost.as_ref())), minutes)
}

fn sums<'m>(amounts: impl Iterator<Item = &'m Money>) -> Sums {
    let mut by_currency: BTreeMap<&str, i128> = BTreeMap::new();
    for amount in amounts {
        *by_currency.entry(&amount.currency).or_default() += i128::from(amount.minor);
    }
    by_currency.into_iter().map(|(currency, minor)| Sum { currency: currency.to_owned(), minor }).collect()
}

#[cfg(test)]
mod tests {
    use recourse_domain::money::understand;

    use super::*;

    fn loss(head: LossHead, amount: &str, reimbursed: &str) -> Loss {
        let read = |text: &str| understand(text).ok();
        Loss { head, amount: read(amount), reimbursed: read(reimbursed), ..Loss::default() }
    }

    fn said(sums: &Sums) -> Vec<String> {
        sums.iter().map(Sum::in_words).collect()
    }

    #[test]
    fn losses_are_added_by_head_and_currency_and_never_across() {
        let all = [
            loss(LossHead::Fee, "£12.50", ""),
            loss(LossHead::Fee, "EUR 20", "EUR 5"),
            loss(LossHead::Fee, "0.01", "£2"),
            loss(LossHead::Travel, "", ""),
            loss(LossHead::Fee, "", ""),
        ];
        let totals = losses(all.iter());
        assert_eq!(totals.iter().map(|by| by.head).collect::<Vec<_>>(), [LossHead::Fee, LossHead::Travel]);
        let fee = &totals[0];
        assert_eq!((fee.losses, fee.without_amount), (4, 1));
        assert_eq!(said(&fee.amounts), ["EUR 20.00", "£12.51"]);
        assert_eq!(said(&fee.reimbursed), ["EUR 5.00", "£2.00"]);
        assert_eq!((totals[1].without_amount, totals[1].amounts.len()), (1, 0));
    }

    #[test]
    fn amounts_too_large_for_one_record_can_still_be_added() {
        let most = Loss { amount: Some(Money { minor: i64::MAX, currency: "GBP".into() }), ..Loss::default() };
        let totals = losses([&most, &most].into_iter());
        assert_eq!(totals[0].amounts[0].minor, 2 * i128::from(i64::MAX));
    }

    #[test]
    fn time_is_added_by_activity() {
        let spent = |activity: &str, minutes| TimeSpent { activity: activity.into(), minutes, ..TimeSpent::default() };
        let totals =
            time([spent("Phone calls", Some(30)), spent("Passwords", None), spent(" phone  calls", Some(95))].iter());
        assert_eq!((totals.minutes, totals.without_minutes), (125, 1));
        let by: Vec<_> = totals.by_activity.iter().map(|by| (by.activity.as_str(), by.entries, by.minutes)).collect();
        assert_eq!(by, [("Phone calls", 2, 125), ("Passwords", 1, 0)]);
    }

    #[test]
    fn what_steps_cost_is_added_by_currency() {
        let step =
            |cost: &str, minutes| ProtectiveStep { cost: understand(cost).ok(), minutes, ..ProtectiveStep::default() };
        let (costs, minutes) = steps([step("£25", Some(10)), step("USD 3", None), step("", Some(5))].iter());
        assert_eq!((said(&costs), minutes), (vec!["£25.00".to_owned(), "USD 3.00".to_owned()], 15));
    }
}
