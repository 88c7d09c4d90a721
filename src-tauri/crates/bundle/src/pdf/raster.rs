//! The third way in: every page as a picture. Links, text and bookmarks are lost; the look is kept.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::bytes::PdfBytes;
use super::chunk::Chunk;
use super::guard;
use super::layout::{CATALOG, INFO};
use super::output::Output;
use super::refused::{Refused, RefusedKind};
use super::source;
use super::stamp::short;
use super::tree::Tree;

/// How much a page may cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RasterLimits {
    /// Resolution wanted. Court guidance asks for no more than 300 (rule B08).
    pub dpi: f64,
    /// Most pixels of one page; a larger page gets a lower resolution.
    pub max_pixels_per_page: u64,
    /// Most pages of a document.
    pub max_pages: usize,
}

impl Default for RasterLimits {
    fn default() -> Self {
        Self { dpi: 150.0, max_pixels_per_page: 8_000_000, max_pages: 2_000 }
    }
}

/// Draws every page and makes a PDF of the pictures, each page as large as it was displayed.
///
/// Drawing strangers' pages can take long: run it in a worker process with limits.
///
/// # Errors
/// [`Refused`] when the file does not open, has too many pages, or drawing failed.
pub fn rasterise(bytes: &[u8], limits: RasterLimits) -> Result<Vec<u8>, Refused> {
    guard::on_big_stack(|| draw_all(bytes, limits))?
}

fn draw_all(bytes: &[u8], limits: RasterLimits) -> Result<Vec<u8>, Refused> {
    let pdf = source::open(&PdfBytes::from(bytes.to_vec()))?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Refused::new(RefusedKind::NoPages, "The file has no pages."));
    }
    if pages.len() > limits.max_pages {
        return Err(Refused::new(RefusedKind::TooDeep, "The file has too many pages to draw one by one."));
    }
    let tree = Tree::new(INFO + 1, pages.len());
    let first = tree.end();
    let mut out = Vec::new();
    let written = (|| {
        let mut output = Output::new(&mut out, first + 2 * pages.len() as u32)?;
        let mut front = Chunk::new(true);
        front.object(CATALOG, |out| {
            out.extend_from_slice(format!("<</Type/Catalog/Pages {} 0 R>>", tree.root()).as_bytes())
        });
        front.object(INFO, |out| out.extend_from_slice(b"<</Producer(Recourse)>>"));
        tree.write(&mut front);
        output.chunk(&front, &[])?;
        let (cache, settings) = (RenderCache::new(), InterpreterSettings::default());
        for (index, page) in pages.iter().enumerate() {
            let (width, height) = page.render_dimensions();
            let picture = draw(page, &cache, &settings, limits);
            let numbers = (tree.page(index), first + 2 * index as u32);
            output.chunk(&picture_page(&picture, numbers, tree.parent_of_page(index), (width, height))?, &[])?;
        }
        output.finish()
    })();
    written.map_err(|_| Refused::new(RefusedKind::Failed, "The pages could not be drawn."))?;
    Ok(out)
}

/// One page on white, as fine as the limits allow.
pub(super) fn draw<'p>(
    page: &'p Page<'p>,
    cache: &RenderCache<'p>,
    settings: &InterpreterSettings,
    limits: RasterLimits,
) -> Pixmap {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width).max(1.0), f64::from(height).max(1.0));
    let wanted = limits.dpi / 72.0;
    let most = (limits.max_pixels_per_page as f64 / (width * height)).sqrt();
    // The canvas counts its sides in 16 bits.
    let side = 30_000.0 / width.max(height);
    let scale = wanted.min(most).min(side) as f32;
    let pixmap = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    render(page, cache, settings, &RenderSettings::default(), &pixmap)
}

/// A page that shows one picture; grey pages are stored as grey.
fn picture_page(picture: &Pixmap, numbers: (u32, u32), parent: u32, size: (f32, f32)) -> std::io::Result<Chunk> {
    let pixels = picture.data_as_u8_slice();
    let grey = pixels.chunks_exact(4).all(|p| p[0] == p[1] && p[1] == p[2]);
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    for row in pixels.chunks_exact(4 * usize::from(picture.width()).max(1)) {
        let row: Vec<u8> = row.chunks_exact(4).flat_map(|p| p[..if grey { 1 } else { 3 }].iter().copied()).collect();
        encoder.write_all(&row)?;
    }
    let data = encoder.finish()?;
    let (page, first) = numbers;
    let (width, height) = (short(f64::from(size.0)), short(f64::from(size.1)));
    let mut chunk = Chunk::new(true);
    let text = format!(
        "<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {width} {height}]/Resources<</XObject<</P {first} 0 R>>>>/Contents {} 0 R>>",
        first + 1
    );
    chunk.object(page, |out| out.extend_from_slice(text.as_bytes()));
    let dict = format!(
        "/Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8/ColorSpace/{}/Filter/FlateDecode",
        picture.width(),
        picture.height(),
        if grey { "DeviceGray" } else { "DeviceRGB" }
    );
    chunk.stream(first, dict.as_bytes(), &data);
    chunk.stream(first + 1, b"", format!("q {width} 0 0 {height} 0 0 cm /P Do Q\n").as_bytes());
    Ok(chunk)
}
