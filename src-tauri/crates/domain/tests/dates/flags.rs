//! What does not fit together is shown and nothing is mended.

use recourse_domain::dates::DateProblem;

use crate::table::{day, is_the_same_read_again, read};

#[test]
fn a_weekday_that_does_not_fit_is_flagged_and_both_days_are_kept() {
    for (words, edtf, stated, weekday, other) in [
        ("on Thursday 17 July 2020", "[2020-07-16,2020-07-17]", "2020-07-17", "Thursday", "2020-07-16"),
        ("Tuesday 3 November 2021", "[2021-11-02,2021-11-03]", "2021-11-03", "Tuesday", "2021-11-02"),
        ("Mon 03/11/2021", "[2021-11-01,2021-11-03]", "2021-11-03", "Monday", "2021-11-01"),
        ("Friday, 31st December 2020", "[2020-12-31,2021-01-01]", "2020-12-31", "Friday", "2021-01-01"),
    ] {
        let found = read(words).1.unwrap();
        assert_eq!(found.date.edtf.as_deref(), Some(edtf), "{words}");
        let flag = found.flag.clone().unwrap();
        assert!(flag.is_only_a_flag());
        let differs =
            DateProblem::WeekdayDiffers { stated: day(stated), weekday: weekday.to_owned(), other: day(other) };
        assert_eq!(flag, differs, "{words}");
        is_the_same_read_again(&found);
    }
    let trap = read("Thursday 17 July 2020").1.unwrap().flag.unwrap();
    assert_eq!(
        trap.to_string(),
        "17 July 2020 was a Friday, not a Thursday. Both readings are kept: 17 July 2020 and 16 July 2020."
    );
}

#[test]
fn a_time_overseas_keeps_the_day_as_stated_and_says_which_day_it_was_here() {
    for words in ["2021-11-03T23:30:00-05:00", "Wed, 3 Nov 2021 23:30:00 -0500", "3 November 2021 at 11.30pm EST"] {
        let found = read(words).1.unwrap();
        assert_eq!(found.date.edtf.as_deref(), Some("2021-11-03"), "{words}");
        let differs = DateProblem::ZoneDiffers { stated: day("2021-11-03"), here: day("2021-11-04") };
        assert_eq!(found.flag, Some(differs), "{words}");
    }
    assert_eq!(read("2021-11-03T17:04:11Z").1.unwrap().flag, None);
}

#[test]
fn a_date_still_to_come_is_allowed_and_shown_where_it_is_asked_for() {
    let today = day("2026-11-21");
    let flag = |words| read(words).1.unwrap().date.still_to_come(today);
    for words in ["tomorrow", "3 January 2027", "2027", "after 21 November 2026", "in 2 weeks"] {
        assert_eq!(flag(words), Some(DateProblem::Future { today }), "{words}");
    }
    for words in ["today", "2026", "about 25 November 2026", "before 2030", "until 2030", "undated"] {
        assert_eq!(flag(words), None, "{words}");
    }
    let said = flag("tomorrow").unwrap();
    assert_eq!(said.to_string(), "This date is still to come: today is 21 November 2026.");
    assert!(said.is_only_a_flag() && said.choices().is_empty());
}
