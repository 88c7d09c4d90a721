//! HTML as a document with its formatting.

use recourse_domain::rich::{Align, Piece};

use super::build::Builder;
use super::pictures::Pictures;
use super::sheet::Sheet;
use super::sizes;
use super::style::{Length, Rule, Style, declarations, pixels};
use super::tree::{At, Data, ROOT, Tree};
use crate::{Problem, ProblemCode, limits};

/// Most elements inside each other.
const DEEPEST: usize = 400;
/// Most elements and pieces of text.
const NODES: usize = 400_000;

/// Elements whose words are no part of what is seen.
const UNSEEN: &[&str] =
    &["script", "style", "noscript", "title", "template", "head", "noembed", "noframes", "iframe", "datalist", "map"];

/// Elements that stand on lines of their own, without a gap around them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dt",
    "figcaption",
    "footer",
    "form",
    "header",
    "hgroup",
    "html",
    "legend",
    "main",
    "menu",
    "nav",
    "option",
    "section",
    "summary",
    "textarea",
];

/// Elements that stand on lines of their own, with a gap.
const SPACED: &[&str] = &["p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "figure", "fieldset"];

/// Reads pages of HTML into a document.
pub(super) struct Reader<'p, 'a> {
    pub(super) builder: Builder,
    pub(super) pictures: &'p mut Pictures<'a>,
    /// Words that the page hides.
    pub(super) hidden: usize,
}

/// The page that is being read.
struct Page {
    tree: Tree,
    sheet: Sheet,
}

impl Reader<'_, '_> {
    /// Adds a page.
    ///
    /// # Errors
    /// "Too large" where it is deeper or has more parts than any page needs.
    pub(super) fn page(&mut self, html: &str) -> Result<(), Problem> {
        let (html, _) = limits::cut(html, limits::HTML_BYTES);
        let tree = Tree::of(html);
        if tree.nodes.len() > NODES {
            return Err(too_much("has too many parts"));
        }
        let sheet = Sheet::of(&tree);
        let depth = self.builder.depth();
        self.node(&Page { tree, sheet }, ROOT, Style::default(), 0, 0)?;
        self.builder.close_to(depth);
        self.builder.end_paragraph(true);
        Ok(())
    }

    fn children(&mut self, page: &Page, at: At, style: Style, level: u8, depth: usize) -> Result<(), Problem> {
        page.tree.nodes[at].children.iter().try_for_each(|child| self.node(page, *child, style, level, depth + 1))
    }

    fn node(&mut self, page: &Page, at: At, style: Style, level: u8, depth: usize) -> Result<(), Problem> {
        if depth > DEEPEST {
            return Err(too_much("is nested too deeply"));
        }
        match &page.tree.nodes[at].data {
            Data::Nothing => self.children(page, at, style, level, depth),
            Data::Text(words) if style.unseen() => {
                let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
                self.hidden += words.split_whitespace().filter(is_word).count();
                Ok(())
            }
            Data::Text(words) => {
                let look = sizes::at(style);
                if style.kept {
                    self.builder.exact(words, look)
                } else {
                    self.builder.flowing(words, look)
                }
                Ok(())
            }
            Data::Element { name, .. } if UNSEEN.contains(&name.as_str()) => Ok(()),
            Data::Element { name, .. } => self.element(page, at, name, style, level, depth),
        }
    }

    fn element(
        &mut self,
        page: &Page,
        at: At,
        name: &str,
        around: Style,
        level: u8,
        depth: usize,
    ) -> Result<(), Problem> {
        let attribute = |wanted: &str| page.tree.attribute(at, wanted);
        let mut rules = stated(name, &attribute);
        rules.extend(page.sheet.rules(name, attribute("class"), attribute("id")));
        rules.extend(attribute("style").map(declarations).unwrap_or_default());
        let style = around.with(&rules);
        let inside = |reader: &mut Self, level| reader.children(page, at, style, level, depth);
        match name {
            "br" => {
                self.builder.line_end(sizes::at(style));
                Ok(())
            }
            "hr" if !style.unseen() => {
                self.builder.rule();
                Ok(())
            }
            "img" | "image" => {
                self.img(&attribute, &rules, style);
                Ok(())
            }
            "a" => {
                let before = self.builder.place();
                inside(self, level)?;
                let address = attribute("href").map(str::trim).filter(|address| leads_out(address));
                if let Some(address) = address.filter(|_| self.builder.place() != before && !style.unseen()) {
                    let said = self.builder.words_since(before);
                    if !says_address(&said, address) {
                        self.builder.mark(address);
                    }
                }
                Ok(())
            }
            "q" => {
                self.builder.flowing("“", sizes::at(style));
                inside(self, level)?;
                self.builder.exact("”", sizes::at(style));
                Ok(())
            }
            "pre" | "listing" | "xmp" | "plaintext" if !style.unseen() => {
                let mut words = String::new();
                all_words(&page.tree, at, &mut words, 0);
                self.builder.preformatted(&words);
                Ok(())
            }
            "blockquote" => self.framed(Builder::open_quote, |reader| inside(reader, 0)),
            "ul" | "dir" | "menu" => self.framed(|b| b.open_list(false, 1), |reader| inside(reader, 0)),
            "ol" => {
                let start = attribute("start").and_then(|n| n.trim().parse().ok()).unwrap_or(1);
                self.framed(|b| b.open_list(true, start), |reader| inside(reader, 0))
            }
            "li" => self.framed(Builder::open_item, |reader| inside(reader, 0)),
            "table" => {
                let ruled = rules.contains(&Rule::Ruled);
                let style = Style { align: Align::Start, ..style };
                self.framed(|b| b.open_table(ruled), |reader| reader.children(page, at, style, 0, depth))
            }
            "tr" => {
                self.builder.open_row();
                inside(self, level)
            }
            "td" | "th" => {
                if rules.contains(&Rule::Ruled) {
                    self.builder.draw_lines();
                }
                let number = |name| attribute(name).and_then(|n| n.trim().parse().ok()).unwrap_or(1);
                let (columns, rows, head) = (number("colspan"), number("rowspan"), name == "th");
                self.framed(
                    |b| {
                        b.open_cell(columns, rows, head);
                        b.begin_paragraph(0, style.align, true);
                    },
                    |reader| inside(reader, 0),
                )
            }
            "thead" | "tbody" | "tfoot" | "colgroup" => inside(self, level),
            _ => {
                let spaced = SPACED.contains(&name);
                if !spaced && !BLOCKS.contains(&name) && !rules.contains(&Rule::Block) {
                    return inside(self, level);
                }
                let gaps = rules.iter().rev().find_map(|rule| match rule {
                    Rule::Gap(gap) => Some(*gap),
                    _ => None,
                });
                let gap = spaced && gaps.unwrap_or(true);
                let own = match name.as_bytes() {
                    [b'h', digit @ b'1'..=b'6'] => digit - b'0',
                    _ => level,
                };
                self.builder.begin_paragraph(own, style.align, gap);
                inside(self, own)?;
                self.builder.begin_paragraph(level, around.align, gap);
                Ok(())
            }
        }
    }

    /// Something that is opened and closed again.
    fn framed(
        &mut self,
        open: impl FnOnce(&mut Builder),
        inside: impl FnOnce(&mut Self) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let depth = self.builder.depth();
        open(&mut self.builder);
        inside(self)?;
        self.builder.close_to(depth);
        Ok(())
    }

    fn img<'t>(&mut self, attribute: &impl Fn(&str) -> Option<&'t str>, rules: &[Rule], style: Style) {
        let (mut width, mut height) = (attribute("width").and_then(pixels), attribute("height").and_then(pixels));
        for rule in rules {
            match rule {
                Rule::Width(room) => width = Some(*room),
                Rule::Height(room) => height = Some(*room),
                _ => {}
            }
        }
        // One dot across tells a sender that the mail was opened, or holds others apart.
        let dot = [width, height].into_iter().flatten().any(|side| side <= 3.0);
        if dot || style.hidden || style.invisible {
            return;
        }
        let piece = match attribute("src").and_then(|source| self.pictures.shown(source, width, height)) {
            Some(shown) => Piece::Picture(shown),
            None => {
                let alt = attribute("alt").unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
                let why = if attribute("src").is_some_and(Pictures::came_along) {
                    "picture could not be shown"
                } else {
                    "picture not loaded"
                };
                Piece::Missing { alt: limits::cut(&alt, 1_000).0.to_owned(), why: why.to_owned() }
            }
        };
        self.builder.picture(piece);
    }
}

/// What the element itself and the attributes of older HTML say.
fn stated<'t>(name: &str, attribute: &impl Fn(&str) -> Option<&'t str>) -> Vec<Rule> {
    let mut rules = match name {
        "b" | "strong" | "th" | "dt" => vec![Rule::Bold(true)],
        "i" | "em" | "cite" | "var" | "dfn" => vec![Rule::Italic(true)],
        "u" | "ins" => vec![Rule::Underline(true)],
        "s" | "strike" | "del" => vec![Rule::Strike(true)],
        "code" | "kbd" | "samp" | "tt" => vec![Rule::Mono],
        "small" => vec![Rule::Size(Length::Times(0.83))],
        "big" => vec![Rule::Size(Length::Times(1.2))],
        "sup" => vec![Rule::Shift(1)],
        "sub" => vec![Rule::Shift(-1)],
        "center" | "caption" => vec![Rule::Align(Align::Center)],
        "a" if attribute("href").is_some_and(leads_out) => vec![Rule::Link],
        _ => Vec::new(),
    };
    if attribute("hidden").is_some() {
        rules.push(Rule::Hidden(true));
    }
    match attribute("align").map(str::to_ascii_lowercase).as_deref() {
        Some("center" | "middle") if name != "img" && name != "table" => rules.push(Rule::Align(Align::Center)),
        Some("right") if name != "img" && name != "table" => rules.push(Rule::Align(Align::End)),
        Some("left") => rules.push(Rule::Align(Align::Start)),
        _ => {}
    }
    if name == "table" && attribute("border").is_some_and(|border| border.trim() != "0") {
        rules.push(Rule::Ruled);
    }
    if name == "font" {
        // The seven sizes of old (HTML Standard, 15.3.4).
        let size = attribute("size").and_then(|size| match size.trim() {
            "1" | "-2" => Some(10.0),
            "2" | "-1" => Some(13.0),
            "3" => Some(16.0),
            "4" | "+1" => Some(18.0),
            "5" | "+2" => Some(24.0),
            "6" | "7" | "+3" | "+4" => Some(32.0),
            _ => None,
        });
        rules.extend(size.map(|size| Rule::Size(Length::Pixels(size))));
    }
    rules
}

/// Whether an address is one to be printed: something outside of the page that a person could go to.
fn leads_out(address: &str) -> bool {
    let lower = address.trim().get(..8).unwrap_or(address.trim()).to_ascii_lowercase();
    ["http:", "https:", "mailto:", "tel:", "ftp:"].iter().any(|scheme| lower.starts_with(scheme))
}

/// Whether the words of a link are its address already.
fn says_address(said: &str, address: &str) -> bool {
    let bare = |words: &str| {
        let lower = words.trim().to_lowercase();
        let lower = ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .fold(lower.as_str(), |rest, scheme| rest.strip_prefix(scheme).unwrap_or(rest));
        lower.trim_start_matches("www.").trim_end_matches('/').replace(' ', "")
    };
    bare(said) == bare(address)
}

fn all_words(tree: &Tree, at: At, out: &mut String, depth: usize) {
    for child in &tree.nodes[at].children {
        match &tree.nodes[*child].data {
            Data::Text(words) => out.push_str(words),
            Data::Element { name, .. } if name == "br" => out.push('\n'),
            Data::Element { name, .. } if UNSEEN.contains(&name.as_str()) => {}
            _ if depth > DEEPEST => {}
            _ => all_words(tree, *child, out, depth + 1),
        }
    }
}

fn too_much(what: &str) -> Problem {
    Problem::new(ProblemCode::TooLarge, format!("Its formatting {what} to be set, so its words stand without it."))
}
