//! Two texts, paragraph beside paragraph, with the words that only one of them has.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A paragraph on each side. All left sides joined are the left text to the letter, and so on the right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The left side.
    pub left: Vec<Part>,
    /// The right side.
    pub right: Vec<Part>,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The words, with the space around them.
    pub text: String,
    /// Whether the other side lacks them.
    pub differs: bool,
}

/// What two texts have and have not in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) rows: Vec<Row>,
    pub(super) added: usize,
    pub(super) removed: usize,
    pub(super) same: bool,
}

/// The most words on both sides that are compared word by word between two paragraphs that agree; the effort grows with
/// their product where little is alike.
const MOST: usize = 20_000;

/// A word or a sign, with the space after it; the first of a text has the space before it too.
#[derive(Debug)]
struct Token<'t> {
    text: &'t str,
    /// What is compared: the word itself. Sorts of quotation marks and dashes count as one, for copies change them.
    key: String,
    /// It stands at the end of a paragraph.
    ends: bool,
}

impl Token<'_> {
    fn counts(&self) -> bool {
        self.key.chars().any(char::is_alphanumeric)
    }
}

/// Compares two texts word by word. How they are broken into lines makes no difference.
pub(super) fn compare(left: &str, right: &str) -> Found {
    let (left, right) = (tokens(left), tokens(right));
    let words = |side: &[Token<'_>]| -> Vec<String> {
        side.iter().map(|token| token.key.clone()).filter(|key| !key.is_empty()).collect()
    };
    let mut found = Found { same: words(&left) == words(&right), ..Found::default() };
    let (left_paragraphs, right_paragraphs) = (paragraphs(&left), paragraphs(&right));
    let keys = |all: &[&[Token<'_>]]| -> Vec<String> {
        all.iter().map(|one| one.iter().map(|token| token.key.as_str()).collect::<Vec<_>>().join(" ")).collect()
    };
    for step in stretches(&keys(&left_paragraphs), &keys(&right_paragraphs)) {
        let (old, new) = (&left_paragraphs[step.old], &right_paragraphs[step.new]);
        if !step.same {
            between(&words_of(old), &words_of(new), &mut found);
            continue;
        }
        for (one, two) in old.iter().zip(new) {
            let mut row = Row::default();
            one.iter().for_each(|token| push(&mut row.left, token, false));
            two.iter().for_each(|token| push(&mut row.right, token, false));
            found.rows.push(row);
        }
    }
    found
}

/// Paragraphs of two texts that do not agree, word by word.
fn between(left: &[&Token<'_>], right: &[&Token<'_>], found: &mut Found) {
    let mut row = Row::default();
    for step in steps(left, right) {
        let (one, two) = (&left[step.old.clone()], &right[step.new.clone()]);
        if step.same {
            for (one, two) in one.iter().zip(two) {
                push(&mut row.left, one, false);
                push(&mut row.right, two, false);
                if one.ends || two.ends {
                    found.rows.push(std::mem::take(&mut row));
                }
            }
            continue;
        }
        found.removed += one.iter().filter(|token| token.counts()).count();
        found.added += two.iter().filter(|token| token.counts()).count();
        let (mut one, mut two) = (one.iter(), two.iter());
        // Paragraph beside paragraph, as far as both sides have one.
        loop {
            let ended_left = fill(&mut row.left, &mut one);
            let ended_right = fill(&mut row.right, &mut two);
            if !ended_left && !ended_right {
                break;
            }
            found.rows.push(std::mem::take(&mut row));
        }
    }
    if row != Row::default() {
        found.rows.push(row);
    }
}

/// Puts words on one side up to the end of a paragraph; false where they end before.
fn fill<'t>(side: &mut Vec<Part>, tokens: &mut impl Iterator<Item = &'t &'t Token<'t>>) -> bool {
    for token in tokens {
        push(side, token, true);
        if token.ends {
            return true;
        }
    }
    false
}

fn push(side: &mut Vec<Part>, token: &Token<'_>, differs: bool) {
    let differs = differs && !token.key.is_empty();
    match side.last_mut() {
        Some(last) if last.differs == differs => last.text.push_str(token.text),
        _ => side.push(Part { text: token.text.to_owned(), differs }),
    }
}

/// A stretch of both sides that is the same or is not.
#[derive(Debug, Clone)]
struct Stretch {
    same: bool,
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
}

fn steps(left: &[&Token<'_>], right: &[&Token<'_>]) -> Vec<Stretch> {
    if left.len() + right.len() > MOST {
        return vec![Stretch { same: false, old: 0..left.len(), new: 0..right.len() }];
    }
    let keys = [left, right].map(|side| side.iter().map(|token| token.key.as_str()).collect::<Vec<_>>());
    let all = stretches(&keys[0], &keys[1]);
    // A lone "the" between two changed runs says nothing; it is easier to read as part of the change.
    let changed = |step: Option<&Stretch>| step.is_some_and(|step| step.old.len() > 1 || step.new.len() > 1);
    let lone: Vec<bool> = (0..all.len())
        .map(|at| {
            let (before, after) = (at.checked_sub(1).and_then(|at| all.get(at)), all.get(at + 1));
            let ends = all[at].old.clone().any(|token| left[token].ends);
            all[at].same && all[at].old.len() <= 1 && !ends && changed(before) && changed(after)
        })
        .collect();
    let mut joined = Vec::new();
    for (step, lone) in all.into_iter().zip(lone) {
        join(&mut joined, Stretch { same: step.same && !lone, ..step });
    }
    joined
}

/// What two rows of things have in common, in order, each from where the one before it ended: of what the crate says, only
/// the lengths can be relied on, for it shifts changes to where they read better.
fn stretches<T: Eq + std::hash::Hash + Ord>(left: &[T], right: &[T]) -> Vec<Stretch> {
    let (mut all, mut old, mut new) = (Vec::new(), 0, 0);
    for op in capture_diff_slices(Algorithm::Myers, left, right) {
        let same = matches!(op, DiffOp::Equal { .. });
        let step = Stretch { same, old: old..old + op.old_range().len(), new: new..new + op.new_range().len() };
        (old, new) = (step.old.end, step.new.end);
        join(&mut all, step);
    }
    all
}

fn join(all: &mut Vec<Stretch>, step: Stretch) {
    match all.last_mut() {
        Some(last) if last.same == step.same => {
            last.old.end = step.old.end;
            last.new.end = step.new.end;
        }
        _ => all.push(step),
    }
}

/// The words of several paragraphs in a row.
fn words_of<'t>(paragraphs: &[&'t [Token<'t>]]) -> Vec<&'t Token<'t>> {
    paragraphs.iter().flat_map(|one| one.iter()).collect()
}

fn paragraphs<'t>(tokens: &'t [Token<'t>]) -> Vec<&'t [Token<'t>]> {
    tokens.split_inclusive(|token| token.ends).collect()
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let sign = |at: usize| signs.get(at).map(|(_, sign)| *sign);
    let place = |at: usize| signs.get(at).map_or(text.len(), |(place, _)| *place);
    let is = |at: usize, what: fn(char) -> bool| sign(at).is_some_and(what);
    let mut all: Vec<Token<'_>> = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(first) = sign(at) {
        let begins = at;
        at += 1;
        if first.is_whitespace() {
            continue;
        }
        while first.is_alphanumeric()
            && (is(at, char::is_alphanumeric) || (is(at, is_joint) && is(at + 1, char::is_alphanumeric)))
        {
            at += 1;
        }
        let key = text[place(begins)..place(at)].chars().map(plain).collect();
        let mut breaks = 0;
        while is(at, char::is_whitespace) {
            breaks += usize::from(sign(at) == Some('\n'));
            at += 1;
        }
        all.push(Token { text: &text[start..place(at)], key, ends: breaks > 1 });
        start = place(at);
    }
    if start < text.len() {
        all.push(Token { text: &text[start..], key: String::new(), ends: false });
    }
    all
}

/// An apostrophe or hyphen belongs to the word it stands in.
fn is_joint(c: char) -> bool {
    matches!(plain(c), '\'' | '-')
}

fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn joined(found: &Found, side: impl Fn(&Row) -> &Vec<Part>) -> String {
        found.rows.iter().flat_map(|row| side(row).clone()).map(|part| part.text).collect()
    }

    fn marked(found: &Found, side: impl Fn(&Row) -> &Vec<Part>) -> Vec<String> {
        let parts = found.rows.iter().flat_map(|row| side(row).clone());
        parts.filter(|part| part.differs).map(|part| part.text.trim().to_owned()).collect()
    }

    /// Texts as people write them: few words that come again, signs, blank lines.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "the|data|was|taken|Society’s|well-known|e-mail|2021|É",
            Just(" ".to_owned()),
            Just("\n".to_owned()),
            Just("\n\n".to_owned()),
            Just("\r\n\r\n".to_owned()),
            "[.,“”\\-–]",
            "\\PC",
        ];
        proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn the_parts_give_back_both_texts_to_the_letter(left in text(), right in text()) {
            let found = compare(&left, &right);
            prop_assert_eq!(joined(&found, |row| &row.left), left);
            prop_assert_eq!(joined(&found, |row| &row.right), right);
        }

        #[test]
        fn what_is_not_marked_is_the_same_on_both_sides(left in text(), right in text()) {
            let found = compare(&left, &right);
            let common = |side: fn(&Row) -> &Vec<Part>| -> Vec<String> {
                let parts = found.rows.iter().flat_map(|row| side(row).clone()).filter(|part| !part.differs);
                parts.flat_map(|part| tokens(&part.text).into_iter().map(|t| t.key).collect::<Vec<_>>()).collect()
            };
            // A word torn from its neighbours may read as two; the letters are the same all the same.
            prop_assert_eq!(common(|row| &row.left).concat(), common(|row| &row.right).concat());
            let marks = found.rows.iter().any(|row| row.left.iter().chain(&row.right).any(|part| part.differs));
            prop_assert_eq!(found.same, !marks);
        }

        #[test]
        fn line_breaks_make_no_difference(words in proptest::collection::vec("[a-z]{1,6}", 1..40)) {
            let found = compare(&words.join(" "), &words.join("\n"));
            prop_assert!(found.same);
            prop_assert_eq!((found.added, found.removed), (0, 0));
        }
    }

    #[test]
    fn words_added_and_removed_are_marked_and_counted() {
        let left = "We are sorry.\n\nNo bank details were taken.\n\nGoodbye.";
        let right = "We are sorry.\n\nFor some customers, bank details were taken.\n\nAsk us.\n\nGoodbye.";
        let found = compare(left, right);
        assert_eq!(marked(&found, |row| &row.left), ["No"]);
        assert_eq!(marked(&found, |row| &row.right), ["For some customers,", "Ask us."]);
        assert_eq!((found.removed, found.added, found.same), (1, 5, false));
        assert_eq!(found.rows.len(), 4);
        assert_eq!(found.rows[2].left, []);
    }

    #[test]
    fn a_paragraph_that_was_taken_out_stands_alone() {
        let found = compare("One.\n\nTwo is here.\n\nThree.", "One.\n\nThree.");
        assert_eq!(found.rows.len(), 3);
        assert_eq!(found.rows[1].right, []);
        assert_eq!((found.removed, found.added), (3, 0));
    }

    #[test]
    fn copies_that_differ_in_quotation_marks_and_lines_are_the_same() {
        let found = compare("the “Society’s”\n\ndata", "the \"Society's\" data\n");
        assert!(found.same, "{found:?}");
        assert!(compare("", "").same);
        assert!(!compare("a", "").same);
        assert!(compare("was ‘taken’", "was 'taken'").same);
        assert!(compare(" ", "").same);
    }

    #[test]
    fn long_texts_that_share_nothing_are_shown_as_they_are() {
        let left = "left ".repeat(MOST);
        let right = "right ".repeat(10);
        let found = compare(&left, &right);
        assert_eq!((found.removed, found.added), (MOST, 10));
        assert_eq!(joined(&found, |row| &row.left), left);
    }
}
