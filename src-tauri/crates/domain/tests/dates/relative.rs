//! Dates told by their distance from the day they were said on.

use crate::table::each_row_is_understood;

pub const ROWS: &str = "
today | instant | 2026-11-21 | 2026-11-21 | 2026-11-21 | | 21 November 2026
yesterday | instant | 2026-11-20 | 2026-11-20 | 2026-11-20 | | 20 November 2026
the day before yesterday | instant | 2026-11-19 | 2026-11-19 | 2026-11-19 | | 19 November 2026
tomorrow | instant | 2026-11-22 | 2026-11-22 | 2026-11-22 | | 22 November 2026
this morning | instant | 2026-11-21 | 2026-11-21 | 2026-11-21 | | 21 November 2026
yesterday evening | instant | 2026-11-20 | 2026-11-20 | 2026-11-20 | | 20 November 2026
last night | instant | [2026-11-20,2026-11-21] | 2026-11-20 | 2026-11-21 | | 20 November 2026 or 21 November 2026
this week | instant | [2026-11-16..2026-11-22] | 2026-11-16 | 2026-11-22 | | between 16 November 2026 and 22 November 2026
last week | instant | [2026-11-09..2026-11-15] | 2026-11-09 | 2026-11-15 | | between 9 November 2026 and 15 November 2026
the week before last | instant | [2026-11-02..2026-11-08] | 2026-11-02 | 2026-11-08 | | between 2 November 2026 and 8 November 2026
this month | instant | 2026-11 | 2026-11-01 | 2026-11-30 | | November 2026
last month | instant | 2026-10 | 2026-10-01 | 2026-10-31 | | October 2026
earlier this month | instant | [2026-11-01..2026-11-21] | 2026-11-01 | 2026-11-21 | | between 1 November 2026 and 21 November 2026
this year | instant | 2026 | 2026-01-01 | 2026-12-31 | | 2026
last year | instant | 2025 | 2025-01-01 | 2025-12-31 | | 2025
earlier this year | instant | [2026-01-01..2026-11-21] | 2026-01-01 | 2026-11-21 | | between 1 January 2026 and 21 November 2026
the year before last | instant | 2024 | 2024-01-01 | 2024-12-31 | | 2024
a week ago | instant | 2026-11-14 | 2026-11-14 | 2026-11-14 | | 14 November 2026
2 weeks ago | instant | 2026-11-07 | 2026-11-07 | 2026-11-07 | | 7 November 2026
a fortnight ago | instant | 2026-11-07 | 2026-11-07 | 2026-11-07 | | 7 November 2026
three weeks ago | instant | 2026-10-31 | 2026-10-31 | 2026-10-31 | | 31 October 2026
10 days ago | instant | 2026-11-11 | 2026-11-11 | 2026-11-11 | | 11 November 2026
18 months ago | instant | 2025-05 | 2025-05-01 | 2025-05-31 | | May 2025
eighteen months ago | instant | 2025-05 | 2025-05-01 | 2025-05-31 | | May 2025
a month ago | instant | 2026-10 | 2026-10-01 | 2026-10-31 | | October 2026
six months ago | instant | 2026-05 | 2026-05-01 | 2026-05-31 | | May 2026
half a year ago | instant | 2026-05 | 2026-05-01 | 2026-05-31 | | May 2026
a year ago | instant | 2025 | 2025-01-01 | 2025-12-31 | | 2025
a year and a half ago | instant | 2025-05 | 2025-05-01 | 2025-05-31 | | May 2025
1½ years ago | instant | 2025-05 | 2025-05-01 | 2025-05-31 | | May 2025
two and a half years ago | instant | 2024-05 | 2024-05-01 | 2024-05-31 | | May 2024
2 years ago | instant | 2024 | 2024-01-01 | 2024-12-31 | | 2024
a year ago today | instant | 2025-11-21 | 2025-11-21 | 2025-11-21 | | 21 November 2025
5 years ago | instant | 2021 | 2021-01-01 | 2021-12-31 | | 2021
the week of 3 Nov 2021 | instant | [2021-11-01..2021-11-07] | 2021-11-01 | 2021-11-07 | | between 1 November 2021 and 7 November 2021
week commencing 1 November 2021 | instant | [2021-11-01..2021-11-07] | 2021-11-01 | 2021-11-07 | | between 1 November 2021 and 7 November 2021
w/c 1 Nov 2021 | instant | [2021-11-01..2021-11-07] | 2021-11-01 | 2021-11-07 | | between 1 November 2021 and 7 November 2021
week ending Friday 5 November 2021 | instant | [2021-10-30..2021-11-05] | 2021-10-30 | 2021-11-05 | | between 30 October 2021 and 5 November 2021
last weekend | instant | [2026-11-14..2026-11-15] | 2026-11-14 | 2026-11-15 | | between 14 November 2026 and 15 November 2026
the weekend of 6 November 2021 | instant | [2021-11-06..2021-11-07] | 2021-11-06 | 2021-11-07 | | between 6 November 2021 and 7 November 2021
the day after 29 Oct 2021 | instant | 2021-10-30 | 2021-10-30 | 2021-10-30 | | 30 October 2021
the day before 3 November 2021 | instant | 2021-11-02 | 2021-11-02 | 2021-11-02 | | 2 November 2021
two weeks before 3 Nov 2021 | instant | 2021-10-20 | 2021-10-20 | 2021-10-20 | | 20 October 2021
3 days after 29 October 2021 | instant | 2021-11-01 | 2021-11-01 | 2021-11-01 | | 1 November 2021
in the last 3 months | instant | [2026-08-21..2026-11-21] | 2026-08-21 | 2026-11-21 | | between 21 August 2026 and 21 November 2026
in the past year | instant | [2025-11-21..2026-11-21] | 2025-11-21 | 2026-11-21 | | between 21 November 2025 and 21 November 2026
within the last fortnight | instant | [2026-11-07..2026-11-21] | 2026-11-07 | 2026-11-21 | | between 7 November 2026 and 21 November 2026
for the last 6 months | span | 2026-05-21/2026-11-21 | 2026-05-21 | 2026-11-21 | | from 21 May 2026 to 21 November 2026
since last week | span | 2026-11-09/.. | 2026-11-09 | | | since 9 November 2026
since yesterday | span | 2026-11-20/.. | 2026-11-20 | | | since 20 November 2026
before last week | instant | [..2026-11-08] | | 2026-11-08 | | before 9 November 2026
by yesterday | instant | [..2026-11-20] | | 2026-11-20 | | by 20 November 2026
end of last month | instant | [2026-10-21..2026-10-31] | 2026-10-21 | 2026-10-31 | | between 21 October 2026 and 31 October 2026
early last month | instant | [2026-10-01..2026-10-10] | 2026-10-01 | 2026-10-10 | | between 1 October 2026 and 10 October 2026
late last year | instant | [2025-09-01..2025-12-31] | 2025-09-01 | 2025-12-31 | | between 1 September 2025 and 31 December 2025
November last year | instant | 2025-11 | 2025-11-01 | 2025-11-30 | | November 2025
3 November last year | instant | 2025-11-03 | 2025-11-03 | 2025-11-03 | | 3 November 2025
last November | instant | 2025-11 | 2025-11-01 | 2025-11-30 | | November 2025
the 15th of last month | instant | 2026-10-15 | 2026-10-15 | 2026-10-15 | | 15 October 2026
last month @2021-03-31 | instant | 2021-02 | 2021-02-01 | 2021-02-28 | | February 2021
a month ago @2021-03-31 | instant | 2021-02 | 2021-02-01 | 2021-02-28 | | February 2021
yesterday @2020-03-01 | instant | 2020-02-29 | 2020-02-29 | 2020-02-29 | | 29 February 2020
a year ago today @2020-02-29 | instant | 2019-02-28 | 2019-02-28 | 2019-02-28 | | 28 February 2019
in 2 weeks | instant | 2026-12-05 | 2026-12-05 | 2026-12-05 | | 5 December 2026
in a fortnight's time | instant | 2026-12-05 | 2026-12-05 | 2026-12-05 | | 5 December 2026
today at 10am | instant | 2026-11-21 | 2026-11-21 | 2026-11-21 | | 21 November 2026
at 10am yesterday | instant | 2026-11-20 | 2026-11-20 | 2026-11-20 | | 20 November 2026
a week after 29 October 2021 | instant | 2021-11-05 | 2021-11-05 | 2021-11-05 | | 5 November 2021
18 months before 3 Nov 2021 | instant | 2020-05 | 2020-05-01 | 2020-05-31 | | May 2020
a year after November 2021 | instant | 2022-11 | 2022-11-01 | 2022-11-30 | | November 2022
the beginning of this year | instant | [2026-01-01..2026-04-30] | 2026-01-01 | 2026-04-30 | | between 1 January 2026 and 30 April 2026
this November | instant | 2026-11 | 2026-11-01 | 2026-11-30 | | November 2026
";

#[test]
fn every_row() {
    each_row_is_understood(ROWS);
}
