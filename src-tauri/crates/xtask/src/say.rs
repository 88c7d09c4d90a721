//! Headings and times, so that a long run can be followed and read afterwards.

use std::time::{Duration, Instant};

use crate::shell::Stop;

/// A series of named steps with their times.
pub struct Steps {
    task: &'static str,
    started: Instant,
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Begins a series; `task` is the word after `cargo xtask`.
    pub fn begin(task: &'static str) -> Self {
        Self { task, started: Instant::now(), done: Vec::new() }
    }

    /// Does one step under its heading; a failure names the step.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<(), Stop>) -> Result<(), Stop> {
        println!("\n== {name}");
        let started = Instant::now();
        let result = work();
        let took = started.elapsed();
        if let Err(stop) = result {
            println!("\nxtask {}: FAILED at \"{name}\" after {}", self.task, words(self.started.elapsed()));
            return Err(stop);
        }
        println!("-- {name}: {}", words(took));
        self.done.push((name.to_owned(), took));
        Ok(())
    }

    /// Says that a step is left out, and why.
    pub fn leave_out(&self, name: &str, why: &str) {
        println!("\n== {name}\n-- left out: {why}");
    }

    /// Prints what took how long, and the line a CI reads.
    pub fn end(self) {
        println!("\n== Times");
        for (name, took) in &self.done {
            println!("{:>12}  {name}", words(*took));
        }
        println!("\nxtask {}: ok, {} steps, {}", self.task, self.done.len(), words(self.started.elapsed()));
    }
}

/// A duration as a person says it.
pub fn words(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_the_unit_that_fits() {
        assert_eq!(words(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(words(Duration::from_secs(59)), "59 s");
        assert_eq!(words(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn a_step_that_fails_ends_the_series_with_its_own_reason() {
        let mut steps = Steps::begin("test");
        assert!(steps.step("first", || Ok(())).is_ok());
        let stop = steps.step("second", || Err(Stop::new("no"))).expect_err("the second step fails");
        assert_eq!(stop.to_string(), "no");
        assert_eq!(steps.done.len(), 1);
    }
}
