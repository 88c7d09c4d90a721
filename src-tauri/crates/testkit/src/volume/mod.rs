//! Documents in any number for measurements: reports with words, a font, pictures, links and bookmarks, and scans. Made by chance that
//! is the same every time.

mod objects;

use std::fmt::Write as _;

use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, Luma};

use crate::noise::noise;
use objects::Objects;

/// Different pictures that reports choose from.
const PICTURES: u32 = 24;
/// Different scans; each file carries its own number besides.
const SCANS: u32 = 16;
/// Lines of words on a page.
const LINES: usize = 46;
/// Links on a page.
const LINKS: usize = 5;
/// Of so many lines one begins a paragraph, which is an element of the structure of its own.
const PARAGRAPH: usize = 3;
/// Of so many pages one has a picture.
const PICTURE_EVERY: usize = 3;

const WORDS: [&str; 32] = [
    "member",
    "letter",
    "claim",
    "notice",
    "society",
    "the",
    "and",
    "of",
    "breach",
    "account",
    "we",
    "data",
    "you",
    "reply",
    "date",
    "supplier",
    "system",
    "record",
    "address",
    "to",
    "in",
    "that",
    "was",
    "were",
    "investigation",
    "copied",
    "held",
    "by",
    "a",
    "which",
    "their",
    "our",
];

/// The pictures of reports and scans, made once and used by every document.
pub struct Press {
    pictures: Vec<Jpeg>,
    scans: Vec<Jpeg>,
}

struct Jpeg {
    width: u32,
    height: u32,
    bytes: Vec<u8>,
}

/// A repeatable row of numbers.
struct Chance(u32);

impl Chance {
    fn next(&mut self) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 12) as usize
    }
}

impl Default for Press {
    fn default() -> Self {
        Self::new()
    }
}

impl Press {
    /// Makes the pictures: of reports about 85 KiB each, of scans about 378 KB.
    #[must_use]
    pub fn new() -> Self {
        let pictures = (0..PICTURES).map(|n| jpeg(480, 300 + 8 * n, 90, n)).collect();
        let scans = (0..SCANS).map(|n| jpeg(1240, 1754, 52, 100 + n)).collect();
        Self { pictures, scans }
    }

    /// A report of so many pages, about 33 KiB a page. Every second one is as word processors write them now: objects compressed together,
    /// resources for each page, and the structure of the text (ISO 32000-1, 14.7).
    #[must_use]
    pub fn report(&self, number: u32, pages: usize) -> Vec<u8> {
        let mut file = Objects::new(number % 2 == 1);
        let mut chance = Chance(number.wrapping_mul(7_919).wrapping_add(1));
        let (root, tree, outline) = (file.take(), file.take(), file.take());
        let (plain, bold, resources) = (file.take(), file.take(), file.take());
        let chapters: Vec<usize> = (0..pages).step_by(10).collect();
        let marks: Vec<usize> = chapters.iter().map(|_| file.take()).collect();
        let leaves: Vec<usize> = (0..pages).map(|_| file.take()).collect();
        font(&mut file, plain, "Helvetica");
        font(&mut file, bold, "Helvetica-Bold");
        let mut pictures = vec![String::new(); pages];
        for page in (0..pages).step_by(PICTURE_EVERY) {
            let picture = &self.pictures[chance.next() % self.pictures.len()];
            let object = file.take();
            place_picture(&mut file, object, picture);
            pictures[page] = format!("/P{page} {object} 0 R");
        }
        let found = |pictures: &str| format!("<</Font<</F1 {plain} 0 R/F2 {bold} 0 R>>/XObject<<{pictures}>>>>");
        file.put(resources, found(&pictures.concat()));
        let structured = (number % 2 == 1).then(|| file.take());
        let (mut parents, mut all_elements) = (String::new(), Vec::new());
        for (page, leaf) in leaves.iter().enumerate() {
            let content = file.take();
            let (drawing, paragraphs) = words(&mut chance, number, page);
            file.deflated(content, "", drawing.as_bytes());
            let mut annots = String::new();
            for place in 0..LINKS {
                let link = file.take();
                let target = if place % 2 == 0 {
                    format!("/Dest[{} 0 R/XYZ 0 700 0]", leaves[chance.next() % pages])
                } else {
                    format!("/A<</S/GoTo/D(chapter-{})>>", chance.next() % chapters.len())
                };
                let left = 60 + 95 * place;
                let right = left + 80;
                file.put(
                    link,
                    format!("<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{left} 60 {right} 72]{target}>>"),
                );
                let _ = write!(annots, "{link} 0 R ");
            }
            let mut structure = String::new();
            if let Some(top) = structured {
                let elements: Vec<usize> = (0..paragraphs).map(|_| file.take()).collect();
                for (mark, element) in elements.iter().enumerate() {
                    file.put(*element, format!("<</Type/StructElem/S/P/P {top} 0 R/Pg {leaf} 0 R/K {mark}>>"));
                }
                let row: Vec<String> = elements.iter().map(|element| format!("{element} 0 R")).collect();
                let _ = write!(parents, "{page}[{}]", row.join(" "));
                structure = format!("/StructParents {page}");
                all_elements.extend(row);
            }
            // Some writers give every page resources of its own, some share one set.
            let own = if number % 2 == 1 { found(&pictures[page]) } else { format!("{resources} 0 R") };
            file.put(
                *leaf,
                format!(
                    "<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 595.28 841.89]/Resources {own}/Contents {content} 0 R/Annots[{annots}]{structure}>>"
                ),
            );
        }
        let mut marked = String::new();
        if let Some(top) = structured {
            let body = all_elements.join(" ");
            file.put(top, format!("<</Type/StructTreeRoot/K[{body}]/ParentTree<</Nums[{parents}]>>>>"));
            marked = format!("/MarkInfo<</Marked true>>/StructTreeRoot {top} 0 R");
        }
        let kids: Vec<String> = leaves.iter().map(|leaf| format!("{leaf} 0 R")).collect();
        file.put(tree, format!("<</Type/Pages/Count {pages}/Kids[{}]>>", kids.join(" ")));
        bookmarks(&mut file, outline, &marks, &chapters, &leaves);
        let mut names: Vec<(String, usize)> =
            chapters.iter().enumerate().map(|(n, page)| (format!("chapter-{n}"), *page)).collect();
        names.sort();
        let tree_of_names: Vec<String> =
            names.iter().map(|(name, page)| format!("({name})[{} 0 R/Fit]", leaves[*page])).collect();
        file.put(
            root,
            format!(
                "<</Type/Catalog/Pages {tree} 0 R/Outlines {outline} 0 R/Names<</Dests<</Names[{}]>>>>{marked}>>",
                tree_of_names.join("")
            ),
        );
        file.finish(root)
    }

    /// One scanned page with its hidden words, about 378 KB.
    #[must_use]
    pub fn scan(&self, number: u32) -> Vec<u8> {
        let mut file = Objects::new(false);
        let (root, tree, page, content) = (file.take(), file.take(), file.take(), file.take());
        let (font_object, picture) = (file.take(), file.take());
        file.put(root, format!("<</Type/Catalog/Pages {tree} 0 R>>"));
        file.put(tree, format!("<</Type/Pages/Count 1/Kids[{page} 0 R]>>"));
        file.put(
            page,
            format!(
                "<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R/Resources<</Font<</F1 {font_object} 0 R>>/XObject<</P {picture} 0 R>>>>>>"
            ),
        );
        let drawing = format!("q 595 0 0 842 0 0 cm /P Do Q BT 3 Tr /F1 10 Tf 60 780 Td (Scan number {number}) Tj ET");
        file.stream(content, "", drawing.as_bytes());
        font(&mut file, font_object, "Helvetica");
        place_picture(&mut file, picture, &self.scans[number as usize % self.scans.len()]);
        file.finish(root)
    }
}

fn font(file: &mut Objects, number: usize, name: &str) {
    file.put(number, format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"));
}

fn place_picture(file: &mut Objects, number: usize, picture: &Jpeg) {
    let (width, height) = (picture.width, picture.height);
    let dict = format!(
        "/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode"
    );
    file.stream(number, &dict, &picture.bytes);
}

/// The content of a page, and how many paragraphs it marks: a heading, a rule, a picture on some, lines of words.
fn words(chance: &mut Chance, number: u32, page: usize) -> (String, usize) {
    let mut out = format!(
        "BT /F2 14 Tf 60 790 Td (Report {number}, page {}) Tj ET\n0.6 w 60 782 m 535 782 l S\nBT /F1 10 Tf 13 TL 60 760 Td\n",
        page + 1
    );
    let has_picture = page.is_multiple_of(PICTURE_EVERY);
    let lines = if has_picture { LINES / 2 } else { LINES };
    for line in 0..lines {
        if line.is_multiple_of(PARAGRAPH) {
            let _ = writeln!(out, "/P<</MCID {}>>BDC", line / PARAGRAPH);
        }
        out.push('(');
        for _ in 0..13 {
            out.push_str(WORDS[chance.next() % WORDS.len()]);
            out.push(' ');
        }
        out.push_str(") Tj T*\n");
        if line % PARAGRAPH == PARAGRAPH - 1 || line == lines - 1 {
            out.push_str("EMC\n");
        }
    }
    out.push_str("ET\n");
    if has_picture {
        let _ = writeln!(out, "q 320 0 0 300 130 110 cm /P{page} Do Q");
    }
    (out, lines.div_ceil(PARAGRAPH))
}

fn bookmarks(file: &mut Objects, outline: usize, marks: &[usize], chapters: &[usize], leaves: &[usize]) {
    let (first, last) = (marks[0], marks[marks.len() - 1]);
    file.put(outline, format!("<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {}>>", marks.len()));
    for (at, mark) in marks.iter().enumerate() {
        let before = at.checked_sub(1).map_or(String::new(), |before| format!("/Prev {} 0 R", marks[before]));
        let after = marks.get(at + 1).map_or(String::new(), |after| format!("/Next {after} 0 R"));
        let page = leaves[chapters[at]];
        file.put(
            *mark,
            format!("<</Title(Chapter {})/Parent {outline} 0 R/Dest[{page} 0 R/Fit]{before}{after}>>", at + 1),
        );
    }
}

/// Paper with grain in grey, as a camera or a scanner sees it.
fn jpeg(width: u32, height: u32, quality: u8, seed: u32) -> Jpeg {
    let picture = GrayImage::from_fn(width, height, |x, y| {
        let line = if y % 36 < 10 && noise(x / 9, y / 36, seed) > -0.3 { 60.0 } else { 225.0 };
        Luma([(line + 24.0 * noise(x, y, seed)).clamp(0.0, 255.0) as u8])
    });
    let mut bytes = Vec::new();
    // Encoding to memory fails for no picture of this size.
    let _ = JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(&picture);
    Jpeg { width, height, bytes }
}

#[cfg(test)]
mod tests {
    use super::Press;
    use hayro::hayro_syntax::Pdf;

    #[test]
    fn reports_and_scans_are_documents_of_the_size_they_promise() {
        let press = Press::new();
        for number in 0..2 {
            let report = press.report(number, 60);
            let each = report.len() / 60;
            assert!((28_000..40_000).contains(&each), "{each} bytes a page");
            assert_eq!(report, press.report(number, 60));
            assert_eq!(Pdf::new(report).map(|pdf| pdf.pages().len()).ok(), Some(60));
        }
        let scan = press.scan(7);
        assert!((340_000..420_000).contains(&scan.len()), "{} bytes", scan.len());
        assert_eq!(Pdf::new(scan).map(|pdf| pdf.pages().len()).ok(), Some(1));
    }
}
