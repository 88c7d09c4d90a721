//! Tables as they are met in mails and pages: some hold data, most only hold a page together.

use recourse_domain::rich::{Block, Cell, Table};

/// Most columns of a table.
pub(super) const COLUMNS: usize = 200;

/// A table on its way.
pub(super) struct Grid {
    /// Each cell with the rows it stands over and whether it is a heading.
    pub(super) rows: Vec<Vec<(Cell, usize, bool)>>,
    /// Whether lines are drawn.
    pub(super) ruled: bool,
}

impl Grid {
    pub(super) fn new(ruled: bool) -> Self {
        Self { rows: Vec::new(), ruled }
    }

    /// Adds a cell to the row that is open.
    pub(super) fn add(&mut self, cell: Cell, rows: usize, head: bool) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        if let Some(row) = self.rows.last_mut() {
            row.push((cell, rows, head));
        }
    }

    /// A table where there are columns to speak of; else what stands in it, one thing after the other.
    pub(super) fn finish(self) -> Vec<Block> {
        let holds_tables = self.cells().any(|cell| cell.blocks.iter().any(|block| matches!(block, Block::Table(_))));
        if holds_tables {
            return self.flat();
        }
        let head = self.rows.iter().take_while(|row| !row.is_empty() && row.iter().all(|(.., head)| *head)).count();
        let ruled = self.ruled || self.rows.iter().flatten().any(|(.., head)| *head);
        let (mut rows, mut columns) = level(self.rows);
        drop_empty_columns(&mut rows, &mut columns);
        rows.retain(|row| row.iter().any(|cell| !cell.blocks.is_empty()));
        if columns < 2 {
            return rows.into_iter().flatten().flat_map(|cell| cell.blocks).collect();
        }
        if rows.is_empty() {
            return Vec::new();
        }
        // A head is a head where something follows it.
        let head = if head < rows.len() { head } else { 0 };
        vec![Block::Table(Table { columns, head, ruled, rows })]
    }

    fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flatten().map(|(cell, ..)| cell)
    }

    fn flat(self) -> Vec<Block> {
        self.rows.into_iter().flatten().flat_map(|(cell, ..)| cell.blocks).collect()
    }
}

/// Gives every row all columns: a cell over several rows leaves empty ones below it.
fn level(rows: Vec<Vec<(Cell, usize, bool)>>) -> (Vec<Vec<Cell>>, usize) {
    // For each column how many rows below are taken.
    let mut taken: Vec<usize> = Vec::new();
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let mut line: Vec<Cell> = Vec::new();
        let mut column = 0;
        for (mut cell, high, _) in row {
            while column < COLUMNS && taken.get(column).is_some_and(|rows| *rows > 0) {
                taken[column] -= 1;
                line.push(Cell::default());
                column += 1;
            }
            if column >= COLUMNS {
                // Beyond all measure: with the last one, so that nothing is lost.
                if let Some(last) = line.last_mut() {
                    last.blocks.extend(cell.blocks);
                }
                continue;
            }
            cell.span = cell.span.min(COLUMNS - column);
            taken.resize(taken.len().max(column + cell.span), 0);
            for below in &mut taken[column..column + cell.span] {
                *below = high - 1;
            }
            column += cell.span;
            line.push(cell);
        }
        for rows in taken.iter_mut().skip(column) {
            if *rows > 0 {
                *rows -= 1;
            }
        }
        out.push(line);
    }
    let width = |line: &Vec<Cell>| line.iter().map(|cell| cell.span).sum::<usize>();
    let columns = out.iter().map(width).max().unwrap_or(0);
    for line in &mut out {
        let missing = columns - width(line);
        line.extend(std::iter::repeat_n(Cell::default(), missing));
    }
    (out, columns)
}

/// Takes out columns in which nothing begins: they only held others apart.
fn drop_empty_columns(rows: &mut [Vec<Cell>], columns: &mut usize) {
    let mut used = vec![false; *columns];
    for row in rows.iter() {
        let mut at = 0;
        for cell in row {
            if !cell.blocks.is_empty() {
                used[at] = true;
            }
            at += cell.span;
        }
    }
    if used.iter().all(|used| *used) {
        return;
    }
    for row in rows.iter_mut() {
        let mut at = 0;
        row.retain_mut(|cell| {
            let kept = used[at..at + cell.span].iter().filter(|used| **used).count();
            at += cell.span;
            cell.span = kept;
            kept > 0
        });
    }
    *columns = used.iter().filter(|used| **used).count();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(rows: &[&[(&str, usize, usize)]]) -> Vec<Vec<(Cell, usize, bool)>> {
        let cell = |(words, span, high): &(&str, usize, usize)| (Cell { span: *span, ..Cell::of(words) }, *high, false);
        rows.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    #[test]
    fn every_row_fills_all_columns_and_empty_columns_go() {
        let mut grid = Grid::new(true);
        grid.rows =
            words(&[&[("a", 1, 2), ("", 1, 1), ("b", 2, 1)], &[("", 1, 1), ("c", 1, 1), ("d", 1, 1)], &[("e", 9, 1)]]);
        let blocks = grid.finish();
        let Block::Table(table) = &blocks[0] else { panic!("{blocks:?}") };
        assert_eq!(table.columns, 3);
        for row in &table.rows {
            assert_eq!(row.iter().map(|cell| cell.span).sum::<usize>(), 3, "{row:?}");
        }
        assert!(table.rows[1][0].blocks.is_empty(), "what stands over two rows stands in the first");
    }

    #[test]
    fn one_column_is_no_table() {
        let mut grid = Grid::new(false);
        grid.rows = words(&[&[("", 1, 1), ("a", 1, 1)], &[("", 1, 1), ("b", 1, 1)]]);
        assert_eq!(grid.finish(), [Block::words("a"), Block::words("b")]);
    }
}
