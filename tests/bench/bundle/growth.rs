//! Time for a page, and memory, from a hundred pages to fifty thousand.

use std::fs;

use recourse_testkit::volume::Press;
use serde_json::{Value, json};

use super::inputs::Inputs;
use super::measure::{Run, load, middle};
use super::{TIMES, figure, met, peers, place};

/// Pages of each document.
const EACH: usize = 25;
const SIZES: [usize; 4] = [100, 1_000, 10_000, 50_000];

fn bundle(inputs: &Inputs) -> Run {
    let out = place("out");
    let run = middle(TIMES, || peers::ours(inputs, &out));
    fs::remove_dir_all(out).unwrap();
    run.unwrap()
}

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn growing_to_fifty_thousand_pages() {
    let (press, folder) = (Press::new(), place("inputs"));
    let all = Inputs::reports(&folder, &press, SIZES[SIZES.len() - 1] / EACH, EACH);
    println!("\nGrowth, {EACH} pages a document; load {}", load());
    // Starting the program and its typesetter costs the same for one page as for many.
    let start = bundle(&Inputs::reports(&folder.join("one"), &press, 1, 1)).seconds;
    println!("  one page {start:.2} s");
    let mut figures = json!({});
    let mut each = Vec::new();
    for pages in SIZES {
        let run = bundle(&all.first(pages / EACH, EACH));
        let page = (run.seconds - start).max(0.0) * 1e3 / pages as f64;
        println!(
            "  {pages:6} pages {:8.2} s  {:6.3} ms a page, {page:6.3} without the start  {:6.0} MiB",
            run.seconds,
            run.seconds * 1e3 / pages as f64,
            run.memory
        );
        figures[pages.to_string()] = figure(Some(run));
        each.push(page);
    }
    let mean = each.iter().sum::<f64>() / each.len() as f64;
    let far = each.iter().map(|page| (page / mean - 1.0).abs()).fold(0.0, f64::max);
    println!("  farthest from the mean {:.0} %, wanted <= 25: {}", far * 100.0, met(far <= 0.25));
    crate::note("growth", &figures);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn memory_of_many_pages_and_of_many_documents() {
    let (press, folder) = (Press::new(), place("inputs"));
    let cases = [("20,000 pages", 24, 834), ("5,000 documents", 5_000, 4)];
    let mut figures = serde_json::Map::new();
    println!("\nMemory; load {}", load());
    for (name, documents, pages) in cases {
        let inputs = Inputs::reports(&folder.join(name), &press, documents, pages);
        let run = bundle(&inputs);
        println!(
            "  {name:16} {:8.2} s  {:6.0} MiB for {:.0} MiB of documents, wanted <= 500: {}",
            run.seconds,
            run.memory,
            inputs.mib(),
            met(run.memory <= 500.0)
        );
        figures.insert(name.to_owned(), figure(Some(run)));
        fs::remove_dir_all(folder.join(name)).unwrap();
    }
    crate::note("memory", &Value::Object(figures));
    fs::remove_dir_all(folder).unwrap();
}
