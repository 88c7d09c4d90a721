//! Choosing and cleaning the bodies of an Internet message.

use mail_parser::{Message, PartType};

use crate::{limits, markup};

/// The plain words and, where it is wanted, the harmless HTML of a message.
pub(super) fn bodies(message: &Message<'_>, wanted: bool) -> (String, Option<String>) {
    let html = if wanted { page(message) } else { None };
    let mut text = String::new();
    for part in message.text_bodies() {
        let words = match &part.body {
            PartType::Text(words) => words.replace("\r\n", "\n"),
            PartType::Html(markup) => markup::words(&markup::sanitise(markup)),
            _ => continue,
        };
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(limits::cut(&words, limits::TEXT_BYTES.saturating_sub(text.len())).0);
    }
    // Some senders put an empty plain part beside the HTML that everybody sees.
    if text.trim().is_empty() {
        let made = if wanted { None } else { page(message) };
        text = html.as_ref().or(made.as_ref()).map(|page| markup::words(page)).unwrap_or(text);
    }
    (text.trim_matches('\n').trim_end().to_owned(), html)
}

/// The HTML parts as one harmless page.
fn page(message: &Message<'_>) -> Option<String> {
    let mut html = String::new();
    for part in message.html_bodies() {
        if let PartType::Html(markup) = &part.body {
            html.push_str(limits::cut(markup, limits::HTML_BYTES.saturating_sub(html.len())).0);
        }
    }
    (!html.is_empty()).then(|| markup::sanitise(&html))
}
