//! How many pages a piece of the index will take, before it is set: the typesetter is needed once where the guess is right, and the numbers
//! are set again where it is not. The measures are those of `index` in `template.typ`.

use super::lists::IndexRow;
use super::world::advance;

/// Room for rows on a page below the repeated heads of the columns: A4 less its margins, in points.
const ROOM: f64 = 672.4;
/// The list's title above the first row, and the smaller one of a list that goes on.
const TITLE: f64 = 42.9;
const TITLE_CONTINUED: f64 = 21.4;
/// Empty space of a row: above and below its words, and of a heading.
const PADDING: f64 = 11.0;
const HEADING: f64 = 23.6;
/// Sizes of the words and of the line below them.
const SIZE: f64 = 9.6;
const SMALL: f64 = 8.5;
/// Height of the letters and space between lines, in parts of the size.
const CAPITALS: f64 = 0.66;
const LEADING: f64 = 0.62;
/// Widths of the columns for the date and the title.
const DATE: f64 = 93.5;
const NAME: f64 = 272.1;

/// The pages of these rows.
pub(crate) fn index_pages(rows: &[IndexRow], first: bool) -> usize {
    let (mut pages, mut down) = (1, if first { TITLE } else { TITLE_CONTINUED });
    for row in rows {
        let height = height(row);
        if down + height > ROOM {
            pages += 1;
            down = 0.0;
        }
        down += height;
    }
    pages
}

fn height(row: &IndexRow) -> f64 {
    match row {
        IndexRow::Section { .. } => HEADING,
        IndexRow::Document { date, title, detail, .. } => {
            let line = |size: f64| size * CAPITALS + SIZE * LEADING;
            let below = lines(detail, SMALL, NAME) as f64 * line(SMALL);
            let name = lines(title, SIZE, NAME).max(1) as f64 * line(SIZE) + below;
            PADDING + name.max(lines(date, SIZE, DATE) as f64 * line(SIZE)) - SIZE * LEADING
        }
    }
}

/// Lines that words take in a column: as many of them on each as there is room for.
fn lines(words: &str, size: f64, width: f64) -> usize {
    let mut lines = 0;
    for line in words.lines() {
        let mut across = 0.0;
        lines += 1;
        for word in line.split_inclusive([' ', '-']) {
            let long = advance(word.trim_end()) * size;
            if across > 0.0 && across + long > width {
                lines += 1;
                across = 0.0;
            }
            across += advance(word) * size;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::keys::{Keys, Numbers};
    use crate::pages::{lists, set};

    /// The pages the typesetter makes of these rows under a heading, and the guess.
    fn both(rows: impl Iterator<Item = IndexRow>, first: bool) -> (usize, usize) {
        let heading = IndexRow::Section { title: "Letters".into(), unit: 0, leaf: false };
        let rows: Vec<IndexRow> = std::iter::once(heading).chain(rows).collect();
        let numbers = Numbers::new(&[9], String::new(), std::collections::HashMap::new());
        let pages = set(lists::index(&rows, first, &numbers, &mut Keys::default())).expect("an index").pages;
        (pages, index_pages(&rows, first))
    }

    fn row(no: usize, date: &str, title: &str, detail: &str) -> IndexRow {
        IndexRow::Document { no, date: date.into(), title: title.into(), detail: detail.into(), unit: 0 }
    }

    #[test]
    fn rows_of_one_height_are_guessed_exactly() {
        for (count, first) in [(1, true), (20, true), (21, true), (120, true), (120, false)] {
            let (pages, guess) = both((1..=count).map(|no| row(no, "", "document-00017.pdf", "17")), first);
            assert_eq!(pages, guess, "{count} rows");
        }
    }

    #[test]
    fn rows_of_several_lines_are_guessed_to_a_page() {
        let long =
            "A long letter about what happened to the data, what has been done since, and what you may want to do now";
        let title = |no: usize| if no.is_multiple_of(3) { long } else { "Notification of data incident" };
        let date = |no: usize| if no.is_multiple_of(4) { "" } else { "Wednesday 3 November 2021, 17:04" };
        let (pages, guess) = both((1..=140).map(|no| row(no, date(no), title(no), "E-017 · letter")), true);
        // Pairs of letters stand closer than their widths say, so a line may hold one word more.
        assert!(pages.abs_diff(guess) <= 1, "{pages} pages, {guess} guessed");
    }
}
