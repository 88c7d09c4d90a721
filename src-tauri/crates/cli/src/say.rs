//! Answers on standard output. A reader that has had enough (a closed pipe) is no error.

use std::io::{self, Write};

use serde::Serialize;

use crate::outcome::Trouble;

/// Prints a line. Control characters, which a stranger may have put into a name or a subject to move the cursor or paint over what
/// stands above, are shown as the mark for a letter that is none.
///
/// # Errors
/// What the terminal or file said.
pub fn line(text: &str) -> Result<(), Trouble> {
    write(&text.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "\u{fffd}"))
}

/// A name as one line may show it: nothing in it breaks the line or turns its direction.
pub fn name(name: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    name.replace(|c: char| c.is_control() || turns(c), "\u{fffd}")
}

/// Prints one JSON document on a line.
///
/// # Errors
/// What the terminal or file said.
pub fn json(value: &impl Serialize) -> Result<(), Trouble> {
    let text = serde_json::to_string(value).map_err(io::Error::from)?;
    write(&text)
}

/// Prints a list: JSON Lines, or a line each in words.
///
/// # Errors
/// What the terminal or file said.
pub fn list<T: Serialize>(as_json: bool, items: &[T], words: impl Fn(&T) -> String) -> Result<(), Trouble> {
    for item in items {
        if as_json {
            json(item)?;
        } else {
            line(&words(item))?;
        }
    }
    Ok(())
}

/// Says something beside the answer, on standard error.
pub fn aside(text: &str) {
    // Nobody is harmed where standard error is closed.
    let _ = writeln!(io::stderr(), "{text}");
}

fn write(text: &str) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}
