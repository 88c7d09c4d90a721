//! Stepping through XML. Entities are never expanded beyond the five that XML itself knows, and nothing outside the
//! text is ever asked for.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::Problem;

/// One thing met on the way.
pub(crate) enum Node<'a> {
    /// An element begins.
    Open(&'a str, &'a BytesStart<'a>),
    /// An element ends.
    Close(&'a str),
    /// Words between them.
    Words(&'a str),
}

/// Calls `visit` with everything in order until it says stop. Names come without their prefixes.
///
/// # Errors
/// "Damaged" where the XML breaks off; what came before was visited.
pub(crate) fn walk(xml: &str, mut visit: impl FnMut(Node<'_>) -> bool) -> Result<(), Problem> {
    let mut reader = Reader::from_str(xml);
    let mut open = 0_u64;
    let broken = || Problem::damaged("a part of the document is broken");
    loop {
        let on = match reader.read_event().map_err(|_| broken())? {
            Event::Start(element) => {
                open += 1;
                visit(Node::Open(element.local_name().as_ref(), &element))
            }
            Event::Empty(element) => {
                let name = element.local_name();
                visit(Node::Open(name.as_ref(), &element)) && visit(Node::Close(name.as_ref()))
            }
            Event::End(element) => {
                open = open.saturating_sub(1);
                visit(Node::Close(element.local_name().as_ref()))
            }
            Event::Text(words) => visit(Node::Words(&words)),
            Event::CData(words) => visit(Node::Words(&words)),
            Event::GeneralRef(reference) => match known(&reference, reference.resolve_char_ref().ok().flatten()) {
                Some(letter) => visit(Node::Words(letter.encode_utf8(&mut [0; 4]))),
                None => true,
            },
            Event::Eof if open > 0 => return Err(broken()),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => true,
        };
        if !on {
            return Ok(());
        }
    }
}

fn known(name: &str, by_number: Option<char>) -> Option<char> {
    by_number.or(match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    })
}

/// The value of an attribute, by its name without prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let one = all.with_checks(false).filter_map(Result::ok).find(|one| one.key.local_name().as_ref() == name)?;
    one.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
