//! Published figures as files to take away: a table for each cohort, one of all, and what their columns mean.
//!
//! In the default language, once for the whole site. Lines are made once, for all files that hold them.

use std::sync::{Arc, OnceLock};

use crate::model::Id;
use crate::outcomes::{Published, Release};
use crate::pages::figures::COLUMNS;
use crate::pages::{Ground, Site};
use crate::write::{self, Item, Package};

/// The tables of a site.
pub(crate) struct Tables<'s> {
    site: &'s Site<'s>,
    all: Vec<Table<'s>>,
    /// What each column means: the same for all.
    columns: Vec<String>,
}

struct Table<'s> {
    /// A cohort, or the cohorts of a pool joined by `+`.
    name: &'s Id,
    /// The cohort's own name; none of a pool, which has no page and no file of its own.
    title: Option<String>,
    release: &'s Published<Release>,
    lines: OnceLock<String>,
}

impl<'s> Tables<'s> {
    /// Cohorts in order of their start, then pools.
    pub(crate) fn new(site: &'s Site<'s>) -> Self {
        let table = |(name, title, release)| Table { name, title, release, lines: OnceLock::new() };
        let cohorts = site.book.cohorts.iter().filter_map(|cohort| {
            Some((&cohort.id, Some(site.text(&cohort.file.name)), site.published.get(&cohort.id)?))
        });
        let pools = site.published.iter().filter(|(name, _)| name.as_str().contains('+'));
        let pools = pools.map(|(name, release)| (name, None, release));
        let columns = COLUMNS.iter().map(|column| site.t(&format!("column-{}", column.name))).collect();
        Self { site, all: cohorts.chain(pools).map(table).collect(), columns }
    }

    /// The table of a cohort with its description, whose files are `path` and beside it.
    pub(crate) fn of(&self, cohort: &Id, path: &str) -> Option<(Vec<u8>, Vec<u8>)> {
        let table = self.all.iter().find(|table| table.name == cohort)?;
        let csv = self.csv(table);
        let package = self.package(table, path, &csv)?;
        Some((csv, package))
    }

    fn lines<'t>(&self, table: &'t Table) -> &'t str {
        table.lines.get_or_init(|| write::csv_lines(&self.site.figure_rows(table.name, table.release)))
    }

    fn csv(&self, table: &Table) -> Vec<u8> {
        (write::csv_head() + self.lines(table)).into_bytes()
    }

    fn all_csv(&self) -> Vec<u8> {
        let lines = self.all.iter().map(|table| self.lines(table));
        std::iter::once(write::csv_head().as_str()).chain(lines).collect::<String>().into_bytes()
    }

    fn package(&self, table: &Table, path: &str, csv: &[u8]) -> Option<Vec<u8>> {
        let (site, release) = (self.site, table.release.get());
        let program = site.text(&site.book.program.name);
        let title = site.ta("download-title", &[("program", &program), ("cohort", table.title.as_ref()?)]);
        let mut limits = site.with("download-limits", &[("k", release.k), ("group", release.group)]);
        if !release.held_back.is_empty() {
            limits = format!("{limits} {}", site.t("outcome-held-back"));
        }
        let name = format!("figures-{}", table.name);
        let page = table.name.as_str();
        let about = About { name: &name, title: &title, limits: &limits, version: &release.id, path, page };
        Some(self.described(&about, csv))
    }

    fn all_package(&self, csv: &[u8]) -> Vec<u8> {
        let program = self.site.text(&self.site.book.program.name);
        let title = self.site.ta("download-title-all", &[("program", &program)]);
        let corrected = self.site.book.cohorts.iter().filter(|cohort| {
            let mine = self.site.published.get(&cohort.id);
            mine.is_some_and(|release| !release.get().held_back.is_empty())
        });
        let limits = std::iter::once(self.site.t("download-limits-all"));
        let limits: Vec<String> = limits.chain(self.site.held_back(corrected.collect())).collect();
        let limits = limits.join(" ");
        let mut releases = blake3::Hasher::new();
        for table in &self.all {
            releases.update(table.name.as_str().as_bytes()).update(table.release.get().id.as_bytes());
        }
        let version = releases.finalize().to_hex()[..8].to_owned();
        let about = About {
            name: "figures",
            title: &title,
            limits: &limits,
            version: &version,
            path: "figures.csv",
            page: "",
        };
        self.described(&about, csv)
    }

    fn described(&self, about: &About, csv: &[u8]) -> Vec<u8> {
        let (site, program) = (self.site, &self.site.book.program);
        let homepage = program.base_url.as_ref().map_or_else(String::new, |base| {
            let base = base.trim_end_matches('/');
            if about.page.is_empty() {
                format!("{base}/")
            } else {
                format!("{base}/cohort/{}.html", about.page)
            }
        });
        let description = format!("{} {}", site.t("download-how"), about.limits);
        write::package(&Package {
            name: about.name,
            title: about.title,
            description: &description,
            version: about.version,
            homepage: &homepage,
            publisher: &site.text(&program.name),
            license: program.license.as_deref(),
            path: about.path,
            csv,
            columns: &self.columns,
        })
    }
}

/// What a description says of its table.
struct About<'a> {
    name: &'a str,
    title: &'a str,
    limits: &'a str,
    version: &'a str,
    path: &'a str,
    page: &'a str,
}

/// Makes a file from the tables.
type Make<'s> = Box<dyn Fn(&Tables<'s>) -> Vec<u8> + Send + Sync + 's>;

/// The files, where anything is published.
pub(super) fn items<'s>(site: &'s Site<'s>, ground: &Ground) -> Vec<Item<'s>> {
    let tables = Arc::new(Tables::new(site));
    if tables.all.is_empty() {
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut add = |address: String, make: Make<'s>| {
        let (fingerprint, tables) = (ground.data(&address), Arc::clone(&tables));
        items.push(Item::new(address, fingerprint, move || Ok(make(&tables))));
    };
    for (at, table) in tables.all.iter().enumerate().filter(|(_, table)| table.title.is_some()) {
        let name = table.name;
        add(format!("cohort/{name}.csv"), Box::new(move |tables| tables.csv(&tables.all[at])));
        add(
            format!("cohort/{name}.datapackage.json"),
            Box::new(move |tables| {
                let table = &tables.all[at];
                let path = format!("{name}.csv");
                tables.package(table, &path, &tables.csv(table)).unwrap_or_default()
            }),
        );
    }
    add("figures.csv".to_owned(), Box::new(Tables::all_csv));
    add("datapackage.json".to_owned(), Box::new(|tables| tables.all_package(&tables.all_csv())));
    items
}
