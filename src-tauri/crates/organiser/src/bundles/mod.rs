//! The claim bundle: what would go and what stays, and making it.

mod arrangement;
mod asked;
mod chronology;
mod content;
mod effects;
mod everything;
mod formatting;
mod jobs;
mod loose;
mod make;
mod model;
mod proof;
pub mod redaction;
mod request_tables;
mod rests;
mod sections;
mod selection;
mod staging;
mod staying;
mod supplement;
mod tables;
mod told;
mod told_tables;
mod whole;

pub use arrangement::{Change, arrange};
pub use everything::{Saved, everything};
pub use jobs::{isolate, with_jobs};
pub use loose::from_files;
pub use make::{Made, Order, Step, Unit, make, words};
pub use proof::{Laid, LaidDocument, lay_out, show};
pub use recourse_bundle::report::BuildReport;
pub use recourse_bundle::verify::Verdict;
pub use selection::{Picked, Preview, Section, preview};
pub use staying::{LeftOut, PutIn, Why};

/// Says whether a bundle is whole and unchanged, file by file.
///
/// # Errors
/// Only where it could not be read at all; what is wrong with it stands in the verdict.
pub fn verify(path: &std::path::Path) -> crate::Result<Verdict> {
    recourse_bundle::verify::verify(path, recourse_bundle::progress::unwatched())
        .map_err(|error| crate::Error::Verify(error.to_string()))
}
