//! `mentorbook export`: a cohort's page or its figures as one file to send.

use std::path::{Path, PathBuf};

use super::args::{Export, Exported, FileFormat};
use super::findings::{Left, drawn};
use super::project::{Project, options};
use super::terminal::{self, Terminal};
use super::{Status, Stop};
use crate::diag::{Look, nearest};
use crate::export::{Exporting, Failure, Table};
use crate::model::Id;
use crate::pipeline::{Kept, Options, Read};
use crate::source::Root;
use crate::write;

pub(super) fn run(args: &Export, root: Option<&Path>, terminal: Terminal) -> Result<Status, Stop> {
    let Exported::Cohort = args.what;
    let project = Project::open(root, &args.reading)?;
    let options = Options { base_url: args.base_url.clone(), ..options(&args.reading) };
    let read = project.read(&options, &mut Kept::default())?;
    let left = Left::of(&read.found, &read.sources, &args.judging)?;
    if left.stops(&read.sources, args.judging.strict, "exported", terminal)? {
        return Ok(Status::Wrong);
    }
    let id = Id::new(&args.id);
    let output = output(args, &project)?;
    let made = Exporting::new(&project.world, &read, &options, &id, args.lang.as_deref())
        .and_then(|exporting| files(&exporting, args.format, &output));
    let files = match made {
        Ok(files) => files,
        Err(Failure::Theme(found)) => {
            let look =
                Look { colour: terminal.colours_asides(), width: terminal::width(), ..Look::default() };
            terminal::aside(&drawn(&[*found], &read.sources, look)?)?;
            return Ok(Status::Wrong);
        }
        Err(failure) => return Err(stop(&failure, args, &read)),
    };
    write::whole(&files).map_err(|(path, error)| Stop::new(format!("{}: {error}", shown(&path))))?;
    if !terminal.quiet {
        let sizes = files.iter().map(|(path, bytes)| format!("{}: {}\n", shown(path), size(bytes.len())));
        terminal::result(sizes.collect::<String>().as_bytes())?;
    }
    Ok(Status::Fine)
}

/// The file that was asked for; a folder gets one that is named after the cohort. What the program is made of
/// is never written over.
fn output(args: &Export, project: &Project) -> Result<PathBuf, Stop> {
    let ending = match args.format {
        FileFormat::Html => "html",
        FileFormat::Csv => "csv",
    };
    let name = format!("{}.{ending}", args.id);
    let file = match &args.output {
        None => PathBuf::from(name),
        Some(folder) if folder.is_dir() => folder.join(name),
        Some(file) => file.clone(),
    };
    if file.extension().is_none_or(|there| !there.eq_ignore_ascii_case(ending)) {
        return Err(Stop::new(format!(
            "`{}` is no name for what is written: it ends in .{ending}",
            shown(&file)
        ))
        .help("--format chooses between html and csv"));
    }
    let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let within = |of: &Path| {
        let (folder, of) = (folder.canonicalize(), of.canonicalize());
        folder.is_ok_and(|folder| of.is_ok_and(|of| folder.starts_with(of)))
    };
    let sources =
        [Root::Content, Root::Data, Root::Theme].into_iter().filter_map(|root| project.world.folder(root));
    if let Some(of) = sources.into_iter().find(|of| within(of)) {
        return Err(Stop::new(format!(
            "`{}` lies in `{}`, among what the site is made from",
            shown(&file),
            shown(of)
        ))
        .help("name a file in another folder: -o ../to-send.html"));
    }
    Ok(file)
}

fn files(of: &Exporting, format: FileFormat, output: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    match format {
        FileFormat::Html => Ok(vec![(output.to_owned(), of.page()?)]),
        FileFormat::Csv => {
            let name = output.file_name().unwrap_or_default().to_string_lossy();
            let Table { csv, package } = of.table(&name)?;
            Ok(vec![(output.to_owned(), csv), (output.with_extension("datapackage.json"), package)])
        }
    }
}

fn stop(failure: &Failure, args: &Export, read: &Read) -> Stop {
    let (book, id) = (&read.checked.handbook, args.id.as_str());
    match failure {
        Failure::NoCohort => {
            let known = || book.cohorts.iter().map(|cohort| cohort.id.as_str());
            let help = match nearest(id, known()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there are: {}", known().collect::<Vec<_>>().join(", ")),
            };
            Stop::new(format!("there is no cohort `{id}`")).help(help)
        }
        Failure::NoRelease => {
            let to = format!("`mentorbook release {id}` publishes its figures, where its rows are at hand");
            Stop::new(format!("nothing is published of `{id}`, so there is nothing to send")).help(to)
        }
        Failure::NoLanguage => {
            let known: Vec<&str> = read.look.languages.iter().map(|known| known.tag.as_str()).collect();
            let lang = args.lang.as_deref().unwrap_or_default();
            Stop::new(format!("the site does not speak `{lang}`"))
                .help(format!("program.yaml has: {}", known.join(", ")))
        }
        Failure::Private => {
            Stop::new(format!("the edition `{}` is private: it is not sent", read.edition.name))
                .help("leave out --edition")
        }
        Failure::Theme(found) => Stop::new(found.message.clone()),
        Failure::NoSheet => Stop::new("the theme cannot draw a page by itself").help(
            "its base.html must print `site.sheet` where there is one, as that of the default theme does",
        ),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// "64 KB"; a small file has one.
fn size(bytes: usize) -> String {
    format!("{} KB", bytes.div_ceil(1000).max(1))
}
