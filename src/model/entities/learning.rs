//! `findings.yaml`, `changes.yaml`, `people.yaml`, and a cohort's `results.yaml` and `quotes.yaml`.

use chrono::NaiveDate;

use super::Counts;
use crate::entity;
use crate::model::{
    CohortFile, Consent, Decision, Direction, Edition, FindingKind, Id, Level, Measure, Ref, Role, Text, Wave,
};

entity! {
    /// What did not work, and what that rests on.
    pub struct Finding as "finding" {
        /// Its id.
        id: Id,
        /// The cohorts that showed it.
        cohorts: Vec<Ref<CohortFile>>,
        /// What it is about.
        kind: FindingKind,
        /// What was seen.
        pattern: Text,
        /// What it rests on.
        evidence: Option<Text>,
        /// What may explain it.
        hypotheses: Vec<Text>,
        /// Who read it before it was published: a role.
        reviewed_by: Option<Text>,
        /// Why nothing is changed.
        no_change_because: Option<Text>,
    }
}

entity! {
    /// A change of the design: because of what, expected to move what.
    pub struct Change as "change" {
        /// Its id.
        id: Id,
        /// Its name.
        name: Option<Text>,
        /// The level of the design that it touches.
        level: Level,
        /// What was decided.
        decision: Decision,
        /// The findings that led to it.
        because: Vec<Ref<Finding>>,
        /// The first cohort with it.
        from_cohort: Option<Ref<CohortFile>>,
        /// When it was decided.
        decided_on: Option<NaiveDate>,
        /// What changes, in a few sentences.
        summary: Text,
        /// What it is meant to move.
        target: Option<Target>,
        /// What it must not move.
        watch: Option<Watch>,
        /// When it is looked at again.
        review_by: Option<NaiveDate>,
    }
}

entity! {
    /// What a change is meant to move.
    pub struct Target as "target" {
        /// The measure.
        measure: Ref<Measure>,
        /// Which way.
        direction: Option<Direction>,
        /// The share that it should reach at least: 0.75 is three in four.
        at_least: Option<f64>,
    }
}

entity! {
    /// What a change must not move.
    pub struct Watch as "watch measure" {
        /// The measure.
        measure: Ref<Measure>,
    }
}

entity! {
    /// A person who agreed to be named.
    pub struct Person as "person" {
        /// The opaque id.
        id: Id,
        /// The public name.
        name: String,
        /// What the person does in the program.
        role: Option<Text>,
        /// A few sentences.
        bio: Option<Text>,
        /// Whether the person agreed.
        consent: Consent,
        /// When.
        consent_on: Option<NaiveDate>,
        /// To which editions.
        scope: Vec<Ref<Edition>>,
        /// Until when.
        expires: Option<NaiveDate>,
        /// When a guardian agreed, for a minor.
        guardian_consent: Option<NaiveDate>,
    }
}

entity! {
    /// Words of a participant.
    pub struct Quote as "quote" {
        /// The words.
        text: Text,
        /// Who speaks.
        role: Option<Role>,
        /// Whether the person agreed.
        consent: Consent,
        /// When.
        consent_on: Option<NaiveDate>,
        /// To which editions.
        scope: Vec<Ref<Edition>>,
        /// Until when.
        expires: Option<NaiveDate>,
        /// As whom.
        attribution: Option<Text>,
        /// When a guardian agreed, for a minor.
        guardian_consent: Option<NaiveDate>,
        /// Who approved the exact text: a role.
        approved_by: Option<String>,
        /// The hash of the text that was approved; where another stands, `check` tells the right one.
        approved_text_hash: Option<String>,
    }
}

entity! {
    /// An aggregate, where no rows exist. `results.yaml` lies in the public content, and so does every figure in it:
    /// write only what anybody may see.
    pub struct ResultRow as "result" {
        /// The measure.
        measure: Ref<Measure>,
        /// Who answered.
        role: Option<Role>,
        /// When.
        wave: Option<Wave>,
        /// How many were asked.
        invited: Option<u32>,
        /// How many answered.
        n: u32,
        /// How many answered at both waves.
        n_both: Option<u32>,
        /// When it was collected.
        collected_on: Option<NaiveDate>,
        /// What a reader must know.
        caveat: Option<Text>,
        /// The mean.
        mean: Option<f64>,
        /// The standard deviation.
        sd: Option<f64>,
        /// How many gave each answer.
        counts: Counts,
        /// How many gave a favourable answer.
        count: Option<u32>,
        /// Of how many.
        of: Option<u32>,
    }
}
