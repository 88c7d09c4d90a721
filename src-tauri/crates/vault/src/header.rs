//! `vault.json`: what it says and how it is spelled.
//!
//! The file is JSON of a fixed spelling. Its last member, `sum`, is the SHA-256 of every byte before the
//! line on which it stands; this rule holds for all future versions, so that damage is told from novelty.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

use crate::encode::Fields;
use crate::keys::Keys;
use crate::{KdfParams, Result, VaultError};

const FORMAT: &str = "recourse-vault";
const VERSION: u64 = 1;

/// Bytes spelled as lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hex(pub(crate) Vec<u8>);

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        to.serialize_str(&data_encoding::HEXLOWER.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        data_encoding::HEXLOWER.decode(text.as_bytes()).map(Hex).map_err(de::Error::custom)
    }
}

/// What kind of secret a slot opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SlotKind {
    /// A passphrase, stretched by Argon2id.
    Passphrase,
    /// The printed recovery code.
    Recovery,
    /// A secret that this computer's keyring keeps. It is never one of the two slots that must be there.
    Keyring,
}

impl SlotKind {
    /// The word in the file.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Recovery => "recovery",
            Self::Keyring => "keyring",
        }
    }
}

/// What may be said about a slot without opening the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotSummary {
    /// The slot's id.
    pub id: String,
    /// What it opens with.
    pub kind: SlotKind,
    /// When it was made, as handed in then.
    pub made: String,
}

/// How a slot's secret becomes a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", deny_unknown_fields)]
pub(crate) enum Kdf {
    /// Argon2id, version 1.3 of the algorithm.
    #[serde(rename = "argon2id-v1.3")]
    Argon2id { memory_kib: u32, passes: u32, lanes: u32, salt: Hex },
    /// HKDF-SHA256.
    #[serde(rename = "hkdf-sha256")]
    HkdfSha256 { salt: Hex },
}

impl Kdf {
    pub(crate) fn argon2id(params: KdfParams, salt: &[u8]) -> Self {
        Self::Argon2id {
            memory_kib: params.memory_kib(),
            passes: params.passes(),
            lanes: params.lanes(),
            salt: Hex(salt.to_vec()),
        }
    }

    pub(crate) fn hkdf(salt: &[u8]) -> Self {
        Self::HkdfSha256 { salt: Hex(salt.to_vec()) }
    }

    /// The stretching settings, if they are within bounds.
    pub(crate) fn params(&self) -> Result<KdfParams> {
        match *self {
            Self::Argon2id { memory_kib, passes, lanes, .. } => KdfParams::from_header(memory_kib, passes, lanes),
            Self::HkdfSha256 { .. } => Err(VaultError::HeaderDamaged),
        }
    }

    /// Adds every field to a sealed statement.
    pub(crate) fn put(&self, fields: Fields) -> Fields {
        match self {
            Self::Argon2id { memory_kib, passes, lanes, salt } => fields
                .text("argon2id-v1.3")
                .number((*memory_kib).into())
                .number((*passes).into())
                .number((*lanes).into())
                .bytes(&salt.0),
            Self::HkdfSha256 { salt } => fields.text("hkdf-sha256").bytes(&salt.0),
        }
    }
}

/// A slot as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SlotRecord {
    pub(crate) id: String,
    #[serde(rename = "type")]
    pub(crate) kind: SlotKind,
    pub(crate) made: String,
    pub(crate) kdf: Kdf,
    /// 24 bytes for XChaCha20-Poly1305.
    pub(crate) nonce: Hex,
    /// The vault key and its tag: 48 bytes.
    pub(crate) sealed: Hex,
}

impl SlotRecord {
    pub(crate) fn new(id: &[u8], kind: SlotKind, made: &str, kdf: Kdf, nonce: &[u8]) -> Self {
        Self {
            id: data_encoding::HEXLOWER.encode(id),
            kind,
            made: made.to_owned(),
            kdf,
            nonce: Hex(nonce.to_vec()),
            sealed: Hex(Vec::new()),
        }
    }
}

/// The part of a header that every slot is bound to.
#[derive(Debug, Clone)]
pub(crate) struct VaultName {
    pub(crate) format: &'static str,
    pub(crate) version: u64,
    pub(crate) vault_id: String,
}

impl VaultName {
    /// A vault of the version that this program writes.
    pub(crate) fn current(vault_id: String) -> Self {
        Self { format: FORMAT, version: VERSION, vault_id }
    }
}

/// Slots that computers' keyrings open, and the seal over them.
///
/// They are a member of their own with a seal of their own, because a Recourse that does not know them must still open the vault: it
/// passes over the member, and drops it when it writes the file anew. Then the passphrase is asked for again and nothing else is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyringSlots {
    slots: Vec<SlotRecord>,
    mac: Hex,
}

/// The most computers that may open one vault without asking; the oldest gives way.
const MOST_KEYRINGS: usize = 8;

/// The whole header, without the `sum`, which is checked on the raw text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    format: String,
    version: u64,
    pub(crate) vault_id: String,
    pub(crate) created: String,
    pub(crate) slots: Vec<SlotRecord>,
    mac: Hex,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keyring: Option<KeyringSlots>,
}

impl Header {
    pub(crate) fn new(vault_id: String, created: &str, slots: Vec<SlotRecord>) -> Self {
        let (format, created) = (FORMAT.to_owned(), created.to_owned());
        Self { format, version: VERSION, vault_id, created, slots, mac: Hex(Vec::new()), keyring: None }
    }

    pub(crate) fn name(&self) -> VaultName {
        VaultName::current(self.vault_id.clone())
    }

    /// The slot of a kind. A header that was read has exactly one of each.
    pub(crate) fn slot(&self, kind: SlotKind) -> Result<&SlotRecord> {
        self.slots.iter().find(|slot| slot.kind == kind).ok_or(VaultError::HeaderDamaged)
    }

    /// The slots that keyrings open, oldest first.
    pub(crate) fn keyring_slots(&self) -> &[SlotRecord] {
        self.keyring.as_ref().map_or(&[], |keyring| &keyring.slots)
    }

    /// What may be said of every slot without opening the vault.
    pub(crate) fn summaries(&self) -> Vec<SlotSummary> {
        let all = self.slots.iter().chain(self.keyring_slots());
        all.map(|slot| SlotSummary { id: slot.id.clone(), kind: slot.kind, made: slot.made.clone() }).collect()
    }

    /// Takes out every slot that a keyring opens.
    pub(crate) fn forget_keyrings(&mut self) {
        self.keyring = None;
    }

    /// Puts a new slot in the place of the old one of its kind; a keyring's beside those of other computers.
    pub(crate) fn put(&mut self, new: SlotRecord) {
        if new.kind == SlotKind::Keyring {
            let keyring = self.keyring.get_or_insert_with(|| KeyringSlots { slots: Vec::new(), mac: Hex(Vec::new()) });
            keyring.slots.push(new);
            let too_many = keyring.slots.len().saturating_sub(MOST_KEYRINGS);
            keyring.slots.drain(..too_many);
            return;
        }
        self.slots.retain(|slot| slot.kind != new.kind);
        self.slots.push(new);
        self.slots.sort_by_key(|slot| slot.kind.word());
    }

    /// Seals the content with the vault's own key.
    pub(crate) fn sign(&mut self, keys: &Keys) {
        self.mac = Hex(keys.header_mac(&self.content()).to_vec());
        let sealed = Hex(keys.header_mac(&self.keyring_content()).to_vec());
        if let Some(keyring) = &mut self.keyring {
            keyring.mac = sealed;
        }
    }

    /// Whether the content is as this vault's key holder left it.
    pub(crate) fn signed_by(&self, keys: &Keys) -> bool {
        let beside = self.keyring.as_ref();
        keys.header_mac_fits(&self.content(), &self.mac.0)
            && beside.is_none_or(|keyring| keys.header_mac_fits(&self.keyring_content(), &keyring.mac.0))
    }

    fn content(&self) -> Vec<u8> {
        let fields = Fields::new("recourse.header.v1")
            .text(&self.format)
            .number(self.version)
            .text(&self.vault_id)
            .text(&self.created);
        put_slots(fields, &self.slots).finish()
    }

    fn keyring_content(&self) -> Vec<u8> {
        let fields = Fields::new("recourse.header.v1 keyring").text(&self.vault_id);
        put_slots(fields, self.keyring_slots()).finish()
    }

    /// The file's text.
    pub(crate) fn render(&self) -> Result<String> {
        let body =
            serde_json::to_string_pretty(self).map_err(|_| VaultError::Internal { doing: "spell the header" })?;
        let open = body.strip_suffix("\n}").ok_or(VaultError::Internal { doing: "spell the header" })?;
        let open = format!("{open},\n");
        Ok(format!("{open}{}", last_line(&open)))
    }

    /// Reads a file's text; the second value says whether its sum is right.
    ///
    /// # Errors
    /// [`VaultError::NewerFormat`], [`VaultError::NotAVault`], [`VaultError::HeaderDamaged`].
    pub(crate) fn parse(text: &[u8]) -> Result<(Self, bool)> {
        #[derive(Deserialize)]
        struct Start {
            format: String,
            version: u64,
        }
        let whole = sum_is_right(text);
        let start: Start = serde_json::from_slice(text).map_err(|_| VaultError::HeaderDamaged)?;
        match start {
            Start { format, .. } if format != FORMAT => {
                Err(if whole { VaultError::NotAVault } else { VaultError::HeaderDamaged })
            }
            Start { version: VERSION, .. } => {
                let header: Self = serde_json::from_slice(text).map_err(|_| VaultError::HeaderDamaged)?;
                let count = |kind| header.slots.iter().filter(|slot| slot.kind == kind).count();
                let strange = header.keyring_slots().iter().any(|slot| slot.kind != SlotKind::Keyring);
                let two = header.slots.len() == 2 && count(SlotKind::Passphrase) == 1 && count(SlotKind::Recovery) == 1;
                if !two || strange {
                    return Err(VaultError::HeaderDamaged);
                }
                Ok((header, whole))
            }
            Start { version, .. } if version > VERSION && whole => Err(VaultError::NewerFormat { found: version }),
            Start { .. } => Err(VaultError::HeaderDamaged),
        }
    }
}

/// Adds every field of a list of slots to a sealed statement.
fn put_slots(fields: Fields, slots: &[SlotRecord]) -> Fields {
    slots.iter().fold(fields.number(slots.len() as u64), |fields, slot| {
        let fields = fields.text(&slot.id).text(slot.kind.word()).text(&slot.made);
        slot.kdf.put(fields).bytes(&slot.nonce.0).bytes(&slot.sealed.0)
    })
}

fn last_line(before: &str) -> String {
    format!("  \"sum\": \"{}\"\n}}\n", data_encoding::HEXLOWER.encode(&Sha256::digest(before.as_bytes())))
}

fn sum_is_right(text: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(text) else { return false };
    text.rfind("  \"sum\": ").is_some_and(|at| text[at..] == last_line(&text[..at]))
}
