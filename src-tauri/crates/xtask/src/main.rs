//! `cargo xtask`: sets the machine up, opens Recourse, tests it.
//!
//! Only the standard library is used, so that on a fresh machine this program is there within seconds and can say what the long steps
//! are doing.
#![allow(clippy::print_stdout, reason = "telling the person at the terminal what happens is this program's work")]

mod apart;
mod bench;
mod bindings;
mod check;
mod fuzz;
mod hash;
mod house;
mod journey;
mod run;
mod say;
mod setup;
mod shell;
mod suite;
mod window;

use std::process::ExitCode;

use house::House;

const USAGE: &str = "\
cargo xtask run        set up what is missing, build Recourse and open its window
                       (with no display: do the main job on the sample documents, without a window)
cargo xtask test       set up what is missing and run every check and test; the same as the CI does
cargo xtask check      formatting, lints and types only; nothing is run
cargo xtask bindings   write the window's TypeScript types anew from the Rust contract
                       (--check: only say whether they are up to date)
cargo xtask bench      measure the heavy work; [NAME] only one part: attach, opening, mailbox, reading, search, timeline, bundle,
                       pdf, faults (--corpus DIR: the PDFs that `pdf` tries; --json: figures as JSON instead of tables;
                       --count small|full: how many faults are tried, hundreds or all)
cargo xtask fuzz       bytes made by chance for all that reads what others wrote; [TARGET] one of header, objects, import,
                       verify; [MINUTES] for each, else 1
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = House::find().and_then(|house| match words.as_slice() {
        ["run"] => run::run(&house),
        ["test"] => suite::run(&house),
        ["check"] => check::run(&house),
        ["bindings"] => bindings::write(&house),
        ["bindings", "--check"] => bindings::check(&house),
        ["bench", wanted @ ..] => bench::run(&house, &bench::Wanted::from(wanted)?),
        ["fuzz", wanted @ ..] => fuzz::run(&house, wanted),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => {
            eprint!("{USAGE}");
            std::process::exit(2);
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("\nxtask: {stop}");
            ExitCode::FAILURE
        }
    }
}
