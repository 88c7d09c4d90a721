//! A page as it is displayed: crop box, rotation, user unit.

use super::value::Value;

/// US Letter in points: what viewers assume for a page without a media box.
const LETTER: [f64; 4] = [0.0, 0.0, 612.0, 792.0];

/// The visible rectangle of a page in its own space, and how it is turned for display.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Geometry {
    /// Left, bottom, right, top in the page's own units.
    pub(crate) view: [f64; 4],
    /// 0, 90, 180 or 270, clockwise.
    pub(crate) rotate: i64,
    /// Points to one unit of the page.
    pub(crate) unit: f64,
}

impl Geometry {
    pub(crate) fn new(media: Option<&Value<'_>>, crop: Option<&Value<'_>>, rotate: i64, unit: f64) -> Self {
        let media = media.and_then(rectangle).unwrap_or(LETTER);
        let view = crop.and_then(rectangle).map_or(media, |crop| {
            let cut = [crop[0].max(media[0]), crop[1].max(media[1]), crop[2].min(media[2]), crop[3].min(media[3])];
            // A crop box outside the media box counts for nothing.
            if cut[2] > cut[0] && cut[3] > cut[1] { cut } else { media }
        });
        let rotate = rotate.rem_euclid(360);
        let rotate = if rotate % 90 == 0 { rotate } else { 0 };
        let unit = if unit > 0.0 && unit <= 1000.0 { unit } else { 1.0 };
        Self { view, rotate, unit }
    }

    /// Width and height in points as displayed.
    pub(crate) fn size(&self) -> (f64, f64) {
        let width = (self.view[2] - self.view[0]) * self.unit;
        let height = (self.view[3] - self.view[1]) * self.unit;
        if self.rotate % 180 == 0 { (width, height) } else { (height, width) }
    }

    /// The matrix from display space (points, origin bottom left as displayed, upright) to the page's own space.
    pub(crate) fn display_matrix(&self) -> [f64; 6] {
        let [left, bottom, right, top] = self.view;
        let s = 1.0 / self.unit;
        match self.rotate {
            90 => [0.0, s, -s, 0.0, right, bottom],
            180 => [-s, 0.0, 0.0, -s, right, top],
            270 => [0.0, -s, s, 0.0, left, top],
            _ => [s, 0.0, 0.0, s, left, bottom],
        }
    }
}

fn rectangle(value: &Value<'_>) -> Option<[f64; 4]> {
    let Value::Array(items) = value else { return None };
    let n: Vec<f64> = items.iter().filter_map(Value::as_f64).collect();
    let [a, b, c, d] = n[..] else { return None };
    let sorted = [a.min(c), b.min(d), a.max(c), b.max(d)];
    (sorted[2] > sorted[0] && sorted[3] > sorted[1]).then_some(sorted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(numbers: [i64; 4]) -> Value<'static> {
        Value::Array(numbers.map(Value::int).to_vec())
    }

    #[test]
    fn the_bottom_left_as_displayed_lies_where_rotation_puts_it() {
        let corners =
            [(0, [10.0, 20.0]), (90, [110.0, 20.0]), (180, [110.0, 220.0]), (270, [10.0, 220.0]), (-90, [10.0, 220.0])];
        for (rotate, corner) in corners {
            let page = Geometry::new(Some(&boxed([10, 20, 110, 220])), None, rotate, 1.0);
            let m = page.display_matrix();
            assert_eq!([m[4], m[5]], corner, "rotated by {rotate}");
        }
    }

    #[test]
    fn the_size_is_what_is_seen() {
        let page = Geometry::new(Some(&boxed([0, 200, 100, 0])), Some(&boxed([10, 10, 900, 110])), 90, 2.0);
        assert_eq!(page.size(), (200.0, 180.0));
    }

    #[test]
    fn nonsense_boxes_fall_back() {
        assert_eq!(Geometry::new(None, Some(&boxed([700, 0, 800, 1])), 45, -1.0).size(), (612.0, 792.0));
    }
}
