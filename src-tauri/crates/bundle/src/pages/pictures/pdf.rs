//! A plain PDF that holds pictures, one a page (ISO 32000-1, 7.5 and 8.9).

use super::encode::Coding;
use super::page::PicturePage;
use std::fmt::Write as _;

/// Objects before the first page: catalogue and page tree.
const BEFORE: usize = 2;

/// Objects a page takes: page, content, picture, colour profile (empty when there is none).
const EACH: usize = 4;

/// Writes the pages.
pub(super) fn write(pages: &[PicturePage]) -> Vec<u8> {
    let mut file = File::default();
    file.out.extend_from_slice(b"%PDF-1.5\n%\xE2\xE3\xCF\xD3\n");
    file.object("<</Type/Catalog/Pages 2 0 R>>", None);
    let mut kids = String::new();
    for i in 0..pages.len() {
        let _ = write!(kids, "{} 0 R ", first(i));
    }
    file.object(&format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len()), None);
    for (i, page) in pages.iter().enumerate() {
        add(&mut file, page, first(i));
    }
    file.finish()
}

fn first(page: usize) -> usize {
    BEFORE + 1 + page * EACH
}

fn add(file: &mut File, page: &PicturePage, number: usize) {
    let (w, h) = page.place.page;
    let encoded = &page.encoded;
    let (content, picture, profile) = (number + 1, number + 2, number + 3);
    file.object(
        &format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {w} {h}]/Resources<</XObject<</P {picture} 0 R>>>>/Contents {content} 0 R>>"
        ),
        None,
    );
    let [a, b, c, d, e, f] = page.place.matrix.map(|v| (v * 1000.0).round() / 1000.0);
    let drawing = format!("q {a} {b} {c} {d} {e} {f} cm /P Do Q\n");
    file.object(&format!("<</Length {}>>", drawing.len()), Some(drawing.as_bytes()));
    let device = if encoded.components == 1 { "/DeviceGray" } else { "/DeviceRGB" };
    let icc = page.profile.as_deref().filter(|p| fits(p, encoded.components));
    let space = match icc {
        Some(_) => format!("[/ICCBased {profile} 0 R]"),
        None => device.to_owned(),
    };
    let filter = match encoded.coding {
        Coding::Dct => "/Filter/DCTDecode".to_owned(),
        Coding::Flate => format!(
            "/Filter/FlateDecode/DecodeParms<</Predictor 12/Colors {}/Columns {}>>",
            encoded.components, encoded.width
        ),
    };
    file.object(
        &format!(
            "<</Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8/ColorSpace{space}{filter}/Length {}>>",
            encoded.width,
            encoded.height,
            encoded.data.len()
        ),
        Some(&encoded.data),
    );
    match icc {
        Some(icc) => {
            file.object(&format!("<</N {}/Alternate{device}/Length {}>>", encoded.components, icc.len()), Some(icc))
        }
        None => file.object("null", None),
    }
}

/// Whether a profile is for this many components (ICC.1, 7.2.6) and of a sane size.
fn fits(profile: &[u8], components: u8) -> bool {
    let wanted: &[u8] = if components == 1 { b"GRAY" } else { b"RGB " };
    profile.get(16..20) == Some(wanted) && profile.get(36..40) == Some(b"acsp") && profile.len() < 1 << 20
}

/// The file as it grows.
#[derive(Default)]
struct File {
    out: Vec<u8>,
    offsets: Vec<usize>,
}

impl File {
    /// Adds the next object.
    fn object(&mut self, head: &str, stream: Option<&[u8]>) {
        self.offsets.push(self.out.len());
        let number = self.offsets.len();
        self.out.extend_from_slice(format!("{number} 0 obj\n{head}\n").as_bytes());
        if let Some(stream) = stream {
            self.out.extend_from_slice(b"stream\n");
            self.out.extend_from_slice(stream);
            self.out.extend_from_slice(b"\nendstream\n");
        }
        self.out.extend_from_slice(b"endobj\n");
    }

    fn finish(mut self) -> Vec<u8> {
        let start = self.out.len();
        let size = self.offsets.len() + 1;
        let mut table = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for offset in &self.offsets {
            let _ = writeln!(table, "{offset:010} 00000 n ");
        }
        let _ = write!(table, "trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        self.out.extend_from_slice(table.as_bytes());
        self.out
    }
}
