//! Where a saved page says it came from: its title, its address, its character set.

/// Most characters of a title or an address.
const LONGEST: usize = 2_000;

/// As much of the page as is searched.
fn head(page: &str) -> &str {
    crate::limits::cut(page, 512 * 1024).0
}

/// The page's title, entities resolved.
pub(super) fn title(page: &str) -> Option<String> {
    let inner = between(head(page), "<title", "</title")?;
    let inner = inner.split_once('>').map(|(_, words)| words)?;
    let words = mail_parser::decoders::html::html_to_text(inner);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then(|| crate::limits::cut(&words, LONGEST).0.to_owned())
}

/// The address that the browser that saved it, or the page itself, wrote into it.
pub(super) fn address(page: &str) -> Option<String> {
    let page = head(page);
    saved_from(page)
        .or_else(|| single_file(page))
        .or_else(|| tag_value(page, "<link", ("rel", "canonical"), "href"))
        .or_else(|| tag_value(page, "<meta", ("property", "og:url"), "content"))
        .filter(|address| address.starts_with("http://") || address.starts_with("https://"))
        .map(|address| crate::limits::cut(&address, LONGEST).0.to_owned())
}

/// `<!-- saved from url=(0024)https://example.org/ -->`, the mark that browsers leave.
fn saved_from(page: &str) -> Option<String> {
    let mark = between(page, "saved from url=(", "-->")?;
    let (_, address) = mark.split_once(')')?;
    Some(address.trim().to_owned())
}

/// The comment that the SingleFile extension leaves: a line `url: …`.
fn single_file(page: &str) -> Option<String> {
    let comment = between(page, "Page saved with SingleFile", "-->")?;
    comment.lines().find_map(|line| line.trim().strip_prefix("url:")).map(|address| address.trim().to_owned())
}

/// The attribute `wanted` of the first tag that opens with `tag` and carries `mark`.
fn tag_value(page: &str, tag: &str, mark: (&str, &str), wanted: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let mut from = 0;
    while let Some(start) = lower[from..].find(tag).map(|at| at + from) {
        let end = lower[start..].find('>').map_or(lower.len(), |at| at + start);
        let inside = &page[start..end];
        if attribute(inside, mark.0).is_some_and(|value| value.eq_ignore_ascii_case(mark.1)) {
            return attribute(inside, wanted);
        }
        from = end;
    }
    None
}

/// One attribute's value out of the inside of a tag.
fn attribute(inside: &str, name: &str) -> Option<String> {
    let lower = inside.to_ascii_lowercase();
    let at = lower.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = lower[..*at].chars().next_back().is_some_and(char::is_whitespace);
        before && lower[at + name.len()..].trim_start().starts_with('=')
    })?;
    let value = inside[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split(|c: char| c.is_whitespace()).next()?,
    };
    Some(value.replace("&amp;", "&").trim().to_owned())
}

/// The character set that the page's own `meta` names in its first 1024 bytes (HTML Standard, 13.2.3.2).
pub(crate) fn stated_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let name: String = value.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
    // A page that can be searched for "charset" is no UTF-16, whatever it says.
    (!name.is_empty() && !name.starts_with("utf-16")).then_some(name)
}

fn between<'a>(page: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let lower = page.to_ascii_lowercase();
    let from = lower.find(&start.to_ascii_lowercase())? + start.len();
    let to = lower[from..].find(end)? + from;
    Some(&page[from..to])
}

#[cfg(test)]
mod tests {
    use super::{address, stated_charset, title};

    #[test]
    fn a_saved_page_says_where_it_came_from() {
        let page = "<!DOCTYPE html>\n<!-- saved from url=(0030)https://north.example/notice?a=1 -->\n<TITLE lang=en>\n A &amp; B\n notice</TITLE>";
        assert_eq!(title(page).as_deref(), Some("A & B notice"));
        assert_eq!(address(page).as_deref(), Some("https://north.example/notice?a=1"));
        let page =
            "<link rel='icon' href='https://x/i'><link href=\"https://north.example/n?a=1&amp;b=2\" rel=canonical>";
        assert_eq!(address(page).as_deref(), Some("https://north.example/n?a=1&b=2"));
        let page = "<!--\n Page saved with SingleFile \n url: https://north.example/s \n saved date: Tue\n-->";
        assert_eq!(address(page).as_deref(), Some("https://north.example/s"));
        assert_eq!(address("<link rel=canonical href='javascript:x'>"), None);
        assert_eq!(title("<p>no title</p>"), None);
    }

    #[test]
    fn the_stated_character_set_is_found() {
        assert_eq!(stated_charset(b"<meta charset=\"iso-8859-1\">").as_deref(), Some("iso-8859-1"));
        let old = b"<meta http-equiv=content-type content='text/html; charset=windows-1251'>";
        assert_eq!(stated_charset(old).as_deref(), Some("windows-1251"));
        assert_eq!(stated_charset(b"<p>"), None);
    }
}
