//! `plenary convert`.

use std::collections::BTreeMap;

use plenary_core::{Diagnostic, Session, Severity};
use plenary_host::{FailureKind, Host, OptionError, Options, Payload, RenderContext, RenderFailure};

use crate::args::{Convert, Setting};
use crate::catalogue::{self, Format};
use crate::exit::Failure;
use crate::input::Broken;
use crate::output::{Destination, Fate, Job, Prepared, Target, jobs};
use crate::page::Page;
use crate::plugins::{host, refused, warn_of_refusals};
use crate::report::{Report, Source};
use crate::table::several;

pub(super) fn run(args: &Convert, report: &mut Report) -> Result<(), Failure> {
    let source_date_epoch = source_date_epoch()?;
    let host = host(&args.plugins)?;
    let destination = Destination::named(args.output.as_deref());
    let formats = formats(args, &host, &destination)?;
    warn_of_refusals(&host, report);
    let options = options(&args.settings, &formats)?;
    let jobs = jobs(&args.inputs, &formats, &destination)?;
    spare_terminal(&jobs, &formats)?;
    let conversion = Conversion {
        args,
        formats: formats.iter().zip(options).collect(),
        host: &host,
        context: RenderContext { generator: GENERATOR, source_date_epoch, cancelled: None },
    };
    let mut tally = Tally::default();
    for job in &jobs {
        conversion.page(job, report, &mut tally);
    }
    tally.tell(jobs.len(), report);
    Ok(())
}

const GENERATOR: &str = concat!("plenary ", env!("CARGO_PKG_VERSION"));

/// The date to put on documents instead of today's: <https://reproducible-builds.org/specs/source-date-epoch/>.
fn source_date_epoch() -> Result<Option<i64>, Failure> {
    let Some(text) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    text.to_str().and_then(|text| text.parse().ok()).map(Some).ok_or_else(|| {
        let message = format!("SOURCE_DATE_EPOCH is `{}`, not a number of seconds", text.display());
        Failure::environment("environment::source-date-epoch", message)
            .help("set it to the seconds since 1970-01-01 00:00 UTC, or unset it")
    })
}

/// The formats asked for, each once: with `-t`, or by the name of the file to write.
fn formats<'h>(
    args: &Convert,
    host: &'h Host,
    destination: &Destination,
) -> Result<Vec<Format<'h>>, Failure> {
    let mut formats: Vec<Format<'h>> = Vec::new();
    for name in &args.formats {
        let format = catalogue::named(host, name)?;
        if formats.iter().all(|other| other.name() != format.name()) {
            formats.push(format);
        }
    }
    if !formats.is_empty() {
        return Ok(formats);
    }
    let Destination::File(path) = destination else {
        return Err(Failure::usage("usage::no-format", "no format is named")
            .help("name one with -t, as in `-t pdf`, or a file with -o, as in `-o session.pdf`; `plenary formats` lists them"));
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(vec![catalogue::by_file_name(host, &name)?])
}

/// What `--set` says for each of the formats.
fn options(settings: &[Setting], formats: &[Format<'_>]) -> Result<Vec<Options>, Failure> {
    let mut options: BTreeMap<&str, Options> = BTreeMap::new();
    for Setting { format: name, key, value } in settings {
        let Some(format) = formats.iter().find(|format| format.name() == name) else {
            let asked = catalogue::list(formats.iter().map(Format::name));
            let message =
                format!("`--set {name}.{key}` sets an option of a format that is not written: `{name}`");
            return Err(
                Failure::usage("usage::unused-setting", message).help(format!("what is written is {asked}"))
            );
        };
        let Some(plugin) = format.plugin() else {
            let message = format!("the format `{name}` has no options, so there is no `{key}` to set");
            return Err(Failure::usage("usage::unknown-option", message));
        };
        let set = options.entry(format.name()).or_default().set(plugin.manifest(), key, value);
        set.map_err(|error| wrong_option(&format!("--set {name}.{key}={value}"), &error))?;
    }
    let mut all = Vec::with_capacity(formats.len());
    for format in formats {
        let options = options.remove(format.name()).unwrap_or_default();
        if let Some(plugin) = format.plugin() {
            options.check(plugin.manifest()).map_err(|error| wrong_option(format.name(), &error))?;
        }
        all.push(options);
    }
    Ok(all)
}

fn wrong_option(given: &str, error: &OptionError) -> Failure {
    Failure::usage("usage::option", format!("`{given}`: {error}")).maybe_help(error.help())
}

/// Keeps binary documents off the terminal.
fn spare_terminal(jobs: &[Job], formats: &[Format<'_>]) -> Result<(), Failure> {
    use std::io::IsTerminal;
    let to_stdout = jobs.iter().flat_map(|job| job.targets.iter().zip(formats));
    let mut binary = to_stdout.filter(|(target, format)| **target == Target::Stdout && format.is_binary());
    match binary.next() {
        Some((_, format)) if std::io::stdout().is_terminal() => {
            let message = format!("`{}` is a binary format, nothing for a terminal", format.name());
            Err(Failure::usage("usage::terminal", message)
                .help("name a file with -o, or redirect standard output"))
        }
        _ => Ok(()),
    }
}

/// What is the same for every page of a run.
struct Conversion<'a> {
    args: &'a Convert,
    formats: Vec<(&'a Format<'a>, Options)>,
    host: &'a Host,
    context: RenderContext<'a>,
}

impl Conversion<'_> {
    /// Converts one page to all formats, or to none.
    fn page(&self, job: &Job, report: &mut Report, tally: &mut Tally) {
        let name = job.input.name();
        let page = match Page::open(&job.input, &self.args.reading) {
            Ok(page) => page,
            Err(Broken { failure, text }) => {
                tally.failed += 1;
                return report.failure(Some(&Source::new(&name, text.as_deref())), &failure);
            }
        };
        match self.documents(&page, &name, report).and_then(|documents| put(&documents, &job.targets)) {
            Ok(fates) => tally.documents.extend(job.targets.iter().cloned().zip(fates)),
            Err(failure) => {
                tally.failed += 1;
                if let Some(failure) = failure {
                    report.failure(Some(&Source::new(&name, Some(&page.text))), &failure);
                }
            }
        }
    }

    /// The page in every format. `Err(None)` where what was found and shown says already why there is none.
    fn documents(
        &self,
        page: &Page,
        name: &str,
        report: &mut Report,
    ) -> Result<Vec<Vec<u8>>, Option<Failure>> {
        let source = Source::new(name, page.source_text());
        let mut seen = Seen { report, source: &source, errors: 0, warnings: 0 };
        seen.show(&page.findings);
        let (session, findings) = page.session()?;
        seen.show(&findings);
        if seen.errors > 0 {
            return Err(None);
        }
        let documents = self.render(&session, &mut seen)?;
        if seen.errors > 0 {
            return Err(None);
        }
        if self.args.strict && seen.warnings > 0 {
            return Err(Some(Failure::page(
                "convert::strict",
                "this page is not converted: it raised a warning, and --strict takes warnings for errors",
            )));
        }
        Ok(documents)
    }

    fn render(&self, session: &Session<'_>, seen: &mut Seen<'_, '_>) -> Result<Vec<Vec<u8>>, Failure> {
        // The session is handed to plugins in a form that is made once, and only for plugins.
        let mut payload = None;
        let mut documents = Vec::with_capacity(self.formats.len());
        for (format, options) in &self.formats {
            documents.push(match format {
                Format::Model(model) => (model.write)(session)
                    .map_err(|error| {
                        Failure::page("render::failed", format!("`{}`: {error}", format.name()))
                    })?
                    .into_bytes(),
                Format::Plugin(_) => {
                    let payload = payload.get_or_insert_with(|| Payload::new(session));
                    let mut document = Vec::new();
                    let rendered =
                        self.host.render(format.name(), payload, options, &self.context, &mut document);
                    match rendered {
                        Ok(findings) => seen.show(&findings),
                        Err(failure) => {
                            seen.show(failure.diagnostics());
                            return Err(not_rendered(&failure));
                        }
                    }
                    document
                }
            });
        }
        Ok(documents)
    }
}

/// Counts the findings on one page while showing them.
struct Seen<'r, 's> {
    report: &'r mut Report,
    source: &'s Source<'s>,
    errors: usize,
    warnings: usize,
}

impl Seen<'_, '_> {
    fn show(&mut self, findings: &[Diagnostic]) {
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => {}
            }
            self.report.finding(Some(self.source), finding);
        }
    }
}

fn not_rendered(failure: &RenderFailure) -> Failure {
    let because = match failure {
        RenderFailure::Load(refusal) => return refused(refusal),
        RenderFailure::Options { .. } => Failure::usage,
        RenderFailure::Plugin { failure, .. } if matches!(failure.kind, FailureKind::Options(_)) => {
            Failure::usage
        }
        _ => Failure::page,
    };
    because("render::failed", failure.to_string()).maybe_help(failure.help())
}

/// Puts the documents of a page in their places: all are ready before the first is.
fn put(documents: &[Vec<u8>], targets: &[Target]) -> Result<Vec<Fate>, Option<Failure>> {
    let prepared = targets.iter().zip(documents).map(|(target, document)| Prepared::new(target, document));
    let prepared: Vec<_> = prepared.collect::<Result<_, _>>()?;
    Ok(prepared.into_iter().map(Prepared::commit).collect::<Result<_, _>>()?)
}

/// What became of the pages and documents of a run.
#[derive(Default)]
struct Tally {
    failed: usize,
    documents: Vec<(Target, Fate)>,
}

impl Tally {
    /// A closing line: of the findings where there were several, else of what was written.
    fn tell(&self, pages: usize, report: &mut Report) {
        let (errors, warnings) = (report.errors(), report.warnings());
        if errors + warnings > 1 || (errors + warnings == 1 && pages > 1) {
            let findings = [several(errors, "error", "errors"), several(warnings, "warning", "warnings")];
            let findings: Vec<_> = findings.into_iter().filter(|count| !count.starts_with("0 ")).collect();
            let failed = match (self.failed, pages) {
                (0, _) => String::new(),
                (_, 1) => "the page was not converted: ".to_owned(),
                (failed, pages) => format!("{failed} of {pages} pages not converted: "),
            };
            report.summary(&format!("{failed}{}", findings.join(", ")));
        } else if errors == 0
            && let Some(line) = self.written()
        {
            report.confirmation(&line);
        }
    }

    fn written(&self) -> Option<String> {
        let files = self.documents.iter().filter_map(|(target, fate)| match target {
            Target::File(path) => Some((path, *fate)),
            Target::Stdout => None,
        });
        match files.collect::<Vec<_>>().as_slice() {
            [] => None,
            [(path, Fate::Written)] => Some(format!("wrote {}", path.display())),
            [(path, Fate::Unchanged)] => Some(format!("{} is unchanged", path.display())),
            files => {
                let written = files.iter().filter(|(_, fate)| *fate == Fate::Written).count();
                let unchanged = match files.len() - written {
                    0 => String::new(),
                    1 => "; 1 is unchanged".to_owned(),
                    more => format!("; {more} are unchanged"),
                };
                Some(format!("wrote {}{unchanged}", several(written, "document", "documents")))
            }
        }
    }
}
