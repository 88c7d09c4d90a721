//! Python packages that nobody here wrote, for the tests and the measurements that hold our results against theirs.

use std::fs;
use std::path::Path;

use crate::house::House;
use crate::shell::{self, Stop};

/// The Library of Congress's bag validator; two lists of public holidays, one by rule and one as published; a strict reader of calendar files; a
/// validator of JSON Schema and a database for the tables of a bundle; two readers of PDF.
const PACKAGES: [&str; 8] = [
    "bagit==1.9.0",
    "govuk-bank-holidays==0.19",
    "holidays==0.109",
    "icalendar==7.3.0",
    "jsonschema==4.26.0",
    "duckdb==2.0.0",
    "pikepdf==10.17.0",
    "pypdfium2==5.15.2",
];

/// What a bundle is measured beside: another way to join PDFs, and a third reader of them.
const PEERS: [&str; 2] = ["pikepdf==10.17.0", "pypdfium2==5.15.2"];

/// The packages of the tests. Without them the few tests that need one say so and are left out, because a machine that cannot reach PyPI can
/// still test everything else.
pub fn packages(house: &House) -> Result<(), Stop> {
    environment(house, "python", &PACKAGES)
}

/// The packages of the measurements, apart from those of the tests; left out in the same way.
pub fn peers(house: &House) -> Result<(), Stop> {
    environment(house, "python-peers", &PEERS)
}

/// Puts packages in a Python environment of their own under the build folder, with a list of them beside.
fn environment(house: &House, name: &str, packages: &[&str]) -> Result<(), Stop> {
    let folder = house.own(name);
    let (list, wanted) = (folder.join("installed.txt"), packages.join("\n"));
    if fs::read_to_string(&list).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing {} from PyPI into {}", packages.join(", "), folder.display());
    let installed = install(&folder, packages).and_then(|()| {
        fs::write(&list, wanted).map_err(|e| Stop::new(format!("{} cannot be written: {e}", list.display())))
    });
    if let Err(stop) = installed {
        println!("The Python packages are not there, so what needs them will be left out: {stop}");
    }
    Ok(())
}

fn install(folder: &Path, packages: &[&str]) -> Result<(), Stop> {
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).map_err(|e| Stop::new(format!("{} cannot be made: {e}", parent.display())))?;
    }
    let place = folder.to_string_lossy();
    shell::run(shell::command(Path::new("/"), "python3", &["-m", "venv", &place]))?;
    let pip = folder.join("bin/pip");
    let words = [&["install", "--quiet", "--disable-pip-version-check"], packages].concat();
    shell::run(shell::command(Path::new("/"), &pip.to_string_lossy(), &words))
}
