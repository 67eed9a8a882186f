//! Published figures in the words of a language: the only sentences that a figure chooses.
//!
//! Each is a function of the printed form. Must not see anything else of a cohort.

use super::Site;
use super::view::Told;
use crate::lang::Arg;
use crate::model::{Answer, Better, Choices, Measure, Question, When};
use crate::outcomes::Published;
use crate::outcomes::derive;
use crate::outcomes::disclose::{Clamp, Count, FactKey, Form, Kind, Part, Why};

impl Site<'_> {
    /// A figure in words.
    pub fn told(&self, figure: Published<&Form>) -> Told {
        self.told_with(figure, &|cell| self.cell_name(cell))
    }

    /// The figure of a key in words: of one answer among several, with that answer's.
    pub fn told_of(&self, key: &FactKey, figure: Published<&Form>) -> Told {
        let mut told = self.told_with(figure, &|cell| self.cell_name_of(key, cell));
        let form = *figure.get();
        if key.is_rounded() {
            told.figure = self.ta("outcome-about", &[("n", &told.figure)]);
        }
        // With something not recorded, each answer stands there by name.
        if form.headline().is_some()
            && form.unrecorded() == 0
            && !derive::is_paired(key)
            && let Some(answer) = self.answer_counted(key.variable())
        {
            told.figure = self.ta("told-answer", &[("answer", &answer), ("figure", &told.figure)]);
        }
        told
    }

    fn told_with(&self, figure: Published<&Form>, name: &dyn Fn(&str) -> String) -> Told {
        let form = *figure.get();
        let shown = form.is_shown();
        let (figure, detail, note) = match form {
            Form::Open { value } => (self.whole(*value), String::new(), String::new()),
            Form::TooFew { group } => {
                (self.with("told-too-few", &[("group", *group)]), String::new(), self.t("why-too-few"))
            }
            Form::NotShown { why } => (self.t("told-not-shown"), String::new(), self.why(*why)),
            Form::Share { n, x } => self.share(form, *n, *x),
            Form::Split { n, cells } => self.split(form, *n, cells, name),
            Form::Mean { low, high, tenths, clamp, answered, n, .. } => {
                let key = match clamp {
                    Clamp::None => "told-mean",
                    Clamp::OrLower => "told-mean-or-lower",
                    Clamp::OrHigher => "told-mean-or-higher",
                };
                let mean = self.lang.t(key, &[("mean", self.lang.tenths(*tenths).into())]);
                let scale = self.with("told-scale", &[("low", *low), ("high", *high)]);
                (mean, scale, self.with("told-answered", &[("answered", *answered), ("n", *n)]))
            }
        };
        Told { figure, detail, note, shown }
    }

    /// "9 or more of 12".
    pub(super) fn count(&self, n: u32, x: Count) -> String {
        self.with(&format!("told-{}", kind(x)), &[("x", x.printed()), ("n", n)])
    }

    fn share(&self, form: &Form, n: u32, x: Count) -> (String, String, String) {
        let figure = self.count(n, x);
        let percent = self.with(&format!("told-percent-{}", kind(x)), &[("percent", x.percent(n))]);
        let note = match x {
            Count::Exact(_) => self.t("told-others-unknown"),
            Count::AtMost(_) | Count::AtLeast(_) => self.t("why-coded"),
        };
        (figure, self.beside_range(percent, form), note)
    }

    fn split(
        &self,
        form: &Form,
        n: u32,
        cells: &[Part],
        name: &dyn Fn(&str) -> String,
    ) -> (String, String, String) {
        let unrecorded = form.unrecorded();
        let headline = derive::range(form).and(form.headline());
        match headline {
            Some((_, x)) if unrecorded == 0 => {
                let figure = self.with("told-of", &[("x", x.printed()), ("n", n)]);
                let percent = self.with("told-percent-of", &[("percent", x.percent(n))]);
                (figure, self.beside_range(percent, form), String::new())
            }
            Some((_, x)) => {
                // Outwards, as every range.
                let (low, high) = (Count::AtLeast(x.printed()), Count::AtMost(x.printed() + unrecorded));
                let (low, high) = (low.percent(n), high.percent(n));
                let detail =
                    self.with("told-unrecorded", &[("count", unrecorded), ("low", low), ("high", high)]);
                (self.cells(cells, name), detail, String::new())
            }
            None => (self.cells(cells, name), self.with("told-of-all", &[("n", n)]), String::new()),
        }
    }

    /// "21 yes, 10 no": the cells that are known.
    fn cells(&self, cells: &[Part], name: &dyn Fn(&str) -> String) -> String {
        let known = cells.iter().filter(|cell| cell.kind != Kind::Unrecorded);
        known.map(|part| self.cell(part, name(&part.name))).collect::<Vec<_>>().join(", ")
    }

    /// "21 yes".
    pub fn cell(&self, part: &Part, name: String) -> String {
        self.lang.t("told-cell", &[("count", part.count.into()), ("name", name.into())])
    }

    /// "71%; similar cohorts 55% to 83%".
    fn beside_range(&self, percent: String, form: &Form) -> String {
        match derive::range(form) {
            Some((low, high)) => {
                format!("{percent}; {}", self.with("told-similar", &[("low", low), ("high", high)]))
            }
            None => percent,
        }
    }

    /// A string with whole numbers in it.
    pub fn with(&self, key: &str, numbers: &[(&str, u32)]) -> String {
        let numbers: Vec<(&str, Arg)> = numbers.iter().map(|(name, n)| (*name, Arg::from(*n))).collect();
        self.lang.t(key, &numbers)
    }

    /// A whole number with the language's marks.
    pub fn whole(&self, value: u64) -> String {
        #[allow(clippy::cast_precision_loss, reason = "counts of people and hours")]
        self.lang.number(value as f64)
    }

    /// "completed", "not recorded".
    pub fn cell_name(&self, name: &str) -> String {
        let key = format!("cell-{name}");
        if self.lang.has(&key) { self.t(&key) } else { name.replace('-', " ") }
    }

    /// The same of a figure's own cells: an answer has the words of its question.
    pub fn cell_name_of(&self, key: &FactKey, name: &str) -> String {
        // Another reason, or one that is held elsewhere, stands with those that nobody recorded.
        if key.variable() == "ended-early-why" && name == "not-recorded" {
            return self.t("cell-no-reason");
        }
        let own = self.book.measures.iter().find(|own| own.id.as_str() == key.variable());
        if own.is_some_and(|own| own.better == Better::Lower && own.score.is_some())
            && matches!(name, "yes" | "no")
        {
            return self.t(if name == "yes" { "cell-favourable" } else { "cell-others" });
        }
        let choices = self.one_of(key.variable()).map_or(&[][..], |choices| choices.choices.as_slice());
        let answer = choices.iter().find(|choice| choice.id.as_str() == name);
        answer.map_or_else(|| self.cell_name(name), |choice| self.text(&choice.name))
    }

    /// What a measure's share counts, where its name does not say it: of one answer among several the first, and of a
    /// score of which less is better the favourable ones.
    pub fn answer_counted(&self, measure: &str) -> Option<String> {
        let own = self.book.measures.iter().find(|own| own.id.as_str() == measure)?;
        let is_score = own.score.is_some() || matches!(self.only_item(own)?.answer, Answer::Scale(_));
        if own.better == Better::Lower && is_score {
            return Some(self.t("cell-favourable"));
        }
        self.one_of(measure)?.choices.first().map(|choice| self.text(&choice.name))
    }

    fn only_item(&self, own: &Measure) -> Option<&Question> {
        self.book.question(own.items.first()?.question.id.as_str())
    }

    /// The answers to a measure that is a question with one answer among several.
    fn one_of(&self, measure: &str) -> Option<&Choices> {
        let own = self.book.measures.iter().find(|own| own.id.as_str() == measure)?;
        match &self.only_item(own)?.answer {
            Answer::Choices(choices) if !choices.many && own.score.is_none() => Some(choices),
            _ => None,
        }
    }

    /// Why a figure is not shown.
    pub fn why(&self, why: Why) -> String {
        self.t(match why {
            Why::FewInCell => "why-few-in-cell",
            Why::FewAnswers => "why-few-answers",
            Why::Pooled => "why-pooled",
            Why::OneCohort => "why-one-cohort",
            Why::Running => "why-running",
            Why::Redefined => "why-redefined",
        })
    }

    /// What a figure is about: "Completed, or met their goals early", a measure's name, "Midpoint held".
    pub fn figure_name(&self, key: &FactKey) -> String {
        let variable = key.variable();
        if let Some(id) = variable.strip_prefix("check-in.") {
            return self.check_in_figure(id);
        }
        if self.book.measures.iter().any(|m| m.id.as_str() == variable) {
            return self.measure_name(variable);
        }
        let named = format!("figure-{}", variable.replace('.', "-"));
        if self.lang.has(&named) {
            return self.counted_in(&named);
        }
        self.choice_name(variable).unwrap_or_else(|| variable.replace(['-', '.'], " "))
    }

    /// "Midpoint: held"; of a rhythm, that one time is enough.
    pub fn check_in_figure(&self, id: &str) -> String {
        let key = if self.recurs(id) { "figure-check-in-once" } else { "figure-check-in" };
        self.ta(key, &[("name", &self.check_in_name(id))])
    }

    /// Whether a check-in is a rhythm.
    pub fn recurs(&self, check_in: &str) -> bool {
        let check_in = self.book.check_in(check_in);
        check_in.is_some_and(|one| matches!(one.when, Some(When::EveryWeeks(_))))
    }

    /// A measure's name: its own, or the built-in one's.
    pub fn measure_name(&self, id: &str) -> String {
        let own = self.book.measures.iter().find(|m| m.id.as_str() == id).and_then(|m| m.name.as_ref());
        let built_in = format!("measure-{id}");
        match own {
            Some(name) => self.text(name),
            None if self.lang.has(&built_in) => self.counted_in(&built_in),
            None => id.replace('-', " "),
        }
    }

    /// The name of a figure, with the unit that it is counted in: "Pairs that began".
    pub fn counted_in(&self, key: &str) -> String {
        super::kinds::capital(&self.ta(key, &[("matches", &self.term("match", true))]))
    }

    /// A choice of a question or of a measure: "meetings-held.advice" is "Advice".
    fn choice_name(&self, variable: &str) -> Option<String> {
        let (of, choice) = variable.split_once('.')?;
        let measure = self.book.measures.iter().find(|m| m.id.as_str() == of);
        let question = measure.and_then(|m| m.items.first()).map_or(of, |item| item.question.id.as_str());
        let crate::model::Answer::Choices(choices) = &self.book.question(question)?.answer else {
            return None;
        };
        choices.choices.iter().find(|c| c.id.as_str() == choice).map(|c| self.text(&c.name))
    }
}

/// How strings name a count.
fn kind(x: Count) -> &'static str {
    match x {
        Count::Exact(_) => "of",
        Count::AtMost(_) => "or-fewer",
        Count::AtLeast(_) => "or-more",
    }
}
