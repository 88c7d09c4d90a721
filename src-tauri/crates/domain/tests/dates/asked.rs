//! Phrases that can mean several dates, leave something out, or are none: asked about or refused, never guessed.

use recourse_domain::dates::{DateProblem, understand};

use crate::table::{day, read, rows};

/// Words | what is asked | what is offered.
pub const ASKED: &str = "
3 Nov | year | 3 November 2026 ; 3 November 2025
3rd November | year | 3 November 2026 ; 3 November 2025
before 3 Nov | year | before 3 November 2026 ; before 3 November 2025
since 29 Oct, still going @2021-11-10 | year | since 29 October 2021 ; since 29 October 2020
maybe 3 Nov @2021-11-10 | year | perhaps 3 November 2021 ; perhaps 3 November 2020
16th or 17th July @2020-07-29 | year | 16 July 2020 or 17 July 2020 ; 16 July 2019 or 17 July 2019
3–5 Nov | year | from 3 November 2026 to 5 November 2026 ; from 3 November 2025 to 5 November 2025
Wednesday 3 November | year | 3 November 2021
in November | year | November 2026 ; November 2025
03/11 | year | 3 November 2026 ; 3 November 2025
Nov 21 | year | November 2021 ; 21 November 2026
Nov-21 | short_year | November 2021
03/11/21 | short_year | 3 November 2021
3.11.21 | short_year | 3 November 2021
3 Nov 21 | short_year | 3 November 2021
Nov '21 | short_year | November 2021
3 Nov '21 | short_year | 3 November 2021
04-03-21 | short_year | 4 March 2021
spring 2020 | season | between 1 March 2020 and 31 May 2020
early spring 2020 | season |
in the summer of 2021 | season | between 1 June 2021 and 31 August 2021
winter 2020 | season |
Easter 2021 | season |
Christmas 2020 | season |
Q1 2021 | quarter | between 1 January 2021 and 31 March 2021 ; between 1 April 2021 and 30 June 2021
the third quarter of 2020 | quarter | between 1 July 2020 and 30 September 2020 ; between 1 October 2020 and 31 December 2020
2020/21 | two_years | between 6 April 2020 and 5 April 2021 ; between 1 January 2020 and 31 December 2021
2020-21 | two_years | between 6 April 2020 and 5 April 2021 ; between 1 January 2020 and 31 December 2021
31 April 2021 | no_such_day | 30 April 2021 ; 1 May 2021
31 June 2020 | no_such_day | 30 June 2020 ; 1 July 2020
29 Feb 2021 | no_such_day | 28 February 2021 ; 1 March 2021
32/11/2021 | no_such_day |
0 November 2021 | no_such_day |
between May and Feb 2020 | end_before_start | between May 2019 and February 2020 ; between February 2020 and May 2020
from 5 to 3 November 2021 | end_before_start | from 5 November 2020 to 3 November 2021 ; from 3 November 2021 to 5 November 2021
Dec – Jan 2021 | end_before_start | from December 2020 to January 2021 ; from January 2021 to December 2021
from 3 Nov 2021 to 29 Oct 2021 | end_before_start | from 3 November 2020 to 29 October 2021 ; from 29 October 2021 to 3 November 2021
03/25/2021 | month_first | 25 March 2021
2021-25-03 | month_first | 25 March 2021
Saturday 04/03/2021 | which_way | 3 April 2021 ; 4 March 2021
last Tuesday | which_day | 17 November 2026 ; 10 November 2026
next Tuesday @2026-11-23 | which_day | 24 November 2026 ; 1 December 2026
by Friday | which_day | by 20 November 2026 ; by 27 November 2026
before Tuesday | which_day | before 17 November 2026 ; before 24 November 2026
Saturday | which_day | 21 November 2026 ; 14 November 2026
last November @2026-12-05 | which_day | November 2026 ; November 2025
in the first week of November 2021 | which_day | between 1 November 2021 and 7 November 2021
the last week of May 2020 | which_day | between 25 May 2020 and 31 May 2020
the first week of May 2020 | which_day | between 1 May 2020 and 7 May 2020 ; between 4 May 2020 and 10 May 2020
the 3rd | month | 3 November 2026 ; 3 October 2026
Tuesday 3rd | month | 3 November 2026
3 and 5 November 2021 | two_dates | from 3 November 2021 to 5 November 2021 ; 3 November 2021 or 5 November 2021
on 16 July 2020 and 29 September 2020 | two_dates | from 16 July 2020 to 29 September 2020 ; 16 July 2020 or 29 September 2020
from about March 2020 to June 2020 | unsure | from March 2020 to June 2020
maybe before 3 Nov 2021 | unsure | before 3 November 2021
probably early May 2020 | unsure | between 1 May 2020 and 10 May 2020
perhaps between Feb and May 2020 | unsure | between February 2020 and May 2020
perhaps 3 or 4 November 2021 | unsure | 3 November 2021 or 4 November 2021
around before May 2020 | unsure | before May 2020
before Thursday 17 July 2020 | weekday | before 17 July 2020 ; before 16 July 2020
from Thursday 17 July 2020 to 3 Nov 2021 | weekday | from 17 July 2020 to 3 November 2021 ; from 16 July 2020 to 3 November 2021
a few days ago | vague |
a couple of weeks ago | vague | 7 November 2026
several months ago | vague |
over a year ago | vague | before 21 November 2025
more than 2 years ago | vague | before 21 November 2024
less than a month ago | vague | between 21 October 2026 and 21 November 2026
at least 3 years ago | vague | before 21 November 2023
almost a year ago | vague | about 2025, give or take 183 days
just over a year ago | vague | about 2025, give or take 183 days
recently | vague |
the other day | vague |
ages ago | vague |
some time ago | vague |
3 Novmber 2021 | spelling | 3 November 2021
Febuary 2020 | spelling | February 2020
Wensday 3 November 2021 | spelling | 3 November 2021
yesturday | spelling | 20 November 2026
beetween Feb and May 2020 | spelling | between February 2020 and May 2020
99/99/9999 | no_such_day |
2021-13-45 | no_such_day |
3 Nov 0021 | no_such_day |
03 11 21 | short_year | 3 November 2021
2 or 3 weeks ago | vague | between 31 October 2026 and 7 November 2026
two to three weeks ago | vague | between 31 October 2026 and 7 November 2026
last summer | season |
w/e 7/11/21 | short_year | between 1 November 2021 and 7 November 2021
between about Feb and May 2020 | unsure | between February 2020 and May 2020
since about May 2020 | unsure | since May 2020
before Christmas 2020 | season |
May 20 | year | May 2020 ; 20 May 2026
29 October or 3 November | year | 29 October 2026 or 3 November 2026 ; 29 October 2025 or 3 November 2025
the summer | season | between 1 June 2026 and 31 August 2026 ; between 1 June 2025 and 31 August 2025
a couple of days after 3 Nov 2021 | vague | after 3 November 2021
over the summer of 2020 | season | between 1 June 2020 and 31 August 2020
just before Christmas 2020 | season |
shortly after 3 November 2021 | vague | after 3 November 2021
shortly before 3 Nov 2021 | vague | before 3 November 2021
not long after 3 November 2021 | vague | after 3 November 2021
a few days after 3 November 2021 | vague | after 3 November 2021
midnight on 3 November 2021 | which_day | 3 November 2021 ; 4 November 2021
within a week of 3 Nov 2021 | which_day | between 3 November 2021 and 10 November 2021 ; between 27 October 2021 and 10 November 2021
August bank holiday 2021 | season |
Good Friday 2021 | season |
Easter Sunday 2021 | season |
over Christmas 2020 | season |
New Year 2021 | season |
16-07-20 | short_year | 16 July 2020
16-Jul-20 | short_year | 16 July 2020
roughly 2014 to 2019 | unsure | from 2014 to 2019
since about 2014 | unsure | since 2014
within 72 hours of 29 October 2021 | which_day | between 29 October 2021 and 1 November 2021 ; between 26 October 2021 and 1 November 2021
an hour ago | vague | 21 November 2026
two hours ago | vague | 21 November 2026
late last week | which_day | between 9 November 2026 and 15 November 2026
end of last week | which_day | between 9 November 2026 and 15 November 2026
start of this week | which_day | between 16 November 2026 and 22 November 2026
the Tuesday before last | which_day | 10 November 2026 ; 3 November 2026
a month or two ago | vague | between September 2026 and October 2026
a month or so ago | vague | about October 2026, give or take 3 months
a year or so ago | vague | about 2025, give or take 183 days
a year or two ago | vague | between 2024 and 2025
well over a year ago | vague | before 21 November 2025
about 5 or 6 years ago | unsure |
the 29th and 30th of October 2021 | two_dates | from 29 October 2021 to 30 October 2021 ; 29 October 2021 or 30 October 2021
on or shortly before 3 November 2021 | vague | before 3 November 2021
the second week of November 2021 | which_day | between 8 November 2021 and 14 November 2021
1st week of Nov 2021 | which_day | between 1 November 2021 and 7 November 2021
beginning of the year | which_day | between 1 January 2026 and 30 April 2026 ; between 1 January 2025 and 30 April 2025
end of the month | which_day | between 21 November 2026 and 30 November 2026 ; between 21 October 2026 and 31 October 2026
in the autumn of 2021 | season | between 1 September 2021 and 30 November 2021
Autumn '21 | season | between 1 September 2021 and 30 November 2021
fall 2021 | season | between 1 September 2021 and 30 November 2021
5 mins ago | vague | 21 November 2026
3 November 2021 or possibly 4 November 2021 | unsure | 3 November 2021 or 4 November 2021
3 Nov 2021 or maybe 4 Nov 2021 | unsure | 3 November 2021 or 4 November 2021
";

/// Words that are no date.
pub const REFUSED: &str = "
soon
5 May 2020 10
3 Nov 21 2021
Tuesday or Wednesday last week
Monday or Tuesday 3 November 2026
1.5 years ago
3
hello
3 Nov 2021 2022
Nov 2021 2022
about
before
between
between May
from
12345
the 1990s
$3
3 Nov 20211
tbc
[2020..2019]
2020/2019
3 Nov 2021 5 Nov 2021
the same day
3 Nov 2021 EST
after 31 Dec 9999
the day after I got the email
late on 3 November 2021
during lockdown
when I was a member
the following day
effective 3 November 2021
two days later
they don't say
the 90s
my birthday
for 5 years from 2014
6 months from 3 Nov 2021
a week last Tuesday
about a month and a half ago
at the start of the pandemic
Posted on 29 July 2020 by Admin
10 Nov 2021 (3 days ago)
the first few days of November 2021
the first fortnight of November 2021
earlier in 2021
later in 2021
later that year
the turn of the year 2021
the 2020/21 tax year
financial year 2020-21
year ending 5 April 2021
when the letter came
3rd of the 11th 2021
11th of the 3rd 2021
3.xi.2021
3 Nov 2021, possibly 4 Nov 2021
sometime before I left
started 7 Feb 2020 and lasted three months
for three months from 7 February 2020
three months from 7 Feb 2020
";

#[test]
fn every_row_is_asked_about_as_given() {
    for row in rows(ASKED) {
        let [column, what, offered] = row[..] else { panic!("{row:?}") };
        let (words, found) = read(column);
        let Err(problem @ DateProblem::Asked { what: question, .. }) = &found else { panic!("{words}: {found:?}") };
        assert_eq!(serde_json::to_value(question).unwrap(), what, "{words}");
        let offered: Vec<&str> = offered.split(';').map(str::trim).filter(|choice| !choice.is_empty()).collect();
        assert_eq!(problem.choices(), offered, "{words}");
        let sentence = problem.to_string();
        assert!(!problem.is_only_a_flag() && sentence.starts_with(question.sentence()), "{words}: {sentence}");
        for choice in offered {
            assert!(sentence.contains(choice), "{words}: {sentence}");
            let taken = understand(choice, day("2000-01-01")).unwrap_or_else(|p| panic!("{words}: {choice}: {p}"));
            assert_eq!((taken.said_back.as_str(), taken.flag), (choice, None), "{words}");
        }
    }
}

#[test]
fn every_row_is_refused() {
    for row in rows(REFUSED) {
        assert_eq!(read(row[0]).1, Err(DateProblem::NotUnderstood), "{}", row[0]);
    }
    assert_eq!(understand(&"3 Nov 2021 ".repeat(40), day("2026-11-21")), Err(DateProblem::NotUnderstood));
}

#[test]
fn a_question_says_what_it_offers() {
    let said = |words| read(words).1.unwrap_err().to_string();
    assert_eq!(
        said("Saturday 04/03/2021"),
        "The weekday does not fit the day and month in this order. Do you mean “3 April 2021” or “4 March 2021”?"
    );
    assert_eq!(
        said("31 April 2021"),
        "There is no such day in the calendar. Do you mean “30 April 2021” or “1 May 2021”?"
    );
    assert_eq!(said("Febuary 2020"), "A word was not understood. Do you mean “February 2020”?");
}
