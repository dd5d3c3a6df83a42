//! `plenary inspect`.

mod coverage;
mod found;
mod overview;

use std::ops::ControlFlow;

use plenary_core::Severity;
use tracing::info_span;

use crate::args::Inspect;
use crate::config::Asked;
use crate::exit::{Exit, Failure, Failures};
use crate::input::{Broken, Input};
use crate::output::print;
use crate::page::Page;
use crate::report::{Report, Source};

pub(super) fn run(args: &Inspect, report: &mut Report) -> Result<(), Failures> {
    let asked = Asked::of_reading(&args.config, &args.inputs, &args.reading)?;
    for (place, input) in Input::all(&args.inputs)?.iter().enumerate() {
        let name = input.name();
        let _page = info_span!("page", page = %name).entered();
        let page = match Page::open(input, asked.reading(input)) {
            Ok(page) => page,
            Err(Broken { failure, text }) => {
                report.failure(Some(&Source::new(&name, text.as_deref())), &failure);
                continue;
            }
        };
        match one(args, &page, &name, report) {
            Ok(shown) => {
                let apart = if place > 0 && !args.json { "\n" } else { "" };
                if let ControlFlow::Break(()) = print(format!("{apart}{shown}").as_bytes())? {
                    break;
                }
            }
            Err(failure) => report.failure(Some(&Source::new(&name, Some(&page.text))), &failure),
        }
    }
    Ok(())
}

/// What is to be printed of one page.
fn one(args: &Inspect, page: &Page, name: &str, report: &mut Report) -> Result<String, Failure> {
    let source = Source::new(name, page.source_text());
    let (session, findings) = page.session()?;
    let findings: Vec<_> = page.findings.iter().chain(&findings).collect();
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        report.raise(Exit::Failed);
    }
    // JSON holds the findings itself.
    if !args.json {
        report.findings(Some(&source), findings.iter().copied());
    }
    if args.coverage {
        return Ok(coverage::page(&session, page));
    }
    let found = found::Found::new(&session, page, &source, &findings);
    Ok(if args.json { found.json() } else { overview::of(&found) })
}
