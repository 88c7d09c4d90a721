//! Python packages that nobody here wrote, for the tests and the measurements that hold our results against theirs.

use std::fs;
use std::path::Path;

use crate::house::House;
use crate::shell::{self, Stop};

/// The Library of Congress's bag validator; two lists of public holidays, one by rule and one as published; a strict reader of calendar files; a
/// validator of JSON Schema and a database for the tables of a bundle; two readers of PDF, which joining is measured beside as well; a reader
/// of squares to scan.
const PACKAGES: [&str; 9] = [
    "bagit==1.9.0",
    "govuk-bank-holidays==0.19",
    "holidays==0.109",
    "icalendar==7.3.0",
    "jsonschema==4.26.0",
    "duckdb==2.0.0",
    "pikepdf==10.17.0",
    "pypdfium2==5.15.2",
    "zxing-cpp==3.1.1",
];

/// The packages. Without them the few tests that need one say so and are left out, because a machine that cannot reach PyPI can
/// still test everything else.
pub fn packages(house: &House) -> Result<(), Stop> {
    let folder = house.own("python");
    let (list, wanted) = (folder.join("installed.txt"), PACKAGES.join("\n"));
    if fs::read_to_string(&list).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing {} from PyPI into {}", PACKAGES.join(", "), folder.display());
    let installed = install(&folder).and_then(|()| {
        fs::write(&list, wanted).map_err(|e| Stop::new(format!("{} cannot be written: {e}", list.display())))
    });
    if let Err(stop) = installed {
        // Half of them would be taken for all of them.
        let _may_not_be_there = fs::remove_dir_all(&folder);
        println!("The Python packages are not there, so what needs them will be left out: {stop}");
    }
    Ok(())
}

fn install(folder: &Path) -> Result<(), Stop> {
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).map_err(|e| Stop::new(format!("{} cannot be made: {e}", parent.display())))?;
    }
    let place = folder.to_string_lossy();
    shell::run(shell::command(Path::new("/"), "python3", &["-m", "venv", &place]))?;
    let pip = folder.join("bin/pip");
    let words = [&["install", "--quiet", "--disable-pip-version-check"], &PACKAGES[..]].concat();
    shell::run(shell::command(Path::new("/"), &pip.to_string_lossy(), &words))
}
