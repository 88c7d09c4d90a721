//! The words before and after a date that say how it is meant.

/// How a date is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Nothing changes.
    Skip,
    /// Before it began.
    Before,
    /// After it ended.
    After,
    /// No later than its end.
    By,
    /// No earlier than its beginning.
    From,
    /// Beginning in it, with no known end.
    Since,
    /// Ending in it, with no known beginning.
    Until,
    /// One moment between two.
    Between,
    /// From one to another.
    Lasted,
    /// All of it.
    Throughout,
    /// More or less.
    About,
    /// Not sure.
    Perhaps,
}

/// Words before a date. "Of" and "the" have been taken out.
const BEFORE: &[(&str, Head)] = &[
    ("on or before", Head::By),
    ("before or on", Head::By),
    ("no later than", Head::By),
    ("not later than", Head::By),
    ("at latest", Head::By),
    ("not after", Head::By),
    ("as late as", Head::By),
    ("by", Head::By),
    ("on or after", Head::From),
    ("after or on", Head::From),
    ("no earlier than", Head::From),
    ("not earlier than", Head::From),
    ("as early as", Head::From),
    ("at earliest", Head::From),
    ("not before", Head::From),
    ("not until", Head::From),
    ("before", Head::Before),
    ("earlier than", Head::Before),
    ("prior to", Head::Before),
    ("ahead of", Head::Before),
    ("ahead", Head::Before),
    ("pre", Head::Before),
    ("after", Head::After),
    ("later than", Head::After),
    ("following", Head::After),
    ("post", Head::After),
    ("ever since", Head::Since),
    ("ongoing since", Head::Since),
    ("since", Head::Since),
    ("starting", Head::Since),
    ("with effect from", Head::Since),
    ("up until", Head::Until),
    ("up to", Head::Until),
    ("until", Head::Until),
    ("till", Head::Until),
    ("til", Head::Until),
    ("between", Head::Between),
    ("lasted from", Head::Lasted),
    ("lasted", Head::Lasted),
    ("from", Head::Lasted),
    ("throughout", Head::Throughout),
    ("whole", Head::Throughout),
    ("all through", Head::Throughout),
    ("all", Head::Throughout),
    ("on or about", Head::About),
    ("on or around", Head::About),
    ("at or around", Head::About),
    ("in or about", Head::About),
    ("in or around", Head::About),
    ("around about", Head::About),
    ("round about", Head::About),
    ("some time around", Head::About),
    ("about", Head::About),
    ("around", Head::About),
    ("approximately", Head::About),
    ("approx", Head::About),
    ("roughly", Head::About),
    ("circa", Head::About),
    ("ca", Head::About),
    ("c", Head::About),
    ("maybe", Head::Perhaps),
    ("perhaps", Head::Perhaps),
    ("possibly", Head::Perhaps),
    ("probably", Head::Perhaps),
    ("i think it was", Head::Perhaps),
    ("i think", Head::Perhaps),
    ("i believe", Head::Perhaps),
    ("could be", Head::Perhaps),
    ("might be", Head::Perhaps),
    ("some time", Head::Skip),
    ("sometime", Head::Skip),
    ("somewhere", Head::Skip),
    ("some point", Head::Skip),
    ("at", Head::Skip),
    ("either", Head::Skip),
    ("on", Head::Skip),
    ("in", Head::Skip),
    ("during", Head::Skip),
    ("within", Head::Skip),
    ("over", Head::Skip),
    ("night", Head::Skip),
    ("date", Head::Skip),
    ("dated", Head::Skip),
    ("sent", Head::Skip),
    ("posted", Head::Skip),
    ("published", Head::Skip),
    ("received", Head::Skip),
    ("it was", Head::Skip),
    ("was", Head::Skip),
    ("year", Head::Skip),
    ("month", Head::Skip),
];

/// Words after a date.
const AFTER: &[(&str, Head)] = &[
    ("at latest", Head::By),
    ("or before", Head::By),
    ("or earlier", Head::By),
    ("at earliest", Head::From),
    ("or after", Head::From),
    ("or later", Head::From),
    ("and still going on", Head::Since),
    ("and still going", Head::Since),
    ("still going on", Head::Since),
    ("still going", Head::Since),
    ("and ongoing", Head::Since),
    ("ongoing", Head::Since),
    ("onwards", Head::Since),
    ("onward", Head::Since),
    ("to date", Head::Since),
    ("to present", Head::Since),
    ("to present day", Head::Since),
    ("to now", Head::Since),
    ("until now", Head::Since),
    ("- present", Head::Since),
    ("- now", Head::Since),
    ("- ongoing", Head::Since),
    ("-", Head::Since),
    ("or so", Head::About),
    ("or thereabouts", Head::About),
    ("or near", Head::About),
    ("approximately", Head::About),
    ("approx", Head::About),
    ("ish", Head::About),
    ("- ish", Head::About),
    ("?", Head::Perhaps),
    ("maybe", Head::Perhaps),
    ("perhaps", Head::Perhaps),
    ("possibly", Head::Perhaps),
    ("i think", Head::Perhaps),
    ("i believe", Head::Perhaps),
    ("inclusive", Head::Skip),
    ("sometime", Head::Skip),
    ("some time", Head::Skip),
];

/// Phrases that mean that there is no date.
const NONE: &[&str] = &[
    "",
    "undated",
    "unknown",
    "nd",
    "na",
    "none",
    "?",
    "-",
    "no date",
    "not dated",
    "not known",
    "not given",
    "not stated",
    "not sure",
    "unsure",
    "date unknown",
    "date not known",
    "date not given",
    "date not stated",
    "unknown date",
    "no date given",
    "no date stated",
    "no date on it",
    "dont know",
    "i dont know",
    "cant remember",
    "i cant remember",
    "dont remember",
    "i dont remember",
    "cannot remember",
    "i cannot remember",
];

/// The longest words before a date, and how many they are.
pub fn head(words: &[&str]) -> Option<(Head, usize)> {
    longest(BEFORE, |phrase| phrase.split(' ').enumerate().all(|(at, word)| words.get(at) == Some(&word)))
}

/// The longest words after a date, and how many they are. Something must stand before them.
pub fn tail(words: &[&str]) -> Option<(Head, usize)> {
    longest(AFTER, |phrase| {
        let length = phrase.split(' ').count();
        words.len() > length && phrase.split(' ').eq(words[words.len() - length..].iter().copied())
    })
}

/// Whether the words say that there is no date.
pub fn says_none(words: &[&str]) -> bool {
    NONE.contains(&words.join(" ").as_str())
}

fn longest(table: &[(&str, Head)], fits: impl Fn(&str) -> bool) -> Option<(Head, usize)> {
    let found = table.iter().filter(|(phrase, _)| fits(phrase));
    found.map(|(phrase, head)| (*head, phrase.split(' ').count())).max_by_key(|(_, length)| *length)
}
