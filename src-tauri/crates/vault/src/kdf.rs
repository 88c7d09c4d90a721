//! Turning a passphrase into a key: Argon2id (RFC 9106) and its settings.

use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};

use crate::keys::Key;
use crate::{Result, Secret, VaultError};

/// Memory in KiB below which no person's vault is made.
const FLOOR_MEMORY_KIB: u32 = 64 * 1024;
/// Passes below which no person's vault is made.
const FLOOR_PASSES: u32 = 3;
/// Memory that Recourse asks for by itself.
const USUAL_MEMORY_KIB: u32 = 256 * 1024;
const USUAL_LANES: u32 = 4;
/// Above these a header is refused at opening: it would only be an attempt to hang the computer.
const CEILING_MEMORY_KIB: u32 = 2 * 1024 * 1024;
const CEILING_PASSES: u32 = 20;
const CEILING_LANES: u32 = 64;

/// Settings of the key stretching, kept in the vault's header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParams {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl KdfParams {
    /// 256 MiB, 3 passes, 4 lanes: about a second on an ordinary computer.
    pub fn for_people() -> Self {
        Self { memory_kib: USUAL_MEMORY_KIB, passes: FLOOR_PASSES, lanes: USUAL_LANES }
    }

    /// Chosen settings, never under 64 MiB and 3 passes and never over what opening accepts.
    ///
    /// # Errors
    /// [`VaultError::KdfRefused`] outside that range.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self> {
        if memory_kib < FLOOR_MEMORY_KIB || passes < FLOOR_PASSES {
            return Err(VaultError::KdfRefused);
        }
        Self::from_header(memory_kib, passes, lanes)
    }

    /// Settings that take no time and protect nothing. Only for tests with invented content.
    pub fn weak_for_tests() -> Self {
        Self { memory_kib: 8, passes: 1, lanes: 1 }
    }

    /// Settings read from a header: anything up to the ceiling, because what was made must open.
    pub(crate) fn from_header(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self> {
        let sane = memory_kib <= CEILING_MEMORY_KIB
            && (1..=CEILING_PASSES).contains(&passes)
            && (1..=CEILING_LANES).contains(&lanes)
            && memory_kib >= 8 * lanes;
        if sane { Ok(Self { memory_kib, passes, lanes }) } else { Err(VaultError::KdfRefused) }
    }

    /// Settings that take about `target` on this computer, starting from [`KdfParams::for_people`].
    ///
    /// `measure` runs one stretching with the given settings and says how long it took; the caller
    /// owns the clock ([`KdfParams::rehearse`] is the work to time). Slow computers get less memory
    /// but never less than 64 MiB, fast ones more passes up to 10.
    ///
    /// # Errors
    /// Whatever `measure` returns.
    pub fn calibrated(target: Duration, mut measure: impl FnMut(&Self) -> Result<Duration>) -> Result<Self> {
        let mut params = Self::for_people();
        let mut took = measure(&params)?;
        while took > target.mul_f64(1.5) && params.memory_kib > FLOOR_MEMORY_KIB {
            params.memory_kib = (params.memory_kib / 2).max(FLOOR_MEMORY_KIB);
            took = measure(&params)?;
        }
        let one_pass = took.as_secs_f64() / f64::from(params.passes);
        while params.passes < 10 && one_pass * f64::from(params.passes + 1) <= target.as_secs_f64() {
            params.passes += 1;
        }
        Ok(params)
    }

    /// Does the work of one stretching on a made-up passphrase, to be timed.
    ///
    /// # Errors
    /// [`VaultError::NotEnoughMemory`].
    pub fn rehearse(&self) -> Result<()> {
        self.stretch(b"rehearsal", &[0; 16]).map(drop)
    }

    /// Memory in KiB.
    pub fn memory_kib(&self) -> u32 {
        self.memory_kib
    }

    /// Passes over the memory.
    pub fn passes(&self) -> u32 {
        self.passes
    }

    /// Lanes.
    pub fn lanes(&self) -> u32 {
        self.lanes
    }

    /// The key that a passphrase gives with a salt.
    pub(crate) fn stretch(&self, passphrase: &[u8], salt: &[u8]) -> Result<Key> {
        let params =
            Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| VaultError::KdfRefused)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Secret::filled(|out: &mut [u8; 32]| {
            argon.hash_password_into(passphrase, salt, out).map_err(|e| match e {
                argon2::Error::OutOfMemory => VaultError::NotEnoughMemory,
                _ => VaultError::KdfRefused,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_never_get_less_than_the_floor() {
        assert!(KdfParams::new(64 * 1024, 3, 4).is_ok());
        assert!(matches!(KdfParams::new(64 * 1024 - 1, 3, 4), Err(VaultError::KdfRefused)));
        assert!(matches!(KdfParams::new(64 * 1024, 2, 4), Err(VaultError::KdfRefused)));
        assert!(KdfParams::for_people().memory_kib() >= FLOOR_MEMORY_KIB);
    }

    #[test]
    fn a_header_may_not_ask_for_the_whole_computer() {
        assert!(KdfParams::from_header(2 * 1024 * 1024, 20, 4).is_ok());
        assert!(KdfParams::from_header(2 * 1024 * 1024 + 1, 3, 4).is_err());
        assert!(KdfParams::from_header(65536, 21, 4).is_err());
        assert!(KdfParams::from_header(65536, 3, 65).is_err());
        assert!(KdfParams::from_header(65536, 0, 4).is_err());
        assert!(KdfParams::from_header(8, 1, 2).is_err());
    }

    #[test]
    fn a_slow_computer_gets_less_memory_and_a_fast_one_more_passes() {
        let speed = |nanos_per_kib_pass: u64| {
            KdfParams::calibrated(Duration::from_secs(1), |p| {
                Ok(Duration::from_nanos(nanos_per_kib_pass * u64::from(p.memory_kib) * u64::from(p.passes)))
            })
            .unwrap()
        };
        assert_eq!(speed(100_000), KdfParams { memory_kib: 64 * 1024, passes: 3, lanes: 4 });
        assert_eq!(speed(3_000), KdfParams { memory_kib: 128 * 1024, passes: 3, lanes: 4 });
        assert_eq!(speed(600), KdfParams { memory_kib: 256 * 1024, passes: 6, lanes: 4 });
        assert_eq!(speed(1), KdfParams { memory_kib: 256 * 1024, passes: 10, lanes: 4 });
    }

    #[test]
    fn stretching_is_pinned() {
        // The same value as the reference implementation gives.
        let key = KdfParams::weak_for_tests().stretch(b"blue heron", &[7; 16]).unwrap();
        assert_eq!(
            data_encoding::HEXLOWER.encode(key.expose()),
            "5a165c8ffd9e88f869609764068973e87df17961d445cfe092950eae20c01b41"
        );
    }
}
