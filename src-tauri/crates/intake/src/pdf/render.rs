//! One page as a picture.

use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use hayro_interpret::InterpreterSettings;

use super::open;
use crate::worker::Picture;
use crate::{MediaType, Problem, ProblemCode, limits};

/// Renders page `page` (from 1) on white, its longer edge `max_edge` pixels long (at most [`limits::MAX_EDGE`]).
/// `password` is empty for a document that has none.
///
/// # Errors
/// "Locked" or "damaged" as in reading, "not there" where there is no such page.
pub fn render_page(bytes: &[u8], password: &str, page: u32, max_edge: u32) -> Result<Picture, Problem> {
    let pixmap = drawn(bytes, password, page, |_| max_edge)?;
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let bytes = pixmap.into_png().map_err(|_| Problem::damaged("the page cannot be made into a picture"))?;
    Ok(Picture { media_type: MediaType::new("image/png"), width, height, bytes })
}

/// A page's pixels on white; `max_edge` says how many the longer edge has, given its length in points.
pub(crate) fn drawn(bytes: &[u8], password: &str, page: u32, max_edge: impl Fn(f32) -> u32) -> Result<Pixmap, Problem> {
    let pdf = open(bytes, password)?;
    let index = (page as usize).checked_sub(1);
    let page = index
        .and_then(|index| pdf.pages().get(index))
        .ok_or_else(|| Problem::new(ProblemCode::NotThere, format!("This document has no page {page}.")))?;
    let (width, height) = page.render_dimensions();
    let edge = max_edge(width.max(height)).clamp(16, limits::MAX_EDGE) as f32;
    let scale = edge / width.max(height).max(1.0);
    // A page a thousand times as long as it is wide still has to be a pixel wide.
    let at_least_one = |length: f32| if length * scale < 1.0 { 1.0 / length } else { scale };
    let settings = PixmapSettings { x_scale: at_least_one(width), y_scale: at_least_one(height), bg_color: WHITE };
    let cache = RenderCache::new();
    Ok(render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings))
}
