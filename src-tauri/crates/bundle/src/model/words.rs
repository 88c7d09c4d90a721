//! Words that go behind pages which are only pictures, so that they can be searched and copied (B05: pages with typed text are OCR'd).

use std::io;
use std::sync::Arc;

/// A word and where it stands. All measures are parts of the page as it is shown, from its upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct SeenWord {
    /// The word.
    pub text: String,
    /// Words of one line have one number and follow each other.
    pub line: u32,
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// The words of one page of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct PageWords {
    /// Page of the file, from 1.
    pub page: u32,
    /// The words in reading order.
    pub words: Vec<SeenWord>,
}

/// Which words are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Those that the file's own pages do not show as text: read by machine, or typed by a person.
    NotItsOwn,
    /// The file's own as well, because its pages are shown as pictures.
    All,
}

/// Fetches the words of a file when they are needed. It may be called more than once and must answer the same each time.
pub type WordsReader = Arc<dyn Fn(Wanted) -> io::Result<Vec<PageWords>> + Send + Sync>;
