//! The candidates of the design's two breaches on 21 November 2026 (law, 4.2 and 8.3), and what is never counted.

use chrono::NaiveDate;
use recourse_domain::StatedDate;
use recourse_domain::choices::Jurisdiction;
use recourse_domain::rules::{Candidate, IncidentFacts, Limitation, LimitationFacts, Side, Span, limitation};

use crate::case::{day, on, said};

const WHO_DECIDES: &str = "Courts decide when time starts. If any date here is near or past, speak to a solicitor now.";

fn facts(place: Jurisdiction, incident: IncidentFacts, notice: &str) -> LimitationFacts {
    LimitationFacts {
        jurisdiction: Some(place),
        today: day("2026-11-21"),
        incidents: vec![incident],
        notices: vec![("N-001".to_owned(), said(notice))],
        personal_injury: false,
        public_authority: false,
    }
}

/// The supplier's breach of 2020: it began on 7 February, lasted to May, and was told on 16 July.
fn first(place: Jurisdiction) -> LimitationFacts {
    let occurred = said("from 7 February 2020 to May 2020");
    let discovered = said("14 May 2020");
    facts(
        place,
        IncidentFacts { name: "A".to_owned(), occurred, discovered, ..IncidentFacts::default() },
        "16 July 2020",
    )
}

/// The supplier's breach of 2021: the day of the attack was never given; the organisation was told on 29 October, the person on 3 November.
fn second(place: Jurisdiction) -> LimitationFacts {
    let controller_told = said("29 October 2021");
    facts(place, IncidentFacts { name: "B".to_owned(), controller_told, ..IncidentFacts::default() }, "3 November 2021")
}

fn of<'l>(found: &'l Limitation, rule: &str, from: &str) -> &'l Candidate {
    let candidates: Vec<&Candidate> = found
        .candidates
        .iter()
        .filter(|candidate| candidate.rule.id == rule && candidate.from.starts_with(from))
        .collect();
    assert_eq!(candidates.len(), 1, "{rule} {from}: {:?}", found.candidates);
    candidates[0]
}

fn ending(last: &str) -> Span {
    Span { earliest: None, latest: Some(day(last)) }
}

const EW: Jurisdiction = Jurisdiction::EnglandWales;
const SCT: Jurisdiction = Jurisdiction::Scotland;
const NI: Jurisdiction = Jurisdiction::NorthernIreland;

#[test]
fn england_and_wales_six_years_the_first_breach() {
    let found = limitation(&first(EW));
    let happened = of(&found, "LIM-EW-6Y", "When it happened");
    assert_eq!(happened.worked.due, Span { earliest: Some(day("2026-02-06")), latest: Some(day("2026-05-30")) });
    assert_eq!((happened.worked.counts(), happened.worked.side), (Some(day("2026-02-06")), Side::Mine));
    assert!(happened.from.ends_with("“from 7 February 2020 to May 2020”"), "{}", happened.from);
    assert_eq!(of(&found, "LIM-EW-6Y", "The date of notice N-001").worked.due, on("2026-07-15"));
    assert_eq!(found.working.earliest, Some(day("2026-02-06")));
    assert!(found.sentence.starts_with(
        "On the dates you gave, the ordinary period in England and Wales seems to have ended. Exceptions exist and only a lawyer can say. Ask now."
    ), "{}", found.sentence);
    assert!(found.sentence.contains(WHO_DECIDES));
    assert_eq!(found.candidates[0].from, happened.from, "what ends first stands first");
}

#[test]
fn england_and_wales_six_years_the_second_breach() {
    let found = limitation(&second(EW));
    assert_eq!(of(&found, "LIM-EW-6Y", "When it happened").worked.due, ending("2027-10-28"));
    assert_eq!(of(&found, "LIM-EW-6Y", "When the organisation was told").worked.due, on("2027-10-28"));
    assert_eq!(of(&found, "LIM-EW-6Y", "The date of notice").worked.due, on("2027-11-02"));
    assert_eq!(found.working, ending("2027-10-28"));
    assert!(found.sentence.starts_with(
        "On what was said, the ordinary period in England and Wales appears to run into October 2027: 28 October 2027 at the very latest, earlier if"
    ), "{}", found.sentence);
    assert!(found.sentence.contains("Act well before.") && found.sentence.contains(WHO_DECIDES));
    let stated = IncidentFacts { occurred: said("by 29 October 2021"), ..second(EW).incidents.remove(0) };
    let found = limitation(&LimitationFacts { incidents: vec![stated], ..second(EW) });
    assert_eq!(found.working, ending("2027-10-28"));
}

#[test]
fn scotland_five_years() {
    let found = limitation(&first(SCT));
    assert_eq!(of(&found, "LIM-SCT-5Y", "When it happened").worked.due.earliest, Some(day("2025-02-07")));
    assert!(found.sentence.contains("in Scotland seems to have ended"));
    let found = limitation(&second(SCT));
    assert_eq!(of(&found, "LIM-SCT-5Y", "When the organisation was told").worked.due, on("2026-10-29"));
    assert_eq!(of(&found, "LIM-SCT-5Y", "The date of notice").worked.due, on("2026-11-03"));
    assert!(found.sentence.contains("seems to have ended"), "{}", found.sentence);
    assert!(found.candidates.iter().all(|candidate| candidate.worked.due.latest < Some(day("2026-11-21"))));
}

#[test]
fn scotland_moves_a_last_day_past_weekends_and_its_own_holidays_and_the_working_day_stays_before() {
    // Five years on: a Saturday; St Andrew's Day, a Monday; 2 January, a holiday there alone.
    for (from, last, working) in [
        ("29 October 2022", "2027-10-29", "2027-10-28"),
        ("30 October 2022", "2027-11-01", "2027-10-29"),
        ("30 November 2021", "2026-12-01", "2026-11-29"),
        ("2 January 2025", "2030-01-03", "2030-01-01"),
    ] {
        let found =
            limitation(&facts(SCT, IncidentFacts { occurred: said(from), ..IncidentFacts::default() }, "1 June 2026"));
        let happened = of(&found, "LIM-SCT-5Y", "When it happened");
        assert_eq!((happened.worked.due, happened.working), (on(last), on(working)), "{from}");
    }
}

#[test]
fn northern_ireland_six_years() {
    let found = limitation(&second(NI));
    assert_eq!(of(&found, "LIM-NI-6Y", "When the organisation was told").worked.due, on("2027-10-28"));
    assert!(found.sentence.contains("in Northern Ireland"));
}

#[test]
fn harm_to_health_three_years_beside_the_ordinary_period() {
    for (place, rule) in [(EW, "LIM-EW-PI-3Y"), (SCT, "LIM-SCT-PI-3Y"), (NI, "LIM-NI-PI-3Y")] {
        let found = limitation(&LimitationFacts { personal_injury: true, ..second(place) });
        assert_eq!(of(&found, rule, "When the organisation was told").worked.due, on("2024-10-28"));
        assert_eq!(of(&found, rule, "The date of notice").worked.due, on("2024-11-02"));
        let without = limitation(&second(place));
        assert!(without.candidates.iter().all(|candidate| candidate.rule.id != rule));
        assert_eq!(found.working, without.working, "the ordinary period keeps its own working day");
    }
    let found = limitation(&LimitationFacts { personal_injury: true, ..first(EW) });
    let three = found.candidates.iter().filter(|candidate| candidate.rule.id == "LIM-EW-PI-3Y");
    assert!(three.map(|candidate| candidate.worked.due.latest).all(|last| last < Some(day("2026-11-21"))));
}

#[test]
fn one_year_only_against_a_public_body_and_only_from_the_act() {
    let occurred = said("from 1 March 2026 to 10 March 2026");
    let plain = facts(EW, IncidentFacts { occurred, ..IncidentFacts::default() }, "1 June 2026");
    assert!(limitation(&plain).candidates.iter().all(|candidate| candidate.rule.id != "LIM-HRA-1Y"));
    let found = limitation(&LimitationFacts { public_authority: true, ..plain });
    let year: Vec<&Candidate> = found.candidates.iter().filter(|candidate| candidate.rule.id == "LIM-HRA-1Y").collect();
    assert_eq!(year.len(), 1);
    assert_eq!(year[0].worked.due, Span { earliest: Some(day("2027-02-28")), latest: Some(day("2027-03-09")) });
    assert!(year[0].worked.steps.iter().any(|step| step.contains("It lasted.")));
}

#[test]
fn pointers_are_named_and_nothing_is_counted_from_them() {
    let ids = |place| limitation(&first(place)).pointers.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>();
    assert_eq!(ids(EW), ["LIM-EW-CONCEAL", "LIM-DISABILITY"]);
    assert_eq!(ids(SCT), [""; 0]);
    let found = limitation(&first(EW));
    assert!(
        found
            .candidates
            .iter()
            .all(|candidate| !["LIM-EW-CONCEAL", "LIM-DISABILITY"].contains(&candidate.rule.id.as_str()))
    );
}

#[test]
fn where_the_place_is_not_known_all_three_are_shown_and_elsewhere_none() {
    let found = limitation(&LimitationFacts { jurisdiction: None, ..second(EW) });
    for rule in ["LIM-EW-6Y", "LIM-SCT-5Y", "LIM-NI-6Y"] {
        assert!(found.candidates.iter().any(|candidate| candidate.rule.id == rule), "{rule}");
    }
    assert_eq!(found.working.latest, Some(day("2026-10-28")), "the safe day before Scotland's");
    assert!(found.sentence.starts_with("On some of the dates you gave"), "{}", found.sentence);
    let elsewhere = limitation(&LimitationFacts { jurisdiction: Some(Jurisdiction::Other), ..second(EW) });
    assert!(elsewhere.candidates.is_empty() && elsewhere.sentence.contains("United Kingdom only"));
}

#[test]
fn without_a_date_nothing_is_counted_and_that_is_said() {
    let none = LimitationFacts {
        notices: vec![("N-001".to_owned(), StatedDate::undated())],
        ..facts(EW, IncidentFacts::default(), "2026")
    };
    let found = limitation(&none);
    assert!(found.candidates.is_empty() && found.working.is_unknown());
    assert!(found.sentence.starts_with("No date is noted") && found.sentence.contains(WHO_DECIDES));
}

#[test]
fn a_leap_day_ends_on_the_last_of_february() {
    let leap = |on: &str| {
        limitation(&facts(EW, IncidentFacts { occurred: said(on), ..IncidentFacts::default() }, "1 June 2024"))
    };
    let end = |found: &Limitation| -> Option<NaiveDate> { of(found, "LIM-EW-6Y", "When it happened").worked.counts() };
    assert_eq!(end(&leap("29 February 2024")), Some(day("2030-02-27")));
    assert_eq!(end(&leap("1 March 2024")), Some(day("2030-02-28")));
}
