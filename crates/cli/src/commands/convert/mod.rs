//! `plenary convert`.

mod given;
mod tally;

use std::time::Instant;

use tracing::{info, info_span};

use crate::args::Convert;
use crate::config::{Asked, PageSettings};
use crate::conversion::{Conversion, check_used};
use crate::exit::{Exit, Failure, Failures};
use crate::input::{Broken, Input};
use crate::isolation::tell_of_exits;
use crate::log::milliseconds;
use crate::output::{Job, Writing, jobs, put};
use crate::page::Page;
use crate::plugins::{host, warn_of_refusals};
use crate::report::{Report, Source};
use crate::timings::Timings;
use tally::Tally;

pub(super) fn run(args: &Convert, report: &mut Report) -> Result<(), Failures> {
    let asked = Asked::of_convert(args)?;
    let isolation = asked.run.isolation_of_few()?;
    let host = host(&asked.run, report)?;
    asked.check(&host, report)?;
    let destination = given::destination(args, &asked.run);
    let mut groups = asked.groups();
    let inputs = Input::all(&args.inputs)?;
    let of_inputs: Vec<_> = inputs.iter().map(|input| groups.of_input(input)).collect();
    let conversion = |(settings, page): (&PageSettings, _)| {
        let formats = given::formats(&settings.formats, page, &host, &destination)?;
        Conversion::new(formats, settings, &host, &isolation)
    };
    let conversions = groups.settings().map(conversion).collect::<Result<Vec<_>, _>>()?;
    check_used(asked.options_said_here(), &conversions)?;
    warn_of_refusals(&host, report);
    let of_inputs: Vec<_> = of_inputs.into_iter().map(|group| &conversions[group]).collect();
    let formats = of_inputs.iter().map(|conversion| conversion.formats());
    let jobs = jobs(inputs.into_iter().zip(formats).collect(), &destination)?;
    given::spare_terminal(&jobs)?;
    tell_of_exits(report);
    let mut tally = Tally::default();
    for (job, conversion) in jobs.iter().zip(of_inputs) {
        page(job, conversion, report, &mut tally)?;
    }
    tally.tell(jobs.len(), report);
    if args.documents.timings {
        Timings::together(conversions.iter().map(Conversion::timings)).tell(1, report);
    }
    Ok(())
}

/// Converts one page to all formats, or to none. A page that fails is told of here.
///
/// # Errors
/// Where the command line is at fault after all: some options only the plugin can judge. The next page would
/// fail alike.
fn page(
    job: &Job<'_, '_>,
    conversion: &Conversion<'_>,
    report: &mut Report,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let name = job.input.name();
    let _page = info_span!("page", page = %name).entered();
    let start = Instant::now();
    info!("begun");
    let timings = conversion.timings();
    let (page, _) = timings.read.time(|| Page::open(&job.input, conversion.reading()));
    let page = match page {
        Ok(page) => page,
        Err(Broken { failure, text }) => {
            info!(milliseconds = milliseconds(start.elapsed()), "failed");
            tally.failed += 1;
            report.failure(Some(&Source::new(&name, text.as_deref())), &failure);
            return Ok(());
        }
    };
    let source = Source::new(&name, page.source_text());
    let documents = conversion.convert(&page, &mut |found| report.findings(Some(&source), found));
    match documents.and_then(|documents| Ok(put(&documents, &job.targets, &Writing::default(), timings)?)) {
        Ok(placed) => {
            info!(bytes = page.text.len(), milliseconds = milliseconds(start.elapsed()), "converted");
            let fates = placed.iter().map(|placed| placed.fate);
            tally.documents.extend(job.targets.iter().cloned().zip(fates));
        }
        Err(Some(failure)) if failure.exit == Exit::Usage => return Err(failure),
        Err(failure) => {
            info!(bytes = page.text.len(), milliseconds = milliseconds(start.elapsed()), "failed");
            tally.failed += 1;
            if let Some(failure) = failure {
                report.failure(Some(&Source::new(&name, Some(&page.text))), &failure);
            }
        }
    }
    Ok(())
}
