//! Properties, recipients and attachments of a compound file (MS-OXMSG, 2.2 to 2.4).

use std::collections::BTreeMap;
use std::io::Read;

use super::File;
use crate::mail::MailAddress;
use crate::mail::addresses::some;
use crate::{Problem, limits, text};

/// Most bytes of one property that are read into memory.
const PROPERTY_BYTES: u64 = 64 << 20;

/// Most streams looked at in one storage.
const STREAMS: usize = 5_000;

/// The properties of one storage.
pub(super) struct Properties {
    /// Property identifier and type, and its bytes.
    streams: BTreeMap<(u16, u16), Vec<u8>>,
    /// Identifier and eight bytes of value for those that need no stream.
    fixed: BTreeMap<u16, [u8; 8]>,
}

impl Properties {
    /// Reads every property stream of `storage` but attached data, which is fetched when asked for. `header` is the
    /// length of the property stream's own header: 32 in a message, 8 in a recipient or an attachment.
    pub(super) fn read(file: &mut File<'_>, storage: &str, header: usize) -> Result<Self, Problem> {
        let broken = |_| Problem::damaged("the Outlook message is broken");
        let names: Vec<_> = file
            .read_storage(storage)
            .map_err(broken)?
            .take(STREAMS)
            .filter(|entry| entry.is_stream() && entry.len() <= PROPERTY_BYTES)
            .map(|entry| entry.name().to_owned())
            .collect();
        let mut streams = BTreeMap::new();
        let mut fixed = BTreeMap::new();
        for name in names {
            let path = format!("{storage}/{name}");
            if name == "__properties_version1.0" {
                let bytes = stream(file, &path).unwrap_or_default();
                for entry in bytes.get(header..).unwrap_or_default().chunks_exact(16) {
                    let id = u16::from_le_bytes([entry[2], entry[3]]);
                    if let Ok(value) = entry[8..16].try_into() {
                        fixed.insert(id, value);
                    }
                }
            } else if let Some(key) = name.strip_prefix("__substg1.0_").and_then(property)
                && key.0 != ATTACHED
            {
                streams.insert(key, stream(file, &path).unwrap_or_default());
            }
        }
        Ok(Self { streams, fixed })
    }

    /// A text property, Unicode before the old code page.
    pub(super) fn text(&self, id: u16) -> Option<String> {
        let decoded = match (self.streams.get(&(id, 0x001F)), self.streams.get(&(id, 0x001E))) {
            (Some(wide), _) => text::decode(wide, Some("utf-16le")),
            (None, Some(narrow)) => {
                let page = self.number(0x3FFD).map(codepage);
                text::decode(narrow, page.as_deref())
            }
            (None, None) => return None,
        };
        Some(limits::cut(&decoded, limits::TEXT_BYTES).0.to_owned())
    }

    /// A binary property.
    pub(super) fn bytes(&self, id: u16) -> Option<&[u8]> {
        self.streams.get(&(id, 0x0102)).map(Vec::as_slice)
    }

    /// Whether a binary property is there and not empty.
    pub(super) fn has(&self, id: u16) -> bool {
        self.bytes(id).is_some_and(|bytes| !bytes.is_empty())
    }

    /// A 32-bit property.
    pub(super) fn number(&self, id: u16) -> Option<u32> {
        self.fixed.get(&id).map(|v| u32::from_le_bytes([v[0], v[1], v[2], v[3]]))
    }

    /// A time property, as `FILETIME`; zero means none.
    pub(super) fn time(&self, id: u16) -> Option<u64> {
        self.fixed.get(&id).map(|v| u64::from_le_bytes(*v)).filter(|ticks| *ticks != 0)
    }
}

/// The attached data itself.
const ATTACHED: u16 = 0x3701;

/// One recipient.
pub(super) struct Recipient {
    pub person: MailAddress,
    /// 1 to, 2 cc, 3 bcc.
    pub kind: u32,
}

/// The recipients in their order, and whether there were more.
pub(super) fn recipients(file: &mut File<'_>) -> (Vec<Recipient>, bool) {
    let (storages, more) = storages(file, "__recip_version1.0_", limits::ADDRESSES);
    let people = storages.iter().filter_map(|storage| {
        let read = Properties::read(file, storage, 8).ok()?;
        let address = [0x39FE, 0x3003].into_iter().filter_map(|id| some(read.text(id).as_deref()));
        let person = MailAddress {
            name: some(read.text(0x3001).as_deref()),
            address: address.into_iter().find(|address| address.contains('@')),
        };
        Some(Recipient { person, kind: read.number(0x0C15).unwrap_or(1) })
    });
    (people.collect(), more)
}

/// One attachment.
pub(super) struct Attachment {
    pub storage: String,
    pub name: Option<String>,
    pub media_type: Option<String>,
    pub content_id: Option<String>,
    pub size: u64,
    pub is_mail: bool,
}

/// The attachments in their order, and whether there were more.
pub(super) fn attachments(file: &mut File<'_>) -> (Vec<Attachment>, bool) {
    let (storages, more) = storages(file, "__attach_version1.0_", limits::ATTACHMENTS);
    let list = storages.into_iter().filter_map(|storage| {
        let read = Properties::read(file, &storage, 8).ok()?;
        let nested = format!("{storage}/__substg1.0_3701000D");
        let name = [0x3707, 0x3704, 0x3001].into_iter().find_map(|id| some(read.text(id).as_deref()));
        Some(Attachment {
            name,
            media_type: some(read.text(0x370E).as_deref()),
            content_id: some(read.text(0x3712).as_deref()),
            size: file.entry(format!("{storage}/__substg1.0_37010102")).map(|entry| entry.len()).unwrap_or(0),
            is_mail: file.is_storage(nested),
            storage,
        })
    });
    (list.collect(), more)
}

/// The attached bytes.
pub(super) fn content(file: &mut File<'_>, storage: &str) -> Option<Vec<u8>> {
    stream(file, &format!("{storage}/__substg1.0_37010102"))
}

/// The name by which an encoding is known that Windows numbers.
pub(super) fn codepage(number: u32) -> String {
    match number {
        65001 => "utf-8".to_owned(),
        28591..=28606 => format!("iso-8859-{}", number - 28590),
        20866 => "koi8-r".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        other => format!("windows-{other}"),
    }
}

pub(super) fn stream(file: &mut File<'_>, path: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    file.open_stream(path).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn storages(file: &File<'_>, prefix: &str, most: usize) -> (Vec<String>, bool) {
    let mut names: Vec<_> = file
        .read_root_storage()
        .filter(|entry| entry.is_storage() && entry.name().starts_with(prefix))
        .map(|entry| format!("/{}", entry.name()))
        .take(most + 1)
        .collect();
    names.sort_unstable();
    let more = names.len() > most;
    names.truncate(most);
    (names, more)
}

/// "0037001F" is property 0037 of type 001F.
fn property(name: &str) -> Option<(u16, u16)> {
    let number = u32::from_str_radix(name.get(..8)?, 16).ok()?;
    Some(((number >> 16) as u16, (number & 0xFFFF) as u16))
}
