//! Roughly where a page's content draws: enough to find a free place for the number (ISO 32000-1, 8.3 and 9.4).
//!
//! Text width is guessed, forms are not entered, clips are ignored. A wrong guess costs a better place, nothing else.

/// A matrix as PDF writes it.
type Matrix = [f64; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
/// States deeper than this are not followed.
const MAX_SAVED: usize = 512;

/// Follows a page's content and marks the zones it draws into.
pub(crate) struct Ink {
    zones: Vec<[f64; 4]>,
    touched: u8,
    state: State,
    saved: Vec<State>,
    line: Matrix,
    /// How far the line has been written, in text space.
    written: f64,
    leading: f64,
    /// Zones crossed by the path in progress, and its extent.
    crossed: u8,
    extent: Option<[f64; 4]>,
    point: (f64, f64),
    /// The last numbers before an operator, newest last.
    numbers: [f64; 6],
    count: usize,
    /// Guessed width of the strings before an operator, in parts of the font size.
    shown: f64,
}

#[derive(Clone, Copy)]
struct State {
    matrix: Matrix,
    size: f64,
    white: bool,
}

impl Ink {
    /// Watches these zones (left, bottom, right, top in the page's own space), eight at most.
    pub(crate) fn new(zones: Vec<[f64; 4]>) -> Self {
        Self {
            zones,
            touched: 0,
            state: State { matrix: IDENTITY, size: 0.0, white: false },
            saved: Vec::new(),
            line: IDENTITY,
            written: 0.0,
            leading: 0.0,
            crossed: 0,
            extent: None,
            point: (0.0, 0.0),
            numbers: [0.0; 6],
            count: 0,
            shown: 0.0,
        }
    }

    /// The first zone nothing is drawn into; the first of all when there is none.
    pub(crate) fn free_zone(&self) -> u8 {
        (0..self.zones.len()).position(|zone| self.touched & 1 << zone == 0).unwrap_or(0) as u8
    }

    /// A number before an operator.
    pub(crate) fn number(&mut self, text: &[u8]) {
        self.numbers.rotate_left(1);
        self.numbers[5] = parse(text);
        self.count += 1;
    }

    /// A string before an operator: `bytes` long, its codes one byte wide or two.
    pub(crate) fn string(&mut self, bytes: usize, wide: bool) {
        self.shown += bytes as f64 * if wide { 0.25 } else { 0.5 };
    }

    /// An operator, with the numbers and strings heard since the last one.
    pub(crate) fn operator(&mut self, word: &[u8]) {
        let [n0, n1, n2, n3, n4, n5] = self.numbers;
        match word {
            b"q" if self.saved.len() < MAX_SAVED => self.saved.push(self.state),
            b"Q" => self.state = self.saved.pop().unwrap_or(self.state),
            b"cm" => self.state.matrix = times(self.numbers, self.state.matrix),
            b"BT" => self.start_line(IDENTITY),
            b"Tm" => self.start_line(self.numbers),
            b"Tf" => self.state.size = n5,
            b"TL" => self.leading = n5,
            b"Td" => self.next_line(n4, n5),
            b"TD" => {
                self.leading = -n5;
                self.next_line(n4, n5);
            }
            b"T*" => self.next_line(0.0, -self.leading),
            b"Tj" | b"TJ" => self.show(),
            b"'" | b"\"" => {
                self.next_line(0.0, -self.leading);
                self.show();
            }
            b"m" => self.point = (n4, n5),
            b"l" => self.segment(
                [self.point.0.min(n4), self.point.1.min(n5), self.point.0.max(n4), self.point.1.max(n5)],
                (n4, n5),
            ),
            b"c" | b"v" | b"y" => {
                let (xs, ys) = ([self.point.0, n2, n4], [self.point.1, n3, n5]);
                let (xs, ys) = if word == b"c" {
                    ([xs[0].min(n0), xs[1], xs[2]], [ys[0].min(n1), ys[1], ys[2]])
                } else {
                    (xs, ys)
                };
                let low = |values: [f64; 3]| values.into_iter().fold(f64::INFINITY, f64::min);
                let high = |values: [f64; 3]| values.into_iter().fold(f64::NEG_INFINITY, f64::max);
                self.segment([low(xs), low(ys), high(xs), high(ys)], (n4, n5));
            }
            b"re" => {
                let (left, right) = (n2.min(n2 + n4), n2.max(n2 + n4));
                let (bottom, top) = (n3.min(n3 + n5), n3.max(n3 + n5));
                for edge in [
                    [left, bottom, right, bottom],
                    [left, top, right, top],
                    [left, bottom, left, top],
                    [right, bottom, right, top],
                ] {
                    self.segment(edge, (n2, n3));
                }
            }
            b"S" | b"s" => {
                self.touched |= self.crossed;
                self.end_path();
            }
            b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                if !self.state.white {
                    self.touched |= self.extent.map_or(0, |extent| self.overlapping(extent));
                }
                if !word.eq_ignore_ascii_case(b"f") && word != b"f*" {
                    self.touched |= self.crossed;
                }
                self.end_path();
            }
            b"n" => self.end_path(),
            b"Do" | b"EI" => self.touched |= self.overlapping(bounds([0.0, 0.0, 1.0, 1.0], self.state.matrix)),
            b"g" => self.state.white = n5 >= 1.0,
            b"rg" => self.state.white = n3.min(n4).min(n5) >= 1.0,
            b"k" => self.state.white = n2 + n3 + n4 + n5 <= 0.0,
            b"sc" | b"scn" => {
                self.state.white = match self.count {
                    1 => n5 >= 1.0,
                    3 => n3.min(n4).min(n5) >= 1.0,
                    _ => false,
                }
            }
            _ => {}
        }
        self.count = 0;
        self.shown = 0.0;
    }

    fn start_line(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.written = 0.0;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.start_line(times([1.0, 0.0, 0.0, 1.0, x, y], self.line));
    }

    fn show(&mut self) {
        let width = self.shown * self.state.size;
        let size = self.state.size;
        let text = [self.written, -0.25 * size, self.written + width, 0.9 * size];
        self.touched |= self.overlapping(bounds(text, times(self.line, self.state.matrix)));
        self.written += width;
    }

    fn segment(&mut self, part: [f64; 4], end: (f64, f64)) {
        let part = bounds(part, self.state.matrix);
        self.crossed |= self.overlapping(part);
        self.extent = Some(
            self.extent.map_or(part, |e| [e[0].min(part[0]), e[1].min(part[1]), e[2].max(part[2]), e[3].max(part[3])]),
        );
        self.point = end;
    }

    fn end_path(&mut self) {
        self.crossed = 0;
        self.extent = None;
    }

    fn overlapping(&self, part: [f64; 4]) -> u8 {
        let hit = |zone: &[f64; 4]| part[0] < zone[2] && part[2] > zone[0] && part[1] < zone[3] && part[3] > zone[1];
        // A line has no width here; what lies exactly on an edge is no harm.
        self.zones.iter().enumerate().filter(|(_, zone)| hit(zone)).fold(0, |mask, (at, _)| mask | 1 << at)
    }
}

/// First `inner`, then `outer`.
fn times(inner: Matrix, outer: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = inner;
    let [p, q, r, s, t, u] = outer;
    [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

/// The rectangle around a transformed rectangle.
pub(crate) fn bounds(part: [f64; 4], m: Matrix) -> [f64; 4] {
    let corners = [(part[0], part[1]), (part[2], part[1]), (part[0], part[3]), (part[2], part[3])];
    let placed = corners.map(|(x, y)| (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]));
    placed.into_iter().fold([f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY], |b, (x, y)| {
        [b[0].min(x), b[1].min(y), b[2].max(x), b[3].max(y)]
    })
}

/// A number, quickly; nonsense is zero.
fn parse(text: &[u8]) -> f64 {
    let (mut whole, mut places, mut point, mut negative) = (0.0, 1.0, false, false);
    for byte in text {
        match byte {
            b'-' => negative = true,
            b'.' => point = true,
            b'0'..=b'9' => {
                whole = whole * 10.0 + f64::from(byte - b'0');
                if point {
                    places *= 10.0;
                }
            }
            _ => {}
        }
    }
    if negative { -whole / places } else { whole / places }
}

#[cfg(test)]
mod tests {
    use super::super::content::scan;
    use super::*;

    fn free(content: &str) -> u8 {
        let mut ink = Ink::new(vec![[500.0, 10.0, 590.0, 30.0], [250.0, 10.0, 340.0, 30.0], [10.0, 10.0, 100.0, 30.0]]);
        scan(content.as_bytes(), &mut ink);
        ink.free_zone()
    }

    #[test]
    fn text_lines_pictures_and_areas_push_the_number_on() {
        assert_eq!(free("BT /F 12 Tf 72 700 Td (far above) Tj ET"), 0);
        assert_eq!(free("BT /F 12 Tf 1 0 0 1 480 20 Tm (Page 1 of 9) Tj ET"), 1);
        assert_eq!(free("q 0.5 0 0 0.5 0 0 cm 1000 0 m 1180 100 l S Q 260 15 m 300 15 l S"), 2);
        assert_eq!(free("q 100 0 0 100 480 0 cm /Im Do Q"), 1);
        assert_eq!(free("0.9 g 480 0 200 40 re f"), 1);
        assert_eq!(free("BT /F 12 Tf 14 TL 500 34 Td (a) Tj T* (b) Tj ET"), 1);
    }

    #[test]
    fn frames_and_white_grounds_do_not() {
        assert_eq!(free("5 5 585 832 re S"), 0);
        assert_eq!(free("1 1 1 rg 0 0 595 842 re f"), 0);
        assert_eq!(free("q 0 0 595 842 re W n Q"), 0);
    }

    #[test]
    fn with_no_room_at_all_it_stays_in_its_corner() {
        assert_eq!(free("q 595 0 0 842 0 0 cm /Scan Do Q"), 0);
    }
}
