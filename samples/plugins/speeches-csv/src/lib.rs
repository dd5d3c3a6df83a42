//! The speeches of a session as a table in CSV (RFC 4180).
//!
//! The columns and options are described in this crate's `README.md`.
#![deny(unsafe_code)]

mod columns;
mod options;
mod table;

use plenary_plugin_sdk::model::Speech;
use plenary_plugin_sdk::{Diagnostic, Job, RenderError, Renderer, Session, Severity, statistics};

pub use columns::Column;
pub use options::{Options, Reader, Separator};

plenary_plugin_sdk::export_plugin! {
    name: speeches_csv,
    renderer: SpeechesCsv,
    manifest: "plugin.json",
}

/// The renderer.
#[derive(Debug)]
pub struct SpeechesCsv;

impl Renderer for SpeechesCsv {
    type Options = Options;

    fn render(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
        // A host takes a document without a byte for a fault of the plugin: so better say what it is.
        if !options.header && session.speeches().next().is_none() {
            return Err(RenderError::Unsupported(
                "the session has no speeches, and without a header the table would be empty".to_owned(),
            ));
        }
        table::start(options, job)?;
        if options.header {
            table::row(options, options.columns.iter().map(|column| column.heading().into()), job)?;
        }
        let mut formulas = Vec::new();
        for turn in statistics::turns(session) {
            if job.is_cancelled() {
                return Err(RenderError::Cancelled);
            }
            let cells = options.columns.iter().map(|column| column.cell(&turn));
            if table::row(options, cells, job)? {
                formulas.push(turn.speech);
            }
        }
        if options.reader == Reader::Program
            && let Some(note) = note(&formulas)
        {
            job.report(note);
        }
        Ok(())
    }
}

/// What is said of speeches with a cell that a spreadsheet would take for a formula.
fn note(formulas: &[&Speech<'_>]) -> Option<Diagnostic> {
    let first = formulas.first()?;
    let what = match formulas.len() {
        1 => format!("a cell of {} begins as a formula of a spreadsheet does", first.id),
        count => format!(
            "cells of {} and {} more speeches begin as formulas of a spreadsheet do",
            first.id,
            count - 1
        ),
    };
    let note = Diagnostic::new(Severity::Note, "speeches-csv::formula", what)
        .help("to open the table in a spreadsheet, make it with --set speeches-csv.reader=spreadsheet");
    let place = first.blocks.first().map(|block| &block.text).or(first.label.as_ref());
    Some(match place {
        Some(text) => note.at(text.content_span()),
        None => note,
    })
}
