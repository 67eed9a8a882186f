//! What can be wrong with the form of a text.

use crate::diag::{Code, Severity};

/// All codes of this stage.
pub static CODES: &[&Code] = &[&UNKNOWN_HEADING_ATTRIBUTE, &DUPLICATE_ANCHOR];

/// An attribute of a heading that nothing reads.
pub static UNKNOWN_HEADING_ATTRIBUTE: Code = Code {
    word: "unknown-heading-attribute",
    severity: Severity::Error,
    says: "A heading ends in braces that hold something other than `minutes=…` or `#anchor`.",
    why: "A misspelt attribute is a time or an address that you wrote and nobody will ever see.",
    example: "## Close {minuts=5}     # wrong\n## Close {minutes=5}    # right: a step of five minutes\n## Close {#the-close}   # right: its own address",
    fix: "Correct the attribute. To print braces, put a backslash before each: \\{like this\\}.",
};

/// Two headings with one anchor.
pub static DUPLICATE_ANCHOR: Code = Code {
    word: "duplicate-anchor",
    severity: Severity::Error,
    says: "Two headings of a page claim the same anchor with `{#…}`.",
    why: "A link to that anchor would lead to the first of them only.",
    example: "## Who to ask {#ask}\n## How to ask {#ask}    # wrong: taken",
    fix: "Give one of them another anchor, or leave it out: each heading has one made from its words.",
};
