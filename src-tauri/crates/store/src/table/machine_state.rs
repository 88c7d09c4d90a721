//! `machine_state`: which files a machine is to read, and what came of it. Files that need no machine have no row. It can all be had from the files again, so
//! it is no part of the history.

use recourse_domain::FileId;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::columns::{get_code, get_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    sql: "
CREATE TABLE machine_state (
    file_id TEXT NOT NULL PRIMARY KEY REFERENCES evidence_file (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'nothing', 'failed')),
    problem TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX machine_state_by_state ON machine_state (state, file_id);
",
}];

pub(crate) const SET: &str = "INSERT INTO machine_state (file_id, state, problem) VALUES (:file, :state, :problem)
    ON CONFLICT (file_id) DO UPDATE SET state = excluded.state, problem = excluded.problem";
pub(crate) const GET: &str = "SELECT state, problem FROM machine_state WHERE file_id = :file";
pub(crate) const NEXT: &str = "SELECT file_id FROM machine_state WHERE state = 'waiting' ORDER BY file_id DESC LIMIT 1";
pub(crate) const TALLY: &str = "SELECT state, count(*) AS files FROM machine_state GROUP BY state";

/// How far a machine has come with a file that needs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MachineState {
    /// It waits for its turn.
    Waiting,
    /// Words were found.
    Read,
    /// No words were found.
    Nothing,
    /// It could not be done.
    Failed,
}

impl MachineState {
    const ALL: [Self; 4] = [Self::Waiting, Self::Read, Self::Nothing, Self::Failed];

    /// The word kept in the database; it never changes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Read => "read",
            Self::Nothing => "nothing",
            Self::Failed => "failed",
        }
    }

    /// The state that has this code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// How many files are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MachineTally {
    /// Waiting.
    pub waiting: u32,
    /// Words were found.
    pub read: u32,
    /// No words were found.
    pub nothing: u32,
    /// It could not be done.
    pub failed: u32,
}

/// Notes how far it has come.
pub(crate) fn set(conn: &Connection, file: FileId, state: MachineState, problem: Option<&str>) -> Result<()> {
    let row = named_params! {":file": file.to_string(), ":state": state.code(), ":problem": problem};
    conn.prepare_cached(SET)?.execute(row)?;
    Ok(())
}

/// How far it has come with a file, and why not further.
pub(crate) fn get(conn: &Connection, file: FileId) -> Result<Option<(MachineState, Option<String>)>> {
    let mut statement = conn.prepare_cached(GET)?;
    let found = statement.query_row(named_params! {":file": file.to_string()}, |row| {
        Ok((get_code(row, "state", MachineState::from_code)?, row.get("problem")?))
    });
    Ok(found.optional()?)
}

/// The file that waits and was added last: names of files grow with time.
pub(crate) fn next(conn: &Connection) -> Result<Option<FileId>> {
    Ok(conn.prepare_cached(NEXT)?.query_row([], |row| get_spelled(row, "file_id")).optional()?)
}

/// How many files are in each state.
pub(crate) fn tally(conn: &Connection) -> Result<MachineTally> {
    let mut tally = MachineTally::default();
    let mut statement = conn.prepare_cached(TALLY)?;
    let rows =
        statement.query_map([], |row| Ok((get_code(row, "state", MachineState::from_code)?, row.get("files")?)))?;
    for row in rows {
        match row? {
            (MachineState::Waiting, files) => tally.waiting = files,
            (MachineState::Read, files) => tally.read = files,
            (MachineState::Nothing, files) => tally.nothing = files,
            (MachineState::Failed, files) => tally.failed = files,
        }
    }
    Ok(tally)
}
