//! Waiting for something to become true, instead of sleeping and hoping.

use std::fmt::Display;
use std::thread;
use std::time::{Duration, Instant};

/// Long enough for a debug build on a busy machine; a test that passes never waits this long.
const PATIENCE: Duration = Duration::from_secs(60);

/// Asks again and again until there is an answer; otherwise stops the test with what was waited for and the last reason why not.
pub fn wait_for<T, E: Display>(what: &str, ask: impl FnMut() -> Result<T, E>) -> T {
    match within(PATIENCE, ask) {
        Ok(answer) => answer,
        Err(last) => panic!("waited {} s for {what}; the last answer was: {last}", PATIENCE.as_secs()),
    }
}

/// Asks again and again for at most `time`; the last refusal otherwise.
pub fn within<T, E>(time: Duration, mut ask: impl FnMut() -> Result<T, E>) -> Result<T, E> {
    let started = Instant::now();
    loop {
        match ask() {
            Err(_) if started.elapsed() < time => thread::sleep(Duration::from_millis(50)),
            answer => return answer,
        }
    }
}
