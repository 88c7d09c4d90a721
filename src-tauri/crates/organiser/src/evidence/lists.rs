//! What lists of evidence say of an item besides its own fields, asked for all items at once.

use recourse_domain::RecordId;
use recourse_domain::records::{Entry, Evidence};

use super::file;
use super::guess::Filing;
use crate::Result;
use crate::records;
use crate::session::{Session, Unlocked};

/// An evidence item as a list shows it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The item.
    pub item: Entry<Evidence>,
    /// How many files it has.
    pub files: u32,
    /// Why a file of it could not be read.
    pub problem: Option<String>,
    /// What it seems to be, while it waits.
    pub guess: Option<Filing>,
}

/// The evidence of a claim that waits in the inbox, or that does not: by date, undated last. A guess that is not known yet is made from the item's words
/// and kept, so that the next list need not read them.
///
/// # Errors
/// What the records said.
pub fn listed(session: &Session<Unlocked>, claim: RecordId, waiting: bool) -> Result<Vec<Listed>> {
    let mut items = records::list::<Evidence>(session, claim)?;
    items.retain(|item| item.body.waiting == waiting);
    let (mut files, known) = session.read(|records| Ok((records.files_in_lists()?, records.guesses()?)))?;
    let bears = super::known(session, claim)?;
    let (mut found, mut new) = (Vec::with_capacity(items.len()), Vec::new());
    for item in items {
        let guess = match known.get(&item.id).and_then(|word| Filing::from_code(word)) {
            _ if !waiting => None,
            Some(guess) => Some(guess),
            None => {
                let guess = file::guess_from_record(session, &bears, &item)?.filing;
                new.push((item.id, guess));
                Some(guess)
            }
        };
        let of = files.remove(&item.id).unwrap_or_default();
        found.push(Listed { item, files: of.count, problem: of.problem, guess });
    }
    if !new.is_empty() && !session.is_for_reading() {
        session.write("keep guesses", |records| {
            new.iter().try_for_each(|(id, guess)| Ok(records.set_guess(*id, guess.code())?))
        })?;
    }
    Ok(found)
}
