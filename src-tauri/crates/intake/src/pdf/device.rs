//! A drawing surface that keeps only letters and where they stand.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::Pdf;

use super::Shade;
use super::glyphs::{Placed, readable};
use super::lines;
use crate::limits;

/// Glyph space has this many units to the em.
const EM: f64 = 1000.0;

/// Calls `take` with the number and the words of each of the first `most` pages, until it says stop. Letters that touch one of `shades` are left out.
pub(super) fn each_page(pdf: &Pdf, most: usize, shades: &[Shade], mut take: impl FnMut(u32, String) -> bool) {
    let cache = InterpreterCache::new();
    for (page, number) in pdf.pages().iter().zip(1_u32..).take(most) {
        let (width, height) = page.render_dimensions();
        let target = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let upright = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(upright, target, &cache, page.xref(), InterpreterSettings::default());
        let shades = shades.iter().filter(|shade| shade.page == number).map(|shade| shade.on(width, height)).collect();
        let mut letters = Letters { placed: Vec::new(), shades };
        interpret_page(page, &mut context, &mut letters);
        if !take(number, lines::text(letters.placed)) {
            return;
        }
    }
}

struct Letters {
    placed: Vec<Placed>,
    /// Where letters are left out, in page units.
    shades: Vec<Rect>,
}

impl Letters {
    fn place(&mut self, glyph: &Glyph<'_>, to_page: Affine, width: f64) {
        if self.placed.len() >= limits::PAGE_GLYPHS {
            return;
        }
        let unicode = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(s)) => s,
            None => return,
        };
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let start = to_page * Point::ZERO;
        let up: Vec2 = to_page * Point::new(0.0, EM) - start;
        let advance = f64::from(advance.unwrap_or(500.0)) / EM * up.hypot() * width;
        let sound = [start.x, start.y, advance, up.x, up.y].iter().all(|n| n.is_finite());
        if sound && up.hypot() > 0.01 && !self.is_shaded(start, up, advance) {
            self.placed.push(Placed::new(readable(&unicode), start, advance, up));
        }
    }
}

impl Letters {
    /// Whether any of a letter may lie under a shade. It takes its whole em upwards, a third of it down, and its advance along.
    fn is_shaded(&self, start: Point, up: Vec2, advance: f64) -> bool {
        if self.shades.is_empty() {
            return false;
        }
        let along = Vec2::new(-up.y, up.x) / up.hypot() * advance;
        let down = start - up / 3.0;
        let letter = Rect::from_points(down, start + up + along).union(Rect::from_points(start + up, down + along));
        self.shades.iter().any(|shade| shade.overlaps(letter))
    }
}

/// How wide this glyph's em is for its height.
fn proportion(to_page: Affine) -> f64 {
    let [a, b, c, d, _, _] = to_page.as_coeffs();
    a.hypot(b) / c.hypot(d).max(f64::MIN_POSITIVE)
}

/// The usual proportion of a run. A substituted font has each of its glyphs stretched to the width that the document
/// expects; the expected widths, which are what the line is set by, are not.
fn usual(run: &GlyphRun<'_, '_>, to_page: Affine) -> f64 {
    let mut all: Vec<_> = run.glyphs().iter().map(|glyph| proportion(to_page * glyph.transform())).collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().filter(|n| n.is_finite()).unwrap_or(1.0)
}

impl Device<'_> for Letters {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        let width = usual(run, props.transform);
        for glyph in run.glyphs() {
            self.place(glyph, props.transform * glyph.transform(), width);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
