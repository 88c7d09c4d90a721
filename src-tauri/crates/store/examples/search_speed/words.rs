//! Invented text in which words are about as common as in English: the n-th word stands about 1/n as often as the first (Zipf).

/// The commonest words, as letters about a breach have them, in order.
const COMMON: &str = "the to of and a in your that you is we for this it have with be as on not are by or any data was from at an our will if has been may \
    which personal information they about all us please no more can were their please also email account been breach access incident people details \
    address some security contact other notice members letter systems when one what would time only there out her his up them these been who had affected \
    unauthorised attackers regulator told list copied passwords membership names unlikely concerned apologise sincerely taken steps october november";

/// How many different words there are.
const VOCABULARY: usize = 30_000;
/// How finely chances are told apart.
const SLOTS: usize = 1 << 17;

/// A source of text that is always the same.
pub struct Words {
    vocabulary: Vec<String>,
    by_chance: Vec<u16>,
    state: u64,
}

impl Words {
    pub fn new() -> Self {
        let mut words =
            Self { vocabulary: Vec::new(), by_chance: Vec::with_capacity(SLOTS), state: 0x9e37_79b9_7f4a_7c15 };
        words.vocabulary = COMMON.split_whitespace().map(str::to_owned).collect();
        while words.vocabulary.len() < VOCABULARY {
            let word = words.invented();
            words.vocabulary.push(word);
        }
        let whole: f64 = (1..=VOCABULARY).map(|rank| 1.0 / rank as f64).sum();
        for rank in 0..VOCABULARY {
            let share = (SLOTS as f64 / whole / (rank + 1) as f64).round().max(1.0) as usize;
            for _ in 0..share {
                words.by_chance.push(u16::try_from(rank).unwrap());
            }
        }
        words
    }

    /// The next number below `below`.
    pub fn number(&mut self, below: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) as usize % below
    }

    /// Some words, of about so many bytes.
    pub fn text(&mut self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 20);
        while text.len() < bytes {
            let slot = self.number(self.by_chance.len());
            let word = &self.vocabulary[usize::from(self.by_chance[slot])];
            text.push_str(word);
            text.push(' ');
        }
        text
    }

    fn invented(&mut self) -> String {
        const BEGIN: [&str; 20] =
            ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pr", "un", "a"];
        const END: [&str; 12] = ["a", "e", "i", "o", "u", "an", "er", "in", "on", "al", "is", "en"];
        let mut word = String::new();
        for _ in 0..2 + self.number(3) {
            word.push_str(BEGIN[self.number(BEGIN.len())]);
            word.push_str(END[self.number(END.len())]);
        }
        word
    }
}
