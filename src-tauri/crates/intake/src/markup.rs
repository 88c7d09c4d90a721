//! HTML made harmless, and the words out of it.

mod bare;
mod origin;
mod targets;

use std::borrow::Cow;
use std::collections::HashSet;

use ammonia::{Builder, UrlRelative};
use bare::Bare;
pub(crate) use origin::stated_charset;

use crate::{Reading, limits, text};

/// Puts title, address, harmless HTML and words of a saved page on the reading.
pub(crate) fn read(reading: Reading, bytes: &[u8]) -> Reading {
    let stated = origin::stated_charset(bytes);
    fill(reading, &text::decode(bytes, stated.as_deref()))
}

/// The same from text that is decoded already.
pub(crate) fn fill(mut reading: Reading, page: &str) -> Reading {
    let (page, cut) = limits::cut(page, limits::HTML_BYTES);
    reading.text_cut = cut;
    reading.title = origin::title(page);
    reading.address = origin::address(page);
    let html = sanitise(page);
    reading.set_plain_text(&words(&html));
    reading.html = Some(html);
    reading
}

/// HTML in which nothing runs and nothing is fetched: no script, style, form, frame or remote picture. A picture keeps
/// its words (`alt`), and its `src` only where that is `cid:`, so that the window can put the mail's own picture
/// there. A link's target becomes `data-href`: to be read, not to be followed.
#[must_use]
pub fn sanitise(html: &str) -> String {
    let (html, _) = limits::cut(html, limits::HTML_BYTES);
    let mut builder = Builder::default();
    builder
        .url_schemes(HashSet::from(["cid", "http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        // What a page says to a reader without scripts is markup that the parser leaves as text; its title stands above the page.
        .add_clean_content_tags(["noscript", "title"])
        .rm_tag_attributes("blockquote", ["cite"])
        .rm_tag_attributes("q", ["cite"])
        .rm_tag_attributes("ins", ["cite"])
        .rm_tag_attributes("del", ["cite"])
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("img", "src") if !is_own_picture(value) => None,
            _ => Some(Cow::Borrowed(value)),
        });
    targets::disarm(builder.clean(html).to_string().trim())
}

fn is_own_picture(address: &str) -> bool {
    address.trim_start().get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("cid:"))
}

/// The words of HTML, block by block, without a word about links and pictures.
#[must_use]
pub fn words(html: &str) -> String {
    // A width that no line reaches: lines end where the blocks end.
    const WIDTH: usize = 20_000;
    let laid_out = html2text::config::with_decorator(Bare)
        .link_footnotes(false)
        .raw_mode(true)
        .no_table_borders()
        .allow_width_overflow()
        .string_from_read(html.as_bytes(), WIDTH);
    let words = laid_out.unwrap_or_else(|_| mail_parser::decoders::html::html_to_text(html));
    let lines: Vec<_> = words.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{sanitise, words};

    #[test]
    fn nothing_in_it_runs_or_is_fetched() {
        let planted = [
            "<script>fetch('http://t.example/1')</script>",
            "<img src=http://t.example/2 alt='Our logo'>",
            "<img srcset='http://t.example/3 2x'>",
            "<p style=\"background:url(http://t.example/4)\">p</p>",
            "<style>@import 'http://t.example/5';</style>",
            "<link rel=stylesheet href=http://t.example/6>",
            "<iframe src=http://t.example/7></iframe>",
            "<object data=http://t.example/8></object>",
            "<embed src=http://t.example/9>",
            "<video poster=http://t.example/10 src=http://t.example/11></video>",
            "<svg><image href=http://t.example/12 /></svg>",
            "<body background=http://t.example/13>",
            "<table background=http://t.example/14><tr><td background=http://t.example/15>x</table>",
            "<form action=http://t.example/16><input type=image src=http://t.example/17></form>",
            "<meta http-equiv=refresh content='0;url=http://t.example/18'>",
            "<base href=http://t.example/19>",
            "<img src='&#104;ttp://t.example/20'>",
            "<img src='//t.example/21'>",
            "<img src='data:image/svg+xml,<svg onload=fetch(1)>'>",
            "<a href='javascript:fetch(22)'>j</a>",
            "<a href='http://t.example/23' ping='http://t.example/24' onclick='x()'>link</a>",
            "<blockquote cite=http://t.example/25>q</blockquote>",
            "<math><mtext><img src=http://t.example/26></mtext></math>",
            "<noscript><img src=http://t.example/27></noscript>",
            "<picture><source srcset=http://t.example/28><img></picture>",
            "<audio src=http://t.example/29></audio>",
            "<img src=x onerror=alert(1)>",
        ];
        for one in planted {
            let clean = sanitise(one);
            assert!(!clean.contains(" src="), "{one} -> {clean}");
            assert!(!clean.contains(" href="), "{one} -> {clean}");
            assert!(!clean.contains("on") || !clean.contains("=\"x()"), "{one} -> {clean}");
            let rest = clean.replace("data-href=\"http://t.example/23\"", "");
            assert!(!rest.contains("t.example") && !rest.contains("fetch("), "{one} -> {clean}");
        }
    }

    #[test]
    fn alternative_words_own_pictures_and_link_targets_stay() {
        let clean = sanitise("<img src='cid:a@b' alt=Logo><img src='http://x/y' alt='Sale'><a href='http://x'>x</a>");
        assert_eq!(clean, "<img src=\"cid:a@b\" alt=\"Logo\"><img alt=\"Sale\"><a data-href=\"http://x\">x</a>");
    }

    #[test]
    fn words_come_out_block_by_block() {
        let html =
            sanitise("<table><tr><td>Dear</td><td>Ms Reed</td></tr></table><p>Your data &amp; ours</p><p>Two</p>");
        let words = words(&html);
        assert!(words.contains("Your data & ours\n"), "{words}");
        assert!(words.ends_with("Two"), "{words}");
        for word in ["Dear", "Ms Reed"] {
            assert!(words.contains(word), "{words}");
        }
    }
}
