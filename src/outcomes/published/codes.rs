//! What can be wrong with published figures.

use crate::diag::{Code, Severity};

/// A release that this version cannot read.
pub(super) static PUBLISHED_SCHEMA: Code = Code {
    word: "published-schema",
    severity: Severity::Error,
    says: "A published.yaml is written in a format that this version reads.",
    why: "Its figures are the only ones that public pages show; guessing at them could print a wrong one.",
    example: "schema: 1\nrelease: 0001-5f2c9a\ndate: 2027-01-15\nfacts: []",
    fix: "Use the version of mentorbook that wrote the release, or a newer one.",
};

/// A release that somebody edited.
pub(super) static PUBLISHED_EDITED: Code = Code {
    word: "published-edited",
    severity: Severity::Error,
    says: "The figures of a published.yaml are those that `mentorbook release` wrote.",
    why: "A figure that passed no check of disclosure could give a person away, or be wrong.",
    example: "facts:\n  - { key: matches/started, class: open, form: open, value: 39 }   # it was 38",
    fix: "Take the file back from git, or delete it and release the cohort again; to change a figure, correct the rows first.",
};

/// A release that stands in two folders.
pub(super) static PUBLISHED_COPIED: Code = Code {
    word: "published-copied",
    severity: Severity::Error,
    says: "Each published.yaml holds the release of its own cohort or pool.",
    why: "A folder that was copied for the next cohort brings its figures along, and they would be shown as results of people who have none yet.",
    example: "content/cohorts/2025-autumn/published.yaml: of: 2024-autumn",
    fix: "Delete the copy. `mentorbook release COHORT` writes the figures of the cohort from its own rows.",
};

/// Figures of something that is defined otherwise now.
pub(super) static FIGURE_REDEFINED: Code = Code {
    word: "figure-redefined",
    severity: Severity::Warning,
    says: "What was released keeps its definition: the items of a measure, their answers, its threshold and worthwhile change; the promise about the first month.",
    why: "Pages tell a figure in the words of today's definition. Of one that was counted under another, these would be false, and a line through both would show a change that nobody made.",
    example: "measures.yaml: threshold: 3      # it was 4 when 2023-autumn was released",
    fix: "Take the old definition back, or give the new one an id of its own with questions of its own. Until then the old figures are not shown.",
};

/// All of them.
pub static CODES: &[&Code] = &[&PUBLISHED_SCHEMA, &PUBLISHED_EDITED, &PUBLISHED_COPIED, &FIGURE_REDEFINED];
