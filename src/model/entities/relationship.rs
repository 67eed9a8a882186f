//! `phases.yaml`, `check-ins.yaml`, `questions.yaml`, `measures.yaml`: the design of a relationship.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::entity;
use crate::model::{
    Better, CheckInKind, Construct, Cx, Decode, FrontMatter, HeldBy, Id, Node, OfferedTo, Reader, Ref, Role,
    ScoreKind, Sensitivity, Text, Value, Wave,
};

entity! {
    /// A phase of the relationship.
    pub struct Phase as "phase" {
        /// Its id.
        id: Id,
        /// Its name.
        name: Text,
        /// One or two sentences: what this time is like.
        summary: Option<Text>,
        /// Its first week.
        from_week: i32,
        /// Its last week.
        to_week: i32,
        /// The guide that is its page.
        guide: Option<Ref<FrontMatter>>,
        /// Questions for the redesign that ends it.
        redesign: Vec<Ref<Question>>,
        /// Questions to answer before leaving it.
        exit: Vec<Ref<Question>>,
    }
}

entity! {
    /// An occasion to look at the relationship.
    pub struct CheckIn as "check-in" {
        /// Its id.
        id: Id,
        /// Its name; without one, the guide's title.
        name: Option<Text>,
        /// One or two sentences: why and what for.
        summary: Option<Text>,
        /// What kind of occasion it is.
        kind: CheckInKind,
        /// When it is held.
        when: Option<When>,
        /// Who holds it.
        by: HeldBy = HeldBy::Pair,
        /// To whom it is offered.
        offered_to: OfferedTo = OfferedTo::All,
        /// How long it takes.
        minutes: Option<u32>,
        /// What each role is asked, and who reads the answers.
        reflections: Vec<Reflection>,
        /// The facilitator's script.
        script: Option<Ref<FrontMatter>>,
        /// The guide that is its page.
        guide: Option<Ref<FrontMatter>>,
    }
}

entity! {
    /// What one role is asked at a check-in.
    pub struct Reflection as "reflection" {
        /// Who answers.
        role: Role,
        /// The questions, in order.
        questions: Vec<Ref<Question>>,
        /// Who reads the answers.
        seen_by: Vec<Reader>,
        /// How long it takes to answer.
        minutes: Option<u32>,
    }
}

/// When a check-in is held.
#[derive(Debug, Clone)]
pub enum When {
    /// Once, in a week.
    Week(i32),
    /// Again and again.
    EveryWeeks(u32),
    /// In the last week of a phase.
    PhaseEnd(Ref<Phase>),
}

entity! {
    /// The keys of `when`.
    pub struct WhenKeys as "time (`when`)" {
        /// In this week.
        week: Option<i32>,
        /// Every so many weeks.
        every_weeks: Option<u32>,
        /// At the end of this phase.
        phase_end: Option<Ref<Phase>>,
    }
}

impl Decode for When {
    const TYPE: &'static str = "one of `week: 19`, `every_weeks: 2`, `phase_end: initial`";
    const FIELDS: &'static [crate::model::Field] = WhenKeys::FIELDS;

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let keys = WhenKeys::decode(node, cx)?;
        match (keys.week, keys.every_weeks, keys.phase_end) {
            (Some(week), None, None) => Some(Self::Week(week)),
            (None, Some(weeks), None) if weeks > 0 => Some(Self::EveryWeeks(weeks)),
            (None, None, Some(phase)) => Some(Self::PhaseEnd(phase)),
            _ => {
                cx.bad_value(node, "a check-in has one time", format!("write just {}", Self::TYPE));
                None
            }
        }
    }
}

entity! {
    /// `questions.yaml` as a whole.
    pub struct QuestionsFile as "questions file" {
        /// Scales with a name, used by `answer`.
        scales: BTreeMap<Id, Scale>,
        /// The bank.
        questions: Vec<Question>,
    }
}

entity! {
    /// A scale of answers.
    pub struct Scale as "scale" {
        /// Its lowest value.
        min: i32,
        /// Its highest value.
        max: i32,
        /// The words of some or all values.
        labels: BTreeMap<Id, Text>,
    }
}

entity! {
    /// A question of the bank.
    pub struct Question as "question" {
        /// Its id.
        id: Id,
        /// Its wording; or one wording for each role.
        text: Wording,
        /// Who answers.
        role: Role,
        /// What an answer looks like.
        answer: Answer,
        /// What it is about, as a kebab-case word.
        theme: Option<String>,
        /// How carefully answers are handled.
        class: Sensitivity = Sensitivity::Ordinary,
        /// Earlier wordings; a new wording breaks a series.
        history: Vec<FormerWording>,
        /// A hint below the question.
        hint: Option<Text>,
    }
}

entity! {
    /// A wording that was in use until a day.
    pub struct FormerWording as "former wording" {
        /// Its last day.
        until: NaiveDate,
        /// The wording.
        text: Wording,
    }
}

/// A wording: one for all, or mirrored for mentor and mentee.
#[derive(Debug, Clone)]
pub struct Wording {
    /// For mentors, and for all where there is one only.
    pub mentor: Text,
    /// For mentees.
    pub mentee: Text,
    /// Whether the two differ.
    pub mirrored: bool,
}

impl Wording {
    /// For a role; `both` gets the mentee's.
    pub fn of(&self, role: Role) -> &Text {
        if role == Role::Mentor { &self.mentor } else { &self.mentee }
    }
}

impl Decode for Wording {
    const TYPE: &'static str = "text, or one text per language, or `mentor:` and `mentee:`";
    const FIELDS: &'static [crate::model::Field] = MirroredWords::FIELDS;

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let (mentor, mentee) = (node.get("mentor"), node.get("mentee"));
        if mentor.is_none() && mentee.is_none() {
            let text = Text::decode(node, cx)?;
            return Some(Self { mentor: text.clone(), mentee: text, mirrored: false });
        }
        let words = MirroredWords::decode(node, cx)?;
        Some(Self { mentor: words.mentor, mentee: words.mentee, mirrored: true })
    }
}

entity! {
    /// Mirrored wording.
    pub struct MirroredWords as "mirrored wording" {
        /// For mentors.
        mentor: Text,
        /// For mentees.
        mentee: Text,
    }
}

/// What an answer looks like.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Free text.
    Text,
    /// Yes or no.
    YesNo,
    /// 0 to 10, how likely to recommend.
    Nps,
    /// −2 to +2 beside a stated goal.
    GoalAttainment,
    /// A value of a scale.
    Scale(Ref<Scale>),
    /// One or several of these.
    Choices(Choices),
}

entity! {
    /// The choices of a question.
    pub struct Choices as "set of choices" {
        /// What can be chosen.
        choices: Vec<Choice>,
        /// Whether several can be chosen.
        many: bool = false,
    }
}

entity! {
    /// One choice.
    pub struct Choice as "choice" {
        /// Its id.
        id: Id,
        /// Its words.
        name: Text,
        /// Whether who takes it takes no other, as "none of these": then it is not told. Where no choice says so, only the
        /// first is told.
        alone: Option<bool>,
    }
}

impl Decode for Answer {
    const TYPE: &'static str = "text, yes_no, nps, goal_attainment, the id of a scale, or `choices:`";
    const FIELDS: &'static [crate::model::Field] = Choices::FIELDS;

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return Choices::decode(node, cx).map(Self::Choices);
        }
        Some(match node.as_str() {
            Some("text") => Self::Text,
            Some("yes_no") => Self::YesNo,
            Some("nps") => Self::Nps,
            Some("goal_attainment") => Self::GoalAttainment,
            _ => Self::Scale(Ref::decode(node, cx)?),
        })
    }
}

entity! {
    /// An outcome measure.
    pub struct Measure as "measure" {
        /// Its id.
        id: Id,
        /// Its name.
        name: Option<Text>,
        /// What it stands for.
        construct: Construct,
        /// The questions it is made of.
        items: Vec<Item>,
        /// How answers become a score; without one, counts alone are told.
        score: Option<Score>,
        /// Which direction is better.
        better: Better = Better::Higher,
        /// Who answers.
        roles: Vec<Role>,
        /// When it is asked.
        waves: Vec<Wave>,
        /// The smallest change worth having, in units of the score, stated before results.
        worthwhile_change: Option<f64>,
        /// Where the items come from.
        instrument: Option<Instrument>,
    }
}

entity! {
    /// How answers become a score.
    pub struct Score as "score" {
        /// The method.
        kind: ScoreKind,
        /// The lowest favourable answer, for `share_at_least`.
        threshold: Option<f64>,
    }
}

entity! {
    /// A published instrument.
    pub struct Instrument as "instrument" {
        /// Its name.
        name: String,
        /// How to cite it.
        citation: Option<String>,
        /// Under what licence it may be used.
        license: Option<String>,
    }
}

/// One question of a measure.
#[derive(Debug, Clone)]
pub struct Item {
    /// The question.
    pub question: Ref<Question>,
    /// Whether a high answer means less.
    pub reversed: bool,
}

entity! {
    /// A question of a measure, written out.
    pub struct ItemKeys as "item" {
        /// The question.
        question: Ref<Question>,
        /// Whether a high answer means less.
        reversed: bool = false,
    }
}

impl Decode for Item {
    const TYPE: &'static str = "the id of a question, or `question:` with `reversed:`";
    const FIELDS: &'static [crate::model::Field] = ItemKeys::FIELDS;

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return ItemKeys::decode(node, cx).map(|k| Self { question: k.question, reversed: k.reversed });
        }
        Ref::decode(node, cx).map(|question| Self { question, reversed: false })
    }
}
