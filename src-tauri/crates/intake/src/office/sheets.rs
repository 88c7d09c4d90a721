//! Spreadsheets of Excel: each sheet under its name, rows by lines, cells by tabs, dates as ISO 8601 writes them.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader, Sheets, Xlsx, open_workbook_auto_from_rs};

use super::flow::Flow;
use super::{Cells, Found, locked};
use crate::Problem;

/// A workbook in a package whose parts were found to keep to the limits.
pub(super) fn packed(bytes: &[u8], cells: &mut dyn Cells) -> Result<Found, Problem> {
    match open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(Sheets::Xlsx(book)) => Ok(cell_by_cell(book, cells)),
        Ok(book) => Ok(sheet_by_sheet(book, cells)),
        Err(_) => Err(broken()),
    }
}

/// A workbook of the years before packages (`.xls`).
pub(super) fn binary(bytes: &[u8], cells: &mut dyn Cells) -> Result<Found, Problem> {
    match open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(book) => Ok(sheet_by_sheet(book, cells)),
        Err(calamine::Error::Xls(calamine::XlsError::Password)) => Err(locked()),
        Err(_) => Err(broken()),
    }
}

/// Never holds the whole sheet, whose corners may be a million rows apart.
fn cell_by_cell(mut book: Xlsx<Cursor<&[u8]>>, cells: &mut dyn Cells) -> Found {
    let mut problem = None;
    for name in book.sheet_names() {
        if cells.is_full() {
            break;
        }
        cells.sheet(&name);
        let Ok(mut found) = book.worksheet_cells_reader(&name) else {
            // A chart has a sheet of its own, and no cells.
            continue;
        };
        while !cells.is_full() {
            match found.next_cell() {
                Ok(Some(cell)) => {
                    let ((row, column), words) = (cell.get_position(), words(cell.get_value()));
                    if !words.is_empty() {
                        cells.cell(row, column, &words);
                    }
                }
                Ok(None) => break,
                Err(_) => {
                    problem = Some(broken());
                    break;
                }
            }
        }
    }
    Found { problem, ..Found::default() }
}

fn sheet_by_sheet(mut book: Sheets<Cursor<&[u8]>>, cells: &mut dyn Cells) -> Found {
    let mut problem = None;
    for name in book.sheet_names() {
        cells.sheet(&name);
        let Ok(range) = book.worksheet_range(&name) else {
            problem = Some(broken());
            continue;
        };
        for (row, found) in (0..).zip(range.rows()) {
            for (column, cell) in (0..).zip(found) {
                let words = words(&as_reference(cell));
                if !words.is_empty() {
                    cells.cell(row, column, &words);
                }
            }
            if cells.is_full() {
                break;
            }
        }
    }
    Found { problem, ..Found::default() }
}

/// Cells as words: a sheet under its name, rows by lines, cells by tabs.
#[derive(Default)]
pub(super) struct Lines {
    flow: Flow,
    at: (u32, u32),
}

impl Lines {
    /// All of them, as they were found.
    pub(super) fn finish(mut self, found: Found) -> Found {
        self.flow.end_row();
        Found { pages: vec![self.flow.finish()], ..found }
    }
}

impl Cells for Lines {
    fn sheet(&mut self, name: &str) {
        self.flow.heading(name);
        self.at = (0, 0);
    }

    fn cell(&mut self, row: u32, column: u32, words: &str) {
        if row != self.at.0 {
            self.flow.end_row();
            self.at = (row, 0);
        }
        if column > self.at.1 {
            self.flow.close_cell((column - self.at.1) as usize);
        }
        self.at.1 = column;
        self.flow.words(words);
    }

    fn is_full(&self) -> bool {
        self.flow.is_full()
    }
}

fn as_reference(cell: &Data) -> DataRef<'_> {
    match cell {
        Data::Int(n) => DataRef::Int(*n),
        Data::Float(n) => DataRef::Float(*n),
        Data::String(words) => DataRef::SharedString(words),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::DateTimeIso(time) => DataRef::DateTimeIso(time.clone()),
        Data::DurationIso(time) => DataRef::DurationIso(time.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        _ => DataRef::Empty,
    }
}

fn words(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => n.to_string(),
        DataRef::String(words) => one_line(words),
        DataRef::SharedString(words) => one_line(words),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(time) => time_words(time),
        DataRef::DateTimeIso(time) | DataRef::DurationIso(time) => one_line(time),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A cell may hold lines of its own; in the table it is one.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn time_words(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    let value = time.as_f64();
    if time.is_duration() {
        let seconds = (value * 86_400.0).round();
        let (hours, rest) = ((seconds / 3600.0).floor(), seconds.rem_euclid(3600.0));
        format!("{hours}:{:02}:{:02}", (rest / 60.0).floor(), rest.rem_euclid(60.0))
    } else if (0.0..1.0).contains(&value) {
        clock
    } else if value.fract() == 0.0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {clock}")
    }
}

fn broken() -> Problem {
    Problem::damaged("a sheet of the document is broken")
}
