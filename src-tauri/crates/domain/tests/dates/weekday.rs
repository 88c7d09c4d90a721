//! Weekdays, alone and with a date.

use crate::table::each_row_is_understood;

pub const ROWS: &str = "
Tuesday | instant | 2026-11-17 | 2026-11-17 | 2026-11-17 | | 17 November 2026
on Tuesday | instant | 2026-11-17 | 2026-11-17 | 2026-11-17 | | 17 November 2026
last Tuesday @2026-11-23 | instant | 2026-11-17 | 2026-11-17 | 2026-11-17 | | 17 November 2026
last Friday @2026-11-23 | instant | 2026-11-20 | 2026-11-20 | 2026-11-20 | | 20 November 2026
Friday last @2026-11-23 | instant | 2026-11-20 | 2026-11-20 | 2026-11-20 | | 20 November 2026
Tuesday of last week | instant | 2026-11-10 | 2026-11-10 | 2026-11-10 | | 10 November 2026
Tuesday last week | instant | 2026-11-10 | 2026-11-10 | 2026-11-10 | | 10 November 2026
this Tuesday | instant | 2026-11-17 | 2026-11-17 | 2026-11-17 | | 17 November 2026
Wednesday morning | instant | 2026-11-18 | 2026-11-18 | 2026-11-18 | | 18 November 2026
on Tuesday 2 November 2021 | instant | 2021-11-02 | 2021-11-02 | 2021-11-02 | | 2 November 2021
Tuesday the 2nd of November, 2021 | instant | 2021-11-02 | 2021-11-02 | 2021-11-02 | | 2 November 2021
next Monday | instant | 2026-11-23 | 2026-11-23 | 2026-11-23 | | 23 November 2026
Tuesday or Wednesday | instant | [2026-11-17,2026-11-18] | 2026-11-17 | 2026-11-18 | | 17 November 2026 or 18 November 2026
from Monday to Thursday | span | 2026-11-16/2026-11-19 | 2026-11-16 | 2026-11-19 | | from 16 November 2026 to 19 November 2026
since Tuesday | span | 2026-11-17/.. | 2026-11-17 | | | since 17 November 2026
";

#[test]
fn every_row() {
    each_row_is_understood(ROWS);
}
