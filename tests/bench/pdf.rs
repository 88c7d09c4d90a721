//! Every PDF of a folder, bundled by itself and held against readers nobody here wrote: right, a slip sheet, or wrong.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use recourse_testkit::readers::{complaints, pages_by_poppler, pages_by_qpdf, pictures};
use recourse_tests::{corpus, path_of, program};
use serde_json::{Value, json};
use walkdir::WalkDir;

use crate::bundle::peers::python;

/// Pixels of a page at 24 dpi that may differ: edges fall a little differently when a page is drawn from another file.
const PIXELS: usize = 3;

/// What became of one file.
struct Tried {
    name: String,
    /// Two readers of three give the same number of pages.
    sound: bool,
    way: String,
    /// Why it is a slip sheet.
    slip: Option<String>,
    /// What is wrong, a sentence each.
    wrong: Vec<String>,
    /// Pages that were held against poppler's picture of the source.
    compared: usize,
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let pdf = |path: &PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).filter(pdf).collect()
}

/// Pages by PDFium, where it is installed; file by file in the same order.
fn pages_by_pdfium(files: &[PathBuf]) -> Vec<Option<usize>> {
    let output = Command::new(python()).arg(path_of("tests/bench/peers/pdfium.py")).args(files).output();
    let words = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let counts: Vec<Option<usize>> = words.lines().map(|line| line.parse().ok()).collect();
    if counts.len() == files.len() {
        return counts;
    }
    println!("left out: pypdfium2 is not installed, so two readers judge and not three");
    vec![None; files.len()]
}

/// The number of pages that two of the readers give.
fn agreed(counts: [Option<usize>; 3]) -> Option<usize> {
    let [one, two, three] = counts;
    if one.is_some() && (one == two || one == three) { one } else { two.filter(|_| two == three) }
}

fn try_one(path: &Path, name: String, pdfium: Option<usize>) -> Tried {
    let place = tempfile::tempdir().unwrap();
    let bundle = place.path().join("bundle.pdf");
    let mut command = Command::new(program("recourse"));
    command.args(["bundle", "--json", "--date", "2026-11-21", "--out"]).arg(&bundle).arg(path);
    let output = command.current_dir(place.path()).output().unwrap();
    let poppler = pages_by_poppler(path).flatten();
    let agreed = agreed([poppler, pages_by_qpdf(path).flatten(), pdfium]);
    let mut tried =
        Tried { name, sound: agreed.is_some(), way: "none".into(), slip: None, wrong: Vec::new(), compared: 0 };
    let Ok(made) = serde_json::from_slice::<Value>(&output.stdout) else {
        tried.wrong.push(format!("no bundle: {}", String::from_utf8_lossy(&output.stderr).trim()));
        return tried;
    };
    let document = &made["documents"][0];
    tried.way = document["way"].as_str().unwrap_or("none").to_owned();
    if tried.way == "slip-sheet" {
        tried.slip = Some(document["reason"].as_str().unwrap_or_default().to_owned());
    }
    let number = |value: &Value| value.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
    let (first, pages, all) = (number(&document["first_page"]), number(&document["pages"]), number(&made["pages"]));
    for (reader, count) in [("poppler", pages_by_poppler(&bundle)), ("qpdf", pages_by_qpdf(&bundle))] {
        if count.is_some_and(|count| count != Some(all)) {
            tried.wrong.push(format!("{reader} does not find the {all} pages of the bundle"));
        }
    }
    if let (Some(before), Some(after)) = (complaints(path), complaints(&bundle))
        && after.len() > before.len()
    {
        tried.wrong.push(format!("qpdf complains more than of the source: {}", after.join("; ")));
    }
    if tried.slip.is_none() {
        if let Some(agreed) = agreed
            && agreed != pages
        {
            tried.wrong.push(format!("{pages} pages, where two readers count {agreed}"));
        }
        if poppler.is_some() {
            look(path, &bundle, first, pages.min(2), &mut tried);
        }
    }
    tried
}

/// Holds the first pages against the source's.
fn look(source: &Path, bundle: &Path, first: usize, pages: usize, tried: &mut Tried) {
    let (Some(theirs), Some(ours)) = (pictures(source, 1, pages), pictures(bundle, first, first + pages - 1)) else {
        return;
    };
    for (page, (theirs, ours)) in (1..).zip(theirs.iter().zip(&ours)) {
        tried.compared += 1;
        let pixels = theirs.different(ours);
        if ours.is_blank() && !theirs.is_blank() {
            tried.wrong.push(format!("page {page} is blank and was not"));
        } else if pixels > PIXELS {
            tried.wrong.push(format!("page {page} looks different: {pixels} pixels"));
        }
    }
}

fn try_all(folder: &Path) -> Vec<Tried> {
    let files = files(folder);
    let pdfium = pages_by_pdfium(&files);
    let (next, found) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from).min(8) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = files.get(at) else { return };
                    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
                    let tried = try_one(path, name, pdfium[at]);
                    found.lock().unwrap().insert(at, tried);
                }
            });
        }
    });
    found.into_inner().unwrap().into_values().collect()
}

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn every_pdf_of_a_folder_looks_in_the_bundle_as_it_did() {
    let given = std::env::var_os("RECOURSE_BENCH_CORPUS").map(PathBuf::from);
    let Some(folder) = given.or_else(|| corpus("pdf")) else { return };
    let tried = try_all(&folder);
    println!("\n{} PDFs in {}", tried.len(), folder.display());
    println!("  {:32} {:>7} {:>10} {:>7}", "", "right", "slip sheet", "wrong");
    for (words, sound) in [("two readers agree on the pages", true), ("no two readers agree", false)] {
        let group: Vec<&Tried> = tried.iter().filter(|one| one.sound == sound).collect();
        let wrong = group.iter().filter(|one| !one.wrong.is_empty()).count();
        let slips = group.iter().filter(|one| one.wrong.is_empty() && one.slip.is_some()).count();
        println!("  {words:32} {:7} {slips:10} {wrong:7}", group.len() - wrong - slips);
    }
    println!(
        "  {} pages compared with poppler's picture of the source",
        tried.iter().map(|one| one.compared).sum::<usize>()
    );
    for one in tried.iter().filter(|one| one.way != "engine-one" && one.slip.is_none()) {
        println!("  by another way: {} ({})", one.name, one.way);
    }
    for one in &tried {
        one.slip.iter().for_each(|why| println!("  slip sheet: {}: {why}", one.name));
        one.wrong.iter().for_each(|why| println!("  wrong: {}: {why}", one.name));
    }
    let figures: Vec<Value> = tried
        .iter()
        .map(
            |one| json!({ "file": one.name, "sound": one.sound, "way": one.way, "slip": one.slip, "wrong": one.wrong }),
        )
        .collect();
    crate::note("pdf", &Value::Array(figures));
    let wrong = tried.iter().filter(|one| one.sound && !one.wrong.is_empty()).count();
    assert_eq!(wrong, 0, "wrong where two readers agree");
}
