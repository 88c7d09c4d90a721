//! OpenDocument texts (ODF 1.3, part 3): paragraphs, headings, lists, tables, pictures.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use recourse_domain::rich::{Align, Piece};

use super::build::Builder;
use super::pictures::{Own, Pictures};
use super::style::{Style, declarations, pixels};
use super::{Formatted, sizes};
use crate::office::{Node, Package, attribute, walk};
use crate::{Problem, limits};

/// Elements whose words are not part of what is read.
const UNSEEN: &[&str] = &[
    "tracked-changes",
    "creator",
    "date",
    "note-citation",
    "forms",
    "automatic-styles",
    "sequence-decls",
    "title",
    "desc",
];
/// Most blanks that one element stands for.
const BLANKS: usize = 100;

/// Reads the text in a package.
pub(super) fn read(package: &mut Package<'_>) -> Result<Formatted, Problem> {
    let body = package.text("content.xml")?.unwrap_or_default();
    let common = package.text("styles.xml")?.unwrap_or_default();
    let mut styles = Styles::default();
    styles.read(&common);
    styles.read(&body);
    let mut own = Vec::new();
    let mut left = limits::OWN_PICTURE_BYTES;
    for name in package.names(|name| name.starts_with("Pictures/")) {
        let bytes = package.bytes(&name)?.unwrap_or_default();
        if bytes.len() <= left {
            left -= bytes.len();
            own.push(Own { index: None, names: vec![name], bytes: Cow::Owned(bytes) });
        }
    }
    let mut pictures = Pictures::of(own);
    let mut writer = Writer {
        styles: &styles,
        builder: Builder::default(),
        pictures: &mut pictures,
        open: Vec::new(),
        unseen: 0,
        lines: 0,
        notes: 0,
        extent: (None, None),
        head: false,
        repeated: 1,
    };
    let problem = walk(&body, |node| writer.visit(node)).err();
    let margins = margins(&common);
    if !margins.is_empty() {
        writer.builder.close_to(1);
        writer.builder.rule();
        writer.builder.sentence("From its headers and footers:", Style::default());
        margins.iter().for_each(|words| writer.builder.sentence(words, Style::default()));
    }
    let mut rich = writer.builder.finish();
    sizes::settle(&mut rich);
    rich.notes.extend(problem.map(|problem| problem.sentence));
    Ok(Formatted { rich, pictures: pictures.made, shown: Vec::new() })
}

/// The words of headers and footers, each said once.
fn margins(xml: &str) -> Vec<String> {
    const MARGINS: &[&str] = &["header", "header-left", "header-first", "footer", "footer-left", "footer-first"];
    let (mut inside, mut words, mut found) = (0_usize, String::new(), Vec::new());
    let _ = walk(xml, |node| {
        match node {
            Node::Open(name, _) if MARGINS.contains(&name) => inside += 1,
            Node::Close(name) if MARGINS.contains(&name) => inside = inside.saturating_sub(1),
            Node::Words(more) if inside > 0 => words.push_str(more),
            Node::Close("p" | "h") => {
                let said = std::mem::take(&mut words).trim().to_owned();
                if !said.is_empty() && !found.contains(&said) {
                    found.push(said);
                }
            }
            _ => {}
        }
        true
    });
    found
}

/// Styles by name.
#[derive(Default)]
struct Styles {
    /// What a style says as CSS would, and the style it rests on.
    css: HashMap<String, (String, Option<String>)>,
    ordered: HashSet<String>,
}

impl Styles {
    fn read(&mut self, xml: &str) {
        let (mut name, mut list) = (String::new(), String::new());
        let _ = walk(xml, |node| {
            if let Node::Open(what, element) = node {
                let said = |name| attribute(element, name);
                match what {
                    "style" => {
                        name = said("name").unwrap_or_default();
                        self.css.entry(name.clone()).or_default().1 = said("parent-style-name");
                    }
                    "text-properties" | "paragraph-properties" => {
                        let css = self.css.entry(name.clone()).or_default();
                        for property in ["font-weight", "font-style", "font-size", "text-align"] {
                            if let Some(value) = said(property) {
                                css.0.push_str(&format!("{property}:{value};"));
                            }
                        }
                        if said("text-underline-style").is_some_and(|line| line != "none") {
                            css.0.push_str("text-decoration:underline;");
                        }
                        if said("text-line-through-style").is_some_and(|line| line != "none") {
                            css.0.push_str("text-decoration:line-through;");
                        }
                        if said("display").as_deref() == Some("none") {
                            css.0.push_str("display:none;");
                        }
                    }
                    "list-style" => list = said("name").unwrap_or_default(),
                    "list-level-style-number" if said("level").as_deref() == Some("1") => {
                        self.ordered.insert(list.clone());
                    }
                    _ => {}
                }
            }
            true
        });
    }

    /// `around` with what the style of this name says.
    fn with(&self, around: Style, name: Option<&str>) -> Style {
        let mut chain = Vec::new();
        let mut next = name;
        while let Some((css, below)) = next.and_then(|name| self.css.get(name)).filter(|_| chain.len() < 10) {
            chain.push(css);
            next = below.as_deref();
        }
        chain.iter().rev().fold(around, |style, css| style.with(&declarations(css)))
    }
}

/// Something that is open, and how to go on when it ends.
struct Open {
    style: Style,
    depth: usize,
    link: Option<(String, (usize, usize))>,
}

struct Writer<'w, 'a> {
    styles: &'w Styles,
    builder: Builder,
    pictures: &'w mut Pictures<'a>,
    open: Vec<Open>,
    unseen: usize,
    /// Paragraphs that are open.
    lines: usize,
    /// Notes that are open, which stand in brackets.
    notes: usize,
    extent: (Option<f32>, Option<f32>),
    head: bool,
    /// How many columns the cell that is open stands for.
    repeated: usize,
}

impl Writer<'_, '_> {
    fn visit(&mut self, node: Node<'_>) -> bool {
        match node {
            Node::Open(name, _) if UNSEEN.contains(&name) => self.unseen += 1,
            Node::Close(name) if UNSEEN.contains(&name) => self.unseen = self.unseen.saturating_sub(1),
            _ if self.unseen > 0 => {}
            Node::Open(name, element) => {
                let said = |name: &str| attribute(element, name);
                let around = self.style();
                let style = self.styles.with(around, said("style-name").as_deref());
                self.open.push(Open { style, depth: self.builder.depth(), link: None });
                self.begin(name, style, &said);
            }
            Node::Close(name) => self.end(name),
            Node::Words(words) => {
                let style = self.style();
                if self.lines > 0 && !style.unseen() {
                    self.builder.flowing(words, sizes::at(style));
                }
            }
        }
        true
    }

    fn style(&self) -> Style {
        self.open.last().map(|open| open.style).unwrap_or_default()
    }

    fn begin(&mut self, name: &str, style: Style, said: &impl Fn(&str) -> Option<String>) {
        let number = |name: &str| said(name).and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
        match name {
            "p" | "h" => {
                self.lines += 1;
                if self.notes == 0 {
                    let level =
                        if name == "h" { u8::try_from(number("outline-level").clamp(1, 6)).unwrap_or(6) } else { 0 };
                    self.builder.begin_paragraph(level, style.align, true);
                }
            }
            "a" => {
                let place = self.builder.place();
                if let Some(open) = self.open.last_mut() {
                    open.link = said("href").filter(|address| address.contains(':')).map(|address| (address, place));
                }
            }
            "note-body" | "annotation" => {
                self.notes += 1;
                self.builder.exact(" [", sizes::at(style));
            }
            "s" => self.builder.exact(&" ".repeat(number("c").min(BLANKS)), sizes::at(style)),
            "tab" => self.builder.exact("    ", sizes::at(style)),
            "line-break" => self.builder.line_end(sizes::at(style)),
            "list" => {
                let ordered = said("style-name").is_some_and(|name| self.styles.ordered.contains(&name));
                self.builder.open_list(ordered, 1);
            }
            "list-item" | "list-header" => self.builder.open_item(),
            "table" => self.builder.open_table(true),
            "table-header-rows" => self.head = true,
            "table-row" => self.builder.open_row(),
            "table-cell" => {
                self.repeated = number("number-columns-repeated").min(BLANKS);
                self.builder.open_cell(number("number-columns-spanned"), number("number-rows-spanned"), self.head);
            }
            "frame" => {
                let side = |name: &str| said(name).as_deref().and_then(pixels);
                self.extent = (side("width"), side("height"));
            }
            "image" => {
                let (width, height) = self.extent;
                let shown =
                    said("href").and_then(|href| self.pictures.shown(href.trim_start_matches("./"), width, height));
                let missing = || Piece::Missing { alt: String::new(), why: "picture could not be shown".to_owned() };
                self.builder.picture(shown.map_or_else(missing, Piece::Picture));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        let Some(open) = self.open.pop() else { return };
        match name {
            "p" | "h" => {
                self.lines = self.lines.saturating_sub(1);
                if self.notes == 0 {
                    self.builder.begin_paragraph(0, Align::Start, true);
                }
            }
            "a" => {
                if let Some((address, _)) = open.link.filter(|(_, place)| *place != self.builder.place()) {
                    self.builder.mark(&address);
                }
            }
            "note-body" | "annotation" => {
                self.notes = self.notes.saturating_sub(1);
                self.builder.exact("]", sizes::at(open.style));
            }
            "table-header-rows" => self.head = false,
            "list" | "list-item" | "list-header" | "table" => self.builder.close_to(open.depth),
            "table-cell" => {
                self.builder.close_to(open.depth);
                for _ in 1..self.repeated {
                    self.builder.open_cell(1, 1, self.head);
                    self.builder.close();
                }
                self.repeated = 1;
            }
            _ => {}
        }
    }
}
