//! Where the mails of an mbox file begin and end (RFC 4155, appendix A, and the dialects mboxo, mboxrd, mboxcl and mboxcl2).
//!
//! A separator is a line that begins with `From `, has a blank line or the start of the file before it, names a time and a
//! year as an envelope line does, and is followed by a header line. Everything else that begins with `From ` is somebody's
//! words and stays in its mail. Where a mail states a `Content-Length` (mboxcl2 does not escape such words) and a separator or
//! the end of the file lies exactly there, that is where it ends.

use std::io::{self, Read, Seek};

use memchr::memmem::Finder;

use super::window::Window;

/// Longest separator line; RFC 5322 allows no longer line in a mail.
const LINE: usize = 1000;
/// How far into a mail a `Content-Length` is looked for.
const HEAD: usize = 64 * 1024;
const MARK: &[u8] = b"From ";

/// Where one mail lies in the file. Its bytes are exactly as stored: without the separator line and the blank line before the
/// next one, and with `>From ` as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Where its separator line begins; `start` where it has none.
    pub separator: u64,
    /// Its first byte.
    pub start: u64,
    /// Behind its last byte.
    pub end: u64,
}

impl Span {
    /// Its length in bytes.
    #[must_use]
    pub const fn length(&self) -> u64 {
        self.end - self.start
    }
}

/// Goes through an mbox file, mail by mail, in bounded memory.
pub struct Splitter<R> {
    window: Window<R>,
    finder: Finder<'static>,
    /// Where the next separator, or the first mail, begins; none at the end of the file.
    next: Option<u64>,
}

impl<R: Read + Seek> Splitter<R> {
    /// From the beginning of `source`.
    pub fn new(source: R) -> Self {
        Self { window: Window::new(source), finder: Finder::new(b"\nFrom "), next: Some(0) }
    }

    /// The mail whose separator begins at `at`, and where the one after it begins.
    fn mail(&mut self, at: u64) -> io::Result<(Span, Option<u64>)> {
        let start = self.past_separator(at)?;
        if let Some(found) = self.by_stated_length(start)? {
            return Ok((Span { separator: at, start, end: found.0 }, found.1));
        }
        let (end, next) = self.by_next_separator(start)?;
        Ok((Span { separator: at, start, end }, next))
    }

    fn past_separator(&mut self, at: u64) -> io::Result<u64> {
        let here = self.window.get(at, LINE)?;
        let mark = if at == 0 { here.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(here) } else { here };
        if !mark.starts_with(MARK) {
            return Ok(at);
        }
        let line = memchr::memchr(b'\n', here).map_or(here.len(), |end| end + 1);
        Ok(at + line as u64)
    }

    /// Looks for the next line that separates; the end of the file otherwise.
    fn by_next_separator(&mut self, start: u64) -> io::Result<(u64, Option<u64>)> {
        let mut at = start.saturating_sub(1);
        loop {
            let here = self.window.get(at, LINE)?;
            let Some(found) = self.finder.find(here) else {
                if here.len() < LINE {
                    let end = at + here.len() as u64;
                    return Ok((self.without_blank_line(start, end)?, None));
                }
                // The mark may begin in the last bytes seen.
                at += (here.len() - MARK.len()) as u64;
                continue;
            };
            let mark = at + found as u64 + 1;
            let separates = is_separator(self.window.get(mark, 2 * LINE)?);
            let blank = if separates { self.blank_before(start, mark)? } else { 0 };
            if blank > 0 {
                return Ok((mark - blank, Some(mark)));
            }
            at = mark;
        }
    }

    /// The end that the mail itself states, if a separator or the end of the file bears it out.
    fn by_stated_length(&mut self, start: u64) -> io::Result<Option<(u64, Option<u64>)>> {
        let here = self.window.get(start, HEAD)?;
        let here = &here[..here.len().min(HEAD)];
        let Some((head, length)) = stated_length(here) else { return Ok(None) };
        let Some(end) = (start + head as u64).checked_add(length) else { return Ok(None) };
        // From the last byte of the mail on, so that the end of the file can be told from what lies behind it.
        let seen = self.window.peek(end.saturating_sub(1), 2 * LINE)?;
        let Some((_, behind)) = seen.split_first().filter(|_| end > start) else { return Ok(None) };
        let gap = if behind.starts_with(b"\r\n") { 2 } else { usize::from(behind.starts_with(b"\n")) };
        if behind.len() == gap {
            return Ok(Some((end, None)));
        }
        Ok((gap > 0 && is_separator(&behind[gap..])).then_some((end, Some(end + gap as u64))))
    }

    /// Length of the blank line's own line end before `mark`; 0 where there is no blank line.
    fn blank_before(&mut self, start: u64, mark: u64) -> io::Result<u64> {
        let from = mark.saturating_sub(3).max(start.saturating_sub(1));
        let length = usize::try_from(mark - from).unwrap_or_default();
        let before = &self.window.get(from, length)?[..length];
        Ok(if before.ends_with(b"\n\r\n") || (from == start && before == b"\r\n") {
            2
        } else {
            u64::from(before.ends_with(b"\n\n") || (from == start && before == b"\n"))
        })
    }

    /// The end of the last mail: a blank line at the end of the file belongs to the mailbox.
    fn without_blank_line(&mut self, start: u64, end: u64) -> io::Result<u64> {
        Ok(if end > start { end - self.blank_before(start, end)?.min(end - start) } else { end })
    }
}

impl<R: Read + Seek> Iterator for Splitter<R> {
    type Item = io::Result<Span>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = self.next.take()?;
            let (span, next) = match self.mail(at) {
                Ok(found) => found,
                Err(error) => return Some(Err(error)),
            };
            self.next = next;
            // Nothing but blank space where no separator was: an empty file, or blank lines before the first one.
            let bare = span.separator == span.start;
            if bare && span.length() < LINE as u64 {
                match self.window.get(span.start, LINE) {
                    Ok(here) => {
                        let length = usize::try_from(span.length()).unwrap_or(here.len()).min(here.len());
                        if here[..length].iter().all(u8::is_ascii_whitespace) {
                            continue;
                        }
                    }
                    Err(error) => return Some(Err(error)),
                }
            }
            return Some(Ok(span));
        }
    }
}

/// Whether bytes begin with an envelope line that has a header line after it.
fn is_separator(bytes: &[u8]) -> bool {
    let line = memchr::memchr(b'\n', &bytes[..bytes.len().min(LINE)]);
    line.is_some_and(|end| is_envelope(&bytes[..end]) && begins_a_mail(&bytes[end + 1..]))
}

/// Whether a line that begins with `From ` has a time (`12:34`) and a year in it, as every envelope line has.
fn is_envelope(line: &[u8]) -> bool {
    let time = line
        .windows(4)
        .any(|w| w[0].is_ascii_digit() && w[1] == b':' && w[2].is_ascii_digit() && w[3].is_ascii_digit());
    let year = line
        .split(|b| b.is_ascii_whitespace())
        .any(|word| word.len() == 4 && word.iter().all(u8::is_ascii_digit) && matches!(&word[..2], b"19" | b"20"));
    line.starts_with(MARK) && time && year
}

/// Whether bytes begin with a header field (RFC 5322, 2.2) or with the escaped separator that some programs leave there.
fn begins_a_mail(bytes: &[u8]) -> bool {
    let name = bytes.iter().take_while(|b| b.is_ascii_graphic() && **b != b':').count();
    bytes.starts_with(b">From ") || (name > 0 && bytes.get(name) == Some(&b':'))
}

/// Length of the head with its blank line, and what it states as the length of the body.
fn stated_length(bytes: &[u8]) -> Option<(usize, u64)> {
    let mut at = 0;
    let mut stated = None;
    while let Some(end) = memchr::memchr(b'\n', &bytes[at..]) {
        let line = bytes[at..at + end].trim_ascii_end();
        at += end + 1;
        if line.is_empty() {
            return stated.map(|length| (at, length));
        }
        const NAME: &[u8] = b"content-length:";
        if line.get(..NAME.len()).is_some_and(|name| name.eq_ignore_ascii_case(NAME)) {
            stated = std::str::from_utf8(line[NAME.len()..].trim_ascii()).ok().and_then(|n| n.parse().ok());
        }
    }
    None
}
