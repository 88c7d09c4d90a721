//! The chain that ties each entry of the history to the one before.
//!
//! `hash = SHA-256("recourse.change.v1" ‖ prev ‖ fields)`, each field after its length (eight bytes, big end first): the number (eight bytes, big end
//! first), the time, the kind, the record's id (empty where there is none) and the body, as stored. `mac = HMAC-SHA256(change key, hash)`. The first entry's
//! `prev` is 32 zero bytes. The head is sealed by HMAC-SHA256 over `"recourse.change.head.v1" ‖ number ‖ hash`.
//!
//! The honest limit: whoever has the vault's keys can write a whole new history. Only a witness outside fixes a date.

use std::cell::Cell;
use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use recourse_vault::Secret;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::Result;
use crate::table::{change, change_head};

const ENTRY_LABEL: &[u8] = b"recourse.change.v1";
const HEAD_LABEL: &[u8] = b"recourse.change.head.v1";

/// The end of the history.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChainHead {
    /// Number of the last entry; 0 before the first.
    pub seq: u64,
    /// SHA-256 of the last entry; zeros before the first.
    pub hash: [u8; 32],
}

impl fmt::Display for ChainHead {
    /// The number and the hash in lower-case hexadecimal, as a bundle prints them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.seq, data_encoding::HEXLOWER.encode(&self.hash))
    }
}

/// What following the whole chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainCheck {
    /// Every entry is as it was written, and none is missing.
    Sound(ChainHead),
    /// It is broken.
    Broken(BrokenChain),
}

/// Where the chain breaks first, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenChain {
    /// Number of the first entry that is wrong or missing.
    pub seq: u64,
    /// What is wrong.
    pub fault: ChainFault,
}

/// What can be wrong with an entry of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChainFault {
    /// The entry is not there.
    #[error("the entry is missing")]
    Missing,
    /// It does not follow on the one before.
    #[error("the entry does not follow on the one before")]
    Unchained,
    /// Its content does not give its hash.
    #[error("the entry was altered")]
    Altered,
    /// Its hash was not sealed with this vault's key.
    #[error("the entry was not written by this vault")]
    Unsealed,
    /// The sealed head is missing or is not this vault's.
    #[error("the seal over the end of the history is broken")]
    HeadUnsealed,
    /// There are entries after the sealed head.
    #[error("the entry was added after the end of the history was sealed")]
    AfterHead,
}

/// One entry as stored.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) seq: i64,
    pub(crate) at: String,
    pub(crate) kind: String,
    pub(crate) record: Option<String>,
    pub(crate) body: String,
    pub(crate) prev: [u8; 32],
    pub(crate) hash: [u8; 32],
    pub(crate) mac: [u8; 32],
}

/// The end of the history as stored.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SealedHead {
    pub(crate) seq: i64,
    pub(crate) hash: [u8; 32],
    pub(crate) mac: [u8; 32],
}

/// The words of an entry that is about to be written.
pub(crate) struct Words {
    pub(crate) at: String,
    pub(crate) kind: &'static str,
    pub(crate) record: Option<String>,
    pub(crate) body: String,
}

/// Adds an entry and moves the head on. `known` is the head as it was, where that is known, and becomes what it is.
pub(crate) fn append(
    conn: &Connection,
    key: &Secret<[u8; 32]>,
    known: &Cell<Option<SealedHead>>,
    words: Words,
) -> Result<()> {
    let head = match known.take() {
        Some(head) => Some(head),
        None => change_head::get(conn)?,
    };
    let (last, prev) = head.map_or((0, [0; 32]), |head| (head.seq, head.hash));
    let Words { at, kind, record, body } = words;
    let mut link = Link { seq: last + 1, at, kind: kind.to_owned(), record, body, prev, hash: [0; 32], mac: [0; 32] };
    link.hash = hash(&link);
    link.mac = entry_mac(key, &link.hash).finalize().into_bytes().into();
    change::insert(conn, &link)?;
    let mac = head_mac(key, link.seq, &link.hash).finalize().into_bytes().into();
    let head = SealedHead { seq: link.seq, hash: link.hash, mac };
    change_head::set(conn, &head)?;
    known.set(Some(head));
    Ok(())
}

/// The end of the history, unchecked.
pub(crate) fn head(conn: &Connection) -> Result<ChainHead> {
    Ok(change_head::get(conn)?
        .map_or_else(ChainHead::default, |head| ChainHead { seq: head.seq.unsigned_abs(), hash: head.hash }))
}

/// Follows the whole chain.
pub(crate) fn verify(conn: &Connection, key: &Secret<[u8; 32]>) -> Result<ChainCheck> {
    let broken = |seq: i64, fault| ChainCheck::Broken(BrokenChain { seq: seq.unsigned_abs(), fault });
    let (mut last, mut prev) = (0, [0; 32]);
    let followed = change::each(conn, |link| {
        let fault = if link.seq != last + 1 {
            ChainFault::Missing
        } else if link.prev != prev {
            ChainFault::Unchained
        } else if link.hash != hash(link) {
            ChainFault::Altered
        } else if entry_mac(key, &link.hash).verify_slice(&link.mac).is_err() {
            ChainFault::Unsealed
        } else {
            (last, prev) = (link.seq, link.hash);
            return Ok(());
        };
        Err((last + 1, fault))
    })?;
    if let Err((seq, fault)) = followed {
        return Ok(broken(seq, fault));
    }
    let Some(head) = change_head::get(conn)? else {
        // Every record was entered in the history, so only a vault without records may have none.
        let untouched = last == 0 && !has_records(conn)?;
        return Ok(if untouched {
            ChainCheck::Sound(ChainHead::default())
        } else {
            broken(last + 1, ChainFault::HeadUnsealed)
        });
    };
    Ok(if head_mac(key, head.seq, &head.hash).verify_slice(&head.mac).is_err() {
        broken(last + 1, ChainFault::HeadUnsealed)
    } else if head.seq > last {
        broken(last + 1, ChainFault::Missing)
    } else if head.seq < last {
        broken(head.seq + 1, ChainFault::AfterHead)
    } else if head.hash != prev {
        broken(last, ChainFault::Altered)
    } else {
        ChainCheck::Sound(ChainHead { seq: last.unsigned_abs(), hash: prev })
    })
}

pub(crate) const HAS_RECORDS: &str = "SELECT EXISTS (SELECT 1 FROM counter) AS found";

fn has_records(conn: &Connection) -> Result<bool> {
    Ok(conn.prepare_cached(HAS_RECORDS)?.query_row([], |row| row.get("found"))?)
}

fn hash(link: &Link) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(ENTRY_LABEL);
    hash.update(link.prev);
    let seq = link.seq.to_be_bytes();
    let fields: [&[u8]; 5] = [
        &seq,
        link.at.as_bytes(),
        link.kind.as_bytes(),
        link.record.as_deref().unwrap_or_default().as_bytes(),
        link.body.as_bytes(),
    ];
    for field in fields {
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field);
    }
    hash.finalize().into()
}

fn entry_mac(key: &Secret<[u8; 32]>, hash: &[u8; 32]) -> Hmac<Sha256> {
    let mut mac = keyed(key);
    mac.update(hash);
    mac
}

fn head_mac(key: &Secret<[u8; 32]>, seq: i64, hash: &[u8; 32]) -> Hmac<Sha256> {
    let mut mac = keyed(key);
    mac.update(HEAD_LABEL);
    mac.update(&seq.to_be_bytes());
    mac.update(hash);
    mac
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length (RFC 2104 section 2)")]
fn keyed(key: &Secret<[u8; 32]>) -> Hmac<Sha256> {
    Hmac::new_from_slice(key.expose()).expect("any length will do")
}
