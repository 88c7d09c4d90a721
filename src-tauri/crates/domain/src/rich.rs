//! What a document says together with its formatting: paragraphs, lists, tables and pictures, and nothing that runs or is fetched.
//!
//! The worker makes it from strangers' files; the bundle sets pages from it. Colours, positions and typefaces are not kept.

use serde::{Deserialize, Serialize};

/// A document with its formatting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rich {
    /// The document from its beginning to its end.
    pub blocks: Vec<Block>,
    /// Where its links lead, as they were written; [`Piece::Mark`] counts them from 1.
    #[serde(default)]
    pub links: Vec<String>,
    /// Sentences on what the pages do not show of it.
    #[serde(default)]
    pub notes: Vec<String>,
    /// A sentence that says where it was cut, if it was too long to be kept whole.
    #[serde(default)]
    pub cut: Option<String>,
}

/// One thing that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph or a heading.
    Paragraph(Paragraph),
    /// A list.
    List(List),
    /// Something quoted, as an earlier mail is in its answer.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// Letters of equal width in lines that stay as they are.
    Preformatted {
        /// The lines.
        text: String,
    },
    /// A line across the page.
    Rule,
    /// A table.
    Table(Table),
}

/// A paragraph or a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// What stands in it.
    pub pieces: Vec<Piece>,
    /// 1 to 6 for a heading, 0 for a paragraph.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: u8,
    /// Which side its lines keep to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub align: Align,
    /// Whether it follows the block before it without a gap, as the lines of a postal address do.
    #[serde(default, skip_serializing_if = "is_default")]
    pub close: bool,
}

/// The side that lines keep to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// The side where reading begins.
    #[default]
    Start,
    /// The middle.
    Center,
    /// The side where reading ends.
    End,
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Piece {
    /// Words of one look; a line end in them is a line end on the page.
    Text(Run),
    /// A picture that came with the document.
    Picture(Shown),
    /// Where a picture would be that is not here, or cannot be shown.
    Missing {
        /// The words the document has in its place; may be empty.
        alt: String,
        /// Why it is not shown, in a few words.
        why: String,
    },
    /// A reference to [`Rich::links`], from 1, behind the words of a link.
    Mark {
        /// Number of the link.
        number: usize,
    },
}

/// Words of one look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they look.
    #[serde(flatten)]
    pub look: Look,
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Bold.
    #[serde(skip_serializing_if = "is_default")]
    pub bold: bool,
    /// Italic.
    #[serde(skip_serializing_if = "is_default")]
    pub italic: bool,
    /// Underlined.
    #[serde(skip_serializing_if = "is_default")]
    pub underline: bool,
    /// Struck through.
    #[serde(skip_serializing_if = "is_default")]
    pub strike: bool,
    /// In letters of equal width.
    #[serde(skip_serializing_if = "is_default")]
    pub mono: bool,
    /// Part of a link.
    #[serde(skip_serializing_if = "is_default")]
    pub link: bool,
    /// Above (1) or below (-1) the line.
    #[serde(skip_serializing_if = "is_default")]
    pub shift: i8,
    /// Size in hundredths of that of most words of the document.
    #[serde(skip_serializing_if = "is_whole")]
    pub size: u16,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            bold: false,
            italic: false,
            underline: false,
            strike: false,
            mono: false,
            link: false,
            shift: 0,
            size: 100,
        }
    }
}

/// A picture that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Its place in the list of pictures that goes with the document, from 0.
    pub picture: usize,
    /// Width on the page in points.
    pub width: u16,
    /// Height on the page in points.
    pub height: u16,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Whether its items are numbered.
    pub ordered: bool,
    /// The number of its first item.
    pub start: u32,
    /// Its items.
    pub items: Vec<Vec<Block>>,
}

/// A table. Every row fills all columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// How many columns there are.
    pub columns: usize,
    /// How many rows at the beginning are its head, to be repeated on each page.
    pub head: usize,
    /// Whether lines are drawn between its rows.
    pub ruled: bool,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// How many columns it takes; a cell over several rows stands in the first of them.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub span: usize,
}

impl Default for Cell {
    fn default() -> Self {
        Self { blocks: Vec::new(), span: 1 }
    }
}

impl Cell {
    /// A cell of one column with plain words.
    #[must_use]
    pub fn of(words: &str) -> Self {
        let blocks = if words.is_empty() { Vec::new() } else { vec![Block::words(words)] };
        Self { blocks, span: 1 }
    }
}

impl Block {
    /// A paragraph of plain words.
    #[must_use]
    pub fn words(words: &str) -> Self {
        let run = Run { text: words.to_owned(), look: Look::default() };
        Self::Paragraph(Paragraph { pieces: vec![Piece::Text(run)], ..Paragraph::default() })
    }
}

impl Rich {
    /// Every word of it in order, a line for each paragraph; what is said in the place of a picture among them.
    #[must_use]
    pub fn words(&self) -> String {
        let mut out = String::new();
        add_words(&self.blocks, &mut out);
        out
    }
}

fn add_words(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                for piece in &paragraph.pieces {
                    match piece {
                        Piece::Text(run) => out.push_str(&run.text),
                        Piece::Missing { alt, .. } => out.push_str(alt),
                        Piece::Picture(_) | Piece::Mark { .. } => {}
                    }
                }
                out.push('\n');
            }
            Block::List(list) => list.items.iter().for_each(|item| add_words(item, out)),
            Block::Quote { blocks } => add_words(blocks, out),
            Block::Preformatted { text } => {
                out.push_str(text);
                out.push('\n');
            }
            Block::Rule => {}
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| add_words(&cell.blocks, out)),
        }
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn is_whole(size: &u16) -> bool {
    *size == 100
}

fn one() -> usize {
    1
}

fn is_one(span: &usize) -> bool {
    *span == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_is_written_in_few_letters_and_read_back() {
        let cell = Cell::of("Reed");
        let written = serde_json::to_string(&cell).unwrap();
        assert_eq!(written, r#"{"blocks":[{"is":"paragraph","pieces":[{"is":"text","text":"Reed"}]}]}"#);
        assert_eq!(serde_json::from_str::<Cell>(&written).unwrap(), cell);
    }
}
