//! `plenary batch`: many pages, in parallel, and what was made of each written down.

mod desk;
mod inputs;
pub(super) mod interrupt;
mod key;
pub(super) mod manifest;
mod name;
mod names;
mod pass;
mod places;
mod plan;
mod progress;
mod setup;
mod store;
pub(super) mod strays;
mod tally;
mod work;

use std::sync::atomic::Ordering;

use tracing::info;

use crate::args::Batch;
use crate::codes;
use crate::exit::Failure;
use crate::isolation::tell_of_exits;
use crate::plugins::host;
use crate::report::Report;
use crate::table::several;
use manifest::Remembered;

// What a pass over pages is made of, for whoever makes many.
pub(super) use desk::Desk;
pub(super) use inputs::{Found, IGNORE_FILE, Search};
pub(super) use names::Names;
pub(super) use pass::threads;
pub(super) use places::{Places, is_link};
pub(super) use plan::Plan;
pub(super) use setup::Setup;
pub(super) use store::Store;
pub(super) use tally::Tally;
pub(super) use work::Work;

pub(super) fn run(args: &Batch, report: &mut Report) -> Result<(), Failure> {
    let Batch { many, running, remembering, null } = args;
    let host = host(&many.plugins, report)?;
    let setup = Setup::new(many, &host, report)?;
    let mut tell = |finding| report.finding(None, &finding);
    let mut search = Search::new(many, &mut tell);
    search.all(many, *null)?;
    let mut plan = Plan::new(many, running.shard, search.pages, &setup.conversion, &mut tell)?;
    let Store { mut manifest, known, writing } = Store::open(many, running.shard)?;
    manifest.begin(&setup.by);
    if remembering.retry_failed {
        plan.pages.retain(|page| known.get(&page.path).is_some_and(Remembered::failed));
    }
    info!(pages = plan.pages.len(), folders = plan.folders.len(), "it is settled where all documents go");
    strays::remove(&plan.folders, &writing);
    let asked_to_end = interrupt::watch()?;
    tell_of_exits(report);
    let desk = Desk::new(report, &mut manifest, plan.pages.len(), running.errors());
    let work = Work { setup: &setup, plan: &plan, known: &known, resume: remembering.resume, writing };
    let (tally, end) = work.pass(&plan.pages, many.jobs, desk, &asked_to_end).end();
    report.summary_of(&tally.lines(&several(tally.pages(), "page", "pages")));
    end.map_or(Ok(()), Err)?;
    manifest.is_there()?;
    setup.conversion.tell_timings(threads(many.jobs), report);
    if asked_to_end.load(Ordering::Relaxed) && tally.left() > 0 {
        return Err(interrupted());
    }
    Ok(())
}

fn interrupted() -> Failure {
    let message = "the run was ended from outside: what was under way is finished, and written down";
    Failure::environment(&codes::INTERRUPTED, message)
        .help("give the same command once more for the rest; --resume does not look at what is done")
}
