//! Documents with their formatting as pages: cut into runs that the typesetter takes one by one, wide tables on pages that lie on their side.

mod blocks;
mod page;
mod split;
mod table;

pub(crate) use page::page;

use super::documents::RUN;
use crate::model::Formatted;
use serde_json::Value;

/// What is set in one run.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sheet {
    /// Whether its pages lie on their side.
    pub(super) wide: bool,
    /// The blocks as the template takes them.
    pub(super) blocks: Vec<Value>,
}

/// Cuts a document into runs; never none.
pub(crate) fn sheets(formatted: &Formatted) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let (mut weight, mut rows) = (0, 0);
    for piece in split::pieces(&formatted.rich.blocks) {
        let wide = piece.wide;
        let full = weight + piece.weight > RUN || rows + piece.rows > table::ROWS;
        if full || sheets.last().is_none_or(|sheet| sheet.wide != wide) {
            sheets.push(Sheet { wide, blocks: Vec::new() });
            (weight, rows) = (0, 0);
        }
        (weight, rows) = (weight + piece.weight, rows + piece.rows);
        if let Some(sheet) = sheets.last_mut() {
            sheet.blocks.push(blocks::value(&piece.block, &formatted.pictures, piece.room()));
        }
    }
    if sheets.is_empty() {
        sheets.push(Sheet { wide: false, blocks: Vec::new() });
    }
    sheets
}
