//! From a theme's files to compiled templates, once per build.

use std::sync::Arc;

use tera::{Kwargs, State, Tera, Value};

use super::error;
use crate::diag::Diagnostic;
use crate::theme::{Layer, Theme};

/// The compiled templates of a theme, for all languages.
#[derive(Debug, Clone)]
pub struct Templates {
    pub(super) tera: Tera,
    pub(super) theme: Arc<Theme>,
}

impl Templates {
    /// Compiles them. Where an own template does not compile, every such error is given, and the
    /// default theme's templates are used so that the content can still be checked.
    pub fn compile(theme: &Arc<Theme>) -> (Self, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let mut tera = engine();
        if let Err(error) = tera.add_raw_templates(named(theme, false)) {
            found = every_error(theme, &error);
            tera = engine();
            // A failure here is a failure of the default theme, and is among the errors already.
            let _ = tera.add_raw_templates(named(theme, true));
        }
        (Self { tera, theme: Arc::clone(theme) }, found)
    }
}

/// A parent's files stand below `default/`, so that an own `home.html` can extend `default/home.html`.
fn named(theme: &Theme, only_default: bool) -> Vec<(String, &str)> {
    let files = theme.below("templates").filter(|(_, file)| !only_default || file.layer == Layer::Default);
    let named = files.map(|(path, file)| match file.layer {
        Layer::Own => (path.to_owned(), file.text()),
        Layer::Default => (format!("default/{path}"), file.text()),
    });
    named.collect()
}

/// Filters and functions come before templates, which are checked against them.
fn engine() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".svg"]);
    let _ = tera.set_fallback_prefixes(["default/"]); // fails only once there are templates
    tera.register_function("t", |_: Kwargs, _: &State<'_>| Value::none()); // each language brings its own
    tera
}

/// Tera stops at the first template that it cannot read; each is tried by itself, so that all are named.
fn every_error(theme: &Theme, first: &tera::Error) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (name, text) in named(theme, false) {
        let result = engine().add_raw_template(&name, text);
        if let Err(error) = result
            && matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
        {
            found.extend(error::diagnose(theme, &name, &error));
        }
    }
    if found.is_empty() { error::diagnose(theme, "base.html", first) } else { found }
}
