//! The jobs on many mails as the rest of the program calls them. A batch that fails is done again in halves until the mail that
//! made it fail is alone, so that a mail made to do harm costs itself and no other.

use serde_json::json;

use super::{BatchMail, MailHead, frames, whole};
use crate::worker::{Worker, WorkerError};

/// Words that must all be in a mail, in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailWords(Vec<String>);

impl MailWords {
    /// The words of a line that a person typed.
    #[must_use]
    pub fn of(line: &str) -> Self {
        Self(line.to_lowercase().split_whitespace().map(str::to_owned).collect())
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Worker {
    /// A line on each of these mails, in their order.
    ///
    /// # Errors
    /// [`WorkerError::Start`] and [`WorkerError::Input`]; never for what is in the mails.
    pub fn mail_heads(&self, mails: &[&[u8]], words: &MailWords) -> Result<Vec<MailHead>, WorkerError> {
        let params = json!({ "lengths": frames::lengths(mails), "words": words.0 });
        let answer = self.run_job("mail_heads", params, frames::Joined::new(mails));
        let heads = answer.and_then(|output| Ok(frames::understood::<Vec<MailHead>>(&output)?.0)).and_then(of(mails));
        match (heads.map_err(WorkerError::into_problem), mails) {
            (Ok(heads), _) => Ok(heads),
            (Err(Err(ours)), _) => Err(ours),
            (Err(Ok(problem)), [_]) => Ok(vec![MailHead { problem: Some(problem.sentence), ..MailHead::default() }]),
            (Err(Ok(_)), many) => in_halves(many, |half| self.mail_heads(half, words)),
        }
    }

    /// Everything in each of these mails, in their order.
    ///
    /// # Errors
    /// [`WorkerError::Start`] and [`WorkerError::Input`]; never for what is in the mails.
    pub fn mails(&self, mails: &[&[u8]]) -> Result<Vec<BatchMail>, WorkerError> {
        self.mails_read(mails, true)
    }

    fn mails_read(&self, mails: &[&[u8]], deep: bool) -> Result<Vec<BatchMail>, WorkerError> {
        let params = json!({ "lengths": frames::lengths(mails), "deep": deep });
        let answer = self.run_job("mails", params, frames::Joined::new(mails));
        match (answer.and_then(whole::received).and_then(of(mails)).map_err(WorkerError::into_problem), mails) {
            (Ok(read), _) => Ok(read),
            (Err(Err(ours)), _) => Err(ours),
            // It may be an attachment that defeats the reader: the mail itself is then read without looking into those.
            (Err(Ok(_)), [_]) if deep => self.mails_read(mails, false),
            (Err(Ok(problem)), [_]) => Ok(vec![BatchMail {
                reading: whole::bare().with_problem(problem),
                parts: Vec::new(),
                left_inside: Vec::new(),
            }]),
            (Err(Ok(_)), many) => in_halves(many, |half| self.mails_read(half, true)),
        }
    }
}

/// Refuses an answer that is not about as many mails as were asked about.
fn of<T>(mails: &[&[u8]]) -> impl Fn(Vec<T>) -> Result<Vec<T>, WorkerError> {
    let asked = mails.len();
    move |answer| if answer.len() == asked { Ok(answer) } else { Err(WorkerError::Nonsense) }
}

fn in_halves<T>(
    mails: &[&[u8]],
    each: impl Fn(&[&[u8]]) -> Result<Vec<T>, WorkerError>,
) -> Result<Vec<T>, WorkerError> {
    let (first, second) = mails.split_at(mails.len() / 2);
    let mut all = each(first)?;
    all.extend(each(second)?);
    Ok(all)
}
