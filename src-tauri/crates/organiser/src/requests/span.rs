//! A stretch of days that was worked out, in words and as a date.

use recourse_domain::StatedDate;
use recourse_domain::dates::{Period, understand};
use recourse_domain::rules::Span;

/// In words: "2 March 2026", "between 2 March 2026 and 5 March 2026"; "not known" where neither side is.
pub fn in_words(span: Span) -> String {
    let day = |day| Period::Day(day).in_words();
    match (span.earliest, span.latest) {
        (Some(first), Some(last)) if first == last => day(first),
        (Some(first), Some(last)) => format!("between {} and {}", day(first), day(last)),
        (Some(first), None) => format!("on or after {}", day(first)),
        (None, Some(last)) => format!("by {}", day(last)),
        (None, None) => "not known".to_owned(),
    }
}

/// The same as a date such as a person states.
pub fn stated(span: Span) -> StatedDate {
    let Some(day) = span.earliest.or(span.latest) else { return StatedDate::undated() };
    if span.earliest == span.latest {
        return StatedDate::day(day);
    }
    understand(&in_words(span), day).map_or_else(|_| StatedDate::undated(), |understood| understood.date)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn what_is_said_of_a_stretch_means_that_stretch() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
        for (earliest, latest) in [(day(2), day(2)), (day(2), day(5)), (day(2), None), (None, day(5)), (None, None)] {
            let date = stated(Span { earliest, latest });
            assert_eq!((date.earliest, date.latest), (earliest, latest), "{}", date.in_words());
        }
    }
}
