//! Names of contents.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

/// Why a text is not 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 64 lower-case hexadecimal digits")]
pub struct NotHex;

const DIGITS: [u8; 16] = *b"0123456789abcdef";

macro_rules! thirty_two_bytes {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 32]);

        impl $name {
            /// From its 32 bytes.
            pub fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }

            /// Its 32 bytes.
            pub fn as_bytes(&self) -> &[u8; 32] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut digits = [0; 64];
                for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
                    pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
                }
                f.write_str(std::str::from_utf8(&digits).map_err(|_| fmt::Error)?)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = NotHex;

            fn from_str(text: &str) -> Result<Self, NotHex> {
                let bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).map_err(|_| NotHex)?;
                bytes.try_into().map(Self).map_err(|_| NotHex)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(de::Error::custom)
            }
        }
    };
}

thirty_two_bytes! {
    /// An object's name in the vault: HMAC-SHA256 of the content's SHA-256 under the vault's own key,
    /// spelled as 64 lower-case hexadecimal digits. It tells nothing to those without the key.
    ObjectId
}

thirty_two_bytes! {
    /// The SHA-256 (FIPS 180-4) of a content, spelled as `sha256sum` does.
    Sha256Sum
}

impl Sha256Sum {
    /// The sum of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_that_of_sha256sum() {
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Sha256Sum::of(b"abc").to_string(), text);
        assert_eq!(text.parse(), Ok(Sha256Sum::of(b"abc")));
        assert_eq!(serde_json::to_string(&Sha256Sum::of(b"abc")).unwrap(), format!("\"{text}\""));
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in ["", "ba78", &"BA".repeat(32), &"g".repeat(64), &"0".repeat(66)] {
            assert_eq!(text.parse::<ObjectId>(), Err(NotHex), "{text}");
        }
    }
}
