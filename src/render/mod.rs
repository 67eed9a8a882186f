//! Drawing pages: the theme's templates, filled with views.
//!
//! Templates see `site`, `page`, `view` and the function `t`, and nothing else: no file, no clock, no chance.
//! So a page is a function of its fingerprint. This module must not decide what a page says.

mod compile;
mod error;

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

pub use compile::Templates;

use crate::diag::Diagnostic;
use crate::lang::{Arg, Language};
use crate::theme::Theme;

/// What changes when the same view is drawn differently by another version of the engine.
const ENGINE: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

/// Draws pages and embeds in one language.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
    theme: Arc<Theme>,
    base: [u8; 32],
}

impl Renderer {
    /// For one language, without `site`: embeds can be drawn, pages only after [`Renderer::with_site`].
    pub fn new(templates: &Templates, language: &Arc<Language>) -> Self {
        let mut tera = templates.tera.clone();
        let words = Arc::clone(language);
        tera.register_function("t", move |args: Kwargs, _: &State<'_>| translate(&words, &args));
        let mut hasher = blake3::Hasher::new();
        hasher.update(ENGINE.as_bytes()).update(&templates.theme.hash()).update(language.tag.as_bytes());
        Self { tera, theme: Arc::clone(&templates.theme), base: hasher.finalize().into() }
    }

    /// With what every page of the language shares.
    pub fn with_site(mut self, site: &impl Serialize) -> Result<Self, Diagnostic> {
        let value = Value::try_from_serializable(site).map_err(|e| self.diagnose("base.html", &e))?;
        self.tera.global_context().insert_value("site", value);
        self.base = hash(&self.base, &[&Packed::new(site)]);
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

    /// What [`Renderer::page`] depends on, in 32 bytes: view, page, site, words, templates and engine.
    pub fn fingerprint<V: Serialize + ?Sized, P: Serialize + ?Sized>(
        &self,
        template: &str,
        view: &V,
        page: &P,
    ) -> [u8; 32] {
        hash(&self.base, &[&Packed::new(template), &Packed::new(view), &Packed::new(page)])
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

/// A value as bytes, for hashing alone.
struct Packed(Vec<u8>);

impl Packed {
    /// Views are plain structs, which always pack; what does not is hashed by its JSON.
    fn new<T: Serialize + ?Sized>(value: &T) -> Self {
        let packed = postcard::to_stdvec(value).or_else(|_| serde_json::to_vec(value));
        Self(packed.unwrap_or_default())
    }
}

fn hash(base: &[u8; 32], parts: &[&Packed]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_keyed(base);
    for part in parts {
        hasher.update(&(part.0.len() as u64).to_le_bytes()).update(&part.0);
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests;
