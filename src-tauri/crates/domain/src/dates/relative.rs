//! Words that only mean something on a given day: "yesterday", "18 months ago", "last week", "the week of 3 Nov".

use chrono::{Datelike, Duration};

use super::amount::Amount;
use super::lexer::Token;
use super::meaning::Meaning;
use super::parts::{TIMES_OF_DAY, months_off};
use super::period::Period;
use super::problem::Question;
use super::reader::{Assumption, Read, Reader, Trouble, texts};
use super::words::month;

impl Reader<'_> {
    /// A period named by its distance from the day the words were said on, or from another date; none where they name none.
    pub fn relative(&mut self, tokens: &[Token]) -> Read<Option<Period>> {
        let tokens = without_time(tokens);
        let words = texts(tokens);
        if let Some(found) = self.plainly(&words) {
            return found.map(Some).ok_or(Trouble::NotUnderstood);
        }
        if let Some(found) = self.weekday_alone(&words)? {
            return Ok(Some(found));
        }
        if let [which @ ("last" | "this" | "next"), name] = words[..]
            && let Some(named) = month(name)
        {
            return self.month_by_name(which, named).map(Some);
        }
        self.counted(tokens, &words)
    }

    fn plainly(&self, words: &[&str]) -> Option<Option<Period>> {
        let said = self.said_on;
        let off = |days| Some(self.days_off(days));
        Some(match words {
            ["today" | "now" | "tonight" | "this"] => off(0),
            ["just", "now"] | ["todays", "date"] | ["earlier" | "later", "today"] => off(0),
            ["yesterday"] => off(-1),
            ["tomorrow"] => off(1),
            ["week" | "month" | "year" | "weekend", "before", "last"] => self.unit(words[0], -2),
            [which, unit @ ("week" | "weekend" | "month" | "year")] => match *which {
                "this" | "current" => self.unit(unit, 0),
                "last" | "previous" => self.unit(unit, -1),
                "next" => self.unit(unit, 1),
                _ => return None,
            },
            [when @ ("earlier" | "later"), "this", unit] => self.unit(unit, 0).map(|whole| match *when {
                "earlier" => Period::Days(whole.first(), said),
                _ => Period::Days(said, whole.last()),
            }),
            _ => return None,
        })
    }

    /// The week, weekend, month or year so many from the present one. Weeks run from Monday to Sunday.
    pub fn unit(&self, unit: &str, off: i32) -> Option<Period> {
        let in_that_week = || self.said_on + Duration::weeks(i64::from(off));
        match unit {
            "week" => Some(Period::week_of(in_that_week())),
            "weekend" => {
                let sunday = Period::week_of(in_that_week()).last();
                Some(Period::Days(sunday - Duration::days(1), sunday))
            }
            "month" => months_off(self.said_on, off).and_then(Period::month_of),
            "year" => Period::year(self.said_on.year() + off),
            _ => None,
        }
    }

    /// "Last November": of the year before, unless this year's is over too; then it is asked.
    fn month_by_name(&self, which: &str, named: u32) -> Read<Period> {
        let (year, now) = (self.said_on.year(), self.said_on.month());
        let years = match which {
            "this" => return Period::month(year, named).ok_or(Trouble::NotUnderstood),
            "last" if named < now => [year, year - 1],
            "last" => [year - 1; 2],
            _ if named > now => [year, year + 1],
            _ => [year + 1; 2],
        };
        let at = self.nearer_of(years[0] == years[1])?;
        Period::month(years[at], named).ok_or(Trouble::NotUnderstood)
    }

    /// Which of two readings, the nearer first; asked unless they are the same.
    pub fn nearer_of(&self, same: bool) -> Read<usize> {
        match (same || self.assumes(Assumption::Nearer), self.assumes(Assumption::Farther)) {
            (true, _) => Ok(0),
            (_, true) => Ok(1),
            _ => Err(Trouble::Open(Question::WhichDay, vec![Assumption::Nearer, Assumption::Farther])),
        }
    }

    fn counted(&mut self, tokens: &[Token], words: &[&str]) -> Read<Option<Period>> {
        let found = match words {
            [.., "ago"] => Amount::read(&tokens[..tokens.len() - 1]).map(|amount| amount.from(self.said_on, -1)),
            [.., "ago", "today"] => Amount::read(&tokens[..tokens.len() - 2])
                .map(|amount| amount.day_from(self.said_on, -1).map(Period::Day)),
            [.., "from", "now" | "today"] => {
                Amount::read(&tokens[..tokens.len() - 2]).map(|amount| amount.from(self.said_on, 1))
            }
            ["in", .., "time"] => Amount::read(&tokens[1..tokens.len() - 1]).map(|amount| amount.from(self.said_on, 1)),
            ["in", ..] => Amount::read(&tokens[1..]).map(|amount| amount.from(self.said_on, 1)),
            ["weekend", ..] if tokens.len() > 1 => {
                let sunday = Period::week_of(self.period(&tokens[1..])?.first()).last();
                Some(Some(Period::Days(sunday - Duration::days(1), sunday)))
            }
            ["week", "commencing" | "beginning" | "starting", ..] => {
                let Period::Day(first) = self.period(&tokens[2..])? else { return Err(Trouble::NotUnderstood) };
                Some(Some(Period::Days(first, first + Duration::days(6))))
            }
            ["week", "ending", ..] => {
                let Period::Day(last) = self.period(&tokens[2..])? else { return Err(Trouble::NotUnderstood) };
                Some(Some(Period::Days(last - Duration::days(6), last)))
            }
            ["week", first, ..] if *first != "before" && *first != "after" => {
                let Period::Day(day) = self.period(&tokens[1..])? else { return Err(Trouble::NotUnderstood) };
                Some(Some(Period::week_of(day)))
            }
            _ => return self.counted_from_a_date(tokens, words),
        };
        match found {
            Some(Some(period)) => Ok(Some(period)),
            Some(None) => Err(Trouble::NotUnderstood),
            None => Ok(None),
        }
    }

    /// "Two weeks before 3 Nov 2021", "the day after 29 Oct 2021".
    fn counted_from_a_date(&mut self, tokens: &[Token], words: &[&str]) -> Read<Option<Period>> {
        let Some(at) = words.iter().position(|word| matches!(*word, "before" | "after")) else { return Ok(None) };
        let way = if words[at] == "before" { -1 } else { 1 };
        let amount = match words[..at] {
            ["day"] => Some(Amount::Days(1)),
            ["week"] => Some(Amount::Days(7)),
            ["month"] => Some(Amount::Months(1)),
            ["year"] => Some(Amount::Years(1)),
            _ => Amount::read(&tokens[..at]),
        };
        let Some(amount) = amount else { return Ok(None) };
        let anchor = self.period(&tokens[at + 1..])?;
        let found = match (anchor, amount) {
            (Period::Year(first), Amount::Years(_)) => amount.from(first, way),
            (Period::Day(first) | Period::Month(first), Amount::Years(years)) => {
                Amount::Months(years * 12).from(first, way)
            }
            (Period::Day(day), amount) => amount.from(day, way),
            (Period::Month(first), Amount::Months(_)) => amount.from(first, way),
            _ => None,
        };
        found.map(Some).ok_or(Trouble::NotUnderstood)
    }

    /// What only makes sense of the whole phrase: "last night", "in the last 3 months".
    pub fn relative_stretch(&self, tokens: &[Token]) -> Option<Meaning> {
        let words = texts(tokens);
        if words == ["last", "night"] {
            return Some(Meaning::OneOf(vec![self.days_off(-1), self.days_off(0)]));
        }
        let (lasting, rest) = match words[..] {
            ["for" | "over" | "throughout", "the", "last" | "past", ..] => (true, &tokens[3..]),
            ["in" | "within" | "during" | "sometime" | "at", "the", "last" | "past", ..] => (false, &tokens[3..]),
            _ => return None,
        };
        let amount = Amount::read(rest).or_else(|| {
            let one = [vec![Token::Word("a".to_owned())], rest.to_vec()].concat();
            Amount::read(&one)
        })?;
        let from = Period::Day(amount.day_from(self.said_on, -1)?);
        let to = self.days_off(0);
        Some(if lasting { Meaning::Lasted(from, to) } else { Meaning::Between(from, to) })
    }
}

/// The tokens without a time of day before or after them.
fn without_time(tokens: &[Token]) -> &[Token] {
    let is_time = |token: &Token| token.is(":") || token.is("at") || TIMES_OF_DAY.contains(&token.text());
    let mut rest = tokens;
    while let [shorter @ .., last] = rest
        && !shorter.is_empty()
        && is_time(last)
    {
        rest = shorter;
    }
    while let [first, shorter @ ..] = rest
        && !shorter.is_empty()
        && (is_time(first) || (first.is("on") && rest.len() < tokens.len()))
    {
        rest = shorter;
    }
    rest
}
