//! Rows counted and published as a release does it, without a site around them: small files in, forms out.

use mentorbook::check::Handbook;
use mentorbook::diag::Severity;
use mentorbook::model::Id;
use mentorbook::outcomes::Private;
use mentorbook::pipeline::{self, Kept, Options};
use mentorbook::source::{Memory, Root, scan};

use super::*;
use crate::site::Site;

/// A program whose cohort `c` has rows.
pub struct Counted {
    book: Handbook,
}

/// The matches file up to its first row.
pub const MATCHES: &str = "match,mentors,mentees,matched_on,planned_end,status,expectations_on,matched_by,criteria,\
                           site,track,model,facilitator,rematch_of,continues\n";

impl Counted {
    /// With these files in place of those of the smallest site, for adults or for minors.
    pub fn new(limits: Limits, files: &[(&str, &str)]) -> Self {
        let class = if limits.k == 3 { "" } else { "disclosure: { population_class: minor }\n" };
        let site = Site::base();
        let program = site.program() + class;
        let site = files
            .iter()
            .fold(site.with("program.yaml", program), |site, (path, text)| site.with(path, text.as_bytes()));
        let read = pipeline::check(&site.world, &Options::default(), &mut Kept::default()).unwrap();
        assert!(!read.failed(), "{:#?}", read.found);
        Self { book: read.checked.handbook }
    }

    /// What would be published of these rows, where nothing is refused.
    pub fn facts(&self, rows: &[(&str, String)]) -> Vec<Fact> {
        let mut world = Memory::default();
        for (name, text) in rows {
            world.put(Root::Data, &format!("cohorts/c/{name}.csv"), text.as_bytes());
        }
        let mut sources = scan(&world).unwrap();
        let mut found = Vec::new();
        let private = Private::read(&world, &mut sources, &self.book, &mut found).unwrap();
        let wrong: Vec<_> = found.iter().filter(|one| one.severity == Severity::Error).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        let cohorts = BTreeSet::from([Id::new("c")]);
        private.propose(&self.book, &cohorts, &[0; 32]).unwrap().unwrap().release.facts
    }
}

/// The forms of these facts with their keys.
pub fn by_key(facts: Vec<Fact>) -> BTreeMap<String, Form> {
    facts.into_iter().map(|fact| (fact.key.to_string(), fact.form)).collect()
}
