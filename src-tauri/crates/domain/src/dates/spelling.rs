//! Words of dates that are misspelt: offered as they should be, never taken for them.

use super::lexer::Token;
use super::words::{MONTHS, WEEKDAYS};

/// Other words of dates that people misspell.
const OTHERS: [&str; 8] =
    ["yesterday", "between", "before", "since", "around", "approximately", "fortnight", "beginning"];

/// The same tokens with the misspelt words put right; none where no word is near enough to exactly one that is known.
pub fn corrected(tokens: &[Token]) -> Option<Vec<Token>> {
    let known = || MONTHS.iter().chain(&WEEKDAYS).chain(&OTHERS);
    let mut changed = false;
    let corrected = tokens
        .iter()
        .map(|token| match token {
            Token::Word(word) if word.len() > 3 && word.len() <= 20 && !known().any(|name| name == word) => {
                let allowed = if word.chars().count() > 5 { 2 } else { 1 };
                let distance = |name: &&&str| steps(word, name);
                let nearest = known().map(|name| (steps(word, name), *name)).min_by_key(|(far, _)| *far);
                match nearest {
                    Some((far, name)) if far <= allowed && known().filter(|n| distance(n) == far).count() == 1 => {
                        changed = true;
                        Token::Word(name.to_owned())
                    }
                    _ => token.clone(),
                }
            }
            other => other.clone(),
        })
        .collect();
    changed.then_some(corrected)
}

/// How many letters must be put in, left out, changed or swapped with the next to make one word the other (optimal string alignment).
fn steps(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for i in 1..=one.len() {
        let mut next = vec![i];
        for j in 1..=other.len() {
            let changed = row[j - 1] + usize::from(one[i - 1] != other[j - 1]);
            let mut least = changed.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_is_one_step() {
        assert_eq!(steps("ocotber", "october"), 1);
        assert_eq!(steps("febuary", "february"), 1);
        assert_eq!(steps("wensday", "wednesday"), 2);
        assert_eq!(steps("may", "may"), 0);
        assert_eq!(steps("", "may"), 3);
    }

    #[test]
    fn short_and_far_words_are_left_alone() {
        for word in ["mat", "party", "email", "dear"] {
            let tokens = [Token::Word(word.to_owned())];
            let found = corrected(&tokens);
            assert!(found.is_none(), "{word}: {found:?}");
        }
    }
}
