//! Times of day and the zones that go with them. A date keeps no time; a zone only matters where the day differs in the United Kingdom.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime, Weekday};

/// A time of day, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Hours, 0 to 23.
    pub hour: u32,
    /// Minutes.
    pub minute: u32,
}

/// The time of day at the beginning, and how many characters it takes: 17:04, 17:04:11.5, 5.30pm, 5 pm, 5 o'clock, 1704 hrs.
pub fn time(chars: &[char]) -> Option<(Clock, usize)> {
    let (hour, mut used) = figures(chars)?;
    if used == 4 {
        let hours = ending(&chars[used..], &["hrs", "hours", "h"])?;
        return clock(hour / 100, hour % 100).map(|clock| (clock, used + hours));
    }
    if used > 2 {
        return None;
    }
    let sign = chars.get(used).copied();
    let minutes = chars.get(used + 1..).and_then(figures).filter(|(_, length)| *length == 2);
    let mut minute = None;
    if let (Some(':' | '.'), Some((n, length))) = (sign, minutes) {
        minute = Some(n);
        used += 1 + length;
    }
    let with_colon = sign == Some(':') && minute.is_some();
    if with_colon {
        // Seconds and their parts say nothing about the day.
        while let Some((_, length)) =
            chars.get(used).filter(|c| matches!(c, ':' | '.')).and_then(|_| figures(&chars[used + 1..]))
        {
            used += 1 + length;
        }
    }
    let minute_or_none = minute.unwrap_or(0);
    let half = |words: &[&str]| ending(&chars[used..], words);
    if let Some(length) = half(&["am", "a.m.", "a.m"]) {
        return clock(if hour == 12 { 0 } else { hour }, minute_or_none).map(|clock| (clock, used + length));
    }
    if let Some(length) = half(&["pm", "p.m.", "p.m"]) {
        return clock(if hour == 12 { 12 } else { hour + 12 }, minute_or_none).map(|clock| (clock, used + length));
    }
    if let Some(length) = half(&["o'clock", "oclock"]) {
        return clock(hour, 0).map(|clock| (clock, used + length));
    }
    with_colon.then(|| clock(hour, minute_or_none)).flatten().map(|clock| (clock, used))
}

fn clock(hour: u32, minute: u32) -> Option<Clock> {
    (hour < 24 && minute < 60).then_some(Clock { hour, minute })
}

fn figures(chars: &[char]) -> Option<(u32, usize)> {
    let digits: String = chars.iter().take_while(|c| c.is_ascii_digit()).collect();
    digits.parse().ok().map(|n| (n, digits.len()))
}

/// How many characters one of the words takes, with a space before it or none.
fn ending(chars: &[char], words: &[&str]) -> Option<usize> {
    let space = chars.iter().take_while(|c| **c == ' ').count().min(1);
    let rest = &chars[space..];
    words.iter().find_map(|word| {
        let length = word.chars().count();
        let same = rest.len() >= length && word.chars().zip(rest).all(|(a, b)| a == *b);
        let ends = !rest.get(length).is_some_and(|next| next.is_alphanumeric());
        (same && ends).then_some(space + length)
    })
}

/// The offset at the beginning in minutes, and how many characters it takes: +0000, -05:00.
pub fn offset(chars: &[char]) -> Option<(i32, usize)> {
    let sign = if *chars.first()? == '-' { -1 } else { 1 };
    let (first, length) = figures(&chars[1..])?;
    let (hours, minutes, used) = match (length, chars.get(3..)) {
        (4, _) => (first / 100, first % 100, 5),
        (2, Some([':', rest @ ..])) => (first, figures(rest).filter(|(_, length)| *length == 2)?.0, 6),
        _ => return None,
    };
    let minutes = i32::try_from(hours * 60 + minutes).ok()?;
    (hours <= 14 && chars.get(used).is_none_or(|next| !next.is_ascii_digit())).then_some((sign * minutes, used))
}

/// Minutes ahead of Greenwich of a zone by name: those of RFC 5322, 4.3, and the nearest neighbours'.
pub fn zone(name: &str) -> Option<i32> {
    let hours = match name {
        "z" | "utc" | "gmt" | "ut" | "wet" => 0,
        "bst" | "cet" | "west" => 1,
        "cest" | "eet" => 2,
        "est" | "cdt" => -5,
        "edt" => -4,
        "cst" | "mdt" => -6,
        "mst" | "pdt" => -7,
        "pst" => -8,
        _ => return None,
    };
    Some(hours * 60)
}

/// The day in the United Kingdom when clocks so many minutes ahead of Greenwich showed this. Summer time runs from 01:00 UTC on the last
/// Sunday of March to 01:00 UTC on the last Sunday of October (Summer Time Act 1972, s. 1, as amended in 2002).
pub fn day_in_the_uk(day: NaiveDate, clock: Clock, ahead: i32) -> Option<NaiveDate> {
    let utc = day.and_time(NaiveTime::from_hms_opt(clock.hour, clock.minute, 0)?) - Duration::minutes(i64::from(ahead));
    let turn = |month| Some(last_sunday(utc.year(), month)?.and_time(NaiveTime::from_hms_opt(1, 0, 0)?));
    let summer = (turn(3)?..turn(10)?).contains(&utc);
    Some((utc + Duration::hours(i64::from(summer))).date())
}

/// The last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    Some(last.week(Weekday::Sun).first_day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uk(day: &str, hour: u32, minute: u32, ahead: i32) -> String {
        day_in_the_uk(day.parse().unwrap(), Clock { hour, minute }, ahead).unwrap().to_string()
    }

    #[test]
    fn late_in_the_evening_overseas_is_the_next_day_here() {
        assert_eq!(uk("2021-11-03", 23, 30, -300), "2021-11-04");
        assert_eq!(uk("2021-11-03", 17, 4, 0), "2021-11-03");
        assert_eq!(uk("2021-11-04", 0, 30, 330), "2021-11-03");
    }

    #[test]
    fn summer_time_counts() {
        assert_eq!(uk("2021-07-01", 23, 30, 0), "2021-07-02");
        assert_eq!(uk("2021-10-30", 23, 30, 0), "2021-10-31");
        assert_eq!(uk("2021-10-31", 23, 30, 0), "2021-10-31");
        assert_eq!(uk("2021-03-28", 23, 30, 0), "2021-03-29");
        assert_eq!(uk("2021-03-27", 23, 30, 0), "2021-03-27");
    }
}
