//! `program.yaml` itself: there, readable by this version, with values that pages can be made from.

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, FileId, Place, Severity};
use crate::model::{Population, Program, is_language};
use crate::source::FileKind;

/// What stands in `program.yaml`.
#[derive(Debug)]
pub struct ProgramFile;

impl Rule for ProgramFile {
    fn codes(&self) -> &'static [&'static Code] {
        const {
            &[
                &NO_PROGRAM,
                &SCHEMA_VERSION,
                &TIME_ZONE,
                &LANGUAGE_TAG,
                &WEB_ADDRESS,
                &EDITION_PRIVATE,
                &PROGRAM_NUMBERS,
                &DISCLOSURE_LOOSER,
            ]
        }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        if !cx.sources.files.iter().any(|file| file.kind == FileKind::Program) {
            found.push(
                Diagnostic::new(&NO_PROGRAM, Place::whole(FileId::NONE), "the content folder holds no program.yaml")
                    .help("run `mentorbook init` in an empty folder to begin with a program that works, or point at another folder with `--content`"),
            );
            return;
        }
        let program = &cx.handbook.program;
        if !is_read(program) {
            return;
        }
        schema(cx, program, found);
        zones(cx, program, found);
        languages(cx, program, found);
        addresses(cx, program, found);
        editions(cx, program, found);
        numbers(cx, program, found);
        disclosure(cx, program, found);
    }
}

/// Whether `program.yaml` could be read; else a placeholder stands in for it, of which nothing need be said.
pub(super) fn is_read(program: &Program) -> bool {
    program.origin.span.end > 0
}

fn schema(cx: &Ctx, program: &Program, found: &mut Vec<Diagnostic>) {
    if program.schema == 1 {
        return;
    }
    let place = field::value(cx, program.origin, &["schema"]);
    let message =
        format!("this handbook is written in format {}, and this mentorbook reads format 1", program.schema);
    let help = if program.schema > 1 { "use a newer version of mentorbook" } else { "write `schema: 1`" };
    found.push(Diagnostic::new(&SCHEMA_VERSION, place, message).help(help));
}

fn zones(cx: &Ctx, program: &Program, found: &mut Vec<Diagnostic>) {
    let sites = program.sites.iter().map(|site| (site.origin, site.timezone.as_deref()));
    for (origin, zone) in std::iter::once((program.origin, program.timezone.as_deref())).chain(sites) {
        let Some(zone) = zone.filter(|zone| zone.parse::<chrono_tz::Tz>().is_err()) else { continue };
        let place = field::value(cx, origin, &["timezone"]);
        let names = || chrono_tz::TZ_VARIANTS.iter().map(|tz| tz.name());
        let city = |name: &str| name.rsplit('/').next().unwrap_or_default().replace('_', " ").to_lowercase();
        let wanted = city(zone);
        // A city alone is what people write; the nearest name by letters would often be another place.
        let known: Vec<&str> = match names().find(|name| city(name) == wanted) {
            Some(same) => vec![same],
            None => names().collect(),
        };
        let mut diagnostic = Diagnostic::new(&TIME_ZONE, place, format!("there is no time zone `{zone}`"))
            .help("write the IANA name, such as Europe/Madrid");
        if let [same] = known.as_slice() {
            diagnostic = diagnostic.help(format!("did you mean `{same}`?"));
            diagnostic.suggestion = Some(crate::diag::Edit { place, text: (*same).to_owned() });
        } else {
            diagnostic = diagnostic.nearest(zone, known);
        }
        found.push(diagnostic);
    }
}

fn languages(cx: &Ctx, program: &Program, found: &mut Vec<Diagnostic>) {
    for (i, language) in program.languages.iter().enumerate() {
        let place = || field::value(cx, program.origin, &["languages", &i.to_string()]);
        let known = is_language(language) && language.parse::<unic_langid::LanguageIdentifier>().is_ok();
        if !known {
            found.push(
                Diagnostic::new(&LANGUAGE_TAG, place(), format!("`{language}` is not a language tag"))
                    .help("write the two- or three-letter code of the language, such as en, es or pt-BR"),
            );
        } else if program.languages[..i].contains(language) {
            found.push(
                Diagnostic::new(&LANGUAGE_TAG, place(), format!("`{language}` is named twice"))
                    .help("remove it here; the first place in the list counts"),
            );
        }
    }
}

fn addresses(cx: &Ctx, program: &Program, found: &mut Vec<Diagnostic>) {
    let both = [("base_url", &program.base_url), ("edit_url", &program.edit_url)];
    for (key, address) in both.into_iter().filter_map(|(key, a)| Some((key, a.as_deref()?))) {
        if is_address(address) && !(key == "base_url" && address.contains(['?', '#'])) {
            continue;
        }
        let place = field::value(cx, program.origin, &[key]);
        found.push(
            Diagnostic::new(&WEB_ADDRESS, place, format!("`{address}` is not the address of a site"))
                .help("write it in full, such as https://handbook.example.org/"),
        );
    }
}

fn is_address(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    !name.is_empty()
        && name.chars().all(is_name)
        && !address.contains(|c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '\\')
        })
}

fn editions(cx: &Ctx, program: &Program, found: &mut Vec<Diagnostic>) {
    let Some(public) =
        program.editions.iter().find(|(id, edition)| id.as_str() == "public" && edition.private)
    else {
        return;
    };
    let place = field::value(cx, public.1.origin, &["private"]);
    found.push(
        Diagnostic::new(&EDITION_PRIVATE, place, "the public edition may not hold private rows")
            .help("remove `private`; an edition for staff, with another name, may have it"),
    );
}

fn numbers(cx: &Ctx, program: &Program, found: &mut Vec<Diagnostic>) {
    let mut say = |origin: Place, key: &str, message: String| {
        let place = field::value(cx, origin, &[key]);
        found.push(
            Diagnostic::new(&PROGRAM_NUMBERS, place, message)
                .help("correct the number; leave the key out where nothing is decided"),
        );
    };
    let longest = u32::try_from(*crate::check::calendar::weeks::RANGE.end()).unwrap_or(u32::MAX);
    if program.weeks == 0 || program.weeks > longest {
        let message = format!("a match cannot take {} weeks; 1 to {longest} can be planned", program.weeks);
        say(program.origin, "weeks", message);
    }
    if let Some(least) = program.min_match_weeks.filter(|least| *least > program.weeks) {
        say(
            program.origin,
            "min_match_weeks",
            format!("the shortest match ({least} weeks) is longer than a whole one ({})", program.weeks),
        );
    }
    if program.capacity_per_mentor == Some(0) {
        say(
            program.origin,
            "capacity_per_mentor",
            "with a capacity of 0 no mentor could be matched; without the key nobody is above capacity"
                .to_owned(),
        );
    }
    if let Some(rhythm) = program.contact.as_ref().filter(|rhythm| rhythm.first_month == Some(0)) {
        let message = "0 contacts in the first month promise nothing".to_owned();
        say(rhythm.origin, "first_month", message);
    }
}

fn disclosure(cx: &Ctx, program: &Program, found: &mut Vec<Diagnostic>) {
    let Some(setting) = &program.disclosure else { return };
    let mut say = |key: &str, message: String| {
        let place = field::value(cx, setting.origin, &[key]);
        found.push(
            Diagnostic::new(&DISCLOSURE_LOOSER, place, message)
                .help("make it stricter, or remove it: then the rule of the population holds"),
        );
    };
    let adults = program.population == Population::Adult;
    if setting.population_class == Some(Population::Adult) && !adults {
        say(
            "population_class",
            format!("the population is `{}`; the rule for adults is looser", program.population.word()),
        );
    }
    let (k, group) = floors(program);
    for (key, least, written) in [("k", k, setting.k), ("group", group, setting.group)] {
        if let Some(written) = written.filter(|written| *written < least) {
            say(key, format!("`{key}: {written}` is looser than the rule for this population: {least}"));
        }
    }
}

/// The least `k` and group that the rule asks of a program.
fn floors(program: &Program) -> (u32, u32) {
    let set = program.disclosure.as_ref().and_then(|set| set.population_class);
    let adults =
        [Some(program.population), set].into_iter().flatten().all(|class| class == Population::Adult);
    if adults { (3, 8) } else { (5, 12) }
}

/// Its own `k` and group: what it sets, never below the floors. A group holds two cells above `k`.
pub(super) fn limits(program: &Program) -> (u32, u32) {
    let set = program.disclosure.as_ref();
    let (k, group) = floors(program);
    let k = k.max(set.and_then(|set| set.k).unwrap_or(0));
    let group = group.max(set.and_then(|set| set.group).unwrap_or(0));
    (k, group.max(k.saturating_mul(2).saturating_add(2)))
}

/// No `program.yaml`.
pub static NO_PROGRAM: Code = Code {
    word: "no-program",
    severity: Severity::Error,
    says: "The content folder holds a program.yaml.",
    why: "It names the program, its languages and whom to call; without it no page can be made.",
    example: "content/\n  program.yaml      # name, languages, time zone, contacts, editions\n  phases.yaml",
    fix: "Run `mentorbook init` to begin with a program that works, or name the right folder with `--content`.",
};

/// A format that this version does not read.
pub static SCHEMA_VERSION: Code = Code {
    word: "schema-version",
    severity: Severity::Error,
    says: "The handbook is written in a format that this version reads.",
    why: "A newer format may mean something else by the same keys; guessing would show wrong dates and questions.",
    example: "schema: 1",
    fix: "Use a version of mentorbook that reads the format; `mentorbook migrate` brings older handbooks up to date.",
};

/// A time zone that does not exist.
pub static TIME_ZONE: Code = Code {
    word: "time-zone",
    severity: Severity::Error,
    says: "A time zone has a name of the IANA list.",
    why: "Without its zone, an hour in a calendar file is another hour for everybody who lives elsewhere.",
    example: "timezone: Madrid           # wrong\ntimezone: Europe/Madrid    # right",
    fix: "Write continent and city as the IANA list does; summer time is then known as well.",
};

/// A language that does not exist.
pub static LANGUAGE_TAG: Code = Code {
    word: "language-tag",
    severity: Severity::Error,
    says: "A language is named by its tag, once.",
    why: "Screen readers choose the voice by it, and pages of each language stand below an address that is made of it.",
    example: "languages: [english, es]   # wrong\nlanguages: [en, es]        # right",
    fix: "Write the code of the language; the first is the default.",
};

/// An address that is not one.
pub static WEB_ADDRESS: Code = Code {
    word: "web-address",
    severity: Severity::Error,
    says: "`base_url` and `edit_url` are full web addresses.",
    why: "The sitemap and the links to the sources are made from them, and would lead nowhere.",
    example: "base_url: handbook.example.org            # wrong\nbase_url: https://handbook.example.org/   # right",
    fix: "Write the address with https:// and the host.",
};

/// A public edition that may hold rows.
pub static EDITION_PRIVATE: Code = Code {
    word: "edition-private",
    severity: Severity::Error,
    says: "The public edition is never private.",
    why: "A private edition may print what single people answered; the public one is read by anybody.",
    example: "editions:\n  public: { audiences: [everyone, mentor, mentee] }\n  staff: { audiences: [coordinator], private: true }",
    fix: "Remove `private: true` from `public`, and build another edition for staff.",
};

/// Numbers that no program can have.
pub static PROGRAM_NUMBERS: Code = Code {
    word: "program-numbers",
    severity: Severity::Error,
    says: "The program's length and capacity are possible, the shortest match is no longer than a whole one, and the first month holds a contact where it promises any.",
    why: "The calendar, the ruler of weeks, the rate of completion and the promise of contact are counted from them.",
    example: "weeks: 39\nmin_match_weeks: 26\ncapacity_per_mentor: 2\ncontact: { first_month: 2, counts: [pulse] }",
    fix: "Correct the number; leave a key out where nothing is decided.",
};

/// Figures protected less than the rule asks.
pub static DISCLOSURE_LOOSER: Code = Code {
    word: "disclosure-looser",
    severity: Severity::Error,
    says: "A program may protect its figures more strictly than the rule, never less.",
    why: "Small groups can be recognised; the rule is what people were promised when they answered.",
    example: "population: adult\ndisclosure: { k: 5 }   # allowed: stricter than 3",
    fix: "Raise the number, or remove it: then the rule of the population holds.",
};
