//! `theme.yaml`: what a theme is called, which theme lies below it, its colours.

use super::ThemeFile;
use super::codes::THEME_FILE;
use crate::diag::Diagnostic;
use crate::entity;
use crate::model::{Cx, Decode};

entity! {
    /// What `theme.yaml` holds.
    pub struct Sheet as "theme" {
        /// What the theme is called.
        name: Option<String>,
        /// The theme that lies below it: `default`, or `none` for a theme that stands alone.
        parent: Option<String>,
        /// The accent colour where the program names none, as #rrggbb.
        accent: Option<String>,
        /// The accent colour on dark paper.
        accent_dark: Option<String>,
        /// The colour of the paper, for the browser's own frame.
        paper: Option<String>,
        /// The same on dark paper.
        paper_dark: Option<String>,
    }
}

/// The settings of a theme, its parent's filled in.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// What the theme is called.
    pub name: String,
    /// The accent colour where the program names none.
    pub accent: Option<String>,
    /// The same on dark paper.
    pub accent_dark: Option<String>,
    /// The paper's colour.
    pub paper: Option<String>,
    /// The same in the dark.
    pub paper_dark: Option<String>,
    alone: bool,
}

impl Settings {
    /// Whether the default theme lies below.
    pub fn has_parent(&self) -> bool {
        !self.alone
    }

    /// Reads `theme.yaml`.
    pub(super) fn read(file: &ThemeFile, found: &mut Vec<Diagnostic>) -> Self {
        let mut cx = Cx::new(file.id);
        let sheet = crate::parse::yaml::parse(file.id, file.text(), &mut cx.found)
            .and_then(|node| Sheet::decode(&node, &mut cx).map(|sheet| (sheet, node)));
        found.append(&mut cx.found);
        let Some((sheet, node)) = sheet else { return Self::default() };
        let parent = sheet.parent.as_deref().unwrap_or("default");
        if !matches!(parent, "default" | "none") {
            let place = cx.place(node.get("parent").map_or(node.span, |n| n.span));
            let message = format!("there is no theme `{parent}` to lie below this one");
            found.push(
                Diagnostic::new(&THEME_FILE, place, message)
                    .help("write `parent: default`, or `parent: none` for a theme that stands alone"),
            );
        }
        for (key, value) in [("accent", &sheet.accent), ("accent_dark", &sheet.accent_dark)] {
            if value.as_deref().is_some_and(|text| super::Colour::parse(text).is_none()) {
                let place = cx.place(node.get(key).map_or(node.span, |n| n.span));
                let message = format!("`{key}` is not a colour");
                found.push(Diagnostic::new(&THEME_FILE, place, message).help("write it as `\"#0f4f73\"`"));
            }
        }
        Self {
            name: sheet.name.unwrap_or_default(),
            accent: sheet.accent,
            accent_dark: sheet.accent_dark,
            paper: sheet.paper,
            paper_dark: sheet.paper_dark,
            alone: parent == "none",
        }
    }

    /// Takes from the parent what this one leaves open. An own accent goes with a dark one made from it.
    pub(super) fn inherit(&mut self, parent: Self) {
        if self.name.is_empty() {
            self.name = parent.name;
        }
        if self.accent.is_none() {
            self.accent = parent.accent;
            self.accent_dark = self.accent_dark.take().or(parent.accent_dark);
        }
        self.paper = self.paper.take().or(parent.paper);
        self.paper_dark = self.paper_dark.take().or(parent.paper_dark);
    }
}
