//! One letter in its place.

use hayro_interpret::kurbo::{Point, Vec2};

/// Which way a line of text runs on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    Right,
    Down,
    Left,
    Up,
}

/// A letter (or what one glyph stands for) and where it stands, in coordinates of its own line: `u` along it, `v`
/// down across it.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub text: String,
    pub way: Way,
    pub u: f64,
    pub end: f64,
    pub v: f64,
    pub size: f64,
}

impl Placed {
    /// `along` is the advance and `up` the em upwards, both in page units with y downwards.
    pub(super) fn new(text: String, start: Point, along: Vec2, up: Vec2, size: f64) -> Self {
        // The em is used for the way because a space may have no advance.
        let way = if up.y.abs() >= up.x.abs() {
            if up.y <= 0.0 { Way::Right } else { Way::Left }
        } else if up.x > 0.0 {
            Way::Down
        } else {
            Way::Up
        };
        let (u, v, length) = match way {
            Way::Right => (start.x, start.y, along.x),
            Way::Left => (-start.x, -start.y, -along.x),
            Way::Down => (start.y, -start.x, along.y),
            Way::Up => (-start.y, start.x, -along.y),
        };
        Self { text, way, u, end: u + length.max(0.0), v, size }
    }

    /// Whether it stands for white space.
    pub(super) fn is_space(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// What a person would type: ligatures taken apart, invisible characters left out.
pub(super) fn readable(unicode: &str) -> String {
    let mut out = String::new();
    for c in unicode.chars() {
        match c {
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => out.push_str("st"),
            '\u{A0}' | '\t' | '\n' | '\r' => out.push(' '),
            '\u{AD}' => out.push('-'),
            '\u{FFFD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
