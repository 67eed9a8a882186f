//! Where labels of points go, so that none covers another on a phone; where there is more room, none does either.

use super::draw::Field;

/// The narrowest drawing, in pixels.
const NARROW: f64 = 280.0;
const LINE: f64 = 16.0;

/// A label's place from its point: pixels across, to its nearer end, and down, to its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// To the right; below 0 to the left, where the label ends.
    pub across: f64,
    /// Downwards.
    pub down: f64,
}

/// The places that are taken, in pixels of the narrowest drawing.
#[derive(Debug)]
pub struct Labels {
    field: Field,
    taken: Vec<Taken>,
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
        Self { field, taken: Vec::new() }
    }

    /// A point at (x%, y px).
    pub fn taken_by_mark(&mut self, x: f64, y: f64) {
        let x = x / 100.0 * NARROW;
        self.taken.push(Taken { left: x - 10.0, right: x + 10.0, y, half: 9.0 });
    }

    /// A label that ends at the right edge.
    pub fn taken_at_right(&mut self, y: f64, width: f64) {
        self.taken.push(Taken { left: NARROW - width, right: NARROW, y, half: LINE / 2.0 });
    }

    /// The nearest free place beside a point, and takes it. Where none is free, beside the point all the same:
    /// a label that is hard to read is better than none.
    pub fn place(&mut self, x: f64, y: f64, label: &str) -> Place {
        let (x, width) = (x / 100.0 * NARROW, width(label));
        let box_at = |place: Place| {
            let left = if place.across < 0.0 { x + place.across - width } else { x + place.across };
            Taken { left, right: left + width, y: y + place.down, half: LINE / 2.0 }
        };
        let sides = if x + 13.0 + width <= NARROW { [13.0, -13.0] } else { [-13.0, 13.0] };
        let steps = [0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0, -4.0, 4.0, -5.0, 5.0];
        let mut places =
            steps.into_iter().flat_map(|step: f64| sides.map(|across| Place { across, down: step * LINE }));
        let (top, bottom) = (self.field.y(100.0), self.field.y(0.0));
        let free = |place: &Place| {
            let wanted = box_at(*place);
            wanted.left >= 0.0
                && wanted.right <= NARROW
                && (top..=bottom).contains(&wanted.y)
                && !self.taken.iter().any(|one| one.meets(&wanted))
        };
        let place = places.find(free).unwrap_or(Place { across: sides[0], down: 0.0 });
        self.taken.push(box_at(place));
        place
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
            labels.taken_by_mark(*x, *y);
        }
        for (x, y) in &points {
            labels.place(*x, *y, "Spring 25 9/12");
        }
        let written = &labels.taken[points.len()..];
        for (i, one) in written.iter().enumerate() {
            assert!(!written[..i].iter().any(|other| other.meets(one)), "{one:?} in {written:#?}");
        }
    }
}
