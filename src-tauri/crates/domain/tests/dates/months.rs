//! Months, years, their parts, and one of several.

use crate::table::each_row_is_understood;

pub const ROWS: &str = "
November 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
Nov 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
Nov. 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
Nov, 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
in November 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
11/2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
2021-11 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
Nov-2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
November of 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
Sept 2021 | instant | 2021-09 | 2021-09-01 | 2021-09-30 | | September 2021
during May 2014 | instant | 2014-05 | 2014-05-01 | 2014-05-31 | | May 2014
sometime in May 2020 | instant | 2020-05 | 2020-05-01 | 2020-05-31 | | May 2020
2021 | instant | 2021 | 2021-01-01 | 2021-12-31 | | 2021
in 2021 | instant | 2021 | 2021-01-01 | 2021-12-31 | | 2021
the year 2021 | instant | 2021 | 2021-01-01 | 2021-12-31 | | 2021
sometime in 2019 | instant | 2019 | 2019-01-01 | 2019-12-31 | | 2019
early May 2020 | instant | [2020-05-01..2020-05-10] | 2020-05-01 | 2020-05-10 | | between 1 May 2020 and 10 May 2020
at the beginning of May 2020 | instant | [2020-05-01..2020-05-10] | 2020-05-01 | 2020-05-10 | | between 1 May 2020 and 10 May 2020
start of May 2020 | instant | [2020-05-01..2020-05-10] | 2020-05-01 | 2020-05-10 | | between 1 May 2020 and 10 May 2020
mid-May 2020 | instant | [2020-05-11..2020-05-20] | 2020-05-11 | 2020-05-20 | | between 11 May 2020 and 20 May 2020
mid May 2020 | instant | [2020-05-11..2020-05-20] | 2020-05-11 | 2020-05-20 | | between 11 May 2020 and 20 May 2020
in the middle of May 2020 | instant | [2020-05-11..2020-05-20] | 2020-05-11 | 2020-05-20 | | between 11 May 2020 and 20 May 2020
late Feb 2020 | instant | [2020-02-21..2020-02-29] | 2020-02-21 | 2020-02-29 | | between 21 February 2020 and 29 February 2020
end of February 2020 | instant | [2020-02-21..2020-02-29] | 2020-02-21 | 2020-02-29 | | between 21 February 2020 and 29 February 2020
towards the end of November 2021 | instant | [2021-11-21..2021-11-30] | 2021-11-21 | 2021-11-30 | | between 21 November 2021 and 30 November 2021
early 2021 | instant | [2021-01-01..2021-04-30] | 2021-01-01 | 2021-04-30 | | between 1 January 2021 and 30 April 2021
mid-2021 | instant | [2021-05-01..2021-08-31] | 2021-05-01 | 2021-08-31 | | between 1 May 2021 and 31 August 2021
in late 2020 | instant | [2020-09-01..2020-12-31] | 2020-09-01 | 2020-12-31 | | between 1 September 2020 and 31 December 2020
the beginning of 2022 | instant | [2022-01-01..2022-04-30] | 2022-01-01 | 2022-04-30 | | between 1 January 2022 and 30 April 2022
the end of 2020 | instant | [2020-09-01..2020-12-31] | 2020-09-01 | 2020-12-31 | | between 1 September 2020 and 31 December 2020
first half of November 2021 | instant | [2021-11-01..2021-11-15] | 2021-11-01 | 2021-11-15 | | between 1 November 2021 and 15 November 2021
second half of 2020 | instant | [2020-07-01..2020-12-31] | 2020-07-01 | 2020-12-31 | | between 1 July 2020 and 31 December 2020
the first day of May 2020 | instant | 2020-05-01 | 2020-05-01 | 2020-05-01 | | 1 May 2020
Nov/Dec 2021 | instant | [2021-11,2021-12] | 2021-11-01 | 2021-12-31 | | November 2021 or December 2021
Nov or Dec 2021 | instant | [2021-11,2021-12] | 2021-11-01 | 2021-12-31 | | November 2021 or December 2021
3 or 4 November 2021 | instant | [2021-11-03,2021-11-04] | 2021-11-03 | 2021-11-04 | | 3 November 2021 or 4 November 2021
16th or 17th July 2020 | instant | [2020-07-16,2020-07-17] | 2020-07-16 | 2020-07-17 | | 16 July 2020 or 17 July 2020
3/4 November 2021 | instant | [2021-11-03,2021-11-04] | 2021-11-03 | 2021-11-04 | | 3 November 2021 or 4 November 2021
on the night of 3/4 November 2021 | instant | [2021-11-03,2021-11-04] | 2021-11-03 | 2021-11-04 | | 3 November 2021 or 4 November 2021
either 16 or 17 July 2020 | instant | [2020-07-16,2020-07-17] | 2020-07-16 | 2020-07-17 | | 16 July 2020 or 17 July 2020
29 October or 3 November 2021 | instant | [2021-10-29,2021-11-03] | 2021-10-29 | 2021-11-03 | | 29 October 2021 or 3 November 2021
early or mid May 2020 | instant | [2020-05-01..2020-05-10,2020-05-11..2020-05-20] | 2020-05-01 | 2020-05-20 | | between 1 May 2020 and 10 May 2020 or between 11 May 2020 and 20 May 2020
May 2020 or June 2020 | instant | [2020-05,2020-06] | 2020-05-01 | 2020-06-30 | | May 2020 or June 2020
2020 or 2021 | instant | [2020,2021] | 2020-01-01 | 2021-12-31 | | 2020 or 2021
31 Dec 2020 or 1 Jan 2021 | instant | [2020-12-31,2021-01-01] | 2020-12-31 | 2021-01-01 | | 31 December 2020 or 1 January 2021
3, 4 or 5 November 2021 | instant | [2021-11-03,2021-11-04,2021-11-05] | 2021-11-03 | 2021-11-05 | | 3 November 2021 or 4 November 2021 or 5 November 2021
3 Nov 2021 / 4 Nov 2021 | instant | [2021-11-03,2021-11-04] | 2021-11-03 | 2021-11-04 | | 3 November 2021 or 4 November 2021
late November or early December 2021 | instant | [2021-11-21..2021-11-30,2021-12-01..2021-12-10] | 2021-11-21 | 2021-12-10 | | between 21 November 2021 and 30 November 2021 or between 1 December 2021 and 10 December 2021
H1 2021 | instant | [2021-01-01..2021-06-30] | 2021-01-01 | 2021-06-30 | | between 1 January 2021 and 30 June 2021
in the early part of 2021 | instant | [2021-01-01..2021-04-30] | 2021-01-01 | 2021-04-30 | | between 1 January 2021 and 30 April 2021
the back end of 2020 | instant | [2020-09-01..2020-12-31] | 2020-09-01 | 2020-12-31 | | between 1 September 2020 and 31 December 2020
";

#[test]
fn every_row() {
    each_row_is_understood(ROWS);
}
