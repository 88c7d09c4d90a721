//! How far a long task is, on standard error: a bar on a terminal, lines elsewhere, and nothing for what takes less than half a second.

use std::cell::{Cell, RefCell};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

const QUIET: Duration = Duration::from_millis(500);
const BETWEEN_LINES: Duration = Duration::from_secs(5);

/// Shows how far a task is.
pub struct Meter {
    begun: Instant,
    last_line: Cell<Instant>,
    bar: RefCell<Option<ProgressBar>>,
}

impl Meter {
    /// Begins to measure.
    pub fn new() -> Self {
        let now = Instant::now();
        Self { begun: now, last_line: Cell::new(now), bar: RefCell::new(None) }
    }

    /// Says how far it is; `of` is 0 where the end is not known.
    pub fn tell(&self, words: &str, done: u64, of: u64) {
        if self.begun.elapsed() < QUIET {
            return;
        }
        if io::stderr().is_terminal() {
            let mut bar = self.bar.borrow_mut();
            let bar = bar.get_or_insert_with(|| {
                let style = ProgressStyle::with_template("{msg:32} {bar:30} {pos}/{len}");
                let bar = ProgressBar::new(of);
                if let Ok(style) = style { bar.with_style(style) } else { bar }
            });
            bar.set_length(of);
            bar.set_position(done);
            bar.set_message(words.to_owned());
        } else if self.last_line.get().elapsed() >= BETWEEN_LINES {
            self.last_line.set(Instant::now());
            eprintln!("{words}: {done} of {of}");
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.borrow_mut().take() {
            bar.finish_and_clear();
        }
    }
}
