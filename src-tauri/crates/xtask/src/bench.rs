//! `cargo xtask bench`: how long the heavy work takes, measured on this machine.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::house::House;
use crate::setup::{self, For};
use crate::shell::{self, Stop};
use crate::window;

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// The one part to measure.
    name: Option<&'w str>,
    /// The folder of PDFs to try.
    corpus: Option<&'w str>,
    /// How many faults to try, where not a tenth: `full`.
    count: Option<&'w str>,
    /// Figures as JSON on standard output; everything else goes to standard error.
    json: bool,
}

impl<'w> Wanted<'w> {
    /// Reads the words after `bench`.
    pub fn from(words: &[&'w str]) -> Result<Self, Stop> {
        let (mut wanted, mut words) = (Self::default(), words.iter());
        while let Some(word) = words.next() {
            match *word {
                "--json" => wanted.json = true,
                "--corpus" => {
                    wanted.corpus = Some(words.next().ok_or_else(|| Stop::new("--corpus needs a folder after it"))?);
                }
                "--count" => {
                    let counts = ["small", "full"];
                    let said = words.next().filter(|word| counts.contains(word));
                    wanted.count = Some(said.ok_or_else(|| Stop::new("--count needs small or full after it"))?);
                }
                name if !name.starts_with('-') && wanted.name.is_none() => wanted.name = Some(name),
                other => return Err(Stop::new(format!("`bench` does not know {other}"))),
            }
        }
        Ok(wanted)
    }
}

/// Builds what `test` builds and runs the measurements, which `test` leaves out because they take long and depend on the disk.
pub fn run(house: &House, wanted: &Wanted<'_>) -> Result<(), Stop> {
    setup::setup(house, For::Measuring)?;
    window::pages(house)?;
    window::programs(house)?;
    let figures = house.own("figures");
    // Figures of an earlier run are not this run's.
    let _may_not_be_there = fs::remove_dir_all(&figures);
    fs::create_dir_all(&figures).map_err(|e| Stop::new(format!("{} cannot be made: {e}", figures.display())))?;
    // The faults are a test program of their own, whose samples are part of the tests.
    let programs = match wanted.name {
        Some("faults") => vec!["--test", "faults"],
        Some(_) => vec!["--test", "bench"],
        None => vec!["--test", "bench", "--test", "faults"],
    };
    let mut words = vec!["test", "--workspace"];
    words.extend(programs);
    words.push("--");
    words.extend(wanted.name);
    words.extend(["--ignored", "--nocapture", "--test-threads", "1"]);
    let mut measuring = shell::cargo(&house.root, &words);
    measuring.env("RECOURSE_FIGURES", &figures);
    measuring.env("RECOURSE_FAULTS", wanted.count.unwrap_or("small"));
    if let Some(folder) = wanted.corpus {
        let folder = fs::canonicalize(folder).map_err(|e| Stop::new(format!("{folder} cannot be read: {e}")))?;
        measuring.env("RECOURSE_BENCH_CORPUS", folder);
    }
    if !wanted.json {
        return shell::run(measuring);
    }
    measuring.stdout(Stdio::from(std::io::stderr()));
    let done = shell::run(measuring);
    println!("{}", gathered(&figures)?);
    done
}

/// All files of figures as one JSON object, by name.
fn gathered(folder: &Path) -> Result<String, Stop> {
    let unreadable = |e: std::io::Error| Stop::new(format!("{} cannot be read: {e}", folder.display()));
    let mut parts = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        parts.push(format!("{name:?}: {}", fs::read_to_string(&path).map_err(unreadable)?.trim()));
    }
    parts.sort();
    Ok(format!("{{{}}}", parts.join(",\n")))
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    #[test]
    fn the_words_may_come_in_any_order() {
        let wanted = Wanted::from(&["--json", "pdf", "--corpus", "/some/folder"]).expect("known words");
        assert_eq!(wanted, Wanted { name: Some("pdf"), corpus: Some("/some/folder"), count: None, json: true });
        assert_eq!(Wanted::from(&[]).expect("no words"), Wanted::default());
        assert_eq!(Wanted::from(&["faults", "--count", "full"]).expect("known words").count, Some("full"));
        assert!(Wanted::from(&["--count", "most"]).is_err());
        assert!(Wanted::from(&["--corpus"]).is_err() && Wanted::from(&["pdf", "bundle"]).is_err());
    }
}
