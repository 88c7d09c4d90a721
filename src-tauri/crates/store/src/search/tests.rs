use recourse_domain::search::parse;
use rusqlite::Connection;

use super::*;
use crate::{Shelf, migrate};

fn database() -> Connection {
    let mut conn = Connection::open_in_memory().unwrap();
    migrate::run(&mut conn).unwrap();
    conn
}

#[test]
fn every_written_statement_can_be_prepared() {
    let conn = database();
    for sql in [
        gather::IN_TITLES,
        gather::IN_RECORDS,
        gather::IN_FILES,
        gather::RANKED_RECORDS,
        gather::RANKED_FILES,
        gather::HOW_MANY_RECORDS,
        gather::HOW_MANY_FILES,
        show::RECORD_SNIPPETS,
        show::FILE_SNIPPETS,
        sieve::HAVING,
    ] {
        conn.prepare(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
    }
}

#[test]
fn whatever_is_typed_is_a_question_that_the_index_understands() {
    let conn = database();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    for typed in [
        "a\"b",
        "NEAR(a b)",
        "-a b",
        "title:x AND",
        "from:\"a OR\" to:* x",
        "kind:letter kind:photo before:2021 after:2019 on:2020 in:E-1 is:undated is:waiting has:file from:a to:b x -y",
        "kind:letter is:waiting has:file -y",
        "^x ª",
    ] {
        let query = parse(typed, today);
        let question = Question { query: &query, claim: None, shelf: Shelf::Current };
        assert_eq!(run(&conn, question, 10).unwrap(), Found::default(), "{typed}");
    }
}

#[test]
fn which_records_may_be_found_is_read_from_an_index_alone() {
    let conn = database();
    let plan: String = conn
        .query_row(
            "EXPLAIN QUERY PLAN SELECT record.entry_order FROM record WHERE (1 AND +record.claim_id = 'x' OR record.entry_order = 1)
                AND (record.archived_at IS NOT NULL) = 0 AND record.listed_latest < 7",
            [],
            |row| row.get("detail"),
        )
        .unwrap();
    assert!(plan.contains("COVERING INDEX"), "{plan}");
}
