//! Which words go behind which pages.

use super::upright::turned;
use crate::model::{FileSource, PageWords, Wanted};
use crate::pages::pictures::Shown;
use crate::pdf::{self, Inspected, Layer, LayerPage};
use std::collections::HashMap;
use std::io;
use std::sync::Arc;

/// A PDF's own pages: the words that they do not show as text. Where they came in as pictures, all of them.
pub(super) fn pages(file: &FileSource, way: pdf::Way, inspected: Arc<Inspected>) -> Arc<Inspected> {
    let Some(words) = file.words.clone() else { return inspected };
    let wanted = if way == pdf::Way::Raster { Wanted::All } else { Wanted::NotItsOwn };
    let layer = Layer::new(move || {
        let pages = words(wanted)?.into_iter();
        Ok(pages
            .map(|page| LayerPage { page: (page.page as usize).saturating_sub(1), place: None, words: page.words })
            .collect())
    });
    Arc::new(Arc::unwrap_or_clone(inspected).with_layer(layer))
}

/// Pages of pictures: all words of what they show.
pub(super) fn pictures(files: &[FileSource], shown: &[(Shown, [f64; 4])], inspected: Inspected) -> Inspected {
    let readers: HashMap<usize, _> =
        shown.iter().filter_map(|(of, _)| Some((of.file, files.get(of.file)?.words.clone()?))).collect();
    if readers.is_empty() {
        return inspected;
    }
    let shown = shown.to_vec();
    inspected.with_layer(Layer::new(move || {
        let mut words = HashMap::new();
        for (file, reader) in &readers {
            words.extend(reader(Wanted::All)?.into_iter().map(|PageWords { page, words }| ((*file, page), words)));
        }
        let page = |(page, (of, place)): (usize, &(Shown, [f64; 4]))| {
            let found = words.remove(&(of.file, of.page))?.into_iter();
            let words = found.map(|word| turned(word, of.quarters)).collect();
            Some(LayerPage { page, place: Some(*place), words })
        };
        io::Result::Ok(shown.iter().enumerate().filter_map(page).collect())
    }))
}
