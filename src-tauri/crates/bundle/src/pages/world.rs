//! The typesetter's world: one template, one piece of data, the fonts of this crate. No files, no packages, no network, no clock.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::layout::Abs;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInstance, FontVariant, FontVariations};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Fonts of this crate, all under the SIL Open Font License (see `fonts/`).
pub(crate) const OWN_FONTS: [&[u8]; 7] = [
    include_bytes!("../../fonts/SourceSans3-Regular.otf"),
    include_bytes!("../../fonts/SourceSans3-It.otf"),
    include_bytes!("../../fonts/SourceSans3-Semibold.otf"),
    include_bytes!("../../fonts/SourceSerif4-Regular.otf"),
    include_bytes!("../../fonts/SourceSerif4-It.otf"),
    include_bytes!("../../fonts/SourceSerif4-Semibold.otf"),
    include_bytes!("../../fonts/NotoNaskhArabic_400Regular.ttf"),
];

/// The pages in Typst's language: the common ones, those on what was told and on its effects, the schedule, a letter to go out, the recovery
/// sheet, documents with their formatting, and the choice between them.
const TEMPLATE: &str = concat!(
    include_str!("template.typ"),
    include_str!("told.typ"),
    include_str!("effects.typ"),
    include_str!("schedule.typ"),
    include_str!("letter.typ"),
    include_str!("sheet.typ"),
    include_str!("rich/rich.typ"),
    include_str!("choose.typ")
);

/// What never changes from one run to the next.
struct Fixed {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// The first of the fonts, to measure with.
    plain: Option<FontInstance>,
    template: Source,
    main: FileId,
    data: FileId,
}

fn fixed() -> Option<&'static Fixed> {
    static FIXED: OnceLock<Option<Fixed>> = OnceLock::new();
    FIXED.get_or_init(make_fixed).as_ref()
}

fn make_fixed() -> Option<Fixed> {
    let fonts: Vec<Font> =
        OWN_FONTS.into_iter().chain(typst_assets::fonts()).flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    let plain = fonts.first().cloned();
    let plain = plain.map(|font| font.instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default()));
    let main = id("main.typ")?;
    Some(Fixed {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        plain,
        template: Source::new(main, TEMPLATE.to_owned()),
        main,
        data: id("data.json")?,
    })
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// Width of words in the typeface of the lists, in parts of the size; letters it does not have count as wide as they are high.
pub(super) fn advance(words: &str) -> f64 {
    let Some(font) = fixed().and_then(|fixed| fixed.plain.as_ref()) else { return 0.0 };
    let (face, units) = (font.ttf(), font.units_per_em());
    let width = |c: char| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph));
    words.chars().map(|c| width(c).map_or(1.0, |wide| f64::from(wide) / units)).sum()
}

/// One run of the typesetter.
pub(super) struct PageWorld {
    fixed: &'static Fixed,
    data: Bytes,
    pictures: HashMap<FileId, Bytes>,
}

impl PageWorld {
    /// A world that holds `json` and pictures under [`picture_name`], and nothing else; `None` if the built-in parts do not hold together.
    pub(super) fn new(json: Vec<u8>, pictures: &[Arc<[u8]>]) -> Option<Self> {
        let named = pictures
            .iter()
            .enumerate()
            .filter_map(|(at, bytes)| Some((id(&picture_name(at, bytes))?, Bytes::new(Arc::clone(bytes)))));
        Some(Self { fixed: fixed()?, data: Bytes::new(json), pictures: named.collect() })
    }
}

/// What the page calls a picture.
pub(super) fn picture_name(at: usize, bytes: &[u8]) -> String {
    format!("picture-{at}.{}", if bytes.starts_with(b"\x89PNG") { "png" } else { "jpg" })
}

impl World for PageWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.fixed.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fixed.book
    }

    fn main(&self) -> FileId {
        self.fixed.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.fixed.main { Ok(self.fixed.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = if id == self.fixed.data { Some(&self.data) } else { self.pictures.get(&id) };
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fixed.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
