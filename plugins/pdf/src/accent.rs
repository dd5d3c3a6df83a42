//! An accent too light to be read: darkened, and told.

use plenary_plugin_sdk::{Diagnostic, Severity};

use crate::Options;
use crate::brief::accent_of;
use crate::brief::colour::{ENOUGH, contrast_to_white, written};

/// What to tell of the accent; `None` where it is seen as it is wanted.
pub(crate) fn finding(options: &Options) -> Option<Diagnostic> {
    let accent = accent_of(options).ok().filter(|accent| accent.seen != accent.wanted)?;
    let message = format!(
        "the accent {} is too light to be read on white paper: {:.1} to 1, where {ENOUGH} to 1 is the least",
        written(accent.wanted),
        contrast_to_white(accent.wanted)
    );
    let help = format!(
        "{} of the same hue stands in its place; a darker accent is taken as it is",
        written(accent.seen)
    );
    Some(Diagnostic::new(Severity::Note, "pdf::light-accent", message).help(help))
}
