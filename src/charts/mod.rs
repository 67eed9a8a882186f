//! Published figures as drawings: one file per form.
//!
//! Every drawing is SVG whose horizontal places are percent of its own width and whose heights are pixels, so
//! that it keeps its strokes on a phone and on paper. Looks come from classes, never from `style`. Words come
//! with the figures, in the page's language. Must not see a raw count: it takes [`Published`] alone.
//!
//! [`Published`]: crate::outcomes::Published

mod mark;
mod range;
mod svg;

pub use mark::Mark;
pub use range::{axis, range};
pub use svg::{Anchor, Name, Svg, defs};
