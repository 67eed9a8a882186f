//! Questions as cards, as lists and as sheets to fill in; contacts as people read them.

use super::view::{
    Answer, AnswerKind, Blank, Contact as ContactView, Fact, QuestionCard, QuestionSet, SeenBy, Sheet,
    SheetItem, SheetLink,
};
use super::{Here, Site, Subject};
use crate::model::{Answer as Asks, CheckIn, Contact, Question, Reader, Ref, Reflection, Role};

/// How many ruled lines an open question gets, by how many share the sheet: a sheet stays one page.
fn ruled_lines(items: usize) -> u32 {
    match items {
        0..=3 => 5,
        4 => 4,
        5 | 6 => 3,
        _ => 2,
    }
}

impl Site<'_> {
    /// One question as a card.
    pub fn card(&self, here: &Here, id: &str, role: Role) -> Option<QuestionCard> {
        let question = self.book.question(id)?;
        let asked = self.asked(id);
        let phase = asked.iter().find_map(|a| a.phase.as_deref()).unwrap_or_default();
        let mut facts = vec![self.who_answers(question)];
        let elsewhere = |a: &&super::asked::Asked| {
            let page = a.subject.as_ref().and_then(|subject| self.plan.address(subject));
            page != Some(here.address())
        };
        if asked.iter().any(|a| elsewhere(&a)) {
            let mut names: Vec<String> = asked.iter().filter(elsewhere).map(|a| a.title.clone()).collect();
            names.dedup();
            names.truncate(3);
            facts.push(self.fact(&self.ta("fact-asked", &[("where", &self.lang.list(&names))])));
        }
        Some(QuestionCard {
            text: self.text(question.text.of(role)),
            href: self.href_or_empty(here, &Subject::Question(question.id.clone())),
            tone: self.tone(phase),
            note: self.maybe(question.hint.as_ref()),
            facts,
        })
    }

    /// "**Both answer**", "**Mentors** answer, from 1 to 5".
    pub fn who_answers(&self, question: &Question) -> Fact {
        let who = match question.role {
            Role::Both => self.t("fact-both-answer"),
            role => self.ta("fact-role-answers", &[("role", &self.term(role.word(), true))]),
        };
        let how =
            match &question.answer {
                Asks::Scale(scale) => self.book.scales.get(&scale.id).map(|s| {
                    self.ta("fact-scale", &[("min", &s.min.to_string()), ("max", &s.max.to_string())])
                }),
                Asks::Nps => Some(self.ta("fact-scale", &[("min", "0"), ("max", "10")])),
                _ => None,
            };
        let mut fact = self.fact(&who);
        if fact.before.is_empty() {
            fact.strong = super::kinds::capital(&fact.strong);
        }
        let end = if fact.strong.is_empty() { &mut fact.before } else { &mut fact.after };
        end.push_str(&how.unwrap_or_default());
        fact
    }

    /// The questions of one role at a check-in.
    pub fn reflection<'b>(&self, check_in: &'b CheckIn, role: Option<Role>) -> Vec<&'b Reflection> {
        let meant = |r: &&Reflection| role.is_none_or(|role| r.role == role || r.role == Role::Both);
        check_in.reflections.iter().filter(meant).collect()
    }

    /// All questions of a check-in, or one role's, each once.
    pub fn set(&self, here: &Here, check_in: &CheckIn, role: Option<Role>) -> QuestionSet {
        let mut seen = std::collections::BTreeSet::new();
        let questions = self
            .reflection(check_in, role)
            .into_iter()
            .flat_map(|r| {
                r.questions.iter().map(move |q| {
                    (q, if r.role == Role::Both { role.unwrap_or(Role::Mentee) } else { r.role })
                })
            })
            .filter(|(q, _)| seen.insert(q.id.clone()))
            .filter_map(|(q, role)| self.card(here, q.id.as_str(), role))
            .collect();
        let name = self.check_in_name(check_in.id.as_str());
        let title = match role {
            Some(role) => self.ta("set-role", &[("name", &name), ("role", &self.term(role.word(), false))]),
            None => self.ta("set-all", &[("name", &name)]),
        };
        QuestionSet { title, questions }
    }

    /// The sheet of one role at a check-in.
    pub fn sheet(&self, check_in: &CheckIn, role: Role) -> Option<Sheet> {
        let reflection = check_in.reflections.iter().find(|r| r.role == role || r.role == Role::Both)?;
        let count = reflection.questions.len();
        let items =
            reflection.questions.iter().enumerate().filter_map(|(i, q)| self.sheet_item(i, q, role, count));
        Some(Sheet {
            id: format!("sheet-{}-{}", check_in.id, role.word()),
            title: self.sheet_title(role),
            seen_by: Some(self.seen_by(&reflection.seen_by)),
            blanks: self.sheet_blanks(check_in),
            items: items.collect(),
            note_html: String::new(),
        })
    }

    /// The questions at the outset, as a sheet that both fill in.
    pub fn expectations_sheet(&self) -> Sheet {
        let all = &self.book.program.expectations;
        let items = all
            .iter()
            .enumerate()
            .filter_map(|(i, e)| self.sheet_item(i, &e.question, Role::Both, all.len()));
        Sheet {
            id: "sheet-expectations".to_owned(),
            title: self.t("sheet-expectations"),
            seen_by: Some(SeenBy { strong: self.t("seen-by-two"), text: self.t("seen-by-two-text") }),
            blanks: vec![Blank { label: self.t("blank-date"), short: true }],
            items: items.collect(),
            note_html: String::new(),
        }
    }

    fn sheet_blanks(&self, check_in: &CheckIn) -> Vec<Blank> {
        let label = match self.check_in_weeks(check_in) {
            Some(week) => self.ta("blank-check-in", &[("when", &self.weeks_label(week, week))]),
            None => self.t("blank-date"),
        };
        vec![Blank { label, short: false }, Blank { label: self.t("blank-at"), short: true }]
    }

    fn sheet_item(&self, index: usize, question: &Ref<Question>, role: Role, of: usize) -> Option<SheetItem> {
        let question = self.book.question(question.id.as_str())?;
        let open = matches!(question.answer, Asks::Text | Asks::GoalAttainment);
        Some(SheetItem {
            number: (index + 1).to_string(),
            text: self.text(question.text.of(role)),
            hint: self.maybe(question.hint.as_ref()),
            answer: self.room(question, of),
            aloud: open && role != Role::Both,
        })
    }

    fn room(&self, question: &Question, of: usize) -> Answer {
        match &question.answer {
            Asks::Text | Asks::GoalAttainment => {
                Answer { kind: AnswerKind::Lines, lines: ruled_lines(of), ..Answer::default() }
            }
            Asks::YesNo => Answer {
                kind: AnswerKind::One,
                options: vec![self.t("yes"), self.t("no")],
                ..Answer::default()
            },
            Asks::Nps => self.scale_room(0, 10, None),
            Asks::Scale(scale) => match self.book.scales.get(&scale.id) {
                Some(scale) => self.scale_room(scale.min, scale.max, Some(scale)),
                None => Answer::default(),
            },
            Asks::Choices(choices) => Answer {
                kind: if choices.many { AnswerKind::Many } else { AnswerKind::One },
                options: choices.choices.iter().map(|c| self.text(&c.name)).collect(),
                ..Answer::default()
            },
        }
    }

    fn scale_room(&self, min: i32, max: i32, scale: Option<&crate::model::Scale>) -> Answer {
        let word =
            |value: i32| scale.and_then(|s| s.labels.get(value.to_string().as_str())).map(|t| self.text(t));
        Answer {
            kind: AnswerKind::Scale,
            options: (min..=max).map(|v| v.to_string()).collect(),
            low: word(min).unwrap_or_else(|| if scale.is_none() { self.t("nps-low") } else { String::new() }),
            high: word(max)
                .unwrap_or_else(|| if scale.is_none() { self.t("nps-high") } else { String::new() }),
            ..Answer::default()
        }
    }

    /// Who reads an answer, said first.
    pub fn seen_by(&self, readers: &[Reader]) -> SeenBy {
        let others: Vec<Reader> = readers.iter().copied().filter(|r| *r != Reader::SelfOnly).collect();
        if readers.is_empty() {
            return SeenBy { strong: self.t("seen-by-unstated"), text: self.t("seen-by-unstated-text") };
        }
        if others.is_empty() {
            return SeenBy { strong: self.t("seen-by-self"), text: self.t("seen-by-self-text") };
        }
        let words: Vec<String> = others.iter().map(|r| self.t(&format!("reader-{}", r.word()))).collect();
        let who = self.lang.list(&words);
        SeenBy { strong: self.ta("seen-by-others", &[("who", &who)]), text: self.t("seen-by-others-text") }
    }

    /// The sheets of a check-in, each with its page where a worksheet embeds it.
    pub fn sheet_links(&self, here: &Here, check_in: &CheckIn) -> Vec<SheetLink> {
        let link = |reflection: &Reflection| {
            let subject = self.sheet_guide(check_in, reflection.role).map(Subject::Guide)?;
            let questions: Vec<String> = reflection
                .questions
                .iter()
                .take(3)
                .map(|q| self.question_text(q.id.as_str(), reflection.role))
                .collect();
            let seen = self.seen_by(&reflection.seen_by);
            Some(SheetLink {
                link: self.link_as(here, &subject, self.sheet_title(reflection.role)),
                text: questions.join(" "),
                seen_by: seen.strong,
            })
        };
        check_in.reflections.iter().filter_map(link).collect()
    }

    /// The guide that holds the sheet of a role.
    fn sheet_guide(&self, check_in: &CheckIn, role: Role) -> Option<crate::model::Id> {
        self.plan.paper(&format!("{}/{}", check_in.id, role.word())).cloned()
    }

    /// A contact as people read it.
    pub fn contact(&self, contact: &Contact) -> ContactView {
        let phone = contact.phone.clone().unwrap_or_default();
        let reply =
            contact.reply_within.as_ref().map(|t| self.ta("contact-reply", &[("time", &self.text(t))]));
        ContactView {
            anchor: contact.id.to_string(),
            role: self.text(&contact.role),
            name: String::new(),
            tel: tel(&phone),
            phone,
            email: contact.email.clone().unwrap_or_default(),
            hours: self.maybe(contact.hours.as_ref()),
            reply: reply.unwrap_or_default(),
        }
    }
}

/// A phone number for a `tel:` link.
pub fn tel(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
