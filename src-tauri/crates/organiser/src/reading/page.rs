//! One page: made ready in the worker, shown to the machine, turned until it can be read.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use recourse_intake::scan::{ScanOrder, Scanned};
use recourse_intake::worker::{Worker, WorkerError};

use super::engine::{Ask, Engine, Fault};
use super::lines::Found;

/// Most pixels shown to the machine: a sheet of A4 at 400 dots per inch.
const PIXELS: u32 = 16_000_000;

/// Why a page brought nothing.
#[derive(Debug)]
pub(super) enum Trouble {
    /// It was to stop.
    Stopped,
    /// The file, or the machine on this file.
    Page(String),
    /// Something else than the file.
    Worker(WorkerError),
}

/// What reads, and what may stop it.
pub(super) struct Reader<'a> {
    pub(super) engine: &'a Engine,
    pub(super) worker: Worker,
    pub(super) stop: &'a Arc<AtomicBool>,
}

impl Reader<'_> {
    /// The words of a page; none where there is no writing on it.
    pub(super) fn page(&self, page: u32, rotation: u16, file: impl Read) -> Result<Option<Found>, Trouble> {
        let order = ScanOrder { page, rotation, max_pixels: PIXELS };
        let scanned = match self.worker.scan_page(order, file) {
            Ok(Some(scanned)) => scanned,
            Ok(None) => return Ok(None),
            Err(_) if self.stop.load(Ordering::Relaxed) => return Err(Trouble::Stopped),
            Err(error) => {
                let problem = error.into_problem().map_err(Trouble::Worker)?;
                return Err(Trouble::Page(problem.sentence));
            }
        };
        Ok(Some(self.turned_right(&scanned)?).filter(Found::is_writing))
    }

    /// Reads the page the way it lies; where that gives little, the way the machine says, else every way.
    fn turned_right(&self, scanned: &Scanned) -> Result<Found, Trouble> {
        let mut best = self.words(scanned, 0)?;
        if best.upright() {
            return Ok(best);
        }
        for quarters in self.other_ways(scanned)? {
            let found = self.words(scanned, quarters)?;
            if found.score() > best.score() {
                best = found;
            }
            if best.upright() {
                break;
            }
        }
        Ok(best)
    }

    fn other_ways(&self, scanned: &Scanned) -> Result<Vec<u8>, Trouble> {
        if self.engine.tells_way_up {
            match self.engine.ask(self.worker.program(), Ask::WayUp, &scanned.grey, self.stop) {
                Ok(answer) => return Ok(quarters_to_turn(&answer).into_iter().filter(|turn| *turn > 0).collect()),
                Err(Fault::Stopped) => return Err(Trouble::Stopped),
                // It ends badly where it sees too few letters to tell.
                Err(Fault::Broken) => {}
            }
        }
        Ok(vec![2, 1, 3])
    }

    fn words(&self, scanned: &Scanned, quarters: u8) -> Result<Found, Trouble> {
        let (width, height) = (scanned.grey.width() as f64, scanned.grey.height() as f64);
        let way = scanned.way.after_turn(quarters, width, height);
        let picture = scanned.grey.clone().turned(quarters);
        for last in [false, true] {
            match self.engine.ask(self.worker.program(), Ask::Words, &picture, self.stop) {
                Ok(table) => return Ok(Found::read(&table, &way)),
                Err(Fault::Stopped) => return Err(Trouble::Stopped),
                Err(Fault::Broken) if last => break,
                Err(Fault::Broken) => {}
            }
        }
        Err(Trouble::Page("The words on it could not be read by machine.".to_owned()))
    }
}

/// How many quarters clockwise make the page upright, by tesseract's own words ("Rotate: 180").
fn quarters_to_turn(answer: &str) -> Option<u8> {
    let degrees: u16 = answer.lines().find_map(|line| line.strip_prefix("Rotate:"))?.trim().parse().ok()?;
    u8::try_from(degrees / 90 % 4).ok()
}

#[cfg(test)]
mod tests {
    use super::quarters_to_turn;

    #[test]
    fn the_turn_is_read_from_its_line() {
        assert_eq!(quarters_to_turn("Page number: 0\nRotate: 270\nOrientation confidence: 9.1\n"), Some(3));
        assert_eq!(quarters_to_turn("Too few characters."), None);
    }
}
