//! The `plenary` command.

mod args;
mod catalogue;
mod codes;
mod commands;
mod config;
mod conversion;
mod dialects;
mod exit;
mod fault;
mod glob;
mod input;
mod isolation;
mod lines;
mod log;
mod many;
mod nearest;
mod output;
mod page;
mod plugins;
mod recent;
mod report;
mod table;
mod timings;
mod worker;

use std::process::ExitCode;

use clap::Parser;

use crate::report::Report;

fn main() -> ExitCode {
    if worker::is_meant(std::env::args_os().skip(1)) {
        return worker::main();
    }
    let cli = args::Cli::parse();
    let mut report = Report::new(&cli.reporting);
    log::begin(&cli.reporting, report.stderr());
    if let Err(fault) = fault::contained(|| commands::run(&cli.command, &mut report)) {
        report.failure(None, &fault);
    }
    report.exit().into()
}
