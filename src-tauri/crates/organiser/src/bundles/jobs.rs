//! The bundle's ways of last resort, run in the worker: parsers of strangers' PDFs other than the first engine.

use recourse_bundle::pdf::{RasterLimits, Refused, RefusedKind, Way, rasterise, rewrite_with_second_engine};
use recourse_intake::worker::{Handlers, Output, Worker, WorkerError};
use recourse_intake::{Problem, ProblemCode};
use serde_json::{Value, json};

const SECOND: &str = "pdf-second-engine";
const RASTER: &str = "pdf-raster";

/// Adds the bundle's jobs to those a worker knows.
pub fn with_jobs(handlers: Handlers) -> Handlers {
    handlers.with(SECOND, second).with(RASTER, raster)
}

fn second(_: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    answer(rewrite_with_second_engine(bytes))
}

fn raster(_: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    answer(rasterise(bytes, RasterLimits::default()))
}

fn answer(made: Result<Vec<u8>, Refused>) -> Result<Output, Problem> {
    match made {
        Ok(bytes) => Ok(Output::new(json!({}), bytes)),
        Err(refused) => Err(Problem::new(ProblemCode::Unreadable, refused.reason)),
    }
}

/// The way into the worker that the bundle crate asks for.
pub fn isolate(worker: &Worker) -> impl FnMut(Way, &[u8]) -> Result<Vec<u8>, Refused> {
    move |way, bytes| {
        let job = if way == Way::Raster { RASTER } else { SECOND };
        worker.run_job(job, json!({}), bytes).map(|output| output.bytes).map_err(|error| Refused {
            kind: RefusedKind::Damaged,
            reason: match error {
                WorkerError::Problem(problem) => problem.sentence,
                other => other.to_string(),
            },
        })
    }
}
