//! Words out of pictures and scanned pages, read by a machine on this computer, one file at a time, and put right by hand.

mod behind;
mod correct;
mod engine;
mod lines;
mod page;
mod queue;

pub use behind::behind;
pub use correct::{best_words, correct};
pub use engine::Engine;
pub use queue::{Done, Outcome, of_file, run, tally, wait_if_needed};
pub use recourse_store::{MachineState, MachineTally};
