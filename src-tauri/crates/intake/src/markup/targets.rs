//! Link targets that can be read but not followed.

/// Renames `href` to `data-href` in every tag. `html` is what the sanitiser wrote: attribute values are quoted and `<`
/// in text is escaped, so a scan of tags is exact.
pub(super) fn disarm(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let tag = &rest[start..start + end_of_tag(&rest[start..])];
        let mut quoted = false;
        for piece in tag.split_inclusive('"') {
            // Between quotes stands a value; outside stand names.
            if !quoted && piece.ends_with(" href=\"") {
                out.push_str(&piece[..piece.len() - 6]);
                out.push_str("data-href=\"");
            } else {
                out.push_str(piece);
            }
            quoted = !quoted;
        }
        rest = &rest[start + tag.len()..];
    }
    out.push_str(rest);
    out
}

fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod tests {
    use super::disarm;

    #[test]
    fn only_attributes_are_renamed() {
        assert_eq!(
            disarm(r#"<a title="x > href=" href="http://x">say href="y"</a>"#),
            r#"<a title="x > href=" data-href="http://x">say href="y"</a>"#
        );
        assert_eq!(disarm("<br"), "<br");
    }
}
