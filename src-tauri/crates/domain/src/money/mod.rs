//! Amounts of money, from the words a person types and back to words, without a float in between: what was typed is what is kept.

mod currency;
mod problem;
mod read;

pub use currency::{UNNAMED, digits};
pub use problem::MoneyProblem;
pub use read::understand;

use crate::records::Money;

impl Money {
    /// The amount as a person reads it: "£1,200.00", "EUR 20.00".
    pub fn in_words(&self) -> String {
        in_words(i128::from(self.minor), &self.currency)
    }

    /// The amount as a plain decimal number, exact: "1200.00".
    pub fn decimal(&self) -> String {
        let (sign, whole, part) = split(i128::from(self.minor), &self.currency);
        format!("{sign}{whole}{part}")
    }
}

/// An amount, or a sum of amounts, in minor units of a currency, as a person reads it.
pub fn in_words(minor: i128, currency: &str) -> String {
    let (sign, whole, part) = split(minor, currency);
    let number = format!("{}{part}", grouped(&whole));
    match currency {
        "GBP" => format!("{sign}£{number}"),
        _ => format!("{currency} {sign}{number}"),
    }
}

/// Sign, whole units, and the part after them with its point.
fn split(minor: i128, currency: &str) -> (&'static str, String, String) {
    let digits = digits(currency).unwrap_or(2);
    let unit = 10_u128.pow(digits);
    let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
    let width = usize::try_from(digits).unwrap_or_default();
    let part = if digits == 0 { String::new() } else { format!(".{part:0width$}") };
    (if minor < 0 { "-" } else { "" }, whole.to_string(), part)
}

/// Whole units in groups of three.
fn grouped(whole: &str) -> String {
    let mut out = String::with_capacity(whole.len() + whole.len() / 3);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Minutes as a person reads them: "2 hours 5 minutes".
pub fn minutes_in_words(minutes: u64) -> String {
    let count = |n: u64, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    match (minutes / 60, minutes % 60) {
        (0, rest) => count(rest, "minute"),
        (hours, 0) => count(hours, "hour"),
        (hours, rest) => format!("{} {}", count(hours, "hour"), count(rest, "minute")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn money(minor: i64, currency: &str) -> Money {
        Money { minor, currency: currency.to_owned() }
    }

    #[test]
    fn what_people_type_is_read_exactly() {
        for (typed, minor, currency, back) in [
            ("£12.50", 1250, "GBP", "£12.50"),
            ("12.50", 1250, "GBP", "£12.50"),
            (" 12.5 ", 1250, "GBP", "£12.50"),
            ("1,200", 120_000, "GBP", "£1,200.00"),
            ("£ 1,234,567.89", 123_456_789, "GBP", "£1,234,567.89"),
            ("50p", 50, "GBP", "£0.50"),
            ("80 pence", 80, "GBP", "£0.80"),
            (".99", 99, "GBP", "£0.99"),
            ("0", 0, "GBP", "£0.00"),
            ("7 pounds", 700, "GBP", "£7.00"),
            ("EUR 20", 2000, "EUR", "EUR 20.00"),
            ("20 eur", 2000, "EUR", "EUR 20.00"),
            ("€19.99", 1999, "EUR", "EUR 19.99"),
            ("US$5", 500, "USD", "USD 5.00"),
            ("JPY 1,500", 1500, "JPY", "JPY 1,500"),
            ("KWD 1.250", 1250, "KWD", "KWD 1.250"),
            ("£12.50 GBP", 1250, "GBP", "£12.50"),
            ("92233720368547758.07", i64::MAX, "GBP", "£92,233,720,368,547,758.07"),
        ] {
            let read = understand(typed).unwrap_or_else(|problem| panic!("{typed}: {problem}"));
            assert_eq!(read, money(minor, currency), "{typed}");
            assert_eq!(read.in_words(), back, "{typed}");
        }
    }

    #[test]
    fn what_can_mean_two_things_is_asked_about() {
        use MoneyProblem as P;
        for (typed, problem) in [
            ("", P::NoNumber),
            ("about a tenner", P::NoNumber),
            ("1.200.50", P::Dots),
            ("12..50", P::Dots),
            ("12.", P::Dots),
            ("12,50", P::Comma("12.50".into())),
            ("1,20,000", P::Comma(String::new())),
            ("1.200,50", P::Comma(String::new())),
            ("0,500", P::Comma(String::new())),
            ("1.200", P::TooFine { currency: "GBP", digits: 2 }),
            ("JPY 1.5", P::TooFine { currency: "JPY", digits: 0 }),
            ("1.5p", P::TooFine { currency: "GBP", digits: 0 }),
            ("$20", P::WhichDollars("20".into())),
            ("20 dollars", P::WhichDollars("20".into())),
            ("20 XYZ", P::Currency("XYZ".into())),
            ("kr 200", P::Currency("kr".into())),
            ("EUR 20 GBP", P::TwoCurrencies),
            ("£50p", P::TwoCurrencies),
            ("-5", P::Negative),
            ("\u{2212}5", P::Negative),
            ("12 50", P::NotOneNumber),
            ("10-20", P::NotOneNumber),
            ("1\u{663}", P::Currency("\u{663}".into())),
            ("92233720368547758.08", P::TooLarge),
        ] {
            assert_eq!(understand(typed), Err(problem), "{typed}");
        }
        assert_eq!(P::Comma("12.50".into()).choices(), ["12.50"]);
        assert_eq!(P::WhichDollars("20".into()).choices()[0], "USD 20");
    }

    #[test]
    fn minutes_are_hours_and_minutes() {
        let said: Vec<String> = [0, 1, 59, 60, 61, 125].into_iter().map(minutes_in_words).collect();
        assert_eq!(said, ["0 minutes", "1 minute", "59 minutes", "1 hour", "1 hour 1 minute", "2 hours 5 minutes"]);
    }

    proptest! {
        #[test]
        fn an_amount_shown_and_read_again_is_the_same(minor in 0..=i64::MAX, which in 0..3_usize) {
            let amount = money(minor, ["GBP", "JPY", "KWD"][which]);
            prop_assert_eq!(understand(&amount.in_words()), Ok(amount.clone()));
            prop_assert_eq!(understand(&format!("{} {}", amount.decimal(), amount.currency)), Ok(amount));
        }

        #[test]
        fn whatever_is_typed_is_answered(text in "\\PC{0,40}") {
            let _ = understand(&text);
        }
    }
}
