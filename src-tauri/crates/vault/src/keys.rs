//! The keys that follow from the vault key.

use std::str::FromStr;

use age::x25519;
use bech32::{Bech32, Hrp};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::objects::id::{ObjectId, Sha256Sum};
use crate::{Chance, Result, Secret, VaultError};

/// The 32 bytes from which everything in a vault follows.
pub(crate) type Key = Secret<[u8; 32]>;

/// Purposes of the derived keys: HKDF-SHA256 (RFC 5869), no salt, these as `info`. Pinned for ever.
const DATABASE: &str = "recourse.vault.v1 database";
const IDENTITY: &str = "recourse.vault.v1 age identity";
const HEADER: &str = "recourse.vault.v1 header mac";
const CHANGE: &str = "recourse.vault.v1 change mac";
const OBJECT_ID: &str = "recourse.vault.v1 object id";

/// All keys of an open vault.
pub(crate) struct Keys {
    pub(crate) vault: Key,
    pub(crate) database: Key,
    pub(crate) change: Key,
    header: Key,
    object_id: Key,
    identity: x25519::Identity,
    identity_line: Secret<String>,
}

impl Keys {
    /// Derives every key.
    pub(crate) fn derive(vault: Key) -> Result<Self> {
        let identity_bytes = expand(vault.expose(), IDENTITY)?;
        let identity_line = identity_line(&identity_bytes)?;
        let identity = x25519::Identity::from_str(identity_line.expose())
            .map_err(|_| VaultError::Internal { doing: "derive the age identity" })?;
        Ok(Self {
            database: expand(vault.expose(), DATABASE)?,
            change: expand(vault.expose(), CHANGE)?,
            header: expand(vault.expose(), HEADER)?,
            object_id: expand(vault.expose(), OBJECT_ID)?,
            identity,
            identity_line,
            vault,
        })
    }

    /// A fresh vault key and what follows from it.
    pub(crate) fn fresh(chance: &mut dyn Chance) -> Result<Self> {
        Self::derive(Secret::filled(|key: &mut [u8; 32]| chance.fill(key))?)
    }

    /// The secret key that opens the objects, for age readers.
    pub(crate) fn identity(&self) -> &x25519::Identity {
        &self.identity
    }

    /// The same as the line `AGE-SECRET-KEY-1...` that the stock `age` tool reads.
    pub(crate) fn identity_line(&self) -> &Secret<String> {
        &self.identity_line
    }

    /// The public key that objects are sealed to.
    pub(crate) fn recipient(&self) -> x25519::Recipient {
        self.identity.to_public()
    }

    /// An object's id: it tells nobody without the key what the content is.
    pub(crate) fn object_id(&self, sum: &Sha256Sum) -> ObjectId {
        ObjectId::from_bytes(mac(&self.object_id, sum.as_bytes()).finalize().into_bytes().into())
    }

    /// The seal over a header.
    pub(crate) fn header_mac(&self, content: &[u8]) -> [u8; 32] {
        mac(&self.header, content).finalize().into_bytes().into()
    }

    /// Whether a header's seal fits, compared in constant time.
    pub(crate) fn header_mac_fits(&self, content: &[u8], seal: &[u8]) -> bool {
        mac(&self.header, content).verify_slice(seal).is_ok()
    }
}

/// HKDF-SHA256 without salt: the vault key is random and full length already.
fn expand(key: &[u8; 32], purpose: &str) -> Result<Key> {
    hkdf(None, key, purpose)
}

/// HKDF-SHA256 to 32 bytes.
pub(crate) fn hkdf(salt: Option<&[u8]>, key: &[u8], purpose: &str) -> Result<Key> {
    Secret::filled(|out: &mut [u8; 32]| {
        Hkdf::<Sha256>::new(salt, key)
            .expand(purpose.as_bytes(), out)
            .map_err(|_| VaultError::Internal { doing: "derive a key" })
    })
}

fn mac(key: &Key, content: &[u8]) -> Hmac<Sha256> {
    // RFC 2104 fills a short key up with zeros to the hash's block of 64 bytes.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key.expose());
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    mac.update(content);
    mac
}

/// Bech32 as the age format spells a secret key, in capitals.
fn identity_line(key: &Key) -> Result<Secret<String>> {
    let failed = |_| VaultError::Internal { doing: "spell the age identity" };
    let prefix = Hrp::parse("age-secret-key-").map_err(|_| failed(()))?;
    let mut lower = Zeroizing::new(bech32::encode_lower::<Bech32>(prefix, key.expose()).map_err(|_| failed(()))?);
    lower.make_ascii_uppercase();
    Ok(Secret::new(lower.as_str().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        data_encoding::HEXLOWER.encode(bytes)
    }

    fn keys() -> Keys {
        Keys::derive(Secret::new(std::array::from_fn(|i| i as u8))).unwrap()
    }

    #[test]
    fn derived_keys_are_pinned() {
        // Computed a second time outside of this project: HKDF and HMAC by hand, the public key by age-keygen.
        let keys = keys();
        assert_eq!(hex(keys.database.expose()), "3f5235c6e59d72b62840afbd17f6abca339b8be6826a47d2fd12f9f08db7041c");
        assert_eq!(hex(keys.change.expose()), "2b5d8ebb613cd90e2eaf5aa0a93cda82f81b942e3992f6e434f634cd3f243140");
        assert_eq!(hex(keys.header.expose()), "87c7080be497f30720253597be601be6eae7e55a6e399ba36dc4680ee4e0e857");
        assert_eq!(
            keys.identity_line().expose(),
            "AGE-SECRET-KEY-1FLXSDNE7ADDEYMVKUJFRKQWWXQLS6GPYUWZ86XSNJPN6YJ7AKQUSPVXJGA"
        );
        assert_eq!(keys.recipient().to_string(), "age184avrz3ntpdmx2tq7j5h245egjfuhjnkhuhhel074fnsaqekru9sq89jqq");
        assert_eq!(
            keys.object_id(&Sha256Sum::of(b"abc")).to_string(),
            "53ce86e31bf7bb42bf2fd517fee85bf7d164f4186a9b2880a1e2285364dbd846"
        );
    }

    #[test]
    fn no_two_purposes_share_a_key() {
        let keys = keys();
        let mut all =
            [&keys.vault, &keys.database, &keys.change, &keys.header, &keys.object_id].map(|k| *k.expose()).to_vec();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 5);
    }
}
