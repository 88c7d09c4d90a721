//! Each rule that applies, counted from each day that it may begin on.

use chrono::NaiveDate;

use super::starts::{self, Start, What};
use super::{Candidate, LimitationFacts};
use crate::choices::Jurisdiction;
use crate::rules::count::{roll, years_outer, years_safe};
use crate::rules::holidays::{Calendar, Holidays};
use crate::rules::ids;
use crate::rules::rule::{Rule, known};
use crate::rules::say;
use crate::rules::worked::{Counted, Input, Side, Worked};

/// The rules of the ordinary period, one for each part of the United Kingdom.
const ORDINARY: [(&str, u32); 3] = [(ids::SIX_YEARS, 6), (ids::FIVE_YEARS_SCOTLAND, 5), (ids::SIX_YEARS_IRELAND, 6)];
/// The rules for harm to health.
const HEALTH: [(&str, u32); 3] = [(ids::HEALTH, 3), (ids::HEALTH_SCOTLAND, 3), (ids::HEALTH_IRELAND, 3)];
/// The rule for a claim about human rights against a public body.
const PUBLIC: [(&str, u32); 1] = [(ids::HUMAN_RIGHTS, 1)];

/// Whether the rule gives the ordinary period.
pub fn is_ordinary(rule: &Rule) -> bool {
    ORDINARY.iter().any(|(id, _)| rule.id == *id)
}

/// Whether the rule belongs to where the claim would be brought.
pub fn applies(rule: &Rule, place: Option<Jurisdiction>) -> bool {
    match place {
        None => true,
        Some(Jurisdiction::Other) => false,
        Some(place) => rule.jurisdictions.is_empty() || rule.jurisdictions.contains(&place),
    }
}

/// Every candidate, in no order.
pub fn of(facts: &LimitationFacts) -> Vec<Candidate> {
    let starts = starts::of(facts);
    let health = HEALTH.iter().filter(|_| facts.personal_injury);
    let public = PUBLIC.iter().filter(|_| facts.public_authority);
    let rules = ORDINARY.iter().chain(health).chain(public).map(|(id, years)| (known(id), *years));
    let mut candidates = Vec::new();
    for (rule, years) in rules.filter(|(rule, _)| applies(rule, facts.jurisdiction)) {
        // The one year runs from the act; that somebody came to know of it starts nothing.
        let from_the_act = rule.id == ids::HUMAN_RIGHTS;
        for start in starts.iter().filter(|start| !from_the_act || start.what == What::Happened) {
            candidates.push(candidate(facts, rule, years, start));
        }
    }
    candidates
}

fn candidate(facts: &LimitationFacts, rule: &'static Rule, years: u32, start: &Start) -> Candidate {
    let said = match start.said.as_str() {
        _ if start.inferred => ": not known".to_owned(),
        "" => String::new(),
        said => format!(": “{said}”"),
    };
    let working = start.span.map(|day| years_safe(day, years));
    Candidate { rule, from: format!("{}{said}", start.name), worked: worked(facts, rule, years, start), working }
}

fn worked(facts: &LimitationFacts, rule: &'static Rule, years: u32, start: &Start) -> Worked {
    // A day that the person added could only move Scotland's last day on, and the working day stays before it.
    let holidays = Holidays::built_in();
    let scottish = rule.id == ids::FIVE_YEARS_SCOTLAND;
    let period = if years == 1 { "one year".to_owned() } else { format!("{} years", in_words(years)) };
    let mut steps = vec![format!("{}: {}.", start.name, say::span(&start.span))];
    if start.inferred {
        steps.push(
            "It is not known when it happened, only that it was not after the first day somebody knew of it."
                .to_owned(),
        );
    }
    let (due, calendars) = if scottish {
        let outer = start.span.map(|day| years_outer(day, years));
        steps.push(format!("The same date {period} on, the first day not counted: {}.", say::span(&outer)));
        let rolled = outer.map(|day| roll(day, Calendar::Scotland, &holidays));
        if rolled != outer {
            steps.push(format!(
                "A last day on a weekend or holiday moves to the next working day: {}.",
                say::span(&rolled)
            ));
        }
        let safe = start.span.map(|day| years_safe(day, years));
        steps.push(format!("To be on the safe side, work to the day before: {}.", say::span(&safe)));
        (rolled, vec![Calendar::Scotland])
    } else {
        let safe = start.span.map(|day: NaiveDate| years_safe(day, years));
        steps.push(format!("The day before the same date {period} on: {}.", say::span(&safe)));
        (safe, Vec::new())
    };
    if start.lasted && start.what == What::Happened {
        steps.push("It lasted. The first day is for its beginning and the last day for its end.".to_owned());
    }
    let inputs = vec![Input { name: start.name.clone(), said: start.said.clone(), span: start.span }];
    Counted { rule, inputs, steps, due, side: Side::Mine, calendars }.worked(facts.today, &holidays)
}

const fn in_words(years: u32) -> &'static str {
    match years {
        3 => "three",
        5 => "five",
        _ => "six",
    }
}
