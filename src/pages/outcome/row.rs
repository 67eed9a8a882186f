//! One figure in words and drawn.

use super::target::Target;
use super::{Desk, Seen};
use crate::charts::{self, Mark, Name};
use crate::outcomes::Published;
use crate::outcomes::disclose::{Count, FactKey, Form};
use crate::pages::view::{FigureRow, Figures, Link, Told};

impl Desk<'_> {
    /// A figure in words.
    pub(super) fn tell(&self, figure: Published<&Form>) -> Told {
        self.note(figure);
        self.site.told(figure)
    }

    /// Keeps in mind what the form of a figure needs explained.
    fn note(&self, figure: Published<&Form>) {
        let form = *figure.get();
        for (what, there) in [(Seen::Coded, is_coded(form)), (Seen::Unrecorded, leaves_open(form))] {
            if there {
                self.saw(what);
            }
        }
    }

    /// A figure as a row with its range and target.
    pub(super) fn row(&self, name: Link, figure: Published<&Form>, target: Option<&Target>) -> FigureRow {
        let told = self.tell(figure);
        self.drawn(name, told, figure, target)
    }

    /// The same of a key: one answer among several is named.
    pub(super) fn row_of(
        &self,
        key: &FactKey,
        name: Link,
        figure: Published<&Form>,
        target: Option<&Target>,
    ) -> FigureRow {
        self.note(figure);
        self.drawn(name, self.site.told_of(key, figure), figure, target)
    }

    fn drawn(&self, name: Link, told: Told, figure: Published<&Form>, target: Option<&Target>) -> FigureRow {
        let drawing = Mark::of(figure).map(|mark| {
            let drawn = [
                (Seen::Point, mark.point.is_some()),
                (Seen::Range, mark.range.is_some()),
                (Seen::Undecided, mark.undecided.is_some()),
                (Seen::Target, target.is_some()),
            ];
            drawn.into_iter().filter(|(_, there)| *there).for_each(|(what, _)| self.saw(what));
            let title = format!("{}: {}", name.title, told.figure);
            let name = Name { title: &title, description: &told.detail };
            charts::range(mark, target.and_then(|target| target.percent), name)
        });
        FigureRow {
            name,
            told,
            drawing_html: drawing.unwrap_or_default(),
            target: target.map(|target| target.text.clone()).unwrap_or_default(),
            ..FigureRow::default()
        }
    }
}

/// Rows with their scales, and what several of them have to say once.
pub(super) fn figures(rows: Vec<(FigureRow, Published<&Form>)>) -> Figures {
    let mut notes: Vec<String> = Vec::new();
    let mut all: Vec<FigureRow> = Vec::with_capacity(rows.len());
    for (mut row, figure) in rows {
        if !row.drawing_html.is_empty() {
            row.axis_html = axis(figure.get());
            // A scale stands once below all rows that share it.
            if let Some(above) = all.last_mut().filter(|above| above.axis_html == row.axis_html) {
                above.axis_html.clear();
            }
        }
        if is_coded(figure.get()) || leaves_open(figure.get()) {
            // Said once for the whole page, under how sure we are.
            row.told.note.clear();
        } else if !row.told.shown {
            let note = std::mem::take(&mut row.told.note);
            if !note.is_empty() && !notes.contains(&note) {
                notes.push(note);
            }
        }
        all.push(row);
    }
    Figures { rows: all, notes }
}

/// Percent, or the points of the scale.
fn axis(form: &Form) -> String {
    match form {
        Form::Mean { low, high, .. } if high.saturating_sub(*low) == 4 => {
            let points: Vec<String> = (*low..=*high).map(|point| point.to_string()).collect();
            let labels: Vec<&str> = points.iter().map(String::as_str).collect();
            labels.try_into().map(charts::axis).unwrap_or_default()
        }
        Form::Mean { low, high, .. } => charts::axis([&low.to_string(), "", "", "", &high.to_string()]),
        _ => charts::axis(["0", "25", "50", "75", "100%"]),
    }
}

/// Whether "or more" or "or fewer" stands there.
fn is_coded(form: &Form) -> bool {
    matches!(form, Form::Share { x: Count::AtMost(_) | Count::AtLeast(_), .. })
}

/// Whether something may not be recorded: a share's others, or a cell of its own.
fn leaves_open(form: &Form) -> bool {
    match form {
        Form::Share { x: Count::Exact(_), .. } => true,
        _ => form.unrecorded() > 0,
    }
}
