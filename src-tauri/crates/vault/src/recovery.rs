//! The recovery code: 160 random bits that survive paper and retyping.
//!
//! Spelled in Crockford's base32, which leaves out I, L, O and U so that they can be read as 1, 1 and 0:
//! 32 letters of code and 4 of checksum, in nine groups of four. Blanks, hyphens and case do not matter.

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::{Chance, Result, Secret, VaultError};

/// How many groups a code has.
pub(crate) const GROUPS: usize = 9;
/// Letters in a group.
const GROUP: usize = 4;
const CODE_BYTES: usize = 20;
const CODE_LETTERS: usize = 32;
const LETTERS: usize = GROUPS * GROUP;
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECKSUM_LABEL: &[u8] = b"recourse.recovery.v1";

/// A recovery code's 160 bits.
pub(crate) type Code = Secret<[u8; CODE_BYTES]>;

/// Draws a new code.
pub(crate) fn draw(chance: &mut dyn Chance) -> Result<Code> {
    Secret::filled(|bytes: &mut [u8; CODE_BYTES]| chance.fill(bytes))
}

/// The nine groups to print.
pub(crate) fn groups(code: &Code) -> Secret<Vec<String>> {
    let mut letters = spell(code.expose());
    letters.extend_from_slice(&checksum(code.expose()));
    let groups = letters.chunks(GROUP).map(|g| g.iter().map(|&l| char::from(l)).collect()).collect();
    letters.zeroize();
    Secret::new(groups)
}

/// Reads a code as a person typed it.
///
/// # Errors
/// [`VaultError::RecoveryCodeMistyped`] for a wrong length, a letter that is never used or a wrong checksum.
pub(crate) fn parse(typed: &str) -> Result<Code> {
    let letters = significant(typed);
    if letters.len() != LETTERS {
        return Err(VaultError::RecoveryCodeMistyped);
    }
    let code = Secret::filled(|bytes: &mut [u8; CODE_BYTES]| {
        // Eight letters are five bytes.
        for (five, eight) in bytes.chunks_mut(5).zip(letters[..CODE_LETTERS].chunks(8)) {
            let mut bits = 0_u64;
            for letter in eight {
                bits = bits << 5 | value(*letter)?;
            }
            five.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        Ok::<_, VaultError>(())
    })?;
    if letters[CODE_LETTERS..] == checksum(code.expose()) { Ok(code) } else { Err(VaultError::RecoveryCodeMistyped) }
}

/// Whether a typed group is the printed one, with the same tolerance as the whole code.
pub(crate) fn same_group(printed: &str, typed: &str) -> bool {
    *significant(printed) == *significant(typed)
}

/// The letters that count, in their plain spelling.
fn significant(typed: &str) -> Zeroizing<Vec<u8>> {
    let mut letters = Zeroizing::new(Vec::with_capacity(typed.len()));
    for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.')) {
        letters.push(match c.to_ascii_uppercase() {
            'O' => b'0',
            'I' | 'L' => b'1',
            c => u8::try_from(c).unwrap_or(b'?'),
        });
    }
    letters
}

fn spell(bytes: &[u8; CODE_BYTES]) -> Vec<u8> {
    let mut letters = Vec::with_capacity(LETTERS);
    for five in bytes.chunks(5) {
        let bits = five.iter().fold(0_u64, |bits, &b| bits << 8 | u64::from(b));
        letters.extend((0..8).rev().map(|i| ALPHABET[(bits >> (5 * i) & 31) as usize]));
    }
    letters
}

fn value(letter: u8) -> Result<u64> {
    ALPHABET.iter().position(|&l| l == letter).map(|v| v as u64).ok_or(VaultError::RecoveryCodeMistyped)
}

/// The first 20 bits of a labelled SHA-256: a slip of the pen passes once in a million.
fn checksum(bytes: &[u8; CODE_BYTES]) -> [u8; GROUP] {
    let sum = Sha256::new().chain_update(CHECKSUM_LABEL).chain_update(bytes).finalize();
    let bits = u32::from(sum[0]) << 16 | u32::from(sum[1]) << 8 | u32::from(sum[2]);
    std::array::from_fn(|i| ALPHABET[(bits >> (19 - 5 * i as u32) & 31) as usize])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code() -> Code {
        Secret::new(std::array::from_fn(|i| (i * 13) as u8))
    }

    #[test]
    fn spelling_is_pinned() {
        assert_eq!(groups(&code()).expose().join("-"), "006H-M9SM-8575-PT3N-GA7S-SADP-RF8D-VTQQ-X174");
    }

    #[test]
    fn careless_typing_is_understood() {
        let printed = groups(&code()).expose().join("-");
        let table = [
            printed.clone(),
            printed.to_lowercase(),
            printed.replace('-', ""),
            printed.replace('-', " "),
            printed.replace('-', "\u{2013}"),
            format!("  {}\n", printed.replace('-', "  ")),
            printed.replace('0', "o"),
            printed.replace('0', "O"),
            printed.replace('1', "l"),
            printed.replace('1', "I"),
        ];
        for typed in table {
            assert_eq!(parse(&typed).unwrap().expose(), code().expose(), "{typed}");
        }
    }

    #[test]
    fn every_single_wrong_letter_is_noticed() {
        let printed: Vec<u8> = groups(&code()).expose().concat().into_bytes();
        for at in 0..printed.len() {
            for &letter in ALPHABET.iter().filter(|l| **l != printed[at]) {
                let mut typed = printed.clone();
                typed[at] = letter;
                let typed = String::from_utf8(typed).unwrap();
                assert!(matches!(parse(&typed), Err(VaultError::RecoveryCodeMistyped)), "{typed}");
            }
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for typed in ["", "ABCD", "UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU", &"é".repeat(36), &"0".repeat(37)] {
            assert!(matches!(parse(typed), Err(VaultError::RecoveryCodeMistyped)), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_code_comes_back(bytes: [u8; 20]) {
            let text = groups(&Secret::new(bytes)).expose().join(" ");
            prop_assert_eq!(*parse(&text).unwrap().expose(), bytes);
        }
    }
}
