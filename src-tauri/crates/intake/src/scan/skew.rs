//! How a page lies: which way its lines run, and how many degrees they are off.
//!
//! Seen along its lines a page of text is stripes of ink and gaps. The dark points are projected at many angles; where the stripes are sharpest, the
//! lines run (a projection profile).

use super::Grey;

/// How far off a page may lie, in degrees to each side.
pub const FURTHEST: f64 = 15.0;
/// Longest edge of the picture that is measured.
const EDGE: usize = 1_400;
/// Darker than this is ink.
const INK: u8 = 150;
/// Most dark points that are looked at; beyond them every second, third … is.
const POINTS: usize = 120_000;
/// Side of the squares that are looked at for being too dark, in pixels.
const CELL: usize = 16;
/// More dark pixels than this in a square are no writing.
const FULL: usize = CELL * CELL * 11 / 20;
/// Fewer dark points than this are no lines.
const FEWEST: usize = 60;
/// How much sharper than at other angles the stripes have to be.
const SHARPER: f64 = 1.15;
/// How much further the stripes across must stand out than those along before a page counts as lying on its side.
const SIDEWAYS: f64 = 1.5;

/// How a page lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lie {
    /// Its lines run down the picture rather than across.
    pub sideways: bool,
    /// Degrees by which the lines turn clockwise from level (from upright, where sideways).
    pub angle: f64,
}

/// How the lines of an evenly lit page lie; level where no lines are to be seen.
#[must_use]
pub fn lie(even: &Grey) -> Lie {
    let factor = even.width().max(even.height()).div_ceil(EDGE);
    let small = even.shrunk(factor);
    let points = ink(&small);
    if points.len() < FEWEST {
        return Lie { sideways: false, angle: 0.0 };
    }
    // Turned by a quarter, columns become rows: (x, y) → (y, -x) keeps the sense of the angle.
    let turned: Vec<(f32, f32)> = points.iter().map(|(x, y)| (*y, -*x)).collect();
    let (along, down) = (sharpest(&points), sharpest(&turned));
    let sideways = down.standing() > along.standing() * SIDEWAYS;
    let best = if sideways { down } else { along };
    Lie { sideways, angle: if best.standing() > SHARPER { best.angle } else { 0.0 } }
}

/// Places of the dark pixels that may be writing: where nearly all is dark, it is a table's edge or a black bar.
fn ink(small: &Grey) -> Vec<(f32, f32)> {
    let (across, down) = (small.width().div_ceil(CELL), small.height().div_ceil(CELL));
    let mut cells = vec![Vec::new(); across * down];
    for (at, _) in small.pixels().iter().enumerate().filter(|(_, value)| **value < INK) {
        let (x, y) = (at % small.width(), at / small.width());
        cells[y / CELL * across + x / CELL].push((x as f32, y as f32));
    }
    let beside_full = |at: usize| {
        let (x, y) = (at % across, at / across);
        (y.saturating_sub(1)..(y + 2).min(down))
            .any(|y| (x.saturating_sub(1)..(x + 2).min(across)).any(|x| cells[y * across + x].len() > FULL))
    };
    let writing: Vec<(f32, f32)> =
        (0..cells.len()).filter(|at| !beside_full(*at)).flat_map(|at| cells[at].iter().copied()).collect();
    let every = writing.len().div_ceil(POINTS).max(1);
    writing.into_iter().step_by(every).collect()
}

struct Sharpest {
    angle: f64,
    score: f64,
    usual: f64,
}

impl Sharpest {
    /// How far the sharpest stripes stand out from those at other angles.
    fn standing(&self) -> f64 {
        self.score / self.usual.max(1.0)
    }
}

fn sharpest(points: &[(f32, f32)]) -> Sharpest {
    let mut bins = Vec::new();
    let steps = (FURTHEST / 0.25) as i32;
    let mut tried: Vec<(f64, f64)> = (-steps..=steps)
        .map(|step| f64::from(step) * 0.25)
        .map(|angle| (angle, sharpness(points, angle, &mut bins)))
        .collect();
    let best = |tried: &[(f64, f64)]| tried.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default();
    let coarse = best(&tried);
    let fine: Vec<(f64, f64)> = (-6..=6)
        .map(|step| coarse.0 + f64::from(step) * 0.05)
        .map(|angle| (angle, sharpness(points, angle, &mut bins)))
        .collect();
    let (angle, score) = best(&fine);
    tried.sort_by(|a, b| a.1.total_cmp(&b.1));
    Sharpest { angle, score, usual: tried[tried.len() / 2].1 }
}

/// The sum of the squared differences between neighbouring stripes, seen at this angle.
fn sharpness(points: &[(f32, f32)], angle: f64, bins: &mut Vec<u32>) -> f64 {
    let (sin, cos) = (angle.to_radians().sin() as f32, angle.to_radians().cos() as f32);
    let place = |(x, y): &(f32, f32)| y * cos - x * sin;
    let (mut low, mut high) = (f32::MAX, f32::MIN);
    for point in points {
        let at = place(point);
        low = low.min(at);
        high = high.max(at);
    }
    bins.clear();
    bins.resize((high - low) as usize + 3, 0);
    for point in points {
        bins[(place(point) - low) as usize + 1] += 1;
    }
    bins.windows(2).map(|pair| (f64::from(pair[1]) - f64::from(pair[0])).powi(2)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::warp::warped;
    use super::*;

    /// Lines of words of different lengths, ragged at the right, as on a letter.
    fn lines() -> Grey {
        Grey::from_fn(900, 1_200, |x, y| {
            let (line, within) = (y / 24, y % 24);
            let long = 500 + line * 7919 % 240;
            // Words begin anywhere and letters have gaps anywhere, or the page would have columns too.
            let scrambled = |n: usize| (n.wrapping_mul(2_654_435_761) >> 13) % 100;
            let word = scrambled(x / 40 + line * 977) < 85 && scrambled((x + line * 5) / 7 + line * 3_571) < 70;
            let writing = (6..48).contains(&line) && (90..90 + long).contains(&x) && line % 9 != 8;
            if writing && word && (7..17).contains(&within) { 20 } else { 255 }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn the_angle_of_a_page_is_found(angle in -14.0..14.0_f64, sideways in any::<bool>()) {
            let quarter = if sideways { 90.0 } else { 0.0 };
            let (page, _) = warped(&lines(), quarter + angle, 1.0);
            let found = lie(&page);
            prop_assert_eq!(found.sideways, sideways);
            prop_assert!((found.angle - angle).abs() < 0.3, "{} instead of {}", found.angle, angle);
        }
    }

    #[test]
    fn an_empty_page_and_grain_lie_level() {
        let level = Lie { sideways: false, angle: 0.0 };
        assert_eq!(lie(&Grey::from_fn(500, 700, |_, _| 255)), level);
        let grain =
            Grey::from_fn(500, 700, |x, y| if (x * 7919 + y * 104_729 + x * y * 31) % 97 < 4 { 0 } else { 255 });
        assert!(!lie(&grain).sideways);
    }
}
