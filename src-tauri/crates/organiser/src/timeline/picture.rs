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

/// Draws lines under a heading. `scale` gives the months above them; none where nothing has a date.
pub fn svg(heading: &str, scale: Option<Scale>, lines: &[Line]) -> String {
    #[allow(clippy::cast_precision_loss, reason = "a drawing has far fewer lines than a float can count")]
    let height = TITLE + AXIS + LINE * lines.len() as f64 + MARGIN;
    let mut out = String::new();
    let mut put = |text: std::fmt::Arguments<'_>| {
        // Writing to a string does not fail.
        let _ = out.write_fmt(text);
        out.push('\n');
    };
    put(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img" font-family="'Source Sans 3', 'Source Sans 3 Variable', sans-serif">"#
    ));
    put(format_args!("<title>{}</title>", text(heading)));
    put(format_args!(r##"<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>"##));
    put(format_args!(
        r##"<text x="{MARGIN}" y="40" font-size="22" font-weight="600" fill="#20242c">{}</text>"##,
        text(heading)
    ));
    let width = WIDTH - CHART - MARGIN;
    let x = |at: f64| CHART + at * width;
    let bottom = height - MARGIN;
    for tick in scale.map(Scale::ticks).unwrap_or_default() {
        let at = x(tick.at);
        put(format_args!(
            r##"<line x1="{at:.1}" y1="{:.1}" x2="{at:.1}" y2="{bottom:.1}" stroke="#e4dfd4"/>"##,
            TITLE + AXIS - 6.0
        ));
        put(format_args!(
            r##"<text x="{:.1}" y="{:.1}" font-size="13" fill="#5d6470">{}</text>"##,
            at + 5.0,
            TITLE + AXIS - 12.0,
            text(&tick.label)
        ));
    }
    let mut y = TITLE + AXIS;
    for (number, line) in lines.iter().enumerate() {
        put(format_args!(
            r##"<g><title>{}</title><text x="{MARGIN}" y="{:.1}" font-size="15" font-weight="600" fill="#20242c">{}</text>"##,
            text(&format!("{}. {}", line.what, line.under)),
            y + 17.0,
            text(&short(&line.what, LETTERS)),
        ));
        put(format_args!(
            r##"<text x="{MARGIN}" y="{:.1}" font-size="13" fill="#5d6470">{}</text>"##,
            y + 35.0,
            text(&short(&line.under, LETTERS + 8)),
        ));
        if let Some(bar) = line.bar {
            let middle = y + 14.0;
            if bar.dot {
                let at = x(f64::midpoint(bar.begin, bar.end));
                put(format_args!(r#"<circle cx="{at:.1}" cy="{middle:.1}" r="7" fill="{}"/>"#, line.paint));
            } else {
                put(format_args!("{}", gradient(number, bar, line.paint)));
                let (begin, end) = (x(bar.begin), x(bar.end));
                put(format_args!(
                    r#"<rect x="{begin:.1}" y="{:.1}" width="{:.1}" height="14" rx="7" fill="url(#b{number})"/>"#,
                    middle - 7.0,
                    (end - begin).max(6.0)
                ));
            }
        }
        put(format_args!("</g>"));
        y += LINE;
    }
    out.push_str("</svg>\n");
    out
}

/// How a bar fades at its open ends.
fn gradient(number: usize, bar: Bar, paint: &str) -> String {
    let (begin, end) = (if bar.soft_begin { 0.08 } else { 1.0 }, if bar.soft_end { 0.08 } else { 1.0 });
    format!(
        r#"<linearGradient id="b{number}"><stop offset="0" stop-color="{paint}" stop-opacity="{begin}"/><stop offset="0.5" stop-color="{paint}" stop-opacity="0.7"/><stop offset="1" stop-color="{paint}" stop-opacity="{end}"/></linearGradient>"#
    )
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

    #[test]
    fn words_of_strangers_stay_words() {
        assert_eq!(text("<script>&\u{0}\u{1b}\"\u{ffff}\n"), "&lt;script&gt;&amp;&quot; ");
        assert_eq!(short("é".repeat(5).as_str(), 3), "ééé…");
    }
}
