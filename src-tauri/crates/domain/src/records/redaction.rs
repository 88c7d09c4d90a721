//! Areas of a document that one reader is not to see. The document itself never changes: the areas are painted over on the pages of a bundle.

use serde::{Deserialize, Serialize};

/// Sides and places are counted in this many parts of the page's width or height.
pub const PARTS: u32 = 10_000;

/// The most areas of one document.
pub const MOST_AREAS: usize = 2_000;

/// One area of a page. Places are in ten-thousandths of the page as it is seen upright, from its upper left corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Page of the document as it stands in a bundle, from 1.
    pub page: u32,
    /// Left edge.
    pub left: u32,
    /// Upper edge.
    pub top: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// Why it is blacked out, in words that the reader may see ("someone else's data").
    pub why: String,
}

/// What is in the way of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AreaProblem {
    /// Its page is not one of the document's.
    #[error("There is no such page in this document.")]
    NoSuchPage,
    /// It has no width or height.
    #[error("An area needs a width and a height.")]
    Empty,
    /// It reaches over the edge of the page.
    #[error("An area reaches over the edge of its page.")]
    OverTheEdge,
    /// It is not said why.
    #[error("Say why each area is blacked out: the reader is told.")]
    NoReason,
    /// There are too many.
    #[error("These are too many areas for one document. Leave the document out instead.")]
    TooMany,
}

impl Area {
    /// Whether it lies on one of `pages` pages, covers something, and says why.
    ///
    /// # Errors
    /// What is in the way.
    pub fn check(&self, pages: u32) -> Result<(), AreaProblem> {
        let inside = |from: u32, long: u32| from.checked_add(long).is_some_and(|end| end <= PARTS);
        if self.page == 0 || self.page > pages {
            Err(AreaProblem::NoSuchPage)
        } else if self.width == 0 || self.height == 0 {
            Err(AreaProblem::Empty)
        } else if !inside(self.left, self.width) || !inside(self.top, self.height) {
            Err(AreaProblem::OverTheEdge)
        } else if self.why.trim().is_empty() {
            Err(AreaProblem::NoReason)
        } else {
            Ok(())
        }
    }
}

/// What of one document is blacked out for one reader.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redaction {
    /// The areas, by page.
    pub areas: Vec<Area>,
    /// SHA-256 of the pictures of those pages as they looked when the areas were set. Where they look different, an area could lie in the
    /// wrong place, and nothing is made until somebody has looked again.
    pub seen: String,
}

impl Redaction {
    /// Puts the areas in order.
    ///
    /// # Errors
    /// The first area that cannot be, or too many of them.
    pub fn sorted(mut areas: Vec<Area>, pages: u32) -> Result<Vec<Area>, AreaProblem> {
        if areas.len() > MOST_AREAS {
            return Err(AreaProblem::TooMany);
        }
        for area in &mut areas {
            area.why = area.why.trim().to_owned();
            area.check(pages)?;
        }
        areas.sort_by_key(|area| (area.page, area.top, area.left));
        Ok(areas)
    }

    /// The pages that have an area, each once, in order.
    pub fn pages(&self) -> Vec<u32> {
        let mut pages: Vec<u32> = self.areas.iter().map(|area| area.page).collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    /// "2 areas on pages 1 and 4 are blacked out: someone else’s data; account number."
    pub fn in_words(&self) -> String {
        let pages: Vec<String> = self.pages().iter().map(u32::to_string).collect();
        let listed = match pages.as_slice() {
            [] => return String::new(),
            [one] => format!("page {one}"),
            [first @ .., last] => format!("pages {} and {last}", first.join(", ")),
        };
        let mut reasons: Vec<&str> = Vec::new();
        for area in &self.areas {
            if !reasons.contains(&area.why.as_str()) {
                reasons.push(&area.why);
            }
        }
        let (areas, are) = if self.areas.len() == 1 { ("area", "is") } else { ("areas", "are") };
        let reasons = reasons.join("; ");
        format!("{} {areas} on {listed} {are} blacked out: {}.", self.areas.len(), reasons.trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(page: u32, left: u32, top: u32, why: &str) -> Area {
        Area { page, left, top, width: 500, height: 200, why: why.to_owned() }
    }

    #[test]
    fn an_area_lies_on_a_page_covers_something_and_says_why() {
        let good = area(1, 9_500, 9_800, "someone else’s data");
        assert_eq!(good.check(1), Ok(()));
        assert_eq!(Area { page: 2, ..good.clone() }.check(1), Err(AreaProblem::NoSuchPage));
        assert_eq!(Area { page: 0, ..good.clone() }.check(1), Err(AreaProblem::NoSuchPage));
        assert_eq!(Area { width: 0, ..good.clone() }.check(1), Err(AreaProblem::Empty));
        assert_eq!(Area { left: 9_501, ..good.clone() }.check(1), Err(AreaProblem::OverTheEdge));
        assert_eq!(Area { top: u32::MAX, ..good.clone() }.check(1), Err(AreaProblem::OverTheEdge));
        assert_eq!(Area { why: "  ".to_owned(), ..good }.check(1), Err(AreaProblem::NoReason));
    }

    #[test]
    fn it_says_how_many_where_and_why() {
        let areas = vec![
            area(4, 0, 0, "an account number "),
            area(1, 0, 50, "someone else’s data"),
            area(1, 0, 0, "someone else’s data"),
        ];
        let redaction = Redaction { areas: Redaction::sorted(areas, 4).unwrap(), seen: String::new() };
        assert_eq!(
            redaction.in_words(),
            "3 areas on pages 1 and 4 are blacked out: someone else’s data; an account number."
        );
        let one = Redaction { areas: vec![area(2, 0, 0, "a child’s name")], seen: String::new() };
        assert_eq!(one.in_words(), "1 area on page 2 is blacked out: a child’s name.");
        assert_eq!(Redaction::default().in_words(), "");
    }
}
