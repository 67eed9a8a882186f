//! From the plan to files: each page is filled, drawn and written in one step, when it is wanted.
//!
//! Sits between `pages` and `write`; decides neither what a page says nor where bytes go.

mod downloads;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use downloads::Tables;

use crate::check::{Asset, Cohort};
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::lang::Language;
use crate::markdown::Words;
use crate::model::Id;
use crate::outcomes::staff::{Figures, Staff, Token};
use crate::pages::{self, Draw, Ground, Here, Outline, Plan, Site, Slot, Subject};
use crate::pipeline::{Look, Options, Read, Target};
use crate::render::{Renderer, Templates};
use crate::source::{Root, World};
use crate::theme::Theme;
use crate::write::{self, Failure, Item, Report, Tick};

/// Everything that a site is made from.
pub struct Inputs<'a> {
    /// For the bytes of files beside guides.
    pub world: &'a dyn World,
    /// The content, judged.
    pub read: &'a Read,
    /// What the user chose.
    pub options: &'a Options,
    /// The order of the guides.
    pub outline: &'a Outline,
    /// The pages.
    pub plan: &'a Plan,
    /// Whether this process has built the site before.
    pub again: bool,
}

/// Draws embeds; failures are kept until the page is done.
struct Drawing {
    renderer: Renderer,
    words: Words,
    failed: Mutex<Vec<Diagnostic>>,
}

impl Drawing {
    /// A page, if nothing inside it failed.
    fn finished(&self, html: String) -> Result<String, Diagnostic> {
        let failed = self.failed.lock().ok().and_then(|mut failed| failed.pop());
        failed.map_or(Ok(html), Err)
    }
}

impl Draw for Drawing {
    fn draw(&self, template: &str, view: &dyn erased_serde::Serialize) -> String {
        self.renderer.draw(template, view).unwrap_or_else(|found| {
            if let Ok(mut failed) = self.failed.lock() {
                failed.push(found);
            }
            String::new()
        })
    }
}

impl Inputs<'_> {
    /// Plans all files, then lets `write` make those that changed.
    pub fn write(&self, target: &Target, tick: Tick) -> Result<Report, Failure> {
        let Look { theme, templates, languages, .. } = &*self.read.look;
        let drawings: Vec<Drawing> = languages.iter().map(|language| drawing(templates, language)).collect();
        let staff = self.staff();
        let site = |(language, drawing)| self.site(language, drawing, &staff);
        let sites: Vec<Site> = languages.iter().zip(&drawings).map(site).collect();
        let mut renderers = Vec::new();
        for (site, language) in sites.iter().zip(languages) {
            let renderer = Renderer::new(templates, language).with_site(&pages::globals(site));
            renderers.push(renderer.map_err(|found| Failure::Content(vec![found]))?);
        }
        let choices =
            format!("{:?} {:?}", self.read.edition, Options { pages_first: false, ..self.options.clone() });
        let engine = self.world.engine();
        let ground = Ground::new(
            &self.read.checked.handbook,
            &self.read.sources,
            self.read.edition.private,
            &[engine.as_bytes(), &theme.hash(), choices.as_bytes()],
        );
        let mut items = self.shared(theme, &engine);
        for ((site, renderer), drawing) in sites.iter().zip(&renderers).zip(&drawings) {
            let page = |slot| page(site, slot, renderer, drawing, &ground);
            let wait = |slot: &Slot, item| Item { can_wait: self.can_wait(slot), ..item };
            items.extend(self.plan.slots.iter().map(|slot| wait(slot, page(slot))));
            if !self.options.no_search {
                items.push(Item { can_wait: self.options.pages_first, ..search(site, &ground) });
            }
        }
        for site in &sites {
            items.extend(calendars(site, &ground));
        }
        items.extend(sites.first().into_iter().flat_map(|site| downloads::items(site, &ground)));
        items.extend(for_hosts(&sites));
        let edition = self.read.edition.name.to_string();
        // The folder of a preview is its own; the pass after the pages looks at every file of it.
        let trusted = self.again && self.options.pages_first;
        write::site(&write::Plan { edition, items, trusted }, &target.out, &target.cache, tick)
    }

    /// What sees every text may wait where pages come first.
    fn can_wait(&self, slot: &Slot) -> bool {
        self.options.pages_first && slot.subject == Subject::PrintAll
    }

    /// Files that all languages share: the theme's, and those beside guides that a page uses.
    fn shared<'s>(&'s self, theme: &Theme, engine: &str) -> Vec<Item<'s>> {
        let program = &self.read.checked.handbook.program;
        let statics = theme.statics(program.accent.as_deref()).into_iter();
        let mut items: Vec<Item> = statics.map(|file| Item::bytes(file.address, file.bytes)).collect();
        let used = pages::used_assets(&self.read.checked.handbook, &self.read.sources, self.outline);
        for asset in self.read.checked.handbook.assets.iter().filter(|a| used.contains(&a.path)) {
            let stamp = self.read.sources.get(asset.file).map_or(0, |f| f.hash);
            let fingerprint = blake3::hash(format!("{} {stamp} {engine}", asset.path).as_bytes()).into();
            items.push(Item::new(asset.path.clone(), fingerprint, move || self.asset(asset)));
        }
        items
    }

    fn asset(&self, asset: &Asset) -> Result<Vec<u8>, Diagnostic> {
        let place = Place::whole(asset.file);
        let bytes = self.world.read(Root::Content, &format!("guides/{}", asset.path));
        let bytes = bytes
            .map_err(|error| Diagnostic::new(&UNREADABLE, place, format!("it cannot be read: {error}")))?;
        write::asset(&asset.path, bytes, place)
    }

    /// What staff see, in a private edition alone.
    fn staff(&self) -> BTreeMap<Id, Staff<Figures>> {
        let Some(token) = Token::of(&self.read.edition) else { return BTreeMap::new() };
        let book = &self.read.checked.handbook;
        let of =
            |cohort: &Cohort| Some((cohort.id.clone(), self.read.private.staff(book, &cohort.id, token)?));
        book.cohorts.iter().filter_map(of).collect()
    }

    fn site<'s>(
        &'s self,
        language: &'s Arc<Language>,
        drawing: &'s Drawing,
        staff: &'s BTreeMap<Id, Staff<Figures>>,
    ) -> Site<'s> {
        Site {
            book: &self.read.checked.handbook,
            index: &self.read.checked.index,
            sources: &self.read.sources,
            edition: &self.read.edition,
            outline: self.outline,
            plan: self.plan,
            lang: language,
            languages: &self.read.look.languages,
            words: &drawing.words,
            sides: pages::Sides::default(),
            published: &self.read.published,
            staff,
            draw: drawing,
        }
    }
}

impl Inputs<'_> {
    /// One page in one language as it stands by itself, and its address: with its style sheet inside, and
    /// without navigation. `None` where there is no such page or language.
    pub fn alone(
        &self,
        subject: &Subject,
        tag: &str,
        sheet: &str,
        policy: &str,
    ) -> Option<Result<(String, String), Diagnostic>> {
        let Look { templates, languages, .. } = &*self.read.look;
        let language = languages.iter().find(|language| language.tag == tag)?;
        let drawing = drawing(templates, language);
        let nobody = BTreeMap::new();
        let site = self.site(language, &drawing, &nobody);
        let slot = self.plan.slots.iter().find(|slot| slot.subject == *subject)?;
        let mut page = slot.kind.page(&site, &Here { slot })?;
        page.chrome.languages.clear();
        page.chrome.breadcrumbs.clear();
        page.chrome.ruler = None;
        let globals = pages::globals_alone(&site, sheet, policy);
        let address = format!("{}{}", site.prefix(), slot.address);
        let renderer = Renderer::new(templates, language).with_site(&globals);
        let html = renderer.and_then(|renderer| {
            let html = renderer.page(&format!("{}.html", slot.kind.template()), &*page.view, &page.chrome)?;
            drawing.finished(html)
        });
        Some(html.map(|html| (address, html)))
    }

    /// The bytes of a picture beside guides, by its address on the site.
    pub fn picture(&self, address: &str) -> Option<Vec<u8>> {
        let asset =
            self.read.checked.handbook.assets.iter().find(|asset| pages::encoded(&asset.path) == address)?;
        self.asset(asset).ok()
    }

    /// The published figures of a cohort in one language, as a table that is called `path`, and what its
    /// columns mean. `None` where nothing is published, or the site does not speak the language.
    pub fn table(&self, cohort: &Id, tag: &str, path: &str) -> Option<(Vec<u8>, Vec<u8>)> {
        let Look { templates, languages, .. } = &*self.read.look;
        let language = languages.iter().find(|language| language.tag == tag)?;
        let drawing = drawing(templates, language);
        Tables::new(&self.site(language, &drawing, &BTreeMap::new())).of(cohort, path)
    }
}

fn drawing(templates: &Templates, language: &Arc<Language>) -> Drawing {
    let renderer = Renderer::new(templates, language);
    Drawing { renderer, words: pages::words(language), failed: Mutex::default() }
}

/// One page: its view is filled only when its fingerprint says that it changed.
fn page<'s>(
    site: &'s Site,
    slot: &'s Slot,
    renderer: &'s Renderer,
    drawing: &'s Drawing,
    ground: &Ground,
) -> Item<'s> {
    let address = format!("{}{}", site.prefix(), slot.address);
    Item::new(address, ground.page(site, slot), move || {
        let Some(page) = slot.kind.page(site, &Here { slot }) else { return Ok(Vec::new()) };
        let template = format!("{}.html", slot.kind.template());
        let html = renderer.page(&template, &*page.view, &page.chrome)?;
        drawing.finished(html).map(String::into_bytes)
    })
}

/// The search documents of a language.
fn search<'s>(site: &'s Site, ground: &Ground) -> Item<'s> {
    let address = format!("search-docs.{}.js", site.tag());
    let fingerprint = ground.everything(&address);
    Item::new(address, fingerprint, move || Ok(write::search_docs(&pages::search::documents(site))))
}

/// Each cohort's calendar file.
fn calendars<'s>(site: &'s Site, ground: &Ground) -> Vec<Item<'s>> {
    let calendar = |cohort: &'s Cohort| {
        let address = format!("{}cohort/{}.ics", site.prefix(), cohort.id);
        let fingerprint = ground.data(&address);
        Item::new(address, fingerprint, move || {
            let name = format!("{}: {}", site.text(&site.book.program.name), site.text(&cohort.file.name));
            let host = host(site);
            let page = match &site.book.program.base_url {
                Some(base) => {
                    format!("{}/{}cohort/{}.html", base.trim_end_matches('/'), site.prefix(), cohort.id)
                }
                None => String::new(),
            };
            let about = write::Calendar {
                name: &name,
                language: (site.tag(), site.first()),
                host: &host,
                page: &page,
            };
            Ok(write::calendar(cohort, &about))
        })
    };
    site.book.cohorts.iter().map(calendar).collect()
}

/// The host of the base address; without one, the program's name as an id.
fn host(site: &Site) -> String {
    let base = site.book.program.base_url.as_deref().and_then(|b| b.split_once("://")).map(|(_, rest)| rest);
    match base.and_then(|rest| rest.split('/').next()) {
        Some(host) => host.to_owned(),
        None => crate::model::kebab(&site.text(&site.book.program.name)),
    }
}

/// What hosts and search engines read.
fn for_hosts<'s>(sites: &[Site]) -> Vec<Item<'s>> {
    let mut items = vec![Item::bytes("_headers", write::headers(pages::CSP))];
    let Some(site) = sites.first() else { return items };
    let Some(base) = &site.book.program.base_url else { return items };
    let base = format!("{}/", base.trim_end_matches('/'));
    let public = site.edition.name.as_str() == "public";
    items.push(Item::bytes("robots.txt", write::robots(&base, public)));
    if site.edition.private {
        return items;
    }
    items.push(Item::bytes("sitemap.xml", write::sitemap(&pages::sitemap(sites, &base))));
    items
}

/// A file beside guides that cannot be read.
static UNREADABLE: Code = Code {
    word: "unreadable-file",
    severity: Severity::Error,
    says: "A file that a page uses cannot be read.",
    why: "The page would show a gap where the picture should be.",
    example: "guides/images/team.jpg without permission to read it",
    fix: "Give yourself permission to read the file, or take it out of the guide.",
};

/// The codes of this file.
pub static CODES: &[&Code] = &[&UNREADABLE];
