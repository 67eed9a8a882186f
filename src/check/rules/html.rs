//! Raw HTML does not reach the page: say so, once a line.

use super::links_texts::Source;
use super::{Ctx, Rule};
use crate::diag::{Code, Diagnostic, Severity};

/// Raw HTML.
#[derive(Debug)]
pub struct RawHtml;

const HELP: &str = "use Markdown: `**bold**`, `*emphasis*`, `[words](address)`, `> ` for a quotation; \
                    to show a tag as it is, put it between backticks";

/// HTML in a text.
pub static RAW_HTML: Code = Code {
    word: "raw-html",
    severity: Severity::Warning,
    says: "A text holds HTML; its tags are left out of the page, its words stay.",
    why: "Pages have no HTML of their own, so that they stay readable, printable and safe in every theme.",
    example: "<b>Bring both sheets.</b>     # the tags are left out\n**Bring both sheets.**        # right",
    fix: "Use Markdown: **bold**, *emphasis*, tables, > quotations. A line break in a table cell may be written <br>.",
};

static CODES: &[&Code] = &[&RAW_HTML];

impl Rule for RawHtml {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for source in Source::all(cx) {
            let say = |span| {
                Diagnostic::new(&RAW_HTML, source.place(span), "HTML tags are left out of the page")
                    .help(HELP)
            };
            found.extend(source.doc.html.iter().map(|span| say(*span)));
        }
    }
}
