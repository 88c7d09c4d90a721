//! What is joined: reports and scans, written to disk once a measurement.

use std::fs;
use std::path::{Path, PathBuf};

use recourse_testkit::volume::Press;

/// Parts of a whole hundred that six documents of different length take.
const SHARES: [usize; 6] = [5, 15, 30, 10, 25, 15];

/// Files on disk.
pub struct Inputs {
    pub files: Vec<PathBuf>,
    pub pages: usize,
    pub bytes: u64,
}

impl Inputs {
    /// Six reports of different length.
    pub fn six(folder: &Path, press: &Press, pages: usize) -> Self {
        Self::write(folder, SHARES.map(|share| pages * share / 100), |number, pages| press.report(number, pages))
    }

    /// Reports of equal length.
    pub fn reports(folder: &Path, press: &Press, documents: usize, pages: usize) -> Self {
        Self::write(folder, std::iter::repeat_n(pages, documents), |number, pages| press.report(number, pages))
    }

    /// Scanned pages.
    pub fn scans(folder: &Path, press: &Press, documents: usize) -> Self {
        Self::write(folder, std::iter::repeat_n(1, documents), |number, _| press.scan(number))
    }

    fn write(folder: &Path, pages: impl IntoIterator<Item = usize>, make: impl Fn(u32, usize) -> Vec<u8>) -> Self {
        fs::create_dir_all(folder).unwrap();
        let mut inputs = Self { files: Vec::new(), pages: 0, bytes: 0 };
        for (number, pages) in (0..).zip(pages) {
            let (path, bytes) = (folder.join(format!("document-{number:05}.pdf")), make(number, pages));
            fs::write(&path, &bytes).unwrap();
            inputs.files.push(path);
            inputs.pages += pages;
            inputs.bytes += bytes.len() as u64;
        }
        inputs
    }

    /// The first of the documents, all of them of `pages` pages.
    pub fn first(&self, documents: usize, pages: usize) -> Self {
        let files = self.files[..documents].to_vec();
        let bytes = files.iter().map(|file| fs::metadata(file).unwrap().len()).sum();
        Self { files, pages: documents * pages, bytes }
    }

    pub fn mib(&self) -> f64 {
        self.bytes as f64 / f64::from(1 << 20)
    }
}
