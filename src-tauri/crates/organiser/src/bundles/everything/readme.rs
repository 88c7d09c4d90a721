//! `README.txt`: what the folder holds and what its owner should know.

use chrono::NaiveDate;
use recourse_domain::records::{Claim, Entry};

/// The words, with the line ends that every editor understands.
pub(super) fn readme(vault: &str, date: NaiveDate, claims: &[Entry<Claim>], problems: &[String]) -> String {
    let listed: Vec<String> =
        claims.iter().map(|claim| format!("  {}  {}", claim.reference, one_line(&claim.body.title))).collect();
    let lost = if problems.is_empty() {
        String::new()
    } else {
        let lines: Vec<String> = problems.iter().map(|problem| format!("  {}", one_line(problem))).collect();
        format!("\n\nNot here, because it could not be read\n\n{}", lines.join("\n"))
    };
    let text = format!(
        "\
Everything in the vault {vault}, saved on {date}
{line}

NOTHING IN THIS FOLDER IS ENCRYPTED. Whoever can open it can read all of it: your notes, what is
between you and your lawyer, other people's data. Keep it where nobody else comes, and delete it
when you no longer need it. It is not a bundle to hand over and not a backup: Recourse cannot read it
back in.

Claims

{claims}

What is in this folder

  history.jsonl          every change that was ever made, one a line, oldest first
  drafts.jsonl           words of forms and letters that were not saved yet
  sha256.txt             the SHA-256 hash of every file; \"sha256sum -c sha256.txt\" compares them
  one folder a claim:
    originals/           every original, byte for byte; each name begins with its reference
    record/claim.json    every record with all its fields, those put away among them
    record/*.csv         the same as tables for a spreadsheet
    record/*.jsonl       the same as tables for a database
    record/files.csv     which original is which file
    record/page-words.csv  the words of each page{lost}

In the .csv files a text that a spreadsheet might take for a formula has an apostrophe before it;
the .jsonl files hold the text without it.
",
        date = date.format("%-d %B %Y"),
        line = "=".repeat(60),
        claims = if listed.is_empty() { "  None.".to_owned() } else { listed.join("\n") },
    );
    text.replace('\n', "\r\n")
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
