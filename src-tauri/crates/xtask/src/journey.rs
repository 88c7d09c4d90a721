//! The main job with no window: a vault with the sample claim, a notice in, evidence on it, a bundle out, and the bundle checked.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::house::House;
use crate::shell::{self, Stop};
use crate::window::TERMINAL;

/// A passphrase for a vault that holds nothing but invented people.
const PASSPHRASE: &str = "the sample holds no secret\n";

/// The notice that is logged by typing, in the words of the sample's organisation.
const NOTICE: &str = "\
Dear supporter,

We wrote to you about the incident at a company that keeps records on our behalf. That company has now been able to tell us
which files were on the affected systems. Your name, postal address and the dates of your membership were in one of them.

The Northfold Society
";

/// Does the whole journey and says where the bundle lies.
pub fn travel(house: &House) -> Result<(), Stop> {
    let place = house.own("journey");
    start_afresh(&place)?;
    let trip = Trip { program: house.program(TERMINAL), passphrase: place.join("passphrase.txt") };
    let (vault, notice, out) = (place.join("Sample.recourse"), place.join("notice.txt"), place.join("bundle"));
    for (path, text) in [(&trip.passphrase, PASSPHRASE), (&notice, NOTICE)] {
        fs::write(path, text).map_err(|e| unwritable(path, &e))?;
    }
    fs::create_dir_all(&out).map_err(|e| unwritable(&out, &e))?;

    trip.step("Making a vault with the sample claim", "sample", &vault, &[])?;
    let words = ["add", "--from", "The Northfold Society", "--channel", "email", "--on", "24 January 2022"];
    let text = notice.to_string_lossy();
    let more = ["--subject", "More about your data", "--text", &text];
    println!("\nLogging one more notice");
    let said = trip.answer("notice", &words[..1], &vault, &[&words[1..], &more[..]].concat())?;
    print!("{said}");
    let reference =
        reference(&said).ok_or_else(|| Stop::new("the notice was kept but its reference was not printed"))?;
    let photo = house.root.join("src-tauri/crates/organiser/sample/letter-photo-1.jpg");
    let photo = photo.to_string_lossy();
    trip.step("Putting evidence on it", "add", &vault, &[&photo, "--to", reference, "--as", "evidence"])?;
    trip.step("Making the bundle", "export", &vault, &["--out", &out.to_string_lossy()])?;
    let zip = find_zip(&out)?;
    trip.step("Checking the bundle", "verify", &zip, &[])?;
    println!("\nThe bundle lies here: {}", zip.display());
    println!("The vault lies here:  {} (its passphrase: {})", vault.display(), PASSPHRASE.trim());
    Ok(())
}

struct Trip {
    program: PathBuf,
    passphrase: PathBuf,
}

impl Trip {
    fn command(&self, verbs: &[&str], subject: &Path, more: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(verbs).arg(subject).args(more).env("RECOURSE_PASSPHRASE_FILE", &self.passphrase);
        command
    }

    fn step(&self, heading: &str, verb: &str, subject: &Path, more: &[&str]) -> Result<(), Stop> {
        println!("\n{heading}");
        shell::run(self.command(&[verb], subject, more))
    }

    fn answer(&self, kind: &str, verbs: &[&str], subject: &Path, more: &[&str]) -> Result<String, Stop> {
        shell::answer(self.command(&[&[kind], verbs].concat(), subject, more))
    }
}

fn start_afresh(place: &Path) -> Result<(), Stop> {
    if place.exists() {
        fs::remove_dir_all(place).map_err(|e| unwritable(place, &e))?;
    }
    fs::create_dir_all(place).map_err(|e| unwritable(place, &e))
}

fn unwritable(path: &Path, error: &std::io::Error) -> Stop {
    Stop::new(format!("{} cannot be written: {error}", path.display()))
}

/// The reference of a notice, such as `N-005`, in what was printed.
fn reference(said: &str) -> Option<&str> {
    said.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').find(|word| {
        word.strip_prefix("N-")
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

fn find_zip(out: &Path) -> Result<PathBuf, Stop> {
    let entries = fs::read_dir(out).map_err(|e| Stop::new(format!("{} cannot be read: {e}", out.display())))?;
    entries
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|extension| extension == "zip"))
        .ok_or_else(|| Stop::new(format!("the export left no ZIP in {}", out.display())))
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn the_reference_is_found_in_a_sentence_and_in_json() {
        assert_eq!(reference("Kept as N-005."), Some("N-005"));
        assert_eq!(reference(r#"{"ref":"N-012","kept":true}"#), Some("N-012"));
        assert_eq!(reference("Nothing was kept: N-"), None);
    }
}
