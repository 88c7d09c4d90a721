//! Merges PDF files from the command line: `merge OUT.pdf FILE…`. For trying the engine by hand and for timing it.
#![allow(clippy::print_stdout, clippy::expect_used)]

use std::fs::File;
use std::io::BufWriter;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use recourse_bundle::pdf::{
    Assembly, Entry, Part, PdfBytes, RasterLimits, Way, assemble, inspect_all, ladder_from, rasterise,
    rewrite_with_second_engine,
};

fn main() {
    let mut args = std::env::args().skip(1);
    let out = args.next().expect("OUT.pdf FILE…");
    let started = Instant::now();
    let mut parts = Vec::new();
    let names: Vec<String> = args.collect();
    let files = names.iter().map(|name| File::open(name).expect("a readable file"));
    let documents: Vec<PdfBytes> =
        files.map(|file| PdfBytes::from_file(&file).expect("a file that can be mapped")).collect();
    for ((name, bytes), first) in names.iter().zip(&documents).zip(inspect_all(&documents)) {
        let mut isolate = |way: Way, bytes: &[u8]| match way {
            Way::Raster => rasterise(bytes, RasterLimits::default()),
            _ => rewrite_with_second_engine(bytes),
        };
        let title = Path::new(name).file_stem().map_or(String::new(), |stem| stem.to_string_lossy().into_owned());
        match ladder_from(bytes, first, &mut isolate) {
            Entry::Pages { way, pdf, inspected, notes } => {
                println!("{title}\t{way:?}\t{}\t{}", inspected.pages.len(), notes.join(" "));
                parts.push(Part { title, section: Some("Documents".into()), pdf: pdf.into(), inspected, stamp: true });
            }
            Entry::SlipSheet(refused) => println!("{title}\tslip sheet\t0\t{refused}"),
        }
    }
    let inspected = started.elapsed();
    let assembly = Assembly {
        parts,
        links: Vec::new(),
        title: "Merged".into(),
        author: String::new(),
        date: chrono::DateTime::UNIX_EPOCH,
        first_number: 1,
        mark: String::new(),
    };
    let mut file = BufWriter::with_capacity(1 << 20, File::create(out).expect("a writable place"));
    let done = assemble(&assembly, &mut file, &mut |_, _| ControlFlow::Continue(())).expect("a bundle");
    println!("{} pages, {} bytes, inspected in {inspected:?}, all in {:?}", done.pages, done.bytes, started.elapsed());
}
