//! What readers nobody here wrote see in a PDF: pages, pictures of them, complaints. `None` where the reader is not installed.

use std::path::Path;
use std::process::{Command, Output};

/// A picture of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Grey values by row, black is 0.
    pub grey: Vec<u8>,
}

/// Runs a reader; `None` where it is not installed.
#[must_use]
pub fn run(program: &str, arguments: &[&str], pdf: &Path) -> Option<Output> {
    Command::new(program).args(arguments).arg(pdf).output().ok()
}

/// Pages by poppler's `pdfinfo`; the inner `None` where it cannot open the file.
#[must_use]
pub fn pages_by_poppler(pdf: &Path) -> Option<Option<usize>> {
    let output = run("pdfinfo", &[], pdf)?;
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    let count = words.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok());
    Some(count.filter(|_| output.status.success()))
}

/// Pages by `qpdf`; the inner `None` where it cannot open the file.
#[must_use]
pub fn pages_by_qpdf(pdf: &Path) -> Option<Option<usize>> {
    let output = run("qpdf", &["--show-npages"], pdf)?;
    Some(String::from_utf8_lossy(&output.stdout).trim().parse().ok())
}

/// The warnings and errors of `qpdf --check`.
#[must_use]
pub fn complaints(pdf: &Path) -> Option<Vec<String>> {
    let output = run("qpdf", &["--check"], pdf)?;
    let words = [output.stdout, output.stderr].concat();
    let words = String::from_utf8_lossy(&words);
    let found = words.lines().filter(|line| line.starts_with("WARNING") || line.starts_with("ERROR"));
    Some(found.map(str::to_owned).collect())
}

/// Pages `first` to `last` (from 1) in grey at 24 dots an inch, as poppler draws them within the crop box.
#[must_use]
pub fn pictures(pdf: &Path, first: usize, last: usize) -> Option<Vec<Picture>> {
    let (first, last) = (first.to_string(), last.to_string());
    let output = run("pdftoppm", &["-r", "24", "-cropbox", "-gray", "-f", &first, "-l", &last], pdf)?;
    let mut rest = &output.stdout[..];
    let mut found = Vec::new();
    while let Some((picture, after)) = picture(rest) {
        found.push(picture);
        rest = after;
    }
    Some(found)
}

/// The first picture of a row in PGM: `P5`, width and height, depth, one byte a pixel.
fn picture(data: &[u8]) -> Option<(Picture, &[u8])> {
    let mut lines = data.strip_prefix(b"P5\n")?.splitn(3, |byte| *byte == b'\n');
    let (width, height) = std::str::from_utf8(lines.next()?).ok()?.split_once(' ')?;
    let (width, height): (usize, usize) = (width.parse().ok()?, height.parse().ok()?);
    lines.next()?;
    let (grey, rest) = lines.next()?.split_at_checked(width * height)?;
    Some((Picture { width, height, grey: grey.to_vec() }, rest))
}

impl Picture {
    /// The places of the bundle's number: the foot of the page and its top right.
    fn aside(&self, at: usize) -> bool {
        let (x, y) = (at % self.width, at / self.width);
        let strip = if self.height < 120 { self.height * 2 / 5 } else { (self.height / 20).max(9) };
        y + strip >= self.height || y < strip && x * 4 >= self.width * 3
    }

    /// Pixels that differ clearly from another picture's, the places of the number left aside; all of them where the sizes differ.
    #[must_use]
    pub fn different(&self, other: &Self) -> usize {
        if (self.width, self.height) != (other.width, other.height) {
            return usize::MAX;
        }
        let differs = |at: &usize| !self.aside(*at) && self.grey[*at].abs_diff(other.grey[*at]) > 40;
        (0..self.grey.len()).filter(differs).count()
    }

    /// Whether nothing is drawn on it, the places of the number left aside: every pixel has the colour of the paper.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        (0..self.grey.len()).all(|at| self.aside(at) || self.grey[at] > 247)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(ink: &[usize]) -> Picture {
        let mut grey = vec![255; 200 * 280];
        ink.iter().for_each(|at| grey[*at] = 0);
        Picture { width: 200, height: 280, grey }
    }

    #[test]
    fn a_row_of_pictures_is_read_one_by_one() {
        let row = b"P5\n2 1\n255\nabP5\n1 2\n255\n\n\nP5\n9 9\n255\nshort";
        let (one, rest) = picture(row).unwrap();
        let (two, rest) = picture(rest).unwrap();
        assert_eq!((one.grey.as_slice(), two.grey.as_slice()), (&b"ab"[..], &b"\n\n"[..]));
        assert_eq!(picture(rest), None);
    }

    #[test]
    fn the_places_of_the_number_are_left_aside_and_no_other() {
        let (foot, middle) = (200 * 275 + 150, 200 * 140 + 100);
        assert_eq!(paper(&[]).different(&paper(&[foot])), 0);
        assert_eq!(paper(&[]).different(&paper(&[foot, middle])), 1);
        assert!(paper(&[foot]).is_blank() && !paper(&[middle]).is_blank());
    }
}
