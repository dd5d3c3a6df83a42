//! The Akoma Ntoso renderer, by what it writes. Whether that is valid by the OASIS schema, and what other programs
//! make of it, is tested with the whole of plenary in `tests/conformance`.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod any;
mod build;
mod document;
mod filing;
mod hostile;
mod missing;
mod plugin;
mod report;
mod rules;
mod sayit;
mod transcript;
mod tree;

use plenary_akoma_ntoso::{AkomaNtoso, Options};
use plenary_plugin_sdk::testing::render;
use plenary_plugin_sdk::{Diagnostic, Session};

use crate::tree::Element;

/// The document of `session`, checked by all rules, and what was found.
fn rendered(session: &Session<'_>, options: &Options) -> (Element, Vec<Diagnostic>) {
    let rendered = render::<AkomaNtoso>(session, "akoma-ntoso", options).expect("a document");
    let xml = String::from_utf8(rendered.bytes).expect("UTF-8");
    let root = Element::parse(&xml);
    rules::check(session, &root);
    (root, rendered.diagnostics)
}

/// The document of `format`, checked by the rules that hold of every one.
fn written(session: &Session<'_>, format: &str, options: &Options) -> Element {
    let rendered = render::<AkomaNtoso>(session, format, options).expect("a document");
    let root = Element::parse(&String::from_utf8(rendered.bytes).expect("UTF-8"));
    rules::check_any(session, &root);
    root
}

/// The document of `session` as the options are by default.
fn document(session: &Session<'_>) -> Element {
    rendered(session, &Options::default()).0
}
