//! The page number, printed on the page: upright as displayed, at the bottom right inside the crop box, on a small white box.

use super::content::Balance;
use super::font::Face;
use super::geometry::Geometry;

/// Name of the number font in a page's resources, unless the page has one of that name.
pub(crate) const FONT_NAME: &str = "RecourseNo";

/// Size of the digits in points on a page up to A4; larger pages get larger digits.
const SIZE: f64 = 10.0;
/// Distance of the box from the right and the bottom edge, in points at that size.
const MARGIN: (f64, f64) = (14.0, 9.0);

/// The content that goes after the source's: closes what it left open, then draws the number.
pub(crate) fn after(balance: &Balance, geometry: &Geometry, number: u64, face: &Face, font: &str) -> Vec<u8> {
    let mut out = String::from("\n");
    if balance.in_text {
        out.push_str("ET ");
    }
    out.push_str(&"EMC ".repeat(balance.marked as usize));
    out.push_str(&"Q ".repeat(balance.close_after as usize + 1));
    draw(&mut out, geometry, number, face, font);
    out.into_bytes()
}

/// The content that goes before the source's.
pub(crate) fn before(balance: &Balance) -> Vec<u8> {
    let mut out = "q ".repeat(balance.open_before as usize + 1).into_bytes();
    out.push(b'\n');
    out
}

fn draw(out: &mut String, geometry: &Geometry, number: u64, face: &Face, font: &str) {
    let text = number.to_string();
    let (width, height) = geometry.size();
    // Half a centimetre of page must not be buried under its own number; a plan at A0 needs one that can be seen.
    let size = (width.min(height) / 612.0).max(1.0) * SIZE;
    let size = size.min(height * 0.2).min(width * 0.8 / (0.7 * text.len() as f64 + 1.0));
    let scale = size / SIZE;
    let (box_width, box_height) = ((face.advance * text.len() as f64 + 0.6) * size, 1.25 * size);
    let left = (width - box_width - MARGIN.0 * scale).max(0.0);
    let bottom = (MARGIN.1 * scale).min(height - box_height).max(0.0);
    let matrix = geometry.from_display().map(short).join(" ");
    let codes: String = text.bytes().map(|digit| format!("{:04X}", face.glyph(digit))).collect();
    out.push_str(&format!(
        "/Artifact<</Type/Pagination>>BDC q {matrix} cm 1 g {} {} {} {} re f BT 0 g /{font} {} Tf {} {} Td <{codes}> Tj ET Q EMC\n",
        short(left),
        short(bottom),
        short(box_width),
        short(box_height),
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
        let out = String::from_utf8(after(&balance, &page, 12, Face::get(), "F")).expect("ASCII");
        assert!(out.starts_with("\nET EMC Q Q Q /Artifact"), "{out}");
        assert!(out.contains("/F 10 Tf"), "{out}");
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, -0.00001, 12.345678, 0.5].map(short), ["1", "0", "12.3457", "0.5"]);
    }
}
