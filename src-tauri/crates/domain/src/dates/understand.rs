//! Words in, a date out, or a question.

use chrono::{Datelike, NaiveDate};

use super::StatedDate;
use super::lexer::{Token, tokens};
use super::meaning::Meaning;
use super::problem::{DateProblem, Question};
use super::reader::{Assumption, Read, Reader, Trouble};
use super::spelling::corrected;
use super::text::plain;

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

/// The longest text that can be a date, in bytes.
const LONGEST: usize = 300;
/// The most choices that are offered with a question.
const MOST_CHOICES: usize = 4;

/// Reads words about a date as a person in the United Kingdom would write them (day before month).
///
/// `said_on` is the day that relative words ("18 months ago", "this year") are resolved against.
///
/// # Errors
/// A [`DateProblem`] that says what to write instead, with what may have been meant where that can be told. Nothing is guessed.
pub fn understand(text: &str, said_on: NaiveDate) -> Result<Understood, DateProblem> {
    if text.len() > LONGEST || !(1001..9999).contains(&said_on.year()) {
        return Err(DateProblem::NotUnderstood);
    }
    let found = |meaning: &Meaning, flag| Understood {
        date: meaning.stated(text.trim(), Some(said_on)),
        said_back: meaning.said_back(),
        flag,
    };
    if let Some(meaning) = pasted(text.trim()) {
        return Ok(found(&meaning, None));
    }
    let tokens = tokens(&plain(text)).ok_or(DateProblem::NotUnderstood)?;
    match read(&tokens, said_on, &[]) {
        Ok((meaning, flag)) => Ok(found(&meaning, flag)),
        Err(trouble) => Err(problem(&tokens, said_on, trouble)),
    }
}

/// A date pasted in EDTF, if it says more than a plain date does.
fn pasted(text: &str) -> Option<Meaning> {
    let meaning = text.contains(['[', '/', '~', '?']).then(|| Meaning::from_edtf(text, None)).flatten()?;
    (meaning.edtf().as_deref() == Some(text) && in_four_figures(&meaning)).then_some(meaning)
}

/// Whether its bounds are in order and have years of four figures, as EDTF wants.
fn in_four_figures(meaning: &Meaning) -> bool {
    let (earliest, latest) = meaning.bounds();
    let ordered = earliest.zip(latest).is_none_or(|(earliest, latest)| earliest <= latest);
    ordered && [earliest, latest].iter().flatten().all(|day| (1000..=9999).contains(&day.year()))
}

fn read(tokens: &[Token], said_on: NaiveDate, assumed: &[Assumption]) -> Read<(Meaning, Option<DateProblem>)> {
    let mut reader = Reader::new(said_on, assumed);
    let meaning = reader.phrase(tokens)?;
    match in_four_figures(&meaning) {
        true => Ok((meaning, reader.flag)),
        false => Err(Trouble::NotUnderstood),
    }
}

fn problem(tokens: &[Token], said_on: NaiveDate, trouble: Trouble) -> DateProblem {
    let (what, choices) = match &trouble {
        Trouble::NotUnderstood => (None, Vec::new()),
        Trouble::Open(what, _) | Trouble::Offered(what, _) => (Some(*what), choices(tokens, said_on, trouble)),
        Trouble::Weekday { .. } => (Some(Question::Weekday), choices(tokens, said_on, trouble)),
    };
    if choices.is_empty()
        && let Some(right) = corrected(tokens)
    {
        let choices = Asking { tokens: &right, said_on }.settled(&[], true);
        if !choices.is_empty() {
            return DateProblem::Asked { what: Question::Spelling, choices };
        }
    }
    what.map_or(DateProblem::NotUnderstood, |what| DateProblem::Asked { what, choices })
}

fn choices(tokens: &[Token], said_on: NaiveDate, trouble: Trouble) -> Vec<String> {
    Asking { tokens, said_on }.ways_out(trouble, &[])
}

/// Reading the same words again with something assumed, to offer what comes of it.
struct Asking<'a> {
    tokens: &'a [Token],
    said_on: NaiveDate,
}

impl Asking<'_> {
    /// What the words would mean in each way that settles what is open.
    fn ways_out(&self, trouble: Trouble, assumed: &[Assumption]) -> Vec<String> {
        let (ways, past_only, most) = match trouble {
            Trouble::Offered(_, choices) => return choices,
            Trouble::NotUnderstood => return Vec::new(),
            Trouble::Open(Question::Year, _) => (self.years(), true, 2),
            Trouble::Open(Question::Month, ways) => (ways, true, 2),
            Trouble::Open(_, ways) => (ways, false, MOST_CHOICES),
            Trouble::Weekday { .. } => {
                (vec![Assumption::DateAsWritten, Assumption::DateByWeekday], false, MOST_CHOICES)
            }
        };
        let mut choices: Vec<String> = Vec::new();
        for way in ways {
            let with = [assumed, &[way]].concat();
            for choice in self.settled(&with, !past_only) {
                if choices.len() < most && !choices.contains(&choice) {
                    choices.push(choice);
                }
            }
        }
        choices
    }

    /// The years that a date without one may be of: the present one and those before it, the nearest first.
    fn years(&self) -> Vec<Assumption> {
        let this = self.said_on.year();
        let mut ways = vec![Assumption::DayIsYear];
        ways.extend((this - 12..=this).rev().map(Assumption::Year));
        ways
    }

    /// What the words mean with this assumed, said back; further questions are followed a little way. Readings that lie ahead or do not fit
    /// are left out where asked.
    fn settled(&self, assumed: &[Assumption], ahead_too: bool) -> Vec<String> {
        match read(self.tokens, self.said_on, assumed) {
            Ok((meaning, flag)) => {
                let behind = meaning.bounds().0.is_none_or(|earliest| earliest <= self.said_on)
                    && meaning.bounds().1.is_none_or(|latest| meaning.bounds().0.is_some() || latest <= self.said_on);
                let fits = ahead_too || (behind && flag.is_none());
                if fits { vec![meaning.said_back()] } else { Vec::new() }
            }
            Err(trouble @ (Trouble::Open(..) | Trouble::Weekday { .. })) if assumed.len() < 3 => {
                let repeats =
                    matches!(&trouble, Trouble::Open(_, ways) if ways.iter().any(|way| assumed.contains(way)));
                if repeats { Vec::new() } else { self.ways_out(trouble, assumed) }
            }
            Err(_) => Vec::new(),
        }
    }
}
