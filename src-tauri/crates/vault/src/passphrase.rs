//! The same words typed on another keyboard give the same bytes.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{Result, Secret, VaultError};

/// Unicode form NFKC, with runs of white space made one blank and none at the ends.
///
/// This is part of the format: a change here would lock people out.
///
/// # Errors
/// [`VaultError::PassphraseEmpty`] when nothing is left.
pub(crate) fn normalised(words: &Secret<String>) -> Result<Zeroizing<String>> {
    // Room for the longest expansion, so that growing leaves no unwiped copy behind.
    let mut composed = Zeroizing::new(String::with_capacity(words.expose().len() * 12));
    composed.extend(words.expose().nfkc());
    let mut out = Zeroizing::new(String::with_capacity(composed.len()));
    for word in composed.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.is_empty() { Err(VaultError::PassphraseEmpty) } else { Ok(out) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_words_agree() {
        let table = [
            ("caf\u{e9} noir", "cafe\u{301} noir"),
            ("\u{fb01}sh", "fish"),
            ("blue heron", "  blue \t heron\n"),
            ("blue heron", "blue\u{a0}heron"),
            ("Pin 123", "Pin \u{ff11}\u{ff12}\u{ff13}"),
        ];
        for (a, b) in table {
            assert_eq!(*normalised(&a.into()).unwrap(), *normalised(&b.into()).unwrap(), "{a:?} {b:?}");
        }
    }

    #[test]
    fn capitals_and_other_words_stay_apart() {
        assert_ne!(*normalised(&"Heron".into()).unwrap(), *normalised(&"heron".into()).unwrap());
        assert_ne!(*normalised(&"blueheron".into()).unwrap(), *normalised(&"blue heron".into()).unwrap());
    }

    #[test]
    fn blanks_are_no_passphrase() {
        assert!(matches!(normalised(&" \u{a0}\n".into()), Err(VaultError::PassphraseEmpty)));
    }
}
