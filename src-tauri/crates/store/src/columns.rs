//! Between a row and Rust values: what goes into a column and how it comes out again, always by name.

use std::fmt::Display;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use recourse_domain::records::Money;
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Result;

/// The values of one row with the names of their columns.
#[derive(Debug, Default)]
pub struct Columns {
    values: Vec<(&'static str, Value)>,
    failure: Option<serde_json::Error>,
}

impl Columns {
    /// A row without columns yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    fn with(mut self, column: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((column, value.into()));
        self
    }

    /// Words.
    pub(crate) fn text(self, column: &'static str, text: &str) -> Self {
        self.with(column, text.to_owned())
    }

    /// Words, or nothing.
    pub(crate) fn maybe_text(self, column: &'static str, text: Option<&str>) -> Self {
        self.with(column, text.map(str::to_owned))
    }

    /// Yes or no, as 1 or 0.
    pub(crate) fn flag(self, column: &'static str, flag: bool) -> Self {
        self.with(column, i64::from(flag))
    }

    /// A count, or nothing.
    pub(crate) fn maybe_number(self, column: &'static str, number: Option<u32>) -> Self {
        self.with(column, number.map(i64::from))
    }

    /// An amount of money in two columns, minor units and currency; or nothing in both.
    pub(crate) fn money(self, (minor, currency): (&'static str, &'static str), money: Option<&Money>) -> Self {
        self.with(minor, money.map(|money| money.minor)).with(currency, money.map(|money| money.currency.clone()))
    }

    /// An id, a day or another value with one spelling.
    pub(crate) fn spelled(self, column: &'static str, value: impl Display) -> Self {
        self.with(column, value.to_string())
    }

    /// The same, or nothing.
    pub(crate) fn maybe_spelled(self, column: &'static str, value: Option<impl Display>) -> Self {
        self.with(column, value.map(|v| v.to_string()))
    }

    /// A structure that is only ever read whole, as JSON.
    pub(crate) fn json(mut self, column: &'static str, value: &impl Serialize) -> Self {
        match serde_json::to_string(value) {
            Ok(text) => self.with(column, text),
            Err(failure) => {
                self.failure.get_or_insert(failure);
                self
            }
        }
    }

    /// All of them.
    pub(crate) fn finish(self) -> Result<Vec<(&'static str, Value)>> {
        match self.failure {
            Some(failure) => Err(failure.into()),
            None => Ok(self.values),
        }
    }
}

/// A moment as the database spells it: RFC 3339 in UTC, with as many fractional digits as it has.
pub(crate) fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// Reads a moment.
pub(crate) fn get_moment(row: &Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    get_spelled(row, column)
}

/// Reads a moment, or nothing.
pub(crate) fn get_maybe_moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>> {
    get_maybe_spelled(row, column)
}

/// Reads an id, a day or another value with one spelling.
pub(crate) fn get_spelled<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    let text: String = row.get(column)?;
    text.parse().map_err(|e| bad(row, column, e))
}

/// The same, or nothing.
pub(crate) fn get_maybe_spelled<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>>
where
    T: FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|e| bad(row, column, e))).transpose()
}

/// Reads JSON.
pub(crate) fn get_json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|e| bad(row, column, e))
}

/// Reads a choice by its code.
pub(crate) fn get_code<T>(row: &Row<'_>, column: &str, from_code: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    from_code(&text).ok_or_else(|| bad(row, column, FromSqlError::InvalidType))
}

/// Reads a choice by its code, or nothing.
pub(crate) fn get_maybe_code<T>(
    row: &Row<'_>,
    column: &str,
    from_code: fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| from_code(&text).ok_or_else(|| bad(row, column, FromSqlError::InvalidType))).transpose()
}

/// Reads an amount of money from its two columns.
pub(crate) fn get_money(row: &Row<'_>, (minor, currency): (&str, &str)) -> rusqlite::Result<Option<Money>> {
    let (minor, currency): (Option<i64>, Option<String>) = (row.get(minor)?, row.get(currency)?);
    Ok(minor.zip(currency).map(|(minor, currency)| Money { minor, currency }))
}

/// Reads a day kept as a number, by [`day_number`].
pub(crate) fn get_maybe_day_number(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    let number: Option<i32> = row.get(column)?;
    number
        .map(|n| {
            NaiveDate::from_num_days_from_ce_opt(n).ok_or_else(|| bad(row, column, FromSqlError::OutOfRange(n.into())))
        })
        .transpose()
}

/// A day as a number that sorts as days do, whatever its year: days since 31 December of the year before 1.
pub(crate) fn day_number(day: NaiveDate) -> i64 {
    use chrono::Datelike;
    day.num_days_from_ce().into()
}

fn bad(row: &Row<'_>, column: &str, why: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    let index = row.as_ref().column_index(column).unwrap_or(usize::MAX);
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(why))
}
