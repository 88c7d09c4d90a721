//! Tables that are files: CSV and spreadsheets, within the budget of a document.

use recourse_domain::rich::{Block, Cell, Paragraph, Piece, Rich, Run, Table};

use super::build::MOST;
use super::grid::COLUMNS;
use crate::office::{Cells, Found};
use crate::{Problem, limits, text};

/// What a row counts for besides its words.
const LINE: usize = 60;
/// Rows that are looked at to tell what stands between the cells.
const LOOKED_AT: usize = 30;

/// Tables on their way.
#[derive(Default)]
struct Tables {
    blocks: Vec<Block>,
    name: String,
    rows: Vec<Vec<String>>,
    /// The row of the file that the last of them is.
    at: Option<u32>,
    spent: usize,
    rows_left_off: usize,
    cut: bool,
}

impl Tables {
    fn row(&mut self, cells: Vec<String>) {
        if cells.iter().all(String::is_empty) {
            return;
        }
        if self.spent >= MOST {
            self.rows_left_off += 1;
            return;
        }
        self.spent += LINE + cells.iter().map(|cell| cell.len() + 4).sum::<usize>();
        self.rows.push(cells);
    }

    /// Ends a table.
    fn end(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        let name = std::mem::take(&mut self.name);
        if !name.is_empty() {
            let run = Run { text: name, ..Run::default() };
            self.blocks.push(Block::Paragraph(Paragraph {
                pieces: vec![Piece::Text(run)],
                level: 3,
                ..Paragraph::default()
            }));
        }
        let shown = rows.len();
        let left_off = std::mem::take(&mut self.rows_left_off);
        let all_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let columns = all_columns.min(COLUMNS);
        let head = usize::from(rows.len() > 1 && is_head(&rows[0], columns));
        for row in &mut rows {
            row.resize(columns, String::new());
        }
        if columns > 0 {
            let rows = rows.iter().map(|row| row.iter().map(|cell| Cell::of(cell)).collect()).collect();
            self.blocks.push(Block::Table(Table { columns, head, ruled: true, rows }));
        }
        let mut sentences = Vec::new();
        if left_off > 0 {
            sentences
                .push(format!("{shown} of {} rows are shown; the rest are only in the original.", shown + left_off));
        }
        if all_columns > columns {
            sentences.push(format!("{columns} of {all_columns} columns are shown; the rest are only in the original."));
        }
        self.cut |= !sentences.is_empty();
        self.blocks.extend(sentences.iter().map(|sentence| Block::words(sentence)));
        self.at = None;
    }

    fn finish(mut self, problem: Option<Problem>) -> Rich {
        self.end();
        let cut = self.cut.then(|| {
            "It is too long to be printed: what is left off is said below each table. The original has all of it."
                .to_owned()
        });
        Rich {
            blocks: self.blocks,
            notes: problem.into_iter().map(|problem| problem.sentence).collect(),
            cut,
            ..Rich::default()
        }
    }
}

impl Cells for Tables {
    fn sheet(&mut self, name: &str) {
        self.end();
        self.name = name.trim().to_owned();
    }

    fn cell(&mut self, row: u32, column: u32, words: &str) {
        if self.at != Some(row) {
            self.at = Some(row);
            if self.spent < MOST {
                self.spent += LINE;
                self.rows.push(Vec::new());
            } else {
                self.rows_left_off += 1;
            }
        }
        if self.rows_left_off > 0 {
            return;
        }
        let column = (column as usize).min(COLUMNS);
        self.spent += words.len() + 4;
        if let Some(cells) = self.rows.last_mut() {
            cells.resize(cells.len().max(column + 1), String::new());
            let there = &mut cells[column];
            if !there.is_empty() {
                there.push(' ');
            }
            there.push_str(words);
        }
    }

    fn is_full(&self) -> bool {
        self.rows_left_off > limits::TEXT_BYTES
    }
}

/// Whether a first row names the columns: every one of them, none with a number.
fn is_head(row: &[String], columns: usize) -> bool {
    let number =
        |cell: &String| !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || "., -+%£$€/:".contains(c));
    row.iter().filter(|cell| !cell.is_empty()).count() * 4 >= columns * 3 && !row.iter().any(number)
}

/// A table of separated values (RFC 4180, and what goes by that name).
pub(super) fn separated(bytes: &[u8], by_tabs: bool) -> Rich {
    let words = text::decode(bytes, None);
    let separator = if by_tabs { b'\t' } else { separator(&words) };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(words.as_bytes());
    let mut tables = Tables::default();
    for record in reader.records().map_while(Result::ok) {
        tables.row(record.iter().map(|cell| cell.trim().to_owned()).collect());
    }
    tables.finish(None)
}

/// The sign that most evenly divides the first lines.
fn separator(words: &str) -> u8 {
    let lines: Vec<&str> = words.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let even = |sign: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| line.bytes().filter(|byte| *byte == sign).count()).collect();
        let first = counts.first().copied().unwrap_or(0);
        (first > 0).then(|| (counts.iter().filter(|count| **count == first).count(), first))
    };
    let signs = [b',', b';', b'\t', b'|'].into_iter().rev();
    signs.filter_map(|sign| Some((even(sign)?, sign))).max_by_key(|(how, _)| *how).map_or(b',', |(_, sign)| sign)
}

/// The sheets of a workbook.
///
/// # Errors
/// What stands in the way of opening it.
pub(super) fn workbook(read: impl FnOnce(&mut dyn Cells) -> Result<Found, Problem>) -> Result<Rich, Problem> {
    let mut tables = Tables::default();
    let found = read(&mut tables)?;
    Ok(tables.finish(found.problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rich: &Rich) -> Vec<Vec<String>> {
        let words = |cell: &Cell| Rich { blocks: cell.blocks.clone(), ..Rich::default() }.words().trim().to_owned();
        let tables = rich.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(&table.rows),
            _ => None,
        });
        tables.flatten().map(|row| row.iter().map(words).collect()).collect()
    }

    #[test]
    fn the_separator_is_found_and_every_row_has_all_columns() {
        for (given, by_tabs) in [
            ("Name,Note\nReed,\"a, b\"\nCo\n", false),
            ("Name;Note\nReed;a, b\nCo;\n", false),
            ("Name\tNote\nReed\ta, b\nCo\n", true),
            ("Name|Note\r\nReed|a, b\r\n\r\nCo|\r\n", false),
        ] {
            let rich = separated(given.as_bytes(), by_tabs);
            assert_eq!(rows(&rich), [["Name", "Note"], ["Reed", "a, b"], ["Co", ""]], "{given}");
            assert!(matches!(&rich.blocks[0], Block::Table(table) if table.head == 1), "{given}");
        }
    }

    #[test]
    fn rows_beyond_the_budget_are_counted() {
        let given = "Day,Sum\n".to_owned() + &"2021-11-03,12.50\n".repeat(20_000);
        let rich = separated(given.as_bytes(), false);
        let shown = rows(&rich).len();
        assert!((3_000..8_000).contains(&shown), "{shown}");
        assert!(rich.words().contains(&format!("{shown} of 20001 rows are shown")), "{}", rich.words().len());
        assert!(rich.cut.is_some());
    }
}
