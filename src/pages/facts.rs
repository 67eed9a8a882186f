//! The small facts of a page line: for whom, when, how long.

use super::Site;
use super::view::Fact;
use crate::check::Guide;
use crate::model::{Audience, CheckIn, GuideKind, HeldBy, Role, When};

/// Words a grown-up reads in a minute, for guides that state no minutes.
const WORDS_PER_MINUTE: usize = 220;

impl Site<'_> {
    /// A fact from a string of the theme, in which `*…*` marks the words that carry it.
    pub fn fact(&self, sentence: &str) -> Fact {
        let mut parts = sentence.splitn(3, '*');
        let mut next = || parts.next().unwrap_or_default().to_owned();
        Fact { before: next(), strong: next(), after: next() }
    }

    /// "mentors and mentees".
    pub fn audience(&self, audience: &[Audience]) -> String {
        if audience.is_empty() || audience.contains(&Audience::Everyone) {
            return self.t("everyone");
        }
        let words: Vec<String> = audience.iter().map(|a| self.readers(*a)).collect();
        self.lang.list(&words)
    }

    /// "For mentors and mentees".
    pub fn audience_fact(&self, audience: &[Audience]) -> Fact {
        self.fact(&self.ta("fact-for", &[("who", &self.audience(audience))]))
    }

    /// The weeks of a check-in, where they are the same in every match.
    pub fn check_in_weeks(&self, check_in: &CheckIn) -> Option<i32> {
        match check_in.when.as_ref()? {
            When::Week(week) => Some(*week),
            When::PhaseEnd(phase) => self.book.phase(phase.id.as_str()).map(|p| p.to_week),
            When::EveryWeeks(_) => None,
        }
    }

    /// "Week 19", "Every second week".
    pub fn when_text(&self, check_in: &CheckIn) -> String {
        match &check_in.when {
            Some(When::EveryWeeks(n)) => self.tn("every-n-weeks", i64::from(*n)),
            _ => self.check_in_weeks(check_in).map_or_else(String::new, |w| self.weeks_label(w, w)),
        }
    }

    /// "With a facilitator from outside".
    pub fn held_by(&self, by: HeldBy) -> String {
        self.t(match by {
            HeldBy::Pair => "held-by-pair",
            HeldBy::Staff => "held-by-staff",
            HeldBy::Facilitator => "held-by-facilitator",
        })
    }

    /// "one hour", "90 minutes".
    pub fn minutes(&self, minutes: u32) -> String {
        self.tn("minutes-n", i64::from(minutes))
    }

    /// When, with whom and how long, as the page of a check-in says it.
    pub fn check_in_facts(&self, check_in: &CheckIn) -> Vec<Fact> {
        let mut audience: Vec<Audience> = Vec::new();
        for reflection in &check_in.reflections {
            match reflection.role {
                Role::Mentor => audience.push(Audience::Mentor),
                Role::Mentee => audience.push(Audience::Mentee),
                Role::Both => audience.extend([Audience::Mentor, Audience::Mentee]),
            }
        }
        audience.sort_unstable();
        audience.dedup();
        let mut facts = vec![];
        if !audience.is_empty() {
            facts.push(self.audience_fact(&audience));
        }
        let when = self.when_text(check_in);
        if !when.is_empty() {
            let after = check_in.minutes.map(|m| format!(", {}", self.minutes(m))).unwrap_or_default();
            facts.push(Fact { before: String::new(), strong: when, after });
        }
        facts.push(self.fact(&self.held_by(check_in.by)));
        facts
    }

    /// Whom a guide is for, when, and how long it takes.
    pub fn guide_facts(&self, guide: &Guide) -> Vec<Fact> {
        let front = &guide.front;
        let mut facts = vec![self.audience_fact(&front.audience)];
        if let Some(check_in) = front.check_in.as_ref().and_then(|c| self.book.check_in(c.id.as_str())) {
            let when = self.when_text(check_in);
            if !when.is_empty() {
                facts.push(Fact { strong: when, ..Fact::default() });
            }
        } else if let Some(phase) = front.phase.as_ref().and_then(|p| self.book.phase(p.id.as_str())) {
            facts.push(Fact { strong: self.weeks_label(phase.from_week, phase.to_week), ..Fact::default() });
        }
        facts.push(self.length_fact(guide));
        facts
    }

    /// How long the sheet of a check-in takes its readers: the longest of those that state it.
    fn sheet_minutes(&self, check_in: &str, audience: &[Audience]) -> Option<u32> {
        let check_in = self.book.check_in(check_in)?;
        let read = |role: Role| match role {
            Role::Mentor => audience.contains(&Audience::Mentor),
            Role::Mentee => audience.contains(&Audience::Mentee),
            Role::Both => true,
        };
        check_in.reflections.iter().filter(|r| read(r.role)).filter_map(|r| r.minutes).max()
    }

    fn length_fact(&self, guide: &Guide) -> Fact {
        let front = &guide.front;
        let sheet = || self.sheet_minutes(guide.front.check_in.as_ref()?.id.as_str(), &front.audience);
        let minutes =
            front.minutes.or_else(|| if front.kind == GuideKind::Worksheet { sheet() } else { None });
        if let (GuideKind::Script | GuideKind::Worksheet, Some(minutes)) = (front.kind, minutes) {
            return Fact { strong: self.minutes(minutes), ..Fact::default() };
        }
        let read = guide.doc.words(guide.doc.all()).div_ceil(WORDS_PER_MINUTE).max(1);
        let minutes = front.minutes.map_or_else(|| i64::try_from(read).unwrap_or(1), i64::from);
        self.fact(&self.tn("fact-reading", minutes))
    }
}
