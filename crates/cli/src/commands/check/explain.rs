//! `plenary check --explain`.

use plenary_core::Severity;
use plenary_core::diagnostic::codes::Code;

use terminal_size::terminal_size_of;

use crate::codes;
use crate::commands::answer;
use crate::exit::Failure;
use crate::report;
use crate::table::{Align, Table, wrapped};

/// What stands for every code.
const ALL: &str = "all";

/// More columns than this are no ease to read.
const WIDEST: usize = 80;

pub(super) fn run(name: &str) -> Result<(), Failure> {
    if name == ALL {
        return answer(&list());
    }
    match codes::all().find(|code| code.name == name) {
        Some(code) => answer(&explanation(code)),
        None => Err(unknown(name)),
    }
}

fn list() -> String {
    let mut table = Table::new([Align::Left; 3]);
    table.row(["CODE", "SEVERITY", "WHAT IT TELLS"]);
    for code in codes::all() {
        table.row([code.name, severity(code), code.summary]);
    }
    table.render("")
}

fn explanation(code: &Code) -> String {
    let width = report::width(terminal_size_of(std::io::stdout())).min(WIDEST);
    let Code { name, summary, explanation, .. } = code;
    let raised = codes::raised(code).map(|when| format!("\nRaised {when}.\n")).unwrap_or_default();
    format!("{}[{name}]: {summary}\n\n{}{raised}", severity(code), wrapped(explanation, width))
}

fn severity(code: &Code) -> &'static str {
    match code.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn unknown(name: &str) -> Failure {
    let mut help = codes::near(name, codes::all()) + "`plenary check --explain` lists them all";
    if name.contains("::") && codes::all().all(|code| codes::part(code.name) != codes::part(name)) {
        help.push_str("; what a plugin finds, its author explains");
    }
    Failure::usage(&codes::UNKNOWN_CODE, format!("there is no code `{name}`")).help(help)
}
