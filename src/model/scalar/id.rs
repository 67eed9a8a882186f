//! Ids: the words by which things are referred to.

use std::fmt;
use std::sync::Arc;

use crate::model::{Cx, Decode, Node};

/// The id of something: kebab-case for entities, a path without `.md` for guides. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// From text as it is; [`Decode`] is what checks its form.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is kebab-case: lower-case words and numbers joined by single hyphens.
    pub fn is_kebab(text: &str) -> bool {
        !text.is_empty()
            && text.split('-').all(|word| {
                !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            })
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl Decode for Id {
    const TYPE: &'static str = "an id";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Some(text) = node.as_str() else {
            cx.wrong_type(node, "an id (a word)", "put quotes around it, or begin it with a letter");
            return None;
        };
        if !Self::is_kebab(text) {
            let help = format!("write it as `{}`", kebab(text));
            let message =
                format!("`{text}` cannot be an id: lower-case letters, digits and single hyphens only");
            cx.bad_value(node, message, help);
            return None;
        }
        if text.bytes().all(|b| b.is_ascii_digit())
            || matches!(text, "true" | "false" | "yes" | "no" | "null")
        {
            cx.bad_value(node, format!("`{text}` cannot be an id: it reads as a value"), "add a word to it");
            return None;
        }
        Some(Self::new(text))
    }
}

/// The nearest kebab-case form of any text, for suggestions and generated anchors.
pub(crate) fn kebab(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}
