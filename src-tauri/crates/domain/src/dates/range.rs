//! Two dates with something between them, and several with "or" between them. Each takes what it lacks from the other.

use chrono::Datelike;

use super::heads::{Head, head};
use super::lexer::Token;
use super::meaning::Meaning;
use super::parts::Parts;
use super::period::Period;
use super::problem::Question;
use super::reader::{Assumption, Read, Reader, Trouble, texts};
use super::weekday::is_weekday;
use super::words::month;

/// One of several dates before what it lacks is filled in.
#[derive(Debug, Clone, Copy)]
enum Side {
    Known(Period),
    Written(Parts),
}

impl Side {
    fn year(&self) -> Option<i32> {
        match self {
            Self::Known(period) => Some(period.first().year()),
            Self::Written(parts) => parts.year,
        }
    }

    fn month(&self) -> Option<u32> {
        match self {
            Self::Known(_) => None,
            Self::Written(parts) => parts.month,
        }
    }

    /// Fills in the month of a bare day, and the year, from another date of the same phrase.
    fn take_from(&mut self, other: &Self) {
        if let Self::Written(parts) = self {
            if parts.day.is_some() || parts.portion.is_some() {
                parts.month = parts.month.or(other.month());
            }
            let in_four = other.year();
            if let (Some(two), Some(four)) = (parts.short_year, in_four) {
                // 3/11/21 – 5/11/2021: the other date says which century.
                let same = u32::try_from(four.rem_euclid(100)).is_ok_and(|end| end == two);
                parts.short_year = parts.short_year.filter(|_| !same);
                parts.year = parts.year.or(Some(four).filter(|_| same));
            } else if parts.short_year.is_none() && parts.two_years.is_none() {
                parts.year = parts.year.or(in_four);
                if let (None, Self::Written(Parts { short_year: Some(two), .. })) = (in_four, other) {
                    parts.short_year = Some(*two).filter(|_| parts.year.is_none());
                }
            }
        }
    }
}

impl Reader<'_> {
    fn side(&mut self, tokens: &[Token]) -> Read<Side> {
        if tokens.is_empty() {
            return Err(Trouble::NotUnderstood);
        }
        let tokens = self.plain_side(tokens)?;
        if let Some(period) = self.relative(tokens)? {
            return Ok(Side::Known(period));
        }
        self.parts(tokens).map(Side::Written)
    }

    /// One side without the words before it; "about" has no place there.
    fn plain_side<'t>(&self, tokens: &'t [Token]) -> Read<&'t [Token]> {
        let mut rest = tokens;
        while let Some((found, used)) = head(&texts(rest)) {
            match found {
                Head::Skip => {}
                Head::About | Head::Perhaps if self.assumes(Assumption::Flatly) => {}
                Head::About | Head::Perhaps => return Err(Trouble::Open(Question::Unsure, vec![Assumption::Flatly])),
                _ => break,
            }
            rest = &rest[used..];
        }
        Ok(rest)
    }

    fn finish(&mut self, side: Side) -> Read<Period> {
        match side {
            Side::Known(period) => Ok(period),
            Side::Written(parts) => self.complete(&parts),
        }
    }

    /// Two dates with one of the joints between them.
    pub fn pair(&mut self, tokens: &[Token], joints: &[&str]) -> Read<(Period, Period)> {
        let words = texts(tokens);
        let at = joints
            .iter()
            .find_map(|joint| words.iter().position(|word| word == joint))
            .ok_or(Trouble::NotUnderstood)?;
        let rest = &tokens[at + 1..];
        // "from 3 Nov up to 5 Nov"
        let (left, right) = (&tokens[..at], if rest.first().is_some_and(|t| t.is("to")) { &rest[1..] } else { rest });
        let left = match left {
            [shorter @ .., last] if last.is("up") || last.is("right") => shorter,
            all => all,
        };
        all_or_no_lone_weekdays(&[left, right])?;
        let (mut start, mut end) = (self.side(left)?, self.side(right)?);
        let (first, second) = (start, end);
        start.take_from(&second);
        end.take_from(&first);
        if self.assumes(Assumption::EarlierStart)
            && let Side::Written(parts) = &mut start
        {
            parts.year = parts.year.map(|year| year - 1);
        }
        let (from, to) = (self.finish(start)?, self.finish(end)?);
        if self.assumes(Assumption::Swapped) {
            return Ok((to, from));
        }
        if to.last() < from.first() {
            return Err(Trouble::Open(Question::EndBeforeStart, vec![Assumption::EarlierStart, Assumption::Swapped]));
        }
        Ok((from, to))
    }

    /// One of several dates; none where there is only one.
    pub fn one_of(&mut self, tokens: &[Token]) -> Read<Option<Meaning>> {
        let has_month = tokens.iter().any(|token| matches!(token, Token::Word(word) if month(word).is_some()));
        let between_words = |at: usize| {
            let word = |token: Option<&Token>| matches!(token, Some(Token::Word(_)));
            word(at.checked_sub(1).and_then(|at| tokens.get(at))) && word(tokens.get(at + 1))
        };
        let between_days = |at: usize| {
            let day = |token: Option<&Token>| token.is_some_and(is_day);
            day(at.checked_sub(1).and_then(|at| tokens.get(at))) && day(tokens.get(at + 1)) && has_month
        };
        let after_a_year = |at: usize| {
            let year = matches!(at.checked_sub(1).and_then(|at| tokens.get(at)), Some(Token::Number(_, 4)));
            year && matches!(tokens.get(at + 2), Some(Token::Word(word)) if month(word).is_some())
        };
        let lists = tokens.iter().any(|token| token.is("or"));
        let mut ands = false;
        let mut sides = vec![Vec::new()];
        for (at, token) in tokens.iter().enumerate() {
            let joins = match token.text() {
                "or" => true,
                "and" if sides.last().is_some_and(|side: &Vec<Token>| inside_between(side)) => false,
                "and" => {
                    ands = true;
                    true
                }
                "/" => between_words(at) || between_days(at) || after_a_year(at),
                _ => false,
            };
            // "3, 4 or 5 November": the comma is an "or" too.
            if lists && is_day(token) && at > 0 && is_day(&tokens[at - 1]) {
                sides.push(Vec::new());
            }
            match sides.last_mut().filter(|_| !joins) {
                Some(side) => side.push(token.clone()),
                None => sides.push(Vec::new()),
            }
        }
        if sides.len() < 2 {
            return Ok(None);
        }
        if ands && sides.len() == 2 && self.assumes(Assumption::AndIsTo) {
            let (from, to) = self.pair(tokens, &["and"])?;
            return Ok(Some(Meaning::Lasted(from, to)));
        }
        if ands && !self.assumes(Assumption::AndIsOr) {
            return Err(Trouble::Open(Question::TwoDates, vec![Assumption::AndIsTo, Assumption::AndIsOr]));
        }
        all_or_no_lone_weekdays(&sides)?;
        let found: Read<Vec<Side>> = sides.iter().map(|side| self.alternative(side)).collect();
        let mut found = found?;
        for at in (0..found.len()).rev() {
            if let Some(next) = found.get(at + 1).copied() {
                found[at].take_from(&next);
            }
        }
        for at in 1..found.len() {
            let before = found[at - 1];
            found[at].take_from(&before);
        }
        let periods: Read<Vec<Period>> = found.into_iter().map(|side| self.finish(side)).collect();
        let mut periods = periods?;
        periods.sort_by_key(|period| (period.first(), period.last()));
        periods.dedup();
        Ok(Some(match periods[..] {
            [only] => Meaning::point(only),
            _ => Meaning::OneOf(periods),
        }))
    }

    /// One of several may itself be a run of days, "between 1 and 10 May 2020".
    fn alternative(&mut self, tokens: &[Token]) -> Read<Side> {
        match tokens {
            [between, rest @ ..] if between.is("between") => {
                let (from, to) = self.pair(rest, &["and"])?;
                Ok(Side::Known(Period::Days(from.first(), to.last())))
            }
            _ => self.side(tokens),
        }
    }
}

/// "Tuesday or Wednesday last week": what the first takes from the second cannot be told, so it is not understood.
fn all_or_no_lone_weekdays<T: AsRef<[Token]>>(sides: &[T]) -> Read<()> {
    let lone = sides.iter().filter(|side| matches!(side.as_ref(), [only] if is_weekday(only))).count();
    if lone == 0 || lone == sides.len() { Ok(()) } else { Err(Trouble::NotUnderstood) }
}

fn is_day(token: &Token) -> bool {
    matches!(token, Token::Number(_, 1 | 2) | Token::Ordinal(_))
}

/// Whether the "and" that comes next belongs to a "between" that stands first.
fn inside_between(side: &[Token]) -> bool {
    side.first().is_some_and(|first| first.is("between")) && !side.iter().any(|token| token.is("and"))
}
