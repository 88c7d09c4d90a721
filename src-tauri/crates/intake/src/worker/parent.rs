//! The parent's side: starts the process, feeds it, bounds what comes back, ends it.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::protocol::{Reply, Request};
use super::{Limits, WORKER_ARGUMENT, WorkerError};

/// How often the wish to stop is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Bytes that are handed on at a time.
const BUFFER: usize = 1 << 20;

/// What the child's memory allocator is told: to take memory from the system in large pieces and to keep what it has, because a job is short and the
/// system gives and takes back every page by itself. Nothing else is in the child's environment.
const ALLOCATOR: Option<(&str, &str)> = if cfg!(target_os = "linux") {
    Some((
        "GLIBC_TUNABLES",
        "glibc.malloc.arena_max=1:glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=268435456",
    ))
} else {
    None
};

/// What a job brought back.
#[derive(Clone, Debug, PartialEq)]
pub struct JobOutput {
    /// The part that is JSON.
    pub header: Value,
    /// The part that is bytes.
    pub bytes: Vec<u8>,
}

/// A program that can be started as a worker, and how much its jobs may use.
#[derive(Clone, Debug)]
pub struct Worker {
    exe: PathBuf,
    limits: Limits,
    stop: Option<Arc<AtomicBool>>,
}

impl Worker {
    /// A worker in `exe`, usually the running program itself, with the default limits.
    pub fn new(exe: impl Into<PathBuf>) -> Self {
        Self { exe: exe.into(), limits: Limits::default(), stop: None }
    }

    /// The same worker with other limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The same worker, whose jobs are ended as if their time were over once `stop` is set.
    #[must_use]
    pub fn with_stop(mut self, stop: Arc<AtomicBool>) -> Self {
        self.stop = Some(stop);
        self
    }

    /// The program that is started.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.exe
    }

    /// Runs one job; see [`run_job`].
    ///
    /// # Errors
    /// As [`run_job`].
    pub fn run_job(&self, job: &str, params: Value, input: impl Read) -> Result<JobOutput, WorkerError> {
        run(&self.exe, job, params, input, &self.limits, self.stop.clone())
    }
}

/// Starts `exe` as a worker for one job on the bytes of `input`, and waits for its answer.
///
/// # Errors
/// [`WorkerError::Problem`] where the job says why it cannot be done; `Died`, `TimedOut` and `Nonsense` where there is
/// no answer; `Start` and `Input` where the fault is on this side.
pub fn run_job(
    exe: &Path,
    job: &str,
    params: Value,
    input: impl Read,
    limits: &Limits,
) -> Result<JobOutput, WorkerError> {
    run(exe, job, params, input, limits, None)
}

fn run(
    exe: &Path,
    job: &str,
    params: Value,
    input: impl Read,
    limits: &Limits,
    stop: Option<Arc<AtomicBool>>,
) -> Result<JobOutput, WorkerError> {
    let mut child = Command::new(exe)
        .arg(WORKER_ARGUMENT)
        .env_clear()
        .envs(ALLOCATOR)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(WorkerError::Start)?;
    let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(WorkerError::Start(io::Error::other("a pipe is missing")));
    };
    widen(&stdin);
    widen(&stdout);
    let deadline = Instant::now() + limits.wall;
    let (answered, wait) = mpsc::channel::<()>();
    let keeper = thread::spawn(move || keep(child, &wait, deadline, stop.as_deref()));
    let (header, output) = (limits.header, limits.output);
    let reader = thread::spawn(move || receive(stdout, header, output));

    let request = Request {
        job: job.to_owned(),
        params,
        memory: limits.memory,
        cpu_seconds: limits.cpu_seconds,
        input: limits.input,
    };
    let fed = feed(stdin, &request, input, limits.input);
    let received = reader.join().unwrap_or(Err(WorkerError::Nonsense));
    // The keeper may already have gone, having killed the worker: then there is nobody to tell.
    let _gone = answered.send(());
    let in_time = keeper.join().unwrap_or(false);
    fed?;
    match received {
        Err(WorkerError::Died) if !in_time => Err(WorkerError::TimedOut),
        other => other,
    }
}

/// Lets more into a pipe before one side waits for the other. Where the system refuses, the pipe is as good as before.
#[cfg(target_os = "linux")]
fn widen(pipe: &impl std::os::fd::AsFd) {
    let _best_effort = rustix::pipe::fcntl_setpipe_size(pipe, BUFFER);
}

#[cfg(not(target_os = "linux"))]
fn widen<T>(_: &T) {}

/// Waits for the answer, the deadline or the wish to stop, then ends and reaps the process. Says whether the answer came first.
fn keep(mut child: Child, answered: &Receiver<()>, deadline: Instant, stop: Option<&AtomicBool>) -> bool {
    let in_time = loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let look_again = if stop.is_some() { left.min(LOOK_EVERY) } else { left };
        let nothing_yet = matches!(answered.recv_timeout(look_again), Err(RecvTimeoutError::Timeout));
        if !nothing_yet || left.is_zero() || stop.is_some_and(|stop| stop.load(Ordering::Relaxed)) {
            break !nothing_yet;
        }
    };
    if in_time {
        // The answer is here; a worker that has not gone by itself a moment later is helped.
        for _ in 0..50 {
            if !matches!(child.try_wait(), Ok(None)) {
                return true;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }
    // Both fail only where the process has already ended.
    let _ended = child.kill();
    let _reaped = child.wait();
    in_time
}

fn feed(mut stdin: ChildStdin, request: &Request, input: impl Read, limit: u64) -> Result<(), WorkerError> {
    let mut line = serde_json::to_vec(request).map_err(|e| WorkerError::Input(e.into()))?;
    line.push(b'\n');
    if stdin.write_all(&line).is_err() {
        return Ok(());
    }
    // One byte more than allowed tells the child that the file is too large.
    let mut input = input.take(limit.saturating_add(1));
    let mut buffer = vec![0; BUFFER];
    loop {
        let count = match input.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => count,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(WorkerError::Input(e)),
        };
        // A worker that stops listening has either answered already or died; its answer will tell.
        if stdin.write_all(&buffer[..count]).is_err() {
            return Ok(());
        }
    }
}

fn receive(stdout: ChildStdout, header: u64, output: u64) -> Result<JobOutput, WorkerError> {
    let mut stdout = BufReader::new(stdout);
    let mut line = Vec::new();
    stdout.by_ref().take(header).read_until(b'\n', &mut line).map_err(|_| WorkerError::Died)?;
    if line.is_empty() {
        return Err(WorkerError::Died);
    }
    if line.last() != Some(&b'\n') {
        return Err(if line.len() as u64 >= header { WorkerError::Nonsense } else { WorkerError::Died });
    }
    match serde_json::from_slice(&line).map_err(|_| WorkerError::Nonsense)? {
        Reply::Problem(problem) => Err(WorkerError::Problem(problem)),
        Reply::Done { bytes, .. } if bytes > output => Err(WorkerError::Nonsense),
        Reply::Done { header, bytes: expected } => {
            let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
            stdout.take(expected).read_to_end(&mut bytes).map_err(|_| WorkerError::Died)?;
            if bytes.len() as u64 != expected {
                return Err(WorkerError::Died);
            }
            Ok(JobOutput { header, bytes })
        }
    }
}
