//! A guide's text as HTML on a page: links resolved, embeds drawn, scripts split into steps.

use std::ops::Range;

use super::view::{Cue, CueKind, Sheet, Step};
use super::{Here, Site, Subject, address};
use crate::check::{Cohort, Guide, guide_at};
use crate::diag::FileId;
use crate::markdown::{self, Picture, Resolved, Resolver, Words, parts};
use crate::model::{GuideKind, Id, Role};
use crate::parse::Doc;
use crate::parse::markdown::{CueLabel, Embed, Heading, Image, Link, LinkKind, linked_file};
use crate::source::{FileKind, Root, kind_of};

/// Resolves what one text names, as seen from one page.
struct OnPage<'a> {
    site: &'a Site<'a>,
    here: &'a Here<'a>,
    /// The text's own file, from the content folder on: relative links start at its folder.
    file: &'a str,
    words: &'a Words,
    /// Whether embedded questions are cues: their words alone.
    script: bool,
    prefix: String,
    deeper: u8,
}

impl Site<'_> {
    /// A guide's text.
    pub fn body(&self, here: &Here, guide: &Guide) -> String {
        markdown::body(&guide.doc, false, &self.on_page(here, guide))
    }

    /// Appends the words of a part of a guide, those of links without a label too, until there are `most` bytes.
    pub fn push_words(&self, here: &Here, guide: &Guide, nodes: Range<usize>, most: usize, out: &mut String) {
        let resolver = self.on_page(here, guide);
        guide.doc.push_some(nodes, most, &|link| resolver.link(&guide.doc, link).title, out);
    }

    /// The words of a heading, those of links without a label too.
    pub fn heading(&self, here: &Here, guide: &Guide, heading: &Heading) -> String {
        markdown::title(&guide.doc, heading, &self.on_page(here, guide))
    }

    /// What stands before a script's first step.
    pub fn opening(&self, here: &Here, guide: &Guide) -> String {
        let mut out = String::new();
        markdown::html(&guide.doc, guide.doc.intro(), &self.on_page(here, guide), &mut out);
        out
    }

    /// A text in the printed handbook: anchors made unique, headings one level lower.
    pub fn printed_body(&self, here: &Here, guide: &Guide, anchor: &str) -> String {
        let resolver = OnPage { prefix: format!("{anchor}-"), deeper: 1, ..self.on_page(here, guide) };
        markdown::body(&guide.doc, false, &resolver)
    }

    /// A script in the printed handbook: each step with its cues.
    pub fn printed_script(&self, here: &Here, guide: &Guide, anchor: &str) -> String {
        let resolver = OnPage { prefix: format!("{anchor}-"), deeper: 1, ..self.on_page(here, guide) };
        let mut out = String::new();
        markdown::html(&guide.doc, guide.doc.intro(), &resolver, &mut out);
        for step in self.steps_with(guide, &resolver) {
            let minutes = if step.minutes_text.is_empty() {
                String::new()
            } else {
                format!(" ({})", step.minutes_text)
            };
            let title = markdown::escape(&format!("{} {}{minutes}", step.start, step.title));
            out.push_str("<h3>");
            out.push_str(&title);
            out.push_str("</h3>\n");
            for cue in step.cues {
                out.push_str(&self.draw.draw("embeds/cue.html", &cue));
            }
        }
        out
    }

    /// A cohort's story in this language.
    pub fn summary(&self, here: &Here, cohort: &Cohort) -> String {
        self.of_summary(here, cohort, |doc, resolver| markdown::body(doc, false, resolver))
    }

    /// Its first paragraph, without the element around it.
    pub fn summary_lead(&self, here: &Here, cohort: &Cohort) -> String {
        self.of_summary(here, cohort, |doc, resolver| {
            let Some(lead) = doc.lead() else { return String::new() };
            let mut out = String::new();
            markdown::html(doc, lead.start + 1..lead.end - 1, resolver, &mut out);
            out
        })
    }

    /// All but its first paragraph.
    pub fn summary_rest(&self, here: &Here, cohort: &Cohort) -> String {
        self.of_summary(here, cohort, |doc, resolver| markdown::body(doc, true, resolver))
    }

    fn of_summary(&self, here: &Here, cohort: &Cohort, write: impl Fn(&Doc, &OnPage) -> String) -> String {
        let of =
            |language: Option<&str>| cohort.summaries.iter().find(move |(l, _, _)| l.as_deref() == language);
        let Some((_, file, doc)) = of(Some(self.tag())).or_else(|| of(None)) else { return String::new() };
        let resolver = OnPage {
            site: self,
            here,
            file: self.path(*file),
            words: self.words,
            script: false,
            prefix: String::new(),
            deeper: 0,
        };
        write(doc, &resolver)
    }

    /// The path of a file, from the content folder on.
    fn path(&self, file: FileId) -> &str {
        self.sources.get(file).map_or("", |file| &file.path)
    }

    fn on_page<'s>(&'s self, here: &'s Here<'s>, guide: &'s Guide) -> OnPage<'s> {
        OnPage {
            site: self,
            here,
            file: self.path(guide.file),
            words: self.words,
            script: guide.front.kind == GuideKind::Script,
            prefix: String::new(),
            deeper: 0,
        }
    }

    /// A script's steps with a running clock.
    pub fn steps(&self, here: &Here, guide: &Guide) -> Vec<Step> {
        self.steps_with(guide, &self.on_page(here, guide))
    }

    fn steps_with(&self, guide: &Guide, resolver: &OnPage) -> Vec<Step> {
        let doc = &guide.doc;
        let total: u32 = doc.steps().filter_map(|s| s.minutes).sum();
        let share =
            |minutes: u32| super::geometry::percent(f64::from(minutes) / f64::from(total.max(1)) * 100.0);
        let mut clock = 0;
        doc.steps()
            .map(|heading| {
                let minutes = heading.minutes.unwrap_or(0);
                let step = Step {
                    anchor: format!("{}{}", resolver.prefix, doc.str(heading.anchor)),
                    title: markdown::title(doc, heading, resolver),
                    start: super::kinds::clock(clock),
                    minutes,
                    minutes_text: if minutes == 0 {
                        String::new()
                    } else {
                        self.tn("minutes-short", i64::from(minutes))
                    },
                    x: share(clock),
                    width: share(minutes),
                    cues: parts(doc, doc.below(heading), resolver).into_iter().map(cue).collect(),
                };
                clock += minutes;
                step
            })
            .collect()
    }

    /// The number behind `[[count:…]]`: the sessions of a calendar row in the cohort that runs.
    pub fn count_of(&self, id: &str) -> Option<usize> {
        let ours = |s: &&crate::check::Session| {
            let of = |known: &Option<Id>| known.as_ref().is_some_and(|k| k.as_str() == id);
            !s.skipped && (of(&s.row) || of(&s.check_in) || s.id.as_str() == id)
        };
        let cohort = self.current_cohort()?;
        Some(cohort.sessions.iter().filter(ours).count())
    }

    /// The number behind `[[minutes:…]]`: a check-in's, a calendar row's or a guide's minutes.
    pub fn minutes_of(&self, id: &str) -> Option<u32> {
        let check_in = self.book.check_in(id).and_then(|c| c.minutes);
        let row = || self.book.calendar.iter().find(|r| r.id.as_str() == id).and_then(|r| r.minutes);
        let guide = || self.book.guide(id).and_then(|g| g.front.minutes);
        check_in.or_else(row).or_else(guide)
    }
}

fn cue(part: markdown::Part) -> Cue {
    let kind = match part.label {
        Some(CueLabel::Say) => CueKind::Say,
        Some(CueLabel::Ask) => CueKind::Ask,
        Some(CueLabel::ListenFor) => CueKind::ListenFor,
        Some(CueLabel::IfYouHear) => CueKind::IfYouHear,
        Some(CueLabel::DoNotPromise) => CueKind::DoNotPromise,
        Some(CueLabel::Note) => CueKind::Note,
        None => CueKind::Plain,
    };
    Cue { kind, label: part.words, html: part.html }
}

impl Resolver for OnPage<'_> {
    fn link(&self, doc: &Doc, link: &Link) -> Resolved {
        let (target, fragment) = (doc.str(link.target), doc.str(link.fragment));
        match link.kind {
            LinkKind::Wiki => self.wiki(doc.str(link.word), target, fragment),
            LinkKind::Page => self.page(target, fragment),
            LinkKind::Asset => self
                .asset(target)
                .map_or_else(Resolved::default, |(href, _)| Resolved { href, title: String::new() }),
            _ => Resolved::default(),
        }
    }

    fn image(&self, doc: &Doc, image: &Image) -> Option<Picture> {
        let (src, file) = self.asset(doc.str(image.target))?;
        Some(Picture { src, size: self.site.sources.get(file).and_then(|file| file.size) })
    }

    fn embed(&self, doc: &Doc, embed: &Embed) -> Option<String> {
        let target = doc.str(embed.target);
        let (id, role) = target.split_once('/').unwrap_or((target, ""));
        let role = Role::from_word(role);
        let check_in = self.site.book.check_in(id);
        let draw =
            |template: &str, view: &dyn erased_serde::Serialize| Some(self.site.draw.draw(template, view));
        match doc.str(embed.word) {
            "question" if self.script => Some(format!("<p>{}</p>\n", markdown::escape(&self.question(id)))),
            "question" => {
                draw("embeds/question.html", &self.site.card(self.here, id, role.unwrap_or(Role::Mentee))?)
            }
            "questions" => draw("embeds/questions.html", &self.site.set(self.here, check_in?, role)),
            "cards" => draw("embeds/cards.html", &self.site.set(self.here, check_in?, role)),
            "sheet" => draw("embeds/sheet.html", &self.unique(self.site.sheet(check_in?, role?)?)),
            "expectations" => draw("embeds/expectations.html", &self.unique(self.site.expectations_sheet())),
            "timeline" => draw("embeds/timeline.html", &self.site.timeline(self.here)?),
            _ => None,
        }
    }

    fn words(&self) -> &Words {
        self.words
    }

    fn prefix(&self) -> &str {
        &self.prefix
    }

    fn deeper(&self) -> u8 {
        self.deeper
    }
}

impl OnPage<'_> {
    /// A sheet whose id does not meet itself where the printed handbook shows it twice.
    fn unique(&self, sheet: Sheet) -> Sheet {
        Sheet { id: format!("{}{}", self.prefix, sheet.id), ..sheet }
    }

    /// A question's words, for a facilitator.
    fn question(&self, id: &str) -> String {
        self.site.question_text(id, Role::Mentee)
    }

    fn wiki(&self, word: &str, id: &str, fragment: &str) -> Resolved {
        let site = self.site;
        let known = Id::new(id);
        let subject = match word {
            "guide" => return self.guide(id, fragment),
            "question" => Subject::Question(known),
            "check-in" => Subject::CheckIn(known),
            "phase" => Subject::Phase(known),
            "cohort" => Subject::Cohort(known),
            "session" => return self.session(id),
            "contact" => return self.contact(id),
            "term" => return self.term(id),
            "person" => return self.person(id),
            "measure" => return self.measure(id),
            "count" => return number(site.count_of(id).map(|n| n.to_string())),
            "minutes" => return number(site.minutes_of(id).map(|n| n.to_string())),
            _ => return Resolved::default(),
        };
        self.to(&subject, fragment)
    }

    fn href(&self, subject: &Subject, fragment: &str) -> String {
        match self.site.href(self.here, subject) {
            Some(href) if fragment.is_empty() => href,
            Some(href) => format!("{href}#{fragment}"),
            None => String::new(),
        }
    }

    fn guide(&self, id: &str, fragment: &str) -> Resolved {
        self.to(&Subject::Guide(Id::new(id)), fragment)
    }

    fn to(&self, subject: &Subject, fragment: &str) -> Resolved {
        Resolved { href: self.href(subject, fragment), title: self.site.title(subject) }
    }

    /// A link to a `.md` file: a guide, or the story that stands on a cohort's page.
    fn page(&self, target: &str, fragment: &str) -> Resolved {
        let Some(path) = linked_file(self.file, target) else { return Resolved::default() };
        match kind_of(Root::Content, &path) {
            FileKind::Guide => self.to(&Subject::Guide(guide_at(&path)), fragment),
            FileKind::Summary(cohort) => self.to(&Subject::Cohort(Id::new(&cohort)), fragment),
            _ => Resolved::default(),
        }
    }

    /// The address of a file beside guides, and the file.
    fn asset(&self, target: &str) -> Option<(String, FileId)> {
        let path = linked_file(self.file, target)?;
        let path = path.strip_prefix("guides/")?;
        let asset = self.site.book.assets.iter().find(|a| a.path == path)?;
        let up = if self.site.prefix().is_empty() { "" } else { "../" };
        let root = address::root_of(self.here.address());
        let href = if up.is_empty() {
            address::relative(self.here.address(), path)
        } else {
            format!("{root}{up}{path}")
        };
        let href = address::encoded(&href);
        Some((href, asset.file))
    }

    fn session(&self, id: &str) -> Resolved {
        let (cohort, session) = id.split_once('/').unwrap_or((id, ""));
        let title =
            self.site.book.cohort(cohort).and_then(|c| c.sessions.iter().find(|s| s.id.as_str() == session));
        Resolved {
            href: self.href(&Subject::Cohort(Id::new(cohort)), session),
            title: title.map(|s| self.site.text(&s.title)).unwrap_or_default(),
        }
    }

    fn contact(&self, id: &str) -> Resolved {
        let role = self.site.book.contact(id).map(|c| self.site.text(&c.role));
        Resolved { href: self.href(&Subject::Contacts, id), title: role.unwrap_or_default() }
    }

    fn term(&self, id: &str) -> Resolved {
        Resolved {
            href: self.href(&Subject::Glossary, &format!("term-{id}")),
            title: self.site.term(id, false),
        }
    }

    fn person(&self, id: &str) -> Resolved {
        let name = self.site.book.people.iter().find(|p| p.id.as_str() == id).map(|p| p.name.clone());
        number(name)
    }

    fn measure(&self, id: &str) -> Resolved {
        let title = self.site.measure_name(id);
        Resolved { href: self.href(&Subject::Measure(Id::new(id)), ""), title }
    }
}

/// Words without a page of their own.
fn number(title: Option<String>) -> Resolved {
    Resolved { href: String::new(), title: title.unwrap_or_default() }
}

/// The words that the HTML of a text needs, in a language.
pub fn words(lang: &crate::lang::Language) -> Words {
    let t = |key: &str| lang.t(key, &[]);
    Words {
        lang: lang.tag.clone(),
        table: t("html-table"),
        notes: t("html-notes"),
        back: t("html-back"),
        tasks: [t("html-done"), t("html-to-do")],
        alerts: ["note", "tip", "important", "warning", "caution"].map(|kind| t(&format!("html-{kind}"))),
    }
}
