//! Finds in the finished layout where the links stand and which characters no font could show, and takes the links out:
//! the joining of the pages puts them in again with the right target.

use std::collections::{BTreeMap, BTreeSet};
use typst::layout::{Frame, FrameItem, Point};
use typst::model::Destination;
use typst_layout::{Page, PagedDocument};

/// A place on a generated page that leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spot {
    /// The page within the part, from 0.
    pub(crate) page: usize,
    /// Left, bottom, right, top in points from the lower left corner of the page.
    pub(crate) rect: [f64; 4],
    /// The key the page was set with.
    pub(crate) key: usize,
}

/// What was found.
pub(super) struct Found {
    pub(super) document: PagedDocument,
    pub(super) spots: Vec<Spot>,
    pub(super) missing: BTreeSet<char>,
}

/// Left, top, right, bottom in points from the upper left corner.
type Area = [f64; 4];

/// Looks through a layout. Links of one key on one page are one spot that covers them all.
pub(super) fn collect(document: &PagedDocument) -> Found {
    let mut spots = Vec::new();
    let mut missing = BTreeSet::new();
    let mut pages: Vec<Page> = document.pages().to_vec();
    for (number, page) in pages.iter_mut().enumerate() {
        let mut areas: BTreeMap<usize, Area> = BTreeMap::new();
        walk(&page.frame, Point::zero(), &mut areas, &mut missing);
        let height = page.frame.height().to_pt();
        for (key, [left, top, right, bottom]) in areas {
            let rect = [left, height - bottom, right, height - top];
            spots.push(Spot { page: number, rect, key });
        }
        strip(&mut page.frame);
    }
    let info = typst::model::Document::info(document).clone();
    Found { document: PagedDocument::new(pages.into_iter().collect(), info), spots, missing }
}

fn walk(frame: &Frame, origin: Point, areas: &mut BTreeMap<usize, Area>, missing: &mut BTreeSet<char>) {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match item {
            FrameItem::Group(group) => {
                let moved = at + Point::new(group.transform.tx, group.transform.ty);
                walk(&group.frame, moved, areas, missing);
            }
            FrameItem::Link(Destination::Url(url), size) => {
                let Some(key) = url.strip_prefix("k:").and_then(|k| k.parse().ok()) else {
                    continue;
                };
                let here = [at.x.to_pt(), at.y.to_pt(), (at.x + size.x).to_pt(), (at.y + size.y).to_pt()];
                areas
                    .entry(key)
                    .and_modify(|a| {
                        a[0] = a[0].min(here[0]);
                        a[1] = a[1].min(here[1]);
                        a[2] = a[2].max(here[2]);
                        a[3] = a[3].max(here[3]);
                    })
                    .or_insert(here);
            }
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|g| g.id == 0) {
                    let shown = text.text.get(glyph.range()).unwrap_or_default();
                    missing.extend(shown.chars().filter(|c| !is_unseen(*c)));
                }
            }
            _ => {}
        }
    }
}

/// Characters that show nothing in any font: joiners, marks of direction, places to break a line, variation selectors.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn strip(frame: &mut Frame) {
    frame.retain(|item| match item {
        FrameItem::Link(..) => false,
        FrameItem::Group(group) => {
            strip(&mut group.frame);
            true
        }
        _ => true,
    });
}
