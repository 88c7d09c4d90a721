//! The whole phrase: what stands before and after a date, and the date itself.

use super::amount::Amount;
use super::heads::{Head, head, says_none, tail};
use super::lexer::Token;
use super::meaning::{Closeness, Meaning};
use super::period::Period;
use super::portion::portion;
use super::problem::{DateProblem, Question};
use super::reader::{Assumption, Read, Reader, Trouble, texts};
use super::said::usual_tolerance;

impl Reader<'_> {
    /// What all the tokens mean.
    pub fn phrase(&mut self, tokens: &[Token]) -> Read<Meaning> {
        if says_none(&texts(tokens)) {
            return Ok(Meaning::Undated);
        }
        if let Some(found) = self.relative_stretch(tokens) {
            return Ok(found);
        }
        let tokens: Vec<Token> = tokens.iter().filter(|token| !token.is("of") && !token.is("the")).cloned().collect();
        self.vague(&tokens)?;
        if let Some(period) = self.part_of_a_running_one(&texts(&tokens))? {
            return Ok(Meaning::point(period));
        }
        if let Some(period) = self.relative(&tokens)? {
            return Ok(Meaning::point(period));
        }
        let tokens = past_skipped(&tokens);
        let words = texts(tokens);
        if says_none(&words) {
            return Ok(Meaning::Undated);
        }
        if let Some((last @ (Head::Perhaps | Head::Skip), used)) = tail(&words) {
            return self.headed(last, &tokens[..tokens.len() - used]);
        }
        if words.first() == Some(&"between")
            && words.contains(&"or")
            && let Some(found) = self.one_of(tokens)?
        {
            return Ok(found);
        }
        if let Some(found) = self.after_and_before(tokens)? {
            return Ok(found);
        }
        if let Some((first, used)) = head(&words) {
            return self.headed(first, &tokens[used..]);
        }
        if let Some(at) = words.iter().position(|word| *word == "give") {
            return self.about(tokens, Some(at));
        }
        if let Some((last, used)) = tail(&words) {
            return self.headed(last, &tokens[..tokens.len() - used]);
        }
        if words.iter().any(|word| JOINTS.contains(word)) {
            let (from, to) = self.pair(tokens, &JOINTS)?;
            // "Mid to late May" is one moment not better known, unlike "February to May".
            let parts = portion(&words).zip(words.get(2..).and_then(portion));
            return Ok(match parts.filter(|((_, used), _)| *used == 1 && JOINTS.contains(&words[1])) {
                Some(_) => Meaning::Between(from, to),
                None => Meaning::Lasted(from, to),
            });
        }
        match self.one_of(tokens)? {
            Some(found) => Ok(found),
            None => self.point(tokens),
        }
    }

    fn headed(&mut self, head: Head, rest: &[Token]) -> Read<Meaning> {
        if rest.is_empty() {
            return Err(Trouble::NotUnderstood);
        }
        Ok(match head {
            Head::Skip => return self.phrase(rest),
            // Until the very end there is time: its last day is still before it.
            Head::Before if rest[0].is("end") => Meaning::By(self.period(rest)?),
            Head::Before => Meaning::Before(self.either_way(rest)?),
            Head::After => Meaning::After(self.period(rest)?),
            Head::By => Meaning::By(self.either_way(before_tail(rest, Head::By))?),
            Head::From => Meaning::From(self.period(rest)?),
            Head::Since => Meaning::Since(self.period(before_tail(rest, Head::Since))?),
            Head::Until => Meaning::Until(self.either_way(rest)?),
            Head::Between => {
                let (from, to) = self.pair(rest, &["and", "to", "-", "until"])?;
                Meaning::Between(from, to)
            }
            // Hours of one day.
            Head::Lasted if rest[0].is(":") => return self.point(rest),
            Head::Lasted => {
                let words = texts(rest);
                match tail(&words).filter(|(last, _)| *last == Head::Since) {
                    Some((_, used)) => Meaning::Since(self.period(&rest[..rest.len() - used])?),
                    None if !words.iter().any(|word| JOINTS.contains(word)) => Meaning::Since(self.period(rest)?),
                    None => {
                        let (from, to) = self.pair(rest, &JOINTS)?;
                        Meaning::Lasted(from, to)
                    }
                }
            }
            Head::Throughout => {
                let period = self.period(rest)?;
                Meaning::Lasted(period, period)
            }
            Head::About => return self.about(rest, texts(rest).iter().position(|word| *word == "give")),
            Head::Perhaps => return self.perhaps(rest),
        })
    }

    /// "After 29 October but before 3 November": what lies between, without either.
    fn after_and_before(&mut self, tokens: &[Token]) -> Read<Option<Meaning>> {
        let words = texts(tokens);
        let other = match words.first() {
            Some(&"after") => "before",
            Some(&"before") => "after",
            _ => return Ok(None),
        };
        let Some(at) = words.windows(2).position(|two| matches!(two[0], "but" | "and") && two[1] == other) else {
            return Ok(None);
        };
        let (one, two) = (&tokens[1..at], &tokens[at + 2..]);
        let (from, to) = if other == "before" { (one, two) } else { (two, one) };
        let both = [from, &[Token::Word("and".to_owned())], to].concat();
        let (from, to) = self.pair(&both, &["and"])?;
        let days = from.last().succ_opt().zip(to.first().pred_opt()).filter(|(first, last)| first <= last);
        match days {
            Some((first, last)) if first == last => Ok(Some(Meaning::point(Period::Day(first)))),
            Some((first, last)) => Ok(Some(Meaning::Between(Period::Day(first), Period::Day(last)))),
            None => Err(Trouble::NotUnderstood),
        }
    }

    fn perhaps(&mut self, rest: &[Token]) -> Read<Meaning> {
        match self.phrase(rest)? {
            found if self.assumes(Assumption::Flatly) => Ok(found),
            Meaning::Point(period, Closeness::Plain | Closeness::Perhaps) if !matches!(period, Period::Days(..)) => {
                Ok(Meaning::Point(period, Closeness::Perhaps))
            }
            // "About" already says how unsure it is.
            found @ Meaning::Point(_, Closeness::About(_)) => Ok(found),
            _ => Err(Trouble::Open(Question::Unsure, vec![Assumption::Flatly])),
        }
    }

    /// "About", with the room that "give or take" names where it stands at that place.
    fn about(&mut self, tokens: &[Token], give: Option<usize>) -> Read<Meaning> {
        let (date, room) = match give {
            Some(at) => match &texts(&tokens[at..])[..] {
                [_, "or", "take", ..] => {
                    (&tokens[..at], Some(Amount::read(&tokens[at + 3..]).ok_or(Trouble::NotUnderstood)?))
                }
                _ => return Err(Trouble::NotUnderstood),
            },
            None => (tokens, None),
        };
        let date = past_skipped(date);
        let date = without(date, &[Head::About, Head::Perhaps]);
        if date.is_empty() {
            return Err(Trouble::NotUnderstood);
        }
        if let Some((Head::Between, used)) = head(&texts(date)) {
            let (from, to) = self.pair(&date[used..], &["and", "to", "-"])?;
            let period = Period::Days(from.first(), to.last());
            return Ok(Meaning::about(period, room.map_or(usual_tolerance(period), Amount::in_days)));
        }
        let joined = texts(date).iter().any(|word| JOINTS.contains(word) || matches!(*word, "or" | "/"));
        if joined || matches!(head(&texts(date)), Some((other, _)) if other != Head::Skip) {
            return match self.assumes(Assumption::Flatly) {
                true => self.phrase(date),
                false => Err(Trouble::Open(Question::Unsure, vec![Assumption::Flatly])),
            };
        }
        let period = self.period(past_skipped(date))?;
        Ok(Meaning::about(period, room.map_or(usual_tolerance(period), Amount::in_days)))
    }

    /// A plain point; a weekday that does not fit keeps both readings.
    fn point(&mut self, tokens: &[Token]) -> Read<Meaning> {
        match self.period(tokens) {
            Ok(period) => Ok(Meaning::point(period)),
            Err(Trouble::Weekday { stated, weekday: _, other }) => {
                let weekday = other.format("%A").to_string();
                self.flag = Some(DateProblem::WeekdayDiffers { stated, weekday, other });
                Ok(Meaning::OneOf(vec![Period::Day(stated.min(other)), Period::Day(stated.max(other))]))
            }
            Err(trouble) => Err(trouble),
        }
    }

    /// One period from all the tokens; "about" and "perhaps" have no place here.
    pub fn period(&mut self, tokens: &[Token]) -> Read<Period> {
        let mut tokens = tokens;
        while let Some((first @ (Head::Skip | Head::About | Head::Perhaps), used)) = head(&texts(tokens)) {
            if first != Head::Skip && !self.assumes(Assumption::Flatly) {
                return Err(Trouble::Open(Question::Unsure, vec![Assumption::Flatly]));
            }
            if let Some(period) = self.relative(tokens)? {
                return Ok(period);
            }
            tokens = &tokens[used..];
        }
        if let Some(period) = self.relative(tokens)? {
            return Ok(period);
        }
        let parts = self.parts(tokens)?;
        self.complete(&parts)
    }
}

/// Words and signs that join a beginning and an end.
const JOINTS: [&str; 8] = ["to", "until", "till", "til", "through", "thru", "thro", "-"];

/// The tokens without the words before a date that change nothing.
fn past_skipped(tokens: &[Token]) -> &[Token] {
    without(tokens, &[Head::Skip])
}

/// The tokens without words after the date that say the same as those before it.
fn before_tail(tokens: &[Token], said: Head) -> &[Token] {
    match tail(&texts(tokens)) {
        Some((found, used)) if found == said => &tokens[..tokens.len() - used],
        _ => tokens,
    }
}

/// The tokens without words of these kinds before them.
fn without<'t>(tokens: &'t [Token], heads: &[Head]) -> &'t [Token] {
    let mut rest = tokens;
    while let Some((found, used)) = head(&texts(rest)) {
        if !heads.contains(&found) {
            break;
        }
        rest = &rest[used..];
    }
    rest
}
