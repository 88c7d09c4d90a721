//! Letters into words, words into lines.

use std::collections::BTreeSet;

use super::glyphs::{Placed, Way};
use super::order;

/// A gap of this part of the em ends a word.
const WORD_GAP: f64 = 0.12;

/// A letter may stand this part of the em before the end of the one in front of it (kerning) and belong to its word.
const OVERLAP: f64 = 0.5;

/// Baselines that differ by less than this part of the em are one line.
const SAME_LINE: f64 = 0.4;

/// Letters of one word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub text: String,
    pub way: Way,
    pub u: f64,
    pub end: f64,
    pub v: f64,
    pub size: f64,
    /// Whether the document itself puts a space in front of it.
    pub spaced: bool,
}

/// The text of one page: upright lines first, turned ones after them.
pub(super) fn text(placed: Vec<Placed>) -> String {
    let words = words(placed);
    let mut out = String::new();
    let ways: BTreeSet<Way> = words.iter().map(|word| word.way).collect();
    for way in ways {
        let these: Vec<_> = words.iter().filter(|word| word.way == way).cloned().collect();
        for block in order::blocks(these) {
            for line in lines(block) {
                out.push_str(&line);
                out.push('\n');
            }
        }
    }
    out.trim_end().to_owned()
}

fn words(placed: Vec<Placed>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    let mut spaced = false;
    for letter in placed {
        if letter.text.is_empty() {
            continue;
        }
        if letter.is_space() {
            (open, spaced) = (false, true);
            continue;
        }
        let em = letter.size;
        match words.last_mut().filter(|word| {
            open && word.way == letter.way
                && (word.v - letter.v).abs() < SAME_LINE * em.max(word.size)
                && (-OVERLAP * em..WORD_GAP * em).contains(&(letter.u - word.end))
        }) {
            Some(word) => {
                word.text.push_str(&letter.text);
                word.end = word.end.max(letter.end);
                word.size = word.size.max(em);
            }
            None => {
                let Placed { text, way, u, end, v, size } = letter;
                words.push(Word { text, way, u, end, v, size, spaced });
            }
        }
        (open, spaced) = (true, false);
    }
    words
}

/// The lines of a block, from the top, each from its start.
fn lines(mut words: Vec<Word>) -> Vec<String> {
    words.sort_by(|a, b| a.v.total_cmp(&b.v));
    let mut lines: Vec<Vec<Word>> = Vec::new();
    for word in words {
        match lines.last_mut().filter(|line| {
            let first = &line[0];
            (word.v - first.v).abs() < SAME_LINE * first.size.min(word.size)
        }) {
            Some(line) => line.push(word),
            None => lines.push(vec![word]),
        }
    }
    lines.into_iter().map(joined).collect()
}

fn joined(mut line: Vec<Word>) -> String {
    line.sort_by(|a, b| a.u.total_cmp(&b.u));
    // Bold is sometimes made by printing twice, a hair apart.
    line.dedup_by(|b, a| a.text == b.text && (a.u - b.u).abs() < 0.2 * a.size);
    let mut out = String::new();
    let mut end = f64::NEG_INFINITY;
    for word in line {
        let apart = word.u - end > WORD_GAP * word.size || word.u < end - OVERLAP * word.size;
        if !out.is_empty() && (apart || word.spaced) {
            out.push(' ');
        }
        out.push_str(&word.text);
        end = word.end;
    }
    out
}
