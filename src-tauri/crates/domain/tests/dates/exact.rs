//! Days, as letters, e-mails, forms and programs write them.

use crate::table::each_row_is_understood;

pub const ROWS: &str = "
16 July 2020 | instant | 2020-07-16 | 2020-07-16 | 2020-07-16 | | 16 July 2020
3 Nov 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3rd November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3rd of November, 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
the 3rd of Nov. 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3 November, 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
November 3, 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Nov 3rd 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
November the 3rd, 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3.11.2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
03/11/2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3/11/2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
03-11-2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3 / 11 / 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
2021-11-03 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
2021/11/03 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
2021‑11‑03 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3-Nov-2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
03-NOV-2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3nov2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3NOV 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Wednesday 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Wed 3rd Nov 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Wed, 3 Nov 2021 17:04:11 +0000 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Wed, 03 Nov 2021 17:04:11 GMT | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Weds. 3/11/2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
on Wednesday, 3 November 2021 at 5.04pm | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Sent: Wednesday, November 3, 2021 5:04 PM | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3 November 2021 17:04 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3 Nov 2021, 10.30am | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3 November 2021 at 5 o'clock | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
2021-11-03T10:00 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
2021-11-03T17:04:11Z | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
2021-11-03T17:04:11.123+00:00 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
2021-11-03 17:04:11 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
dated 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Dated this 3rd day of November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Date: 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
the third of November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
the twenty-first of May 2020 | instant | 2020-05-21 | 2020-05-21 | 2020-05-21 | | 21 May 2020
31st December 2021 | instant | 2021-12-31 | 2021-12-31 | 2021-12-31 | | 31 December 2021
29 Feb 2020 | instant | 2020-02-29 | 2020-02-29 | 2020-02-29 | | 29 February 2020
1st May 2014 | instant | 2014-05-01 | 2014-05-01 | 2014-05-01 | | 1 May 2014
3 November 2021 (Wednesday) | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
on the morning of 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Wednesday morning, 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Christmas Day 2020 | instant | 2020-12-25 | 2020-12-25 | 2020-12-25 | | 25 December 2020
New Year's Eve 2021 | instant | 2021-12-31 | 2021-12-31 | 2021-12-31 | | 31 December 2021
Boxing Day, 2021 | instant | 2021-12-26 | 2021-12-26 | 2021-12-26 | | 26 December 2021
３ Nov ２０２１ | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
“3 November 2021” | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3 Nov 2021. | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
the last day of November 2021 | instant | 2021-11-30 | 2021-11-30 | 2021-11-30 | | 30 November 2021
Wed 3 Nov 21 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
Tues 13/4/21 | instant | 2021-04-13 | 2021-04-13 | 2021-04-13 | | 13 April 2021
Received 5 November 2021 | instant | 2021-11-05 | 2021-11-05 | 2021-11-05 | | 5 November 2021
3 11 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
20211103 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
at 17:04 on 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
from 10:00 to 11:00 on 3 November 2021 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3 November 2021 10:00-11:00 | instant | 2021-11-03 | 2021-11-03 | 2021-11-03 | | 3 November 2021
3 November 1999 | instant | 1999-11-03 | 1999-11-03 | 1999-11-03 | | 3 November 1999
";

#[test]
fn every_row() {
    each_row_is_understood(ROWS);
}
