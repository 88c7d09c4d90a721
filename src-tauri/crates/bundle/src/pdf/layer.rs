//! Words behind pages that are pictures: there for search, copying and reading aloud, never seen (text rendering mode 3, ISO 32000-1, 9.3.6).

use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::io;
use std::sync::Arc;

use super::geometry::Geometry;
use super::glyphless::{ADVANCE, DESCENT};
use super::refused::{Refused, RefusedKind};
use super::stamp::short;
use crate::model::SeenWord;

/// Name of the words' font in a page's resources, unless the page has one of that name.
pub(crate) const FONT_NAME: &str = "RecourseWords";

/// The words of one page of a document.
#[derive(Clone, Debug)]
pub struct LayerPage {
    /// Page of the document, from 0.
    pub page: usize,
    /// Where the picture that the words were read from stands: left, bottom, width and height in points as displayed. The whole page
    /// where it is none.
    pub place: Option<[f64; 4]>,
    /// The words.
    pub words: Vec<SeenWord>,
}

/// What fetches the words of a document when its pages are written.
type Fetch = dyn Fn() -> io::Result<Vec<LayerPage>> + Send + Sync;

/// Words to be laid behind the pages of a document. They are fetched only when its pages are written, so that a long bundle does not hold
/// them all.
#[derive(Clone)]
pub struct Layer(Arc<Fetch>);

impl Layer {
    /// Words that `fetch` gives, the same each time.
    pub fn new(fetch: impl Fn() -> io::Result<Vec<LayerPage>> + Send + Sync + 'static) -> Self {
        Self(Arc::new(fetch))
    }

    pub(crate) fn by_page(&self) -> Result<HashMap<usize, LayerPage>, Refused> {
        let pages = (self.0)().map_err(|error| {
            Refused::new(RefusedKind::Failed, format!("The words read on its pages could not be fetched: {error}"))
        })?;
        Ok(pages.into_iter().filter(|page| !page.words.is_empty()).map(|page| (page.page, page)).collect())
    }
}

impl fmt::Debug for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Layer")
    }
}

/// A box in points as displayed, and the quarters clockwise by which its writing is turned.
struct Spot {
    left: f64,
    bottom: f64,
    width: f64,
    height: f64,
    turn: usize,
}

impl Spot {
    fn of(word: &SeenWord, [left, bottom, width, height]: [f64; 4], turn: usize) -> Self {
        let part = |part: f32| f64::from(part).clamp(0.0, 1.0);
        let (across, down) = (part(word.width) * width, part(word.height) * height);
        Self {
            left: left + part(word.left) * width,
            bottom: bottom + height - part(word.top) * height - down,
            width: across,
            height: down,
            turn,
        }
    }

    fn middle(&self) -> (f64, f64) {
        (self.left + self.width / 2.0, self.bottom + self.height / 2.0)
    }

    /// Length along the writing, and the other measure.
    fn length_and_size(&self) -> (f64, f64) {
        if self.turn.is_multiple_of(2) { (self.width, self.height) } else { (self.height, self.width) }
    }

    /// The text matrix: from a point on the writing's line, at the beginning of the word.
    fn matrix(&self, size: f64) -> [f64; 6] {
        let (along, up) = [((1, 0), (0, 1)), ((0, -1), (1, 0)), ((-1, 0), (0, -1)), ((0, 1), (-1, 0))][self.turn];
        let (along, up) = ((f64::from(along.0), f64::from(along.1)), (f64::from(up.0), f64::from(up.1)));
        let (length, _) = self.length_and_size();
        let (x, y) = self.middle();
        let below = size * (0.5 - DESCENT);
        let back = |middle: f64, along: f64, up: f64| middle - along * length / 2.0 - up * below;
        [along.0, along.1, up.0, up.1, back(x, along.0, up.0), back(y, along.1, up.1)]
    }
}

/// The content that puts these words behind a page.
pub(crate) fn draw(page: &LayerPage, geometry: &Geometry, font: &str) -> String {
    let (width, height) = geometry.size();
    let place = page.place.unwrap_or([0.0, 0.0, width, height]);
    let turn = turn_of(&page.words, place);
    let mut out = format!("q {} cm BT 3 Tr\n", geometry.display_matrix().map(short).join(" "));
    for line in page.words.chunk_by(|a, b| a.line == b.line) {
        let spots: Vec<Spot> = line.iter().map(|word| Spot::of(word, place, turn)).collect();
        // One size for the line, or readers take it for several.
        let mut sizes: Vec<f64> = spots.iter().map(|spot| spot.length_and_size().1).collect();
        sizes.sort_by(f64::total_cmp);
        let size = sizes[sizes.len() / 2].clamp(1.0, 1000.0);
        let _ = writeln!(out, "/{font} {} Tf", short(size));
        for (word, spot) in line.iter().zip(&spots) {
            let letters = word.text.chars().count();
            let (length, _) = spot.length_and_size();
            if letters == 0 || length <= 0.0 {
                continue;
            }
            let stretch = (100.0 * length / (letters as f64 * ADVANCE * size)).clamp(1.0, 10_000.0);
            let matrix = spot.matrix(size).map(short).join(" ");
            let _ = writeln!(out, "{matrix} Tm {} Tz<{}0020>Tj", short(stretch), codes(&word.text));
        }
    }
    out.push_str("ET Q\n");
    out
}

/// The characters of a word as codes of the font. What lies beyond the codes is shown to be missing.
fn codes(text: &str) -> String {
    let code = |c: char| u16::try_from(u32::from(c)).unwrap_or(0xFFFD);
    text.chars().filter(|c| !c.is_control()).fold(String::new(), |mut codes, c| {
        let _ = write!(codes, "{:04X}", code(c));
        codes
    })
}

/// How far the writing on a page is turned, in quarters clockwise: the way in which most words follow each other.
pub(crate) fn turn_of(words: &[SeenWord], place: [f64; 4]) -> usize {
    let mut votes = [0_usize; 4];
    for line in words.chunk_by(|a, b| a.line == b.line) {
        let [first, .., last] = line else { continue };
        let ((x0, y0), (x1, y1)) = (Spot::of(first, place, 0).middle(), Spot::of(last, place, 0).middle());
        let (across, up) = (x1 - x0, y1 - y0);
        let turn = match (across.abs() >= up.abs(), across >= 0.0, up < 0.0) {
            (true, true, _) => 0,
            (false, _, true) => 1,
            (true, false, _) => 2,
            (false, _, false) => 3,
        };
        votes[turn] += line.len();
    }
    let most = votes.iter().copied().max().unwrap_or(0);
    votes.iter().position(|count| *count == most).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, line: u32, left: f32, top: f32) -> SeenWord {
        SeenWord { text: text.into(), line, left, top, width: 0.1, height: 0.02 }
    }

    #[test]
    fn the_way_of_writing_is_the_way_words_follow_each_other() {
        let ways =
            [((0.1, 0.5), (0.8, 0.5)), ((0.5, 0.1), (0.5, 0.8)), ((0.8, 0.5), (0.1, 0.5)), ((0.5, 0.8), (0.5, 0.1))];
        for (turn, (from, to)) in ways.into_iter().enumerate() {
            let words = [word("one", 1, from.0, from.1), word("two", 1, to.0, to.1), word("alone", 2, 0.9, 0.9)];
            assert_eq!(turn_of(&words, [0.0, 0.0, 595.0, 842.0]), turn);
        }
        assert_eq!(turn_of(&[], [0.0, 0.0, 1.0, 1.0]), 0);
    }

    #[test]
    fn a_word_stands_where_it_was_read_and_cannot_be_seen() {
        let page =
            LayerPage { page: 0, place: Some([100.0, 200.0, 300.0, 400.0]), words: vec![word("Ruth", 1, 0.5, 0.25)] };
        let out = draw(&page, &Geometry::new(None, None, 0, 1.0), "F");
        // 30 points wide, 8 high; its middle at 265, 496.
        assert_eq!(
            out,
            "q 1 0 0 1 0 0 cm BT 3 Tr\n/F 8 Tf\n1 0 0 1 250 493.6 Tm 187.5 Tz<00520075007400680020>Tj\nET Q\n"
        );
    }

    #[test]
    fn strange_characters_do_no_harm() {
        assert_eq!(codes("a\u{7}🙂é"), "0061FFFD00E9");
    }
}
