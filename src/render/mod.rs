//! Drawing pages: the theme's templates, filled with views.
//!
//! Templates see `site`, `page`, `view` and the function `t`, and nothing else: no file, no clock, no chance.
//! So a page is a function of its view, its theme and its language. This module must not decide what a page says.

mod compile;
mod error;

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

pub use compile::Templates;

use crate::diag::Diagnostic;
use crate::lang::{Arg, Language};
use crate::theme::Theme;

/// Draws pages and embeds in one language.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
    theme: Arc<Theme>,
}

impl Renderer {
    /// For one language, without `site`: embeds can be drawn, pages only after [`Renderer::with_site`].
    pub fn new(templates: &Templates, language: &Arc<Language>) -> Self {
        let mut tera = templates.tera.clone();
        let words = Arc::clone(language);
        tera.register_function("t", move |args: Kwargs, _: &State<'_>| translate(&words, &args));
        Self { tera, theme: Arc::clone(&templates.theme) }
    }

    /// With what every page of the language shares.
    pub fn with_site(mut self, site: &impl Serialize) -> Result<Self, Diagnostic> {
        let value = Value::try_from_serializable(site).map_err(|e| self.diagnose("base.html", &e))?;
        self.tera.global_context().insert_value("site", value);
        Ok(self)
    }

    /// Draws a whole page: `home.html` with its view and what surrounds it.
    pub fn page<V: Serialize + ?Sized, P: Serialize + ?Sized>(
        &self,
        template: &str,
        view: &V,
        page: &P,
    ) -> Result<String, Diagnostic> {
        let mut context = Context::new();
        self.insert(&mut context, template, "page", page)?;
        self.insert(&mut context, template, "view", view)?;
        self.render(template, &context)
    }

    /// Draws what stands inside a guide: `embeds/sheet.html`.
    pub fn draw<V: Serialize + ?Sized>(&self, template: &str, view: &V) -> Result<String, Diagnostic> {
        let mut context = Context::new();
        self.insert(&mut context, template, "view", view)?;
        self.render(template, &context)
    }

    /// Whether the theme has this template.
    pub fn has(&self, template: &str) -> bool {
        self.tera.contains_template(template)
    }

    fn render(&self, template: &str, context: &Context) -> Result<String, Diagnostic> {
        self.tera.render(template, context).map_err(|e| self.diagnose(template, &e))
    }

    fn insert<V: Serialize + ?Sized>(
        &self,
        context: &mut Context,
        template: &str,
        name: &'static str,
        value: &V,
    ) -> Result<(), Diagnostic> {
        let value = Value::try_from_serializable(value).map_err(|e| self.diagnose(template, &e))?;
        context.insert_value(name, value);
        Ok(())
    }

    fn diagnose(&self, template: &str, error: &tera::Error) -> Diagnostic {
        let found = error::diagnose(&self.theme, template, error).into_iter().next();
        found.unwrap_or_else(|| error::whole(&self.theme, template, &error.to_string()))
    }
}

/// `t(key="week", week=9)`. The answer is plain text: templates mark as safe what they made safe.
fn translate(words: &Language, args: &Kwargs) -> TeraResult<Value> {
    let mut key = None;
    let mut values: Vec<(&str, Arg<'_>)> = Vec::new();
    for (name, value) in args.iter() {
        match name.as_str() {
            Some("key") => key = value.as_str(),
            Some(name) => values.push((name, argument(value))),
            None => {}
        }
    }
    let key = key.ok_or_else(|| tera::Error::message("t() needs the name of a string: t(key=\"…\")"))?;
    Ok(words.t(key, &values).into())
}

/// Numbers stay numbers, so that plurals can be chosen by them.
fn argument(value: &Value) -> Arg<'_> {
    match (value.as_str(), value.as_f64()) {
        (Some(text), _) => text.into(),
        (None, Some(number)) => number.into(),
        (None, None) => value.to_string().into(),
    }
}

#[cfg(test)]
mod tests;
