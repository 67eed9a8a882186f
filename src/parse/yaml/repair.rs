//! What `serde_yaml` takes and `saphyr-parser` does not, rewritten so that places are known all the same.
//!
//! Changes nothing that is read: the values come from the text as it stands.

/// A text with spaces put in, and where they are.
pub(super) struct Repaired {
    /// The text for `saphyr-parser`.
    pub text: String,
    /// Bytes of `text` that are not in the file, in order.
    pub inserted: Vec<usize>,
}

/// Indents closing brackets that begin a line, and turns tabs after a colon into spaces.
/// `None` where there is nothing of the kind.
pub(super) fn repair(text: &str) -> Option<Repaired> {
    let mut repaired = Repaired { text: String::with_capacity(text.len() + 64), inserted: Vec::new() };
    for line in text.split_inclusive('\n') {
        if line.trim_start_matches(' ').starts_with([']', '}']) {
            repaired.inserted.push(repaired.text.len());
            repaired.text.push(' ');
        }
        let mut before = ' ';
        for c in line.chars() {
            let spaced = if c == '\t' && matches!(before, ':' | '\t') { ' ' } else { c };
            repaired.text.push(spaced);
            before = c;
        }
    }
    (repaired.text != text).then_some(repaired)
}
