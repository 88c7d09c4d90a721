//! The bundle beside other ways to join the same PDFs, its memory, and how both grow with the number of pages.

mod growth;
mod inputs;
mod measure;
pub mod peers;

use std::fs;
use std::path::PathBuf;

use recourse_testkit::volume::Press;
use recourse_tests::scratch;
use serde_json::{Value, json};

use inputs::Inputs;
use measure::{Run, load, middle};

const TIMES: usize = 3;

/// A folder for a measurement, on the disk the build lies on, empty.
fn place(name: &str) -> PathBuf {
    let folder = scratch("bench").join(name);
    let _may_not_be_there = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a way must reach beside ours: at least so many times our time, or ours at most so many times its.
enum Target {
    AtLeast(f64),
    OursAtMost(f64),
}

fn target(size: &str, way: &str) -> Option<Target> {
    Some(match (size, way) {
        ("900 pages", "pikepdf, one pass") => Target::AtLeast(2.5),
        ("4,500 pages", "pikepdf, one pass") => Target::AtLeast(4.0),
        ("4,500 pages", "qpdf, merge only") => Target::AtLeast(10.0),
        ("1,000 scans", "read, SHA-256, write") => Target::OursAtMost(2.5),
        _ => return None,
    })
}

fn verdict(size: &str, way: &str, ratio: f64) -> String {
    match target(size, way) {
        Some(Target::AtLeast(least)) => format!("wanted >= {least}: {}", met(ratio >= least)),
        Some(Target::OursAtMost(most)) => {
            format!("ours is {:.2} x this, wanted <= {most}: {}", 1.0 / ratio, met(1.0 / ratio <= most))
        }
        None => String::new(),
    }
}

fn met(good: bool) -> &'static str {
    if good { "met" } else { "NOT MET" }
}

fn line(way: &str, run: Option<Run>, ours: Run, remark: &str) {
    match run {
        Some(run) => println!(
            "  {way:24} {:8.2} s {:7.2} x   processor {:7.2} s {:7.2} x   {:6.0} MiB  {remark}",
            run.seconds,
            run.seconds / ours.seconds,
            run.processor,
            run.processor / ours.processor,
            run.memory
        ),
        None => println!("  {way:24} left out: not installed, or it failed on these files"),
    }
}

fn one_size(size: &str, inputs: &Inputs) -> Value {
    let out = place("out");
    println!("\n{size}: {} documents, {:.0} MiB; load {}", inputs.files.len(), inputs.mib(), load());
    let Some(ours) = middle(TIMES, || peers::ours(inputs, &out)) else { panic!("the bundle could not be made") };
    line("bundle.pdf", Some(ours), ours, &memory_words(size, ours));
    let export = middle(TIMES, || peers::export(inputs, &out));
    line("whole export with ZIP", export, ours, "");
    let mut figures = json!({ "bundle.pdf": figure(Some(ours)), "whole export with ZIP": figure(export) });
    let names: Vec<&str> = peers::others(inputs, &out).into_iter().map(|(name, _)| name).collect();
    for (at, way) in names.into_iter().enumerate() {
        let run = middle(TIMES, || peers::others(inputs, &out).swap_remove(at).1);
        let remark = run.map_or_else(String::new, |run| verdict(size, way, run.seconds / ours.seconds));
        line(way, run, ours, &remark);
        figures[way] = figure(run);
    }
    fs::remove_dir_all(out).unwrap();
    figures
}

fn memory_words(size: &str, run: Run) -> String {
    if size == "4,500 pages" { format!("memory wanted <= 300: {}", met(run.memory <= 300.0)) } else { String::new() }
}

fn figure(run: Option<Run>) -> Value {
    run.map_or(
        Value::Null,
        |run| json!({ "seconds": run.seconds, "processor_seconds": run.processor, "memory_mib": run.memory }),
    )
}

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn beside_other_programs() {
    peers::build_export();
    let (press, inputs) = (Press::new(), place("inputs"));
    let sizes = [
        ("900 pages", Inputs::six(&inputs.join("900"), &press, 900)),
        ("4,500 pages", Inputs::six(&inputs.join("4500"), &press, 4_500)),
        ("1,000 scans", Inputs::scans(&inputs.join("scans"), &press, 1_000)),
    ];
    let figures = sizes.iter().map(|(size, inputs)| ((*size).to_owned(), one_size(size, inputs))).collect();
    crate::note("bundle", &Value::Object(figures));
    fs::remove_dir_all(inputs).unwrap();
}
