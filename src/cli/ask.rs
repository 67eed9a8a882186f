//! Questions on the terminal, one line each, with what is taken where the answer is empty.

use std::io::{BufRead, Write};

use super::Stop;

/// Asks until the answer can be read.
pub(super) struct Asker<'a> {
    pub input: &'a mut dyn BufRead,
    pub output: &'a mut dyn Write,
    pub asked: usize,
    pub of: usize,
}

impl Asker<'_> {
    /// One question. `read` says what is wrong with an answer, in a sentence.
    pub fn ask<T>(
        &mut self,
        question: &str,
        usual: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Stop> {
        self.asked += 1;
        loop {
            write!(self.output, "{}/{}  {question} [{usual}] ", self.asked, self.of)?;
            self.output.flush()?;
            let mut line = String::new();
            if self.input.read_line(&mut line)? == 0 {
                writeln!(self.output)?;
                return Err(Stop::new("the questions were not all answered; nothing was written")
                    .help("`mentorbook init --yes` asks none"));
            }
            let answer = if line.trim().is_empty() { usual } else { line.trim() };
            match read(answer) {
                Ok(value) => return Ok(value),
                Err(why) => writeln!(self.output, "     {why}")?,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_wrong_answer_is_asked_again_and_an_empty_one_takes_the_usual() {
        let (mut input, mut output) = (&b"many\n12\n\n"[..], Vec::new());
        let mut asker = Asker { input: &mut input, output: &mut output, asked: 0, of: 2 };
        let number = |text: &str| text.parse::<u32>().map_err(|_| "a number, please".to_owned());
        assert_eq!(asker.ask("How many?", "39", number).unwrap(), 12);
        assert_eq!(asker.ask("How many?", "39", number).unwrap(), 39);
        assert!(asker.ask("How many?", "39", number).is_err());
        let told = String::from_utf8(output).unwrap();
        assert!(
            told.starts_with("1/2  How many? [39]      a number, please\n1/2  How many? [39] 2/2"),
            "{told}"
        );
    }
}
