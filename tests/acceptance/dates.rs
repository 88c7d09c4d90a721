//! What the date box understands, asked at a terminal.

use crate::terminal::Terminal;

#[test]
fn dates_as_people_say_them_are_said_back_and_none_is_invented() {
    let person = Terminal::new();
    for (said, on, edtf, earliest, latest) in [
        ("3 Nov 2021", None, Some("2021-11-03"), Some("2021-11-03"), Some("2021-11-03")),
        ("Nov 2021", None, Some("2021-11"), Some("2021-11-01"), Some("2021-11-30")),
        ("before 3 Nov 2021", None, Some("[..2021-11-02]"), None, Some("2021-11-02")),
        ("between Feb and May 2020", None, Some("[2020-02..2020-05]"), Some("2020-02-01"), Some("2020-05-31")),
        (
            "between February and May this year",
            Some("2020-08-05"),
            Some("[2020-02..2020-05]"),
            Some("2020-02-01"),
            Some("2020-05-31"),
        ),
        ("undated", None, None, None, None),
    ] {
        let mut words = vec!["date", said];
        words.extend(on.map(|day| ["--said-on", day]).into_iter().flatten());
        let answer = person.json(&words);
        assert_eq!(answer["as_stated"], said, "{answer}");
        assert_eq!(
            (answer["edtf"].as_str(), answer["earliest"].as_str(), answer["latest"].as_str()),
            (edtf, earliest, latest),
            "{answer}"
        );
    }
    let trap = person.json(&["date", "Thursday 17 July 2020"]);
    assert!(
        trap["problem"].as_str().is_some_and(|problem| problem.contains("Friday")),
        "a weekday that does not fit is flagged: {trap}"
    );
}
