//! Cuts what is too much for one run of the typesetter, so that every piece fits and nothing goes missing between two.

use super::table;
use crate::pages::documents::{LINE, RUN};
use recourse_domain::rich::{Block, Cell, List, Paragraph, Piece as Part, Run, Table};

/// Room across a page for words, in points: A4 less its margins, upright and on its side.
const ROOM: (f32, f32) = (453.5, 700.0);

/// What a piece weighs at most where it can be helped, so that two fit a run.
const HALF: usize = RUN / 2;

/// A piece of a document.
pub(super) struct Piece {
    pub(super) block: Block,
    /// How much of a run it takes.
    pub(super) weight: usize,
    /// How many rows of tables.
    pub(super) rows: usize,
    pub(super) wide: bool,
}

impl Piece {
    /// The room across its page in points.
    pub(super) fn room(&self) -> f32 {
        if self.wide { ROOM.1 } else { ROOM.0 }
    }
}

/// The whole document in pieces.
pub(super) fn pieces(blocks: &[Block]) -> Vec<Piece> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Table(whole) => {
                let wide = table::is_wide(whole);
                out.extend(table::pieces(whole).into_iter().map(|block| piece(block, wide)));
            }
            other => {
                let mut parts = Vec::new();
                cut(other, &mut parts);
                out.extend(parts.into_iter().map(|block| piece(block, false)));
            }
        }
    }
    out
}

fn piece(block: Block, wide: bool) -> Piece {
    Piece { weight: weight(&block), rows: rows(&block), block, wide }
}

/// How much of a run a block takes: its bytes, and a line for each paragraph.
fn weight(block: &Block) -> usize {
    let all = |blocks: &[Block]| blocks.iter().map(weight).sum::<usize>();
    match block {
        Block::Paragraph(paragraph) => LINE + paragraph.pieces.iter().map(part_weight).sum::<usize>(),
        Block::List(list) => list.items.iter().map(|item| all(item)).sum(),
        Block::Quote { blocks } => all(blocks),
        Block::Preformatted { text } => text.len() + LINE * text.matches('\n').count(),
        Block::Rule => LINE,
        Block::Table(table) => table.rows.iter().map(|row| row_weight(row)).sum(),
    }
}

/// The same for a row: its cells stand side by side.
pub(super) fn row_weight(row: &[Cell]) -> usize {
    LINE + row
        .iter()
        .map(|cell| 4 + cell.blocks.iter().map(weight).sum::<usize>().saturating_sub(LINE) / 2)
        .sum::<usize>()
}

fn part_weight(part: &Part) -> usize {
    match part {
        Part::Text(run) => run.text.len() + LINE * run.text.matches('\n').count(),
        Part::Picture(_) => LINE * 4,
        Part::Missing { .. } | Part::Mark { .. } => LINE,
    }
}

fn rows(block: &Block) -> usize {
    match block {
        Block::Table(table) => table.rows.len(),
        Block::Quote { blocks } => blocks.iter().map(rows).sum(),
        Block::List(list) => list.items.iter().flatten().map(rows).sum(),
        _ => 0,
    }
}

/// Adds a block to `out` in pieces that fit a run.
fn cut(block: &Block, out: &mut Vec<Block>) {
    if weight(block) <= HALF && rows(block) <= table::ROWS / 2 {
        out.push(block.clone());
        return;
    }
    match block {
        Block::Paragraph(paragraph) => cut_paragraph(paragraph, out),
        Block::Preformatted { text } => {
            let lines: Vec<&str> = text.split('\n').collect();
            for some in gathered(&lines, HALF, |line| line.len() + LINE) {
                out.extend(halves(&some.join("\n")).into_iter().map(|text| Block::Preformatted { text }));
            }
        }
        Block::Quote { blocks } => {
            let parts = cut_all(blocks);
            out.extend(gathered(&parts, HALF, whole).into_iter().map(|some| Block::Quote { blocks: some.to_vec() }));
        }
        Block::List(list) => {
            let mut start = list.start;
            for item in &list.items {
                // The rest of a long item stands below it without a number of its own.
                for (number, some) in gathered(&cut_all(item), HALF, whole).into_iter().enumerate() {
                    if number == 0 {
                        out.push(Block::List(List { ordered: list.ordered, start, items: vec![some.to_vec()] }));
                    } else {
                        out.extend(some.iter().cloned());
                    }
                }
                start = start.saturating_add(1);
            }
        }
        Block::Table(table) => out.extend(table::pieces(table)),
        Block::Rule => out.push(Block::Rule),
    }
}

fn cut_all(blocks: &[Block]) -> Vec<Block> {
    let mut parts = Vec::new();
    blocks.iter().for_each(|block| cut(block, &mut parts));
    parts
}

/// Weight of a block, its rows counted so that none of its runs has too many of them.
fn whole(block: &Block) -> usize {
    weight(block) + rows(block) * HALF / table::ROWS
}

/// Runs of neighbours that weigh no more than `most` together, unless one alone does.
pub(super) fn gathered<T>(all: &[T], most: usize, weight: impl Fn(&T) -> usize) -> Vec<&[T]> {
    let (mut out, mut from, mut sum) = (Vec::new(), 0, 0);
    for (at, one) in all.iter().enumerate() {
        let more = weight(one);
        if at > from && sum + more > most {
            out.push(&all[from..at]);
            (from, sum) = (at, 0);
        }
        sum += more;
    }
    if from < all.len() {
        out.push(&all[from..]);
    }
    out
}

fn cut_paragraph(paragraph: &Paragraph, out: &mut Vec<Block>) {
    let mut parts: Vec<Part> = Vec::new();
    for part in &paragraph.pieces {
        match part {
            Part::Text(run) => {
                parts.extend(halves(&run.text).into_iter().map(|text| Part::Text(Run { text, look: run.look })))
            }
            other => parts.push(other.clone()),
        }
    }
    for some in gathered(&parts, HALF, part_weight) {
        out.push(Block::Paragraph(Paragraph { pieces: some.to_vec(), ..paragraph.clone() }));
    }
}

/// Words in pieces of less than half a run, cut between two words where there are any.
fn halves(words: &str) -> Vec<String> {
    let (mut out, mut rest) = (Vec::new(), words);
    let mut most = HALF - 2 * LINE;
    // Lines count for more than their letters.
    if words.matches('\n').count() * LINE > most {
        most /= LINE;
    }
    while rest.len() > most {
        let end = rest.floor_char_boundary(most);
        let at = rest[..end].rfind(char::is_whitespace).map_or(end, |at| rest.ceil_char_boundary(at + 1));
        let (piece, after) = rest.split_at(at);
        out.push(piece.to_owned());
        rest = after;
    }
    out.push(rest.to_owned());
    out
}

/// A table of some of the rows of another.
pub(super) fn part_of(table: &Table, rows: Vec<Vec<Cell>>) -> Block {
    Block::Table(Table { columns: table.columns, head: table.head, ruled: table.ruled, rows })
}

#[cfg(test)]
mod tests {
    use super::*;
    use recourse_domain::rich::Rich;

    #[test]
    fn a_document_too_large_for_one_run_loses_no_word_and_every_piece_fits() {
        let long = (0..40_000).map(|n| format!("w{n} ")).collect::<String>();
        let lines = (0..3_000).map(|n| format!("l{n}\n")).collect::<String>();
        let row = |n: usize| vec![Cell::of(&format!("r{n}")), Cell::of("x")];
        let table = Table { columns: 2, head: 1, ruled: true, rows: (0..1_700).map(row).collect() };
        let items = (0..3_000).map(|n| vec![Block::words(&format!("i{n}"))]).collect();
        let inner = vec![Block::words(&long), Block::Preformatted { text: lines.clone() }];
        let blocks = vec![
            Block::Quote { blocks: vec![Block::Quote { blocks: inner }, Block::Table(table.clone())] },
            Block::List(List { ordered: true, start: 1, items }),
            Block::List(List { ordered: false, start: 1, items: vec![vec![Block::words(&long)]] }),
            Block::words(&lines),
            Block::Table(table),
        ];
        let pieces = pieces(&blocks);
        assert!(pieces.iter().all(|piece| piece.weight <= RUN && piece.rows <= table::ROWS), "a piece is too large");
        let words = |blocks: Vec<Block>| {
            let words = Rich { blocks, ..Rich::default() }.words();
            words.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        };
        let before = words(blocks);
        let after = words(pieces.into_iter().map(|piece| piece.block).collect());
        // The heads of tables are repeated, and nothing else.
        let head =
            |all: &[String]| all.iter().filter(|word| *word != "r0" && *word != "x").cloned().collect::<Vec<_>>();
        assert_eq!(head(&before), head(&after));
    }
}
