//! The font of words that are there to be found and not to be seen: every code is the blank of a built-in face, and means the
//! character of that number (ISO 32000-1, 9.7 and 9.10.3).

use std::fmt::Write as _;

use super::chunk::Chunk;
use super::font::glyph_of;
use super::page::deflated;

const NAME: &str = "RCWORD+DejaVuSansMono";

/// Width of every character, in parts of the font size.
pub(crate) const ADVANCE: f64 = 0.5;

/// How far below the line of writing its box reaches, in parts of the font size; the rest of the box is above.
pub(crate) const DESCENT: f64 = 0.2;

/// Writes the font in six objects from this number on.
pub(crate) fn write(first: u32, chunk: &mut Chunk) {
    let dict = |text: String| move |out: &mut Vec<u8>| out.extend_from_slice(text.as_bytes());
    let [descendant, descriptor, program, to_unicode, to_glyph] = [1, 2, 3, 4, 5].map(|more| first + more);
    chunk.object(
        first,
        dict(format!(
            "<</Type/Font/Subtype/Type0/BaseFont/{NAME}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>"
        )),
    );
    chunk.object(
        descendant,
        dict(format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/{NAME}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
             /FontDescriptor {descriptor} 0 R/DW {}/CIDToGIDMap {to_glyph} 0 R>>",
            ADVANCE * 1000.0
        )),
    );
    let (descent, ascent) = (-DESCENT * 1000.0, (1.0 - DESCENT) * 1000.0);
    chunk.object(
        descriptor,
        dict(format!(
            "<</Type/FontDescriptor/FontName/{NAME}/Flags 5/FontBBox[0 {descent} {} {ascent}]/ItalicAngle 0/Ascent {ascent}\
             /Descent {descent}/CapHeight {ascent}/StemV 80/FontFile2 {program} 0 R>>",
            ADVANCE * 1000.0
        )),
    );
    let (font, blank) = blank_only(typst_assets::fonts().last().unwrap_or_default()).unwrap_or_default();
    chunk.stream(program, format!("/Length1 {}", font.len()).as_bytes(), &font);
    let deflate = b"/Filter/FlateDecode";
    chunk.stream(to_unicode, deflate, &deflated(each_its_own().as_bytes()));
    chunk.stream(to_glyph, deflate, &deflated(&blank.to_be_bytes().repeat(1 << 16)));
}

/// A subset of the face with its blank alone, and the blank's number there.
fn blank_only(face: &[u8]) -> Option<(Vec<u8>, u16)> {
    let mut remapper = subsetter::GlyphRemapper::new();
    let blank = remapper.remap(glyph_of(face, u16::from(b' '))?);
    Some((subsetter::subset(face, 0, &remapper).ok()?, blank))
}

/// The map from codes to characters. A range may not go beyond one first byte, and a list holds a hundred at most.
fn each_its_own() -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) \
         /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n\
         endcodespacerange\n",
    );
    // Halves of surrogate pairs are no characters.
    let first_bytes: Vec<u32> = (0..=0xFF).filter(|byte| !(0xD8..=0xDF).contains(byte)).collect();
    for list in first_bytes.chunks(100) {
        let _ = writeln!(map, "{} beginbfrange", list.len());
        for byte in list {
            let _ = writeln!(map, "<{byte:02X}00> <{byte:02X}FF> <{byte:02X}00>");
        }
        map.push_str("endbfrange\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
