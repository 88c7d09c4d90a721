//! The little of CSS that bears on words: whether they are seen, how large and how heavy they are, where their lines stand.

use recourse_domain::rich::{Align, Look};

/// A declaration that was understood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rule {
    Hidden(bool),
    /// On lines of its own.
    Block,
    Invisible(bool),
    Size(Length),
    Bold(bool),
    Italic(bool),
    Underline(bool),
    Strike(bool),
    Mono,
    Link,
    Shift(i8),
    Align(Align),
    /// Space above and below a paragraph: none, or some.
    Gap(bool),
    Kept(bool),
    /// A height or width of nothing; together with what runs over being cut off nothing is seen.
    NoRoom,
    CutOff,
    Ruled,
    Width(f32),
    Height(f32),
}

/// A size of letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Length {
    /// In CSS pixels.
    Pixels(f32),
    /// Times that of what is around.
    Times(f32),
}

/// How words stand at some place of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) look: Look,
    /// Size of letters in CSS pixels.
    pub(super) pixels: f32,
    pub(super) hidden: bool,
    pub(super) invisible: bool,
    pub(super) align: Align,
    /// Blanks and line ends stay as they are.
    pub(super) kept: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { look: Look::default(), pixels: 16.0, hidden: false, invisible: false, align: Align::Start, kept: false }
    }
}

impl Style {
    /// Whether nobody would see words of this style.
    pub(super) fn unseen(&self) -> bool {
        self.hidden || self.invisible || self.pixels < 1.5
    }

    /// The style inside an element with these declarations.
    pub(super) fn with(mut self, rules: &[Rule]) -> Self {
        for rule in rules {
            match *rule {
                Rule::Hidden(yes) => self.hidden |= yes,
                Rule::Invisible(yes) => self.invisible = yes,
                Rule::Size(Length::Pixels(pixels)) => self.pixels = pixels,
                Rule::Size(Length::Times(times)) => self.pixels *= times,
                Rule::Bold(yes) => self.look.bold = yes,
                Rule::Italic(yes) => self.look.italic = yes,
                Rule::Underline(yes) => self.look.underline = yes,
                Rule::Strike(yes) => self.look.strike = yes,
                Rule::Mono => self.look.mono = true,
                Rule::Link => self.look.link = true,
                Rule::Shift(shift) => self.look.shift = shift,
                Rule::Align(align) => self.align = align,
                Rule::Kept(yes) => self.kept = yes,
                Rule::Block
                | Rule::Gap(_)
                | Rule::NoRoom
                | Rule::CutOff
                | Rule::Ruled
                | Rule::Width(_)
                | Rule::Height(_) => {}
            }
        }
        self.hidden |= rules.contains(&Rule::NoRoom) && rules.contains(&Rule::CutOff);
        self
    }
}

/// Reads what stands between the braces of a rule, or in a `style` attribute.
pub(super) fn declarations(css: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    for one in css.split(';') {
        let Some((name, value)) = one.split_once(':') else { continue };
        let value = value.to_ascii_lowercase();
        let value = value.split("!important").next().unwrap_or_default().trim();
        declaration(name.trim().to_ascii_lowercase().as_str(), value, &mut rules);
    }
    rules
}

fn declaration(name: &str, value: &str, rules: &mut Vec<Rule>) {
    let mut say = |rule| rules.push(rule);
    match name {
        "display" if matches!(value, "block" | "flex" | "grid" | "list-item" | "table") => say(Rule::Block),
        "display" => say(Rule::Hidden(value == "none")),
        "mso-hide" => say(Rule::Hidden(value == "all")),
        "visibility" => say(Rule::Invisible(value == "hidden" || value == "collapse")),
        "opacity" if value.parse().is_ok_and(|seen: f32| seen < 0.01) => say(Rule::Hidden(true)),
        "font-size" => {
            if let Some(size) = size(value) {
                say(Rule::Size(size));
            }
        }
        "font-weight" => say(Rule::Bold(value.starts_with("bold") || value.parse().is_ok_and(|n: u32| n >= 600))),
        "font-style" => say(Rule::Italic(value == "italic" || value == "oblique")),
        "text-decoration" | "text-decoration-line" => {
            say(Rule::Underline(value.contains("underline")));
            say(Rule::Strike(value.contains("line-through")));
        }
        "font-family" if value.contains("monospace") || value.contains("courier") || value.contains("consolas") => {
            say(Rule::Mono);
        }
        "font" => {
            if value.split_whitespace().any(|word| word == "bold") {
                say(Rule::Bold(true));
            }
            // "12px/18px": the height of the line follows the size.
            let mut sizes = value.split_whitespace().filter_map(|word| size(word.split('/').next().unwrap_or(word)));
            if let Some(size) = sizes.next_back() {
                say(Rule::Size(size));
            }
        }
        "text-align" => match value {
            "center" | "-webkit-center" => say(Rule::Align(Align::Center)),
            "right" | "end" => say(Rule::Align(Align::End)),
            _ => say(Rule::Align(Align::Start)),
        },
        "margin" | "margin-top" | "margin-bottom" => {
            let first = value.split_whitespace().next().unwrap_or_default();
            say(Rule::Gap(pixels(first).is_none_or(|room| room > 3.0)));
        }
        "white-space" => say(Rule::Kept(value.starts_with("pre") || value == "break-spaces")),
        "max-height" | "height" | "max-width" | "width" | "line-height" => {
            let Some(room) = pixels(value) else { return };
            if room < 1.0 && name != "line-height" {
                say(Rule::NoRoom);
            }
            match name {
                "width" => say(Rule::Width(room)),
                "height" => say(Rule::Height(room)),
                _ => {}
            }
        }
        "overflow" if value == "hidden" => say(Rule::CutOff),
        "border" | "border-bottom" | "border-top" if !value.starts_with('0') && !value.contains("none") => {
            say(Rule::Ruled);
        }
        _ => {}
    }
}

fn size(value: &str) -> Option<Length> {
    let times = |number: &str, of: f32| number.trim().parse().ok().map(|n: f32| Length::Times(n / of));
    if let Some(number) = value.strip_suffix('%') {
        return times(number, 100.0);
    }
    if value.ends_with("rem") {
        return pixels(value).map(Length::Pixels);
    }
    if let Some(number) = value.strip_suffix("em") {
        return times(number, 1.0);
    }
    let named = match value {
        "xx-small" => 9.0,
        "x-small" => 10.0,
        "small" => 13.0,
        "medium" => 16.0,
        "large" => 18.0,
        "x-large" => 24.0,
        "xx-large" => 32.0,
        "smaller" => return Some(Length::Times(0.83)),
        "larger" => return Some(Length::Times(1.2)),
        _ => return pixels(value).map(Length::Pixels),
    };
    Some(Length::Pixels(named))
}

/// A length in CSS pixels (CSS Values 4, 6.2); nothing for one that depends on what is around.
pub(super) fn pixels(value: &str) -> Option<f32> {
    let value = value.trim();
    let unit = value.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(value.len());
    let number: f32 = value[..unit].trim().parse().ok().filter(|number: &f32| number.is_finite())?;
    let times = match &value[unit..] {
        "px" => 1.0,
        "pt" => 4.0 / 3.0,
        "pc" | "rem" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "" => 1.0,
        _ if number == 0.0 => 1.0,
        _ => return None,
    };
    Some(number * times)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unseen(css: &str) -> bool {
        Style::default().with(&declarations(css)).unseen()
    }

    #[test]
    fn what_is_not_seen_is_known() {
        for css in [
            "display:none",
            "color:red; DISPLAY : None !important",
            "visibility:hidden",
            "font-size:0",
            "font-size:1px",
            "mso-hide:all",
            "max-height:0px;overflow:hidden",
            "opacity:0",
        ] {
            assert!(unseen(css), "{css}");
        }
        for css in
            ["display:block", "font-size:9px", "max-height:0", "overflow:hidden", "opacity:0.5", "x", "font-size:small"]
        {
            assert!(!unseen(css), "{css}");
        }
    }

    #[test]
    fn letters_inside_what_is_small_may_be_large_again() {
        let around = Style::default().with(&declarations("font-size:0"));
        assert!(!around.with(&declarations("font-size:12pt")).unseen());
        assert_eq!(Style::default().with(&declarations("font:bold 12px/18px Arial")).pixels, 12.0);
        assert_eq!(Style::default().with(&declarations("font-size:150%")).pixels, 24.0);
    }
}
