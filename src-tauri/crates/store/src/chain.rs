//! The chain that ties each entry of the history to the one before.
//!
//! `hash = SHA-256("recourse.change.v2" ‖ prev ‖ fields)`, each field after its length (eight bytes, big end first): the number (eight bytes, big end
//! first), the time, the kind, the record's id (empty where there is none), the number of the turn's first entry, the turn taken back (empty where there is
//! none), and `sum = SHA-256("recourse.change.words.v1" ‖ salt ‖ body)`, where the salt is 16 bytes of chance and the body as stored.
//! `mac = HMAC-SHA256(change key, hash)`. The first entry's `prev` is 32 zero bytes. The head is sealed by HMAC-SHA256 over
//! `"recourse.change.head.v1" ‖ number ‖ hash`.
//!
//! Entries of schemas before 6 have no sum: theirs is `"recourse.change.v1"` over number, time, kind, record and the body itself.
//!
//! When a record is deleted for good, body and salt of the entries with its words are erased. Hash and sum stay, so the chain still holds, and without the salt nobody
//! can try words against the sum. A later entry, kind `erased`, says so: its `left` is SHA-256 over `"recourse.change.left.v1"` and what is left of each
//! entry that it erased, in order: number, time, kind, record, hash, each after its length. What is missing without such an entry shows.
//!
//! The honest limit: whoever has the vault's keys can write a whole new history. Only a witness outside fixes a date.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use recourse_vault::Secret;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::table::{change, change_head};
use crate::{ChangeKind, Result};

const FIRST_LABEL: &[u8] = b"recourse.change.v1";
const ENTRY_LABEL: &[u8] = b"recourse.change.v2";
const WORDS_LABEL: &[u8] = b"recourse.change.words.v1";
const SALT_LABEL: &[u8] = b"recourse.change.salt.v1";
const LEFT_LABEL: &[u8] = b"recourse.change.left.v1";
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
    /// Its words are gone and no later entry says that they were erased.
    #[error("the words of the entry are gone, and no entry says that they were erased")]
    Emptied,
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
    /// Chance before the body in its sum; none where the words were erased and in old entries.
    pub(crate) salt: Option<[u8; 16]>,
    /// None in entries of schemas before 6.
    pub(crate) sum: Option<[u8; 32]>,
    /// The first entry of what was done at once.
    pub(crate) turn: Option<i64>,
    /// The turn that it takes back.
    pub(crate) back: Option<i64>,
    /// The entry that says that its words were erased.
    pub(crate) erased_by: Option<i64>,
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
    /// The first entry of what is done at once; none where this is the first.
    pub(crate) turn: Option<i64>,
    pub(crate) back: Option<i64>,
    /// Chance of the transaction.
    pub(crate) chance: [u8; 16],
}

/// Adds an entry, moves the head on and gives the entry's number. `known` is the head as it was, where that is known, and becomes what it is.
pub(crate) fn append(
    conn: &Connection,
    key: &Secret<[u8; 32]>,
    known: &Cell<Option<SealedHead>>,
    words: Words,
) -> Result<i64> {
    let head = match known.take() {
        Some(head) => Some(head),
        None => change_head::get(conn)?,
    };
    let (last, prev) = head.map_or((0, [0; 32]), |head| (head.seq, head.hash));
    let Words { at, kind, record, body, turn, back, chance } = words;
    let seq = last + 1;
    let salt = salt(&chance, seq);
    let mut link = Link {
        seq,
        at,
        kind: kind.to_owned(),
        record,
        prev,
        hash: [0; 32],
        mac: [0; 32],
        salt: Some(salt),
        sum: Some(sum(&salt, &body)),
        turn: Some(turn.unwrap_or(seq)),
        back,
        erased_by: None,
        body,
    };
    link.hash = hash(&link);
    link.mac = entry_mac(key, &link.hash).finalize().into_bytes().into();
    change::insert(conn, &link)?;
    let mac = head_mac(key, link.seq, &link.hash).finalize().into_bytes().into();
    let head = SealedHead { seq: link.seq, hash: link.hash, mac };
    change_head::set(conn, &head)?;
    known.set(Some(head));
    Ok(seq)
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
    let mut emptied = BTreeMap::<i64, (i64, Left)>::new();
    let followed = change::each(conn, |link| {
        let fault = if link.seq != last + 1 {
            ChainFault::Missing
        } else if link.prev != prev {
            ChainFault::Unchained
        } else if !is_as_written(link) {
            ChainFault::Altered
        } else if entry_mac(key, &link.hash).verify_slice(&link.mac).is_err() {
            ChainFault::Unsealed
        } else if link.kind == ChangeKind::Erased.code() && !says_what_it_erased(link, emptied.remove(&link.seq)) {
            ChainFault::Altered
        } else {
            if let Some(by) = link.erased_by {
                emptied.entry(by).or_insert_with(|| (link.seq, Left::new())).1.add(link);
            }
            (last, prev) = (link.seq, link.hash);
            return Ok(());
        };
        Err((last + 1, fault))
    })?;
    if let Err((seq, fault)) = followed {
        return Ok(broken(seq, fault));
    }
    if let Some(seq) = emptied.values().map(|(first, _)| *first).min() {
        return Ok(broken(seq, ChainFault::Emptied));
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

/// Whether an entry's own content gives its hash. Of an old entry whose words were erased only the hash itself is left; what else is left of it stands in the
/// sum of the entry that erased it.
fn is_as_written(link: &Link) -> bool {
    let words = match (link.erased_by, &link.sum, &link.salt) {
        (Some(_), sum, None) if link.body == "null" => return sum.is_none() || link.hash == hash(link),
        (None, Some(expected), Some(salt)) => sum(salt, &link.body) == *expected,
        (None, None, None) => true,
        _ => false,
    };
    words && link.hash == hash(link)
}

fn hash(link: &Link) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(if link.sum.is_some() { ENTRY_LABEL } else { FIRST_LABEL });
    hash.update(link.prev);
    head_of(&mut hash, link);
    match &link.sum {
        None => field(&mut hash, link.body.as_bytes()),
        Some(sum) => {
            for number in [link.turn, link.back] {
                field(&mut hash, number.map(i64::to_be_bytes).as_ref().map_or(&[], <[u8; 8]>::as_slice));
            }
            field(&mut hash, sum);
        }
    }
    hash.finalize().into()
}

/// What an entry is, apart from its words.
fn head_of(hash: &mut Sha256, link: &Link) {
    field(hash, &link.seq.to_be_bytes());
    field(hash, link.at.as_bytes());
    field(hash, link.kind.as_bytes());
    field(hash, link.record.as_deref().unwrap_or_default().as_bytes());
}

fn field(hash: &mut Sha256, field: &[u8]) {
    hash.update((field.len() as u64).to_be_bytes());
    hash.update(field);
}

fn sum(salt: &[u8; 16], body: &str) -> [u8; 32] {
    Sha256::new().chain_update(WORDS_LABEL).chain_update(salt).chain_update(body).finalize().into()
}

/// A salt for each entry. Nobody who has one can tell another from it.
fn salt(chance: &[u8; 16], seq: i64) -> [u8; 16] {
    let whole: [u8; 32] =
        Sha256::new().chain_update(SALT_LABEL).chain_update(chance).chain_update(seq.to_be_bytes()).finalize().into();
    let mut salt = [0; 16];
    salt.copy_from_slice(&whole[..16]);
    salt
}

/// What is left of the entries that one entry erased.
pub(crate) struct Left(Sha256);

impl Left {
    pub(crate) fn new() -> Self {
        Self(Sha256::new().chain_update(LEFT_LABEL))
    }

    pub(crate) fn add(&mut self, link: &Link) {
        head_of(&mut self.0, link);
        field(&mut self.0, &link.hash);
    }

    /// In lower-case hexadecimal.
    pub(crate) fn in_words(self) -> String {
        data_encoding::HEXLOWER.encode(&self.0.finalize())
    }
}

/// Whether an entry of kind `erased` names what was in fact erased by it.
fn says_what_it_erased(link: &Link, found: Option<(i64, Left)>) -> bool {
    let left = found.map_or_else(Left::new, |(_, left)| left).in_words();
    let body: Option<change::Body> = serde_json::from_str(&link.body).unwrap_or_default();
    body.and_then(|body| body.after?.get("left")?.as_str().map(|said| said == left)).unwrap_or(false)
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
