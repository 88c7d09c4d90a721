//! Tesseract as a process: a grey picture of ours goes in, a table of words comes out, and nothing else passes.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use recourse_intake::scan::Grey;
use recourse_intake::worker::outside;

/// Most bytes of an answer; a page of the smallest print has a fiftieth of that.
const ANSWER: u64 = 16 << 20;
/// Time on the clock before the process is ended: its processor time is bounded, but it yields to everything else on the machine.
const PATIENCE: Duration = Duration::from_secs(900);
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// The reading program that is installed on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engine {
    program: PathBuf,
    /// Program, version and language.
    pub name: String,
    /// Whether it can tell which way up a page is.
    pub(super) tells_way_up: bool,
}

/// Why nothing came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It was to stop.
    Stopped,
    /// The process could not be started, ended badly, took too long or talked nonsense.
    Broken,
}

/// What to ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    /// A table of the words.
    Words,
    /// Which way up the page is.
    WayUp,
}

impl Ask {
    const fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Words => &["stdin", "stdout", "-l", "eng", "--psm", "3", "tsv"],
            Self::WayUp => &["stdin", "stdout", "-l", "osd", "--psm", "0"],
        }
    }
}

impl Engine {
    /// Tesseract with English, if it is installed. Once found it is not looked for again.
    pub fn find() -> Option<Self> {
        static FOUND: OnceLock<Engine> = OnceLock::new();
        if let Some(found) = FOUND.get() {
            return Some(found.clone());
        }
        let folders = std::env::var_os("PATH")?;
        let name = format!("tesseract{}", std::env::consts::EXE_SUFFIX);
        let program = std::env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| path.is_file())?;
        let languages = said(&program, "--list-langs")?;
        let has = |language: &str| languages.lines().any(|line| line.trim() == language);
        if !has("eng") {
            return None;
        }
        let version = said(&program, "--version").unwrap_or_default();
        let version = version.lines().next().unwrap_or("tesseract").trim().chars().take(60).collect::<String>();
        let engine = Self { program, name: format!("{version}, eng"), tells_way_up: has("osd") };
        Some(FOUND.get_or_init(|| engine).clone())
    }

    /// Shows it a picture and waits for what it says. `exe` is the program of ours that puts the fence around it.
    pub(super) fn ask(&self, exe: &Path, ask: Ask, picture: &Grey, stop: &AtomicBool) -> Result<String, Fault> {
        let mut command = outside(exe, &self.program);
        command.args(ask.arguments()).env("OMP_THREAD_LIMIT", "1");
        if let Some(data) = std::env::var_os("TESSDATA_PREFIX") {
            command.env("TESSDATA_PREFIX", data);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|_| Fault::Broken)?;
        let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Fault::Broken);
        };
        let pgm = picture.to_pgm();
        // A process that stops listening has an answer or is gone; which of the two shows in its answer.
        let feeder = thread::spawn(move || drop(stdin.write_all(&pgm)));
        let reader = thread::spawn(move || {
            let mut answer = Vec::new();
            stdout.take(ANSWER).read_to_end(&mut answer).map(|_| answer)
        });
        let ended = wait(&mut child, stop);
        let _fed = feeder.join();
        let answer = reader.join();
        ended?;
        let answer = answer.ok().and_then(Result::ok).ok_or(Fault::Broken)?;
        String::from_utf8(answer).map_err(|_| Fault::Broken)
    }
}

/// Waits until the process has ended by itself and well; otherwise ends it.
fn wait(child: &mut Child, stop: &AtomicBool) -> Result<(), Fault> {
    let began = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) | Err(_) => return Err(Fault::Broken),
            Ok(None) => {}
        }
        let stopped = stop.load(Ordering::Relaxed);
        if stopped || began.elapsed() > PATIENCE {
            // Both fail only where it has just ended.
            let _ended = child.kill();
            let _reaped = child.wait();
            return Err(if stopped { Fault::Stopped } else { Fault::Broken });
        }
        thread::sleep(LOOK_EVERY);
    }
}

/// What a program says of itself.
fn said(program: &Path, question: &str) -> Option<String> {
    let output = Command::new(program).arg(question).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| {
        // Versions before 4 said it on the other channel.
        String::from_utf8_lossy(if output.stdout.is_empty() { &output.stderr } else { &output.stdout }).into_owned()
    })
}
