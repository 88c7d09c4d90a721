//! Makes the sample claim's letter, the phone photos of a letter, and the screenshot, with neither clock nor chance in them.
//!
//! `cargo run -p recourse-testkit --example make_sample -- FOLDER` writes them into FOLDER. The mails, pages and notes of the sample are
//! text and lie in the repository as they are; these four are pictures or drawings and are made, so that anybody can see how and make
//! them again. The wording is the project's own and everybody in it is invented.

mod camera;
mod exif;
mod letters;
mod sheet;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::{ImageFormat, RgbImage};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say which folder to write into")?);
    fs::write(folder.join("complaint-reply.pdf"), letters::complaint_reply().bytes())?;

    let pages = draw(letters::what_we_know_now().bytes(), 2.4)?;
    for (number, (page, pose)) in pages.iter().zip([camera::FIRST, camera::SECOND]).enumerate() {
        let photo = camera::photograph(page, &pose)?;
        fs::write(folder.join(format!("letter-photo-{}.jpg", number + 1)), exif::with_tags(&photo, &pose.tags)?)?;
    }

    let screen = draw(letters::harrow_statement().bytes(), 2.0)?;
    screen[0].save_with_format(folder.join("harrow-statement-screenshot.png"), ImageFormat::Png)?;
    Ok(())
}

/// The pages of a document as pictures, `scale` pixels to the point.
fn draw(document: Vec<u8>, scale: f32) -> Result<Vec<RgbImage>, Box<dyn Error>> {
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
