//! Changes to a YAML file line by line, so that its comments stay. Knows only the plain layout of the
//! shipped files: one key per line, two spaces a level.

/// The lines of one file.
#[derive(Debug)]
pub(super) struct Lines(Vec<String>);

impl Lines {
    pub fn new(text: &str) -> Self {
        Self(text.lines().map(str::to_owned).collect())
    }

    pub fn text(self) -> String {
        let mut text = self.0.join("\n");
        text.push('\n');
        text
    }

    /// Sets a key inside the list item of this id.
    pub fn set_in(&mut self, item: &str, key: &str, value: &str) {
        let Some(start) = self.0.iter().position(|line| *line == format!("- id: {item}")) else { return };
        let item = self.0.iter_mut().skip(start + 1).take_while(|line| !line.starts_with("- "));
        for line in item {
            if let Some((indent, _)) = split(line, key) {
                *line = format!("{indent}{key}: {value}");
                return;
            }
        }
    }

    /// Replaces a top-level key with all that belongs to it.
    pub fn replace(&mut self, key: &str, by: &str) {
        if let Some(block) = self.block(key) {
            self.0.splice(block, by.lines().map(str::to_owned));
        }
    }

    /// Removes a top-level key and the comment above it.
    pub fn remove(&mut self, key: &str) {
        let Some(mut block) = self.block(key) else { return };
        while block.start > 0 && self.0[block.start - 1].starts_with('#') {
            block.start -= 1;
        }
        if self.0.get(block.end).is_some_and(String::is_empty) {
            block.end += 1;
        }
        self.0.drain(block);
    }

    /// Removes a line of its own, such as an item of a list.
    pub fn remove_line(&mut self, line: &str) {
        self.0.retain(|l| l.trim() != line);
    }

    /// Removes the texts in a language that the program does not speak.
    pub fn drop_language(&mut self, language: &str) {
        let mut kept: Vec<String> = Vec::with_capacity(self.0.len());
        let mut below: Option<usize> = None;
        for line in self.0.drain(..) {
            let depth = depth(&line);
            if below.is_some_and(|of| !line.is_empty() && depth > of) {
                continue;
            }
            below = split(&line, language).filter(|_| depth > 0).map(|_| depth);
            if below.is_none() {
                kept.push(line);
            }
        }
        self.0 = kept;
    }

    /// Writes `name: …` where a map of languages holds but this one.
    pub fn fold_language(&mut self, language: &str) {
        let mut at = 0;
        while at + 1 < self.0.len() {
            let (line, next) = (&self.0[at], &self.0[at + 1]);
            let text = split(next, language).map(|(_, text)| text.to_owned()).filter(|t| !t.is_empty());
            if let Some(text) = text
                && line.ends_with(':')
                && !line.trim_start().starts_with('#')
                && depth(next) > depth(line)
            {
                let depth = depth(next);
                self.0[at] = format!("{line} {text}");
                self.0.remove(at + 1);
                for line in self.0.iter_mut().skip(at + 1).take_while(|line| self::depth(line) > depth) {
                    line.drain(..2);
                }
            }
            at += 1;
        }
    }

    /// Puts another name where this one stands, and quotes the value where the new name asks for it.
    pub fn rename(&mut self, old: &str, new: &str) {
        for line in self.0.iter_mut().filter(|line| line.contains(old)) {
            let renamed = line.replace(old, new);
            *line = match line.split_once(": ") {
                Some((key, value))
                    if !line.trim_start().starts_with('#') && !value.starts_with(['"', '\'']) =>
                {
                    format!("{key}: {}", scalar(&value.replace(old, new)))
                }
                _ => renamed,
            };
        }
    }

    fn block(&self, key: &str) -> Option<std::ops::Range<usize>> {
        let start =
            self.0.iter().position(|line| split(line, key).is_some_and(|(indent, _)| indent.is_empty()))?;
        let rest = self.0.iter().skip(start + 1);
        let mut end = start + 1 + rest.take_while(|line| line.is_empty() || line.starts_with(' ')).count();
        while self.0[end - 1].is_empty() {
            end -= 1;
        }
        Some(start..end)
    }
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The indent and the value of a line with this key.
fn split<'l>(line: &'l str, key: &str) -> Option<(&'l str, &'l str)> {
    let (indent, rest) = line.split_at(depth(line));
    let value = rest.strip_prefix(key)?.strip_prefix(':')?;
    (value.is_empty() || value.starts_with(' ')).then(|| (indent, value.trim()))
}

/// A text as a YAML value: plain where nobody can misread it, else in quotes.
pub(super) fn scalar(text: &str) -> String {
    let calm = |c: char| c.is_alphanumeric() || " -_.,;'’()/?!&+".contains(c);
    let plain = text.starts_with(char::is_alphabetic)
        && text.chars().all(calm)
        && text.trim() == text
        && !matches!(
            text.to_ascii_lowercase().as_str(),
            "true" | "false" | "yes" | "no" | "null" | "on" | "off" | "y" | "n"
        );
    if plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# About the name.
name: Harbor
terms:
  match:
    en:
      one: pair

# Gone.
fictional: true

list:
- id: a
  title:
    en: One
    es: Uno
  week: 3
- id: b
  week: 4
  text:
    en: >-
      Long
    es: >-
      Largo
";

    #[test]
    fn changes_keep_what_is_around_them() {
        let mut lines = Lines::new(FILE);
        lines.set_in("b", "week", "7");
        lines.remove("fictional");
        lines.drop_language("es");
        lines.fold_language("en");
        lines.rename("Harbor", "Tea: & more");
        assert_eq!(
            lines.text(),
            "\
# About the name.
name: \"Tea: & more\"
terms:
  match:
    en:
      one: pair

list:
- id: a
  title: One
  week: 3
- id: b
  week: 7
  text: >-
    Long
"
        );
    }

    #[test]
    fn values_are_quoted_where_they_must_be() {
        for (text, written) in [
            ("Harbor Mentoring", "Harbor Mentoring"),
            ("Über uns, 2", "Über uns, 2"),
            ("yes", "\"yes\""),
            ("2024", "\"2024\""),
            ("a: b", "\"a: b\""),
            ("- x", "\"- x\""),
            ("say \"hi\" #1", r#""say \"hi\" #1""#),
        ] {
            assert_eq!(scalar(text), written);
        }
    }
}
