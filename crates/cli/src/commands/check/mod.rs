//! `plenary check`.

mod explain;
mod output;
mod sarif;
mod selection;

use std::collections::BTreeSet;

use plenary_core::audit::audit;
use plenary_core::{Diagnostic, Severity};
use tracing::info_span;

use crate::args::{Check, FindingFormat};
use crate::config::Asked;
use crate::exit::{Exit, Failure, Failures};
use crate::input::{Broken, Input};
use crate::page::{Page, Reading};
use crate::report::{Counts, Report, Source};
use crate::table::several;
use output::Output;
use selection::Selection;

pub(super) fn run(args: &Check, report: &mut Report) -> Result<(), Failures> {
    if let Some(code) = &args.explain {
        return Ok(explain::run(code)?);
    }
    let selection = Selection::new(&args.select, &args.ignore)?;
    let inputs = Input::all(&args.inputs)?;
    let asked = Asked::of_reading(&args.config, &args.inputs, &args.reading)?;
    let mut output = Output::new(args, report.color(), &inputs)?;
    let mut counts = Counts::default();
    for input in &inputs {
        let read_on = examine(input, asked.reading(input), |source, found| {
            let found: Vec<_> = found.iter().filter(|finding| selection.takes(finding)).collect();
            found.iter().for_each(|finding| counts.add(finding.severity));
            output.page(input, source, &found)
        })?;
        if read_on.is_break() {
            break;
        }
    }
    output.finish()?;
    if counts.errors + counts.warnings > 0 {
        report.raise(Exit::Failed);
    }
    let pages = several(inputs.len(), "page", "pages");
    if counts.is_empty() {
        report.confirmation(&format!("no findings in {pages}"));
    } else if args.format == FindingFormat::Text || args.output.is_some() {
        report.summary(&format!("{counts} in {pages}"));
    }
    Ok(())
}

/// Hands all that is found on a page to `tell`, in the order of the page; first what concerns all of it.
fn examine<T>(
    input: &Input,
    reading: Reading,
    tell: impl FnOnce(&Source<'_>, &[Diagnostic]) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let name = input.name();
    let _page = info_span!("page", page = %name).entered();
    let page = match Page::open(input, reading) {
        Ok(page) => page,
        Err(Broken { failure, .. }) if failure.exit == Exit::Environment => return Err(failure),
        Err(Broken { failure, text }) => {
            return tell(&Source::new(&name, text.as_deref()), &[*failure.finding]);
        }
    };
    let (session, read) = match page.session() {
        Ok(read) => read,
        Err(failure) => return tell(&Source::new(&name, Some(&page.text)), &[*failure.finding]),
    };
    let mut findings = page.findings.clone();
    findings.extend(read);
    // What holds no session has nothing to be audited.
    if findings.iter().all(|finding| finding.severity < Severity::Error) {
        let told: BTreeSet<_> = findings.iter().map(|finding| finding.code.clone()).collect();
        findings.extend(audit(&session).into_iter().filter(|finding| !told.contains(&finding.code)));
    }
    findings.sort_by_key(|finding| finding.span);
    tell(&Source::new(&name, page.source_text()), &findings)
}
