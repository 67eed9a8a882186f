//! Questions of which several choices may be taken: how many took each.

use super::super::disclose::{Answers, Asked, Class, FactKey};
use super::response::role;
use super::survey::{Surveyed, tells};
use super::view::View;
use super::{Counted, Counts, Measure, many};
use crate::check::rules::question_values::{Values, values_of};
use crate::model::{Id, Role, Sensitivity};

/// Each choice of a question that takes several.
pub struct Selected;

impl Measure for Selected {
    fn name(&self) -> &'static str {
        "choices"
    }

    fn about(&self) -> &'static str {
        "Of each question that takes several choices: the rows that took a choice, beside all rows. Of two choices, of a survey that asks nothing else, and where no choice says whether it stands alone, the first \
         is told and no other: all would tell how many took several. A choice that stands alone, as \"none of these\", is not told, and a question of the other role \
         is not either."
    }
}

impl Counts for Selected {
    fn ask(&self, view: &View) -> Vec<Counted> {
        let mut all = Vec::new();
        for one in &view.surveys {
            let (survey, behind) = (one.survey, one.behind(view));
            for question in &view.book.questions {
                let Some(Values::Choices(set)) =
                    one.column(&question.id).map(|_| values_of(view.book, question))
                else {
                    continue;
                };
                let is_theirs = question.role == Role::Both || question.role == survey.role;
                if !set.many || !is_theirs || !tells(view, one, |other| other.column(&question.id).is_some())
                {
                    continue;
                }
                let given: Vec<i32> =
                    one.rows.iter().filter_map(|row| one.answer(*row, &question.id)).collect();
                // Shares of people who took one at least would tell how many took several: always of two choices,
                // and wherever nothing else is asked.
                // Where nothing says which choice excludes the others, any may.
                let is_said = set.choices.iter().any(|choice| choice.alone.is_some());
                let first_alone = set.choices.len() == 2 || !is_said || is_alone(view, one, &question.id);
                let told = if first_alone { 1 } else { set.choices.len() };
                let choices = set.choices.iter().take(told).zip(0..i32::BITS - 1);
                // Who takes it took no other: those who did not would be the others' whole.
                for (choice, bit) in choices.filter(|(choice, _)| choice.alone != Some(true)) {
                    let yes = many(given.iter().filter(|bits| *bits & (1 << bit) != 0));
                    // A share each: who took two of them, and who took none, is not told.
                    let answers = Answers { yes, no: 0, unrecorded: many(one.rows.iter()) - yes };
                    let variable = format!("{}.{}", question.id, choice.id);
                    let key = FactKey::new(
                        survey.id.as_str(),
                        &variable,
                        Some(survey.wave.word()),
                        role(survey.role),
                    );
                    let sensitive = question.class == Sensitivity::Sensitive;
                    let class = if sensitive { Class::Sensitive } else { Class::Ordinary };
                    let asked = Asked::Answers(answers);
                    all.extend(key.ok().map(|key| Counted::new(key, class, asked, behind.clone())));
                }
            }
        }
        all
    }
}

/// Whether a survey asks no other question that is counted, so that each of its rows answers this one.
fn is_alone(view: &View, one: &Surveyed, question: &Id) -> bool {
    let others = view.book.questions.iter().filter(|other| other.id != *question);
    let mut asked = others.filter(|other| one.column(&other.id).is_some());
    asked.all(|other| matches!(values_of(view.book, other), Values::Free))
}
