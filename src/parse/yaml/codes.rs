//! The codes of a file's form, before anybody asks what it says.

use crate::diag::{Code, Severity};

/// All of them, in the order of the reference.
pub static CODES: &[&Code] = &[
    &YAML_SYNTAX,
    &YAML_DUPLICATE_KEY,
    &YAML_KEY,
    &YAML_TAG,
    &YAML_ALIAS,
    &YAML_NUMBER,
    &YAML_LOOKALIKE,
    &YAML_UNUSUAL,
    &SEVERAL_DOCUMENTS,
    &TOO_DEEP,
    &FILE_TOO_LARGE,
    &NOT_UTF8,
    &CONTROL_CHARACTER,
    &MERGE_CONFLICT,
];

/// Not YAML.
pub static YAML_SYNTAX: Code = Code {
    word: "yaml-syntax",
    severity: Severity::Error,
    says: "A file cannot be read as YAML.",
    why: "Nothing in the file can be used until its form is right; guessing could show something you did not write.",
    example: "text: What is it: now?        # wrong: a colon and a space inside the value\ntext: \"What is it: now?\"      # right",
    fix: "Mend the place at the caret. Most often it is a value that needs quotes, a tab, or a line indented by one space too many.",
};

/// The same key twice.
pub static YAML_DUPLICATE_KEY: Code = Code {
    word: "yaml-duplicate-key",
    severity: Severity::Error,
    says: "A key stands twice in the same group.",
    why: "Only one of the two values can count, and readers of the file cannot tell which.",
    example: "week: 4\nweek: 5                # wrong: which one?",
    fix: "Keep the value that is right and remove the other.",
};

/// A key that is no word.
pub static YAML_KEY: Code = Code {
    word: "yaml-key",
    severity: Severity::Error,
    says: "What stands before a colon is not a word.",
    why: "Keys are words; a list or a group in the place of a key is nearly always a value that lost its quotes.",
    example: "title: {{name}}        # wrong: braces open a group of keys\ntitle: \"{{name}}\"      # right",
    fix: "Put quotes around a value that begins with { or [, and write every key as a word.",
};

/// A local tag.
pub static YAML_TAG: Code = Code {
    word: "yaml-tag",
    severity: Severity::Error,
    says: "A value begins with an exclamation mark, which YAML reads as a tag.",
    why: "Tags mean something to programs only; the word after the mark would vanish from your text.",
    example: "title: !Important dates     # wrong: `!Important` is read as a tag\ntitle: \"!Important dates\"   # right",
    fix: "Put quotes around the value, or remove the mark.",
};

/// Aliases that go too far.
pub static YAML_ALIAS: Code = Code {
    word: "yaml-alias",
    severity: Severity::Error,
    says: "Aliases (`*name`) repeat a value inside itself, or repeat more than can be meant.",
    why: "A few lines of aliases can unfold into millions of values and stop the build.",
    example: "a: &a [*a]             # wrong: the list holds itself",
    fix: "Write the values out where they are used.",
};

/// A number in an unusual notation.
pub static YAML_NUMBER: Code = Code {
    word: "yaml-number",
    severity: Severity::Warning,
    says: "Something that YAML reads as a number is not written in plain digits.",
    why: "An id such as `1e3` would silently become the number 1000.",
    example: "room: 1e3              # reads as 1000\nroom: \"1e3\"            # text",
    fix: "Put quotes around it where it is text; write plain digits where it is a number.",
};

/// Something that looks like YAML's punctuation but is not.
pub static YAML_LOOKALIKE: Code = Code {
    word: "yaml-lookalike",
    severity: Severity::Warning,
    says: "A text looks as if it were meant as a key or a list item, but a space is missing or is not a plain one; or a value begins with `#`, which makes it a comment.",
    why: "YAML takes such a line as plain text, and what you wrote as a list or a key disappears into it.",
    example: "-bring a question      # wrong: no space after the dash\n- bring a question     # right",
    fix: "Type an ordinary space after the dash or the colon; put quotes around the value if it is meant as text.",
};

/// Accepted by one reader only.
pub static YAML_UNUSUAL: Code = Code {
    word: "yaml-unusual",
    severity: Severity::Warning,
    says: "A file is written in a way that one of the two YAML readers inside mentorbook does not take.",
    why: "Its values are read, but messages about them cannot name the line, and other tools may refuse the file.",
    example: "a: \"x\"#note            # unusual: no space before the comment",
    fix: "Write the place at the caret more simply.",
};

/// More than one document.
pub static SEVERAL_DOCUMENTS: Code = Code {
    word: "several-documents",
    severity: Severity::Error,
    says: "A file holds more than one YAML document.",
    why: "Only one document can be read; what stands below the second `---` would be lost.",
    example: "name: Tandem\n---                    # wrong: starts a second document\nweeks: 20",
    fix: "Remove the line `---`, or move what follows into its own file.",
};

/// Nested beyond sense.
pub static TOO_DEEP: Code = Code {
    word: "too-deep",
    severity: Severity::Error,
    says: "Lists and groups are nested deeper than 64 levels.",
    why: "No program needs that depth; it is a slip or an attack, and reading on could take minutes.",
    example: "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    fix: "Look for brackets that are never closed, or for lines that are indented further and further.",
};

/// Beyond the limit of size.
pub static FILE_TOO_LARGE: Code = Code {
    word: "file-too-large",
    severity: Severity::Error,
    says: "A YAML or Markdown file is larger than 5 MB.",
    why: "Reading such a file takes more memory than most machines spare; data of that size are rows.",
    example: "content/questions.yaml   # 12 MB: exported rows that ended up in the wrong place",
    fix: "Split the file, or keep rows of people and answers as CSV in the private folder.",
};

/// Not text.
pub static NOT_UTF8: Code = Code {
    word: "not-utf8",
    severity: Severity::Error,
    says: "A file is not UTF-8 text.",
    why: "In another encoding, letters with accents would turn into other characters.",
    example: "A file that an older spreadsheet saved as \"Windows-1252\" or \"Unicode (UTF-16)\".",
    fix: "Open the file in your editor and save it with the encoding UTF-8.",
};

/// Two versions of one text, side by side.
pub static MERGE_CONFLICT: Code = Code {
    word: "merge-conflict",
    severity: Severity::Error,
    says: "A file holds the marks that git leaves where two people changed the same lines.",
    why: "In a guide, both versions would be printed with the marks between them; YAML cannot be read at all.",
    example: "<<<<<<< HEAD\nMeet every week.\n=======\nMeet every two weeks.\n>>>>>>> main",
    fix: "Keep the version that is right, remove the other and the three lines of marks.",
};

/// An invisible character.
pub static CONTROL_CHARACTER: Code = Code {
    word: "control-character",
    severity: Severity::Error,
    says: "A file holds a character that cannot be seen and has no place in text.",
    why: "Such characters come with a copy from another program; they break YAML and show as boxes on pages.",
    example: "title: Mid\u{2400}point       # a NUL byte between d and p",
    fix: "Delete the character at the caret; it may be easiest to type the line anew.",
};
