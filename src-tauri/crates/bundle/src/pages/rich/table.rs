//! Tables on pages: how wide their columns are, when a page lies on its side for them, and how one with too many columns or rows is cut.

use super::split::{gathered, part_of, row_weight};
use crate::pages::documents::RUN;
use recourse_domain::rich::{Block, Cell, Piece, Table};

/// Most rows that are set in one run.
pub(super) const ROWS: usize = 500;
/// Letters of the usual size across an upright page; across one on its side, small ones.
const UPRIGHT: usize = 92;
const SIDEWAYS: usize = 185;
/// A column needs no more room than this many letters: its words have places to break.
const COLUMN: usize = 34;
/// A table of more rows has its widths settled beforehand, so that they are the same on every page.
const SHORT: usize = 40;
/// Between two columns, in letters.
const BETWEEN: usize = 3;

/// How the columns of a table are laid out.
pub(super) struct Layout {
    /// The share of each column in the room; none where each takes what it needs.
    pub(super) shares: Option<Vec<usize>>,
    /// Whether letters are small.
    pub(super) small: bool,
}

/// Whether its pages lie on their side.
pub(super) fn is_wide(table: &Table) -> bool {
    table.ruled && needs(&widths(table)) > UPRIGHT + UPRIGHT / 4
}

/// Lays out a table.
pub(super) fn layout(table: &Table) -> Layout {
    let widths = widths(table);
    let fits = needs(&widths) <= UPRIGHT;
    Layout { shares: (!fits || table.rows.len() > SHORT).then_some(widths), small: !fits }
}

/// How many letters each column wants.
fn widths(table: &Table) -> Vec<usize> {
    let mut widths = vec![3; table.columns];
    for row in &table.rows {
        let mut at = 0;
        for cell in row {
            let each = letters(&cell.blocks).div_ceil(cell.span.max(1)).min(COLUMN);
            for width in widths.iter_mut().skip(at).take(cell.span) {
                *width = (*width).max(each);
            }
            at += cell.span;
        }
    }
    widths
}

fn needs(widths: &[usize]) -> usize {
    widths.iter().map(|width| width + BETWEEN).sum()
}

/// The longest line of a cell.
fn letters(blocks: &[Block]) -> usize {
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(run) => run.text.chars().count(),
                Piece::Picture(shown) => usize::from(shown.width) / 5,
                Piece::Missing { alt, why } => alt.chars().count() + why.chars().count(),
                Piece::Mark { .. } => 3,
            })
            .sum(),
        _ => COLUMN,
    };
    blocks.iter().map(of).max().unwrap_or(0)
}

/// A table as tables that fit: no more columns than a page on its side takes, no more rows than a run.
pub(super) fn pieces(table: &Table) -> Vec<Block> {
    let bands = bands(table);
    let mut out = Vec::new();
    for (number, columns) in bands.iter().enumerate() {
        if bands.len() > 1 {
            let (from, to) = (columns[usize::from(number > 0)] + 1, columns[columns.len() - 1] + 1);
            out.push(Block::words(&format!("Columns {from} to {to} of {}", table.columns)));
        }
        let band = if bands.len() > 1 { band(table, columns) } else { table.clone() };
        let head = &band.rows[..band.head.min(band.rows.len())];
        let room = ROWS.saturating_sub(head.len()).max(1);
        // As many rows as a run has at most, and no more words.
        let weight = |row: &Vec<Cell>| row_weight(row).max(RUN / room);
        let most = RUN.saturating_sub(head.iter().map(|row| row_weight(row)).sum()).max(RUN / 2);
        for rows in gathered(&band.rows[head.len()..], most, weight) {
            out.push(part_of(&band, head.iter().chain(rows).cloned().collect()));
        }
        if band.rows.len() == head.len() && !head.is_empty() {
            out.push(part_of(&Table { head: 0, ..band.clone() }, head.to_vec()));
        }
    }
    out
}

/// The columns of each band. The first column stands in every one, so that a row can be told.
fn bands(table: &Table) -> Vec<Vec<usize>> {
    let widths = widths(table);
    if needs(&widths) <= SIDEWAYS || table.columns < 4 {
        return vec![(0..table.columns).collect()];
    }
    let mut bands = vec![vec![0]];
    let mut used = widths[0] + BETWEEN;
    for (column, width) in widths.iter().enumerate().skip(1) {
        let full = used + width + BETWEEN > SIDEWAYS;
        match bands.last_mut() {
            Some(band) if !full || band.len() == 1 => band.push(column),
            _ => {
                bands.push(vec![0, column]);
                used = widths[0] + BETWEEN;
            }
        }
        used += width + BETWEEN;
    }
    bands
}

/// Some columns of a table. A cell over several columns stands in the first of them.
fn band(table: &Table, columns: &[usize]) -> Table {
    let rows = table.rows.iter().map(|row| {
        let mut spread: Vec<Cell> = Vec::with_capacity(table.columns);
        for cell in row {
            spread.push(Cell { span: 1, ..cell.clone() });
            spread.extend(std::iter::repeat_n(Cell::default(), cell.span.saturating_sub(1)));
        }
        columns.iter().map(|column| spread.get(*column).cloned().unwrap_or_default()).collect()
    });
    Table { columns: columns.len(), head: table.head, ruled: true, rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: usize, rows: usize) -> Table {
        let cell = |row: usize, column: usize| Cell::of(&format!("cell {row} of column {column}"));
        let row = |row| (0..columns).map(|column| cell(row, column)).collect();
        Table { columns, head: 1, ruled: true, rows: (0..rows).map(row).collect() }
    }

    #[test]
    fn rows_come_in_pieces_with_the_head_on_each() {
        let pieces = pieces(&table(3, 1_200));
        let lengths: Vec<(usize, usize)> = pieces
            .iter()
            .map(|piece| match piece {
                Block::Table(table) => (table.rows.len(), table.head),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(lengths, [(500, 1), (500, 1), (202, 1)]);
    }

    #[test]
    fn columns_come_in_bands_and_every_one_is_there() {
        let whole = table(30, 2);
        assert!(is_wide(&whole));
        let mut seen = Vec::new();
        for piece in pieces(&whole) {
            if let Block::Table(band) = piece {
                assert!(needs(&widths(&band)) <= SIDEWAYS);
                assert_eq!(band.rows[1][0], whole.rows[1][0]);
                seen.extend(band.rows[1][1..].to_vec());
            }
        }
        assert_eq!(seen, whole.rows[1][1..]);
    }
}
