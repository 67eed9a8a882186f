//! Where each question is asked: at the outset, at check-ins, around phases, in measures.

use super::view::{AskedAt, Link};
use super::{Here, Site, Subject};
use crate::model::{Question, Ref, Role};

/// One place where a question is asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The page to read about it.
    pub subject: Option<Subject>,
    /// What it is called.
    pub title: String,
    /// The week, where there is one.
    pub week: Option<i32>,
    /// On which sheet or survey; may be empty.
    pub on: String,
    /// The phase, for the colour.
    pub phase: Option<String>,
}

impl Site<'_> {
    /// Where a question is asked, in the order of the year.
    pub fn asked(&self, id: &str) -> Vec<Asked> {
        let mut all = Vec::new();
        self.asked_at_outset(id, &mut all);
        self.asked_at_phases(id, &mut all);
        self.asked_at_check_ins(id, &mut all);
        self.asked_in_measures(id, &mut all);
        all.sort_by_key(|asked| asked.week.unwrap_or(i32::MAX));
        all
    }

    fn asked_at_outset(&self, id: &str, all: &mut Vec<Asked>) {
        if self.book.program.expectations.iter().any(|e| e.question.id.as_str() == id) {
            all.push(Asked {
                subject: self.plan.paper("expectations").cloned().map(Subject::Guide),
                title: self.t("asked-expectations"),
                week: Some(1),
                on: String::new(),
                phase: self.book.phases.first().map(|p| p.id.to_string()),
            });
        }
    }

    fn asked_at_phases(&self, id: &str, all: &mut Vec<Asked>) {
        let among = |list: &[Ref<Question>]| list.iter().any(|q| q.id.as_str() == id);
        for phase in &self.book.phases {
            for (asked, key) in
                [(among(&phase.exit), "asked-exit"), (among(&phase.redesign), "asked-redesign")]
            {
                if asked {
                    all.push(Asked {
                        subject: Some(Subject::Phase(phase.id.clone())),
                        title: self.ta(key, &[("phase", &self.text(&phase.name))]),
                        week: Some(phase.to_week),
                        on: String::new(),
                        phase: Some(phase.id.to_string()),
                    });
                }
            }
        }
    }

    fn asked_at_check_ins(&self, id: &str, all: &mut Vec<Asked>) {
        for check_in in &self.book.check_ins {
            let roles: Vec<Role> = check_in
                .reflections
                .iter()
                .filter(|r| r.questions.iter().any(|q| q.id.as_str() == id))
                .map(|r| r.role)
                .collect();
            if roles.is_empty() {
                continue;
            }
            let week = self.check_in_weeks(check_in);
            all.push(Asked {
                subject: Some(Subject::CheckIn(check_in.id.clone())),
                title: self.check_in_name(check_in.id.as_str()),
                week,
                on: if roles.len() == 1 { self.sheet_title(roles[0]) } else { self.t("sheet-both") },
                phase: week.and_then(|w| self.phase_at(w)).map(|p| p.id.to_string()),
            });
        }
    }

    fn asked_in_measures(&self, id: &str, all: &mut Vec<Asked>) {
        for measure in
            self.book.measures.iter().filter(|m| m.items.iter().any(|i| i.question.id.as_str() == id))
        {
            let name = self.measure_name(measure.id.as_str());
            let waves: Vec<String> =
                measure.waves.iter().map(|w| self.t(&format!("asked-wave-{}", w.word()))).collect();
            all.push(Asked {
                subject: Some(Subject::Measure(measure.id.clone())),
                title: self.ta("asked-measure", &[("measure", &name)]),
                week: None,
                on: self.lang.list(&waves),
                phase: None,
            });
        }
    }

    /// As the page of a question shows it.
    pub fn asked_view(&self, here: &Here, asked: &Asked) -> AskedAt {
        AskedAt {
            link: self.asked_link(here, asked),
            when: asked.week.map(|w| self.weeks_label(w, w)).unwrap_or_default(),
            on: asked.on.clone(),
        }
    }

    /// Name and page.
    pub fn asked_link(&self, here: &Here, asked: &Asked) -> Link {
        match &asked.subject {
            Some(subject) => self.link_as(here, subject, asked.title.clone()),
            None => Link { title: asked.title.clone(), ..Link::default() },
        }
    }

    /// "The mentor's sheet".
    pub fn sheet_title(&self, role: Role) -> String {
        match role {
            Role::Both => self.t("sheet-both"),
            role => self.ta("sheet-of", &[("role", &self.term(role.word(), false)), ("id", role.word())]),
        }
    }
}
