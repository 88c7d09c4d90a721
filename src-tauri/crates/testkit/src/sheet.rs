//! A very small PDF 1.7 writer: lines of text in the standard fonts, and rules. Enough for a letter.

use std::fmt::Write as _;

/// A typeface every PDF reader has (ISO 32000-1, 9.6.2.2).
#[derive(Clone, Copy)]
pub enum Face {
    /// Times.
    Serif,
    /// Times, bold.
    SerifBold,
    /// Helvetica.
    Sans,
    /// Helvetica, bold.
    SansBold,
    /// Times, italic; also stands in for a signature.
    SerifItalic,
}

impl Face {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Serif, "Times-Roman"),
        (Self::SerifBold, "Times-Bold"),
        (Self::Sans, "Helvetica"),
        (Self::SansBold, "Helvetica-Bold"),
        (Self::SerifItalic, "Times-Italic"),
    ];
}

/// One page while it is written, from the top down.
pub struct Page {
    width: f32,
    height: f32,
    left: f32,
    down: f32,
    content: String,
}

impl Page {
    /// An empty page; sizes in points, `left` is the margin and `top` the first baseline's distance from the top.
    #[must_use]
    pub fn new(width: f32, height: f32, left: f32, top: f32) -> Self {
        Self { width, height, left, down: top, content: String::new() }
    }

    /// Lines of text, one below the other.
    #[must_use]
    pub fn lines(mut self, face: Face, size: f32, text: &str) -> Self {
        for line in text.lines() {
            let escaped = line.replace('\\', r"\\").replace('(', r"\(").replace(')', r"\)");
            let (x, y) = (self.left, self.height - self.down);
            let _ = writeln!(self.content, "BT /F{} {size} Tf {x} {y} Td ({escaped}) Tj ET", face as u8);
            self.down += size * 1.32;
        }
        self
    }

    /// Empty space in points.
    #[must_use]
    pub fn space(mut self, points: f32) -> Self {
        self.down += points;
        self
    }

    /// A filled bar across the page at this height, then space below it.
    #[must_use]
    pub fn bar(mut self, thickness: f32, rgb: [f32; 3]) -> Self {
        let [r, g, b] = rgb;
        let (y, width) = (self.height - self.down - thickness, self.width - 2.0 * self.left);
        let _ = writeln!(self.content, "{r} {g} {b} rg {} {y} {width} {thickness} re f 0 0 0 rg", self.left);
        self.down += thickness + 18.0;
        self
    }

    /// Ground colour of the whole page; call it first.
    #[must_use]
    pub fn ground(mut self, rgb: [f32; 3]) -> Self {
        let [r, g, b] = rgb;
        let _ = writeln!(self.content, "{r} {g} {b} rg 0 0 {} {} re f 0 0 0 rg", self.width, self.height);
        self
    }
}

/// A finished document.
pub struct Sheet {
    /// Shown by readers as the document's name.
    pub title: &'static str,
    /// The pages in order.
    pub pages: Vec<Page>,
}

impl Sheet {
    /// The file's bytes. Text is written as WinAnsi (ISO 32000-1, annex D), so a character outside Latin-1 becomes a question mark.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>".to_owned()];
        let first_page = 4 + Face::ALL.len();
        let kids: Vec<String> = (0..self.pages.len()).map(|n| format!("{} 0 R", first_page + 2 * n)).collect();
        objects.push(format!("<< /Type /Pages /Count {} /Kids [{}] >>", kids.len(), kids.join(" ")));
        objects.push(format!("<< /Title ({}) /Producer (made by hand for the Recourse sample) >>", self.title));
        let mut fonts = String::new();
        for (number, (face, name)) in Face::ALL.iter().enumerate() {
            let _ = write!(fonts, "/F{} {} 0 R ", *face as u8, 4 + number);
            objects.push(format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"));
        }
        for (number, page) in self.pages.iter().enumerate() {
            let (width, height, content) = (page.width, page.height, first_page + 2 * number + 1);
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {content} 0 R /Resources << /Font << {fonts}>> >> >>"
            ));
            objects.push(format!("<< /Length {} >>\nstream\n{}endstream", latin1(&page.content).len(), page.content));
        }
        assemble(&objects)
    }
}

fn assemble(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (number, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        out.extend(format!("{} 0 obj\n", number + 1).into_bytes());
        out.extend(latin1(object));
        out.extend(b"\nendobj\n");
    }
    let (start, size) = (out.len(), objects.len() + 1);
    out.extend(format!("xref\n0 {size}\n{table}").into_bytes());
    out.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{start}\n%%EOF\n").into_bytes(),
    );
    out
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}
