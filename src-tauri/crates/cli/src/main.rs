//! `recourse`: the same work from a terminal. A thin second door to the organiser.

mod arguments;
mod commands;
mod outcome;
mod passphrase;
mod progress;
mod say;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use outcome::Outcome;

fn main() -> ExitCode {
    if recourse_organiser::worker::is_worker() {
        return recourse_organiser::worker::serve();
    }
    if let Err(error) = recourse_vault::forbid_core_dumps() {
        eprintln!("recourse: {error}");
    }
    let arguments = Arguments::parse();
    match commands::run(arguments) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::from(trouble.exit_code())
        }
    }
}
