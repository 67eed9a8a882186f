//! The labels of cues: what a paragraph of a script tells the facilitator.

use super::Piece;

/// What a cue is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueLabel {
    /// Words to say.
    Say,
    /// A question.
    Ask,
    /// What to listen for.
    ListenFor,
    /// What to do on hearing something.
    IfYouHear,
    /// What must not be promised.
    DoNotPromise,
    /// A remark.
    Note,
}

/// A paragraph that opens with the label of a cue.
#[derive(Debug, Clone, Copy)]
pub struct CueMark {
    /// What it is for.
    pub label: CueLabel,
    /// The node that opens the paragraph.
    pub paragraph: u32,
    /// The first node after the label; its text may begin with the label's colon.
    pub body: u32,
    /// The label as written, without its colon.
    pub words: Piece,
}

impl CueLabel {
    /// The words of each, in lower case.
    const WORDS: &'static [(&'static str, Self)] = &[
        ("say", Self::Say),
        ("ask", Self::Ask),
        ("listen for", Self::ListenFor),
        ("if you hear", Self::IfYouHear),
        ("do not promise", Self::DoNotPromise),
        ("don't promise", Self::DoNotPromise),
        ("note", Self::Note),
        ("diga", Self::Say),
        ("pregunte", Self::Ask),
        ("escuche", Self::ListenFor),
        ("si oye", Self::IfYouHear),
        ("no prometa", Self::DoNotPromise),
        ("nota", Self::Note),
        ("di", Self::Say),
        ("pregunta", Self::Ask),
        ("escucha", Self::ListenFor),
        ("si oyes", Self::IfYouHear),
        ("no prometas", Self::DoNotPromise),
    ];

    /// From a label without its colon, in English or Spanish.
    pub fn from_words(words: &str) -> Option<Self> {
        let words = words.trim();
        Self::WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(words)).map(|(_, label)| *label)
    }
}
