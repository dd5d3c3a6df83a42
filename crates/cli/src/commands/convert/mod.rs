//! `plenary convert`.

mod given;
mod tally;

use std::time::Instant;

use tracing::{info, info_span};

use crate::args::{self, Convert};
use crate::conversion::Conversion;
use crate::exit::{Exit, Failure};
use crate::input::Broken;
use crate::isolation::tell_of_exits;
use crate::log::milliseconds;
use crate::output::{Destination, Job, Writing, jobs, put};
use crate::page::Page;
use crate::plugins::{host, warn_of_refusals};
use crate::report::{Report, Source};
use tally::Tally;

pub(super) fn run(args: &Convert, report: &mut Report) -> Result<(), Failure> {
    let host = host(&args.plugins, report)?;
    let destination = Destination::named(args.output.as_deref());
    let formats = given::formats(args, &host, &destination)?;
    warn_of_refusals(&host, report);
    let conversion = Conversion::new(&formats, &args.documents, &host, &args.isolation)?;
    let jobs = jobs(&args.inputs, &formats, &destination)?;
    given::spare_terminal(&jobs, &formats)?;
    tell_of_exits(report);
    let mut tally = Tally::default();
    for job in &jobs {
        page(job, &conversion, &args.reading, report, &mut tally)?;
    }
    tally.tell(jobs.len(), report);
    conversion.tell_timings(1, report);
    Ok(())
}

/// Converts one page to all formats, or to none. A page that fails is told of here.
///
/// # Errors
/// Where the command line is at fault after all: some options only the plugin can judge. The next page would
/// fail alike.
fn page(
    job: &Job,
    conversion: &Conversion<'_>,
    reading: &args::Reading,
    report: &mut Report,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let name = job.input.name();
    let _page = info_span!("page", page = %name).entered();
    let start = Instant::now();
    info!("begun");
    let timings = conversion.timings();
    let (page, _) = timings.read.time(|| Page::open(&job.input, reading));
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
