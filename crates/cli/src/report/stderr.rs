//! Standard error, which all threads write to: what is written in one go stands there in one piece.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, PoisonError};

use anstream::AutoStream;
use indicatif::ProgressBar;
use terminal_size::terminal_size_of;

use super::{choice, width};
use crate::args::Color;

/// Standard error. Clones are the same.
#[derive(Clone)]
pub(crate) struct Stderr {
    shared: Arc<Mutex<Shared>>,
    /// Columns of the terminal, or what a log is read with.
    pub(super) width: usize,
    pub(super) is_terminal: bool,
}

struct Shared {
    stream: AutoStream<io::Stderr>,
    /// What stands below all that is written, and is out of its way meanwhile.
    bar: Option<ProgressBar>,
}

impl Stderr {
    pub(super) fn new(color: Color) -> Self {
        let stream = AutoStream::new(io::stderr(), choice(color, &io::stderr()));
        Self {
            shared: Arc::new(Mutex::new(Shared { stream, bar: None })),
            width: width(terminal_size_of(io::stderr())),
            is_terminal: io::stderr().is_terminal(),
        }
    }

    /// Writes text, coloured or not. Nobody may be reading any more: that is no reason to stop converting.
    pub(crate) fn write(&self, text: &str) {
        // A thread that broke down amid writing has written as much as it could.
        let mut shared = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        let Shared { stream, bar } = &mut *shared;
        let mut write = || _ = stream.write_all(text.as_bytes());
        match bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Keeps a bar below all that is written from now on.
    pub(super) fn keep_below(&self, bar: &ProgressBar) {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner).bar = Some(bar.clone());
    }
}
