//! `cargo run -p recourse-testkit --example photograph_letters -- FOLDER` writes every shot of a letter, and beside it its words, into FOLDER.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use recourse_testkit::photo::SHOTS;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say which folder to write into")?);
    for shot in SHOTS {
        fs::write(folder.join(format!("{}.jpg", shot.name)), shot.jpeg()?)?;
        fs::write(folder.join(format!("{}.txt", shot.name)), shot.letter.lines)?;
    }
    Ok(())
}
