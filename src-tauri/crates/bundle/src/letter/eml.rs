//! The letter as a mail that is not sent yet: mail programs open it as a draft.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::date::Date;
use mail_builder::headers::raw::Raw;

use super::{Letter, LetterError, lines, one_line};

/// Makes the mail. `X-Unsent: 1` is the word by which mail programs know a draft.
///
/// # Errors
/// What the packing said.
pub fn eml(letter: &Letter) -> Result<Vec<u8>, LetterError> {
    let mut mail = MessageBuilder::new().header("X-Unsent", Raw::new("1"));
    let name = lines(&letter.from).first().map(|line| one_line(line)).unwrap_or_default();
    if let Some(from) = addresses(&letter.from).first() {
        let name = Some(name).filter(|name| !name.is_empty() && !name.contains('@'));
        mail = mail.from(Address::new_address(name, from.clone()));
    }
    let to: Vec<Address<'_>> =
        addresses(&letter.email).into_iter().map(|address| Address::new_address(None::<String>, address)).collect();
    if !to.is_empty() {
        mail = mail.to(Address::new_list(to));
    }
    if let Some(follows) = letter.mail.follows.as_deref().filter(|id| is_plain(id)) {
        mail = mail.in_reply_to(follows.to_owned()).references(follows.to_owned());
    }
    mail.subject(one_line(&letter.subject))
        .date(Date::new(letter.mail.at.timestamp()))
        .message_id(letter.mail.message_id.clone())
        .text_body(letter.text.trim_end().to_owned() + "\n")
        .write_to_vec()
        .map_err(|error| LetterError::NotSet(error.to_string()))
}

/// The e-mail addresses that stand in some words, each once, in their order.
pub fn addresses(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '[' | ']' | '"');
    for word in text.split(between) {
        let word = word.trim_matches(|c: char| matches!(c, '.' | ':' | '\''));
        let is_one = is_plain(word)
            && word.split_once('@').is_some_and(|(local, domain)| {
                !local.is_empty() && domain.contains('.') && !domain.contains('@') && !domain.ends_with('.')
            });
        if is_one && !found.iter().any(|known| known == word) {
            found.push(word.to_owned());
        }
    }
    found
}

/// Whether something can stand in a header as it is.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | ',' | ';'))
}
