//! The whole schema, so that no change to it goes unseen.

use crate::support::*;

#[test]
fn the_schema_is_as_it_was() {
    let Store { folder, db } = Store::empty();
    db.close().unwrap();
    let conn = raw(&folder.path().join("records.db"));
    let mut statement = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY type, name")
        .unwrap();
    let parts: Vec<String> =
        statement.query_map([], |row| row.get("sql")).unwrap().collect::<rusqlite::Result<_>>().unwrap();
    insta::assert_snapshot!(parts.join(";\n\n"));
}

#[test]
fn every_table_is_strict() {
    let Store { folder, db } = Store::empty();
    db.close().unwrap();
    let conn = raw(&folder.path().join("records.db"));
    let mut statement = conn
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        .unwrap();
    let loose: Vec<String> =
        statement.query_map([], |row| row.get("name")).unwrap().collect::<rusqlite::Result<_>>().unwrap();
    assert_eq!(loose, [""; 0]);
}
