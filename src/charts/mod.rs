//! Published figures as drawings: one file per form.
//!
//! Every drawing is SVG whose horizontal places are percent of its own width and whose heights are pixels, so
//! that it keeps its strokes on a phone and on paper. Looks come from classes, never from `style`. Words come
//! with the figures, in the page's language. Must not see a raw count: it takes [`Published`] alone.
//!
//! [`Published`]: crate::outcomes::Published

mod bar;
mod difference;
mod draw;
mod funnel;
mod labels;
mod mark;
mod parts;
mod range;
mod registry;
mod retention;
mod slope;
mod svg;

pub use bar::bar;
pub use difference::{difference, sign};
pub use funnel::{FunnelPoint, FunnelWords, funnel_plot};
pub use mark::Mark;
pub use parts::{parts, swatches};
pub use range::{axis, ends, range};
pub use registry::{CHARTS, Chart, Example};
pub use retention::retention;
pub use slope::slope;
pub use svg::{Anchor, Name, Svg, defs};
