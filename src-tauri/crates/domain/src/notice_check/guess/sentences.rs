//! The sentences of a text, each a stretch of it, with a folded copy to look for phrases in.

/// A sentence, with its words in lower case and straight marks for looking.
#[derive(Debug, Clone)]
pub(super) struct Sentence<'a> {
    text: &'a str,
    folded: String,
}

/// What stands before a full stop without ending a sentence.
const SHORTENED: [&str; 9] = ["mr", "mrs", "ms", "dr", "e.g", "i.e", "etc", "no", "ltd"];

impl<'a> Sentence<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, folded: fold(text) }
    }

    /// The words as they stand in the text, without the full stop.
    pub(super) fn quote(&self) -> &'a str {
        self.text.trim_end_matches('.').trim_end()
    }

    /// The words as they stand in the text.
    pub(super) const fn text(&self) -> &'a str {
        self.text
    }

    /// Whether one of these phrases is in it.
    pub(super) fn has_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.has(phrase))
    }

    /// Whether a phrase is in it, in whole words; an asterisk at the end stands for any ending.
    pub(super) fn has(&self, phrase: &str) -> bool {
        let (wanted, open) = phrase.strip_suffix('*').map_or((phrase, false), |start| (start, true));
        self.folded.match_indices(wanted).any(|(at, _)| {
            let before = self.folded[..at].chars().next_back();
            let after = self.folded[at + wanted.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && (open || !after.is_some_and(char::is_alphanumeric))
        })
    }
}

/// Lower case, straight marks, one space between words.
fn fold(text: &str) -> String {
    let plain: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2010}'..='\u{2015}' => '-',
            other => other,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sentences of a text. An empty line ends one; a line end alone does not, for mails break lines anywhere.
pub(super) fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let ends = match letter {
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace) && !is_shortened(&text[start..at]),
            '\n' => text[at + 1..].chars().find(|letter| *letter == '\n' || !letter.is_whitespace()) == Some('\n'),
            _ => false,
        };
        if ends {
            push(&mut found, &text[start..at + letter.len_utf8()]);
            start = at + letter.len_utf8();
        }
    }
    push(&mut found, &text[start..]);
    found
}

fn push<'a>(found: &mut Vec<Sentence<'a>>, words: &'a str) {
    let words = words.trim();
    if words.chars().any(char::is_alphanumeric) {
        found.push(Sentence::new(words));
    }
}

fn is_shortened(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    SHORTENED.contains(&last.as_str())
}
