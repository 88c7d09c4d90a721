//! A drawing of ours as a picture: SVG in, PNG (RFC 2083) out, with the fonts of this crate and no others. Nothing is loaded from anywhere.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use crate::pages::OWN_FONTS;

/// The tallest or widest picture made, in dots: some programs refuse larger ones, and each million dots takes 4 MB.
const LONGEST: f32 = 16_000.0;
/// Dots for each unit of the drawing.
const FINE: f32 = 2.0;

/// Why no picture was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It would have more dots than other programs open.
    #[error("the picture would be too tall")]
    TooTall,
    /// The drawing could not be read or painted.
    #[error("the picture could not be drawn")]
    NotDrawn,
}

/// Paints a drawing of our own.
///
/// # Errors
/// A drawing that is too tall, or that is none.
pub fn png(svg: &str) -> Result<Vec<u8>, PictureError> {
    let options = Options { fontdb: fonts(), font_family: "Source Sans 3".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|_| PictureError::NotDrawn)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let fine = FINE.min(LONGEST / width.max(height));
    if fine < 1.0 {
        return Err(PictureError::TooTall);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and LONGEST")]
    let dots = |length: f32| (length * fine).ceil() as u32;
    let mut dotted = Pixmap::new(dots(width), dots(height)).ok_or(PictureError::NotDrawn)?;
    resvg::render(&tree, Transform::from_scale(fine, fine), &mut dotted.as_mut());
    dotted.encode_png().map_err(|_| PictureError::NotDrawn)
}

fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut fonts = Database::new();
        OWN_FONTS.iter().for_each(|font| fonts.load_font_data(font.to_vec()));
        fonts.set_sans_serif_family("Source Sans 3");
        Arc::new(fonts)
    };
    Arc::clone(FONTS.get_or_init(load))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(height: u32) -> String {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="{height}"><text x="2" y="20" font-family="Source Sans 3">Told</text></svg>"#
        )
    }

    #[test]
    fn words_are_painted_with_our_own_fonts_and_always_alike() {
        let first = png(&drawing(30)).unwrap();
        assert!(first.starts_with(b"\x89PNG"));
        assert_eq!(first, png(&drawing(30)).unwrap());
        let painted = Pixmap::decode_png(&first).unwrap();
        assert_eq!((painted.width(), painted.height()), (80, 60));
        assert!(painted.pixels().iter().any(|dot| dot.alpha() > 200), "no letter was painted");
    }

    #[test]
    fn what_is_too_tall_or_no_drawing_is_refused() {
        assert_eq!(png(&drawing(20_000)), Err(PictureError::TooTall));
        assert_eq!(png("not a drawing"), Err(PictureError::NotDrawn));
    }
}
