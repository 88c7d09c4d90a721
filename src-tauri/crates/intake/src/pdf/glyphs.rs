//! One letter in its place.

use hayro_interpret::kurbo::{Point, Vec2};

/// Which way a line of text runs on the page, in half degrees clockwise from left-to-right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Way(u16);

impl Way {
    /// The way of a line whose letters stand upright along `up`. A line within seven degrees of an edge of the page
    /// follows that edge: a scan is never quite straight, and its lines belong together.
    fn of(up: Vec2) -> Self {
        let degrees = up.x.atan2(-up.y).to_degrees().rem_euclid(360.0);
        let edge = (degrees / 90.0).round() * 90.0;
        let snapped = if (degrees - edge).abs() <= 7.0 { edge } else { degrees };
        Self((snapped * 2.0).round() as u16 % 720)
    }

    /// The unit vector along such a line, in page coordinates with y downwards.
    fn along(self) -> Vec2 {
        Vec2::from_angle((f64::from(self.0) / 2.0).to_radians())
    }
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
    /// `start` is the origin, `advance` the length along the line and `up` the em upwards, all in page units with y
    /// downwards.
    pub(super) fn new(text: String, start: Point, advance: f64, up: Vec2) -> Self {
        let way = Way::of(up);
        let along = way.along();
        let u = start.to_vec2().dot(along);
        let v = along.cross(start.to_vec2());
        Self { text, way, u, end: u + advance.max(0.0), v, size: up.hypot() }
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
