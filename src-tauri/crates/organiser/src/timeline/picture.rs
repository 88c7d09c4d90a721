//! The timeline and the ladder as a drawing: SVG 1.1 of our own making, from the same places that the window draws. What fades is not known
//! exactly; a dot is a day, a bar a stretch. Every mark has words beside it, so that nothing is told by its colour alone.

use std::fmt::Write;

use recourse_domain::timeline::{Bar, Scale};

/// Widths and heights, in the drawing's own units; a unit is a pixel at the usual size.
const WIDTH: f64 = 1120.0;
const MARGIN: f64 = 24.0;
const CHART: f64 = 470.0;
const TITLE: f64 = 64.0;
const AXIS: f64 = 28.0;
const LINE: f64 = 46.0;
/// The most letters of a line before the chart.
const LETTERS: usize = 62;

/// One line of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What happened.
    pub what: String,
    /// When, in words, and what it rests on.
    pub under: String,
    /// Where it stands; none where it has no date.
    pub bar: Option<Bar>,
    /// Its colour, as `#rrggbb`.
    pub paint: &'static str,
}

/// Lines under one row of months.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What the lines are about; empty where the drawing has but one block.
    pub heading: String,
    /// The months above them; none where nothing has a date.
    pub scale: Option<Scale>,
    /// The lines.
    pub lines: Vec<Line>,
}

/// Draws blocks of lines under a heading.
pub fn svg(heading: &str, blocks: &[Block]) -> String {
    #[allow(clippy::cast_precision_loss, reason = "a drawing has far fewer lines than a float can count")]
    let tall = |block: &Block| AXIS + LINE * block.lines.len() as f64 + MARGIN;
    let height = TITLE + blocks.iter().map(tall).sum::<f64>();
    let mut out = Drawing(String::new());
    out.put(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img" font-family="'Source Sans 3', 'Source Sans 3 Variable', sans-serif">"#
    ));
    out.put(format_args!("<title>{}</title>", text(heading)));
    out.put(format_args!(r##"<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>"##));
    out.words(MARGIN, 40.0, Size::Heading, heading);
    let (mut y, mut number) = (TITLE, 0);
    for block in blocks {
        out.words(MARGIN, y + AXIS - 12.0, Size::Small, &block.heading);
        out.months(block, y, y + tall(block) - MARGIN);
        y += AXIS;
        for line in &block.lines {
            out.line(line, number, y);
            number += 1;
            y += LINE;
        }
        y += MARGIN;
    }
    out.put(format_args!("</svg>"));
    out.0
}

/// The sizes of words.
#[derive(Clone, Copy)]
enum Size {
    Heading,
    Line,
    Small,
}

struct Drawing(String);

impl Drawing {
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.0.write_fmt(text);
        self.0.push('\n');
    }

    fn words(&mut self, x: f64, y: f64, size: Size, words: &str) {
        let (size, look) = match size {
            Size::Heading => (22, r##"font-weight="600" fill="#20242c""##),
            Size::Line => (15, r##"font-weight="600" fill="#20242c""##),
            Size::Small => (13, r##"fill="#5d6470""##),
        };
        if !words.is_empty() {
            self.put(format_args!(r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" {look}>{}</text>"#, text(words)));
        }
    }

    fn months(&mut self, block: &Block, top: f64, bottom: f64) {
        for tick in block.scale.map(Scale::ticks).unwrap_or_default() {
            let (at, from) = (across(tick.at), top + AXIS - 6.0);
            self.put(format_args!(
                r##"<line x1="{at:.1}" y1="{from:.1}" x2="{at:.1}" y2="{bottom:.1}" stroke="#e4dfd4"/>"##
            ));
            self.words(at + 5.0, top + AXIS - 12.0, Size::Small, &tick.label);
        }
    }

    fn line(&mut self, line: &Line, number: usize, y: f64) {
        self.put(format_args!("<g><title>{}</title>", text(&format!("{}: {}", line.what, line.under))));
        self.words(MARGIN, y + 17.0, Size::Line, &short(&line.what, LETTERS));
        self.words(MARGIN, y + 35.0, Size::Small, &short(&line.under, LETTERS + 8));
        let middle = y + 14.0;
        match line.bar {
            Some(bar) if bar.dot => {
                let at = across(f64::midpoint(bar.begin, bar.end));
                self.put(format_args!(r#"<circle cx="{at:.1}" cy="{middle:.1}" r="7" fill="{}"/>"#, line.paint));
            }
            Some(bar) => {
                let (begin, end) = (across(bar.begin), across(bar.end));
                let fill = if bar.soft_begin || bar.soft_end {
                    self.put(format_args!("{}", gradient(number, bar, line.paint)));
                    format!("url(#b{number})")
                } else {
                    line.paint.to_owned()
                };
                self.put(format_args!(
                    r#"<rect x="{begin:.1}" y="{:.1}" width="{:.1}" height="14" rx="7" fill="{fill}"/>"#,
                    middle - 7.0,
                    (end - begin).max(14.0)
                ));
            }
            None => {}
        }
        self.put(format_args!("</g>"));
    }
}

/// Where a place of the chart stands in the drawing.
fn across(at: f64) -> f64 {
    CHART + at * (WIDTH - CHART - MARGIN)
}

/// How a bar fades at its open ends; one that fades at both is full in its middle.
fn gradient(number: usize, bar: Bar, paint: &str) -> String {
    let stop = |offset: f64, faint: bool| {
        let opacity = if faint { 0.08 } else { 1.0 };
        format!(r#"<stop offset="{offset}" stop-color="{paint}" stop-opacity="{opacity}"/>"#)
    };
    let middle = if bar.soft_begin && bar.soft_end { stop(0.5, false) } else { String::new() };
    let (begin, end) = (stop(0.0, bar.soft_begin), stop(1.0, bar.soft_end));
    format!(r#"<linearGradient id="b{number}">{begin}{middle}{end}</linearGradient>"#)
}

fn short(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// Words as XML text: signs of the language escaped, characters that XML 1.0 section 2.2 does not allow left out.
fn text(words: &str) -> String {
    let allowed = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    words.replace(['\n', '\t'], " ").chars().filter(|c| allowed(*c)).fold(String::new(), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(words: &str) -> recourse_domain::StatedDate {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        recourse_domain::dates::understand(words, today).unwrap().date
    }

    /// The drawing is kept whole; `UPDATE_GOLDEN=1` writes it anew, to be looked at before it is committed.
    #[test]
    fn a_drawing_is_the_one_that_was_looked_at() {
        let told = [
            ("The attack", "before 29 Oct 2021", "#5f7fa3"),
            ("The Society was told", "29 Oct 2021", "#23507f"),
            ("The regulator was told", "undated", "#5d6470"),
            ("The claimant was told", "about 3 Nov 2021", "#2b6a48"),
            ("\u{201c}A supplier\u{201d} was named <by name>", "between 1 and 20 Nov 2021", "#85560a"),
        ];
        let dates: Vec<_> = told.iter().map(|(_, words, _)| date(words)).collect();
        let scale = Scale::over(&dates);
        let line = |((what, _, paint), date): (&(&str, &str, &'static str), &recourse_domain::StatedDate)| Line {
            what: (*what).to_owned(),
            under: date.in_words(),
            bar: scale.and_then(|scale| scale.bar(date)),
            paint,
        };
        let lines = told.iter().zip(&dates).map(line).collect();
        let drawn = svg("Who knew when: a & b", &[Block { heading: "Autumn 2021".to_owned(), scale, lines }]);
        let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/ladder.svg");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(golden.parent().unwrap()).unwrap();
            std::fs::write(&golden, &drawn).unwrap();
        }
        assert_eq!(drawn, std::fs::read_to_string(golden).unwrap());
    }

    #[test]
    fn words_of_strangers_stay_words() {
        assert_eq!(text("<script>&\u{0}\u{1b}\"\u{ffff}\n"), "&lt;script&gt;&amp;&quot; ");
        assert_eq!(short("é".repeat(5).as_str(), 3), "ééé…");
    }
}
