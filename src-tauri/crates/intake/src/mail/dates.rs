//! Dates in mail headers (RFC 5322, 3.3 and 4.3), read as mail programs really write them.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use super::StatedTime;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a header's date. The words are kept whatever comes of it.
#[must_use]
pub fn read_date(raw: &str) -> StatedTime {
    let raw = raw.trim();
    let (parsed, zone_stated) = match parse(&without_comments(raw)) {
        Some((at, zone)) => (Some(at), zone),
        None => (None, false),
    };
    StatedTime { raw: crate::limits::cut(raw, 200).0.to_owned(), parsed, zone_stated }
}

fn parse(words: &str) -> Option<(DateTime<FixedOffset>, bool)> {
    let mut numbers = Vec::new();
    let (mut month, mut time, mut zone) = (None, None, None);
    for word in words.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()) {
        if time.is_none() && word.contains(':') {
            time = Some(read_time(word)?);
        } else if let Some(found) = zone_of(word).filter(|_| time.is_some() && zone.is_none()) {
            zone = Some(found);
        } else if let Some(found) = month_of(word).filter(|_| month.is_none()) {
            month = Some(found);
        } else if word.bytes().all(|b| b.is_ascii_digit()) {
            numbers.push(word);
        } else if let Some((day, rest)) = word.split_once('-') {
            // "03-Mar-2024", as some programs write.
            let (name, year) = rest.split_once('-')?;
            month = Some(month_of(name)?);
            numbers.extend([day, year]);
        }
    }
    let [first, second, ..] = numbers[..] else { return None };
    let (day, year) = if first.len() == 4 { (second, first) } else { (first, second) };
    let day = day.parse().ok()?;
    let date = NaiveDate::from_ymd_opt(full_year(year)?, month?, day)?;
    let (offset, stated) = match zone {
        Some(Zone::Offset(seconds)) => (seconds, true),
        Some(Zone::Unknown) | None => (0, false),
    };
    let offset = FixedOffset::east_opt(offset)?;
    let at = date.and_time(time.unwrap_or(NaiveTime::MIN)).and_local_timezone(offset).single()?;
    Some((at, stated))
}

/// Two digits below 50 are this century; two others and three mean 1900 + n (RFC 5322, 4.3).
fn full_year(digits: &str) -> Option<i32> {
    let year: i32 = digits.parse().ok()?;
    match digits.len() {
        2 if year < 50 => Some(2000 + year),
        2 | 3 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}

fn month_of(word: &str) -> Option<u32> {
    let start = word.get(..3)?.to_ascii_lowercase();
    if !word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.') {
        return None;
    }
    MONTHS.iter().zip(1..).find(|(name, _)| **name == start).map(|(_, number)| number)
}

fn read_time(word: &str) -> Option<NaiveTime> {
    let mut parts = word.split([':', '.']).map(|part| part.parse::<u32>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().flatten().unwrap_or(0);
    // A leap second is a real time (RFC 5322, 3.3); chrono has no sixtieth second without a fraction.
    NaiveTime::from_hms_opt(hour, minute, second.min(59))
}

enum Zone {
    Offset(i32),
    Unknown,
}

fn zone_of(word: &str) -> Option<Zone> {
    let hours = |h: i32| Some(Zone::Offset(h * 3600));
    if let Some(sign) = word.chars().next().filter(|c| matches!(c, '+' | '-')) {
        let digits: String = word[1..].chars().filter(|c| *c != ':').collect();
        if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        if word == "-0000" {
            return Some(Zone::Unknown);
        }
        let (h, m): (i32, i32) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
        let seconds = h * 3600 + m * 60;
        return Some(Zone::Offset(if sign == '-' { -seconds } else { seconds }));
    }
    match word.to_ascii_uppercase().as_str() {
        "UT" | "GMT" | "UTC" | "Z" | "WET" => hours(0),
        "BST" | "CET" | "WEST" => hours(1),
        "CEST" | "EET" => hours(2),
        "EDT" => hours(-4),
        "EST" | "CDT" => hours(-5),
        "CST" | "MDT" => hours(-6),
        "MST" | "PDT" => hours(-7),
        "PST" => hours(-8),
        // Other letters say nothing that can be relied on (RFC 5322, 4.3).
        other if other.len() <= 4 && other.bytes().all(|b| b.is_ascii_alphabetic()) && month_of(other).is_none() => {
            Some(Zone::Unknown)
        }
        _ => None,
    }
}

/// The words outside brackets, which may nest.
fn without_comments(raw: &str) -> String {
    let mut depth = 0_u32;
    let outside = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                return None;
            }
            _ => {}
        }
        (depth == 0).then_some(c)
    };
    raw.chars().filter_map(outside).collect()
}

#[cfg(test)]
mod tests {
    use super::read_date;

    fn read(raw: &str) -> (Option<String>, bool) {
        let stated = read_date(raw);
        (stated.parsed.map(|at| at.to_rfc3339()), stated.zone_stated)
    }

    #[test]
    fn dates_keep_their_zone() {
        let cases = [
            ("Tue, 5 Mar 2024 14:07:09 +0100", "2024-03-05T14:07:09+01:00", true),
            ("5 Mar 2024 14:07 GMT", "2024-03-05T14:07:00+00:00", true),
            ("Tue, 05 Mar 24 14:07:09 EST", "2024-03-05T14:07:09-05:00", true),
            ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "", false),
            ("Tue, 5 Mar 2024 14:07:09 +0000 (GMT (Greenwich))", "2024-03-05T14:07:09+00:00", true),
            ("Tue, 5 Mar 2024 14:07:09 -0000", "2024-03-05T14:07:09+00:00", false),
            ("Tue, 5 Mar 2024 14:07:09", "2024-03-05T14:07:09+00:00", false),
            ("Sat Mar  2 08:00:01 2024", "2024-03-02T08:00:01+00:00", false),
            ("05-Mar-2024 14:07:09 +0530", "2024-03-05T14:07:09+05:30", true),
            ("Thursday, 31 December 1998 23:59:60 +0000", "1998-12-31T23:59:59+00:00", true),
            ("31 Feb 2024 10:00:00 +0000", "", false),
            ("yesterday", "", false),
            ("", "", false),
        ];
        for (raw, expected, zone) in cases {
            let expected = (!expected.is_empty()).then(|| expected.to_owned());
            assert_eq!(read(raw), (expected, zone), "{raw}");
        }
    }
}
