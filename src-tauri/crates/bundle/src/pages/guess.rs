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

    #[test]
    fn the_guess_is_what_the_typesetter_makes_of_it() {
        let titles = [
            "document-00017.pdf",
            "Notification of data incident",
            "A long letter about what happened to the data, what has been done since, and what you may want to do now",
        ];
        let row = |no: usize| IndexRow::Document {
            no,
            date: if no.is_multiple_of(3) { String::new() } else { "Wednesday 3 November 2021, 17:04".into() },
            title: titles[no % 3].into(),
            detail: if no.is_multiple_of(5) { String::new() } else { format!("E-{no:03} · letter") },
            unit: 0,
        };
        for (count, first) in [(1, true), (60, true), (140, true), (140, false)] {
            let mut rows = vec![IndexRow::Section { title: "Letters".into(), unit: 0, leaf: false }];
            rows.extend((1..=count).map(row));
            let numbers = Numbers::new(&[9], std::collections::HashMap::new());
            let pages = set(lists::index(&rows, first, &numbers, &mut Keys::default())).expect("an index").pages;
            assert_eq!(index_pages(&rows, first), pages, "{count} rows");
        }
    }
}
