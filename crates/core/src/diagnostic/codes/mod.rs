//! The kinds of findings, in one table.
//!
//! A name stays what it is once published: filters and scripts rely on it. What is before the `::` is the part of
//! plenary that found it: `read` for the reading of any text, `audit` for the audit, else the dialect.

mod akoma_ntoso;
pub mod audit;
mod cart;
mod dig_watch;
mod reading;
pub mod srt;
mod transcript;
pub mod webvtt;

pub use akoma_ntoso::{AKN_MALFORMED, AKN_UNKNOWN_ENTITY, AKN_UNKNOWN_SPEAKER, AKN_UNPLACED};
pub use cart::{LABEL_INSIDE, UNVOUCHED_NAME};
pub use dig_watch::{
    AMBIGUOUS_CLAIM, AMBIGUOUS_LABEL, NO_TRANSCRIPT, REPEATED_PROFILE, REPEATED_SECTION, UNHEADED_TRANSCRIPT,
    UNPLACED_TEXT, UNREADABLE_STATISTIC,
};
pub use reading::{
    AMBIGUOUS_DIALECT, CONTROL_CHARACTERS, MOJIBAKE, NO_SESSION, SECOND_PAGE, UNREADABLE_DATE,
    UNREADABLE_TIME,
};
pub use transcript::{UNCLEAR_TIMES, UNVOUCHED_SPEAKER};

use super::Severity;

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// Its stable name: `dig-watch::unplaced-text`.
    pub name: &'static str,
    /// How bad such a finding is.
    pub severity: Severity,
    /// What it means, in one line.
    pub summary: &'static str,
    /// What it means, why it matters and what to do, in a few sentences.
    pub explanation: &'static str,
}

impl Code {
    /// A kind of finding of another part of plenary than core, for a table of that part.
    pub const fn new(
        name: &'static str,
        severity: Severity,
        summary: &'static str,
        explanation: &'static str,
    ) -> Self {
        Self { name, severity, summary, explanation }
    }
}

/// The kind of finding called `name`.
pub fn find(name: &str) -> Option<&'static Code> {
    all().find(|code| code.name == name)
}

/// All of them, table by table.
pub fn all() -> impl Iterator<Item = &'static Code> {
    [
        reading::TABLE,
        cart::TABLE,
        dig_watch::TABLE,
        akoma_ntoso::TABLE,
        audit::TABLE,
        srt::TABLE,
        transcript::TABLE,
        webvtt::TABLE,
    ]
    .into_iter()
    .flatten()
    .copied()
}

macro_rules! codes {
    ($($(#[$doc:meta])* $constant:ident: $name:literal, $severity:ident, $summary:literal, $explanation:literal;)*) => {
        $($(#[$doc])* pub static $constant: super::Code = super::Code {
            name: $name, severity: crate::Severity::$severity, summary: $summary, explanation: $explanation,
        };)*

        /// All of the table.
        pub(super) static TABLE: &[&super::Code] = &[$(&$constant),*];
    };
}
use codes;

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn names_are_unique_and_well_formed() {
        let mut names = std::collections::HashSet::new();
        for code in all() {
            let (part, name) = code.name.split_once("::").unwrap();
            let plain = |text: &str| {
                !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            };
            assert!(plain(part) && plain(name), "{}", code.name);
            assert!(names.insert(code.name), "{} occurs twice", code.name);
            assert!(code.explanation.len() > code.summary.len() && !code.summary.ends_with('.'));
        }
    }
}
