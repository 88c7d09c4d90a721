//! Reads an amount as a person types it. Figures are only ever moved about, never computed with a float.

use super::MoneyProblem as Problem;
use super::currency::{Named, UNNAMED, named};
use crate::records::Money;

/// The amount that these words are: "£12.50", "12.50", "1,200", "EUR 20", "50p". Without a currency it is in pounds.
///
/// # Errors
/// Words that can be read in more than one way, or in none: the person is asked.
pub fn understand(text: &str) -> Result<Money, Problem> {
    let text = text.trim();
    let figure = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(figure), text.rfind(figure)) else { return Err(Problem::NoNumber) };
    // ".99" begins with its point.
    let start = if text[..first].ends_with('.') { first - 1 } else { first };
    let (before, number, after) = (text[..start].trim(), &text[start..=last], text[last + 1..].trim());
    if before.contains(['-', '\u{2212}', '\u{2013}', '(']) {
        return Err(Problem::Negative);
    }
    if after.starts_with('.') || before.ends_with('.') {
        return Err(Problem::Dots);
    }
    if !number.chars().all(|c| figure(c) || c == '.' || c == ',') {
        return Err(Problem::NotOneNumber);
    }
    let (currency, digits) = currency(before, after, number)?;
    Ok(Money { minor: minor(number, currency, digits)?, currency: currency.to_owned() })
}

/// The currency named before and after a number, and the figures it can have after the point.
fn currency(before: &str, after: &str, number: &str) -> Result<(&'static str, u32), Problem> {
    match (named(before), named(after)) {
        (Named::Unknown, _) => Err(Problem::Currency(before.to_owned())),
        (_, Named::Unknown) => Err(Problem::Currency(after.to_owned())),
        (Named::Dollars, _) | (_, Named::Dollars) => Err(Problem::WhichDollars(number.to_owned())),
        (Named::One(one, digits), Named::One(other, same)) if (one, digits) == (other, same) => Ok((one, digits)),
        (Named::One(..), Named::One(..)) => Err(Problem::TwoCurrencies),
        (Named::One(one, digits), Named::Nothing) | (Named::Nothing, Named::One(one, digits)) => Ok((one, digits)),
        (Named::Nothing, Named::Nothing) => Ok((UNNAMED, super::digits(UNNAMED).unwrap_or(2))),
    }
}

/// The number in minor units. `digits` are those that it can have after its point; pence have none and are minor units already.
fn minor(number: &str, currency: &'static str, digits: u32) -> Result<i64, Problem> {
    let mut parts = number.split('.');
    let (whole, part) = (parts.next().unwrap_or_default(), parts.next());
    if parts.next().is_some() || part == Some("") {
        return Err(Problem::Dots);
    }
    let part = part.unwrap_or_default();
    if part.contains(',') || !thousands(whole) {
        return Err(Problem::Comma(as_point(number, digits)));
    }
    let width = usize::try_from(digits).unwrap_or_default();
    if part.len() > width {
        return Err(Problem::TooFine { currency, digits });
    }
    let figures: String = whole.chars().filter(|c| *c != ',').chain(part.chars()).collect();
    let zeros = "0".repeat(width - part.len());
    format!("{figures}{zeros}").parse().map_err(|_| Problem::TooLarge)
}

/// Whether commas, if there are any, part thousands as they do in Britain.
fn thousands(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_none()
        || ((1..=3).contains(&first.len()) && !first.starts_with('0') && rest.all(|group| group.len() == 3))
}

/// The number with its one comma as a point, where it can be that.
fn as_point(number: &str, digits: u32) -> String {
    let width = usize::try_from(digits).unwrap_or_default();
    match number.split_once(',') {
        Some((whole, part))
            if !part.contains([',', '.']) && !whole.contains('.') && (1..=width).contains(&part.len()) =>
        {
            format!("{whole}.{part}")
        }
        _ => String::new(),
    }
}
