//! The grammar: tokens in, a [`Meaning`] out.

use chrono::{Datelike, Duration, Months, NaiveDate, Weekday};

use super::StatedDate;
use super::meaning::{A_WEEK, Closeness, HALF_A_YEAR, Meaning, THREE_MONTHS};
use super::period::Period;
use super::problem::DateProblem;
use super::words::{Token, month, small_number, tokens, weekday};

/// What words about a date were understood to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The date, with the words as typed.
    pub date: StatedDate,
    /// The same in plain words; reading these in again gives the same date.
    pub said_back: String,
    /// What does not fit together, where something does not. Nothing was mended.
    pub flag: Option<DateProblem>,
}

/// Reads words about a date as a person in the United Kingdom would write them (day before month).
///
/// `said_on` is the day that relative words ("18 months ago", "this year") are resolved against.
///
/// # Errors
/// A [`DateProblem`] that says what to write instead. Nothing is guessed.
pub fn understand(text: &str, said_on: NaiveDate) -> Result<Understood, DateProblem> {
    let tokens = tokens(text).ok_or(DateProblem::NotUnderstood)?;
    let mut reader = Reader { said_on, flag: None };
    let meaning = reader.meaning(&tokens)?;
    if let (Some(earliest), Some(latest)) = meaning.bounds()
        && latest < earliest
    {
        return Err(DateProblem::EndBeforeStart);
    }
    Ok(Understood {
        date: meaning.stated(text.trim(), Some(said_on)),
        said_back: meaning.said_back(),
        flag: reader.flag,
    })
}

/// The parts of a date as far as they were written.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    weekday: Option<Weekday>,
    day: Option<u32>,
    third: Option<Third>,
    month: Option<u32>,
    year: Option<i32>,
}

/// Early, mid or late in a month: days 1–10, 11–20, 21–end.
#[derive(Debug, Clone, Copy)]
enum Third {
    Early,
    Mid,
    Late,
}

struct Reader {
    said_on: NaiveDate,
    flag: Option<DateProblem>,
}

fn word(token: Option<&Token>) -> Option<&str> {
    match token {
        Some(Token::Word(word)) => Some(word),
        _ => None,
    }
}

fn is_word(token: &Token, words: &[&str]) -> bool {
    word(Some(token)).is_some_and(|found| words.contains(&found))
}

impl Reader {
    fn meaning(&mut self, tokens: &[Token]) -> Result<Meaning, DateProblem> {
        const FILLERS: [&str; 7] = ["sometime", "some", "time", "on", "in", "dated", "the"];
        let tokens: Vec<Token> = tokens.iter().filter(|token| !is_word(token, &["of", "the"])).cloned().collect();
        let on_or = matches!(&tokens[..], [on, or, ..] if is_word(on, &["on"]) && is_word(or, &["or"]));
        let fillers = tokens.iter().take_while(|token| is_word(token, &FILLERS)).count();
        let start = if on_or { 0 } else { fillers };
        let tokens = &tokens[start..];
        let text: Vec<&str> = tokens.iter().filter_map(|token| word(Some(token))).collect();
        if tokens.is_empty()
            || (text.len() == tokens.len()
                && matches!(
                    text[..],
                    ["undated" | "unknown"] | ["no", "date"] | ["not", "dated" | "known"] | ["date", "unknown"]
                ))
        {
            return Ok(Meaning::Undated);
        }
        let rest = &tokens[1..];
        match word(tokens.first()) {
            _ if text.starts_with(&["on", "or", "before"]) || text.starts_with(&["no", "later", "than"]) => {
                Ok(Meaning::By(self.period(&tokens[3..])?))
            }
            _ if text.starts_with(&["on", "or", "after"]) || text.starts_with(&["no", "earlier", "than"]) => {
                Ok(Meaning::From(self.period(&tokens[3..])?))
            }
            Some("before") => Ok(Meaning::Before(self.period(rest)?)),
            Some("after") => Ok(Meaning::After(self.period(rest)?)),
            Some("by") => Ok(Meaning::By(self.period(rest)?)),
            Some("since") => Ok(Meaning::Since(self.period(rest)?)),
            Some("between") => {
                let (from, to) = self.pair(rest, &["and"], false)?;
                Ok(Meaning::Between(from, to))
            }
            Some("from" | "lasted") => {
                let rest = if word(rest.first()) == Some("from") { &rest[1..] } else { rest };
                let (from, to) = self.pair(rest, &["to", "until", "till"], true)?;
                Ok(Meaning::Lasted(from, to))
            }
            Some("about" | "around" | "approximately" | "approx" | "roughly" | "circa" | "c") => self.about(rest),
            Some("maybe" | "perhaps" | "possibly") => Ok(Meaning::Point(self.period(rest)?, Closeness::Perhaps)),
            _ if tokens.iter().any(|token| is_word(token, &["or"])) => self.one_of(tokens),
            _ if tokens.contains(&Token::Dash) || tokens.iter().any(|token| is_word(token, &["to", "until"])) => {
                let (from, to) = self.pair(tokens, &["to", "until"], true)?;
                Ok(Meaning::Lasted(from, to))
            }
            _ => self.point(tokens),
        }
    }

    /// A plain point; a weekday that does not fit keeps both readings.
    fn point(&mut self, tokens: &[Token]) -> Result<Meaning, DateProblem> {
        let period = self.period(tokens)?;
        Ok(match &self.flag {
            Some(DateProblem::WeekdayDiffers { stated, other, .. }) => {
                let (stated, other) = (*stated, *other);
                Meaning::OneOf(vec![Period::Day(stated.min(other)), Period::Day(stated.max(other))])
            }
            _ => Meaning::point(period),
        })
    }

    fn about(&mut self, tokens: &[Token]) -> Result<Meaning, DateProblem> {
        let give = tokens.iter().position(|token| is_word(token, &["give"]));
        let (date, tolerance) = match give {
            Some(at) => match &tokens[at..] {
                [_, or, take, amount, unit] if is_word(or, &["or"]) && is_word(take, &["take"]) => {
                    (&tokens[..at], Some(tolerance(amount, unit)?))
                }
                _ => return Err(DateProblem::NotUnderstood),
            },
            None => (tokens, None),
        };
        let period = self.period(date)?;
        if let Period::Days(first, last) = period {
            // A run of days has no name that EDTF could qualify, so the room given goes into the bounds.
            let room = Duration::days(i64::from(tolerance.unwrap_or(A_WEEK)));
            return Ok(Meaning::Between(Period::Day(first - room), Period::Day(last + room)));
        }
        let days = tolerance.unwrap_or(match period {
            Period::Day(_) | Period::Days(..) => A_WEEK,
            Period::Month(_) => THREE_MONTHS,
            Period::Year(_) => HALF_A_YEAR,
        });
        Ok(Meaning::Point(period, Closeness::About(days)))
    }

    fn one_of(&mut self, tokens: &[Token]) -> Result<Meaning, DateProblem> {
        let parts: Vec<&[Token]> = tokens.split(|token| is_word(token, &["or"])).collect();
        let mut inherited = Parts::default();
        let mut periods = Vec::new();
        for part in parts.iter().rev() {
            let (parts, period) = self.read(part, inherited)?;
            inherited = Parts { weekday: None, day: None, third: None, ..parts };
            periods.push(period);
        }
        periods.sort_by_key(|period| period.first());
        periods.dedup();
        Ok(match periods[..] {
            [only] => Meaning::point(only),
            _ => Meaning::OneOf(periods),
        })
    }

    /// Two dates with a word or a dash between them; the first takes what it lacks from the second.
    fn pair(&mut self, tokens: &[Token], joints: &[&str], dash: bool) -> Result<(Period, Period), DateProblem> {
        let at = tokens
            .iter()
            .position(|token| is_word(token, joints) || (dash && *token == Token::Dash))
            .or_else(|| tokens.iter().position(|token| *token == Token::Dash))
            .ok_or(DateProblem::NotUnderstood)?;
        let (end_parts, end) = self.read(&tokens[at + 1..], Parts::default())?;
        let inherited = Parts { weekday: None, day: None, third: None, ..end_parts };
        let (_, start) = self.read(&tokens[..at], inherited)?;
        Ok((start, end))
    }

    fn period(&mut self, tokens: &[Token]) -> Result<Period, DateProblem> {
        self.read(tokens, Parts::default()).map(|(_, period)| period)
    }

    fn read(&mut self, tokens: &[Token], inherited: Parts) -> Result<(Parts, Period), DateProblem> {
        if let Some(period) = self.relative(tokens)? {
            let first = period.first();
            let parts = Parts { month: Some(first.month()), year: Some(first.year()), ..Parts::default() };
            return Ok((parts, period));
        }
        let mut parts = self.parts(tokens)?;
        if parts.month.is_none() && parts.day.is_some() {
            parts.month = inherited.month;
        }
        parts.year = parts.year.or(inherited.year);
        let period = self.complete(&parts)?;
        Ok((parts, period))
    }

    fn parts(&self, tokens: &[Token]) -> Result<Parts, DateProblem> {
        let mut parts = Parts::default();
        let mut rest = tokens;
        while let Some((first, after)) = rest.split_first() {
            let mut used = 1;
            match first {
                Token::Word(text) => {
                    if let Some(found) = weekday(text).filter(|_| parts.weekday.is_none()) {
                        parts.weekday = Some(found);
                    } else if let Some(found) = month(text).filter(|_| parts.month.is_none()) {
                        parts.month = Some(found);
                    } else if text == "this" && word(after.first()) == Some("year") {
                        parts.year = Some(self.said_on.year());
                        used = 2;
                    } else if let Some((third, words)) = third(rest) {
                        parts.third = Some(third);
                        used = words;
                    } else if matches!(text.as_str(), "spring" | "summer" | "autumn" | "winter") {
                        return Err(DateProblem::Season);
                    } else {
                        return Err(DateProblem::NotUnderstood);
                    }
                }
                Token::Number(n, 4) if parts.year.is_none() => parts.year = i32::try_from(*n).ok(),
                Token::Number(n, 1 | 2) if parts.day.is_none() => parts.day = Some(*n),
                Token::Number(_, 2) => return Err(DateProblem::ShortYear),
                Token::Joined(numbers) if parts.day.is_none() && parts.month.is_none() => {
                    joined(numbers, &mut parts)?;
                }
                _ => return Err(DateProblem::NotUnderstood),
            }
            rest = &rest[used..];
        }
        Ok(parts)
    }

    fn complete(&mut self, parts: &Parts) -> Result<Period, DateProblem> {
        match (parts.year, parts.month, parts.day) {
            (Some(year), Some(month), Some(day)) => {
                let period = Period::day(year, month, day).ok_or(DateProblem::NoSuchDay)?;
                self.check_weekday(period.first(), parts.weekday);
                Ok(period)
            }
            (Some(year), Some(month), None) if parts.weekday.is_none() => {
                let whole = Period::month(year, month).ok_or(DateProblem::NoSuchDay)?;
                Ok(parts.third.map_or(whole, |third| third.of(whole)))
            }
            (Some(year), None, None) if parts.weekday.is_none() && parts.third.is_none() => {
                Period::year(year).ok_or(DateProblem::NotUnderstood)
            }
            (None, Some(_), _) => Err(DateProblem::YearMissing),
            _ => Err(DateProblem::NotUnderstood),
        }
    }

    fn check_weekday(&mut self, stated: NaiveDate, weekday: Option<Weekday>) {
        if let Some(weekday) = weekday.filter(|weekday| stated.weekday() != *weekday) {
            let nearest = [-1, 1, -2, 2, -3, 3]
                .into_iter()
                .map(|days| stated + Duration::days(days))
                .find(|day| day.weekday() == weekday);
            if let Some(other) = nearest {
                self.flag =
                    Some(DateProblem::WeekdayDiffers { stated, weekday: other.format("%A").to_string(), other });
            }
        }
    }

    /// Words that only mean something on a given day: "yesterday", "18 months ago", "last year".
    fn relative(&self, tokens: &[Token]) -> Result<Option<Period>, DateProblem> {
        let said = self.said_on;
        let texts: Option<Vec<&str>> = tokens.iter().map(|token| word(Some(token))).collect();
        let month_of = |day: NaiveDate| Period::month(day.year(), day.month());
        if let Some(texts) = texts {
            let found = match texts[..] {
                ["today"] => Some(Period::Day(said)),
                ["yesterday"] => Some(Period::Day(said - Duration::days(1))),
                ["this", "month"] => month_of(said),
                ["last", "month"] => said.checked_sub_months(Months::new(1)).and_then(month_of),
                ["this", "year"] => Period::year(said.year()),
                ["last", "year"] => Period::year(said.year() - 1),
                ["last", "week"] => {
                    let monday = said.week(Weekday::Mon).first_day() - Duration::days(7);
                    Some(Period::Days(monday, monday + Duration::days(6)))
                }
                _ => None,
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        let [amount, unit, ago] = tokens else {
            return Ok(None);
        };
        if !is_word(ago, &["ago"]) {
            return Ok(None);
        }
        let amount = count(amount)?;
        let found = match word(Some(unit)) {
            Some("day" | "days") => said.checked_sub_signed(Duration::days(i64::from(amount))).map(Period::Day),
            Some("week" | "weeks") => said.checked_sub_signed(Duration::weeks(i64::from(amount))).map(Period::Day),
            Some("month" | "months") => said.checked_sub_months(Months::new(amount)).and_then(month_of),
            Some("year" | "years") => i32::try_from(amount).ok().and_then(|years| Period::year(said.year() - years)),
            _ => None,
        };
        found.map(Some).ok_or(DateProblem::NotUnderstood)
    }
}

impl Third {
    fn of(self, month: Period) -> Period {
        let first = month.first();
        match self {
            Self::Early => Period::Days(first, first + Duration::days(9)),
            Self::Mid => Period::Days(first + Duration::days(10), first + Duration::days(19)),
            Self::Late => Period::Days(first + Duration::days(20), month.last()),
        }
    }
}

fn third(tokens: &[Token]) -> Option<(Third, usize)> {
    match word(tokens.first())? {
        "early" | "beginning" | "start" => Some((Third::Early, 1)),
        "mid" | "middle" => Some((Third::Mid, 1)),
        "late" | "end" => Some((Third::Late, 1)),
        _ => None,
    }
}

/// Numbers joined by strokes, hyphens or points: year first as ISO 8601 has it, else day, month, year.
fn joined(numbers: &[(u32, usize)], parts: &mut Parts) -> Result<(), DateProblem> {
    match *numbers {
        [(year, 4), (month, _), (day, _)] | [(day, 1 | 2), (month, 1 | 2), (year, 4)] => {
            parts.year = i32::try_from(year).ok();
            parts.month = Some(month);
            parts.day = Some(day);
            Ok(())
        }
        [(year, 4), (month, 1 | 2)] | [(month, 1 | 2), (year, 4)] => {
            parts.year = i32::try_from(year).ok();
            parts.month = Some(month);
            Ok(())
        }
        [_, _, (_, 2)] => Err(DateProblem::ShortYear),
        _ => Err(DateProblem::NotUnderstood),
    }
}

fn count(token: &Token) -> Result<u32, DateProblem> {
    match token {
        Token::Number(n, 1..=3) => Ok(*n),
        Token::Word(text) => small_number(text).ok_or(DateProblem::NotUnderstood),
        _ => Err(DateProblem::NotUnderstood),
    }
}

fn tolerance(amount: &Token, unit: &Token) -> Result<u32, DateProblem> {
    let amount = count(amount)?;
    match word(Some(unit)) {
        Some("day" | "days") => Ok(amount),
        Some("week" | "weeks") => Ok(amount * 7),
        Some("month" | "months") if amount == 3 => Ok(THREE_MONTHS),
        Some("month" | "months") => Ok(amount * 31),
        Some("year" | "years") => Ok(amount * 366),
        _ => Err(DateProblem::NotUnderstood),
    }
}
