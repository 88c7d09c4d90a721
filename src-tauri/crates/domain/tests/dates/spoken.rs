//! Dates as people put them into a form or a mail: with what happened around them, with doubts, with a day left open.

use crate::table::each_row_is_understood;

pub const ROWS: &str = "
3rd Nov 2021 (I think) | instant | 2021-11-03? | 2021-11-03 | 2021-11-03 | | perhaps 3 November 2021
first thing on Monday 1 November 2021 | instant | 2021-11-01 | 2021-11-01 | 2021-11-01 | | 1 November 2021
about 10 days before 3 Nov 2021 | instant | 2021-10-24~ | 2021-10-24 | 2021-10-24 | 7 | about 24 October 2021, give or take 7 days
Friday 29th October 2021, late afternoon | instant | 2021-10-29 | 2021-10-29 | 2021-10-29 | | 29 October 2021
around the end of October 2021 | instant | [2021-10-14..2021-11-07] | 2021-10-14 | 2021-11-07 | | between 14 October 2021 and 7 November 2021
end of October / start of November 2021 | instant | [2021-10-21..2021-10-31,2021-11-01..2021-11-10] | 2021-10-21 | 2021-11-10 | | between 21 October 2021 and 31 October 2021 or between 1 November 2021 and 10 November 2021
sometime last year | instant | 2025 | 2025-01-01 | 2025-12-31 | | 2025
at some point in 2020 | instant | 2020 | 2020-01-01 | 2020-12-31 | | 2020
at some point between Feb and May 2020 | instant | [2020-02..2020-05] | 2020-02-01 | 2020-05-31 | | between February 2020 and May 2020
mid to late May 2020 | instant | [2020-05-11..2020-05-31] | 2020-05-11 | 2020-05-31 | | between 11 May 2020 and 31 May 2020
early to mid 2020 | instant | [2020-01-01..2020-08-31] | 2020-01-01 | 2020-08-31 | | between 1 January 2020 and 31 August 2020
May/June 2020 | instant | [2020-05,2020-06] | 2020-05-01 | 2020-06-30 | | May 2020 or June 2020
some time after 29 October 2021 | instant | [2021-10-30..] | 2021-10-30 | | | after 29 October 2021
w/c 1/11/2021 | instant | [2021-11-01..2021-11-07] | 2021-11-01 | 2021-11-07 | | between 1 November 2021 and 7 November 2021
wc 1 Nov 2021 | instant | [2021-11-01..2021-11-07] | 2021-11-01 | 2021-11-07 | | between 1 November 2021 and 7 November 2021
as of 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
as at 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
from 2012 until I left in 2019 | span | 2012/2019 | 2012-01-01 | 2019-12-31 | | from 2012 to 2019
joined in 2012 | instant | 2012 | 2012-01-01 | 2012-12-31 | | 2012
I left in 2019 | instant | 2019 | 2019-01-01 | 2019-12-31 | | 2019
it was around May 2020 | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
it happened in May 2020 | instant | 2020-05 | 2020-05-01 | 2020-05-31 | | May 2020
happened on 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
around 3pm on 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3/11/2021 15:20 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
noon on 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
11 o'clock on 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
before the end of 2021 | instant | [..2021-12-31] | | 2021-12-31 | | by 31 December 2021
by the middle of November 2021 | instant | [..2021-11-20] | | 2021-11-20 | | by 20 November 2021
2019ish | instant | 2019~ | 2019-01-01 | 2019-12-31 | 183 | about 2019, give or take 183 days
2019-ish | instant | 2019~ | 2019-01-01 | 2019-12-31 | 183 | about 2019, give or take 183 days
c2019 | instant | 2019~ | 2019-01-01 | 2019-12-31 | 183 | about 2019, give or take 183 days
pre-2020 | instant | [..2019-12-31] | | 2019-12-31 | | before 2020
post-2020 | instant | [2021-01-01..] | 2021-01-01 | | | after 2020
?? Nov 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
xx/11/2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
Halloween 2021 | instant | 2021-10-31 | 2021-10-31 | 2021-10-31 | | 31 October 2021
Valentine's Day 2021 | instant | 2021-02-14 | 2021-02-14 | 2021-02-14 | | 14 February 2021
16.07.2020 | instant | 2020-07-16 | 2020-07-16 | 2020-07-16 | | 16 July 2020
2020.07.16 | instant | 2020-07-16 | 2020-07-16 | 2020-07-16 | | 16 July 2020
2020 July 16 | instant | 2020-07-16 | 2020-07-16 | 2020-07-16 | | 16 July 2020
July 16 2020 | instant | 2020-07-16 | 2020-07-16 | 2020-07-16 | | 16 July 2020
16 Jul 2020 at about 3pm | instant | 2020-07-16 | 2020-07-16 | 2020-07-16 | | 16 July 2020
Thursday, July 16th, 2020 | instant | 2020-07-16 | 2020-07-16 | 2020-07-16 | | 16 July 2020
late July/early August 2020 | instant | [2020-07-21..2020-07-31,2020-08-01..2020-08-10] | 2020-07-21 | 2020-08-10 | | between 21 July 2020 and 31 July 2020 or between 1 August 2020 and 10 August 2020
Mar 2020 - ongoing | span | 2020-03/.. | 2020-03-01 | | | since March 2020
2014 - 2019 inclusive | span | 2014/2019 | 2014-01-01 | 2019-12-31 | | from 2014 to 2019
72 hours after 29 Oct 2021 | instant | 2021-11-01 | 2021-11-01 | 2021-11-01 | | 1 November 2021
this afternoon | instant | 2026-11-21 | 2026-11-21 | 2026-11-21 | | 21 November 2026
earlier today | instant | 2026-11-21 | 2026-11-21 | 2026-11-21 | | 21 November 2026
earlier this week | instant | [2026-11-16..2026-11-21] | 2026-11-16 | 2026-11-21 | | between 16 November 2026 and 21 November 2026
the weekend before last | instant | [2026-11-07..2026-11-08] | 2026-11-07 | 2026-11-08 | | between 7 November 2026 and 8 November 2026
six weeks ago | instant | 2026-10-10 | 2026-10-10 | 2026-10-10 | | 10 October 2026
back in 2019 | instant | 2019 | 2019-01-01 | 2019-12-31 | | 2019
way back in 2014 | instant | 2014 | 2014-01-01 | 2014-12-31 | | 2014
only last week | instant | [2026-11-09..2026-11-15] | 2026-11-09 | 2026-11-15 | | between 9 November 2026 and 15 November 2026
sometime during 2020 | instant | 2020 | 2020-01-01 | 2020-12-31 | | 2020
in the course of 2020 | instant | 2020 | 2020-01-01 | 2020-12-31 | | 2020
any time between Feb and May 2020 | instant | [2020-02..2020-05] | 2020-02-01 | 2020-05-31 | | between February 2020 and May 2020
anywhere between Feb and May 2020 | instant | [2020-02..2020-05] | 2020-02-01 | 2020-05-31 | | between February 2020 and May 2020
after 29 October 2021 but before 3 November 2021 | instant | [2021-10-30..2021-11-02] | 2021-10-30 | 2021-11-02 | | between 30 October 2021 and 2 November 2021
after 29 Oct and before 3 Nov 2021 | instant | [2021-10-30..2021-11-02] | 2021-10-30 | 2021-11-02 | | between 30 October 2021 and 2 November 2021
between 29 October and 3 November 2021 inclusive | instant | [2021-10-29..2021-11-03] | 2021-10-29 | 2021-11-03 | | between 29 October 2021 and 3 November 2021
29/10/2021 to 3/11/2021 | span | 2021-10-29/2021-11-03 | 2021-10-29 | 2021-11-03 | | from 29 October 2021 to 3 November 2021
today's date | instant | 2026-11-21 | 2026-11-21 | 2026-11-21 | | 21 November 2026
just now | instant | 2026-11-21 | 2026-11-21 | 2026-11-21 | | 21 November 2026
last thing on Friday 29 October 2021 | instant | 2021-10-29 | 2021-10-29 | 2021-10-29 | | 29 October 2021
3 Nov 2021 (postmark) | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
postmarked 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
stamped 4 Nov 2021 | instant | 2021-11-04 | 2021-11-04 | 2021-11-04 | | 4 November 2021
letter dated 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
email of 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
email dated 3 Nov 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
arrived 5 Nov 2021 | instant | 2021-11-05 | 2021-11-05 | 2021-11-05 | | 5 November 2021
came on 5 November 2021 | instant | 2021-11-05 | 2021-11-05 | 2021-11-05 | | 5 November 2021
issued 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
updated 9 November 2021 | instant | 2021-11-09 | 2021-11-09 | 2021-11-09 | | 9 November 2021
last updated 9 November 2021 | instant | 2021-11-09 | 2021-11-09 | 2021-11-09 | | 9 November 2021
Published: 29 July 2020 | instant | 2020-07-29 | 2020-07-29 | 2020-07-29 | | 29 July 2020
mid-to-late November 2021 | instant | [2021-11-11..2021-11-30] | 2021-11-11 | 2021-11-30 | | between 11 November 2021 and 30 November 2021
the third Tuesday of November 2021 | instant | 2021-11-16 | 2021-11-16 | 2021-11-16 | | 16 November 2021
the last Friday in October 2021 | instant | 2021-10-29 | 2021-10-29 | 2021-10-29 | | 29 October 2021
first Monday of November 2021 | instant | 2021-11-01 | 2021-11-01 | 2021-11-01 | | 1 November 2021
late in 2021 | instant | [2021-09-01..2021-12-31] | 2021-09-01 | 2021-12-31 | | between 1 September 2021 and 31 December 2021
early in 2021 | instant | [2021-01-01..2021-04-30] | 2021-01-01 | 2021-04-30 | | between 1 January 2021 and 30 April 2021
mid 2021 | instant | [2021-05-01..2021-08-31] | 2021-05-01 | 2021-08-31 | | between 1 May 2021 and 31 August 2021
no later than the end of November 2021 | instant | [..2021-11-30] | | 2021-11-30 | | by 30 November 2021
not later than 72 hours after 29 Oct 2021 | instant | [..2021-11-01] | | 2021-11-01 | | by 1 November 2021
2 yrs ago | instant | 2024 | 2024-01-01 | 2024-12-31 | | 2024
18 mths ago | instant | 2025-05 | 2025-05-01 | 2025-05-31 | | May 2025
3 wks ago | instant | 2026-10-31 | 2026-10-31 | 2026-10-31 | | 31 October 2026
Wed. 3rd Nov. '21 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
November 2021 sometime | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
in Nov. of 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
Nov 2021 (exact day not known) | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
exact date unknown, November 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
unknown day in November 2021 | instant | 2021-11 | 2021-11-01 | 2021-11-30 | | November 2021
3 November 2021 but not sure | instant | 2021-11-03? | 2021-11-03 | 2021-11-03 | | perhaps 3 November 2021
not sure but about May 2020 | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
I'm not sure, maybe May 2020 | instant | 2020-05? | 2020-05-01 | 2020-05-31 | | perhaps May 2020
I think about May 2020 | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
must have been May 2020 | instant | 2020-05? | 2020-05-01 | 2020-05-31 | | perhaps May 2020
probably May 2020 | instant | 2020-05? | 2020-05-01 | 2020-05-31 | | perhaps May 2020
likely May 2020 | instant | 2020-05? | 2020-05-01 | 2020-05-31 | | perhaps May 2020
May 2020 at a guess | instant | 2020-05? | 2020-05-01 | 2020-05-31 | | perhaps May 2020
definitely before May 2020 | instant | [..2020-04-30] | | 2020-04-30 | | before May 2020
certainly after May 2020 | instant | [2020-06-01..] | 2020-06-01 | | | after May 2020
at least since 2014 | span | 2014/.. | 2014-01-01 | | | since 2014
2014 to the present day | span | 2014/.. | 2014-01-01 | | | since 2014
from 2014 till now | span | 2014/2026-11-21 | 2014-01-01 | 2026-11-21 | | from 2014 to 21 November 2026
still happening since 2014 | span | 2014/.. | 2014-01-01 | | | since 2014
started in May 2014 | span | 2014-05/.. | 2014-05-01 | | | since May 2014
ended in May 2019 | span | ../2019-05 | | 2019-05-31 | | until May 2019
began 7 February 2020 | span | 2020-02-07/.. | 2020-02-07 | | | since 7 February 2020
";

#[test]
fn every_row() {
    each_row_is_understood(ROWS);
}
