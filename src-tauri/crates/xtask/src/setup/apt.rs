//! Debian packages: which are missing, and putting them on.

use std::path::Path;

use super::For;
use crate::shell::{self, Stop};

/// To build: the webview and its toolkit, OpenSSL for the encrypted database, a C compiler for SQLCipher. To use: what reads the words in pictures.
const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libgtk-3-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "tesseract-ocr",
    "tesseract-ocr-eng",
];

/// To test: a display without a screen, the driver of the real window, and a pointer with something to drag; then the tools that a person who receives a bundle or
/// has only a vault folder would use (qpdf, poppler, mupdf, libheif, age, LibreOffice without its windows, and Python for the bag validator);
/// and what looks at system calls, makes name spaces and brings up their loopback.
const TEST: &[&str] = &[
    "xvfb",
    "webkit2gtk-driver",
    "dbus-x11",
    "at-spi2-core",
    "fonts-dejavu-core",
    "qpdf",
    "poppler-utils",
    "mupdf-tools",
    "libheif-examples",
    "age",
    "libreoffice-writer-nogui",
    "python3-venv",
    "python3-gi",
    "gir1.2-gtk-3.0",
    "xdotool",
    "strace",
    "iproute2",
    "util-linux",
];

/// To measure: the programs that join and read PDFs beside ours.
const MEASURE: &[&str] = &["qpdf", "poppler-utils", "python3-venv"];

/// Installs the packages that are missing; on a system without dpkg says what is needed and goes on.
pub fn packages(purpose: For) -> Result<(), Stop> {
    let mut wanted = BUILD.to_vec();
    match purpose {
        For::Running => {}
        For::Testing => wanted.extend(TEST),
        For::Measuring => wanted.extend(MEASURE),
    }
    if !shell::there("dpkg-query", &["--version"]) {
        println!(
            "This is not a Debian system, so nothing is installed here. Needed, under Debian's names: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing = missing(&wanted, &installed(&wanted)?);
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing Debian packages that are missing: {}", missing.join(" "));
    install(&missing)
}

fn installed(wanted: &[&str]) -> Result<String, Stop> {
    // dpkg-query ends with 1 when it has never heard of a package; what it prints is right all the same.
    let output = shell::command(Path::new("/"), "dpkg-query", &["-W", "-f", "${db:Status-Status} ${Package}\n"])
        .args(wanted)
        .output()
        .map_err(|e| Stop::new(format!("`dpkg-query` could not be started: {e}")))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn missing<'a>(wanted: &[&'a str], listing: &str) -> Vec<&'a str> {
    let there: Vec<&str> = listing.lines().filter_map(|line| line.strip_prefix("installed ")).collect();
    wanted.iter().copied().filter(|name| !there.contains(name)).collect()
}

fn install(missing: &[&str]) -> Result<(), Stop> {
    let by_hand = format!("apt-get install --no-install-recommends {}", missing.join(" "));
    let sudo = if is_root()? {
        None
    } else if shell::there("sudo", &["--version"]) {
        Some("sudo")
    } else {
        return Err(Stop::new(format!(
            "these packages can only be installed as root. Type, as root:\n  apt-get update\n  {by_hand}"
        )));
    };
    apt_get(sudo, &["update"], &[])?;
    apt_get(sudo, &["install", "--yes", "--no-install-recommends"], missing)
        .map_err(|stop| Stop::new(format!("{stop}. To try by hand, as root: {by_hand}")))
}

fn apt_get(sudo: Option<&str>, arguments: &[&str], names: &[&str]) -> Result<(), Stop> {
    let mut words: Vec<&str> = sudo.into_iter().collect();
    // `env` rather than this process's environment: sudo does not hand that on.
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    words.extend(arguments);
    words.extend(names);
    shell::run(shell::command(Path::new("/"), words[0], &words[1..]))
}

fn is_root() -> Result<bool, Stop> {
    Ok(shell::answer(shell::command(Path::new("/"), "id", &["-u"]))?.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn only_what_is_really_installed_counts_as_there() {
        let listing = "installed xvfb\nconfig-files age\nnot-installed qpdf\n";
        assert_eq!(missing(&["xvfb", "age", "qpdf", "poppler-utils"], listing), ["age", "qpdf", "poppler-utils"]);
    }
}
