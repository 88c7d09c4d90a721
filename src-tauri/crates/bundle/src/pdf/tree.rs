//! A balanced page tree (ISO 32000-1, 7.7.3.2).

use super::chunk::Chunk;

const FAN: usize = 32;

/// The nodes above a row of pages: numbers are consecutive, lowest level first, the root last.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    first: u32,
    first_page: u32,
    /// Nodes per level, lowest first.
    levels: Vec<usize>,
    pages: usize,
}

impl Tree {
    /// A tree for `pages` pages, whose nodes are numbered from `first` on and its pages from the number after the root.
    pub(crate) fn new(first: u32, pages: usize) -> Self {
        let mut levels = vec![pages.div_ceil(FAN).max(1)];
        while let Some(&top) = levels.last()
            && top > 1
        {
            levels.push(top.div_ceil(FAN));
        }
        let first_page = first + levels.iter().sum::<usize>() as u32;
        Self { first, first_page, levels, pages }
    }

    pub(crate) fn root(&self) -> u32 {
        self.first_page - 1
    }

    /// Object number of page `index`.
    pub(crate) fn page(&self, index: usize) -> u32 {
        self.first_page + index as u32
    }

    /// The first number after the pages.
    pub(crate) fn end(&self) -> u32 {
        self.page(self.pages)
    }

    /// The node a page hangs on.
    pub(crate) fn parent_of_page(&self, index: usize) -> u32 {
        self.first + (index / FAN) as u32
    }

    /// Writes the nodes.
    pub(crate) fn write(&self, chunk: &mut Chunk) {
        let mut level_first = self.first;
        let mut below_first = self.first_page;
        let mut below = self.pages;
        let mut leaves_each = FAN;
        for (level, &nodes) in self.levels.iter().enumerate() {
            let next_first = level_first + nodes as u32;
            for node in 0..nodes {
                let kids: Vec<String> = (node * FAN..((node + 1) * FAN).min(below))
                    .map(|kid| format!("{} 0 R", below_first + kid as u32))
                    .collect();
                let count = ((node + 1) * leaves_each).min(self.pages).saturating_sub(node * leaves_each);
                let parent = if level + 1 < self.levels.len() {
                    format!("/Parent {} 0 R", next_first + (node / FAN) as u32)
                } else {
                    String::new()
                };
                let text = format!("<</Type/Pages{parent}/Count {count}/Kids[{}]>>", kids.join(" "));
                chunk.object(level_first + node as u32, |out| out.extend_from_slice(text.as_bytes()));
            }
            (below_first, below, level_first) = (level_first, nodes, next_first);
            leaves_each *= FAN;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_count_adds_up() {
        for pages in [1, 31, 32, 33, 1_024, 1_025, 40_000] {
            let tree = Tree::new(10, pages);
            let mut chunk = Chunk::new(true);
            tree.write(&mut chunk);
            let text = String::from_utf8(chunk.buf).expect("ASCII");
            assert_eq!(text.matches("/Type/Pages/Count").count(), 1, "one root for {pages}");
            assert!(text.contains(&format!("<</Type/Pages/Count {pages}/")), "{pages}");
            assert_eq!(chunk.objects.last().map(|(number, _)| *number), Some(tree.root()));
            assert!(text.contains(&format!("{} 0 R]", tree.page(pages - 1))));
        }
    }
}
