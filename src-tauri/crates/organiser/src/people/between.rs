//! How long one telling came after another, in words that are no surer than the dates.

use recourse_domain::StatedDate;
use recourse_domain::timeline::gap;

/// "5 days later", "between 3 and 40 days later", "the same day"; empty where nothing can be said.
pub fn since(before: &StatedDate, now: &StatedDate) -> String {
    let between = gap(before, now);
    let days = |n: i64| if n == 1 { "1 day".to_owned() } else { format!("{n} days") };
    match (between.least, between.most) {
        (Some(0), Some(0)) => "the same day".to_owned(),
        (Some(0), Some(most)) => format!("at most {} later", days(most)),
        (Some(least), Some(most)) if least < 0 && most <= 0 => "which came first is not certain".to_owned(),
        (Some(least), Some(most)) if least < 0 => {
            format!("at most {} later; which came first is not certain", days(most))
        }
        (Some(least), None) if least < 0 => "which came first is not certain".to_owned(),
        (None, Some(most)) if most <= 0 => "which came first is not certain".to_owned(),
        (None, Some(most)) => format!("at most {} later", days(most)),
        _ => between.in_words().map(|words| format!("{words} later")).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use recourse_domain::dates::understand;

    use super::*;

    fn said(before: &str, now: &str) -> String {
        let date = |words| understand(words, "2026-11-21".parse().unwrap()).unwrap().date;
        since(&date(before), &date(now))
    }

    #[test]
    fn the_words_carry_the_doubt_of_both_dates() {
        assert_eq!(said("29 Oct 2021", "3 Nov 2021"), "5 days later");
        assert_eq!(said("2 Nov 2021", "3 Nov 2021"), "1 day later");
        assert_eq!(said("3 Nov 2021", "3 Nov 2021"), "the same day");
        assert_eq!(said("29 Oct 2021", "November 2021"), "between 3 and 32 days later");
        assert_eq!(said("1 Nov 2021", "November 2021"), "at most 29 days later");
        assert_eq!(said("October 2021", "15 Oct 2021"), "at most 14 days later; which came first is not certain");
        assert_eq!(said("29 Oct 2021", "after 3 Nov 2021"), "at least 6 days later");
        assert_eq!(said("after 3 Nov 2021", "5 Nov 2021"), "at most 1 day later");
        assert_eq!(said("before 3 Nov 2021", "3 Nov 2021"), "at least 1 day later");
        assert_eq!(said("undated", "3 Nov 2021"), "");
        assert_eq!(said("3 Nov 2021", "undated"), "");
    }
}
