//! Strings of the interface, in layers: the theme's, its parent's, then English.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::Arg;
use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::theme::{MISSING_STRING, THEME_FILE, Theme, ThemeFile};

type Bundle = FluentBundle<FluentResource>;

/// The strings of one language.
pub(super) struct Words {
    /// The language's own, then English; a language without strings has English alone.
    bundles: Vec<Bundle>,
    /// How many of them are the language's own: 0 or 1.
    own: usize,
    /// Where a string of this language would stand.
    file: FileId,
    tag: String,
    missing: Mutex<BTreeMap<String, String>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("tag", &self.tag).finish_non_exhaustive()
    }
}

impl Words {
    pub(super) fn load(theme: &Theme, tag: &str, found: &mut Vec<Diagnostic>) -> Self {
        let plain = tag.split('-').next().unwrap_or(tag);
        let names = if plain == tag { vec![tag] } else { vec![plain, tag] };
        let files = files(theme, &names);
        let file = files.last().map_or(FileId::default(), |f| f.id);
        let mut bundles = Vec::new();
        if files.is_empty() {
            let message =
                format!("the theme has no strings in `{tag}`: its pages speak English around your text");
            let help = format!("add `strings/{tag}.ftl` to a theme of your own");
            found.push(Diagnostic::new(&MISSING_STRING, Place::whole(FileId::NONE), message).help(help));
        } else {
            bundles.push(bundle(tag, &files, found));
        }
        let own = bundles.len();
        if plain != "en" || own == 0 {
            bundles.push(bundle("en", &self::files(theme, &["en"]), found));
        }
        Self { bundles, own, file, tag: tag.to_owned(), missing: Mutex::default() }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|b| b.has_message(key))
    }

    /// Whether the language itself has the string.
    pub(super) fn own(&self, key: &str) -> bool {
        self.bundles.iter().take(self.own).any(|b| b.has_message(key))
    }

    pub(super) fn write(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let found =
            self.bundles.iter().enumerate().find_map(|(i, b)| Some((i, b, b.get_message(key)?.value()?)));
        let Some((index, bundle, pattern)) = found else {
            self.miss(key, format!("no string is called `{key}`"));
            return key.to_owned();
        };
        if index >= self.own && self.own > 0 {
            self.miss(key, format!("`{key}` is missing in `{}`: English is shown", self.tag));
        }
        let args: Option<FluentArgs<'_>> =
            (!args.is_empty()).then(|| args.iter().map(|(name, value)| (*name, value.clone())).collect());
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args.as_ref(), &mut errors).into_owned();
        if let Some(error) = errors.first() {
            self.miss(key, format!("`{key}` cannot be written in full: {error}"));
        }
        text
    }

    fn miss(&self, key: &str, message: String) {
        let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        missing.entry(key.to_owned()).or_insert(message);
    }

    pub(super) fn missing(&self) -> Vec<Diagnostic> {
        let missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        let place = Place::whole(self.file);
        missing.values().map(|message| Diagnostic::new(&MISSING_STRING, place, message.clone())).collect()
    }
}

/// The string files of a language, the one that counts most last.
fn files<'t>(theme: &'t Theme, names: &[&str]) -> Vec<&'t ThemeFile> {
    let mut files: Vec<_> = theme
        .below("strings")
        .filter_map(|(path, file)| {
            let rank = names.iter().position(|name| path.strip_suffix(".ftl") == Some(name))?;
            Some(((rank, std::cmp::Reverse(file.layer)), file))
        })
        .collect();
    files.sort_by_key(|(rank, _)| *rank);
    files.into_iter().map(|(_, file)| file).collect()
}

fn bundle(tag: &str, files: &[&ThemeFile], found: &mut Vec<Diagnostic>) -> Bundle {
    let id: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false); // the marks would stand in attributes and titles
    bundle.set_formatter(Some(super::numbers::in_strings));
    for file in files {
        let resource =
            FluentResource::try_new(file.text().to_owned()).unwrap_or_else(|(resource, errors)| {
                for error in errors {
                    let place = Place::new(file.id, Span::new(error.pos.start, error.pos.end));
                    let message = format!("this string cannot be read: {error}");
                    found.push(Diagnostic::new(&THEME_FILE, place, message));
                }
                resource
            });
        bundle.add_resource_overriding(resource);
    }
    bundle
}
