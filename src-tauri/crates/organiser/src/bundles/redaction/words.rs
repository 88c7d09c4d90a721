//! Which words of a document can still be read when areas of it are painted over.

use std::collections::BTreeSet;

use recourse_domain::records::Area;

use super::super::sections::squeezed;
use super::super::selection::Picked;
use super::pages::Pages;
use crate::session::{Session, Unlocked};
use crate::{Result, documents};

/// The shortest word that is looked for elsewhere: shorter ones are in everything.
const SHORTEST: usize = 4;

/// The words of a document, those outside its areas, and some of those under them.
#[derive(Debug, Default)]
pub(super) struct Words {
    whole: String,
    outside: String,
    /// Names and numbers under the areas, in lower case: words that begin with a capital or hold a digit.
    pub under: BTreeSet<String>,
}

impl Words {
    /// Finds them.
    pub fn of(session: &Session<Unlocked>, picked: &Picked, pages: &Pages, areas: &[Area]) -> Result<Self> {
        let outside = pages.words_outside(session, areas)?.join("\n");
        let mut whole = pages.words_outside(session, &[])?.join("\n");
        for file in &picked.files {
            for (page, _) in documents::text(session, file.id)? {
                whole.push('\n');
                whole.push_str(&page.text);
            }
        }
        let seen: BTreeSet<String> = split(&outside).map(str::to_lowercase).collect();
        let telling = |word: &&str| {
            word.chars().count() >= SHORTEST
                && (word.starts_with(char::is_uppercase) || word.contains(|c: char| c.is_ascii_digit()))
        };
        let under = split(&whole).filter(telling).map(str::to_lowercase).filter(|word| !seen.contains(word)).collect();
        Ok(Self { whole: squeezed(&whole), outside: squeezed(&outside), under })
    }

    /// The same without names and numbers that are under the areas.
    pub fn strike(&self, text: &str, mark: &str) -> String {
        let (mut out, mut word) = (String::new(), String::new());
        for c in text.chars().chain(['\0']) {
            if c.is_alphanumeric() {
                word.push(c);
                continue;
            }
            out.push_str(if self.under.contains(&word.to_lowercase()) { mark } else { &word });
            word.clear();
            out.push(c);
        }
        out.pop();
        out
    }

    /// Whether these words can be read outside the areas.
    pub fn show(&self, words: &str) -> bool {
        self.outside.contains(&squeezed(words))
    }

    /// Whether these words are in the document, and only under the areas.
    pub fn hide(&self, words: &str) -> bool {
        let words = squeezed(words);
        !self.outside.contains(&words) && self.whole.contains(&words)
    }
}

/// Runs of letters and figures.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_can_be_read_elsewhere_on_the_page_are_not_hidden() {
        let words = Words {
            whole: squeezed("We write about Ann Alder. Your data was copied."),
            outside: squeezed("We write about . Your data was copied."),
            under: BTreeSet::new(),
        };
        assert!(words.show("Your data was “copied”") && !words.hide("your data was copied"));
        assert!(words.hide("Ann Alder") && !words.show("Ann Alder"));
        assert!(!words.hide("Somebody else"), "what is not in the document is not hidden by it");
        assert!(!words.show("about Ann Alder. Your"));
    }

    #[test]
    fn names_under_an_area_are_struck_from_a_title_and_nothing_else_is() {
        let words = Words { under: BTreeSet::from(["alder".to_owned()]), ..Words::default() };
        assert_eq!(words.strike("About Alder, Alderman and ALDER", "[…]"), "About […], Alderman and […]");
        assert_eq!(words.strike("", "[…]"), "");
    }
}
