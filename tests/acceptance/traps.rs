//! The sample claim shows every trap of its story in the bundle, handled as it should be: what was said stands beside what was said, and nothing is decided.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::terminal::{Terminal, prints};

/// A bundle of the sample claim, unpacked, with the words of its pages.
struct Bundle {
    _person: Terminal,
    record: PathBuf,
    words: String,
}

impl Bundle {
    fn of_the_sample(audience: &str) -> Self {
        let person = Terminal::with_the_sample();
        fs::create_dir(person.path("out")).unwrap();
        let made = person.json(&[
            "export",
            &person.vault(),
            "--out",
            &person.at("out"),
            "--date",
            "2026-11-21",
            "--audience",
            audience,
        ]);
        let pdf = made["pdf"].as_str().unwrap();
        prints("qpdf", &["--check", pdf]);
        person.does(&["verify", made["zip"].as_str().unwrap()]);
        prints("python3", &["-m", "zipfile", "-e", made["zip"].as_str().unwrap(), &person.at("bag")]);
        let bag = fs::read_dir(person.path("bag")).unwrap().next().unwrap().unwrap().path();
        let words = plain(&prints("pdftotext", &[pdf, "-"]));
        Self { record: bag.join("data/record"), words, _person: person }
    }

    fn table(&self, name: &str) -> Vec<Value> {
        let text = fs::read_to_string(self.record.join(format!("{name}.jsonl"))).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The row of a table in which this field begins with these words.
    fn row(&self, table: &str, field: &str, begins: &str) -> Value {
        let rows = self.table(table);
        let found = rows.iter().find(|row| row[field].as_str().is_some_and(|text| text.starts_with(begins)));
        found.unwrap_or_else(|| panic!("no {field} of {table} begins {begins:?}")).clone()
    }

    /// The pages say these words, whatever the lines they were broken into.
    fn says(&self, words: &str) {
        assert!(self.words.contains(&plain(words)), "the pages do not say {words:?}");
    }

    fn is_silent_on(&self, words: &str) {
        assert!(!self.words.contains(&plain(words)), "the pages say {words:?}");
    }

    /// Everything in the ZIP's record, as text.
    fn data(&self) -> String {
        let files = fs::read_dir(&self.record).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
        files.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
    }
}

/// One blank between two words, and no places to break a line.
fn plain(text: &str) -> String {
    text.replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_sample_claim_shows_every_trap_in_the_bundle() {
    let bundle = Bundle::of_the_sample("solicitor");
    for section in
        ["Who told whom", "Told and not told", "Statements that do not seem to fit", "Questions", "Kinds of data"]
    {
        bundle.says(section);
    }

    // X1: the weekday that does not fit is flagged, and both days are kept.
    bundle.says("17 July 2020 was a Friday, not a Thursday. Both readings are kept: 17 July 2020 and 16 July 2020.");
    let told = bundle.row("events", "title", "The fundraising supplier told");
    assert_eq!(told["happened_edtf"], "[2020-07-16,2020-07-17]");

    // X2: happened, discovered and told are fields of their own, and a range stays a range.
    let incident = bundle.row("incidents", "name", "Fundraising");
    assert_eq!(incident["occurred_edtf"], "[2020-02..2020-05]");
    assert_eq!(
        (&incident["discovered_edtf"], &incident["controller_told_edtf"]),
        (&"2020-05-14".into(), &"2020-07-16".into())
    );

    // X3: a denial and its correction are two dated assertions; which customers they cover stands beside each.
    let bank: Vec<Value> =
        bundle.table("data-assertions").into_iter().filter(|row| row["category"] == "fin.bank").collect();
    let dated = |day: &str, standing: &str, whose: &str| {
        bank.iter().any(|row| row["on_edtf"] == day && row["standing"] == standing && row["whose_data"] == whose)
    };
    assert!(dated("2020-07-16", "said-not-affected", "customers of Harrow Fundraising"), "{bank:#?}");
    assert!(dated("2020-09-29", "said-affected", "some customers of Harrow Fundraising"), "{bank:#?}");
    let correction = bundle.row("statements", "words", "for some customers");
    assert!(correction["links"].as_str().unwrap().contains("corrects S-"), "{correction}");
    bundle.says("The second corrects the first");

    // X4: a question that cites Article 9, and the kinds of data that may reveal.
    let gifts = bundle.row("questions", "text", "The notice lists amounts given");
    assert!(gifts["text"].as_str().unwrap().contains("Article 9"));
    bundle.says("may reveal special category data (UK GDPR, Article 9): a question to ask, not a finding");

    // X5: the assurance is noted in the notice's own words.
    let reassurance =
        bundle.table("notice-check").into_iter().find(|row| row["notice"] == "N-001" && row["item"] == "N14");
    assert_eq!(reassurance.unwrap()["finding"], "said");
    bundle
        .says("“Harrow Fundraising has told us that the demand was paid and we were assured the data was destroyed.”");

    // X6: the notice has no date, and its statements have bounds from what is around it, marked as worked out.
    assert_eq!(bundle.row("notices", "reference", "N-001")["on_document_edtf"], Value::Null);
    bundle.says("The notice N-001 “Notice about our fundraising supplier” carries no date.");
    let bounded = bundle.row("statements", "words", "No sensitive information");
    assert_eq!((&bounded["said_earliest"], &bounded["said_latest"]), (&"2020-07-16".into(), &"2021-11-12".into()));
    assert_eq!(
        bundle.row("chronology", "event", &format!("Statement {}", bounded["reference"].as_str().unwrap()))["certainty"],
        "inferred"
    );

    // X7: locked, stolen, spoilt, each as its own source tells it.
    for (begins, breach, grade) in [
        ("A large amount of Society data", "availability", "own-document"),
        ("The personal details of thousands", "confidentiality", "press"),
        ("We understand that the membership records", "integrity", "hearsay"),
    ] {
        let row = bundle.row("statements", "words", begins);
        assert_eq!((&row["breach_types"], &row["grade"]), (&breach.into(), &grade.into()), "{row}");
    }

    // X8: a count of days names the field it counts from, and stands beside the reply that counts from “the breach”.
    bundle.says("5 days after the organisation was told");
    bundle.says("“We wrote to members about the records supplier within 5 days of the breach.”");
    assert_eq!(bundle.row("incidents", "name", "Records")["occurred_edtf"], "[..2021-10-29]");

    // X9: the claim that does not fit is kept, second hand.
    let months = bundle.row("statements", "words", "It is now five months after the initial breach");
    assert_eq!(months["grade"], "hearsay");
    assert!(months["links"].as_str().unwrap().starts_with("conflicts-with"), "{months}");

    // X10: the late report belongs to no incident and still waits.
    let another = bundle.row("statements", "words", "The Northfold Society has been hit by another");
    assert_eq!(another["incidents"], "");
    bundle.says("Not yet sorted");

    // X11: one page, two incidents, sure of neither.
    assert_eq!(
        bundle.row("statements", "words", "First it put up a notice")["incidents"]
            .as_str()
            .unwrap()
            .matches("unsure")
            .count(),
        2
    );

    // X12: both counts stand, each with its source.
    bundle.says("“All 50 branches are understood to be affected.”");
    bundle.says("“The records of 49 branches and of the central office were on the systems.”");

    // X13: the unnamed supplier, who named it, when and on what authority.
    let unnamed = bundle.row("parties", "name", "“a company that keeps records on our behalf”");
    assert_eq!(unnamed["named_by"], "The Fenwick Courier");
    bundle.says("later identified as Calder Data by The Fenwick Courier, 6 November 2021.");

    // X14: words about time are resolved against the day they were said on.
    let left = bundle.row("events", "title", "I left the Society");
    assert_eq!(
        (&left["happened_as_stated"], &left["happened_edtf"]),
        (&"about 18 months ago".into(), &"2020-05~".into())
    );
    assert_eq!(bundle.row("events", "title", "Calls from people")["happened_edtf"], "[..2022-01-31]");
}

#[test]
fn the_other_side_gets_what_was_said_and_none_of_the_remarks() {
    let (solicitor, other) = (Bundle::of_the_sample("solicitor"), Bundle::of_the_sample("other-side"));
    for remark in ["He said how far he knew.", "It says whose, not which.", "Nothing else on record gives a count."] {
        solicitor.says(remark);
        other.is_silent_on(remark);
        assert!(solicitor.data().contains(remark) && !other.data().contains(remark), "{remark}");
    }
    other.says("“The records of 49 branches and of the central office were on the systems.”");
    // What rests on something that stays out stays out with it, and no link tells of it.
    for held in ["hit by another cyber attack", "trade magazine"] {
        solicitor.says(held);
        other.is_silent_on(held);
        assert!(!other.data().contains(held), "{held}");
    }
    assert!(other.table("statements").len() + 1 == solicitor.table("statements").len());
}
