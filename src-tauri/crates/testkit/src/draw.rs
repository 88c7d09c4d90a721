//! Documents drawn as pictures.

use std::error::Error;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::RgbImage;

/// The pages of a document as pictures, `scale` pixels to the point.
///
/// # Errors
/// Where the document is no PDF or a page cannot be drawn.
pub fn draw(document: Vec<u8>, scale: f32) -> Result<Vec<RgbImage>, Box<dyn Error>> {
    let pdf = Pdf::new(document).map_err(|e| format!("the sheet just written cannot be read: {e:?}"))?;
    let (cache, interpreter) = (RenderCache::new(), InterpreterSettings::default());
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let mut pictures = Vec::new();
    for page in pdf.pages().iter() {
        let png = hayro::render(page, &cache, &interpreter, &RenderSettings::default(), &size)
            .into_png()
            .map_err(|e| format!("a page could not be drawn: {e:?}"))?;
        pictures.push(image::load_from_memory(&png)?.to_rgb8());
    }
    Ok(pictures)
}
