//! `plenary batch`: many pages, in parallel, and what was made of each written down.

use std::sync::atomic::Ordering;

use tracing::info;

use crate::args::Batch;
use crate::codes;
use crate::config::Asked;
use crate::exit::{Failure, Failures};
use crate::isolation::tell_of_exits;
use crate::many::{Desk, Inputs, Plan, Search, Setup, Store, Work, interrupt, strays};
use crate::plugins::host;
use crate::report::Report;
use crate::table::several;

pub(super) fn run(args: &Batch, report: &mut Report) -> Result<(), Failures> {
    let Batch { many, running, remembering, null } = args;
    let inputs = Inputs::read(many, *null);
    let asked = Asked::of_many(many, inputs.starts())?;
    let run = &asked.run;
    let output = run.output()?;
    let isolation = run.isolation_of_many();
    let host = host(run, report)?;
    let mut setup = Setup::new(&asked, &host, &isolation, report)?;
    let mut tell = |finding| report.finding(None, &finding);
    let mut groups = asked.groups();
    let mut search = Search::new(output, &mut groups, &mut tell);
    search.all(inputs)?;
    let pages = search.pages;
    setup.cover(&mut groups)?;
    let mut plan = Plan::new(&setup, running.shard, pages, &mut tell)?;
    let Store { mut manifest, known, writing } = Store::open(run, running.shard)?;
    manifest.begin(setup.fingerprints());
    strays::remove(&plan, &writing)?;
    if remembering.retry_failed {
        plan.pages.retain(|page| Ok(known.get(&page.path).is_some_and(|known| known.failed())))?;
    }
    info!(pages = plan.pages.len(), "it is settled where all documents go");
    let asked_to_end = interrupt::watch()?;
    tell_of_exits(report);
    let desk = Desk::new(report, &mut manifest, plan.pages.len(), running.errors());
    let largest = run.max_page();
    let work = Work { plan: &plan, known: &known, resume: remembering.resume, largest, writing };
    let (mut tally, end) = work.pass(&plan.pages, run.jobs(), desk, &asked_to_end).end();
    report.summary(&tally.figures(&several(tally.pages(), "page", "pages")));
    tally.failures(|line| report.summary_goes_on(line))?;
    end.map_or(Ok(()), Err)?;
    manifest.is_there()?;
    if many.documents.timings {
        setup.timings().tell(run.jobs(), report);
    }
    if asked_to_end.load(Ordering::Relaxed) && tally.left() > 0 {
        return Err(interrupted().into());
    }
    Ok(())
}

fn interrupted() -> Failure {
    let message = "the run was ended from outside: what was under way is finished, and written down";
    Failure::environment(&codes::INTERRUPTED, message)
        .help("give the same command once more for the rest; --resume does not look at what is done")
}
