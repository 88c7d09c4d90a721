//! The pictures that came with a document, made into ones that the pages can show.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use mail_parser::decoders::base64::base64_decode;
use recourse_domain::rich::Shown;

use crate::{limits, picture as reader};

/// Most pictures of one document that are shown.
const MOST: usize = 300;
/// Most bytes of them together once they are made.
const BYTES: usize = 96 << 20;
/// Widest and highest on a page, in points.
const ROOM: (f32, f32) = (453.0, 620.0);
/// Dots for each inch of a page (General guidance on electronic court bundles, 29 November 2021).
const DOTS: f32 = 300.0;
/// Points for each CSS pixel.
const POINTS: f32 = 0.75;

/// A file that came along.
pub(super) struct Own<'a> {
    /// What it is known by on the outside: an attachment's index, a file's place.
    pub(super) index: Option<u32>,
    /// The names a page may call it by.
    pub(super) names: Vec<String>,
    pub(super) bytes: Cow<'a, [u8]>,
}

/// The pictures of one document.
#[derive(Default)]
pub(super) struct Pictures<'a> {
    own: Vec<Own<'a>>,
    /// Pictures that were made, PNG or JPEG.
    pub(super) made: Vec<Vec<u8>>,
    /// What is shown, by its index on the outside.
    pub(super) shown: BTreeSet<u32>,
    /// Own picture and its width on the page to the picture made of it.
    known: BTreeMap<(usize, u16), Shown>,
    spent: usize,
}

impl<'a> Pictures<'a> {
    pub(super) fn of(own: Vec<Own<'a>>) -> Self {
        Self { own, ..Self::default() }
    }

    /// Whether an address is of something that came along, or should have.
    pub(super) fn came_along(source: &str) -> bool {
        let lower = source.trim().get(..5).unwrap_or_default().to_ascii_lowercase();
        lower.starts_with("cid:") || lower.starts_with("data:")
    }

    /// The picture at an address, `width` and `height` being those it asks for in CSS pixels.
    pub(super) fn shown(&mut self, source: &str, width: Option<f32>, height: Option<f32>) -> Option<Shown> {
        let source = source.trim();
        if source.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
            let bytes = inside(source)?;
            return self.make(&bytes, width, height);
        }
        let at = self.find(source)?;
        self.own_picture(at, width, height)
    }

    /// One of the files that came along, by its place.
    pub(super) fn own_picture(&mut self, at: usize, width: Option<f32>, height: Option<f32>) -> Option<Shown> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let key = (at, width.or(height).unwrap_or(0.0).clamp(0.0, 9_999.0) as u16);
        let index = self.own.get(at)?.index;
        let shown = match self.known.get(&key) {
            Some(shown) => shown.clone(),
            None => {
                let own = std::mem::replace(&mut self.own[at].bytes, Cow::Borrowed(&[]));
                let made = self.make(&own, width, height);
                self.own[at].bytes = own;
                let made = made?;
                self.known.insert(key, made.clone());
                made
            }
        };
        self.shown.extend(index);
        Some(shown)
    }

    fn find(&self, source: &str) -> Option<usize> {
        let bare = match source.get(..4).filter(|scheme| scheme.eq_ignore_ascii_case("cid:")) {
            Some(_) => &source[4..],
            None => source,
        };
        let plain = unescaped(bare);
        let named = |wanted: &str| self.own.iter().position(|own| own.names.iter().any(|name| name == wanted));
        named(bare).or_else(|| named(&plain)).or_else(|| {
            // A page in a folder names what lies beside it by a way through folders that may be gone.
            let remote = bare.contains("://") || bare.starts_with("//");
            let last = plain.split(['?', '#']).next()?.rsplit('/').next().filter(|last| !last.is_empty() && !remote)?;
            let ends = |name: &String| name.rsplit(['/', '\\']).next() == Some(last);
            let mut all = self.own.iter().enumerate().filter(|(_, own)| own.names.iter().any(ends)).map(|(at, _)| at);
            let first = all.next()?;
            all.next().is_none().then_some(first)
        })
    }

    /// Makes a picture of a file, as fine as the page can use.
    fn make(&mut self, bytes: &[u8], width: Option<f32>, height: Option<f32>) -> Option<Shown> {
        if self.made.len() >= MOST || self.spent > BYTES {
            return None;
        }
        let natural = reader::upright(bytes, 1, limits::MAX_EDGE).ok()?;
        #[allow(clippy::cast_precision_loss, reason = "at most MAX_EDGE")]
        let (dots, high) = (natural.width() as f32, natural.height() as f32);
        drop(natural);
        let (width, height) = match (width.filter(|w| *w >= 1.0), height.filter(|h| *h >= 1.0)) {
            (Some(width), Some(height)) => (width, height),
            (Some(width), None) => (width, width * high / dots),
            (None, Some(height)) => (height * dots / high, height),
            (None, None) => (dots, high),
        };
        let fit = (ROOM.0 / (width * POINTS)).min(ROOM.1 / (height * POINTS)).min(1.0);
        let (width, height) = ((width * POINTS * fit).max(4.0), (height * POINTS * fit).max(4.0));
        let longer = if dots >= high { width } else { height };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the room of a page")]
        let (edge, width, height) =
            ((longer / 72.0 * DOTS).floor() as u32, width.round() as u16, height.round() as u16);
        let made = reader::normalised(bytes, 1, edge.max(16)).ok()?;
        self.spent += made.bytes.len();
        let picture = match self.made.iter().position(|there| *there == made.bytes) {
            Some(at) => at,
            None => {
                self.made.push(made.bytes);
                self.made.len() - 1
            }
        };
        Some(Shown { picture, width, height })
    }
}

/// The bytes of a `data:` address (RFC 2397).
fn inside(source: &str) -> Option<Vec<u8>> {
    let (head, data) = source.get(5..)?.split_once(',')?;
    let data = unescaped(data);
    if head.to_ascii_lowercase().ends_with(";base64") {
        let letters: Vec<u8> = data.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
        return base64_decode(&letters);
    }
    Some(data.into_bytes())
}

/// An address with its escapes (RFC 3986, 2.1) resolved.
fn unescaped(address: &str) -> String {
    let mut out = Vec::with_capacity(address.len());
    let mut bytes = address.bytes();
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        let digit = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16));
        match (byte, digit(ahead.next()), digit(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                bytes = ahead;
            }
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
