//! The words that go behind the pages of a bundle, with their places.

use std::collections::{BTreeMap, BTreeSet};

use recourse_bundle::model::{PageWords, SeenWord, Wanted};
use recourse_domain::FileId;
use recourse_store::TextSource;

use super::lines::Word;
use crate::session::{Session, Unlocked};
use crate::{Result, documents};

/// The words of a file's pages: as the person put them right, else as the machine read them; where all are wanted, the file's own too. Words
/// whose place nobody knows are spread over the page, line by line, so that a search leads to the page.
///
/// # Errors
/// What the records said.
pub fn behind(session: &Session<Unlocked>, file: FileId, wanted: Wanted) -> Result<Vec<PageWords>> {
    let read = session.read(|records| Ok(records.machine_pages(file)?))?;
    let read: BTreeMap<u32, Vec<Word>> =
        read.into_iter().map(|page| (page.page, serde_json::from_str(&page.layout).unwrap_or_default())).collect();
    let mut best = documents::text(session, file)?;
    let own: BTreeSet<u32> =
        best.iter().filter(|(_, source)| *source == TextSource::Extracted).map(|(words, _)| words.page).collect();
    let mut pages = Vec::new();
    // Of each page the best come first.
    best.dedup_by_key(|(page, _)| page.page);
    for (words, source) in best {
        if wanted == Wanted::NotItsOwn && own.contains(&words.page) {
            continue;
        }
        let seen = read.get(&words.page).map(Vec::as_slice).unwrap_or_default();
        let words_there = if source == TextSource::Machine { as_read(seen) } else { spread(&words.text, seen) };
        if !words_there.is_empty() {
            pages.push(PageWords { page: words.page, words: words_there });
        }
    }
    Ok(pages)
}

/// The lines as the machine found them.
fn lines(seen: &[Word]) -> impl Iterator<Item = &[Word]> {
    seen.chunk_by(|a, b| a.line == b.line)
}

fn as_read(seen: &[Word]) -> Vec<SeenWord> {
    (0..)
        .zip(lines(seen))
        .flat_map(|(line, words)| {
            words.iter().map(move |word| {
                let [left, top, width, height] = [word.area.x, word.area.y, word.area.w, word.area.h].map(|n| n as f32);
                SeenWord { text: word.text.clone(), line, left, top, width, height }
            })
        })
        .collect()
}

/// Words in lines of equal height over the page; where the machine saw as many lines, each on its own.
fn spread(text: &str, seen: &[Word]) -> Vec<SeenWord> {
    const MARGIN: f32 = 0.08;
    let said: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let found: Vec<Row> = lines(seen).map(around).collect();
    let each = (1.0 - 2.0 * MARGIN) / said.len().max(1) as f32;
    let mut words = Vec::new();
    for (number, line) in said.iter().enumerate() {
        let place = match found.get(number) {
            Some(place) if found.len() == said.len() => *place,
            _ => Row {
                place: [MARGIN, MARGIN + each * number as f32, 1.0 - 2.0 * MARGIN, (each * 0.8).min(0.02)],
                backwards: false,
            },
        };
        along(line, number as u32, place, &mut words);
    }
    words
}

/// Where a line stands, and whether it runs against the way of the page, because the page was read upside down or sideways.
#[derive(Clone, Copy)]
struct Row {
    place: [f32; 4],
    backwards: bool,
}

/// The smallest box around the words of a line.
fn around(line: &[Word]) -> Row {
    let low = |pick: fn(&Word) -> f64| line.iter().map(pick).fold(1.0, f64::min);
    let high = |pick: fn(&Word) -> f64| line.iter().map(pick).fold(0.0, f64::max);
    let (left, top) = (low(|word| word.area.x), low(|word| word.area.y));
    let (right, bottom) = (high(|word| word.area.x + word.area.w), high(|word| word.area.y + word.area.h));
    let place = [left, top, (right - left).max(0.0), (bottom - top).max(0.0)].map(|n| n as f32);
    let backwards = match line {
        [first, .., last] if place[3] > place[2] => last.area.y < first.area.y,
        [first, .., last] => last.area.x < first.area.x,
        _ => false,
    };
    Row { place, backwards }
}

/// The words of a line in its box, along the longer side, each as long as its letters.
fn along(text: &str, line: u32, row: Row, words: &mut Vec<SeenWord>) {
    let [left, top, width, height] = row.place;
    let upright = height > width;
    let letters =
        text.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>().saturating_sub(1).max(1) as f32;
    let mut at = 0.0;
    for word in text.split_whitespace() {
        let long = word.chars().count() as f32;
        let (from, part) = (at / letters, long / letters);
        let from = if row.backwards { 1.0 - from - part } else { from };
        let place = if upright {
            [left, top + from * height, width, part * height]
        } else {
            [left + from * width, top, part * width, height]
        };
        words.push(SeenWord {
            text: word.to_owned(),
            line,
            left: place[0],
            top: place[1],
            width: place[2],
            height: place[3],
        });
        at += long + 1.0;
    }
}

#[cfg(test)]
mod tests {
    use recourse_intake::scan::Area;

    use super::*;

    fn word(text: &str, line: u32, x: f64, w: f64) -> Word {
        Word {
            text: text.into(),
            line: [1, 1, line],
            confidence: 90.0,
            area: Area { x, y: 0.1 * f64::from(line), w, h: 0.02 },
        }
    }

    fn places(words: &[SeenWord]) -> Vec<(&str, u32, f32, f32)> {
        let short = |n: f32| (n * 1000.0).round() / 1000.0;
        words.iter().map(|word| (word.text.as_str(), word.line, short(word.left), short(word.top))).collect()
    }

    #[test]
    fn words_put_right_stand_on_the_lines_that_the_machine_saw() {
        let seen = [word("Dcar", 1, 0.1, 0.1), word("Rvth", 1, 0.3, 0.1), word("thanks", 2, 0.1, 0.2)];
        assert_eq!(
            places(&spread("Dear Ruth\n\nthank you", &seen)),
            [("Dear", 0, 0.1, 0.1), ("Ruth", 0, 0.267, 0.1), ("thank", 1, 0.1, 0.2), ("you", 1, 0.233, 0.2),]
        );
    }

    #[test]
    fn words_without_a_place_are_spread_over_the_page() {
        let words = spread("one two\nthree", &[word("unlike", 1, 0.1, 0.2)]);
        assert_eq!(places(&words).iter().map(|word| word.3).collect::<Vec<_>>(), [0.08, 0.08, 0.5]);
        assert!(words.iter().all(|word| word.left + word.width <= 0.93));
    }
}
