//! Where labels of points go, so that none covers another, neither on a phone nor where there is room.

use super::draw::Field;

/// A narrow and a wide drawing, in pixels: one place must do in both.
const WIDTHS: [f64; 2] = [280.0, 700.0];
const LINE: f64 = 16.0;
/// How far up or down a label may move.
const LINES: u32 = 12;
/// From a point to its label.
const GAP: f64 = 13.0;

/// A label's place from its point: pixels across, to its nearer end, and down, to its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// To the right; below 0 to the left, where the label ends.
    pub across: f64,
    /// Downwards.
    pub down: f64,
}

/// The places that are taken, in pixels of each width.
#[derive(Debug)]
pub struct Labels {
    field: Field,
    taken: [Vec<Taken>; 2],
}

#[derive(Debug, Clone, Copy)]
struct Taken {
    left: f64,
    right: f64,
    /// Its middle, and how far it reaches up and down.
    y: f64,
    half: f64,
}

impl Taken {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && (self.y - other.y).abs() < self.half + other.half
    }
}

impl Labels {
    pub fn new(field: Field) -> Self {
        Self { field, taken: [Vec::new(), Vec::new()] }
    }

    /// A mark at x%, from one height to another.
    pub fn taken_by_mark(&mut self, x: f64, (top, bottom): (f64, f64)) {
        let (y, half) = (f64::midpoint(top, bottom), (bottom - top) / 2.0 + 9.0);
        self.take(|width| {
            let x = x / 100.0 * width;
            Taken { left: x - 10.0, right: x + 10.0, y, half }
        });
    }

    /// A label that ends at the right edge.
    pub fn taken_at_right(&mut self, y: f64, label: f64) {
        self.take(|width| Taken { left: width - label, right: width, y, half: LINE / 2.0 });
    }

    /// A label that begins at x%.
    pub fn taken_from(&mut self, x: f64, y: f64, label: f64) {
        self.take(|width| {
            let left = x / 100.0 * width;
            Taken { left, right: left + label, y, half: LINE / 2.0 }
        });
    }

    /// The nearest free place beside a point, and takes it. Where none is free, the one that covers least: a
    /// label that is hard to read is better than none.
    pub fn place(&mut self, x: f64, y: f64, label: &str) -> Place {
        let label = width(label);
        let sides = if x < 50.0 { [GAP, -GAP] } else { [-GAP, GAP] };
        let (top, bottom) = (self.field.y(100.0), self.field.y(0.0));
        let steps =
            std::iter::once(0.0).chain((1..=LINES).flat_map(|i| [-LINE, LINE].map(|by| f64::from(i) * by)));
        let places = steps
            .filter(|down| (top..=bottom).contains(&(y + down)))
            .flat_map(|down| sides.map(|across| Place { across, down }));
        let covered = |place: &Place| {
            let at_width = |(width, taken): (&f64, &Vec<Taken>)| {
                let wanted = place.taken(x / 100.0 * width, y, label);
                let runs_out = wanted.left < 0.0 || wanted.right > *width;
                // Out of the drawing is worse than over all that stands in it.
                if runs_out { taken.len() + 1 } else { taken.iter().filter(|one| one.meets(&wanted)).count() }
            };
            WIDTHS.iter().zip(&self.taken).map(at_width).sum::<usize>()
        };
        let place = places.min_by_key(covered).unwrap_or(Place { across: sides[0], down: 0.0 });
        self.take(|width| place.taken(x / 100.0 * width, y, label));
        place
    }

    fn take(&mut self, at: impl Fn(f64) -> Taken) {
        for (width, taken) in WIDTHS.iter().zip(&mut self.taken) {
            taken.push(at(*width));
        }
    }
}

impl Place {
    /// What a label so wide takes there, of a point at (x, y) in pixels.
    fn taken(self, x: f64, y: f64, label: f64) -> Taken {
        let left = if self.across < 0.0 { x + self.across - label } else { x + self.across };
        Taken { left, right: left + label, y: y + self.down, half: LINE / 2.0 }
    }
}

/// About as wide as a text is set, in pixels.
pub fn width(text: &str) -> f64 {
    text.chars().fold(0.0, |width, _| width + 6.9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_covers_another() {
        let mut labels = Labels::new(Field { top: 24.0, height: 260.0 });
        let points: Vec<(f64, f64)> =
            (0..12).map(|i| (30.0 + f64::from(i * 29 % 65), 80.0 + f64::from(i * 17 % 60))).collect();
        for (x, y) in &points {
            labels.taken_by_mark(*x, (*y, *y));
        }
        for (x, y) in &points {
            labels.place(*x, *y, "Spring 2025");
        }
        for taken in &labels.taken {
            for (i, one) in taken.iter().enumerate().skip(points.len()) {
                assert!(!taken[..i].iter().any(|other| other.meets(one)), "{one:?} in {taken:#?}");
            }
        }
    }
}
