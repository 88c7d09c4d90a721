//! Dates that are not quite sure.

use crate::table::each_row_is_understood;

pub const ROWS: &str = "
about 3 Nov 2021 | instant | 2021-11-03~ | 2021-11-03 | 2021-11-03 | 7 | about 3 November 2021, give or take 7 days
around 3 November 2021 | instant | 2021-11-03~ | 2021-11-03 | 2021-11-03 | 7 | about 3 November 2021, give or take 7 days
c. 2019 | instant | 2019~ | 2019-01-01 | 2019-12-31 | 183 | about 2019, give or take 183 days
c.2019 | instant | 2019~ | 2019-01-01 | 2019-12-31 | 183 | about 2019, give or take 183 days
circa May 2020 | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
ca. May 2020 | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
approx. 3 Nov 2021 | instant | 2021-11-03~ | 2021-11-03 | 2021-11-03 | 7 | about 3 November 2021, give or take 7 days
roughly the beginning of May 2020 | instant | [2020-04-24..2020-05-17] | 2020-04-24 | 2020-05-17 | | between 24 April 2020 and 17 May 2020
about 2019 | instant | 2019~ | 2019-01-01 | 2019-12-31 | 183 | about 2019, give or take 183 days
around May 2020 | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
~ May 2020 | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
about the end of January 2022 | instant | [2022-01-14..2022-02-07] | 2022-01-14 | 2022-02-07 | | between 14 January 2022 and 7 February 2022
on or about 29 October 2021 | instant | 2021-10-29~ | 2021-10-29 | 2021-10-29 | 7 | about 29 October 2021, give or take 7 days
on or around 3rd November 2021 | instant | 2021-11-03~ | 2021-11-03 | 2021-11-03 | 7 | about 3 November 2021, give or take 7 days
in or around May 2014 | instant | 2014-05~ | 2014-05-01 | 2014-05-31 | 92 | about May 2014, give or take 3 months
about 18 months ago | instant | 2025-05~ | 2025-05-01 | 2025-05-31 | 92 | about May 2025, give or take 3 months
about a year ago | instant | 2025~ | 2025-01-01 | 2025-12-31 | 183 | about 2025, give or take 183 days
around 3 weeks ago | instant | 2026-10-31~ | 2026-10-31 | 2026-10-31 | 7 | about 31 October 2026, give or take 7 days
about two years ago | instant | 2024~ | 2024-01-01 | 2024-12-31 | 183 | about 2024, give or take 183 days
about 3 Nov 2021, give or take 3 days | instant | 2021-11-03~ | 2021-11-03 | 2021-11-03 | 3 | about 3 November 2021, give or take 3 days
May 2020, give or take a month | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 31 | about May 2020, give or take 31 days
3 Nov 2021 ± 2 days | instant | 2021-11-03~ | 2021-11-03 | 2021-11-03 | 2 | about 3 November 2021, give or take 2 days
3 Nov 2021 +/- 2 weeks | instant | 2021-11-03~ | 2021-11-03 | 2021-11-03 | 14 | about 3 November 2021, give or take 14 days
May 2020 or so | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
3 November 2021 or thereabouts | instant | 2021-11-03~ | 2021-11-03 | 2021-11-03 | 7 | about 3 November 2021, give or take 7 days
May 2020 approx | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
May-2020-ish | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
sometime around May 2020 | instant | 2020-05~ | 2020-05-01 | 2020-05-31 | 92 | about May 2020, give or take 3 months
maybe 3 Nov 2021 | instant | 2021-11-03? | 2021-11-03 | 2021-11-03 | | perhaps 3 November 2021
perhaps May 2020 | instant | 2020-05? | 2020-05-01 | 2020-05-31 | | perhaps May 2020
possibly 2019 | instant | 2019? | 2019-01-01 | 2019-12-31 | | perhaps 2019
3 Nov 2021? | instant | 2021-11-03? | 2021-11-03 | 2021-11-03 | | perhaps 3 November 2021
May 2020 (?) | instant | 2020-05? | 2020-05-01 | 2020-05-31 | | perhaps May 2020
3 November 2021 I think | instant | 2021-11-03? | 2021-11-03 | 2021-11-03 | | perhaps 3 November 2021
I think it was May 2020 | instant | 2020-05? | 2020-05-01 | 2020-05-31 | | perhaps May 2020
2021-11-03? | instant | 2021-11-03? | 2021-11-03 | 2021-11-03 | | perhaps 3 November 2021
2025-05~ | instant | 2025-05~ | 2025-05-01 | 2025-05-31 | 92 | about May 2025, give or take 3 months
last month or so | instant | 2026-10~ | 2026-10-01 | 2026-10-31 | 92 | about October 2026, give or take 3 months
";

#[test]
fn every_row() {
    each_row_is_understood(ROWS);
}
