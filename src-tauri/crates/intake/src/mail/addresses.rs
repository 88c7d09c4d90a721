//! People in address headers.

use mail_parser::{Address, HeaderValue};

use super::MailAddress;
use crate::limits;

/// Every person of an address header, groups flattened, and whether the list was cut.
pub(super) fn people(header: Option<&Address<'_>>) -> (Vec<MailAddress>, bool) {
    let mut all = header.into_iter().flat_map(|address| address.iter());
    let people = all
        .by_ref()
        .map(|one| MailAddress { name: some(one.name.as_deref()), address: some(one.address.as_deref()) })
        .filter(|one| one.name.is_some() || one.address.is_some())
        .take(limits::ADDRESSES)
        .collect();
    (people, all.next().is_some())
}

/// The first person of an address header.
pub(super) fn first(header: Option<&Address<'_>>) -> Option<MailAddress> {
    people(header).0.into_iter().next()
}

/// Every message identifier of a header, without angle brackets.
pub(super) fn identifiers(header: &HeaderValue<'_>) -> Vec<String> {
    let bare = |id: &str| id.trim_matches(|c: char| c.is_whitespace() || c == '<' || c == '>').to_owned();
    match header {
        HeaderValue::Text(one) => vec![bare(one)],
        HeaderValue::TextList(many) => many.iter().take(limits::REFERENCES).map(|id| bare(id)).collect(),
        _ => Vec::new(),
    }
}

/// Text that says something, trimmed and bounded.
pub(super) fn some(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    (!text.is_empty()).then(|| limits::cut(text, limits::HEADER_BYTES).0.to_owned())
}
