//! Where random numbers come from.

use crate::{Result, VaultError};

/// A source of random bytes, handed in so that tests can repeat themselves.
///
/// The age format draws its own file keys and nonces from the operating system; everything else that
/// is random in a vault comes through here.
pub trait Chance {
    /// Fills `out` with random bytes.
    ///
    /// # Errors
    /// [`VaultError::NoChance`] when none are to be had.
    fn fill(&mut self, out: &mut [u8]) -> Result<()>;
}

/// The operating system's random numbers: the only source for a real vault.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsChance;

impl Chance for OsChance {
    fn fill(&mut self, out: &mut [u8]) -> Result<()> {
        getrandom::fill(out).map_err(|_| VaultError::NoChance)
    }
}

/// A fixed number of random bytes that are not secret, such as a salt.
pub(crate) fn bytes<const N: usize>(chance: &mut dyn Chance) -> Result<[u8; N]> {
    let mut out = [0; N];
    chance.fill(&mut out)?;
    Ok(out)
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;

    /// Counts upwards: every call gives other bytes, every run the same ones.
    pub(crate) struct Counting(pub u8);

    impl Chance for Counting {
        fn fill(&mut self, out: &mut [u8]) -> Result<()> {
            for byte in out {
                *byte = self.0;
                self.0 = self.0.wrapping_add(1);
            }
            Ok(())
        }
    }

    #[test]
    fn os_chance_does_not_repeat() {
        let a: [u8; 32] = bytes(&mut OsChance).unwrap();
        let b: [u8; 32] = bytes(&mut OsChance).unwrap();
        assert_ne!(a, b);
    }
}
