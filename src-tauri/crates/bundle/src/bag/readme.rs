//! `README.txt`: what the folder is and how the recipient checks it without this program.

use crate::model::{BundleModel, Supplement};

/// The words, with the line ends that every Windows editor understands.
pub(super) fn readme(model: &BundleModel) -> String {
    let text = format!(
        "\
{title}
{underline}

Claimant:      {claimant}
Organisation:  {organisation}
Made for:      {audience}
Date:          {date}{supplement}

This was put together by the claimant. It is not legal advice.


What is in this folder

  data/bundle.pdf      the claim bundle: numbered pages, an index whose lines are links
  data/originals/      every original file, byte for byte as the claimant keeps it;
                       each name starts with the reference used in the bundle{withheld}
  data/record/         the record as data: claim.json (with claim.schema.json beside
                       it), tables as .csv for a spreadsheet and .jsonl for a database
  manifest-sha256.txt  the SHA-256 hash of every file under data/

The folder is a BagIt 1.0 bag (RFC 8493). Any BagIt program can check it.
In the .csv files a text that a spreadsheet might take for a formula has an apostrophe
before it; the .jsonl files hold the text without it.


How to check that nothing has changed

Unpack the ZIP, open a terminal in this folder, and use one of these.

Linux (and macOS with \"shasum -a 256 -c\" in place of \"sha256sum -c\"):

  sha256sum -c tagmanifest-sha256.txt
  sha256sum -c manifest-sha256.txt

Windows PowerShell (says CHANGED or MISSING where something is wrong):

  Get-Content tagmanifest-sha256.txt, manifest-sha256.txt | ForEach-Object {{
    $hash, $file = $_ -split '  ', 2
    if (-not (Test-Path -LiteralPath $file)) {{ \"MISSING $file\" }}
    elseif ((Get-FileHash -Algorithm SHA256 -LiteralPath $file).Hash -eq $hash) {{ \"OK      $file\" }}
    else {{ \"CHANGED $file\" }} }}

Python, with the program of the Library of Congress (pip install bagit):

  bagit.py --validate .

Recourse itself, on the ZIP or on this folder:

  recourse verify FILE.zip


What a hash shows, and what it does not

If the hashes agree, the files are the same, byte for byte, as when this bundle was made.
A hash does not show who made a file, when it was made, or that what it says is true, and
somebody who changes a file can write a new list of hashes as well. To be sure of the list
itself, compare the hash of tagmanifest-sha256.txt with the one the claimant gives you
another way.

A time stamp of somebody both sides trust shows that this bundle existed when it was
stamped. tagmanifest-sha256.txt.tsq is the request for one (RFC 3161); it holds that hash
and nothing else. It was made offline and sent to nobody. A time-stamping service answers
it with a file; kept here as tagmanifest-sha256.txt.tsr, it is checked with OpenSSL:

  openssl ts -verify -in tagmanifest-sha256.txt.tsr -data tagmanifest-sha256.txt -CAfile CA.pem
{history}",
        title = one_line(&model.title),
        underline = "=".repeat(one_line(&model.title).chars().count().clamp(3, 78)),
        claimant = one_line(&model.claimant),
        organisation = one_line(&model.organisation),
        audience = model.audience.words(),
        date = model.date.format("%-d %B %Y"),
        supplement = model.supplement.as_ref().map(supplement).unwrap_or_default(),
        history = model.chain_head.as_deref().map(chain).unwrap_or_default(),
        withheld = if model.redacted.is_empty() {
            ""
        } else {
            ".\n                       Where something is blacked out, a note with the hash of\n                       the original lies in its place"
        },
    );
    text.replace('\n', "\r\n")
}

/// What a supplement adds to.
fn supplement(supplement: &Supplement) -> String {
    format!(
        "\nAdds to:       the bundle of {}, {} pages\n\nThis is {}. Only documents that were not in that\nbundle are here, or that have changed since; their pages carry the letter {letter}: 1-{letter}.",
        supplement.to_day(),
        supplement.to_pages,
        supplement.kind(),
        letter = supplement.letter,
    )
}

/// What the end of the claimant's history shows, and what not.
fn chain(head: &str) -> String {
    format!(
        "

The claimant's history

Every change of the claimant's record is tied to the one before by a hash. When this bundle was
made, the last change and its hash were:

  {head}

Asked later, the claimant can show that the history still has this entry. By itself that proves no
date: the claimant holds the keys and could write a whole new history. A time stamp of this bundle
fixes the date of this line too.
"
    )
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}
