//! The kinds of findings that the program raises beside core's, and how any kind is found by its name.
//!
//! What fails is told by one of these and no other way, so there is an explanation of all that is ever printed.

mod batch;
mod documents;
mod pages;
mod records;
mod renderers;
mod settings;
mod surroundings;
mod usage;
mod watching;

use plenary_core::diagnostic::codes::{self, Code};
use plenary_core::model::Dialect;

pub(crate) use batch::*;
pub(crate) use documents::*;
pub(crate) use pages::*;
pub(crate) use records::*;
pub(crate) use settings::*;
pub(crate) use surroundings::*;
pub(crate) use usage::*;
pub(crate) use watching::*;

use crate::nearest::nearest;

/// All kinds of findings: those on pages first, then those of documents and records, of what surrounds them, of the command line.
pub(crate) fn all() -> impl Iterator<Item = &'static Code> {
    let others = [
        documents::TABLE,
        batch::TABLE,
        watching::TABLE,
        records::TABLE,
        settings::TABLE,
        surroundings::TABLE,
        usage::TABLE,
    ]
    .into_iter()
    .flatten()
    .copied();
    on_pages().chain(renderers::TABLE).chain(others)
}

/// The kinds that reading and checking a page can raise.
pub(crate) fn on_pages() -> impl Iterator<Item = &'static Code> {
    codes::all().chain(pages::TABLE.iter().copied())
}

/// When findings of this kind are raised, as the end of a sentence.
pub(crate) fn raised(code: &Code) -> Option<String> {
    let part = part(code.name);
    let when = PARTS.iter().find(|(name, _)| *name == part).map(|(_, when)| (*when).to_owned());
    let dialect = || Dialect::ALL.into_iter().find(|dialect| dialect.name() == part);
    when.or_else(|| Some(format!("in reading {}", dialect()?.description())))
}

/// What stands before the `::`, and when such findings are raised. Of the readers' parts, which bear the names of
/// their dialects, only those that are other.
const PARTS: &[(&str, &str)] = &[
    ("akn", "in reading an Akoma Ntoso debate"),
    ("akoma-ntoso", "in writing Akoma Ntoso"),
    ("audit", "by `plenary check`, on what was read"),
    ("batch", "by `plenary batch`"),
    ("config", "in finding and reading a file of settings"),
    ("convert", "by `plenary convert`"),
    ("environment", "before anything is read"),
    ("input", "in opening a page"),
    ("json", "in reading a session in JSON"),
    ("output", "in writing"),
    ("pdf", "in writing a PDF"),
    ("plenary", "wherever plenary itself breaks down"),
    ("plugin", "in finding and running plugins"),
    ("read", "in reading a text of any kind"),
    ("render", "by `plenary convert`"),
    ("stream", "by `plenary stream`"),
    ("tei", "in writing TEI"),
    ("usage", "before anything is read"),
    ("watch", "by `plenary watch`"),
];

/// What stands before the `::` of a code.
pub(crate) fn part(code: &str) -> &str {
    code.split_once("::").map_or(code, |(part, _)| part)
}

/// The question whether what is most like `name` was meant: one of `codes`, or the part before the `::` of some; empty
/// where nothing is like it.
pub(crate) fn near(name: &str, codes: impl Iterator<Item = &'static Code>) -> String {
    let codes: Vec<_> = codes.map(|code| code.name).collect();
    let meant = if name.contains("::") {
        nearest(name, codes.iter().copied()).into_iter().collect()
    } else {
        near_half(name, &codes)
    };
    let meant: Vec<_> = meant.iter().map(|code| format!("`{code}`")).collect();
    if meant.is_empty() { String::new() } else { format!("did you mean {}? ", meant.join(" or ")) }
}

/// What is most like `name` as one half of a code: the codes that end in it, or the part they begin with.
fn near_half<'c>(name: &str, codes: &[&'c str]) -> Vec<&'c str> {
    let last = |code: &&'c str| code.split_once("::").map_or(*code, |(_, last)| last);
    let parts = codes.iter().map(|code| part(code));
    let Some(near) = nearest(name, codes.iter().map(last).chain(parts)) else { return Vec::new() };
    let ending: Vec<_> = codes.iter().copied().filter(|code| last(code) == near).collect();
    if ending.is_empty() { vec![near] } else { ending }
}

macro_rules! table {
    ($($constant:ident: $name:literal, $severity:ident, $summary:literal, $explanation:literal;)*) => {
        $(pub(crate) static $constant: super::Code =
            super::Code::new($name, plenary_core::Severity::$severity, $summary, $explanation);)*

        /// All of the table.
        pub(super) static TABLE: &[&super::Code] = &[$(&$constant),*];
    };
}
use table;
