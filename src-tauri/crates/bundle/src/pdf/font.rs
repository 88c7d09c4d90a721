//! The signs of the page numbers: a subset of a fixed-width face, embedded once for the whole bundle.

use std::sync::OnceLock;

use super::chunk::Chunk;

/// What a page number may hold: digits, and the mark of a supplement.
const SIGNS: [u8; 37] = *b"0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Their glyphs and what PDF wants to know about them.
pub(crate) struct Face {
    program: Vec<u8>,
    glyphs: [u16; SIGNS.len()],
    /// Width of every sign, in parts of the font size.
    pub(crate) advance: f64,
}

/// Object numbers of the font: the font itself, its descendant, descriptor, program and text map.
#[derive(Clone, Copy)]
pub(crate) struct FontObjects(pub(crate) u32);

const NAME: &str = "RCNUMS+DejaVuSansMono";

impl Face {
    /// The face, made at first use. The built-in font is the same on every machine, so the result is too.
    pub(crate) fn get() -> &'static Self {
        static FACE: OnceLock<Face> = OnceLock::new();
        FACE.get_or_init(|| {
            let font = typst_assets::fonts().last().unwrap_or_default();
            Self::of(font).unwrap_or(Self { program: Vec::new(), glyphs: [0; SIGNS.len()], advance: 0.6 })
        })
    }

    fn of(font: &[u8]) -> Option<Self> {
        let mut remapper = subsetter::GlyphRemapper::new();
        let mut glyphs = [0; SIGNS.len()];
        for (sign, glyph) in SIGNS.into_iter().zip(&mut glyphs) {
            *glyph = remapper.remap(glyph_of(font, u16::from(sign))?);
        }
        let units = f64::from(be16(table(font, *b"head")?, 18)?);
        let advance = f64::from(be16(table(font, *b"hmtx")?, 0)?) / units;
        Some(Self { program: subsetter::subset(font, 0, &remapper).ok()?, glyphs, advance })
    }

    /// The glyph of a sign in the subset.
    pub(crate) fn glyph(&self, sign: u8) -> u16 {
        SIGNS.iter().position(|known| *known == sign).map_or(0, |at| self.glyphs[at])
    }

    /// Writes the font's objects.
    pub(crate) fn write(&self, objects: FontObjects, chunk: &mut Chunk) {
        let first = objects.0;
        let width = (self.advance * 1000.0).round();
        let dict = |text: String| move |out: &mut Vec<u8>| out.extend_from_slice(text.as_bytes());
        chunk.object(first, dict(format!(
            "<</Type/Font/Subtype/Type0/BaseFont/{NAME}/Encoding/Identity-H/DescendantFonts[{} 0 R]/ToUnicode {} 0 R>>",
            first + 1, first + 4
        )));
        chunk.object(first + 1, dict(format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/{NAME}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
             /FontDescriptor {} 0 R/DW {width}/CIDToGIDMap/Identity>>",
            first + 2
        )));
        chunk.object(first + 2, dict(format!(
            "<</Type/FontDescriptor/FontName/{NAME}/Flags 5/FontBBox[0 -240 {width} 930]/ItalicAngle 0/Ascent 928/Descent -236\
             /CapHeight 729/StemV 80/FontFile2 {} 0 R>>",
            first + 3
        )));
        chunk.stream(first + 3, format!("/Length1 {}", self.program.len()).as_bytes(), &self.program);
        chunk.stream(first + 4, b"", self.to_unicode().as_bytes());
    }

    fn to_unicode(&self) -> String {
        let lines: String =
            SIGNS.iter().zip(self.glyphs).map(|(sign, glyph)| format!("<{glyph:04X}> <{sign:04X}>\n")).collect();
        format!(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) \
             /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n\
             endcodespacerange\n{} beginbfchar\n{lines}endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n",
            SIGNS.len()
        )
    }
}

fn be16(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2).map(|b| u16::from_be_bytes([b[0], b[1]]))
}

fn be32(data: &[u8], at: usize) -> Option<usize> {
    data.get(at..at + 4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]) as usize)
}

/// A table of an OpenType font.
fn table(font: &[u8], tag: [u8; 4]) -> Option<&[u8]> {
    let count = usize::from(be16(font, 4)?);
    (0..count).map(|index| 12 + 16 * index).find_map(|at| {
        let found = font.get(at..at + 4)? == tag;
        let (start, length) = (be32(font, at + 8)?, be32(font, at + 12)?);
        found.then(|| font.get(start..start + length)).flatten()
    })
}

/// The glyph of a character of the basic plane, from a `cmap` subtable of format 4 (OpenType, "cmap").
pub(crate) fn glyph_of(font: &[u8], character: u16) -> Option<u16> {
    let cmap = table(font, *b"cmap")?;
    let count = usize::from(be16(cmap, 2)?);
    (0..count).filter_map(|index| be32(cmap, 8 + 8 * index)).find_map(|at| {
        let sub = cmap.get(at..)?;
        if be16(sub, 0)? != 4 {
            return None;
        }
        let double = usize::from(be16(sub, 6)?);
        let segment = (0..double / 2).find(|s| be16(sub, 14 + 2 * s).is_some_and(|end| end >= character))?;
        let start = be16(sub, 16 + double + 2 * segment)?;
        let delta = be16(sub, 16 + 2 * double + 2 * segment)?;
        let range_at = 16 + 3 * double + 2 * segment;
        let offset = usize::from(be16(sub, range_at)?);
        if character < start {
            None
        } else if offset == 0 {
            Some(character.wrapping_add(delta))
        } else {
            be16(sub, range_at + offset + 2 * usize::from(character - start)).map(|glyph| glyph.wrapping_add(delta))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_signs_of_one_width() {
        let face = Face::get();
        let different: std::collections::BTreeSet<u16> = face.glyphs.into_iter().collect();
        assert_eq!(different.len(), SIGNS.len());
        assert!(!different.contains(&0));
        assert!((0.55..0.65).contains(&face.advance), "{}", face.advance);
        assert!((1_000..20_000).contains(&face.program.len()), "{}", face.program.len());
    }
}
