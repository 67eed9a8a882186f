//! Sentences that claim a cause, in the languages that the program ships.

use std::ops::Range;

use super::Ctx;
use super::causal::LINKED;

/// The words of a language, and the names that a program gives to what it counts and varies.
pub(super) struct Words<'a> {
    language: &'static Language,
    names: Vec<&'a str>,
}

struct Language {
    code: &'static str,
    /// What claims a cause.
    causes: &'static [&'static str],
    /// What takes the claim back, anywhere in the sentence.
    doubts: &'static [&'static str],
    /// Built-in measures whose words stand for nothing else.
    built_in: &'static [&'static str],
}

static LANGUAGES: &[Language] = &[
    Language {
        code: "en",
        causes: &[
            "led to",
            "leads to",
            "caused",
            "because of",
            "thanks to",
            "due to",
            "owing to",
            "as a result of",
            "resulted in",
            "brought about",
            "made possible by",
            "the effect of",
            "the impact of",
        ],
        doubts: &["cannot", "can't", "can’t", "whether", "nobody can", "not because of", "not due to"],
        built_in: &["completion", "retention", "attendance"],
    },
    Language {
        code: "es",
        causes: &[
            "gracias a",
            "debido a",
            "a causa de",
            "provocó",
            "provocaron",
            "causó",
            "causaron",
            "condujo a",
            "condujeron a",
            "dio lugar a",
            "dieron lugar a",
            "como resultado de",
            "por efecto de",
            "el efecto de",
            "el impacto de",
        ],
        doubts: &["no se puede", "no se pueden", "no podemos", "no sabemos", "nadie puede", "no es debido a"],
        built_in: &["finalización", "permanencia", "asistencia"],
    },
];

/// A claim: the words, where they stand, and what they stand beside.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Claim<'w> {
    pub(super) cause: &'static str,
    pub(super) at: Range<usize>,
    pub(super) beside: &'w str,
}

impl<'a> Words<'a> {
    /// Those of a language; `None` for one whose causal words are not known here.
    pub(super) fn of(cx: &Ctx<'a>, code: &str) -> Option<Self> {
        let language = LANGUAGES.iter().find(|known| code.split('-').next() == Some(known.code))?;
        let first = cx.handbook.first_language();
        let measures = cx.handbook.measures.iter().filter_map(|measure| measure.name.as_ref());
        let features = cx.handbook.program.features.iter().map(|feature| &feature.name);
        let names = measures.chain(features).map(|name| name.get(code, first));
        // An id of one word is a word of the text as well: `belonging`, `skill`.
        let ids = cx.handbook.measures.iter().map(|measure| measure.id.as_str());
        let ids = ids.filter(|id| code == first && !id.contains('-'));
        let names = names.chain(ids).chain(language.built_in.iter().copied()).chain([LINKED]);
        Some(Self { language, names: names.filter(|name| !name.is_empty()).collect() })
    }

    /// The claims of a text: at most one in a sentence.
    pub(super) fn claims<'w>(&'w self, text: &'w str) -> impl Iterator<Item = Claim<'w>> {
        sentences(text).filter_map(|sentence| {
            let words = text[sentence.clone()].to_ascii_lowercase();
            if self.language.doubts.iter().any(|doubt| find(&words, doubt).is_some()) {
                return None;
            }
            let causes = self.language.causes.iter();
            let (at, cause) = causes.filter_map(|cause| Some((find(&words, cause)?, *cause))).min()?;
            let beside = self.names.iter().find(|name| find(&words, &name.to_ascii_lowercase()).is_some())?;
            let start = sentence.start + at;
            Some(Claim { cause, at: start..start + cause.len(), beside })
        })
    }
}

/// A full stop within a number ends nothing.
fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let ends = rest.match_indices(['.', '!', '?', ';']).map(|(at, _)| at + 1);
        let end = ends.into_iter().find(|end| rest[*end..].starts_with(char::is_whitespace));
        let sentence = from..from + end.unwrap_or(rest.len());
        from = sentence.end;
        Some(sentence)
    })
}

/// Where whole words stand in a text.
fn find(text: &str, words: &str) -> Option<usize> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).map(|(at, _)| at).find(|at| {
        !inside(text[..*at].chars().next_back()) && !inside(text[at + words.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_beside_names() {
        let cases = [
            (0, "Belonging rose. That is thanks to nobody.", None),
            (0, "Thanks to all who came. Belonging rose by 3.5 points", None),
            (
                0,
                "We are well; belonging rose by 0.5 because of the calls.",
                Some(("because of", "belonging")),
            ),
            (0, "We cannot say whether it led to completion.", None),
            (0, "It misled tourists about completion.", None),
            (0, "Mentor training changed alongside belonging.", None),
            (0, "This led to \u{fffc}.", Some(("led to", LINKED))),
            (1, "La finalización subió gracias a la formación.", Some(("gracias a", "finalización"))),
            (1, "No se puede decir que provocara la asistencia.", None),
        ];
        for (language, text, expected) in cases {
            let language = &LANGUAGES[language];
            let names = ["belonging", LINKED].into_iter().chain(language.built_in.iter().copied()).collect();
            let words = Words { language, names };
            let found = words.claims(text).next().map(|claim| {
                assert_eq!(text[claim.at].to_lowercase(), claim.cause);
                (claim.cause, claim.beside)
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
