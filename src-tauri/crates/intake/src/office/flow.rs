//! Words as they flow out of a document: paragraphs as lines, the cells of a table by tabs.

use crate::limits;

/// Most tabs in a row that empty cells leave.
const MOST_GAP: usize = 64;

/// Collects words. Empty cells at the end of a row and empty rows leave nothing behind.
#[derive(Default)]
pub(super) struct Flow {
    words: String,
    /// Tables that are open around this place, one in another.
    cells: usize,
    /// Tabs owed before the next word.
    gap: usize,
}

impl Flow {
    /// Adds words where they stand.
    pub(super) fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.words.extend(std::iter::repeat_n('\t', std::mem::take(&mut self.gap)));
        self.words.push_str(words);
    }

    /// Ends a paragraph: a line, or inside a cell a space.
    pub(super) fn end_paragraph(&mut self) {
        if self.cells == 0 {
            self.gap = 0;
            self.words.push('\n');
        } else if !self.words.ends_with([' ', '\t', '\n']) {
            self.words.push(' ');
        }
    }

    /// A cell begins.
    pub(super) fn open_cell(&mut self) {
        self.cells += 1;
    }

    /// A cell ends, and with it `columns` columns.
    pub(super) fn close_cell(&mut self, columns: usize) {
        self.cells = self.cells.saturating_sub(1);
        while self.words.ends_with(' ') {
            self.words.pop();
        }
        self.gap = (self.gap + columns).min(MOST_GAP);
    }

    /// A row ends.
    pub(super) fn end_row(&mut self) {
        self.gap = 0;
        if self.cells == 0 {
            self.end_line();
        } else {
            self.words.push(' ');
        }
    }

    /// A line ends here if it has not already.
    pub(super) fn end_line(&mut self) {
        self.gap = 0;
        if !self.words.is_empty() && !self.words.ends_with('\n') {
            self.words.push('\n');
        }
    }

    /// A line by itself, such as the name of a sheet.
    pub(super) fn heading(&mut self, words: &str) {
        self.end_line();
        if !self.words.is_empty() {
            self.words.push('\n');
        }
        self.words.push_str(words.trim());
        self.words.push('\n');
    }

    /// Whether more words would only be cut off.
    pub(super) fn is_full(&self) -> bool {
        self.words.len() > limits::TEXT_BYTES
    }

    /// How much there is so far, and what was added since then.
    pub(super) fn since(&self, start: usize) -> &str {
        self.words.get(start..).unwrap_or_default()
    }

    /// Length in bytes.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// All of it.
    pub(super) fn finish(self) -> String {
        self.words
    }
}
