//! Which object numbers go where in a bundle: settled before a byte is written, so documents can be copied side by side.

use std::collections::HashMap;

use super::assembly::{AssembleError, Assembly};
use super::tree::Tree;

/// Fixed objects at the front.
pub(crate) const CATALOG: u32 = 1;
pub(crate) const INFO: u32 = 2;
pub(crate) const OUTLINES: u32 = 3;
pub(crate) const SAVE: u32 = 4;
pub(crate) const FORM: u32 = 5;
pub(crate) const FONT: u32 = 6;
/// Font of the words behind pages.
pub(crate) const WORDS: u32 = 11;
const TREE: u32 = 17;
/// Object numbers beyond this trouble common viewers (ISO 32000-1, annex C).
const MOST_OBJECTS: u64 = 8_388_607;

/// The numbers of one part.
pub(crate) struct Slot {
    pub(crate) first_page: usize,
    pub(crate) first_shared: u32,
    pub(crate) first_own: u32,
    /// The shared objects are written with this part; later copies of the same document refer to them.
    pub(crate) writes_shared: bool,
    pub(crate) bookmark: u32,
    /// Links of the bundle by page of the part.
    pub(crate) links: HashMap<usize, Vec<u32>>,
}

/// The whole plan.
pub(crate) struct Layout {
    pub(crate) tree: Tree,
    pub(crate) slots: Vec<Slot>,
    /// Number of the first link object.
    pub(crate) first_link: u32,
    /// Sections: name, number of their bookmark, parts under it.
    pub(crate) sections: Vec<(String, u32, std::ops::Range<usize>)>,
    /// One more than the highest number.
    pub(crate) end: u32,
}

/// Plans a bundle.
///
/// # Errors
/// [`AssembleError::Nothing`], [`AssembleError::Link`], [`AssembleError::TooLarge`].
pub(crate) fn plan(assembly: &Assembly) -> Result<Layout, AssembleError> {
    let pages = assembly.pages();
    if pages == 0 {
        return Err(AssembleError::Nothing);
    }
    check_size(assembly)?;
    check_links(assembly)?;
    let tree = Tree::new(TREE, pages);
    let first_link = tree.end();
    let mut next = first_link + assembly.links.len() as u32;
    let mut take = |count: usize| {
        let first = next;
        next += count as u32;
        first
    };
    let mut sections: Vec<(String, u32, std::ops::Range<usize>)> = Vec::new();
    for (index, part) in assembly.parts.iter().enumerate() {
        let Some(section) = &part.section else { continue };
        match sections.last_mut() {
            Some((name, _, parts)) if name == section && parts.end == index => parts.end += 1,
            _ => sections.push((section.clone(), take(1), index..index + 1)),
        }
    }
    let first_bookmark = take(assembly.parts.len());
    let mut slots: Vec<Slot> = Vec::with_capacity(assembly.parts.len());
    let mut by_length: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut first_page = 0;
    for (index, part) in assembly.parts.iter().enumerate() {
        let alike = by_length.entry(part.pdf.length()).or_default();
        let twin = alike.iter().copied().find(|&twin| assembly.parts[twin].pdf.same(&part.pdf));
        if twin.is_none() {
            alike.push(index);
        }
        let first_shared = match twin {
            Some(twin) => slots[twin].first_shared,
            None => take(part.inspected.shared_objects as usize),
        };
        let first_own = take(part.inspected.own_objects as usize);
        let bookmark = first_bookmark + index as u32;
        slots.push(Slot {
            first_page,
            first_shared,
            first_own,
            writes_shared: twin.is_none(),
            bookmark,
            links: HashMap::new(),
        });
        first_page += part.inspected.pages.len();
    }
    for (index, link) in assembly.links.iter().enumerate() {
        slots[link.from_part].links.entry(link.from_page).or_default().push(first_link + index as u32);
    }
    Ok(Layout { tree, slots, first_link, sections, end: next })
}

fn check_size(assembly: &Assembly) -> Result<(), AssembleError> {
    let objects: u64 = assembly
        .parts
        .iter()
        .map(|part| {
            let found = &part.inspected;
            u64::from(found.shared_objects) + u64::from(found.own_objects) + 2 * found.pages.len() as u64 + 2
        })
        .sum();
    let all = objects + assembly.links.len() as u64 + u64::from(TREE);
    if all > MOST_OBJECTS { Err(AssembleError::TooLarge) } else { Ok(()) }
}

fn check_links(assembly: &Assembly) -> Result<(), AssembleError> {
    let there =
        |part: usize, page: usize| assembly.parts.get(part).is_some_and(|part| page < part.inspected.pages.len());
    match assembly
        .links
        .iter()
        .position(|link| !there(link.from_part, link.from_page) || !there(link.to_part, link.to_page))
    {
        Some(index) => Err(AssembleError::Link(index)),
        None => Ok(()),
    }
}
