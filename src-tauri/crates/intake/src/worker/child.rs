//! The child's side: one job, then the end.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::ExitCode;
use std::thread;

use serde_json::Value;

use super::protocol::{REQUEST_BYTES, Reply, Request};
use super::{WORKER_ARGUMENT, fence, outside};
use crate::{Problem, ProblemCode};

/// Address space for the stack of the thread that parses: deep nesting shall meet a parser's own limit first.
const STACK: usize = 256 << 20;

/// One job: parameters and the file's bytes in, an answer or a problem out.
pub type Handler = fn(&Value, &[u8]) -> Result<Output, Problem>;

/// What a job brings back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    /// The part that is JSON.
    pub header: Value,
    /// The part that is bytes: a picture, an attachment.
    pub bytes: Vec<u8>,
    /// More bytes, to be sent after them as if they were one.
    pub more: Vec<Vec<u8>>,
}

impl Output {
    /// An answer with bytes.
    #[must_use]
    pub fn new(header: Value, bytes: Vec<u8>) -> Self {
        Self { header, bytes, more: Vec::new() }
    }
}

/// The jobs a worker knows, by name.
#[derive(Clone, Default)]
pub struct Handlers {
    table: BTreeMap<&'static str, Handler>,
}

impl Handlers {
    /// No jobs.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Intake's own jobs: `read`, `part`, `mail_heads`, `mails`, `render`, `picture`, `scan_page`, `rich` (see [`crate::jobs`]).
    #[must_use]
    pub fn intake() -> Self {
        Self::none()
            .with("read", crate::jobs::read)
            .with("part", crate::jobs::part)
            .with("mail_heads", crate::mailbox::mail_heads)
            .with("mails", crate::mailbox::mails)
            .with("render", crate::jobs::render)
            .with("picture", crate::jobs::picture)
            .with("scan_page", crate::jobs::scan_page)
            .with("rich", crate::rich::job)
    }

    /// The same table with one more job; a name given twice means the later one.
    #[must_use]
    pub fn with(mut self, name: &'static str, handler: Handler) -> Self {
        self.table.insert(name, handler);
        self
    }
}

/// Whether this process was started as a worker: the first thing `main` should ask.
#[must_use]
pub fn is_worker() -> bool {
    std::env::args_os().nth(1).is_some_and(|word| word == WORKER_ARGUMENT)
}

/// Does the one job that waits on standard input and answers on standard output, or becomes the program that was asked for ([`super::outside()`]). `main` returns what this returns.
pub fn serve(handlers: &Handlers) -> ExitCode {
    if let Some((program, arguments)) = outside::asked() {
        return outside::become_program(&program, &arguments);
    }
    // A parser's panic message may quote the file; nothing of a file belongs in a log.
    std::panic::set_hook(Box::new(|_| {}));
    match answer(handlers) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer(handlers: &Handlers) -> io::Result<()> {
    let mut input = BufReader::new(io::stdin().lock());
    let mut line = Vec::new();
    input.by_ref().take(REQUEST_BYTES).read_until(b'\n', &mut line)?;
    let request: Request = serde_json::from_slice(&line)?;
    fence::raise(request.memory, request.cpu_seconds)?;
    let outcome = run(handlers, request, input)?;
    let mut out = io::stdout().lock();
    let (reply, pieces) = match outcome {
        Ok(Output { header, bytes, mut more }) => {
            more.insert(0, bytes);
            let bytes = more.iter().map(|piece| piece.len() as u64).sum();
            (Reply::Done { header, bytes }, more)
        }
        Err(problem) => (Reply::Problem(problem), Vec::new()),
    };
    serde_json::to_writer(&mut out, &reply)?;
    out.write_all(b"\n")?;
    pieces.iter().try_for_each(|piece| out.write_all(piece))?;
    out.flush()
}

fn run(handlers: &Handlers, request: Request, input: impl Read) -> io::Result<Result<Output, Problem>> {
    let Some(handler) = handlers.table.get(request.job.as_str()).copied() else {
        let sentence = format!("The reading process does not know the job \"{}\".", request.job);
        return Ok(Err(Problem::new(ProblemCode::BadRequest, sentence)));
    };
    let mut file = Vec::new();
    input.take(request.input.saturating_add(1)).read_to_end(&mut file)?;
    if file.len() as u64 > request.input {
        let sentence = format!("This file is larger than {} MiB and was kept without being read.", request.input >> 20);
        return Ok(Err(Problem::new(ProblemCode::TooLarge, sentence)));
    }
    let params = request.params;
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || handler(&params, &file))?;
    worker.join().map_err(|_| io::Error::other("the job panicked"))
}
