//! Nothing that a person can read judges anybody: what the window, the command, the bundle and every sentence of the crates say is read
//! for words that are not ours to say.

use recourse_tests::Sources;

/// Words and phrases that would call somebody late, liable or wrong, or promise what only a court can give.
const NOT_OURS: &[&str] = &[
    "liable",
    "liability",
    "negligent",
    "negligence",
    "negligently",
    "guilty",
    "culpable",
    "unlawful",
    "unlawfully",
    "illegal",
    "illegally",
    "against the law",
    "non-compliant",
    "breach of duty",
    "breached",
    "infringed",
    "infringement",
    "violated",
    "violation",
    "failed to",
    "fails to",
    "failure to",
    "neglected",
    "careless",
    "reckless",
    "incompetent",
    "dishonest",
    "at fault",
    "fault",
    "to blame",
    "blame",
    "in the wrong",
    "lied",
    "liar",
    "false",
    "untrue",
    "misled",
    "misleading",
    "deceived",
    "covered up",
    "overdue",
    "late",
    "refused",
    "refuses",
    "admitted",
    "admits",
    "unreasonable",
    "excuse",
    "should have",
    "ought to have",
    "compensation",
    "damages",
    "entitled",
    "you will win",
    "you can win",
];

/// Where such a word stands and judges nobody: the file, the word, and why.
const EXCUSED: &[(&str, &str, &str)] = &[
    ("bundle/src/pdf/lex.rs", "false", "a keyword of the file format"),
    ("bundle/src/pdf/value.rs", "false", "a keyword of the file format"),
    ("organiser/src/bundles/told/say.rs", "refused", "the state that the person gave to their own question"),
    ("ui/src/words/told.ts", "refused", "the state that the person gives to their own question"),
    ("intake/src/office/sheets.rs", "false", "what a cell of a spreadsheet holds"),
    ("domain/src/choices/told.rs", "refused", "the code of a state that the person gives to their own question"),
    ("domain/src/choices/requests.rs", "refused", "the code of an event that the person notes of their own request"),
    (
        "domain/src/choices/requests.rs",
        "overdue",
        "the code of a state of a clock; the window says it in the first person",
    ),
    ("intake/src/rich/word/parts.rs", "false", "a value of the file format"),
    ("domain/src/dates/heads.rs", "late", "the language of dates: as late as"),
    ("domain/src/dates/lexer.rs", "late", "the language of dates: late May"),
    ("domain/src/dates/portion.rs", "late", "the language of dates: late May"),
    ("organiser/src/evidence/phrases.rs", "compensation", "looked for in strangers' mails, never said by us"),
    ("store/src/error.rs", "failed to", "about the disk"),
    ("vault/src/error.rs", "failed to", "about the disk"),
    ("vault/src/objects/pipeline.rs", "refused", "about the disk"),
    ("src-tauri/src/commands/mod.rs", "fault", "Recourse speaks of itself"),
];

/// The crates whose sentences a person can come to read.
const SPEAKING: &[&str] = &[
    "src-tauri/src/",
    "src-tauri/crates/bundle/src/",
    "src-tauri/crates/cli/src/",
    "src-tauri/crates/contract/src/",
    "src-tauri/crates/domain/src/",
    "src-tauri/crates/intake/src/",
    "src-tauri/crates/organiser/src/",
    "src-tauri/crates/store/src/",
    "src-tauri/crates/vault/src/",
    "ui/src/words/",
];

/// The words between quotation marks in a source, comments left out. Gaps to be filled in are taken out too.
fn sayings(path: &str, text: &str) -> Vec<String> {
    let script = path.ends_with(".ts");
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(here) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        if let Some(hashes) = raw(&chars, at).filter(|_| !script) {
            let begin = at + hashes + 2;
            let end = (begin..chars.len()).find(|end| {
                chars[*end] == '"' && chars[*end + 1..].iter().take_while(|c| **c == '#').take(hashes).count() == hashes
            });
            let end = end.unwrap_or(chars.len());
            found.push(chars[begin..end].iter().collect());
            at = end + hashes + 1;
            continue;
        }
        let opens = match here {
            '/' if next == Some('/') => {
                at += chars[at..].iter().take_while(|c| **c != '\n').count();
                continue;
            }
            '/' if next == Some('*') => {
                at += 2;
                while at < chars.len() && !(chars[at] == '*' && chars.get(at + 1) == Some(&'/')) {
                    at += 1;
                }
                at += 2;
                continue;
            }
            // A quoted character of Rust, as against a lifetime.
            '\'' if !script => {
                at += match (next, chars.get(at + 2), chars.get(at + 3)) {
                    (Some('\\'), _, Some('\'')) => 4,
                    (Some(_), Some('\''), _) => 3,
                    _ => 1,
                };
                continue;
            }
            '"' => true,
            '\'' | '`' => script,
            _ => false,
        };
        at += 1;
        if !opens {
            continue;
        }
        let mut saying = String::new();
        while let Some(c) = chars.get(at).filter(|c| *c != here) {
            if *c == '\\' {
                at += 1;
            }
            saying.extend(chars.get(at));
            at += 1;
        }
        at += 1;
        found.push(without_gaps(&saying));
    }
    found
}

/// How many `#` a raw string has that begins here; none where none begins.
fn raw(chars: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|before| chars[before]);
    if chars[at] != 'r' || before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    (chars.get(at + 1 + hashes) == Some(&'"')).then_some(hashes)
}

/// The words without what is put in at run time: `{name}`, `${name}`.
fn without_gaps(saying: &str) -> String {
    let mut depth = 0_usize;
    saying
        .chars()
        .filter(|c| {
            depth += usize::from(*c == '{');
            let inside = depth > 0;
            depth -= usize::from(*c == '}' && depth > 0);
            !inside
        })
        .collect()
}

/// The words of the template that stand on the page: what is between brackets or quotation marks.
fn printed(text: &str) -> Vec<String> {
    let plain: String = text.lines().map(|line| line.split("//").next().unwrap_or(line)).collect::<Vec<_>>().join(" ");
    let brackets = plain.split('[').skip(1).map(|part| part.split(']').next().unwrap_or(part).to_owned());
    let quotes = plain.split('"').skip(1).step_by(2).map(str::to_owned);
    brackets.chain(quotes).collect()
}

/// The words of the list that stand in a sentence as words of their own.
fn judgements(saying: &str) -> Vec<&'static str> {
    let words: String =
        saying.to_lowercase().chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { ' ' }).collect();
    let words = format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" "));
    NOT_OURS.iter().filter(|word| words.contains(&format!(" {word} "))).copied().collect()
}

/// Everything that can be read, with the file it stands in.
fn everything() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (path, text) in Sources::all() {
        let of_a_test = path.contains("/tests/") || path.ends_with("/tests.rs");
        if path.ends_with(".typ") {
            all.extend(printed(&text).into_iter().map(|saying| (path.clone(), saying)));
        } else if SPEAKING.iter().any(|folder| path.starts_with(folder)) && !of_a_test {
            all.extend(sayings(&path, &text).into_iter().map(|saying| (path.clone(), saying)));
        }
    }
    all
}

fn excused(path: &str, word: &str) -> bool {
    EXCUSED.iter().any(|(file, excused, _)| path.ends_with(file) && *excused == word)
}

#[test]
fn nothing_calls_anybody_late_liable_or_wrong() {
    let all = everything();
    assert!(all.len() > 2000, "the words were not found: {}", all.len());
    let judged: Vec<String> = all
        .iter()
        .flat_map(|(path, saying)| judgements(saying).into_iter().map(move |word| (path, word, saying)))
        .filter(|(path, word, _)| !excused(path, word))
        .map(|(path, word, saying)| format!("{path}: “{word}” in “{saying}”"))
        .collect();
    assert!(judged.is_empty(), "say it neutrally, or excuse it with a reason: {judged:#?}");
}

#[test]
fn every_excuse_is_still_needed() {
    let all = everything();
    for (file, word, reason) in EXCUSED {
        let used = all.iter().any(|(path, saying)| path.ends_with(file) && judgements(saying).contains(word));
        assert!(used, "{file} no longer says “{word}” ({reason}); take it off the list");
    }
}

#[test]
fn a_judgement_is_found_wherever_it_hides() {
    let rust = r#"/// They are liable. 
        fn f<'a>(c: char) { let _ = ('"', '\''); raw(r"They lied"); say("The Society FAILED to tell you {liable}."); } // guilty"#;
    assert_eq!(sayings("a.rs", rust), ["They lied", "The Society FAILED to tell you ."]);
    assert_eq!(judgements("The Society FAILED to tell you ."), ["failed to"]);
    let script =
        "/* negligent */ const words = { a: 'It was late', b: (n: number) => `They ${n} lied.`, c: \"safe\" };";
    assert_eq!(sayings("a.ts", script), ["It was late", "They $ lied.", "safe"]);
    assert_eq!(judgements("They $ lied."), ["lied"]);
    assert_eq!(judgements("It lies here, translated, of its own default."), [""; 0]);
    assert_eq!(printed("#let x = [You are entitled to it] // guilty"), ["You are entitled to it"]);
    assert_eq!(judgements("You are entitled to it"), ["entitled"]);
}
