//! Suggestions applied to a text; pure, and careful: what overlaps waits for the next run.

use super::{Diagnostic, Edit, FileId};

/// The edits that findings suggest for one file, in order of place, none overlapping another.
pub fn edits(found: &[Diagnostic], file: FileId) -> Vec<&Edit> {
    apart(found.iter(), file)
}

/// The same, guesses left out.
pub fn sure_edits(found: &[Diagnostic], file: FileId) -> Vec<&Edit> {
    apart(found.iter().filter(|one| one.sure), file)
}

fn apart<'f>(found: impl Iterator<Item = &'f Diagnostic>, file: FileId) -> Vec<&'f Edit> {
    let suggested = found.filter_map(|one| one.suggestion.as_ref());
    let mut edits: Vec<&'f Edit> = suggested.filter(|edit| edit.place.file == file).collect();
    edits.sort_by_key(|edit| (edit.place.span, &edit.text));
    let mut free = 0;
    let mut last = None;
    edits.retain(|edit| {
        let span = edit.place.span;
        // Two insertions at one place would depend on their order.
        let fits = span.start >= free && last != Some(span);
        if fits {
            (free, last) = (span.end, Some(span));
        }
        fits
    });
    edits
}

/// The text with these edits made, which must not overlap. One that lies outside the text is left out.
pub fn apply(text: &str, edits: &[&Edit]) -> String {
    let mut ordered = edits.to_vec();
    ordered.sort_by_key(|edit| edit.place.span);
    let mut text = text.to_owned();
    for edit in ordered.into_iter().rev() {
        let span = edit.place.span.range();
        if text.get(span.clone()).is_some() {
            text.replace_range(span, &edit.text);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Place, Severity, Span};

    static CODE: Code =
        Code { word: "x", severity: Severity::Error, says: "", why: "", example: "", fix: "" };

    type Wanted = Vec<(usize, usize, &'static str)>;

    fn suggest(start: usize, end: usize, text: &str) -> Diagnostic {
        let place = Place::new(FileId(0), Span::new(start, end));
        let suggestion = Some(Edit { place, text: text.to_owned() });
        Diagnostic { suggestion, ..Diagnostic::new(&CODE, place, "") }
    }

    #[test]
    fn edits_that_overlap_wait() {
        let cases: [(Wanted, &str); 6] = [
            (vec![(0, 3, "uno"), (8, 13, "tres")], "uno two tres"),
            (vec![(8, 13, "tres"), (0, 3, "uno")], "uno two tres"),
            (vec![(0, 7, "1 2"), (4, 7, "dos")], "1 2 three"),
            (vec![(3, 3, ","), (3, 3, ";")], "one, two three"),
            (vec![(0, 3, "1"), (0, 3, "1")], "1 two three"),
            (vec![(40, 50, "x")], "one two three"),
        ];
        for (wanted, result) in cases {
            let found: Vec<Diagnostic> =
                wanted.iter().map(|(start, end, text)| suggest(*start, *end, text)).collect();
            assert_eq!(apply("one two three", &edits(&found, FileId(0))), result, "{wanted:?}");
            assert!(sure_edits(&found, FileId(0)).is_empty(), "guesses");
        }
    }
}
