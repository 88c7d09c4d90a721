use std::path::Path;

use recourse_domain::records::{
    Claim, Correspondence, DataAssertion, DiaryEntry, Event, Evidence, Incident, Loss, Notice, Party, ProtectiveStep,
    Question, Request, Statement, SuspiciousContact, TimeSpent,
};
use rusqlite::Connection;

use super::*;
use crate::{Stored, chain, migrate};

/// Every statement that is written out in the tables' files.
const STATEMENTS: &[&str] = &[
    arrangement::SET,
    arrangement::REMOVE,
    arrangement::GET,
    chain::HAS_RECORDS,
    change::INSERT,
    change::ALL,
    change::LAST_CHANGE,
    change::OF_RECORD,
    change::PAGE,
    change::PAGE_OF_RECORD,
    change::AFTER,
    change::HASH_AT,
    change_turn::NEWEST,
    change_turn::OF_TURN,
    change_turn::OF_RECORD,
    change_turn::NAMING_OTHERS,
    change_turn::ERASE,
    change_head::SET,
    change_head::GET,
    correspondence::SENT_AS,
    counter::NEXT,
    draft::SAVE,
    draft::REMOVE,
    draft::GET,
    draft::ALL,
    evidence::CAME_WITH,
    evidence_file::INSERT,
    evidence_file::UPDATE,
    evidence_file::SET_POSITION,
    evidence_file::MAKE_ROOM,
    evidence_file::GET,
    evidence_file::ITEM_OF,
    evidence_file::OF_EVIDENCE,
    evidence_file::BY_SHA256,
    evidence_file::ALL,
    evidence_file::IN_LISTS,
    evidence_link::REMOVE,
    evidence_link::INSERT,
    evidence_link::OF_RECORD,
    evidence_link::OF_KIND,
    file_text::OF_SOURCE,
    file_text::REMOVE,
    file_text::INSERT,
    file_text::WORDS,
    file_text::INDEX,
    file_text::UNINDEX,
    file_text::OF_FILE,
    file_text::LAST_ID,
    file_text::IDS_OF_FILE,
    file_text::MOVE,
    file_text::PLACE,
    incident_link::REMOVE,
    incident_link::INSERT,
    incident_link::OF_RECORD,
    incident_link::OF_KIND,
    mail::REMOVE_REFERENCES,
    mail::SAVE,
    mail::INSERT_REFERENCE,
    mail::GET,
    mail::REFERENCES,
    mail::BY_MESSAGE_ID,
    mail::NAMED_BY,
    mail::NAMING,
    mail::ANSWERS,
    mail::PEOPLE,
    forget::WORDS_OF_FILE,
    forget::STILL_NEEDED,
    forget::CLAIMS_WITH,
    guess::SET,
    guess::FORGET,
    guess::ALL,
    picture_print::SET,
    picture_print::GET,
    picture_print::ALL,
    twin::SET,
    twin::FORGET,
    twin::SAID,
    leaving::NOTE,
    leaving::STAYS,
    leaving::ALL,
    machine_page::SET,
    machine_page::OF_FILE,
    machine_state::SET,
    machine_state::GET,
    machine_state::NEXT,
    machine_state::TALLY,
    record::INSERT,
    record::SET_LISTED,
    record::SET_MARKS,
    record::SET_ARCHIVED,
    record::BIN,
    record::UNBIN,
    record::EMPTY,
    record::IN_BIN,
    record::GET,
    record::AT,
    record::ORDER_OF,
    record::FIND,
    record::ALL,
    record::COUNTS,
    record::LINKED_TO,
    record_words::GET,
    record_words::REMOVE,
    record_words::INSERT,
    record_words::INDEX_RECORD,
    record_words::UNINDEX_RECORD,
    record_words::INDEX_HEAD,
    record_words::UNINDEX_HEAD,
    redaction::SET,
    redaction::FORGET,
    redaction::GET,
    redaction::OF_CLAIM,
    setting::SET,
    setting::GET,
    upkeep::SET,
    upkeep::GET,
];

fn database() -> Connection {
    let mut conn = Connection::open_in_memory().unwrap();
    migrate::run(&mut conn).unwrap();
    conn
}

#[test]
fn every_statement_can_be_prepared() {
    let conn = database();
    for sql in STATEMENTS.iter().chain(forget::OF_FILE).chain(forget::OF_RECORD).chain(forget::JOIN_INDEXES) {
        conn.prepare(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
    }
}

#[test]
fn no_statement_is_left_out_of_the_list() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let tables = std::fs::read_dir(source.join("table")).unwrap().map(|entry| entry.unwrap().path());
    let written: usize = tables
        .chain([source.join("chain.rs")])
        .map(|file| std::fs::read_to_string(file).unwrap())
        .map(|text| {
            text.lines().filter(|line| line.starts_with("pub(crate) const") && line.contains(": &str =")).count()
        })
        .sum();
    assert_eq!(written, STATEMENTS.len());
}

fn body_statements<T: Stored + Default>(conn: &Connection) {
    let columns = T::default().columns().spelled("id", "x").finish().unwrap();
    for sql in [
        body::save_sql(T::TABLE, columns.iter().map(|(name, _)| *name)),
        body::get_sql(T::TABLE),
        body::list_sql(T::TABLE),
    ] {
        conn.prepare(&sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
    }
    let wide: usize = conn
        .query_row("SELECT count(*) FROM pragma_table_info(?1)", [T::TABLE], |row| row.get::<_, u32>(0))
        .unwrap() as usize;
    assert_eq!(columns.len(), wide, "{} has a column that is never written", T::TABLE);
}

#[test]
fn the_statements_of_bodies_fit_their_tables() {
    let conn = database();
    body_statements::<Claim>(&conn);
    body_statements::<Party>(&conn);
    body_statements::<Incident>(&conn);
    body_statements::<Notice>(&conn);
    body_statements::<Correspondence>(&conn);
    body_statements::<Evidence>(&conn);
    body_statements::<SuspiciousContact>(&conn);
    body_statements::<Statement>(&conn);
    body_statements::<Question>(&conn);
    body_statements::<DataAssertion>(&conn);
    body_statements::<Event>(&conn);
    body_statements::<Request>(&conn);
    body_statements::<Loss>(&conn);
    body_statements::<TimeSpent>(&conn);
    body_statements::<DiaryEntry>(&conn);
    body_statements::<ProtectiveStep>(&conn);
}

#[test]
fn no_column_of_a_body_hides_one_of_the_record() {
    let conn = database();
    let clashing: u32 = conn
        .query_row(
            "SELECT count(*) FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
             WHERE t.type = 'table' AND c.name LIKE 'record\\_%' ESCAPE '\\'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(clashing, 0);
}
