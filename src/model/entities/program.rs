//! `program.yaml`: what the program is, whom to call, and what its builds hold.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::entity;
use crate::model::{
    Audience, ContactKind, CriterionKind, Cx, Decode, FeatureKind, FrontMatter, Id, MatchModel, Measure,
    Node, Population, Profile, Question, Ref, Text, Value,
};

entity! {
    /// The program as a whole.
    pub struct Program as "program" {
        /// The version of this format; 1.
        schema: u32,
        /// Its name.
        name: Text,
        /// One line below the name.
        tagline: Option<Text>,
        /// A few sentences for the home page: what happens, for how long, and what it is for.
        purpose: Option<Text>,
        /// Yes for samples: said on every page.
        fictional: bool = false,
        /// Where the site will stand; used for canonical links and the sitemap only.
        base_url: Option<String>,
        /// Where a reader can propose a change to a page: the address before the file's path.
        edit_url: Option<String>,
        /// Under what anybody may use the published figures: an SPDX name, such as CC-BY-4.0.
        license: Option<String>,
        /// The languages of the site; the first is the default.
        languages: Vec<String>,
        /// The IANA name of the time zone of all local times, such as Europe/Madrid.
        timezone: Option<String>,
        /// How people are brought together; a match may differ.
        model: MatchModel = MatchModel::OneToOne,
        /// Adults, minors or both; decides how strictly figures are protected.
        population: Population = Population::Adult,
        /// The field's standards that the design is held to.
        profile: Option<Profile>,
        /// The program's own words for match, mentor, mentee and others.
        terms: Terms = Terms::default(),
        /// The length of a match in weeks.
        weeks: u32,
        /// The shortest match that counts as completed.
        min_match_weeks: Option<u32>,
        /// How many matches one mentor may hold.
        capacity_per_mentor: Option<u32>,
        /// How often staff are in touch with each match.
        contact: Option<ContactRhythm>,
        /// The people and hours that the program can count on.
        staffing: Vec<Staffing>,
        /// Places where the program runs.
        sites: Vec<Site>,
        /// Strands of the program.
        tracks: Vec<Track>,
        /// Whom to write to or call, by role.
        contacts: Vec<Contact>,
        /// Who may join.
        eligibility: Vec<String>,
        /// On what people are matched.
        matching_criteria: Vec<Criterion>,
        /// The questions that both people answer at the outset.
        expectations: Vec<Expectation>,
        /// When the program calls itself successful.
        success_criteria: Vec<SuccessCriterion>,
        /// The guides that state the program's policies.
        policies: Option<Policies>,
        /// What a cohort's design may vary.
        features: Vec<Feature>,
        /// The number to call in immediate danger.
        emergency: Option<String>,
        /// Practices that no data can show, with who vouches for them.
        attested: Vec<Attested>,
        /// How strictly figures are protected, where stricter than the rule.
        disclosure: Option<Disclosure>,
        /// The day by which rows about people are deleted.
        retain_until: Option<NaiveDate>,
        /// The builds and whom they are for.
        editions: BTreeMap<Id, Edition>,
        /// Rules of the audit that do not apply, with the reason and an end.
        waive: Vec<Waiver>,
        /// One accent colour, as #rrggbb; its contrast is checked.
        accent: Option<String>,
    }
}

entity! {
    /// How often staff are in touch.
    pub struct ContactRhythm as "contact rhythm" {
        /// In the first month.
        first_month: Option<u32>,
        /// In each month after it.
        per_month: Option<u32>,
        /// What counts as a contact.
        counts: Vec<ContactKind>,
    }
}
entity! {
    /// A role with its hours.
    pub struct Staffing as "staffing entry" {
        /// The role.
        role: String,
        /// Full-time equivalents.
        fte: Option<f64>,
        /// Whether it is paid.
        paid: Option<bool>,
        /// Who stands in.
        cover: Option<Text>,
    }
}
entity! {
    /// A place where the program runs.
    pub struct Site as "site" {
        /// Its id.
        id: Id,
        /// Its name.
        name: Text,
        /// The organisation there.
        partner: Option<String>,
        /// Its time zone, where it differs.
        timezone: Option<String>,
    }
}
entity! {
    /// A strand of the program.
    pub struct Track as "track" {
        /// Its id.
        id: Id,
        /// Its name.
        name: Text,
    }
}
entity! {
    /// Whom to write to or call.
    pub struct Contact as "contact" {
        /// Its id, for `[[contact:…]]`.
        id: Id,
        /// The role; a person's name belongs in people.yaml.
        role: Text,
        /// A phone number.
        phone: Option<String>,
        /// An e-mail address.
        email: Option<String>,
        /// When somebody answers the phone.
        hours: Option<Text>,
        /// How long an answer takes.
        reply_within: Option<Text>,
    }
}
entity! {
    /// One thing people are matched on.
    pub struct Criterion as "matching criterion" {
        /// Its id.
        id: Id,
        /// What kind of thing it is.
        kind: CriterionKind,
        /// How much it counts beside the others.
        weight: Option<f64>,
    }
}
entity! {
    /// One of the questions at the outset.
    pub struct Expectation as "expectation" {
        /// Its id.
        id: Id,
        /// The question of the bank.
        question: Ref<Question>,
    }
}
entity! {
    /// A measure with the value that the program aims for.
    pub struct SuccessCriterion as "success criterion" {
        /// The measure, built in or of measures.yaml.
        measure: Ref<Measure>,
        /// The value to reach.
        at_least: Option<f64>,
        /// The value not to exceed.
        at_most: Option<f64>,
    }
}
entity! {
    /// Where the policies stand.
    pub struct Policies as "policies" {
        /// How a match may end.
        ending: Option<Ref<FrontMatter>>,
        /// How to ask for another match.
        rematch: Option<Ref<FrontMatter>>,
        /// Whom to call, and the limits of confidentiality.
        safeguarding: Option<Ref<FrontMatter>>,
        /// Who sees what.
        privacy: Option<Ref<FrontMatter>>,
        /// What to do when it does not go well: linked from the homes of mentors and mentees.
        stuck: Option<Ref<FrontMatter>>,
        /// What to do after a missed meeting: linked from there too.
        missed_meeting: Option<Ref<FrontMatter>>,
    }
}
entity! {
    /// Something that a cohort's design may vary.
    pub struct Feature as "feature" {
        /// Its id.
        id: Id,
        /// Its name.
        name: Text,
        /// What kind of value it takes.
        kind: FeatureKind,
        /// The unit of a number.
        unit: Option<Text>,
        /// The choices, for a choice; a cohort names one by its words in any language.
        choices: Vec<Text>,
    }
}
entity! {
    /// A practice that somebody vouches for.
    pub struct Attested as "attestation" {
        /// Which practice.
        practice: String,
        /// Who vouches: a role.
        by: String,
        /// When.
        date: NaiveDate,
        /// How it is done.
        how: Option<Text>,
    }
}
entity! {
    /// How strictly figures are protected.
    pub struct Disclosure as "disclosure setting" {
        /// The class of the population, where stricter than `population`.
        population_class: Option<Population>,
        /// A larger k, where answers are about a named manager.
        k: Option<u32>,
        /// A larger smallest group.
        group: Option<u32>,
    }
}
entity! {
    /// A build and whom it is for.
    pub struct Edition as "edition" {
        /// Pages for these readers are in it.
        audiences: Vec<Audience>,
        /// Whether it may hold private rows.
        private: bool = false,
    }
}
entity! {
    /// A rule of the audit that does not apply for a while.
    pub struct Waiver as "waiver" {
        /// The rule's code.
        rule: String,
        /// Why.
        reason: String,
        /// Who decided: a role.
        by: String,
        /// Until when.
        until: Option<NaiveDate>,
    }
}

/// The program's own words: term, language, and the word for one and for several.
#[derive(Debug, Clone, Default)]
pub struct Terms(pub Vec<Term>);

/// One term in one language; `language` is `None` where one word serves all.
#[derive(Debug, Clone)]
pub struct Term {
    /// What it stands for: `match`, `mentor`, ….
    pub id: Id,
    /// The language.
    pub language: Option<String>,
    /// For one.
    pub one: String,
    /// For several.
    pub other: String,
    /// One sentence for the glossary.
    pub meaning: Option<String>,
}

impl Terms {
    /// The words that a program may rename.
    pub const KNOWN: &'static [&'static str] = &[
        "program",
        "cohort",
        "match",
        "mentor",
        "mentee",
        "coordinator",
        "facilitator",
        "phase",
        "check_in",
        "session",
        "closure",
        "rematch",
        "survey",
        "wave",
        "measure",
        "finding",
        "design_change",
        "edition",
    ];

    /// The words of one term in one language.
    pub fn get(&self, id: &str, language: &str) -> Option<&Term> {
        let of = |t: &&Term| t.id.as_str() == id;
        self.0
            .iter()
            .filter(of)
            .find(|t| t.language.as_deref() == Some(language))
            .or_else(|| self.0.iter().filter(of).find(|t| t.language.is_none()))
    }
}

entity! {
    /// The words of a term in one language.
    pub struct TermWords as "term" {
        /// For one.
        one: String,
        /// For several.
        other: String,
        /// One sentence for the glossary.
        meaning: Option<String>,
    }
}

impl Decode for Terms {
    const TYPE: &'static str = "a group of terms";
    const REQUIRED: bool = false;
    const FIELDS: &'static [crate::model::Field] = TermWords::FIELDS;

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_type(node, "a group of terms", "write `match: { en: { one: pair, other: pairs } }`");
            return None;
        };
        let mut terms = Vec::new();
        for entry in entries {
            if !Self::KNOWN.contains(&&*entry.key) {
                let key = Node { span: entry.key_span, value: Value::Str(entry.key.clone()) };
                cx.word(&key, Self::KNOWN);
                continue;
            }
            decode_term(&Id::new(&entry.key), &entry.node, &mut terms, cx);
        }
        Some(Self(terms))
    }

    fn missing() -> Option<Self> {
        Some(Self::default())
    }
}

fn decode_term(id: &Id, node: &Node, terms: &mut Vec<Term>, cx: &mut Cx) {
    let mut push = |language: Option<&str>, node: &Node, cx: &mut Cx| {
        if let Some(TermWords { one, other, meaning, .. }) = TermWords::decode(node, cx) {
            terms.push(Term { id: id.clone(), language: language.map(str::to_owned), one, other, meaning });
        }
    };
    match &node.value {
        Value::Map(entries) if node.get("one").is_none() && node.get("other").is_none() => {
            for entry in entries {
                push(Some(&entry.key), &entry.node, cx);
            }
        }
        _ => push(None, node, cx),
    }
}
