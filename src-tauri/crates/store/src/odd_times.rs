//! Times in the history that cannot all be right. The order of entries is that of their numbers, whatever the clock said.

use crate::{Reading, Result};

/// A clock that is put right over the network moves by less than this, in days for SQLite's `julianday`: one minute.
const SETTLING: f64 = 1.0 / 1440.0;

impl Reading<'_> {
    /// How often an entry of the history carries a time before that of the entry before it: the computer's clock was put back meanwhile, or had
    /// been ahead.
    ///
    /// # Errors
    /// What the database said.
    pub fn times_going_back(&self) -> Result<u64> {
        let sql = "SELECT count(*) FROM (SELECT julianday(at) AS now, lag(julianday(at)) OVER (ORDER BY seq) AS before FROM change) \
                   WHERE before - now > ?1";
        Ok(self.connection().query_row(sql, [SETTLING], |row| row.get::<_, i64>(0))?.unsigned_abs())
    }
}
