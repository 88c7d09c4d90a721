//! Which records a search may find: the claim, the shelf and the filters.

use chrono::NaiveDate;
use recourse_domain::search::{Filters, KindWanted};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, ToSql, named_params};

use super::ask;
use crate::columns::day_number;
use crate::table::record;
use crate::{Question, Result};

/// After so many records were asked about one by one, all are asked about at once.
const ONE_BY_ONE: u32 = 400;

/// Lets records through or not.
pub(super) struct Sieve<'a> {
    conn: &'a Connection,
    clauses: String,
    values: Vec<(&'static str, Value)>,
    last: Option<(i64, bool)>,
    asked: u32,
    named: bool,
    all: Option<Set>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(conn: &'a Connection, question: Question<'_>) -> Result<Self> {
        let claim = match question.claim {
            Some(id) => record::order_of(conn, id)?,
            None => None,
        };
        let filters = &question.query.filters;
        let mut sieve = Self {
            conn,
            clauses: "1".to_owned(),
            values: Vec::new(),
            last: None,
            asked: 0,
            named: !filters.records.is_empty(),
            all: None,
        };
        // The plus keeps to the index of searches, which holds all that is asked here; the index of claims would lead to the wide rows.
        sieve.ask("+record.claim_id = :claim", ":claim", question.claim.map(|id| id.to_string()));
        if question.claim.is_some() {
            // The claim itself belongs to it.
            sieve.clauses = format!("({} OR record.entry_order = :claim_item)", sieve.clauses);
            sieve.values.push((":claim_item", claim.unwrap_or_default().into()));
        }
        let archived = record::archived(question.shelf);
        sieve.ask("(record.archived_at IS NOT NULL) = :archived", ":archived", archived.map(i64::from));
        sieve.dates(filters);
        sieve.kinds(&filters.kinds)?;
        let references: Vec<String> =
            filters.records.iter().map(|found| format!("{} {}", found.kind.code(), found.number)).collect();
        sieve.ask(
            "record.kind || ' ' || record.number IN (SELECT value FROM json_each(:records))",
            ":records",
            (!references.is_empty()).then(|| serde_json::to_string(&references)).transpose()?,
        );
        // People are looked up in an index of their own: once, not for each record.
        sieve.asked = if filters.from.is_empty() && filters.to.is_empty() { 0 } else { ONE_BY_ONE };
        sieve.ask(FROM, ":from", ask::people("sender", &filters.from));
        sieve.ask(TO, ":to", ask::people("recipients", &filters.to));
        if filters.waiting {
            sieve.also(WAITING);
        }
        if filters.has_file {
            sieve.also(HAS_FILE);
        }
        Ok(sieve)
    }

    /// Whether a record may be found, by its place in the order of entry.
    pub(super) fn lets(&mut self, item: i64) -> Result<bool> {
        if let Some(all) = &self.all {
            return Ok(all.has(item));
        }
        if let Some((last, lets)) = self.last
            && last == item
        {
            return Ok(lets);
        }
        self.asked += 1;
        if self.asked > ONE_BY_ONE {
            let all = self.set()?;
            let lets = all.has(item);
            self.all = Some(all);
            return Ok(lets);
        }
        let sql = format!("SELECT 1 FROM record WHERE record.entry_order = :item AND {}", self.clauses);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let lets = statement.query_row(self.bound(&[(":item", &item)]).as_slice(), |_| Ok(())).optional()?.is_some();
        self.last = Some((item, lets));
        Ok(lets)
    }

    /// The first and last record that may be found, where that narrows the search: where records are named, or people.
    pub(super) fn span(&mut self) -> Result<(i64, i64)> {
        if self.all.is_none() && (self.named || self.asked == ONE_BY_ONE) {
            self.all = Some(self.set()?);
        }
        Ok(self.all.as_ref().map_or((0, i64::MAX >> 20), |all| (all.first, all.last)))
    }

    /// The records that may be found, latest day first, undated last; one more than `limit` where there are more.
    pub(super) fn by_date(&self, limit: usize) -> Result<Vec<i64>> {
        let sql = format!(
            "SELECT entry_order FROM record WHERE {} ORDER BY listed_earliest DESC NULLS LAST, listed_latest DESC, entry_order DESC LIMIT :limit",
            self.clauses
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
        let rows = statement.query_map(self.bound(&[(":limit", &limit)]).as_slice(), |row| row.get("entry_order"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Days are compared as they can be at the latest and the earliest: before a day means surely before it. An undated record is never before, after or
    /// on a day; a day within the bounds of an uncertain date is on it.
    fn dates(&mut self, filters: &Filters) {
        let number = |day: NaiveDate| day_number(day);
        self.ask("record.listed_latest < :before", ":before", filters.before.map(number));
        self.ask("record.listed_earliest > :after", ":after", filters.after.map(number));
        self.ask("record.listed_latest >= :first", ":first", filters.on.map(|(first, _)| number(first)));
        self.ask("record.listed_earliest <= :last", ":last", filters.on.map(|(_, last)| number(last)));
        if filters.undated {
            self.also("record.listed_earliest IS NULL");
        }
    }

    fn kinds(&mut self, wanted: &[KindWanted]) -> Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        let kinds: Vec<&str> = wanted.iter().flat_map(|kind| kind.kinds).copied().collect();
        let forms: Vec<&str> = wanted.iter().flat_map(|kind| kind.forms).copied().collect();
        self.also(
            "(record.kind IN (SELECT value FROM json_each(:kinds)) OR record.form IN (SELECT value FROM json_each(:forms)))",
        );
        self.values.push((":kinds", serde_json::to_string(&kinds)?.into()));
        self.values.push((":forms", serde_json::to_string(&forms)?.into()));
        Ok(())
    }

    /// Asks for `clause` where there is a value to ask with.
    fn ask(&mut self, clause: &str, name: &'static str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.also(clause);
            self.values.push((name, value.into()));
        }
    }

    fn also(&mut self, clause: &str) {
        self.clauses.push_str(" AND ");
        self.clauses.push_str(clause);
    }

    fn set(&self) -> Result<Set> {
        let sql = format!("SELECT record.entry_order FROM record WHERE {}", self.clauses);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(self.bound(&[]).as_slice())?;
        let mut set = Set { words: Vec::new(), first: i64::MAX >> 20, last: 0 };
        while let Some(row) = rows.next()? {
            set.add(row.get("entry_order")?);
        }
        Ok(set)
    }

    fn bound<'b>(&'b self, more: &'b [(&'static str, &'b dyn ToSql)]) -> Vec<(&'static str, &'b dyn ToSql)> {
        let own = self.values.iter().map(|(name, value)| (*name, value as &dyn ToSql));
        own.chain(more.iter().copied()).collect()
    }

    /// The records whose own words have none of what is to be left out.
    pub(super) fn leave_out(&mut self, without: Option<String>) -> Result<()> {
        let Some(without) = without else { return Ok(()) };
        let mut statement = self.conn.prepare_cached(HAVING)?;
        let rows = statement.query_map(named_params! {":query": without}, |row| row.get("rowid"))?;
        let left_out: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
        self.also("record.entry_order NOT IN (SELECT value FROM json_each(:left_out))");
        self.values.push((":left_out", serde_json::to_string(&left_out)?.into()));
        self.all = None;
        Ok(())
    }
}

pub(super) const HAVING: &str = "SELECT rowid FROM record_search WHERE record_search MATCH :query";
pub(super) const FROM: &str = "record.entry_order IN (SELECT rowid FROM head_search WHERE head_search MATCH :from)";
pub(super) const TO: &str = "record.entry_order IN (SELECT rowid FROM head_search WHERE head_search MATCH :to)";
const WAITING: &str = "record.id IN (SELECT id FROM evidence WHERE waiting = 1)";
const HAS_FILE: &str = "(record.id IN (SELECT evidence FROM evidence_file) OR EXISTS (SELECT 1 FROM evidence_link \
    JOIN evidence_file ON evidence_file.evidence = evidence_link.evidence WHERE evidence_link.record = record.id))";

/// Records by their place in the order of entry, a bit each.
struct Set {
    words: Vec<u64>,
    first: i64,
    last: i64,
}

impl Set {
    fn add(&mut self, item: i64) {
        let Ok(bit) = usize::try_from(item) else { return };
        if self.words.len() <= bit / 64 {
            self.words.resize(bit / 64 + 1, 0);
        }
        if let Some(word) = self.words.get_mut(bit / 64) {
            *word |= 1 << (bit % 64);
        }
        self.first = self.first.min(item);
        self.last = self.last.max(item);
    }

    fn has(&self, item: i64) -> bool {
        let Ok(bit) = usize::try_from(item) else { return false };
        self.words.get(bit / 64).is_some_and(|word| word & (1 << (bit % 64)) != 0)
    }
}
