//! The limits that every reader keeps, in one place.

/// Most bytes of words taken from one file.
pub const TEXT_BYTES: usize = 16 * 1024 * 1024;

/// Most bytes of sanitised HTML kept from one file.
pub const HTML_BYTES: usize = 8 * 1024 * 1024;

/// Most header lines kept from one mail.
pub const HEADER_LINES: usize = 500;

/// Most bytes kept of one header's value.
pub const HEADER_BYTES: usize = 8 * 1024;

/// Most people kept from one address list.
pub const ADDRESSES: usize = 500;

/// Most bytes of the pictures that came with one mail or page and are looked at for its formatted words.
pub const OWN_PICTURE_BYTES: usize = 128 * 1024 * 1024;

/// Most attachments listed from one mail.
pub const ATTACHMENTS: usize = 2_000;

/// Most message identifiers kept from one References header.
pub const REFERENCES: usize = 200;

/// Most pixels of a picture that is decoded (width × height).
pub const PIXELS: u64 = 120_000_000;

/// Most bytes that decoding one picture may allocate.
pub const PICTURE_BYTES: u64 = 512 * 1024 * 1024;

/// Most pages whose words are read from one PDF; the page count itself is not limited.
pub const PDF_TEXT_PAGES: usize = 5_000;

/// Most seconds of processor time spent on the words of one PDF; what was found until then is kept.
pub const PDF_TEXT_SECONDS: f64 = 12.0;

/// Most seconds of processor time spent on walking through a recording to learn how long it lasts.
pub const MEDIA_SECONDS: f64 = 8.0;

/// Most parts of the package that an office document is.
pub const PACKAGE_PARTS: usize = 20_000;

/// Most bytes that one part of a package may unpack to.
pub const PACKAGE_PART_BYTES: u64 = 96 * 1024 * 1024;

/// Most bytes that all parts which are read may unpack to together.
pub const PACKAGE_BYTES: u64 = 256 * 1024 * 1024;

/// A part that unpacks to more than this must not have been packed further than [`PACKAGE_RATIO`].
pub const PACKAGE_PLAIN_BYTES: u64 = 8 * 1024 * 1024;

/// Most unpacked bytes for each packed one. Markup packs to a tenth or, rarely, a hundredth.
pub const PACKAGE_RATIO: u64 = 400;

/// Most glyphs placed on one PDF page before its words are cut.
pub const PAGE_GLYPHS: usize = 400_000;

/// Longest edge, in pixels, of anything rendered or resized for the window.
pub const MAX_EDGE: u32 = 8_000;

/// The longest prefix of `words` that fits in `bytes` without breaking a character, and whether anything was left off.
#[must_use]
pub fn cut(words: &str, bytes: usize) -> (&str, bool) {
    if words.len() <= bytes {
        return (words, false);
    }
    (&words[..words.floor_char_boundary(bytes)], true)
}

/// Processor time that this process has used, in seconds; zero where the system does not tell.
pub(crate) fn processor_seconds() -> f64 {
    #[cfg(unix)]
    {
        let used = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
        used.tv_sec as f64 + used.tv_nsec as f64 / 1e9
    }
    #[cfg(not(unix))]
    {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_cut_never_breaks_a_character() {
        assert_eq!(cut("naïve", 3), ("na", true));
        assert_eq!(cut("naïve", 4), ("naï", true));
        assert_eq!(cut("naïve", 6), ("naïve", false));
    }
}
