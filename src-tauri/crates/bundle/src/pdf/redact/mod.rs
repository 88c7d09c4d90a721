//! Areas painted over: a page that has one becomes a picture in which the area is black, so that nothing is under it. No words, notes, bookmarks, form
//! fields or facts about the file are carried over, and of the other pages only what they themselves draw with.

mod keep;
mod paint;

use std::collections::{BTreeMap, BTreeSet};

use hayro::RenderCache;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use lopdf::{Document, Object, dictionary};

use super::bytes::PdfBytes;
use super::guard;
use super::raster::{RasterLimits, draw};
use super::refused::{Refused, RefusedKind};
use super::source;
use keep::Keeper;
use paint::picture_page;

/// An area of a page, in parts of the page's width and height as it is seen upright, from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BlackArea {
    /// Which page, from 0.
    pub page: usize,
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A document with areas painted over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlackedOut {
    /// The document.
    pub pdf: Vec<u8>,
    /// The pages that are pictures now, from 0: those with an area, and those that could not be kept apart from them.
    pub pictures: Vec<usize>,
}

/// How finely kept pages are compared with what they were.
const LOOK: RasterLimits = RasterLimits { dpi: 24.0, max_pixels_per_page: 1_000_000, max_pages: usize::MAX };

/// How far a dot of a kept page may be from what it was.
const CLOSE: u8 = 24;

/// Paints the areas over.
///
/// Drawing strangers' pages can take long: run it in a worker process with limits.
///
/// # Errors
/// [`Refused`] when the file does not open, has too many pages, has not the pages named, or drawing failed. Nothing is ever left under an area.
pub fn black_out(bytes: &[u8], areas: &[BlackArea], limits: RasterLimits) -> Result<BlackedOut, Refused> {
    guard::on_big_stack(|| all(bytes, areas, limits))?
}

fn all(bytes: &[u8], areas: &[BlackArea], limits: RasterLimits) -> Result<BlackedOut, Refused> {
    let pdf = source::open(&PdfBytes::from(bytes.to_vec()))?;
    let pages = pdf.pages().len();
    if pages == 0 {
        return Err(Refused::new(RefusedKind::NoPages, "The file has no pages."));
    }
    if pages > limits.max_pages {
        return Err(Refused::new(RefusedKind::TooDeep, "The file has too many pages to black out areas of them."));
    }
    if areas.iter().any(|area| area.page >= pages) {
        return Err(Refused::new(RefusedKind::Failed, "The file has not as many pages as an area was set for."));
    }
    let mut pictures: BTreeSet<usize> = areas.iter().map(|area| area.page).collect();
    let first = build(bytes, &pdf, areas, &mut pictures, limits)?;
    let changed = changed_looks(&pdf, &first, &pictures)?;
    if changed.is_empty() {
        return Ok(BlackedOut { pdf: first, pictures: pictures.into_iter().collect() });
    }
    // A page that does not look as it did becomes a picture of what it did look like.
    pictures.extend(changed);
    let second = build(bytes, &pdf, areas, &mut pictures, limits)?;
    Ok(BlackedOut { pdf: second, pictures: pictures.into_iter().collect() })
}

/// Builds the document; pages that cannot be kept are added to `pictures`.
fn build(
    bytes: &[u8],
    pdf: &Pdf,
    areas: &[BlackArea],
    pictures: &mut BTreeSet<usize>,
    limits: RasterLimits,
) -> Result<Vec<u8>, Refused> {
    let failed = |_| Refused::new(RefusedKind::Failed, "The pages could not be drawn.");
    let mut by_page: BTreeMap<usize, Vec<BlackArea>> = BTreeMap::new();
    for area in areas {
        by_page.entry(area.page).or_default().push(*area);
    }
    let mut out = Document::with_version("1.7");
    let tree = out.new_object_id();
    let mut keeper = Keeper::open(bytes, pdf.pages().len());
    let (cache, settings) = (RenderCache::new(), InterpreterSettings::default());
    let mut kids = Vec::new();
    for (index, page) in pdf.pages().iter().enumerate() {
        let kept = if pictures.contains(&index) {
            None
        } else {
            keeper.as_mut().and_then(|keeper| keeper.copy(index, &mut out, tree))
        };
        let page = match kept {
            Some(page) => page,
            None => {
                pictures.insert(index);
                let drawn = draw(page, &cache, &settings, limits);
                let over = by_page.get(&index).map_or(&[][..], Vec::as_slice);
                picture_page(&drawn, over, page.render_dimensions(), &mut out, tree).map_err(failed)?
            }
        };
        kids.push(Object::Reference(page));
    }
    let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
    out.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = out.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    out.trailer.set("Root", catalog);
    let mut written = Vec::new();
    out.save_to(&mut written).map_err(|_| Refused::new(RefusedKind::Failed, "The pages could not be written."))?;
    Ok(written)
}

/// The kept pages that do not look as they did.
fn changed_looks(before: &Pdf, after: &[u8], pictures: &BTreeSet<usize>) -> Result<Vec<usize>, Refused> {
    let after = source::open(&PdfBytes::from(after.to_vec()))?;
    let (one, other, settings) = (RenderCache::new(), RenderCache::new(), InterpreterSettings::default());
    let pairs = before.pages().iter().zip(after.pages().iter()).enumerate();
    let differs = |(index, (was, is)): (usize, (_, _))| {
        let (was, is) = (draw(was, &one, &settings, LOOK), draw(is, &other, &settings, LOOK));
        let same = (was.width(), was.height()) == (is.width(), is.height())
            && was.data_as_u8_slice().iter().zip(is.data_as_u8_slice()).all(|(a, b)| a.abs_diff(*b) <= CLOSE);
        (!same).then_some(index)
    };
    Ok(pairs.filter(|(index, _)| !pictures.contains(index)).filter_map(differs).collect())
}
