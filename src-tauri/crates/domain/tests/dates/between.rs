//! One moment between two dates, and what lasted from one to another.

use crate::table::each_row_is_understood;

pub const ROWS: &str = "
between Feb and May 2020 | instant | [2020-02..2020-05] | 2020-02-01 | 2020-05-31 | | between February 2020 and May 2020
sometime between Feb and May 2020 | instant | [2020-02..2020-05] | 2020-02-01 | 2020-05-31 | | between February 2020 and May 2020
between February and May this year @2020-08-05 | instant | [2020-02..2020-05] | 2020-02-01 | 2020-05-31 | | between February 2020 and May 2020
between 3 and 15 May 2020 | instant | [2020-05-03..2020-05-15] | 2020-05-03 | 2020-05-15 | | between 3 May 2020 and 15 May 2020
between 28 Jan and 3 Feb 2021 | instant | [2021-01-28..2021-02-03] | 2021-01-28 | 2021-02-03 | | between 28 January 2021 and 3 February 2021
between 3rd and 5th November 2021 | instant | [2021-11-03..2021-11-05] | 2021-11-03 | 2021-11-05 | | between 3 November 2021 and 5 November 2021
between 14 May 2020 and 16 July 2020 | instant | [2020-05-14..2020-07-16] | 2020-05-14 | 2020-07-16 | | between 14 May 2020 and 16 July 2020
between 2019 and 2021 | instant | [2019..2021] | 2019-01-01 | 2021-12-31 | | between 2019 and 2021
between 3-5 November 2021 | instant | [2021-11-03..2021-11-05] | 2021-11-03 | 2021-11-05 | | between 3 November 2021 and 5 November 2021
somewhere between 29/10/2021 and 03/11/2021 | instant | [2021-10-29..2021-11-03] | 2021-10-29 | 2021-11-03 | | between 29 October 2021 and 3 November 2021
between Nov 2020 and Jan 2021 | instant | [2020-11..2021-01] | 2020-11-01 | 2021-01-31 | | between November 2020 and January 2021
between early May and mid June 2020 | instant | [2020-05-01..2020-06-20] | 2020-05-01 | 2020-06-20 | | between 1 May 2020 and 20 June 2020
between 3 November 2021 and today | instant | [2021-11-03..2026-11-21] | 2021-11-03 | 2026-11-21 | | between 3 November 2021 and 21 November 2026
between last month and yesterday | instant | [2026-10-01..2026-11-20] | 2026-10-01 | 2026-11-20 | | between October 2026 and 20 November 2026
lasted from Feb to May 2020 | span | 2020-02/2020-05 | 2020-02-01 | 2020-05-31 | | from February 2020 to May 2020
from Feb to May 2020 | span | 2020-02/2020-05 | 2020-02-01 | 2020-05-31 | | from February 2020 to May 2020
from 28 Jan to 3 Feb 2021 | span | 2021-01-28/2021-02-03 | 2021-01-28 | 2021-02-03 | | from 28 January 2021 to 3 February 2021
from 3 November 2021 until 5 December 2021 | span | 2021-11-03/2021-12-05 | 2021-11-03 | 2021-12-05 | | from 3 November 2021 to 5 December 2021
3–5 Nov 2021 | span | 2021-11-03/2021-11-05 | 2021-11-03 | 2021-11-05 | | from 3 November 2021 to 5 November 2021
3 - 5 November 2021 | span | 2021-11-03/2021-11-05 | 2021-11-03 | 2021-11-05 | | from 3 November 2021 to 5 November 2021
Nov 3–5, 2021 | span | 2021-11-03/2021-11-05 | 2021-11-03 | 2021-11-05 | | from 3 November 2021 to 5 November 2021
1-3/11/2021 | span | 2021-11-01/2021-11-03 | 2021-11-01 | 2021-11-03 | | from 1 November 2021 to 3 November 2021
28/01/2021-03/02/2021 | span | 2021-01-28/2021-02-03 | 2021-01-28 | 2021-02-03 | | from 28 January 2021 to 3 February 2021
Feb – May 2020 | span | 2020-02/2020-05 | 2020-02-01 | 2020-05-31 | | from February 2020 to May 2020
Feb-May 2020 | span | 2020-02/2020-05 | 2020-02-01 | 2020-05-31 | | from February 2020 to May 2020
February to May 2020 | span | 2020-02/2020-05 | 2020-02-01 | 2020-05-31 | | from February 2020 to May 2020
2019-2021 | span | 2019/2021 | 2019-01-01 | 2021-12-31 | | from 2019 to 2021
2019 – 2021 | span | 2019/2021 | 2019-01-01 | 2021-12-31 | | from 2019 to 2021
29 Oct – 3 Nov 2021 | span | 2021-10-29/2021-11-03 | 2021-10-29 | 2021-11-03 | | from 29 October 2021 to 3 November 2021
Mon 1 – Fri 5 Nov 2021 | span | 2021-11-01/2021-11-05 | 2021-11-01 | 2021-11-05 | | from 1 November 2021 to 5 November 2021
Monday 1st November to Friday 5th November 2021 | span | 2021-11-01/2021-11-05 | 2021-11-01 | 2021-11-05 | | from 1 November 2021 to 5 November 2021
7 Feb 2020 to May 2020 | span | 2020-02-07/2020-05 | 2020-02-07 | 2020-05-31 | | from 7 February 2020 to May 2020
2020-02-07/2020-05 | span | 2020-02-07/2020-05 | 2020-02-07 | 2020-05-31 | | from 7 February 2020 to May 2020
[2020-05-14..2020-07-16] | instant | [2020-05-14..2020-07-16] | 2020-05-14 | 2020-07-16 | | between 14 May 2020 and 16 July 2020
from 3 November to 5 December 2021 | span | 2021-11-03/2021-12-05 | 2021-11-03 | 2021-12-05 | | from 3 November 2021 to 5 December 2021
3 November 2021 to 5 December | span | 2021-11-03/2021-12-05 | 2021-11-03 | 2021-12-05 | | from 3 November 2021 to 5 December 2021
from mid May to late July 2020 | span | 2020-05-11/2020-07-31 | 2020-05-11 | 2020-07-31 | | from 11 May 2020 to 31 July 2020
throughout November 2021 | span | 2021-11/2021-11 | 2021-11-01 | 2021-11-30 | | from November 2021 to November 2021
all of 2020 | span | 2020/2020 | 2020-01-01 | 2020-12-31 | | from 2020 to 2020
3/11/21 – 5/11/2021 | span | 2021-11-03/2021-11-05 | 2021-11-03 | 2021-11-05 | | from 3 November 2021 to 5 November 2021
about between Feb and May 2020 | instant | [2020-01-25..2020-06-07] | 2020-01-25 | 2020-06-07 | | between 25 January 2020 and 7 June 2020
from November 2020-21 January 2021 | span | 2020-11/2021-01-21 | 2020-11-01 | 2021-01-21 | | from November 2020 to 21 January 2021
Thu 28 Jan – Wed 3 Feb 2021 | span | 2021-01-28/2021-02-03 | 2021-01-28 | 2021-02-03 | | from 28 January 2021 to 3 February 2021
";

#[test]
fn every_row() {
    each_row_is_understood(ROWS);
}
