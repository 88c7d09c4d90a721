//! Amounts of time that are no amount: "a few days ago", "over a year ago", "recently". They are asked about, with what they may have meant.

use super::amount::Amount;
use super::lexer::Token;
use super::meaning::Meaning;
use super::period::Period;
use super::portion::portion;
use super::problem::Question;
use super::reader::{Read, Reader, Trouble, texts};
use super::said::usual_tolerance;

/// Words that name no amount.
const NO_AMOUNT: [&str; 13] = [
    "few", "several", "some", "many", "recently", "lately", "ages", "while", "moons", "other", "dozen", "various",
    "long",
];

/// Words that name no distance from a date.
const NO_DISTANCE: [&str; 8] = ["shortly", "soon", "just", "immediately", "few", "couple", "several", "long"];

impl Reader<'_> {
    /// Asks where the words name an amount of time without a number.
    pub fn vague(&mut self, tokens: &[Token]) -> Read<()> {
        let words = texts(tokens);
        if let Some(at) = words.iter().position(|word| matches!(*word, "after" | "before"))
            && words[..at].iter().any(|word| NO_DISTANCE.contains(word))
            && words[..at].iter().all(|word| !matches!(*word, "between" | "from"))
        {
            let period = self.period(&tokens[at + 1..])?;
            let meaning = if words[at] == "after" { Meaning::After(period) } else { Meaning::Before(period) };
            return Err(Trouble::Offered(Question::Vague, vec![meaning.said_back()]));
        }
        if words.contains(&"midnight") {
            let kept = tokens.iter().filter(|token| !["midnight", "at"].contains(&token.text()));
            let kept: Vec<Token> = kept.cloned().collect();
            let Period::Day(day) = self.period(&kept)? else { return Err(Trouble::NotUnderstood) };
            let days = [Some(day), day.succ_opt()].into_iter().flatten();
            let choices = days.map(|day| Meaning::point(Period::Day(day)).said_back()).collect();
            return Err(Trouble::Offered(Question::WhichDay, choices));
        }
        if words.first() == Some(&"within")
            && let Some((used, amount)) = (3..=tokens.len().min(5))
                .rev()
                .find_map(|end| Amount::read(&tokens[1..end]).map(|amount| (end, amount)))
            && tokens.len() > used
        {
            return self.within(amount, &tokens[used..]);
        }
        let choices = match words[..] {
            ["a" | "an", _, "or", _, "ago"] if words[3] != "so" => self.two_counts(&tokens[0], &tokens[3], &tokens[1]),
            [.., "or", "so", "ago"] => {
                let plainly = [&tokens[..tokens.len() - 3], &tokens[tokens.len() - 1..]].concat();
                self.near(past_about(&plainly))
            }
            ["well", "over", .., "ago"] => self.more_than(&tokens[2..]),
            [.., "hour" | "hours" | "hrs" | "minute" | "minutes" | "mins", "ago"] if self.ago(tokens).is_none() => {
                said(Some(Meaning::point(self.days_off(0))))
            }
            ["a", "couple", unit, "ago"] | ["couple", unit, "ago"] => self.two_of(unit),
            ["over" | "after", ..] if words.ends_with(&["ago"]) => self.more_than(&tokens[1..]),
            ["more" | "longer", "than", .., "ago"] => self.more_than(&tokens[2..]),
            ["at", "least", .., "ago"] => self.more_than(&tokens[2..]),
            ["under" | "within", .., "ago"] => self.less_than(&tokens[1..]),
            ["less", "than", .., "ago"] => self.less_than(&tokens[2..]),
            ["up", "to", .., "ago"] => self.less_than(&tokens[2..]),
            ["nearly" | "almost", .., "ago"] => self.near(&tokens[1..]),
            ["just", "over" | "under", .., "ago"] => self.near(&tokens[2..]),
            [_, "or" | "to" | "-", _, _, "ago"] => self.two_counts(&tokens[0], &tokens[2], &tokens[3]),
            [.., "recently" | "lately"] | ["ages", "ago"] | ["other", "day" | "week" | "month"] => Vec::new(),
            ["years" | "months" | "weeks" | "days", "ago"] => Vec::new(),
            [.., "ago"] if words.iter().any(|word| NO_AMOUNT.contains(word)) => Vec::new(),
            _ if words.contains(&"couple") => Vec::new(),
            _ => return Ok(()),
        };
        Err(Trouble::Offered(Question::Vague, choices))
    }

    /// "Within a week of 3 November": after it, or on either side.
    fn within(&mut self, amount: Amount, rest: &[Token]) -> Read<()> {
        let Period::Day(day) = self.period(rest)? else { return Err(Trouble::NotUnderstood) };
        let ends = amount.day_from(day, -1).zip(amount.day_from(day, 1)).ok_or(Trouble::NotUnderstood)?;
        let between = |from| Meaning::Between(Period::Day(from), Period::Day(ends.1)).said_back();
        Err(Trouble::Offered(Question::WhichDay, vec![between(day), between(ends.0)]))
    }

    /// "The end of the month", "early last week": a part of something that runs on, whose name is not given.
    pub fn part_of_a_running_one(&self, words: &[&str]) -> Read<Option<Period>> {
        let Some((part, used)) = portion(words) else { return Ok(None) };
        match &words[used..] {
            [unit @ ("month" | "year")] => {
                let back = i32::try_from(self.nearer_of(false)?).map_err(|_| Trouble::NotUnderstood)?;
                let whole = self.unit(unit, -back).and_then(|whole| part.of(whole));
                whole.map(Some).ok_or(Trouble::NotUnderstood)
            }
            [which @ ("this" | "last"), "week"] => {
                let whole = self.unit("week", if *which == "last" { -1 } else { 0 });
                Err(Trouble::Offered(Question::WhichDay, said(whole.map(Meaning::point))))
            }
            _ => Ok(None),
        }
    }

    fn two_of(&self, unit: &str) -> Vec<String> {
        let amount = Amount::read(&[Token::Number(2, 1), Token::Word(unit.to_owned())]);
        said(amount.and_then(|amount| amount.from(self.said_on, -1)).map(Meaning::point))
    }

    fn ago(&self, tokens: &[Token]) -> Option<Amount> {
        Amount::read(tokens.get(..tokens.len().checked_sub(1)?)?)
    }

    /// "2 or 3 weeks ago": from the longer to the shorter.
    fn two_counts(&self, less: &Token, more: &Token, unit: &Token) -> Vec<String> {
        let ago = |count: &Token| {
            Amount::read(&[count.clone(), unit.clone()]).and_then(|amount| amount.from(self.said_on, -1))
        };
        let between = ago(more).zip(ago(less)).filter(|(from, to)| from.first() < to.first());
        said(between.map(|(from, to)| Meaning::Between(from, to)))
    }

    fn more_than(&self, tokens: &[Token]) -> Vec<String> {
        let day = self.ago(tokens).and_then(|amount| amount.day_from(self.said_on, -1));
        said(day.map(|day| Meaning::Before(Period::Day(day))))
    }

    fn less_than(&self, tokens: &[Token]) -> Vec<String> {
        let day = self.ago(tokens).and_then(|amount| amount.day_from(self.said_on, -1));
        said(day.map(|day| Meaning::Between(Period::Day(day), self.days_off(0))))
    }

    fn near(&self, tokens: &[Token]) -> Vec<String> {
        let period = self.ago(tokens).and_then(|amount| amount.from(self.said_on, -1));
        said(period.map(|period| Meaning::about(period, usual_tolerance(period))))
    }
}

fn said(meaning: Option<Meaning>) -> Vec<String> {
    meaning.iter().map(Meaning::said_back).collect()
}

/// The tokens without an "about" that "or so" says too.
fn past_about(tokens: &[Token]) -> &[Token] {
    match tokens {
        [first, rest @ ..] if ["about", "around", "maybe"].contains(&first.text()) => rest,
        all => all,
    }
}
