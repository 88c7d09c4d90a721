//! The order in which blocks of a page are read: columns one after the other.

use super::lines::Word;

/// A column has at least this many lines; fewer are a table's cells or a letter head.
const COLUMN_LINES: usize = 5;

/// A gutter between columns is at least this many ems wide.
const GUTTER: f64 = 1.2;

/// Columns within columns go no deeper than this.
const DEPTH: u32 = 12;

/// Splits the words of a page into blocks in reading order.
pub(super) fn blocks(words: Vec<Word>) -> Vec<Vec<Word>> {
    let mut out = Vec::new();
    split(words, DEPTH, &mut out);
    out
}

fn split(words: Vec<Word>, depth: u32, out: &mut Vec<Vec<Word>>) {
    if words.len() < 4 * COLUMN_LINES || depth == 0 {
        push(words, out);
        return;
    }
    let em = median(words.iter().map(|word| word.size).collect());
    if let Some(at) = gutter(&words, em) {
        let (left, right): (Vec<_>, Vec<_>) = words.into_iter().partition(|word| (word.u + word.end) / 2.0 < at);
        split(left, depth - 1, out);
        split(right, depth - 1, out);
    } else if let Some(at) = break_across(&words, em) {
        let (above, below): (Vec<_>, Vec<_>) = words.into_iter().partition(|word| word.v < at);
        split(above, depth - 1, out);
        split(below, depth - 1, out);
    } else {
        push(words, out);
    }
}

fn push(words: Vec<Word>, out: &mut Vec<Vec<Word>>) {
    if !words.is_empty() {
        out.push(words);
    }
}

/// The middle of a strip that runs down between two columns of real lines, if there is one.
fn gutter(words: &[Word], em: f64) -> Option<f64> {
    let (start, end) = widest_gap(words.iter().map(|word| (word.u, word.end)).collect())?;
    let at = (start + end) / 2.0;
    let (left, right): (Vec<_>, Vec<_>) = words.iter().partition(|word| word.u < at);
    let columns = [left, right].iter().all(|side| {
        let mut baselines: Vec<_> = side.iter().map(|word| word.v).collect();
        baselines.sort_by(f64::total_cmp);
        baselines.dedup_by(|b, a| (*b - *a).abs() < em / 2.0);
        // Columns of prose have several words to the line; columns of figures do not.
        baselines.len() >= COLUMN_LINES && side.len() >= baselines.len() * 3
    });
    (end - start > GUTTER * em && columns).then_some(at)
}

/// The middle of the widest strip that runs across, if it is wider than the space between lines.
fn break_across(words: &[Word], em: f64) -> Option<f64> {
    let (start, end) = widest_gap(words.iter().map(|word| (word.v - word.size, word.v)).collect())?;
    (end - start > em).then_some((start + end) / 2.0)
}

/// The widest stretch that none of the intervals covers.
fn widest_gap(mut intervals: Vec<(f64, f64)>) -> Option<(f64, f64)> {
    intervals.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut reach = intervals.first()?.1;
    let mut widest: Option<(f64, f64)> = None;
    for (start, end) in intervals {
        if start > reach && widest.is_none_or(|(a, b)| start - reach > b - a) {
            widest = Some((reach, start));
        }
        reach = reach.max(end);
    }
    widest
}

fn median(mut sizes: Vec<f64>) -> f64 {
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(1.0)
}
