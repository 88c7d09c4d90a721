//! Makes the sample claim's letter, the phone photos of a letter, and the screenshot, with neither clock nor chance in them.
//!
//! `cargo run -p recourse-testkit --example make_sample -- FOLDER` writes them into FOLDER. The mails, pages and notes of the sample are
//! text and lie in the repository as they are; these four are pictures or drawings and are made, so that anybody can see how and make
//! them again. The wording is the project's own and everybody in it is invented.

mod camera;
mod exif;
mod letters;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use image::ImageFormat;
use recourse_testkit::draw::draw;

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
