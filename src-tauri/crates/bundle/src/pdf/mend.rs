//! One slip that common writers make and no reader here forgives: blanks between the word `stream` and the end of its line
//! (against ISO 32000-1, 7.3.8.1). The stream is then lost without a word, and its page is blank.

use super::lex::is_space;

/// The bytes with the word moved up to the end of its line, nothing else changed and no offset shifted. `None` when there is
/// nothing to mend.
pub(crate) fn mend(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut mended: Option<Vec<u8>> = None;
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let after = at + b"stream".len();
        let blanks = bytes[after..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        if blanks == 0 || !matches!(bytes.get(after + blanks), Some(b'\r' | b'\n')) {
            continue;
        }
        // Only where a dictionary ends just before: the same letters may stand in any text or picture.
        let before = bytes[..at].iter().rposition(|b| !is_space(*b)).unwrap_or(0);
        if !bytes[..=before].ends_with(b">>") {
            continue;
        }
        let copy = mended.get_or_insert_with(|| bytes.to_vec());
        copy[at..at + blanks].fill(b' ');
        copy[at + blanks..after + blanks].copy_from_slice(b"stream");
    }
    mended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_the_word_and_nothing_else() {
        let before = b"<</A 1>>\nstream \t\r\nstream  \ndata endstream >> (stream \n)";
        let after = b"<</A 1>>\n \tstream\r\nstream  \ndata endstream >> (stream \n)";
        let mut expected = after.to_vec();
        expected[10] = b' ';
        assert_eq!(mend(before), Some(expected));
        assert_eq!(mend(b"<<>>\nstream\r\ndata"), None);
    }
}
