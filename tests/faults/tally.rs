//! Counting what held, and printing it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Failures that are printed; more of the same say nothing new.
const SHOWN: usize = 6;

/// Why a trial did not hold.
#[derive(Debug)]
pub enum Fault {
    /// Something that was acknowledged is not there.
    Lost(String),
    /// Anything else that must not be: damage unseen, an unclear error, a vault that does not open.
    Wrong(String),
}

/// What a trial came to: a word on how it held, which is counted, or why it did not.
pub type Trial = Result<&'static str, Fault>;

/// Shorthand for a fault that loses nothing.
pub fn wrong<T>(why: impl Into<String>) -> Result<T, Fault> {
    Err(Fault::Wrong(why.into()))
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    mark: &'static str,
    what: String,
    tried: usize,
    held: usize,
    lost: usize,
    ways: BTreeMap<&'static str, usize>,
    faults: Vec<String>,
    remark: String,
}

impl Row {
    /// An empty row.
    pub fn new(mark: &'static str, what: impl Into<String>) -> Self {
        Self {
            mark,
            what: what.into(),
            tried: 0,
            held: 0,
            lost: 0,
            ways: BTreeMap::new(),
            faults: Vec::new(),
            remark: String::new(),
        }
    }

    /// A row whose work stopped.
    pub fn stopped(number: usize) -> Self {
        let mut row = Self::new("!", format!("row {number}"));
        row.count("", wrong("it stopped; the output above says why"));
        row
    }

    /// Counts a trial; `which` names it where it did not hold.
    pub fn count(&mut self, which: &str, trial: Trial) {
        self.tried += 1;
        match trial {
            Ok(way) => {
                self.held += 1;
                *self.ways.entry(way).or_default() += 1;
            }
            Err(Fault::Lost(why)) => {
                self.lost += 1;
                self.faults.push(format!("LOST: {which}: {why}"));
            }
            Err(Fault::Wrong(why)) => self.faults.push(format!("{which}: {why}")),
        }
    }

    /// Adds a sentence to what is said of the row.
    pub fn remark(&mut self, words: impl AsRef<str>) {
        if !self.remark.is_empty() {
            self.remark.push_str("; ");
        }
        self.remark.push_str(words.as_ref());
    }

    /// How many were tried.
    pub fn tried(&self) -> usize {
        self.tried
    }

    /// The row as figures.
    pub fn figures(&self) -> Value {
        json!({
            "mark": self.mark, "what": self.what, "tried": self.tried, "held": self.held, "lost": self.lost,
            "ways": self.ways, "remark": self.remark, "faults": self.faults,
        })
    }

    /// Stops the test where anything did not hold.
    pub fn stands(&self) {
        assert!(self.faults.is_empty(), "{} {}: {:#?}", self.mark, self.what, self.faults);
    }
}

/// The rows as a table, and what did not hold beneath it.
pub fn table(rows: &[Row]) -> String {
    let mut text = format!("{:<4}{:<44}{:>7}{:>7}{:>6}  remark\n", "#", "what", "tried", "held", "lost");
    for row in rows {
        let ways: Vec<String> = row.ways.iter().map(|(way, count)| format!("{count} {way}")).collect();
        let said = [ways.join(", "), row.remark.clone()].into_iter().filter(|part| !part.is_empty());
        let said = said.collect::<Vec<_>>().join("; ");
        text += &format!("{:<4}{:<44}{:>7}{:>7}{:>6}  {said}\n", row.mark, row.what, row.tried, row.held, row.lost);
    }
    for row in rows.iter().filter(|row| !row.faults.is_empty()) {
        text += &format!("{} {}: {} did not hold\n", row.mark, row.what, row.faults.len());
        for fault in row.faults.iter().take(SHOWN) {
            text += &format!("    {fault}\n");
        }
    }
    text
}
