//! Where a setting is said.

use std::sync::Arc;

use plenary_core::model::Span;

use crate::report::SourceFile;

/// A value, and where it is said.
#[derive(Debug, Clone)]
pub(crate) struct Said<T> {
    pub(crate) value: T,
    pub(crate) origin: Origin,
}

impl<T> Said<T> {
    /// A value of the command line.
    pub(super) fn on_the_command_line(value: T) -> Self {
        Self { value, origin: Origin::CommandLine }
    }
}

/// Where something is said.
#[derive(Debug, Clone)]
pub(crate) enum Origin {
    CommandLine,
    /// In the variable of this name.
    Environment(&'static str),
    File(Place),
}

/// A place in a file of settings.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) file: Arc<SourceFile>,
    pub(crate) span: Span,
}

impl Place {
    /// Its line, from 1.
    pub(crate) fn line(&self) -> usize {
        self.file.source().place(self.span.start).map_or(1, |place| place.line)
    }
}
