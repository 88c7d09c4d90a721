//! Numbered steps from an empty file to the schema of today. Each number is one transaction; the number reached is SQLite's `user_version`.

use rusqlite::{Connection, TransactionBehavior};

use crate::table::STEPS;
use crate::{Result, StoreError};

/// The schema version that this program writes and the last that it knows.
pub const SCHEMA_VERSION: u32 = 6;

/// What one table needs to come to a version.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) version: u32,
    pub(crate) sql: &'static str,
}

/// The version of the file.
pub(crate) fn version(conn: &Connection) -> Result<u32> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses a file of a later version than this program knows.
pub(crate) fn refuse_newer(found: u32) -> Result<()> {
    if found > SCHEMA_VERSION { Err(StoreError::NewerSchema { found, known: SCHEMA_VERSION }) } else { Ok(()) }
}

/// Brings the file up to date.
pub(crate) fn run(conn: &mut Connection) -> Result<()> {
    run_steps(conn, STEPS, SCHEMA_VERSION)
}

fn run_steps(conn: &mut Connection, steps: &[&[Step]], to: u32) -> Result<()> {
    for version in version(conn)? + 1..=to {
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for step in steps.iter().copied().flatten().filter(|step| step.version == version) {
            transaction.execute_batch(step.sql)?;
        }
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &[Step] = &[Step { version: 1, sql: "CREATE TABLE a (x INTEGER) STRICT;" }];
    const SECOND: &[Step] = &[Step { version: 2, sql: "ALTER TABLE a ADD COLUMN y TEXT;" }];
    const FAILING: &[Step] =
        &[Step { version: 2, sql: "CREATE TABLE b (x INTEGER) STRICT; CREATE TABLE a (x INTEGER);" }];

    fn tables(conn: &Connection) -> u32 {
        conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn the_last_step_is_the_version_that_is_known() {
        let last = STEPS.iter().copied().flatten().map(|step| step.version).max();
        assert_eq!(last, Some(SCHEMA_VERSION));
    }

    #[test]
    fn an_older_file_takes_only_the_steps_it_lacks() {
        let mut conn = Connection::open_in_memory().unwrap();
        run_steps(&mut conn, &[FIRST], 1).unwrap();
        run_steps(&mut conn, &[FIRST, SECOND], 2).unwrap();
        conn.execute("INSERT INTO a (x, y) VALUES (1, 'z')", []).unwrap();
        assert_eq!(version(&conn).unwrap(), 2);
    }

    /// What the first version wrote is found by the indexes of today.
    #[test]
    fn words_of_the_first_version_are_found_again() {
        let mut conn = Connection::open_in_memory().unwrap();
        run_steps(&mut conn, STEPS, 1).unwrap();
        conn.execute_batch(
            "PRAGMA foreign_keys = OFF;
             INSERT INTO record (entry_order, id, kind, number, claim_id, created_at, note, tags, privileged, include_in_bundle, title)
                VALUES (1, 'k', 'claim', 1, NULL, '', '', '[]', 0, 1, ''), (2, 'n', 'notice', 1, 'k', '', '', '[]', 0, 1, 'Outage'),
                    (3, 'e', 'evidence', 1, 'k', '', '', '[]', 0, 1, '');
             INSERT INTO notice VALUES ('n', NULL, 'Alder Trust', 'email', 'to-me', '{}', '{}', '{}', '', '', '', 0, '', '{}', '');
             INSERT INTO evidence VALUES ('e', '', 'photo', '{}', '', 'Marlow', '', 'copy', '', 0, '', 0, NULL);
             INSERT INTO evidence_file VALUES ('f', 'e', 0, '', printf('%064d', 1), 1, '', '', '', NULL, NULL, 2, 0, NULL);
             INSERT INTO file_text VALUES (7, 'f', 1, 'heron', 'extracted'), (9, 'f', 2, 'otter', 'extracted');
             INSERT INTO record_words VALUES (2, 'Outage', 'we write'), (3, '', 'Marlow');
             PRAGMA foreign_keys = ON;",
        )
        .unwrap();
        run_steps(&mut conn, STEPS, SCHEMA_VERSION).unwrap();
        let one = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(one("SELECT rowid FROM record_search WHERE record_search MATCH 'wri*'"), 2);
        assert_eq!(one("SELECT rowid FROM head_search WHERE head_search MATCH 'sender : alder'"), 2);
        assert_eq!(one("SELECT rowid FROM head_search WHERE head_search MATCH 'sender : marlow'"), 3);
        assert_eq!(one("SELECT rowid FROM file_search WHERE file_search MATCH 'otter'"), (3 << 16) + 2);
        assert_eq!(one("SELECT page FROM file_text WHERE id = (3 << 16) + 2"), 2);
        assert_eq!(one("SELECT count(*) FROM record WHERE form IN ('email', 'photo')"), 2);
        assert_eq!(one("SELECT count(*) FROM sqlite_schema WHERE name LIKE '%before%'"), 0);
    }

    /// What the second version kept of a mail in two tables is in one.
    #[test]
    fn signs_of_the_second_version_are_with_their_mail() {
        let mut conn = Connection::open_in_memory().unwrap();
        run_steps(&mut conn, STEPS, 2).unwrap();
        conn.execute_batch(
            "PRAGMA foreign_keys = OFF;
             INSERT INTO evidence_file (id, evidence, position, object, sha256, size, name, media_type, added_at, rotation)
                SELECT value, 'x', key, '', printf('%064d', key), 1, '', '', '', 0 FROM json_each('[\"a\", \"b\", \"c\", \"d\", \"e\"]');
             INSERT INTO mail (file_id, message_id, sender, recipients, subject) VALUES
                ('a', '1@x', 'Parcels <A@parcels.example>', 'r', 'Your parcel'),
                ('b', NULL, 'Ann Alder <Ann@alder.example>', 'r', ''), ('c', NULL, 'C@alder.example', '', ''), ('d', NULL, 'Ann', '', '');
             INSERT INTO mail_sign VALUES ('a', 0, 'subject', 'Your parcel'), ('a', 1, 'from-name', 'Parcels'),
                ('a', 2, 'from-address', 'a@parcels.example'), ('a', 3, 'reply-to', 'b@y.example'),
                ('a', 4, 'failed-check', 'dmarc=fail'), ('a', 5, 'failed-check', 'spf=fail'), ('a', 6, 'reference', '0@x'),
                ('e', 0, 'subject', 'Alone'), ('e', 1, 'from-name', 'Eve'), ('e', 2, 'from-address', 'e@x'),
                ('e', 3, 'in-reply-to', '2@x'), ('e', 4, 'reference', '1@x'), ('e', 5, 'reference', '2@x');
             INSERT INTO mail_reference VALUES ('a', 0, '0@x');
             PRAGMA foreign_keys = ON;",
        )
        .unwrap();
        run_steps(&mut conn, STEPS, SCHEMA_VERSION).unwrap();
        let rows = |sql: &str| -> Vec<String> {
            conn.prepare(sql)
                .unwrap()
                .query_map([], |row| row.get(0))
                .unwrap()
                .collect::<rusqlite::Result<_>>()
                .unwrap()
        };
        let all = "SELECT concat_ws('|', file_id, sender_name, sender_address, reply_to, failed_checks, subject, in_reply_to) FROM mail ORDER BY file_id";
        assert_eq!(
            rows(all),
            [
                "a|Parcels|a@parcels.example|b@y.example|[\"dmarc=fail\",\"spf=fail\"]|Your parcel",
                "b|Ann Alder|ann@alder.example|[]|",
                "c||c@alder.example|[]|",
                "d|Ann||[]|",
                "e|Eve|e@x|[]|Alone|2@x",
            ]
        );
        let references = "SELECT file_id || position || message_id FROM mail_reference ORDER BY file_id, position";
        assert_eq!(rows(references), ["a00@x", "e01@x", "e12@x"]);
        assert_eq!(rows("SELECT name FROM sqlite_schema WHERE name = 'mail_sign'"), [""; 0]);
    }

    #[test]
    fn a_failing_version_leaves_the_file_as_it_was() {
        let mut conn = Connection::open_in_memory().unwrap();
        run_steps(&mut conn, &[FIRST], 1).unwrap();
        assert!(run_steps(&mut conn, &[FIRST, FAILING], 2).is_err());
        assert_eq!((version(&conn).unwrap(), tables(&conn)), (1, 1));
    }
}
