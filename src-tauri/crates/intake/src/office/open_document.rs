//! OpenDocument text, spreadsheets and presentations (ODF 1.3, part 3).

use quick_xml::events::BytesStart;

use super::flow::Flow;
use super::package::Package;
use super::xml::{Node, attribute, walk};
use super::{Found, locked};
use crate::Problem;

/// Most times that one cell or row with words is repeated.
const MOST_REPEATED: usize = 100;

/// The words of the body, then those of headers and footers.
pub(super) fn found(package: &mut Package<'_>) -> Result<Found, Problem> {
    let manifest = package.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(locked());
    }
    let body = package.text("content.xml")?.unwrap_or_default();
    let mut pages = Walker::default();
    let mut problem = walk(&body, |node| pages.visit(node)).err();
    let (mut pages, paged) = pages.finish();
    if let (Some(styles), false) = (package.text("styles.xml")?, paged) {
        let mut around = Walker { only_margins: true, ..Walker::default() };
        problem = problem.or(walk(&styles, |node| around.visit(node)).err());
        let words = around.finish().0.concat();
        if let Some(all) = pages.first_mut().filter(|_| !words.trim().is_empty()) {
            all.push('\n');
            all.push_str(&words);
        }
    }
    Ok(Found { pages, paged, problem })
}

#[derive(Default)]
struct Walker {
    flow: Flow,
    /// Slides that are finished.
    slides: Vec<String>,
    paged: bool,
    sheet: bool,
    /// Only headers and footers count.
    only_margins: bool,
    margins: usize,
    paragraphs: usize,
    /// Inside what was deleted, or notes about a note.
    unseen: usize,
    /// The cell that is open: where its words begin, how many columns it stands for, its date.
    cell: Option<(usize, usize, Option<String>)>,
    /// The row that is open: where it begins and how often it stands there.
    row: (usize, usize),
}

impl Walker {
    fn visit(&mut self, node: Node<'_>) -> bool {
        match node {
            Node::Open("tracked-changes" | "creator" | "note-citation", _) => self.unseen += 1,
            Node::Close("tracked-changes" | "creator" | "note-citation") => {
                self.unseen = self.unseen.saturating_sub(1);
            }
            _ if self.unseen > 0 => {}
            Node::Open(name, element) => self.open(name, element),
            Node::Close(name) => self.close(name),
            Node::Words(words) => self.words(words),
        }
        !self.flow.is_full()
    }

    fn words(&mut self, words: &str) {
        let dated = self.cell.as_ref().is_some_and(|(.., date)| date.is_some());
        if self.paragraphs > 0 && !dated && (self.margins > 0 || !self.only_margins) {
            self.flow.words(words);
        }
    }

    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        let repeated = |name| attribute(element, name).and_then(|n| n.parse().ok()).unwrap_or(1_usize);
        match name {
            "spreadsheet" => self.sheet = true,
            "presentation" => self.paged = true,
            "table" if self.sheet => {
                let name = attribute(element, "name").unwrap_or_default();
                self.flow.heading(&name);
            }
            "table-row" => self.row = (self.flow.len(), repeated("number-rows-repeated")),
            "table-cell" | "covered-table-cell" => {
                let date = attribute(element, "date-value");
                self.flow.open_cell();
                self.cell = Some((self.flow.len(), repeated("number-columns-repeated"), date));
            }
            "p" | "h" => self.paragraphs += 1,
            "tab" => self.words("\t"),
            "line-break" => self.words("\n"),
            "s" => self.words(&" ".repeat(repeated("c").min(MOST_REPEATED))),
            "header" | "header-left" | "header-first" | "footer" | "footer-left" | "footer-first" => self.margins += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                if self.margins > 0 || !self.only_margins {
                    self.flow.end_paragraph();
                }
            }
            "table-cell" | "covered-table-cell" => self.close_cell(),
            "table-row" => self.close_row(),
            "page" if self.paged => {
                self.slides.push(std::mem::take(&mut self.flow).finish());
            }
            "header" | "header-left" | "header-first" | "footer" | "footer-left" | "footer-first" => {
                self.margins = self.margins.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn close_cell(&mut self) {
        let Some((start, columns, date)) = self.cell.take() else {
            self.flow.close_cell(1);
            return;
        };
        if let Some(date) = date {
            self.flow.words(date.strip_suffix("T00:00:00").unwrap_or(&date));
        }
        let words = self.flow.since(start).trim().to_owned();
        if words.is_empty() {
            self.flow.close_cell(columns);
            return;
        }
        self.flow.close_cell(1);
        for _ in 1..columns.min(MOST_REPEATED) {
            self.flow.words(&words);
            self.flow.close_cell(1);
        }
    }

    fn close_row(&mut self) {
        self.flow.end_row();
        let (start, times) = self.row;
        let words = self.flow.since(start).to_owned();
        for _ in 1..if words.trim().is_empty() { 1 } else { times.min(MOST_REPEATED) } {
            self.flow.words(&words);
        }
    }

    fn finish(mut self) -> (Vec<String>, bool) {
        if self.paged {
            return (self.slides, true);
        }
        self.slides.push(self.flow.finish());
        (self.slides, false)
    }
}
