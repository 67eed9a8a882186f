//! How many were invited at each wave: numbers that anybody can subtract.
//!
//! Judges what cohort.yaml and results.yaml say, which is public; must not know of rows.

use std::collections::BTreeSet;

use super::{Ctx, Rule, field};
use crate::check::Cohort;
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::{Id, Role, Wave};

/// Numbers invited that differ by a few from one wave to another.
#[derive(Debug)]
pub struct InvitedDiffers;

/// Those invited at one wave, as a file says: to a survey, or to several that ask the same, as one for each site.
struct Invited {
    role: Role,
    wave: Wave,
    many: u32,
    name: String,
    entity: Place,
}

impl Rule for InvitedDiffers {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&INVITED_DIFFERS] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for cohort in &cx.handbook.cohorts {
            let all = invited(cohort);
            for one in &all {
                let differs_from = |other: &&Invited| one.many != other.many;
                let earlier = all.iter().filter(|other| other.role == one.role && other.wave < one.wave);
                if let Some(other) = earlier.filter(differs_from).max_by_key(|other| other.wave) {
                    found.push(differs(cx, one, other));
                }
            }
        }
    }
}

fn invited(cohort: &Cohort) -> Vec<Invited> {
    let mut surveys: Vec<(BTreeSet<&Id>, Invited)> = Vec::new();
    for one in &cohort.file.surveys {
        let Some(invited) = one.invited else { continue };
        let asks: BTreeSet<&Id> = one.questions.iter().map(|asked| &asked.id).collect();
        let beside = |(other, there): &&mut (BTreeSet<&Id>, Invited)| {
            !asks.is_empty() && *other == asks && (there.role, there.wave) == (one.role, one.wave)
        };
        if let Some((_, there)) = surveys.iter_mut().find(beside) {
            there.many = there.many.saturating_add(invited);
            there.name = format!("{} and `{}`", there.name, one.id);
        } else {
            let name = format!("`{}`", one.id);
            let new = Invited { role: one.role, wave: one.wave, many: invited, name, entity: one.origin };
            surveys.push((asks, new));
        }
    }
    let surveys = surveys.into_iter().map(|(_, one)| one);
    let results = cohort.results.iter().filter_map(|row| {
        let (role, wave) = (row.role.unwrap_or(Role::Both), row.wave?);
        let name = format!("`{}` of the wave `{}`", row.measure.id, wave.word());
        Some(Invited { role, wave, many: row.invited?, name, entity: row.origin })
    });
    surveys.chain(results).collect()
}

fn differs(cx: &Ctx, one: &Invited, other: &Invited) -> Diagnostic {
    let (now, before, name) = (one.many, other.many, &other.name);
    let by = now.abs_diff(before);
    let (way, went) = if now < before { ("fewer", "left") } else { ("more", "came") };
    let message = format!(
        "{by} {way} were invited than for {name} ({now}, not {before}): this tells everybody that {by} {went} in between"
    );
    let place = |one: &Invited| field::value(cx, one.entity, &["invited"]);
    Diagnostic::new(&INVITED_DIFFERS, place(one), message)
        .also(place(other), "the earlier wave")
        .help("count everybody who began, at each wave; whoever left counts among those who did not answer")
}

/// Numbers that tell how few left.
pub static INVITED_DIFFERS: Code = Code {
    word: "invited-differs",
    severity: Severity::Warning,
    says: "From one wave to another, the numbers invited are the same.",
    why: "`invited` is public and exact. Whoever subtracts two waves learns how many left in between, also where every figure about endings is too small to be printed.",
    example: "surveys:\n- { id: midpoint-mentee, wave: midpoint, role: mentee, invited: 39 }\n- { id: end-mentee, wave: end, role: mentee, invited: 37 }   # wrong: two have left",
    fix: "Write the number of those who began, at each wave. Who has left since is one of those who did not answer.",
};
