//! The codes of themes, used where templates are compiled, drawn and worded.

use crate::diag::{Code, Severity};

/// All of them.
pub static CODES: &[&Code] = &[&THEME_FILE, &TEMPLATE_ERROR, &MISSING_STRING];

/// A file of a theme that cannot be used.
pub static THEME_FILE: Code = Code {
    word: "theme-file",
    severity: Severity::Error,
    says: "A file of the theme cannot be read, or its form is wrong.",
    why: "Pages would lack a part that the theme means to give them.",
    example: "parent: defualt        # wrong: there is no such theme\nparent: default        # right",
    fix: "Correct the file; the message says what is wrong with it.",
};

/// A template that does not compile, or asks for what is not there.
pub static TEMPLATE_ERROR: Code = Code {
    word: "template-error",
    severity: Severity::Error,
    says: "A template of the theme cannot be drawn.",
    why: "A page that is drawn in part would be published with a hole in it, so nothing is written.",
    example: "{{ view.titel }}       # wrong: the view has no such field\n{{ view.title }}       # right",
    fix: "Correct the template at the caret. The theme's README lists what each template receives.",
};

/// A string that no layer of the theme has.
pub static MISSING_STRING: Code = Code {
    word: "missing-string",
    severity: Severity::Warning,
    says: "A word of the interface is missing in the strings of the page's language.",
    why: "Readers would meet a word in another language, or the bare name of the string.",
    example: "# strings/es.ftl lacks:\nskip-to-text = Ir al texto",
    fix: "Add the string to `strings/<language>.ftl` of your theme.",
};
