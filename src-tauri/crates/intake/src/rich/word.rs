//! Word's documents (ECMA-376 part 1, chapter 17): paragraphs, headings, lists, tables, pictures.

mod parts;

use std::borrow::Cow;
use std::collections::HashMap;

use recourse_domain::rich::{Align, Piece};

use self::parts::Parts;
use super::build::Builder;
use super::pictures::{Own, Pictures};
use super::style::Style;
use super::{Formatted, sizes};
use crate::Problem;
use crate::office::{Node, Package, attribute, walk};

/// Elements whose words are not seen: what was deleted, where something was moved away from, field codes, and the second telling of
/// what an older program cannot draw.
const UNSEEN: &[&str] = &["del", "moveFrom", "delText", "instrText", "Fallback"];
/// English Metric Units in a CSS pixel (ECMA-376 part 1, 20.1.2.1).
const UNITS: f32 = 9525.0;

/// Reads the document in a package.
pub(super) fn read(package: &mut Package<'_>) -> Result<Formatted, Problem> {
    let mut parts = Parts::read(package)?;
    let body = package.text("word/document.xml")?.unwrap_or_default();
    let around = parts::around(package)?;
    let own = std::mem::take(&mut parts.pictures);
    let names: Vec<String> = own.iter().map(|(name, _)| name.clone()).collect();
    let own = own.into_iter().map(|(name, bytes)| Own { index: None, names: vec![name], bytes: Cow::Owned(bytes) });
    let mut pictures = Pictures::of(own.collect());
    let mut writer = Writer::new(&parts, &names, &mut pictures);
    let mut problem = walk(&body, |node| writer.visit(node)).err();
    if !around.is_empty() {
        writer.end_lists(0);
        writer.builder.close_to(1);
        writer.builder.rule();
        writer.builder.sentence("From its headers, footers, notes and comments:", parts.plain);
        for xml in &around {
            problem = problem.or(walk(xml, |node| writer.visit(node)).err());
        }
    }
    let mut rich = writer.builder.finish();
    sizes::settle(&mut rich);
    rich.notes.extend(problem.map(|problem| problem.sentence));
    Ok(Formatted { rich, pictures: pictures.made, shown: Vec::new() })
}

/// What a paragraph says of itself before its words.
#[derive(Default)]
struct Before {
    level: u8,
    align: Align,
    style: Style,
    /// Number and depth of its list.
    list: Option<(String, usize)>,
    begun: bool,
}

struct Writer<'w, 'a> {
    builder: Builder,
    parts: &'w Parts,
    /// The names of the pictures, in their order.
    names: &'w [String],
    pictures: &'w mut Pictures<'a>,
    before: Before,
    run: Style,
    unseen: usize,
    in_paragraph_properties: usize,
    in_run_properties: bool,
    in_words: bool,
    /// For each list that is open around this place: its number and depth.
    lists: Vec<(String, usize)>,
    /// How often each list was counted on.
    counts: HashMap<(String, usize), u32>,
    /// Frames that were open when each table began.
    tables: Vec<usize>,
    /// A cell whose properties are being read: how many columns it takes.
    cell: Option<usize>,
    head_row: bool,
    link: Option<(String, (usize, usize))>,
    extent: (Option<f32>, Option<f32>),
}

impl<'w, 'a> Writer<'w, 'a> {
    fn new(parts: &'w Parts, names: &'w [String], pictures: &'w mut Pictures<'a>) -> Self {
        Self {
            builder: Builder::default(),
            parts,
            names,
            pictures,
            before: Before::default(),
            run: Style::default(),
            unseen: 0,
            in_paragraph_properties: 0,
            in_run_properties: false,
            in_words: false,
            lists: Vec::new(),
            counts: HashMap::new(),
            tables: Vec::new(),
            cell: None,
            head_row: false,
            link: None,
            extent: (None, None),
        }
    }

    fn visit(&mut self, node: Node<'_>) -> bool {
        match node {
            Node::Open(name, _) if UNSEEN.contains(&name) && self.in_paragraph_properties == 0 => self.unseen += 1,
            Node::Close(name) if UNSEEN.contains(&name) && self.in_paragraph_properties == 0 => {
                self.unseen = self.unseen.saturating_sub(1);
            }
            _ if self.unseen > 0 => {}
            Node::Open(name, element) => {
                let said = |name: &str| attribute(element, name);
                if self.in_paragraph_properties > 0 {
                    self.paragraph_property(name, &said);
                } else if self.in_run_properties {
                    self.run_property(name, &said);
                } else {
                    self.open(name, &said);
                }
            }
            Node::Close(name) => self.close(name),
            Node::Words(words) if self.in_words => self.words(words),
            Node::Words(_) => {}
        }
        true
    }

    fn words(&mut self, words: &str) {
        self.begin();
        if !self.run.hidden {
            self.builder.exact(words, sizes::at(self.run));
        }
    }

    fn open(&mut self, name: &str, said: &impl Fn(&str) -> Option<String>) {
        match name {
            "p" => {
                self.open_cell();
                self.before = Before { style: self.parts.plain, ..Before::default() };
                self.run = self.parts.plain;
            }
            "pPr" => self.in_paragraph_properties = 1,
            "r" => self.run = self.before.style,
            "rPr" => self.in_run_properties = true,
            "t" => self.in_words = true,
            "tab" | "ptab" => self.words("    "),
            "br" if said("type").as_deref() == Some("page") => self.builder.end_paragraph(true),
            "br" | "cr" => self.words("\n"),
            "noBreakHyphen" => self.words("-"),
            "hyperlink" => {
                self.begin();
                let address = said("id").and_then(|id| self.parts.links.get(&id).cloned());
                self.link = address.map(|address| (address, self.builder.place()));
            }
            "extent" => {
                let side = |name| said(name).and_then(|n| n.parse::<f32>().ok()).map(|n| n / UNITS);
                self.extent = (side("cx"), side("cy"));
            }
            "blip" | "imagedata" => self.picture(said("embed").or_else(|| said("id"))),
            "tbl" => {
                self.open_cell();
                self.end_lists(0);
                self.tables.push(self.builder.depth());
                self.builder.open_table(true);
            }
            "tr" => {
                self.head_row = false;
                self.builder.open_row();
            }
            "tblHeader" => self.head_row = true,
            "tc" => self.cell = Some(1),
            "gridSpan" => self.cell = self.cell.map(|_| said("val").and_then(|n| n.parse().ok()).unwrap_or(1)),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "pPr" => self.in_paragraph_properties = 0,
            "rPr" => self.in_run_properties = false,
            "t" => self.in_words = false,
            "p" => {
                if self.before.begun && self.before.list.is_some() {
                    self.builder.close();
                } else {
                    self.builder.end_paragraph(true);
                }
                self.before = Before::default();
            }
            "hyperlink" => {
                if let Some((address, _)) = self.link.take().filter(|(_, place)| *place != self.builder.place()) {
                    self.builder.mark(&address);
                }
            }
            "tc" => {
                self.open_cell();
                self.end_lists(0);
                self.builder.close();
            }
            "tbl" => {
                if let Some(depth) = self.tables.pop() {
                    self.builder.close_to(depth);
                }
            }
            _ => {}
        }
    }

    fn paragraph_property(&mut self, name: &str, said: &impl Fn(&str) -> Option<String>) {
        match name {
            "pStyle" => {
                if let Some(style) = said("val").and_then(|id| self.parts.styles.get(&id)) {
                    (self.before.level, self.before.style) = (style.level, style.style);
                    self.before.align = style.align;
                    if self.before.list.is_none() {
                        self.before.list = style.list.clone();
                    }
                }
            }
            "outlineLvl" => self.before.level = parts::level(said("val")),
            "jc" => self.before.align = parts::align(said("val").as_deref()),
            "ilvl" => {
                let depth = said("val").and_then(|n| n.parse().ok()).unwrap_or(0);
                let number = self.before.list.take().map_or_else(String::new, |(number, _)| number);
                self.before.list = Some((number, depth));
            }
            "numId" => {
                let depth = self.before.list.take().map_or(0, |(_, depth)| depth);
                // Nought takes a paragraph out of the list of its style (17.9.18).
                self.before.list = said("val").filter(|number| number != "0").map(|number| (number, depth));
            }
            _ => {}
        }
    }

    fn run_property(&mut self, name: &str, said: &impl Fn(&str) -> Option<String>) {
        parts::apply(&mut self.run, name, said("val").as_deref());
    }

    /// Begins the paragraph once the first of its words is there.
    fn begin(&mut self) {
        if std::mem::replace(&mut self.before.begun, true) {
            return;
        }
        match self.before.list.clone() {
            Some((number, depth)) => {
                self.open_lists(number, depth.min(8));
                self.builder.open_item();
                self.builder.begin_paragraph(0, self.before.align, false);
            }
            None => {
                self.end_lists(0);
                self.builder.begin_paragraph(self.before.level, self.before.align, true);
            }
        }
    }

    fn open_lists(&mut self, number: String, depth: usize) {
        let same = |list: &(String, usize)| list.1 < depth || (list.1 == depth && list.0 == number);
        let keep = self.lists.iter().take_while(|list| same(list)).count();
        self.end_lists(keep);
        let counted = self.counts.entry((number.clone(), depth)).or_default();
        *counted += 1;
        let start = *counted;
        // What is deeper begins anew below each item.
        self.counts.retain(|(list, deep), _| *list != number || *deep <= depth);
        if self.lists.last().is_none_or(|list| list.1 < depth) {
            self.builder.open_list(self.parts.is_ordered(&number, depth), start);
            self.lists.push((number, depth));
        }
    }

    /// Closes lists until so many are left.
    fn end_lists(&mut self, keep: usize) {
        while self.lists.len() > keep {
            self.lists.pop();
            self.builder.close();
        }
    }

    fn open_cell(&mut self) {
        if let Some(columns) = self.cell.take() {
            self.builder.open_cell(columns, 1, self.head_row);
        }
    }

    fn picture(&mut self, id: Option<String>) {
        self.begin();
        let (width, height) = std::mem::take(&mut self.extent);
        let target = id.and_then(|id| self.parts.targets.get(&id));
        let at = target.and_then(|target| self.names.iter().position(|name| name == target));
        let shown = at.and_then(|at| self.pictures.own_picture(at, width, height));
        self.builder.picture(shown.map_or_else(
            || Piece::Missing { alt: String::new(), why: "picture could not be shown".to_owned() },
            Piece::Picture,
        ));
    }
}
