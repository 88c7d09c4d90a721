//! Mail: Internet messages (RFC 5322, MIME) and Outlook's `.msg`.

mod addresses;
mod body;
mod dates;
mod draft;
mod internet;
mod outlook;
mod page;
mod parts;

pub use dates::read_date;
pub use draft::{AttachmentDraft, HeaderLine, MailAddress, MailDraft, StatedTime};
pub(crate) use internet::{Opened, head_of, open as open_mail, read as read_mail};
pub(crate) use page::{BodyPart, Formatted, OwnPicture, formatted, saved};

use crate::{Problem, ProblemCode, Reading};

/// Fills a reading from a mail.
pub(crate) fn read(mut reading: Reading, bytes: &[u8]) -> Reading {
    if reading.media_type.as_str() == "application/mbox" {
        return reading.with_problem(Problem::new(
            ProblemCode::Mailbox,
            "This is a mailbox: a file of several mails. It was kept whole. Add it as a file of its own to have its mails taken out.",
        ));
    }
    let drafted = if outlook::is_outlook(bytes) {
        outlook::read(bytes)
    } else {
        internet::read(bytes, true).map(|draft| (draft, None))
    };
    match drafted {
        Ok((draft, problem)) => {
            reading.set_plain_text(&draft.text);
            reading.html.clone_from(&draft.html);
            reading.mail = Some(draft);
            reading.problem = problem;
            reading
        }
        Err(problem) => reading.with_problem(problem),
    }
}

/// Fills a reading from a web page that a browser saved as one file (MHTML, RFC 2557).
pub(crate) fn read_saved_page(mut reading: Reading, bytes: &[u8]) -> Reading {
    match internet::saved_page(bytes) {
        Ok((page, address)) => {
            reading = crate::markup::fill(reading, &page);
            reading.address = address.or(reading.address);
            reading
        }
        Err(problem) => reading.with_problem(problem),
    }
}

/// The bytes of one attachment, decoded, so that they can be kept as evidence of their own. `index` is
/// [`AttachmentDraft::index`]. A mail inside an Outlook message comes out as an Outlook message of its own.
///
/// # Errors
/// "Not there" where the mail has no such part, "damaged" where the mail cannot be read.
pub fn extract_part(bytes: &[u8], index: u32) -> Result<Vec<u8>, Problem> {
    if outlook::is_outlook(bytes) { outlook::extract(bytes, index) } else { internet::extract(bytes, index) }
}

fn no_such_part() -> Problem {
    Problem::new(ProblemCode::NotThere, "This mail has no such attachment.")
}
