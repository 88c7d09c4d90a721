//! The pages of a source document in order, with what they inherit (ISO 32000-1, 7.7.3).

use hayro_syntax::object::ObjectIdentifier;

use super::geometry::Geometry;
use super::refused::{Refused, RefusedKind};
use super::source::Source;
use super::value::{Dict, Id, Value};

/// No honest document has more pages; a page tree that repeats itself would.
const MAX_PAGES: usize = 200_000;
const MAX_TREE_DEPTH: usize = 256;

/// One page of a source.
pub(crate) struct SourcePage<'p> {
    /// Its object, unless it stands directly in the tree.
    pub(crate) id: Option<Id>,
    pub(crate) dict: Dict<'p>,
    pub(crate) resources: Option<Value<'p>>,
    media_box: Option<Value<'p>>,
    pub(crate) crop_box: Option<Value<'p>>,
    pub(crate) geometry: Geometry,
}

impl<'p> SourcePage<'p> {
    /// The media box as the source has it, or what viewers assume: US Letter.
    pub(crate) fn media_box(&self) -> Value<'p> {
        self.media_box.clone().unwrap_or_else(|| Value::Array([0, 0, 612, 792].map(Value::int).to_vec()))
    }
}

/// The pages, and what was odd about the tree.
pub(crate) struct SourcePages<'p> {
    pub(crate) pages: Vec<SourcePage<'p>>,
    pub(crate) problems: Vec<String>,
    /// Pages that stand for one that could not be read.
    unreadable: Vec<usize>,
}

const UNREADABLE: &str = "A page in the list of pages could not be read.";

#[derive(Clone, Default)]
struct Inherited<'p> {
    resources: Option<Value<'p>>,
    media_box: Option<Value<'p>>,
    crop_box: Option<Value<'p>>,
    rotate: Option<Value<'p>>,
}

impl<'p> Inherited<'p> {
    fn with(&self, dict: &Dict<'p>) -> Self {
        let pick = |key: &str, above: &Option<Value<'p>>| {
            dict.get(key).filter(|value| **value != Value::Null).cloned().or_else(|| above.clone())
        };
        Self {
            resources: pick("Resources", &self.resources),
            media_box: pick("MediaBox", &self.media_box),
            crop_box: pick("CropBox", &self.crop_box),
            rotate: pick("Rotate", &self.rotate),
        }
    }
}

struct Frame<'p> {
    id: Option<Id>,
    kids: std::vec::IntoIter<Value<'p>>,
    inherited: Inherited<'p>,
}

/// Walks the page tree. Pages listed twice are two pages, as every viewer shows them; a node that contains itself is skipped.
///
/// # Errors
/// [`RefusedKind::NoPages`] and [`RefusedKind::TooDeep`].
pub(crate) fn pages<'p>(source: &Source<'p>) -> Result<SourcePages<'p>, Refused> {
    let mut found = SourcePages { pages: Vec::new(), problems: Vec::new(), unreadable: Vec::new() };
    let catalog = source.catalog();
    let root = catalog.get("Pages").cloned().unwrap_or(Value::Null);
    let root_id = if let Value::Ref(id) = root { Some(id) } else { None };
    if let Value::Dict(dict) = source.resolve(&root) {
        walk(source, root_id, &dict, &mut found)?;
        let count = dict.get("Count").map(|count| source.resolve(count)).and_then(|count| count.as_i64());
        let count = count.and_then(|count| usize::try_from(count).ok());
        if count.is_none_or(|count| count < found.pages.len()) || found.unreadable.len() == found.pages.len() {
            for index in std::mem::take(&mut found.unreadable).into_iter().rev() {
                found.pages.remove(index);
            }
        }
        if let Some(count) = count
            && count != found.pages.len()
        {
            found.problems.push(format!("The file says it has {count} pages; {} were found.", found.pages.len()));
        }
    }
    if found.pages.is_empty() {
        // The reader may have gathered pages by searching the whole file.
        for page in source.pdf.pages().iter() {
            let dict = source.dict(page.raw());
            let id = page.raw().obj_id().map(|id: ObjectIdentifier| (id.obj_number, id.gen_number));
            let inherited = Inherited::default().with(&dict);
            found.pages.push(page_of(source, id, dict, inherited));
        }
        if found.pages.is_empty() {
            return Err(Refused::new(RefusedKind::NoPages, "The file has no pages."));
        }
        found.problems.push("The list of pages was broken; the pages were gathered from the whole file.".into());
    }
    Ok(found)
}

fn walk<'p>(source: &Source<'p>, id: Option<Id>, root: &Dict<'p>, found: &mut SourcePages<'p>) -> Result<(), Refused> {
    let mut stack = vec![frame(source, id, root, &Inherited::default())];
    let mut steps = 0usize;
    while let Some(top) = stack.last_mut() {
        let Some(kid) = top.kids.next() else {
            stack.pop();
            continue;
        };
        steps += 1;
        if steps > 4 * MAX_PAGES || found.pages.len() > MAX_PAGES || stack.len() > MAX_TREE_DEPTH {
            return Err(Refused::new(
                RefusedKind::TooDeep,
                "The list of pages of the file repeats itself without end.",
            ));
        }
        let id = if let Value::Ref(id) = kid { Some(id) } else { None };
        if id.is_some() && stack.iter().any(|frame| frame.id == id) {
            found.problems.push("The list of pages of the file contains itself.".into());
            continue;
        }
        let Some(top) = stack.last() else { break };
        let Value::Dict(dict) = source.resolve(&kid) else {
            // Viewers show an empty page in its place, and the numbers of the pages after it stay right.
            found.problems.push(UNREADABLE.into());
            found.unreadable.push(found.pages.len());
            found.pages.push(page_of(source, None, Dict::default(), top.inherited.clone()));
            continue;
        };
        if dict.name("Type") != Some(b"Page") && dict.has("Kids") {
            let next = frame(source, id, &dict, &top.inherited);
            stack.push(next);
        } else {
            let inherited = top.inherited.with(&dict);
            found.pages.push(page_of(source, id, dict, inherited));
        }
    }
    Ok(())
}

fn frame<'p>(source: &Source<'p>, id: Option<Id>, dict: &Dict<'p>, above: &Inherited<'p>) -> Frame<'p> {
    let kids = source.array_at(dict, "Kids").unwrap_or_default();
    Frame { id, kids: kids.into_iter(), inherited: above.with(dict) }
}

fn page_of<'p>(source: &Source<'p>, id: Option<Id>, dict: Dict<'p>, inherited: Inherited<'p>) -> SourcePage<'p> {
    // Boxes are written out directly: a reference to an array of references helps nobody.
    let direct =
        |value: Option<Value<'p>>| value.map(|value| source.resolve(&value)).and_then(|value| numbers(source, &value));
    let media_box = direct(inherited.media_box);
    let crop_box = direct(inherited.crop_box);
    let rotate = inherited.rotate.map(|r| source.resolve(&r)).and_then(|r| r.as_i64()).unwrap_or(0);
    let unit = dict.get("UserUnit").map(|u| source.resolve(u)).and_then(|u| u.as_f64()).unwrap_or(1.0);
    let geometry = Geometry::new(media_box.as_ref(), crop_box.as_ref(), rotate, unit);
    SourcePage { id, dict, resources: inherited.resources, media_box, crop_box, geometry }
}

/// An array of four numbers with the source's own characters, or nothing.
fn numbers<'p>(source: &Source<'p>, value: &Value<'p>) -> Option<Value<'p>> {
    let Value::Array(items) = value else { return None };
    let items: Vec<Value<'p>> = items.iter().take(4).map(|item| source.resolve(item)).collect();
    (items.len() == 4 && items.iter().all(|item| item.as_f64().is_some())).then_some(Value::Array(items))
}
