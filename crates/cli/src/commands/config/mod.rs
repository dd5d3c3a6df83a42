//! `plenary config`: which settings hold, and where each is said.

mod json;
mod toml;

use super::{answer, pretty};
use crate::args::Config;
use crate::config::{Asked, Start};
use crate::exit::Failures;
use crate::plugins::{host, warn_of_refusals};
use crate::report::Report;

pub(super) fn run(args: &Config, report: &mut Report) -> Result<(), Failures> {
    let place = args.many.inputs.first().map(|input| input.as_path());
    let asked = Asked::of_many(&args.many, place.map(Start::of))?;
    let host = host(&asked.run, report)?;
    asked.check(&host, report)?;
    asked.check_said_here(&host)?;
    warn_of_refusals(&host, report);
    let overview = asked.overview(place, &host);
    Ok(answer(&if args.json { pretty(&json::of(&overview)) } else { toml::of(&overview, place) })?)
}
