//! What lies beside the words of a Word document: styles, lists, where links and pictures are.

use std::collections::{HashMap, HashSet};

use recourse_domain::rich::Align;

use super::super::style::Style;
use crate::office::{Node, Package, attribute, walk};
use crate::{Problem, limits};

/// Deepest chain of styles that rest on each other.
const CHAIN: usize = 10;

/// A paragraph's style.
#[derive(Clone, Default)]
pub(super) struct Named {
    pub(super) level: u8,
    pub(super) align: Align,
    pub(super) style: Style,
    pub(super) list: Option<(String, usize)>,
}

/// The parts beside the body.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) styles: HashMap<String, Named>,
    /// The look of words of no style.
    pub(super) plain: Style,
    /// Links to the outside by relationship.
    pub(super) links: HashMap<String, String>,
    /// Pictures' names by relationship.
    pub(super) targets: HashMap<String, String>,
    /// Pictures by name.
    pub(super) pictures: Vec<(String, Vec<u8>)>,
    /// Lists whose items carry numbers, by list and depth.
    ordered: HashSet<(String, usize)>,
}

/// A style as it is written: the one below it, and what it says, each with its value.
type RawStyle = (Option<String>, Vec<(String, Option<String>)>);

impl Parts {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, Problem> {
        let mut parts = Self { plain: Style { pixels: 44.0 / 3.0, ..Style::default() }, ..Self::default() };
        parts.relations(&package.text("word/_rels/document.xml.rels")?.unwrap_or_default());
        parts.lists(&package.text("word/numbering.xml")?.unwrap_or_default());
        parts.styles(&package.text("word/styles.xml")?.unwrap_or_default());
        let mut left = limits::OWN_PICTURE_BYTES;
        let names: HashSet<String> = parts.targets.values().cloned().collect();
        for name in package.names(|name| names.contains(name)) {
            let bytes = package.bytes(&name)?.unwrap_or_default();
            if bytes.len() <= left {
                left -= bytes.len();
                parts.pictures.push((name, bytes));
            }
        }
        Ok(parts)
    }

    pub(super) fn is_ordered(&self, number: &str, depth: usize) -> bool {
        self.ordered.contains(&(number.to_owned(), depth))
    }

    fn relations(&mut self, xml: &str) {
        let _ = walk(xml, |node| {
            if let Node::Open("Relationship", element) = node
                && let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target"))
            {
                match attribute(element, "Type").unwrap_or_default() {
                    kind if kind.ends_with("/hyperlink") => drop(self.links.insert(id, target)),
                    kind if kind.ends_with("/image") => {
                        let name = target.strip_prefix('/').map_or_else(|| format!("word/{target}"), str::to_owned);
                        self.targets.insert(id, name);
                    }
                    _ => {}
                }
            }
            true
        });
    }

    fn lists(&mut self, xml: &str) {
        let mut numbered: HashSet<(String, usize)> = HashSet::new();
        let (mut abstract_list, mut depth, mut list) = (String::new(), 0, String::new());
        let mut uses: Vec<(String, String)> = Vec::new();
        let _ = walk(xml, |node| {
            if let Node::Open(name, element) = node {
                let said = |name| attribute(element, name);
                match name {
                    "abstractNum" => abstract_list = said("abstractNumId").unwrap_or_default(),
                    "lvl" => depth = said("ilvl").and_then(|n| n.parse().ok()).unwrap_or(0),
                    "numFmt" if !matches!(said("val").as_deref(), Some("bullet" | "none")) => {
                        numbered.insert((abstract_list.clone(), depth));
                    }
                    "num" => list = said("numId").unwrap_or_default(),
                    "abstractNumId" => uses.push((list.clone(), said("val").unwrap_or_default())),
                    _ => {}
                }
            }
            true
        });
        for (list, of) in uses {
            for (_, depth) in numbered.iter().filter(|(number, _)| *number == of) {
                self.ordered.insert((list.clone(), *depth));
            }
        }
    }

    fn styles(&mut self, xml: &str) {
        let mut raw: HashMap<String, RawStyle> = HashMap::new();
        let (mut id, mut defaults) = (String::new(), false);
        let mut plain = self.plain;
        let _ = walk(xml, |node| {
            match node {
                Node::Open("docDefaults", _) => defaults = true,
                Node::Close("docDefaults") => defaults = false,
                Node::Open(name, element) if defaults => apply(&mut plain, name, attribute(element, "val").as_deref()),
                Node::Open("style", element) => id = attribute(element, "styleId").unwrap_or_default(),
                Node::Close("style") => id.clear(),
                Node::Open("basedOn", element) if !id.is_empty() => {
                    raw.entry(id.clone()).or_default().0 = attribute(element, "val");
                }
                Node::Open(name, element) if !id.is_empty() => {
                    raw.entry(id.clone()).or_default().1.push((name.to_owned(), attribute(element, "val")));
                }
                _ => {}
            }
            true
        });
        self.plain = plain;
        for id in raw.keys() {
            let mut chain = vec![id];
            while let Some(below) = chain.last().and_then(|id| raw.get(*id)).and_then(|(below, _)| below.as_ref()) {
                if chain.len() > CHAIN || !raw.contains_key(below) {
                    break;
                }
                chain.push(below);
            }
            let mut named = Named { style: plain, ..Named::default() };
            for (name, value) in chain.iter().rev().filter_map(|id| raw.get(*id)).flat_map(|(_, said)| said) {
                style_property(&mut named, name, value.as_deref());
            }
            self.styles.insert(id.clone(), named);
        }
    }
}

fn style_property(named: &mut Named, name: &str, value: Option<&str>) {
    match name {
        "name" => {
            let lower = value.unwrap_or_default().to_ascii_lowercase();
            if lower == "title" {
                named.level = 1;
            } else if let Some(digit) = lower.strip_prefix("heading ").and_then(|digit| digit.parse::<u8>().ok()) {
                named.level = digit.clamp(1, 6);
            }
        }
        "outlineLvl" => named.level = level(value.map(str::to_owned)),
        "jc" => named.align = align(value),
        "ilvl" => {
            let number = named.list.take().map_or_else(String::new, |(number, _)| number);
            named.list = Some((number, value.and_then(|n| n.parse().ok()).unwrap_or(0)));
        }
        "numId" => {
            let depth = named.list.take().map_or(0, |(_, depth)| depth);
            named.list = value.filter(|number| *number != "0").map(|number| (number.to_owned(), depth));
        }
        _ => apply(&mut named.style, name, value),
    }
}

/// The level of a heading: nought to eight in the file, nine for none (17.3.1.20).
pub(super) fn level(value: Option<String>) -> u8 {
    value.and_then(|n| n.parse::<u8>().ok()).filter(|n| *n < 9).map_or(0, |n| (n + 1).min(6))
}

pub(super) fn align(value: Option<&str>) -> Align {
    match value {
        Some("center") => Align::Center,
        Some("right" | "end") => Align::End,
        _ => Align::Start,
    }
}

/// A property of a run (17.3.2).
pub(super) fn apply(style: &mut Style, name: &str, value: Option<&str>) {
    let on = !matches!(value, Some("0" | "false" | "off" | "none"));
    match name {
        "b" => style.look.bold = on,
        "i" => style.look.italic = on,
        "u" => style.look.underline = on,
        "strike" | "dstrike" => style.look.strike = on,
        "vanish" => style.hidden = on,
        "vertAlign" => {
            style.look.shift = match value {
                Some("superscript") => 1,
                Some("subscript") => -1,
                _ => 0,
            };
        }
        // In halves of a point.
        "sz" => style.pixels = value.and_then(|n| n.parse::<f32>().ok()).map_or(style.pixels, |n| n / 2.0 * 4.0 / 3.0),
        _ => {}
    }
}

/// Headers, footers, notes and comments, each said once.
pub(super) fn around(package: &mut Package<'_>) -> Result<Vec<String>, Problem> {
    let mut found: Vec<String> = Vec::new();
    let mut said = HashSet::new();
    for part in ["word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments"] {
        let numbered = |name: &str| {
            let number = name.strip_prefix(part).and_then(|rest| rest.strip_suffix(".xml"));
            number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
        };
        for name in package.names(numbered) {
            let xml = package.text(&name)?.unwrap_or_default();
            let mut words = String::new();
            let _ = walk(&xml, |node| {
                if let Node::Words(more) = node {
                    words.push_str(more.trim());
                }
                true
            });
            if !words.is_empty() && said.insert(words) {
                found.push(xml);
            }
        }
    }
    Ok(found)
}
