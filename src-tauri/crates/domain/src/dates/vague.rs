//! Amounts of time that are no amount: "a few days ago", "over a year ago", "recently". They are asked about, with what they may have meant.

use super::amount::Amount;
use super::lexer::Token;
use super::meaning::Meaning;
use super::period::Period;
use super::problem::Question;
use super::reader::{Read, Reader, Trouble, texts};
use super::said::usual_tolerance;

/// Words that name no amount.
const NO_AMOUNT: [&str; 13] = [
    "few", "several", "some", "many", "recently", "lately", "ages", "while", "moons", "other", "dozen", "various",
    "long",
];

impl Reader<'_> {
    /// Asks where the words name an amount of time without a number.
    pub fn vague(&self, tokens: &[Token]) -> Read<()> {
        let words = texts(tokens);
        let choices = match words[..] {
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
