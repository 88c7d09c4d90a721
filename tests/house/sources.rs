//! The size of source files, and that nothing is left half done.

use recourse_tests::Sources;

const LONGEST: usize = 400;
const MEDIAN: usize = 150;

/// Longer files with the reason why they are one piece.
const LONGER: &[(&str, &str)] =
    &[("ui/src/words/en-GB.ts", "every word of the window in one language, so that a translator works in one file")];

#[test]
fn files_are_short_and_do_one_job() {
    let mut lengths: Vec<(usize, String)> =
        Sources::all().into_iter().map(|(path, text)| (text.lines().count(), path)).collect();
    assert!(lengths.len() > 20, "the sources were not found");
    lengths.sort();
    let long: Vec<_> = lengths
        .iter()
        .filter(|(length, path)| *length > LONGEST && !LONGER.iter().any(|(longer, _)| longer == path))
        .collect();
    assert!(long.is_empty(), "over {LONGEST} lines and not in the list with a reason: {long:?}");
    let median = lengths[lengths.len() / 2].0;
    assert!(median < MEDIAN, "half of all files have {median} lines or more");
}

#[test]
fn the_list_of_longer_files_is_true() {
    let sources = Sources::all();
    for (path, reason) in LONGER {
        let lines = sources.iter().find(|(found, _)| found == path).map(|(_, text)| text.lines().count());
        assert!(
            lines.is_some_and(|lines| lines > LONGEST),
            "{path} is gone or short now; take it off the list ({reason})"
        );
    }
}

#[test]
fn nothing_is_left_half_done() {
    // Put together here so that this file does not find itself.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("to", "do!("),
        concat!("unimple", "mented!("),
    ];
    let mut found = Vec::new();
    for (path, text) in Sources::all() {
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
