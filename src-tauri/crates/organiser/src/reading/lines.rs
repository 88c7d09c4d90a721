//! The words in tesseract's table (its "tsv" output: level, page, block, paragraph, line, word, left, top, width, height, confidence, text), and whether they
//! are worth keeping.

use recourse_intake::scan::{Area, Way};
use serde::{Deserialize, Serialize};

/// Words that the machine is less sure of than this are left out; it is sure of nearly every word it gets right.
const LEAST: f64 = 30.0;
/// The machine is sure of a word from here on.
const SURE: f64 = 70.0;
/// Of all that it took for words, so large a part must be sure before they count as writing.
const SURE_PART: f64 = 0.25;

/// A word and where it stands on the page as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Word {
    /// The word.
    pub(super) text: String,
    /// Block, paragraph and line, counted on the page.
    pub(super) line: [u32; 3],
    /// How sure the machine is, 0 to 100.
    pub(super) confidence: f64,
    /// Where it stands.
    pub(super) area: Area,
}

/// The words of a page and how much of them is sure.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Found {
    pub(super) words: Vec<Word>,
    taken_for_words: usize,
}

impl Found {
    /// Reads the table; a line that is no word is passed over.
    pub(super) fn read(table: &str, way: &Way) -> Self {
        let mut found = Self::default();
        for line in table.lines().skip(1) {
            if let Some(word) = word(line, way) {
                found.taken_for_words += 1;
                if word.confidence >= LEAST {
                    found.words.push(word);
                }
            }
        }
        found
    }

    fn sure(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| word.confidence >= SURE && letters(&word.text) >= 2)
    }

    /// Letters and digits in words that the machine is sure of: of two ways to hold a page, the right one has more.
    pub(super) fn score(&self) -> usize {
        self.sure().map(|word| letters(&word.text)).sum()
    }

    /// Whether nearly all of it is sure, so that the page was held the right way up.
    pub(super) fn upright(&self) -> bool {
        let sure = self.sure().count();
        sure >= 5 && sure * 10 >= self.taken_for_words * 6
    }

    /// Whether it is writing at all, and not leaves or stones that look like letters.
    pub(super) fn is_writing(&self) -> bool {
        let sure = self.sure().count();
        let enough = sure >= 3 || self.score() >= 8;
        enough && sure as f64 >= self.taken_for_words as f64 * SURE_PART
    }

    /// How sure the machine is on the whole.
    pub(super) fn confidence(&self) -> f64 {
        let sum: f64 = self.words.iter().map(|word| word.confidence).sum();
        (sum / self.words.len().max(1) as f64).clamp(0.0, 100.0)
    }
}

/// The words as text: lines as on the page, an empty line between paragraphs.
pub(super) fn text(words: &[Word]) -> String {
    let mut text = String::new();
    let mut before: Option<[u32; 3]> = None;
    for word in words {
        text.push_str(match before {
            None => "",
            Some(line) if line == word.line => " ",
            Some(line) if line[..2] == word.line[..2] => "\n",
            Some(_) => "\n\n",
        });
        text.push_str(&word.text);
        before = Some(word.line);
    }
    text
}

fn word(line: &str, way: &Way) -> Option<Word> {
    let fields: Vec<&str> = line.splitn(12, '\t').collect();
    let [level, _, block, paragraph, row, _, left, top, width, height, confidence, text] = fields[..] else {
        return None;
    };
    let text = text.trim();
    if level != "5" || text.is_empty() {
        return None;
    }
    let number = |field: &str| field.parse::<f64>().ok().filter(|number| number.is_finite());
    let pixels = [number(left)?, number(top)?, number(width)?, number(height)?];
    Some(Word {
        text: text.to_owned(),
        line: [block.parse().ok()?, paragraph.parse().ok()?, row.parse().ok()?],
        confidence: number(confidence)?.clamp(0.0, 100.0),
        area: way.back(pixels),
    })
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Way = Way([0.001, 0.0, 0.0, 0.0, 0.001, 0.0]);

    fn table(words: &[(&str, &str, f64)]) -> String {
        let mut table = String::from(
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n",
        );
        table.push_str("4\t1\t1\t1\t1\t0\t0\t0\t900\t30\t-1\t\n");
        for (place, text, confidence) in words {
            table.push_str(&format!("5\t1\t{place}\t1\t100\t200\t50\t30\t{confidence}\t{text}\n"));
        }
        table
    }

    #[test]
    fn words_come_out_in_lines_and_paragraphs_with_their_places() {
        let rows = [
            ("1\t1\t1", "Dear", 96.0),
            ("1\t1\t1", "Ruth,", 95.0),
            ("1\t1\t2", "thank", 93.0),
            ("1\t2\t1", "Yours", 91.0),
        ];
        let found = Found::read(&table(&rows), &WHOLE);
        assert_eq!(text(&found.words), "Dear Ruth,\nthank\n\nYours");
        let Area { x, y, w, h } = found.words[0].area;
        for (found, right) in [(x, 0.1), (y, 0.2), (w, 0.05), (h, 0.03)] {
            assert!((found - right).abs() < 1e-9, "{found} {right}");
        }
        assert!(found.is_writing());
    }

    #[test]
    fn what_the_machine_guesses_at_is_no_writing() {
        let noise: Vec<(&str, &str, f64)> = (0..20).map(|_| ("1\t1\t1", "il", 22.0)).collect();
        let mut rows = noise;
        rows.push(("1\t1\t1", "the", 88.0));
        let found = Found::read(&table(&rows), &WHOLE);
        assert!(!found.is_writing() && !found.upright());
        assert_eq!(text(&found.words), "the");
    }

    #[test]
    fn a_table_of_nonsense_is_no_words() {
        assert_eq!(Found::read("5\t1\n\u{1}\tx\n5\t1\t1\t1\t1\t1\tnan\tinf\t1\t1\t9\tword", &WHOLE), Found::default());
    }
}
