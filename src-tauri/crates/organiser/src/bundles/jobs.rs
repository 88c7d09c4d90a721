//! The bundle's ways of last resort, run in the worker: parsers of strangers' PDFs other than the first engine.

use recourse_bundle::pdf::{
    BlackArea, RasterLimits, Refused, RefusedKind, Way, black_out as paint_over, rasterise, rewrite_with_second_engine,
};
use recourse_intake::pdf::{Shade, words_outside};
use recourse_intake::worker::{Handlers, Output, Worker, WorkerError};
use recourse_intake::{PageText, Problem, ProblemCode};
use serde_json::{Value, json};

const SECOND: &str = "pdf-second-engine";
const RASTER: &str = "pdf-raster";
const BLACK_OUT: &str = "pdf-black-out";
const WORDS_OUTSIDE: &str = "pdf-words-outside";

/// How fine a page with blacked-out areas is drawn (rule B08: no more than 300 dots an inch).
const PAINTED: RasterLimits = RasterLimits { dpi: 200.0, max_pixels_per_page: 8_000_000, max_pages: 2_000 };

/// Adds the bundle's jobs to those a worker knows.
pub fn with_jobs(handlers: Handlers) -> Handlers {
    handlers.with(SECOND, second).with(RASTER, raster).with(BLACK_OUT, black_out).with(WORDS_OUTSIDE, words)
}

fn second(_: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    answer(rewrite_with_second_engine(bytes))
}

fn raster(_: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    answer(rasterise(bytes, RasterLimits::default()))
}

fn black_out(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    let areas: Vec<BlackArea> = shades(params)?
        .iter()
        .map(|shade| BlackArea {
            page: (shade.page as usize).saturating_sub(1),
            left: shade.left,
            top: shade.top,
            width: shade.width,
            height: shade.height,
        })
        .collect();
    match paint_over(bytes, &areas, PAINTED) {
        Ok(made) => Ok(Output::new(json!({ "pictures": made.pictures }), made.pdf)),
        Err(refused) => Err(Problem::new(ProblemCode::Unreadable, refused.reason)),
    }
}

fn words(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    Ok(Output::new(json!({ "pages": words_outside(bytes, &shades(params)?)? }), Vec::new()))
}

fn shades(params: &Value) -> Result<Vec<Shade>, Problem> {
    serde_json::from_value(params["shades"].clone())
        .map_err(|_| Problem::new(ProblemCode::BadRequest, "The job needs the areas."))
}

/// Paints areas over in the worker: the document, and the pages (from 0) that are pictures now.
pub(super) fn painted(worker: &Worker, pdf: &[u8], shades: &[Shade]) -> Result<(Vec<u8>, Vec<u32>), WorkerError> {
    let output = worker.run_job(BLACK_OUT, json!({ "shades": shades }), pdf)?;
    let pictures = serde_json::from_value(output.header["pictures"].clone()).map_err(|_| WorkerError::Nonsense)?;
    Ok((output.bytes, pictures))
}

/// The words outside these areas, found in the worker.
pub(super) fn read_outside(worker: &Worker, pdf: &[u8], shades: &[Shade]) -> Result<Vec<PageText>, WorkerError> {
    let output = worker.run_job(WORDS_OUTSIDE, json!({ "shades": shades }), pdf)?;
    serde_json::from_value(output.header["pages"].clone()).map_err(|_| WorkerError::Nonsense)
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
