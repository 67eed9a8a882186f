//! The front matter of a guide.

use crate::entity;
use crate::model::{Audience, CheckIn, CohortFile, GuideKind, Phase, Ref};

entity! {
    /// What stands between the `---` lines of a guide.
    pub struct FrontMatter as "guide's front matter" {
        /// Its title.
        title: String,
        /// One sentence for lists and search engines.
        description: Option<String>,
        /// What kind of page it is.
        kind: GuideKind = GuideKind::Guide,
        /// Whom it is for; without this, everyone.
        audience: Vec<Audience>,
        /// The phase it belongs to.
        phase: Option<Ref<Phase>>,
        /// The check-in it belongs to.
        check_in: Option<Ref<CheckIn>>,
        /// The cohort it belongs to.
        cohort: Option<Ref<CohortFile>>,
        /// Its place among its siblings.
        order: Option<i32>,
        /// How long it takes: a script's steps add up to it.
        minutes: Option<u32>,
        /// Earlier addresses, as ids without `.html`.
        aliases: Vec<String>,
        /// Yes while it is written: left out of builds without `--drafts`.
        draft: bool = false,
        /// Where it comes from, if it was taken over.
        source: Option<String>,
        /// Its licence, if it is another than the handbook's.
        license: Option<String>,
        /// The hash of the text that this is a translation of.
        translates: Option<String>,
    }
}
