//! What the tests share: sessions, what the minutes of one must say, and what a parser reads in them.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

pub mod council;
pub mod expected;
pub mod order;
pub mod participants;
pub mod reading;
pub mod second;
pub mod sessions;

use plenary_markdown::{Markdown, Options};
use plenary_plugin_sdk::{Session, testing};
use reading::Leaf;

/// The minutes.
pub fn render(session: &Session<'_>, options: &Options) -> String {
    let rendered = testing::render::<Markdown>(session, "markdown", options).expect("a document");
    assert_eq!(rendered.diagnostics, []);
    String::from_utf8(rendered.bytes).expect("UTF-8")
}

/// The options without front matter, for parsers that know none.
pub fn body() -> Options {
    Options { front_matter: false, ..Options::default() }
}

/// The minutes without front matter.
pub fn render_body(session: &Session<'_>) -> String {
    render(session, &body())
}

/// Leaves without the difference between a blank and a line end, which is none to who reads wrapped minutes.
pub fn unwrapped(mut leaves: Vec<Leaf>, options: &Options) -> Vec<Leaf> {
    if options.wrap > 0 {
        leaves.iter_mut().for_each(|leaf| leaf.text = leaf.text.replace('\n', " "));
    }
    leaves
}
