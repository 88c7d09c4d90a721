//! The timeline as a file: a drawing, a picture, a table.

use std::path::Path;

use recourse_bundle::bag::table_csv;
use recourse_bundle::model::Table;
use recourse_bundle::picture::{PictureError, png};
use recourse_domain::RecordId;
use recourse_domain::timeline::Part;
use serde_json::{Value, json};

use super::picture::{Block, Line, svg};
use super::{Ladder, Opened, Question, Row, Step, open, unsure};
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A drawing that can be enlarged.
    Svg,
    /// A picture of dots.
    Png,
    /// A table for a spreadsheet.
    Csv,
}

impl Format {
    /// The format with this word, which is also the ending of its files.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Everything in order.
    Timeline,
    /// Who knew when.
    Ladder,
}

/// A file to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Which part.
    pub question: Question,
    /// What kind of file.
    pub format: Format,
    /// What is drawn; of no account for a table.
    pub picture: Picture,
}

/// Makes the file's bytes.
///
/// # Errors
/// Where there is no such claim, or a picture would be too tall.
pub fn export(session: &Session<Unlocked>, order: &Export) -> Result<Vec<u8>> {
    let opened = open(session, &order.question)?;
    let drawing = || match order.picture {
        Picture::Timeline => timeline(&opened),
        Picture::Ladder => ladders(&opened),
    };
    match order.format {
        Format::Svg => Ok(drawing().into_bytes()),
        Format::Png => png(&drawing()).map_err(|error| Error::Field { field: "format", message: sentence(&error) }),
        Format::Csv => table(&opened, order.question.incident),
    }
}

/// Writes the file where the person said.
///
/// # Errors
/// What the disk said.
pub fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).map_err(|source| Error::Write { what: "The file", source })
}

fn sentence(error: &PictureError) -> String {
    match error {
        PictureError::TooTall => {
            "This picture would be too tall. Show fewer records, or save it as a drawing (SVG).".to_owned()
        }
        PictureError::NotDrawn => "The picture could not be drawn. Save it as a drawing (SVG).".to_owned(),
    }
}

/// The colours of the drawings, those of the window on white paper.
const fn paint(part: Part) -> &'static str {
    match part {
        Part::Breach | Part::Supplier => "#5f7fa3",
        Part::Organisation => "#23507f",
        Part::Regulator | Part::Public => "#5d6470",
        Part::Me => "#2b6a48",
        Part::Named => "#85560a",
    }
}

fn ladders(opened: &Opened) -> String {
    let block = |ladder: &Ladder| {
        let line = |step: &Step| Line {
            what: step.rung.what.clone(),
            under: step.under.clone(),
            bar: ladder.scale.and_then(|scale| scale.bar(&step.rung.date)),
            paint: paint(step.rung.part),
        };
        let heading = opened.incidents.get(&ladder.incident).map_or_else(String::new, |(_, name)| name.clone());
        Block { heading, scale: ladder.scale, lines: ladder.steps.iter().map(line).collect() }
    };
    svg(&format!("Who knew when: {}", opened.title), &opened.ladders.iter().map(block).collect::<Vec<_>>())
}

fn timeline(opened: &Opened) -> String {
    let line = |row: &Row| Line {
        what: row.what.clone(),
        under: format!("{} · {}", row.date.in_words(), row.source_in_words()),
        bar: opened.scale.and_then(|scale| scale.bar(&row.date)),
        paint: paint(Part::Organisation),
    };
    let lines = opened.timeline.undated.iter().chain(&opened.timeline.dated).map(line).collect();
    svg(&format!("Timeline: {}", opened.title), &[Block { heading: String::new(), scale: opened.scale, lines }])
}

/// Columns keep their names; new ones are only ever added.
const COLUMNS: [&str; 12] = [
    "no",
    "reference",
    "kind",
    "date_as_stated",
    "date_understood",
    "earliest",
    "latest",
    "what",
    "who",
    "source",
    "incidents",
    "unsure_of_incident",
];

fn table(opened: &Opened, incident: Option<RecordId>) -> Result<Vec<u8>> {
    let row = |(no, row): (usize, &Row)| -> Vec<Value> {
        let names = row.incidents.iter().filter_map(|link| opened.incidents.get(&link.incident));
        vec![
            json!(no + 1),
            json!(row.reference),
            json!(row.reference.kind.code()),
            json!(row.date.as_stated),
            json!(row.date.in_words()),
            json!(row.date.earliest_with_tolerance()),
            json!(row.date.latest_with_tolerance()),
            json!(row.what),
            json!(row.who),
            json!(row.source_in_words()),
            json!(names.map(|(reference, _)| reference.to_string()).collect::<Vec<_>>().join(" ")),
            json!(unsure(row, incident)),
        ]
    };
    let rows = opened.timeline.undated.iter().chain(&opened.timeline.dated).enumerate().map(row).collect();
    let table = Table { name: "timeline".to_owned(), columns: COLUMNS.map(str::to_owned).to_vec(), rows };
    table_csv(&table).map_err(|error| Error::Write { what: "The table", source: std::io::Error::other(error) })
}
