//! Text and tables: one endless line, letters that are none, cells that a spreadsheet would run.

use super::HostileFile;
use super::bytes::noise;

/// Bytes of the one line that is too long for anything.
const LINE: usize = 100_000_000;

pub(super) fn files() -> Vec<HostileFile> {
    let cells = "=cmd|' /C calc'!A0,+1+1,-2+3,@SUM(1+1)*cmd|' /C calc'!A0,\t=1,\r=1,\"=HYPERLINK(\"\"http://t.example/\"\")\"\n";
    let wide: Vec<u8> = "A lone \u{1f600} half".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("one-line-of-100-mb.txt", b"ten bytes ".repeat(LINE / 10)),
        ("line-ends.txt", b"\r".repeat(3 << 20)),
        ("not-utf-8.txt", b"na\xEFve \xC3\x28 \xF0\x9F \xED\xA0\x80 \xFF\xFE words".to_vec()),
        ("nul.txt", b"words\0and\0words\0".repeat(1_000)),
        ("half-a-surrogate.txt", [&b"\xFF\xFE"[..], &wide, b"\x00\xD8", b"x"].concat()),
        ("mark-only.txt", b"\xEF\xBB\xBF".to_vec()),
        ("mark-wide-only.txt", b"\xFF\xFE".to_vec()),
        ("terminal.txt", b"\x1b]0;title\x07\x1b[2J\x1b[31mred\x1b[0m\x9b2J".to_vec()),
        ("directions.txt", "\u{202e}words\u{2066}\u{2067}".repeat(5_000).into_bytes()),
        ("marks-on-one-letter.txt", format!("a{}", "\u{301}".repeat(200_000)).into_bytes()),
        ("formulas.csv", cells.repeat(50).into_bytes()),
        ("columns.csv", format!("{}\n", ",".repeat(200_000)).into_bytes()),
        ("quotes.csv", b"\"".repeat(200_001)),
        ("rows.csv", b"a,b\n".repeat(100_000)),
        ("nul.csv", b"a,\0b\n".repeat(1_000)),
        ("deep.json", b"[".repeat(300_000)),
        ("deep.xml", b"<a>".repeat(300_000)),
        (
            "calendar.ics",
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99999999T999999Z\r\nRRULE:FREQ=SECONDLY\r\n".repeat(200),
        ),
        ("noise.csv", noise(21, 9_000)),
    ];
    cases.into_iter().map(|(name, bytes)| HostileFile::new("texts", name, bytes)).collect()
}
