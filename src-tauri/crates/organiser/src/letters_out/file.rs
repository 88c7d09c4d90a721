//! A letter as a file.

use recourse_bundle::letter::{self, Letter, LetterError, MailMarks};
use recourse_bundle::names;
use recourse_domain::RecordId;
use recourse_domain::records::Correspondence;

use super::Form;
use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// Most words in the name of a file.
const LONGEST_NAME: usize = 8;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A Word file.
    Docx,
    /// A PDF.
    Pdf,
    /// A mail that is not sent yet.
    Eml,
    /// The words alone.
    Txt,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Docx, Self::Pdf, Self::Eml, Self::Txt];

    /// Its word, which is also the ending of its files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Eml => "eml",
            Self::Txt => "txt",
        }
    }

    /// The format with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }
}

/// A name for the file, from the letter's heading.
pub fn file_name(form: &Form, format: Format) -> String {
    let words: Vec<String> = form
        .subject
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .take(LONGEST_NAME)
        .collect();
    let name = if words.is_empty() { "letter".to_owned() } else { words.join("-") };
    names::safe(&format!("{name}.{}", format.code()))
}

/// Makes the file's bytes. It carries today's date.
///
/// # Errors
/// A letter without words, characters that a PDF cannot show, or what the records said.
pub fn file(session: &Session<Unlocked>, form: &Form, format: Format) -> Result<Vec<u8>> {
    if form.text.trim().is_empty() {
        return Err(Error::Field { field: "text", message: "There are no words in this letter yet.".to_owned() });
    }
    let letter = Letter {
        from: form.from.clone(),
        to: form.to.clone(),
        email: form.email.clone(),
        date: session.today(),
        subject: form.subject.clone(),
        text: form.text.clone(),
        mail: MailMarks {
            at: session.now(),
            // A name of its own in a domain that cannot exist (RFC 2606, section 2): it says nothing of this computer.
            message_id: format!("{}@recourse.invalid", session.new_record_id()?),
            follows: follows(session, form.letter)?,
        },
    };
    let made = match format {
        Format::Docx => letter::docx(&letter),
        Format::Pdf => letter::pdf(&letter),
        Format::Eml => letter::eml(&letter),
        Format::Txt => Ok(format!("{}\n", form.text.trim_end()).into_bytes()),
    };
    made.map_err(|error| match error {
        LetterError::Unshown(_) => Error::Field { field: "text", message: format!("{error}.") },
        LetterError::NotSet(_) => Error::Write { what: "The letter", source: std::io::Error::other(error) },
    })
}

/// The `Message-ID` of the mail that a letter asks again about.
pub(super) fn follows(session: &Session<Unlocked>, letter: Option<RecordId>) -> Result<Option<String>> {
    Ok(match letter {
        Some(letter) => records::get::<Correspondence>(session, letter)?.body.message_id,
        None => None,
    })
}
