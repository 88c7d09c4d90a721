//! Before, after, by, since, until.

use crate::table::each_row_is_understood;

pub const ROWS: &str = "
before 3 Nov 2021 | instant | [..2021-11-02] | | 2021-11-02 | | before 3 November 2021
prior to 3 November 2021 | instant | [..2021-11-02] | | 2021-11-02 | | before 3 November 2021
before Nov 2021 | instant | [..2021-10-31] | | 2021-10-31 | | before November 2021
before 2020 | instant | [..2019-12-31] | | 2019-12-31 | | before 2020
some time before 3 November 2021 | instant | [..2021-11-02] | | 2021-11-02 | | before 3 November 2021
after 29 Oct 2021 | instant | [2021-10-30..] | 2021-10-30 | | | after 29 October 2021
after October 2021 | instant | [2021-11-01..] | 2021-11-01 | | | after October 2021
following 29 October 2021 | instant | [2021-10-30..] | 2021-10-30 | | | after 29 October 2021
by 3 Nov 2021 | instant | [..2021-11-03] | | 2021-11-03 | | by 3 November 2021
by the end of November 2021 | instant | [..2021-11-30] | | 2021-11-30 | | by 30 November 2021
by the end of 2021 | instant | [..2021-12-31] | | 2021-12-31 | | by 31 December 2021
no later than 3 Nov 2021 | instant | [..2021-11-03] | | 2021-11-03 | | by 3 November 2021
on or before 29 October 2021 | instant | [..2021-10-29] | | 2021-10-29 | | by 29 October 2021
3 November 2021 at the latest | instant | [..2021-11-03] | | 2021-11-03 | | by 3 November 2021
3 Nov 2021 or earlier | instant | [..2021-11-03] | | 2021-11-03 | | by 3 November 2021
on or after 3 Nov 2021 | instant | [2021-11-03..] | 2021-11-03 | | | on or after 3 November 2021
no earlier than 3 November 2021 | instant | [2021-11-03..] | 2021-11-03 | | | on or after 3 November 2021
as early as February 2020 | instant | [2020-02-01..] | 2020-02-01 | | | on or after 1 February 2020
not before 3 Nov 2021 | instant | [2021-11-03..] | 2021-11-03 | | | on or after 3 November 2021
not until December 2021 | instant | [2021-12-01..] | 2021-12-01 | | | on or after 1 December 2021
since 29 Oct 2021 | span | 2021-10-29/.. | 2021-10-29 | | | since 29 October 2021
since 29 Oct 2021, still going | span | 2021-10-29/.. | 2021-10-29 | | | since 29 October 2021
since May 2014 | span | 2014-05/.. | 2014-05-01 | | | since May 2014
ever since 2019 | span | 2019/.. | 2019-01-01 | | | since 2019
from 29 October 2021 onwards | span | 2021-10-29/.. | 2021-10-29 | | | since 29 October 2021
29 Oct 2021 onwards | span | 2021-10-29/.. | 2021-10-29 | | | since 29 October 2021
from May 2014 to present | span | 2014-05/.. | 2014-05-01 | | | since May 2014
May 2014 – present | span | 2014-05/.. | 2014-05-01 | | | since May 2014
29 Oct 2021 to date | span | 2021-10-29/.. | 2021-10-29 | | | since 29 October 2021
until 3 Nov 2021 | span | ../2021-11-03 | | 2021-11-03 | | until 3 November 2021
up to November 2021 | span | ../2021-11 | | 2021-11-30 | | until November 2021
up until 2019 | span | ../2019 | | 2019-12-31 | | until 2019
until the end of 2021 | span | ../2021-12-31 | | 2021-12-31 | | until 31 December 2021
before Christmas Day 2020 | instant | [..2020-12-24] | | 2020-12-24 | | before 25 December 2020
since the end of 2020 | span | 2020-09-01/.. | 2020-09-01 | | | since 1 September 2020
until now | span | ../2026-11-21 | | 2026-11-21 | | until 21 November 2026
2021 onwards | span | 2021/.. | 2021-01-01 | | | since 2021
November 2021 to date | span | 2021-11/.. | 2021-11-01 | | | since November 2021
3 Nov 2021 – ongoing | span | 2021-11-03/.. | 2021-11-03 | | | since 3 November 2021
";

#[test]
fn every_row() {
    each_row_is_understood(ROWS);
}
