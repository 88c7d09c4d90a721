//! The page number, printed on the page: upright as displayed, inside the crop box, on a small white box; at the bottom right,
//! or where the page is free.

use super::content::Balance;
use super::font::Face;
use super::geometry::Geometry;
use super::ink::bounds;

/// Name of the number font in a page's resources, unless the page has one of that name.
pub(crate) const FONT_NAME: &str = "RecourseNo";

/// Size of the digits in points on a page up to A4; larger pages get larger digits.
const SIZE: f64 = 10.0;
/// Distance of the box from the right and the bottom edge, in points at that size.
const MARGIN: (f64, f64) = (14.0, 9.0);

/// The content that goes after the source's: closes what it left open, puts down the words behind the page, then draws the number.
pub(crate) fn after(
    balance: &Balance,
    geometry: &Geometry,
    number: &str,
    face: &Face,
    font: &str,
    words: &str,
) -> Vec<u8> {
    let mut out = String::from("\n");
    if balance.in_text {
        out.push_str("ET ");
    }
    out.push_str(&"EMC ".repeat(balance.marked as usize));
    out.push_str(&"Q ".repeat(balance.close_after as usize + 1));
    out.push_str(words);
    draw(&mut out, geometry, balance.zone, number, face, font);
    out.into_bytes()
}

/// The content that goes before the source's.
pub(crate) fn before(balance: &Balance) -> Vec<u8> {
    let mut out = "q ".repeat(balance.open_before as usize + 1).into_bytes();
    out.push(b'\n');
    out
}

/// Signs a place must have room for when places are chosen; the number itself is not known yet then.
const ROOM_FOR: usize = 5;

/// Size of the digits and the box around `digits` of them, in points as displayed.
struct Measure {
    size: f64,
    width: f64,
    height: f64,
}

fn measure(geometry: &Geometry, digits: usize, advance: f64) -> Measure {
    let (width, height) = geometry.size();
    // Half a centimetre of page must not be buried under its own number; a plan at A0 needs one that can be seen.
    let size = (width.min(height) / 612.0).max(1.0) * SIZE;
    let size = size.min(height * 0.2).min(width * 0.8 / (0.7 * digits as f64 + 1.0));
    Measure { size, width: (advance * digits as f64 + 0.6) * size, height: 1.25 * size }
}

/// Left and bottom edge of the box in one of the places: bottom right, bottom centre, bottom left, top right.
fn corner(geometry: &Geometry, box_: &Measure, zone: u8) -> (f64, f64) {
    let (width, height) = geometry.size();
    let scale = box_.size / SIZE;
    let left = match zone {
        1 => (width - box_.width) / 2.0,
        2 => MARGIN.0 * scale,
        _ => width - box_.width - MARGIN.0 * scale,
    };
    let low = if zone == 3 { height - box_.height - MARGIN.1 * scale } else { MARGIN.1 * scale };
    (left.max(0.0), low.min(height - box_.height).max(0.0))
}

/// The places the number may take, in the page's own space, best first.
pub(crate) fn zones(geometry: &Geometry) -> Vec<[f64; 4]> {
    let box_ = measure(geometry, ROOM_FOR, Face::get().advance);
    let matrix = geometry.display_matrix();
    (0..4)
        .map(|zone| {
            let (left, low) = corner(geometry, &box_, zone);
            bounds([left, low, left + box_.width, low + box_.height], matrix)
        })
        .collect()
}

fn draw(out: &mut String, geometry: &Geometry, zone: u8, number: &str, face: &Face, font: &str) {
    let box_ = measure(geometry, number.len(), face.advance);
    let (left, bottom) = corner(geometry, &box_, zone);
    let size = box_.size;
    let matrix = geometry.display_matrix().map(short).join(" ");
    let codes: String = number.bytes().map(|sign| format!("{:04X}", face.glyph(sign))).collect();
    out.push_str(&format!(
        "/Artifact<</Type/Pagination>>BDC q {matrix} cm 1 g {} {} {} {} re f BT 0 g /{font} {} Tf {} {} Td <{codes}> Tj ET Q EMC\n",
        short(left),
        short(bottom),
        short(box_.width),
        short(box_.height),
        short(size),
        short(left + 0.3 * size),
        short(bottom + 0.28 * size),
    ));
}

/// A number with at most four places, never with an exponent.
pub(crate) fn short(number: f64) -> String {
    let text = format!("{number:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closes_what_was_open_before_it_draws() {
        let balance = Balance { close_after: 2, marked: 1, in_text: true, ..Balance::default() };
        let page = Geometry::new(None, None, 0, 1.0);
        let out = String::from_utf8(after(&balance, &page, "12", Face::get(), "F", "")).expect("ASCII");
        assert!(out.starts_with("\nET EMC Q Q Q /Artifact"), "{out}");
        assert!(out.contains("/F 10 Tf"), "{out}");
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, -0.00001, 12.345678, 0.5].map(short), ["1", "0", "12.3457", "0.5"]);
    }
}
