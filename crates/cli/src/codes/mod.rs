//! The kinds of findings that the program raises beside core's, and how any kind is found by its name.
//!
//! What fails is told by one of these and no other way, so there is an explanation of all that is ever printed.

mod pages;
mod renderers;
mod surroundings;
mod usage;

use plenary_core::diagnostic::codes::{self, Code};

pub(crate) use pages::*;
pub(crate) use surroundings::*;
pub(crate) use usage::*;

use crate::nearest::nearest;

/// All kinds of findings: those on pages first, then those of documents, of what surrounds them, of the command line.
pub(crate) fn all() -> impl Iterator<Item = &'static Code> {
    on_pages()
        .chain(renderers::TABLE)
        .chain(surroundings::TABLE.iter().copied())
        .chain(usage::TABLE.iter().copied())
}

/// The kinds that reading and checking a page can raise.
pub(crate) fn on_pages() -> impl Iterator<Item = &'static Code> {
    codes::all().chain(pages::TABLE.iter().copied())
}

/// The name among `codes` that is most like `name`, with or without what stands before its `::`.
pub(crate) fn near(name: &str, codes: impl Iterator<Item = &'static Code>) -> Option<&'static str> {
    let codes: Vec<_> = codes.map(|code| code.name).collect();
    let (part, last) = name.rsplit_once("::").unwrap_or(("", name));
    let by_last = |wanted: &str| codes.iter().copied().find(|code| code.ends_with(&format!("::{wanted}")));
    let lasts = codes.iter().filter_map(|code| Some(code.split_once("::")?.1));
    if part.is_empty() {
        return by_last(nearest(last, lasts)?);
    }
    nearest(name, codes.iter().copied()).or_else(|| by_last(nearest(last, lasts)?))
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
