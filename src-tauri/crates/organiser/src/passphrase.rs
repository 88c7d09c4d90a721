//! How hard guessing a passphrase is made, and changing it.

use std::time::{Duration, Instant};

use chrono::SecondsFormat;
use recourse_vault::{KdfParams, OsChance, Secret};

use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Gives the vault another passphrase. A backup made before still opens with the old one.
///
/// # Errors
/// An empty passphrase, or what the disk said; the old passphrase stays good then.
pub fn change(session: &Session<Unlocked>, new: &Secret<String>, strength: KdfParams) -> Result<()> {
    session.vault().change_passphrase(new, strength, &now(session), &mut OsChance)?;
    session.write("change passphrase", |records| Ok(records.event(None, &"passphrase changed")?))
}

/// The same for a person who has to show first that they know the passphrase in use.
///
/// # Errors
/// Where the old passphrase is another, as an error of the field "old"; those of [`change`].
pub fn change_knowing(
    session: &Session<Unlocked>,
    old: &Secret<String>,
    new: &Secret<String>,
    strength: KdfParams,
) -> Result<()> {
    if !session.vault().is_passphrase(old)? {
        let message = "This is not the passphrase of this vault. Nothing was changed.".to_owned();
        return Err(Error::Field { field: "old", message });
    }
    change(session, new, strength)
}

/// The present time, as a slot notes it.
pub(crate) fn now(session: &Session<Unlocked>) -> String {
    session.now().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Argon2id settings that take about a second on this computer, and never less than the least that is allowed for people.
///
/// In builds for development `RECOURSE_TEST_KDF=least` asks for that least, so that tests of the window do not spend their time on it.
#[allow(clippy::disallowed_methods, reason = "measuring this computer is the purpose")]
pub fn strength_for_this_computer() -> KdfParams {
    let least = KdfParams::new(64 * 1024, 3, 4);
    if cfg!(debug_assertions) && std::env::var_os("RECOURSE_TEST_KDF").is_some_and(|wish| wish == "least") {
        return least.unwrap_or_else(|_| KdfParams::for_people());
    }
    KdfParams::calibrated(Duration::from_secs(1), |params| {
        let start = Instant::now();
        params.rehearse()?;
        Ok(start.elapsed())
    })
    .unwrap_or_else(|_| KdfParams::for_people())
}
