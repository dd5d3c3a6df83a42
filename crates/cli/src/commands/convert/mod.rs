//! `plenary convert`.

mod given;
mod setting_file;
mod tally;

use plenary_core::{Diagnostic, Session};
use plenary_host::{Death, FailureKind, Host, Limit, Options, Payload, RenderContext, RenderFailure};

use crate::args::Convert;
use crate::catalogue::Format;
use crate::codes;
use crate::exit::{Exit, Failure};
use crate::input::Broken;
use crate::isolation::{Isolation, tell_of_exits};
use crate::output::{Destination, Fate, Job, Prepared, Target, jobs};
use crate::page::Page;
use crate::plugins::{host, refused, warn_of_refusals};
use crate::report::{Counts, Report, Source};
use tally::Tally;

pub(super) fn run(args: &Convert, report: &mut Report) -> Result<(), Failure> {
    let source_date_epoch = given::source_date_epoch()?;
    let host = host(&args.plugins, report)?;
    let destination = Destination::named(args.output.as_deref());
    let formats = given::formats(args, &host, &destination)?;
    warn_of_refusals(&host, report);
    let options = given::options(&args.settings, &formats)?;
    let jobs = jobs(&args.inputs, &formats, &destination)?;
    given::spare_terminal(&jobs, &formats)?;
    let conversion = Conversion {
        args,
        formats: formats.iter().zip(options).collect(),
        host: &host,
        isolation: Isolation::new(&args.isolation),
        context: RenderContext { generator: GENERATOR, source_date_epoch, cancelled: None },
    };
    tell_of_exits(report);
    let mut tally = Tally::default();
    for job in &jobs {
        conversion.page(job, report, &mut tally)?;
    }
    tally.tell(jobs.len(), report);
    Ok(())
}

const GENERATOR: &str = concat!("plenary ", env!("CARGO_PKG_VERSION"));

/// What is the same for every page of a run.
struct Conversion<'a> {
    args: &'a Convert,
    formats: Vec<(&'a Format<'a>, Options)>,
    host: &'a Host,
    isolation: Isolation,
    context: RenderContext<'a>,
}

impl Conversion<'_> {
    /// Converts one page to all formats, or to none. A page that fails is told of here.
    ///
    /// # Errors
    /// Where the command line is at fault after all: some options only the plugin can judge. The next page would
    /// fail alike.
    fn page(&self, job: &Job, report: &mut Report, tally: &mut Tally) -> Result<(), Failure> {
        let name = job.input.name();
        let page = match Page::open(&job.input, &self.args.reading) {
            Ok(page) => page,
            Err(Broken { failure, text }) => {
                tally.failed += 1;
                report.failure(Some(&Source::new(&name, text.as_deref())), &failure);
                return Ok(());
            }
        };
        match self.documents(&page, &name, report).and_then(|documents| put(&documents, &job.targets)) {
            Ok(fates) => tally.documents.extend(job.targets.iter().cloned().zip(fates)),
            Err(Some(failure)) if failure.exit == Exit::Usage => return Err(failure),
            Err(failure) => {
                tally.failed += 1;
                if let Some(failure) = failure {
                    report.failure(Some(&Source::new(&name, Some(&page.text))), &failure);
                }
            }
        }
        Ok(())
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
                &codes::STRICT,
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
                    .map_err(|error| Failure::page(&codes::RENDER, format!("`{}`: {error}", format.name())))?
                    .into_bytes(),
                Format::Plugin(format) => {
                    let payload = payload.get_or_insert_with(|| Payload::new(session));
                    let mut document = Vec::new();
                    let Self { host, isolation, context, .. } = self;
                    match isolation.render(host, format, payload, options, context, &mut document) {
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
        let Counts { errors, warnings, .. } = Counts::of(findings.iter().map(|finding| finding.severity));
        self.errors += errors;
        self.warnings += warnings;
        self.report.findings(Some(self.source), findings);
    }
}

fn not_rendered(failure: &RenderFailure) -> Failure {
    let (because, code): (fn(_, String) -> _, _) = match failure {
        RenderFailure::Load(refusal) => return refused(refusal),
        RenderFailure::Options { .. } => (Failure::usage, &codes::RENDER),
        RenderFailure::Plugin { failure, .. } if matches!(failure.kind, FailureKind::Options(_)) => {
            (Failure::usage, &codes::RENDER)
        }
        RenderFailure::Died { death: Death::Over(_), .. } => (Failure::page, &codes::OVER_LIMIT),
        RenderFailure::Died { .. } => (Failure::page, &codes::DIED),
        RenderFailure::Worker(_) => (Failure::environment, &codes::WORKER),
        _ => (Failure::page, &codes::RENDER),
    };
    let help = match failure {
        RenderFailure::Died { death: Death::Over(limit), .. } => option(limit).map(|option| {
            format!("if the session needs more, {option} allows more; else this is a fault of the plugin: tell its author")
        }),
        _ => None,
    };
    let options = || match failure {
        RenderFailure::Plugin { plugin, failure } if matches!(failure.kind, FailureKind::Options(_)) => {
            Some(format!("`plenary plugin options {plugin}` lists what can be set"))
        }
        _ => None,
    };
    let help = help.or_else(|| failure.help()).or_else(options);
    because(code, failure.to_string()).maybe_help(help)
}

/// The option that sets a limit.
fn option(limit: &Limit) -> Option<&'static str> {
    match limit {
        Limit::Memory(_) => Some("--plugin-memory"),
        Limit::Cpu(_) => Some("--plugin-cpu"),
        Limit::Wall(_) => Some("--plugin-time"),
        Limit::Output(_) => Some("--plugin-output"),
        _ => None,
    }
}

/// Puts the documents of a page in their places: all are ready before the first is.
fn put(documents: &[Vec<u8>], targets: &[Target]) -> Result<Vec<Fate>, Option<Failure>> {
    let prepared = targets.iter().zip(documents).map(|(target, document)| Prepared::new(target, document));
    let prepared: Vec<_> = prepared.collect::<Result<_, _>>()?;
    Ok(prepared.into_iter().map(Prepared::commit).collect::<Result<_, _>>()?)
}
