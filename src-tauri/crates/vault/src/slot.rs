//! One way into a vault: the vault key, wrapped under a passphrase, a recovery code or a secret that a keyring keeps.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::chance::bytes;
use crate::encode::Fields;
use crate::header::{Kdf, SlotKind, SlotRecord, VaultName};
use crate::keys::{Key, hkdf};
use crate::recovery::Code;
use crate::{Chance, KdfParams, Result, Secret, VaultError, passphrase};

/// Purpose of the key that comes from a recovery code. Pinned for ever.
const RECOVERY: &str = "recourse.slot.v1 recovery";
/// Purpose of the key that comes from a keyring's secret. Pinned for ever.
const KEYRING: &str = "recourse.slot.v1 keyring";

/// Wraps the vault key under a passphrase.
pub(crate) fn seal_with_passphrase(
    name: &VaultName,
    vault_key: &Key,
    words: &Secret<String>,
    params: KdfParams,
    made: &str,
    chance: &mut dyn Chance,
) -> Result<SlotRecord> {
    let words = passphrase::normalised(words)?;
    let salt = bytes::<16>(chance)?;
    let wrapping = params.stretch(words.as_bytes(), &salt)?;
    seal(name, vault_key, &wrapping, SlotKind::Passphrase, Kdf::argon2id(params, &salt), made, chance)
}

/// Wraps the vault key under a recovery code.
pub(crate) fn seal_with_code(
    name: &VaultName,
    vault_key: &Key,
    code: &Code,
    made: &str,
    chance: &mut dyn Chance,
) -> Result<SlotRecord> {
    let salt = bytes::<16>(chance)?;
    let wrapping = hkdf(Some(&salt), code.expose(), RECOVERY)?;
    seal(name, vault_key, &wrapping, SlotKind::Recovery, Kdf::hkdf(&salt), made, chance)
}

/// Wraps the vault key under a random secret that a keyring will keep.
pub(crate) fn seal_with_secret(
    name: &VaultName,
    vault_key: &Key,
    secret: &Key,
    made: &str,
    chance: &mut dyn Chance,
) -> Result<SlotRecord> {
    let salt = bytes::<16>(chance)?;
    let wrapping = hkdf(Some(&salt), secret.expose(), KEYRING)?;
    seal(name, vault_key, &wrapping, SlotKind::Keyring, Kdf::hkdf(&salt), made, chance)
}

/// Unwraps the vault key with a passphrase.
///
/// # Errors
/// [`VaultError::WrongPassphrase`], or [`VaultError::KdfRefused`] when the header asks for too much.
pub(crate) fn open_with_passphrase(name: &VaultName, slot: &SlotRecord, words: &Secret<String>) -> Result<Key> {
    // An empty passphrase opens nothing; at the door that is simply a wrong one.
    let words = passphrase::normalised(words).map_err(|_| VaultError::WrongPassphrase)?;
    let Kdf::Argon2id { salt, .. } = &slot.kdf else { return Err(VaultError::HeaderDamaged) };
    let wrapping = slot.kdf.params()?.stretch(words.as_bytes(), &salt.0)?;
    open(name, slot, &wrapping, VaultError::WrongPassphrase)
}

/// Unwraps the vault key with a recovery code.
///
/// # Errors
/// [`VaultError::WrongRecoveryCode`].
pub(crate) fn open_with_code(name: &VaultName, slot: &SlotRecord, code: &Code) -> Result<Key> {
    let Kdf::HkdfSha256 { salt } = &slot.kdf else { return Err(VaultError::HeaderDamaged) };
    let wrapping = hkdf(Some(&salt.0), code.expose(), RECOVERY)?;
    open(name, slot, &wrapping, VaultError::WrongRecoveryCode)
}

/// Unwraps the vault key with the secret that a keyring kept.
///
/// # Errors
/// [`VaultError::WrongKeyringSecret`].
pub(crate) fn open_with_secret(name: &VaultName, slot: &SlotRecord, secret: &Key) -> Result<Key> {
    let Kdf::HkdfSha256 { salt } = &slot.kdf else { return Err(VaultError::HeaderDamaged) };
    let wrapping = hkdf(Some(&salt.0), secret.expose(), KEYRING)?;
    open(name, slot, &wrapping, VaultError::WrongKeyringSecret)
}

fn seal(
    name: &VaultName,
    vault_key: &Key,
    wrapping: &Key,
    kind: SlotKind,
    kdf: Kdf,
    made: &str,
    chance: &mut dyn Chance,
) -> Result<SlotRecord> {
    let mut slot = SlotRecord::new(&bytes::<8>(chance)?, kind, made, kdf, &bytes::<24>(chance)?);
    slot.sealed.0 = cipher(wrapping)
        .encrypt(&nonce(&slot)?, Payload { msg: vault_key.expose(), aad: &bound(name, &slot) })
        .map_err(|_| VaultError::Internal { doing: "wrap the vault key" })?;
    Ok(slot)
}

fn open(name: &VaultName, slot: &SlotRecord, wrapping: &Key, wrong: VaultError) -> Result<Key> {
    let mut plain = zeroize::Zeroizing::new(
        cipher(wrapping)
            .decrypt(&nonce(slot)?, Payload { msg: &slot.sealed.0, aad: &bound(name, slot) })
            .map_err(|_| wrong)?,
    );
    if plain.len() != 32 {
        return Err(VaultError::HeaderDamaged);
    }
    Secret::filled(|key: &mut [u8; 32]| {
        key.swap_with_slice(&mut plain);
        Ok(())
    })
}

fn cipher(wrapping: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(wrapping.expose().into())
}

fn nonce(slot: &SlotRecord) -> Result<XNonce> {
    XNonce::try_from(slot.nonce.0.as_slice()).map_err(|_| VaultError::HeaderDamaged)
}

/// What the wrapping is bound to: a slot moved to another vault, renamed or given other settings does not open.
fn bound(name: &VaultName, slot: &SlotRecord) -> Vec<u8> {
    let fields = Fields::new("recourse.slot.v1").text(name.format).number(name.version).text(&name.vault_id);
    slot.kdf.put(fields.text(&slot.id).text(slot.kind.word())).finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::testing::Counting;
    use crate::header::Hex;

    fn name(id: &str) -> VaultName {
        VaultName::current(id.into())
    }

    fn slot(name: &VaultName) -> SlotRecord {
        let key = Secret::new([42; 32]);
        let weak = KdfParams::weak_for_tests();
        seal_with_passphrase(name, &key, &"blue heron".into(), weak, "2026", &mut Counting(0)).unwrap()
    }

    #[test]
    fn the_right_words_open_and_others_do_not() {
        let slot = slot(&name("a"));
        assert_eq!(open_with_passphrase(&name("a"), &slot, &" blue  heron".into()).unwrap().expose(), &[42; 32]);
        for wrong in ["blue herons", "", "Blue heron"] {
            let error = open_with_passphrase(&name("a"), &slot, &wrong.into()).unwrap_err();
            assert!(matches!(error, VaultError::WrongPassphrase), "{wrong}");
        }
    }

    #[test]
    fn every_bound_field_counts() {
        let good = slot(&name("a"));
        assert!(open_with_passphrase(&name("b"), &good, &"blue heron".into()).is_err(), "another vault");
        let newer = VaultName { version: 2, ..name("a") };
        assert!(open_with_passphrase(&newer, &good, &"blue heron".into()).is_err(), "another version");

        let mut changed = good.clone();
        changed.id = "0000000000000000".into();
        assert!(open_with_passphrase(&name("a"), &changed, &"blue heron".into()).is_err(), "another slot id");
        let mut changed = good.clone();
        changed.kind = SlotKind::Recovery;
        assert!(open_with_passphrase(&name("a"), &changed, &"blue heron".into()).is_err(), "another type");
        let mut changed = good;
        changed.nonce = Hex(vec![0; 23]);
        assert!(matches!(
            open_with_passphrase(&name("a"), &changed, &"blue heron".into()),
            Err(VaultError::HeaderDamaged)
        ));
    }

    #[test]
    fn a_code_opens_its_own_slot_only() {
        let code = Secret::new([9; 20]);
        let slot = seal_with_code(&name("a"), &Secret::new([42; 32]), &code, "2026", &mut Counting(0)).unwrap();
        assert_eq!(open_with_code(&name("a"), &slot, &code).unwrap().expose(), &[42; 32]);
        let other = open_with_code(&name("a"), &slot, &Secret::new([8; 20]));
        assert!(matches!(other, Err(VaultError::WrongRecoveryCode)));
        assert!(matches!(open_with_passphrase(&name("a"), &slot, &"x".into()), Err(VaultError::HeaderDamaged)));
    }

    #[test]
    fn a_keyrings_secret_opens_its_own_slot_only() {
        let secret = Secret::new([5; 32]);
        let slot = seal_with_secret(&name("a"), &Secret::new([42; 32]), &secret, "2026", &mut Counting(0)).unwrap();
        assert_eq!(open_with_secret(&name("a"), &slot, &secret).unwrap().expose(), &[42; 32]);
        for (name, secret) in [(name("a"), [6; 32]), (name("b"), [5; 32])] {
            let error = open_with_secret(&name, &slot, &Secret::new(secret)).unwrap_err();
            assert!(matches!(error, VaultError::WrongKeyringSecret));
        }
        let mut changed = slot;
        changed.kind = SlotKind::Recovery;
        assert!(open_with_secret(&name("a"), &changed, &secret).is_err(), "another type");
    }
}
