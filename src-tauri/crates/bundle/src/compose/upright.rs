//! Pictures that were taken sideways or upside down and never turned by the person: the words read on them say which way is up (B06: no page
//! upside down, writing from left to right).

use crate::model::{FileSource, SeenWord, Wanted};
use crate::pdf::turn_of;

/// Words that must follow each other the same way before a picture is turned by them.
const ENOUGH: usize = 8;

/// Said of a document with such a picture.
pub(super) const TURNED: &str = "A picture is turned here so that its writing is upright; the original is as it was.";

/// Quarters clockwise by which a page of a file must be turned so that its writing is upright; 0 where nobody can tell.
pub(super) fn quarters(file: &FileSource, page: u32) -> u8 {
    // Words that cannot be fetched are told of when they are to be laid down.
    let words = file.words.as_ref().and_then(|words| words(Wanted::NotItsOwn).ok()).unwrap_or_default();
    let Some(page) = words.into_iter().find(|words| words.page == page) else { return 0 };
    // One line alone may be a stamp on the edge.
    let in_rows: Vec<SeenWord> =
        page.words.chunk_by(|a, b| a.line == b.line).filter(|line| line.len() > 1).flatten().cloned().collect();
    if in_rows.len() < ENOUGH {
        return 0;
    }
    u8::try_from((4 - turn_of(&in_rows, [0.0, 0.0, 1.0, 1.0])) % 4).unwrap_or(0)
}

/// A word's place after the page was turned clockwise by so many quarters.
pub(super) fn turned(word: SeenWord, quarters: u8) -> SeenWord {
    (0..quarters).fold(word, |word, _| SeenWord {
        left: 1.0 - word.top - word.height,
        top: word.left,
        width: word.height,
        height: word.width,
        ..word
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PageWords;
    use std::sync::Arc;

    /// Nine words in three lines, on a page that was turned clockwise by so many quarters.
    fn lying(quarters: u8) -> FileSource {
        let word = |n: u8| SeenWord {
            text: format!("word{n}"),
            line: u32::from(n / 3),
            left: 0.1 + 0.25 * f32::from(n % 3),
            top: 0.1 + 0.1 * f32::from(n / 3),
            width: 0.2,
            height: 0.03,
        };
        let words: Vec<SeenWord> = (0..9).map(|n| turned(word(n), quarters)).collect();
        let mut file = FileSource::in_memory("a.jpg".into(), "image/jpeg".into(), Arc::from(vec![0]));
        file.words = Some(Arc::new(move |_| Ok(vec![PageWords { page: 1, words: words.clone() }])));
        file
    }

    #[test]
    fn a_page_is_turned_back_by_what_is_written_on_it() {
        for (lies, back) in [(0, 0), (1, 3), (2, 2), (3, 1)] {
            assert_eq!(quarters(&lying(lies), 1), back, "turned by {lies}");
            assert_eq!(quarters(&lying(lies), 2), 0, "a page without words stays");
        }
    }
}
