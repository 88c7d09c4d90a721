//! The entries and sums of the pages.

use chrono::{DateTime, Utc};
use recourse_bundle::model::{Account, Ledger, Total};
use recourse_domain::RecordId;
use recourse_domain::categories::category;
use recourse_domain::money::minutes_in_words;
use recourse_domain::records::{Body, DiaryEntry, Entry, Loss, Money, ProtectiveStep, TimeSpent};
use recourse_domain::timeline::Timeline;
use recourse_domain::{Reference, StatedDate};

use super::View;
use crate::Result;
use crate::bundles::told::date_words;
use crate::effects::{self, ByHead, Sum, Sums};
use crate::session::{Session, Unlocked};

impl View<'_> {
    pub(super) fn losses(&self) -> Ledger {
        let all = &self.chosen.losses;
        Ledger {
            totals: effects::losses(bodies(all)).iter().map(by_head).collect(),
            entries: in_order(all, |loss| &loss.happened).map(|entry| self.loss(entry)).collect(),
        }
    }

    fn loss(&self, entry: &Entry<Loss>) -> Account {
        let body = &entry.body;
        let back = body.reimbursed.as_ref().map(Money::in_words).unwrap_or_default();
        let data = category(&body.traces_to).map_or(body.traces_to.as_str(), |known| known.label);
        let reported = in_words(&body.reported);
        Account {
            title: body.title.clone(),
            figure: body.amount.as_ref().map_or_else(|| "amount not known".to_owned(), Money::in_words),
            facts: filled([
                ("Head", body.head.code().replace('-', " ").as_str()),
                ("Paid to", &body.paid_to),
                ("Came back", &back),
                ("Paid back by", &body.reimbursed_by),
                ("Data it seems to come from", data),
                ("Why the claimant thinks so", &body.why),
                ("What else it could come from", &body.other_cause),
                ("Reported to", &body.reported_to),
                ("Reported", &reported),
                ("Reference of the report", &body.report_reference),
            ]),
            ..self.account(entry, &body.happened)
        }
    }

    pub(super) fn time(&self) -> Ledger {
        let all = &self.chosen.times;
        let totals = effects::time(bodies(all));
        let line = |label: String, minutes: u64, without: usize| Total {
            label,
            figures: (minutes > 0).then(|| minutes_in_words(minutes)).into_iter().collect(),
            back: Vec::new(),
            beside: without_it(without, "does not say how long", "do not say how long"),
        };
        let mut lines: Vec<Total> = Vec::new();
        for by in totals.by_activity {
            lines.push(line(by.activity, by.minutes, by.without_minutes));
        }
        if lines.len() > 1 {
            lines.push(line("All together".to_owned(), totals.minutes, totals.without_minutes));
        }
        let entries = in_order(all, |time| &time.happened).map(|entry| self.time_spent(entry)).collect();
        Ledger { totals: lines, entries }
    }

    fn time_spent(&self, entry: &Entry<TimeSpent>) -> Account {
        let body = &entry.body;
        let noted = in_words(&body.note_written);
        Account {
            title: body.activity.clone(),
            figure: body.minutes.map_or_else(|| "how long is not known".to_owned(), length),
            words: body.text.clone(),
            facts: filled([("Note of it written", noted.as_str())]),
            ..self.account(entry, &body.happened)
        }
    }

    pub(super) fn steps(&self) -> Ledger {
        let all = &self.chosen.steps;
        let (costs, minutes) = effects::steps(bodies(all));
        let mut totals = Vec::new();
        if !costs.is_empty() {
            let label = "What the steps cost".to_owned();
            totals.push(Total { label, figures: words(&costs), ..Total::default() });
        }
        if minutes > 0 {
            let label = "How long they took".to_owned();
            totals.push(Total { label, figures: vec![minutes_in_words(minutes)], ..Total::default() });
        }
        Ledger { totals, entries: in_order(all, |step| &step.done).map(|entry| self.step(entry)).collect() }
    }

    fn step(&self, entry: &Entry<ProtectiveStep>) -> Account {
        let body = &entry.body;
        let (prompt, again) = (self.prompt(body.prompted_by), in_words(&body.again));
        let took = body.minutes.map(length).unwrap_or_default();
        Account {
            title: body.title.clone(),
            figure: body.cost.as_ref().map(Money::in_words).unwrap_or_default(),
            facts: filled([
                ("Prompted by", prompt.as_str()),
                ("How long it took", &took),
                ("What came of it", &body.outcome),
                ("Due again", &again),
            ]),
            ..self.account(entry, &body.done)
        }
    }

    /// The record whose advice prompted a step; nothing where it stays out.
    fn prompt(&self, record: Option<RecordId>) -> String {
        fn among<T: Body>(entries: &[Entry<T>], id: RecordId) -> Option<(Reference, String)> {
            entries.iter().find(|entry| entry.id == id).map(|entry| (entry.reference, entry.body.title()))
        }
        let chosen = self.chosen;
        let found = record.and_then(|id| {
            let notice = among(&chosen.notices, id);
            notice.or_else(|| among(&chosen.letters, id)).or_else(|| among(&chosen.statements, id))
        });
        found.map(|(reference, title)| format!("{reference}, “{title}”")).unwrap_or_default()
    }

    pub(super) fn diary(&self, session: &Session<Unlocked>) -> Result<Ledger> {
        let mut entries = Vec::new();
        for entry in in_order(&self.chosen.diary, |entry| &entry.happened) {
            entries.push(self.diary_entry(session, entry)?);
        }
        Ok(Ledger { totals: Vec::new(), entries })
    }

    fn diary_entry(&self, session: &Session<Unlocked>, entry: &Entry<DiaryEntry>) -> Result<Account> {
        let body = &entry.body;
        let mut wordings = effects::wordings(session, entry.id)?;
        let now = wordings.pop();
        let changed = now.filter(|_| !wordings.is_empty()).map(|now| format!("; words changed {}", moment(now.since)));
        let after = effects::written_after(&body.happened, entry.created_at.date_naive());
        let before = wordings.into_iter().filter(|_| self.before);
        Ok(Account {
            written: format!("Written {}{}", moment(entry.created_at), changed.unwrap_or_default()),
            after: after.map(|days| format!("written {days} days after")).unwrap_or_default(),
            words: body.text.clone(),
            facts: filled([
                ("What it did to the claimant", body.effect.as_str()),
                ("Other causes", &body.other_causes),
                ("Help sought", &body.help_sought),
                ("Who saw it", &body.witness),
            ]),
            before: before.map(|one| (format!("Its words as written {}:", moment(one.since)), one.text)).collect(),
            ..self.account(entry, &body.happened)
        })
    }

    /// What every entry has.
    fn account<T>(&self, entry: &Entry<T>, date: &StatedDate) -> Account {
        Account {
            reference: entry.reference.to_string(),
            date: date_words(date),
            sources: self.proof(&entry.evidence),
            ..Account::default()
        }
    }
}

fn by_head(by: &ByHead) -> Total {
    Total {
        label: by.head.code().replace('-', " "),
        figures: words(&by.amounts),
        back: words(&by.reimbursed),
        beside: without_it(by.without_amount, "without an amount", "without an amount"),
    }
}

fn words(sums: &Sums) -> Vec<String> {
    sums.iter().map(Sum::in_words).collect()
}

/// "1 without an amount"; empty for none.
fn without_it(n: usize, one: &str, many: &str) -> String {
    match n {
        0 => String::new(),
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

fn bodies<T>(entries: &[Entry<T>]) -> impl Iterator<Item = &T> {
    entries.iter().map(|entry| &entry.body)
}

/// By date, undated last.
fn in_order<T>(entries: &[Entry<T>], date: fn(&T) -> &StatedDate) -> impl Iterator<Item = &Entry<T>> {
    let ordered = Timeline::new(entries.iter(), |entry| date(&entry.body), |entry| entry.reference.number);
    ordered.dated.into_iter().chain(ordered.undated)
}

/// Names and values, those that are empty left out.
fn filled<const N: usize>(facts: [(&str, &str); N]) -> Vec<(String, String)> {
    let filled = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    filled.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// A date in the words it was given, and what it was taken to mean where that says more; empty where there is none.
fn in_words(date: &StatedDate) -> String {
    let (said, meant) = (date.as_stated.trim(), date.in_words());
    match (date.is_undated(), said == meant || said.is_empty()) {
        (true, _) => String::new(),
        (false, true) => meant,
        (false, false) => format!("{said} ({meant})"),
    }
}

fn length(minutes: u32) -> String {
    minutes_in_words(u64::from(minutes))
}

/// "4 May 2026, 14:05 UTC".
fn moment(at: DateTime<Utc>) -> String {
    at.format("%-d %B %Y, %H:%M UTC").to_string()
}
