//! How many phrases the tables hold: at least 200 that are understood and 40 that are asked about or refused, no two the same.

use std::collections::BTreeSet;

use crate::table::rows;
use crate::{about, asked, between, ends, exact, law, months, relative, spoken, undated, weekday};

/// What is left of a phrase when neither case nor signs count, so that one phrase is not counted twice.
fn bare(phrase: &str) -> String {
    phrase.to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == '@').collect()
}

fn different<'a>(phrases: impl Iterator<Item = &'a str>) -> usize {
    phrases.map(bare).collect::<BTreeSet<String>>().len()
}

#[test]
fn there_are_two_hundred_that_are_understood_and_forty_that_are_not() {
    let tables = [
        about::ROWS,
        between::ROWS,
        ends::ROWS,
        exact::ROWS,
        months::ROWS,
        relative::ROWS,
        spoken::ROWS,
        weekday::ROWS,
    ];
    let first = |table: &'static str| rows(table).map(|row| row[0]);
    let understood = tables.into_iter().flat_map(first).chain(law::ROWS.iter().map(|row| row.0));
    let understood = different(understood.chain(undated::ROWS));
    let not = different(first(asked::ASKED).chain(first(asked::REFUSED)));
    println!("{understood} phrases are understood, {not} are asked about or refused");
    assert!(understood >= 200, "{understood}");
    assert!(not >= 40, "{not}");
}
