//! The TEI renderer, by what it writes. Whether that is valid by the schemas of others is tested with the whole of plenary
//! in `tests/conformance`.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod header;
mod plugin;
mod rules;
mod times;
mod transcript;
// Sessions, and documents read back, are those that the Akoma Ntoso renderer is tried with.
#[path = "../../../akoma-ntoso/tests/akoma_ntoso/any.rs"]
mod any;
#[path = "../../../akoma-ntoso/tests/akoma_ntoso/build.rs"]
mod build;
#[allow(dead_code, reason = "each renderer's tests look at their documents in their own way")]
#[path = "../../../akoma-ntoso/tests/akoma_ntoso/tree.rs"]
mod tree;

use plenary_plugin_sdk::testing::render;
use plenary_plugin_sdk::{Diagnostic, Session};
use plenary_tei::{Options, Tei};

use crate::tree::Element;

/// The document of `session`, checked by all rules, and what was found.
fn rendered(session: &Session<'_>, options: &Options) -> (Element, Vec<Diagnostic>) {
    let rendered = render::<Tei>(session, "tei", options).expect("a document");
    let root = Element::parse(&String::from_utf8(rendered.bytes).expect("UTF-8"));
    rules::check(session, &root);
    (root, rendered.diagnostics)
}

/// The document of `session` as the options are by default.
fn document(session: &Session<'_>) -> Element {
    rendered(session, &Options::default()).0
}
