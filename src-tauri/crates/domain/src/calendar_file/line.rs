//! Content lines of iCalendar: names, values, escapes, and lines no longer than 75 octets (RFC 5545, 3.1 and 3.3.11).

/// Octets of a line, its end not counted.
const LONGEST: usize = 75;

/// One property on a line of its own, folded where it is too long. A character of several octets is never cut.
pub fn property(file: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if used + c.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(c);
        used += c.len_utf8();
    }
    file.push_str("\r\n");
}

/// A text value: what has a meaning in the format is escaped, and signs that a text may not hold are left out.
pub fn text(value: &str) -> String {
    let mut written = String::new();
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push(' '),
            c if c.is_control() => {}
            c => written.push(c),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{property, text};

    #[test]
    fn a_line_is_folded_before_the_octet_that_is_too_many() {
        let line = |value: &str| {
            let mut file = String::new();
            property(&mut file, "X", value);
            file
        };
        assert_eq!(line(&"a".repeat(73)), format!("X:{}\r\n", "a".repeat(73)));
        assert_eq!(line(&"a".repeat(74)), format!("X:{}\r\n a\r\n", "a".repeat(73)));
        assert_eq!(line(&format!("{}é", "a".repeat(72))), format!("X:{}\r\n é\r\n", "a".repeat(72)));
        let folded = line(&"€".repeat(60));
        assert!(folded.lines().all(|line| line.len() <= 75), "{folded}");
        assert_eq!(folded.replace("\r\n ", "").trim_end(), format!("X:{}", "€".repeat(60)));
    }

    #[test]
    fn signs_with_a_meaning_are_escaped_and_control_signs_left_out() {
        assert_eq!(text("a, b; c\\d\r\ne\tf\u{7}g:"), "a\\, b\\; c\\\\d\\ne fg:");
    }
}
