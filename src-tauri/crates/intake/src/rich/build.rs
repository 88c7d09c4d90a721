//! Puts a document together block by block, whatever it is read from, within one budget.

use recourse_domain::rich::{Align, Block, Cell, List, Look, Paragraph, Piece, Rich, Run};

use super::grid::{self, Grid};
use super::sizes;
use super::style::Style;

/// Most that is kept of one document: its bytes, and [`LINE`] for each paragraph. About a hundred and fifty pages.
pub(super) const MOST: usize = 400_000;
/// What a paragraph or a cell counts for besides its words.
const LINE: usize = 60;
/// What a picture counts for.
const PICTURE: usize = 1_500;
/// Most lists and quotations inside each other that are kept apart; what is deeper stands with what is around it.
const DEEPEST: usize = 8;
/// Most addresses of links that are kept.
const LINKS: usize = 2_000;
/// Most bytes of one address that are kept.
const ADDRESS: usize = 2_000;

/// Something that is open and gathers blocks.
struct Frame {
    blocks: Vec<Block>,
    kind: Kind,
}

enum Kind {
    /// The document, or something whose blocks go to what is around it.
    Through,
    /// A list or quotation beyond the deepest: the same.
    Deep,
    Quote,
    List(List),
    Item,
    Table(Grid),
    /// Columns, rows and whether it is a heading.
    Cell(usize, usize, bool),
}

/// A document on its way.
pub(super) struct Builder {
    frames: Vec<Frame>,
    nested: usize,
    pieces: Vec<Piece>,
    level: u8,
    align: Align,
    /// Whether the next paragraph stands off from the one before it.
    gap: bool,
    /// The look of a blank that is owed before the next word.
    blank: Option<Look>,
    links: Vec<String>,
    spent: usize,
    left_off: usize,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            frames: vec![Frame { blocks: Vec::new(), kind: Kind::Through }],
            nested: 0,
            pieces: Vec::new(),
            level: 0,
            align: Align::Start,
            gap: true,
            blank: None,
            links: Vec::new(),
            spent: 0,
            left_off: 0,
        }
    }
}

impl Builder {
    /// Whether the budget is used up.
    pub(super) fn is_full(&self) -> bool {
        self.spent >= MOST
    }

    /// Ends what is open as a paragraph; `gap`: the next one stands off from it.
    pub(super) fn end_paragraph(&mut self, gap: bool) {
        self.blank = None;
        let mut pieces = std::mem::take(&mut self.pieces);
        trim_end(&mut pieces);
        if pieces.is_empty() {
            self.gap |= gap;
            return;
        }
        self.spent += LINE;
        let close = !self.gap && self.level == 0;
        self.push(Block::Paragraph(Paragraph { pieces, level: self.level, align: self.align, close }));
        self.gap = gap;
    }

    /// Begins a paragraph or, with a level, a heading.
    pub(super) fn begin_paragraph(&mut self, level: u8, align: Align, gap: bool) {
        self.end_paragraph(gap);
        (self.level, self.align) = (level, align);
    }

    /// Words whose blanks and line ends stand for one blank, as in HTML.
    pub(super) fn flowing(&mut self, words: &str, look: Look) {
        let mut out = String::with_capacity(words.len());
        for letter in words.chars() {
            if matches!(letter, ' ' | '\n' | '\t' | '\r' | '\u{c}') {
                self.blank.get_or_insert(look);
                continue;
            }
            if let Some(earlier) = self.blank.take().filter(|_| !self.at_line_start(&out)) {
                // A blank looks as what it came with: one before a link is not underlined.
                if out.is_empty() { self.exact(" ", earlier) } else { out.push(' ') }
            }
            out.push(letter);
        }
        self.exact(&out, look);
    }

    fn at_line_start(&self, more: &str) -> bool {
        if let Some(last) = more.chars().next_back() {
            return last == '\n' || last == ' ';
        }
        match self.pieces.last() {
            None => true,
            Some(Piece::Text(run)) => run.text.ends_with(['\n', ' ']),
            Some(_) => false,
        }
    }

    /// Words as they are.
    pub(super) fn exact(&mut self, words: &str, look: Look) {
        if words.is_empty() {
            return;
        }
        let (kept, cut) = crate::limits::cut(words, MOST.saturating_sub(self.spent));
        self.left_off += words.len() - kept.len();
        let words = kept;
        if words.is_empty() {
            return;
        }
        // What is cut here fills the budget, whatever the last letter takes.
        self.spent += if cut { LINE } else { 0 } + words.len() + LINE * words.matches('\n').count();
        match self.pieces.last_mut() {
            Some(Piece::Text(run)) if run.look == look => run.text.push_str(words),
            _ => self.pieces.push(Piece::Text(Run { text: words.to_owned(), look })),
        }
    }

    /// A line ends inside a paragraph.
    pub(super) fn line_end(&mut self, look: Look) {
        self.blank = None;
        self.exact("\n", look);
    }

    /// A picture or what stands for one.
    pub(super) fn picture(&mut self, piece: Piece) {
        if let Some(look) = self.blank.take().filter(|_| !self.at_line_start("")) {
            self.exact(" ", look);
        }
        if !self.is_full() {
            self.spent += if matches!(piece, Piece::Picture(_)) { PICTURE } else { LINE };
            self.pieces.push(piece);
        }
    }

    /// The words before this are a link to `address`.
    pub(super) fn mark(&mut self, address: &str) {
        let address = crate::limits::cut(address.trim(), ADDRESS).0;
        let number = match self.links.iter().position(|there| there == address) {
            Some(at) => at + 1,
            None if self.links.len() < LINKS && !self.is_full() => {
                self.links.push(address.to_owned());
                self.spent += address.len() + LINE;
                self.links.len()
            }
            None => return,
        };
        let before = self.frames.last_mut().and_then(|frame| frame.blocks.last_mut());
        match before {
            // The link held whole paragraphs.
            Some(Block::Paragraph(paragraph)) if self.pieces.is_empty() => {
                paragraph.pieces.push(Piece::Mark { number })
            }
            _ => self.pieces.push(Piece::Mark { number }),
        }
    }

    /// How many pieces the open paragraph has, and how long the last of them is: a place to come back to with [`Builder::words_since`].
    pub(super) fn place(&self) -> (usize, usize) {
        match self.pieces.split_last() {
            Some((Piece::Text(run), before)) => (before.len(), run.text.len()),
            _ => (self.pieces.len(), 0),
        }
    }

    /// The words since a place in the same paragraph.
    pub(super) fn words_since(&self, (piece, letter): (usize, usize)) -> String {
        let mut words = String::new();
        for (number, one) in self.pieces.iter().enumerate().skip(piece) {
            if let Piece::Text(run) = one {
                let from = if number == piece { letter } else { 0 };
                words.push_str(run.text.get(from..).unwrap_or_default());
            }
        }
        words
    }

    /// A line across the page.
    pub(super) fn rule(&mut self) {
        self.end_paragraph(true);
        self.push(Block::Rule);
    }

    /// Lines that stay as they are, in letters of equal width.
    pub(super) fn preformatted(&mut self, text: &str) {
        self.end_paragraph(true);
        let room = MOST.saturating_sub(self.spent);
        let (kept, _) = crate::limits::cut(text.trim_matches('\n'), room);
        self.left_off += text.trim_matches('\n').len() - kept.len();
        self.spent += kept.len() + LINE * kept.matches('\n').count();
        if !kept.trim().is_empty() {
            self.push(Block::Preformatted { text: kept.trim_end().to_owned() });
        }
    }

    /// Begins something quoted.
    pub(super) fn open_quote(&mut self) {
        self.open(Kind::Quote);
    }

    /// Begins a list.
    pub(super) fn open_list(&mut self, ordered: bool, start: u32) {
        self.open(Kind::List(List { ordered, start, items: Vec::new() }));
    }

    /// Begins an item of the list that is open.
    pub(super) fn open_item(&mut self) {
        self.open(Kind::Item);
        self.gap = false;
    }

    /// Begins a table.
    pub(super) fn open_table(&mut self, ruled: bool) {
        self.open(Kind::Table(Grid::new(ruled)));
    }

    /// Begins a row of the table that is open.
    pub(super) fn open_row(&mut self) {
        self.end_paragraph(false);
        if let Some(Frame { kind: Kind::Table(grid), .. }) = self.frames.last_mut() {
            grid.rows.push(Vec::new());
        }
    }

    /// Begins a cell over so many columns and rows.
    pub(super) fn open_cell(&mut self, columns: usize, rows: usize, head: bool) {
        self.open(Kind::Cell(columns.clamp(1, grid::COLUMNS), rows.clamp(1, 1_000), head));
    }

    fn open(&mut self, mut kind: Kind) {
        self.end_paragraph(true);
        (self.level, self.align) = (0, Align::Start);
        if matches!(kind, Kind::Quote | Kind::List(_)) {
            self.nested += 1;
            if self.nested > DEEPEST {
                kind = Kind::Deep;
            }
        }
        if matches!(kind, Kind::Item) && !matches!(self.frames.last(), Some(Frame { kind: Kind::List(_), .. })) {
            kind = Kind::Through;
        }
        self.frames.push(Frame { blocks: Vec::new(), kind });
    }

    /// Ends what was opened last.
    pub(super) fn close(&mut self) {
        self.end_paragraph(true);
        (self.level, self.align) = (0, Align::Start);
        if self.frames.len() < 2 {
            return;
        }
        let Some(Frame { blocks, kind }) = self.frames.pop() else { return };
        match kind {
            Kind::Through => self.push_all(blocks),
            Kind::Deep => {
                self.nested -= 1;
                self.push_all(blocks);
            }
            Kind::Quote if blocks.is_empty() => self.nested -= 1,
            Kind::Quote => {
                self.nested -= 1;
                self.push(Block::Quote { blocks });
            }
            Kind::List(mut list) => {
                self.nested -= 1;
                list.items.retain(|item| !item.is_empty());
                if !list.items.is_empty() {
                    self.push(Block::List(list));
                }
            }
            Kind::Item => {
                if let Some(Frame { kind: Kind::List(list), .. }) = self.frames.last_mut() {
                    list.items.push(blocks);
                }
            }
            Kind::Cell(columns, rows, head) => match self.frames.last_mut() {
                Some(Frame { kind: Kind::Table(grid), .. }) => {
                    self.spent += LINE / 4;
                    grid.add(Cell { blocks, span: columns }, rows, head);
                }
                _ => self.push_all(blocks),
            },
            Kind::Table(grid) => {
                self.push_all(blocks);
                self.push_all(grid.finish());
            }
        }
    }

    fn push_all(&mut self, blocks: Vec<Block>) {
        blocks.into_iter().for_each(|block| self.push(block));
    }

    fn push(&mut self, block: Block) {
        match self.frames.last_mut() {
            // What stands in a list beside its items belongs to the one before it.
            Some(Frame { kind: Kind::List(list), .. }) => match list.items.last_mut() {
                Some(item) => item.push(block),
                None => list.items.push(vec![block]),
            },
            Some(frame) => frame.blocks.push(block),
            None => {}
        }
    }

    /// The table that is open is drawn with lines.
    pub(super) fn draw_lines(&mut self) {
        if let Some(grid) = self.frames.iter_mut().rev().find_map(|frame| match &mut frame.kind {
            Kind::Table(grid) => Some(grid),
            _ => None,
        }) {
            grid.ruled = true;
        }
    }

    /// A paragraph of plain words.
    pub(super) fn sentence(&mut self, words: &str, style: Style) {
        self.begin_paragraph(0, Align::Start, true);
        self.exact(words, sizes::at(style));
        self.end_paragraph(true);
    }

    /// How many frames are open, to come back to with [`Builder::close_to`].
    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// Closes what was opened since.
    pub(super) fn close_to(&mut self, depth: usize) {
        while self.frames.len() > depth.max(1) {
            self.close();
        }
    }

    /// The whole.
    pub(super) fn finish(mut self) -> Rich {
        self.close_to(1);
        self.end_paragraph(false);
        let blocks = self.frames.pop().map(|frame| frame.blocks).unwrap_or_default();
        let cut = (self.left_off > 0).then(|| {
            "It is too long to be printed: its first part is on the pages before. The original has all of it."
                .to_owned()
        });
        Rich { blocks, links: self.links, notes: Vec::new(), cut }
    }
}

/// Takes blanks and line ends off the end; a paragraph of nothing else becomes none.
fn trim_end(pieces: &mut Vec<Piece>) {
    while let Some(Piece::Text(run)) = pieces.last_mut() {
        let kept = run.text.trim_end().len();
        run.text.truncate(kept);
        if kept > 0 {
            return;
        }
        pieces.pop();
    }
}
