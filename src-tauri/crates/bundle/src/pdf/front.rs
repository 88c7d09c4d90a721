//! The objects of the bundle itself: catalogue, properties, bookmarks, links, the merged form.

use super::assembly::Assembly;
use super::chunk::Chunk;
use super::document::Copied;
use super::font::{Face, FontObjects};
use super::form::Form;
use super::geometry::Geometry;
use super::glyphless;
use super::layers::{self, Layers};
use super::layout::{CATALOG, FONT, FORM, INFO, Layout, OUTLINES, SAVE, WORDS};
use super::outline::Level;
use super::stamp::short;
use super::text::{text_string, write_string};
use super::value::write_name;

/// What the documents leave for the end.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) outlines: Vec<Level>,
    pub(crate) forms: Vec<Form>,
    pub(crate) layers: Vec<Layers>,
}

impl Gathered {
    pub(crate) fn take(&mut self, copied: &mut Copied, first_copy: bool) {
        self.outlines.push(copied.outline);
        self.forms.push(std::mem::take(&mut copied.form));
        // A second copy of a document shows and hides with the first.
        self.layers.extend(copied.layers.take().filter(|_| first_copy));
    }
}

/// What can be written before any document: fonts, page tree, the stream that saves the state. `words` says whether any lie behind pages.
pub(crate) fn before(layout: &Layout, words: bool) -> Chunk {
    let mut chunk = Chunk::new(true);
    chunk.stream(SAVE, b"", b"q\n");
    Face::get().write(FontObjects(FONT), &mut chunk);
    if words {
        glyphless::write(WORDS, &mut chunk);
    }
    layout.tree.write(&mut chunk);
    chunk
}

/// What can be written after all documents. `views` are the pages as displayed, in order.
pub(crate) fn after(assembly: &Assembly, layout: &Layout, gathered: &Gathered, views: &[Geometry]) -> Chunk {
    let mut chunk = Chunk::new(true);
    links(assembly, layout, views, &mut chunk);
    let bookmarks = bookmarks(assembly, layout, gathered, views, &mut chunk);
    let has_form = form(&gathered.forms, &mut chunk);
    let date = assembly.date.format("D:%Y%m%d%H%M%SZ").to_string();
    chunk.object(INFO, |out| {
        out.extend_from_slice(b"<</Title ");
        write_string(&text_string(&assembly.title), out);
        if !assembly.author.is_empty() {
            out.extend_from_slice(b"/Author ");
            write_string(&text_string(&assembly.author), out);
        }
        out.extend_from_slice(format!("/Producer(Recourse)/CreationDate({date})/ModDate({date})>>").as_bytes());
    });
    chunk.object(CATALOG, |out| {
        out.extend_from_slice(
            format!(
                "<</Type/Catalog/Pages {} 0 R/Lang(en-GB)/PageLabels<</Nums[{}]>>/OpenAction{}\
                 /ViewerPreferences<</DisplayDocTitle true>>",
                layout.tree.root(),
                labels(assembly, views.len()),
                to_page(layout, views, 0, "1")
            )
            .as_bytes(),
        );
        if bookmarks {
            out.extend_from_slice(format!("/PageMode/UseOutlines/Outlines {OUTLINES} 0 R").as_bytes());
        }
        if has_form {
            out.extend_from_slice(format!("/AcroForm {FORM} 0 R").as_bytes());
        }
        out.extend_from_slice(&layers::catalog_entry(&gathered.layers));
        out.extend_from_slice(b">>");
    });
    chunk
}

/// The page labels (ISO 32000-1, 12.4.2). They know only what stands before a number, so where something stands behind it each page has a label
/// of its own.
fn labels(assembly: &Assembly, pages: usize) -> String {
    if assembly.mark.is_empty() {
        return format!("0<</S/D/St {}>>", assembly.first_number.max(1));
    }
    (0..pages).map(|page| format!("{page}<</P({})>>", assembly.number(page))).collect()
}

/// A destination: the top left of a page as displayed, at this zoom (`0` keeps the reader's).
fn to_page(layout: &Layout, views: &[Geometry], page: usize, zoom: &str) -> String {
    let view = views[page];
    let [.., c, d, e, f] = view.display_matrix();
    let top = view.size().1;
    format!("[{} 0 R/XYZ {} {} {zoom}]", layout.tree.page(page), short(c * top + e), short(d * top + f))
}

fn links(assembly: &Assembly, layout: &Layout, views: &[Geometry], chunk: &mut Chunk) {
    for (index, link) in assembly.links.iter().enumerate() {
        let from = layout.slots[link.from_part].first_page + link.from_page;
        let to = layout.slots[link.to_part].first_page + link.to_page;
        let text = format!(
            "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{}]/P {} 0 R/Contents(Page {})/Dest{}>>",
            link.rect.map(short).join(" "),
            layout.tree.page(from),
            assembly.number(to),
            to_page(layout, views, to, "0")
        );
        chunk.object(layout.first_link + index as u32, |out| out.extend_from_slice(text.as_bytes()));
    }
}

struct Bookmark {
    number: u32,
    title: String,
    page: usize,
    below: Level,
    open: bool,
}

fn bookmarks(assembly: &Assembly, layout: &Layout, gathered: &Gathered, views: &[Geometry], chunk: &mut Chunk) -> bool {
    let of_part = |index: usize| Bookmark {
        number: layout.slots[index].bookmark,
        title: assembly.parts[index].title.clone(),
        page: layout.slots[index].first_page,
        below: gathered.outlines[index],
        open: false,
    };
    let has_pages = |index: &usize| !assembly.parts[*index].inspected.pages.is_empty();
    let mut top: Vec<Bookmark> = Vec::new();
    let mut next = 0;
    for (name, number, parts) in &layout.sections {
        top.extend((next..parts.start).filter(has_pages).map(of_part));
        let inner: Vec<Bookmark> = parts.clone().filter(has_pages).map(of_part).collect();
        next = parts.end;
        let (Some(first), Some(last)) = (inner.first(), inner.last()) else { continue };
        let below = Level { ends: Some((first.number, last.number)), count: inner.len() };
        top.push(Bookmark { number: *number, title: name.clone(), page: first.page, below, open: true });
        level(assembly, layout, views, &inner, *number, chunk);
    }
    top.extend((next..assembly.parts.len()).filter(has_pages).map(of_part));
    level(assembly, layout, views, &top, OUTLINES, chunk);
    let (Some(first), Some(last)) = (top.first(), top.last()) else { return false };
    let shown = top.len() + top.iter().filter(|mark| mark.open).map(|mark| mark.below.count).sum::<usize>();
    let text = format!("<</Type/Outlines/First {} 0 R/Last {} 0 R/Count {shown}>>", first.number, last.number);
    chunk.object(OUTLINES, |out| out.extend_from_slice(text.as_bytes()));
    true
}

fn level(assembly: &Assembly, layout: &Layout, views: &[Geometry], marks: &[Bookmark], parent: u32, chunk: &mut Chunk) {
    for (at, mark) in marks.iter().enumerate() {
        let title = format!("{} p.{}", mark.title.trim(), assembly.number(mark.page));
        let mut rest = format!("/Parent {parent} 0 R/Dest{}", to_page(layout, views, mark.page, "0"));
        if let Some(before) = at.checked_sub(1) {
            rest.push_str(&format!("/Prev {} 0 R", marks[before].number));
        }
        if let Some(after) = marks.get(at + 1) {
            rest.push_str(&format!("/Next {} 0 R", after.number));
        }
        if let Some((first, last)) = mark.below.ends {
            let sign = if mark.open { "" } else { "-" };
            rest.push_str(&format!("/First {first} 0 R/Last {last} 0 R/Count {sign}{}", mark.below.count));
        }
        chunk.object(mark.number, |out| {
            out.extend_from_slice(b"<</Title ");
            write_string(&text_string(&title), out);
            out.extend_from_slice(rest.as_bytes());
            out.extend_from_slice(b">>");
        });
    }
}

/// One form for the bundle. Answers whether there is any.
fn form(forms: &[Form], chunk: &mut Chunk) -> bool {
    let fields: Vec<String> =
        forms.iter().filter_map(|form| form.wrapper).map(|number| format!("{number} 0 R")).collect();
    if fields.is_empty() {
        return false;
    }
    let mut out = format!("<</Fields[{}]", fields.join(" ")).into_bytes();
    if forms.iter().any(|form| form.need_appearances) {
        out.extend_from_slice(b"/NeedAppearances true");
    }
    // Of resources with one name the first document's stays; it matters only to someone who edits a field.
    type Entries<'e> = Vec<(&'e [u8], &'e [u8])>;
    let mut categories: Vec<(&[u8], Entries<'_>)> = Vec::new();
    for (category, name, value) in forms.iter().flat_map(|form| &form.resources) {
        let at = categories.iter().position(|(known, _)| *known == category.as_slice()).unwrap_or_else(|| {
            categories.push((category, Vec::new()));
            categories.len() - 1
        });
        let entries = &mut categories[at].1;
        if !entries.iter().any(|(known, _)| *known == name.as_slice()) {
            entries.push((name, value));
        }
    }
    out.extend_from_slice(b"/DR<<");
    for (category, entries) in categories {
        write_name(category, &mut out);
        out.extend_from_slice(b"<<");
        for (name, value) in entries {
            write_name(name, &mut out);
            out.push(b' ');
            out.extend_from_slice(value);
        }
        out.extend_from_slice(b">>");
    }
    out.extend_from_slice(b">>>>");
    chunk.object(FORM, |buf| buf.extend_from_slice(&out));
    true
}
