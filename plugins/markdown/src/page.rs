//! The document on its way out: blocks, one blank line between them.

use std::io::Write as _;

use plenary_plugin_sdk::model::Id;
use plenary_plugin_sdk::{Job, RenderError};

use crate::anchor;
use crate::escape::{Place, escape};

/// So much is gathered before it is handed over: enough to make the calls rare, little enough to stay in the cache.
const FULL: usize = 64 * 1024;

/// The document as far as it is written.
pub(crate) struct Page<'a, 'j> {
    text: String,
    job: &'a mut Job<'j>,
    heading_offset: u8,
    begun: bool,
}

impl<'a, 'j> Page<'a, 'j> {
    pub(crate) fn new(job: &'a mut Job<'j>, heading_offset: u8) -> Self {
        Self { text: String::with_capacity(2 * FULL), job, heading_offset, begun: false }
    }

    /// Begins a block: a blank line, except before the first.
    pub(crate) fn block(&mut self) -> Result<&mut Self, RenderError> {
        if self.text.len() >= FULL {
            self.hand_over()?;
        }
        if self.begun {
            self.text.push('\n');
        }
        self.begun = true;
        Ok(self)
    }

    /// Begins a heading of the level, 1 to 6.
    pub(crate) fn heading(&mut self, level: u8) -> Result<&mut Self, RenderError> {
        let level = level.saturating_add(self.heading_offset).clamp(1, 6);
        self.block()?.raw(&"######"[..usize::from(level)]).raw(" ");
        Ok(self)
    }

    /// Our own Markdown, as it is.
    pub(crate) fn raw(&mut self, markdown: &str) -> &mut Self {
        self.text.push_str(markdown);
        self
    }

    /// Text of the source.
    pub(crate) fn source(&mut self, text: &str, place: Place<'_>) -> &mut Self {
        escape(&mut self.text, text, place);
        self
    }

    /// The anchor of the node `id`.
    pub(crate) fn anchor(&mut self, id: impl AsRef<str>) -> &mut Self {
        anchor::anchor(&mut self.text, id.as_ref());
        self
    }

    /// The same where there is one.
    pub(crate) fn maybe_anchor(&mut self, id: Option<&Id>) -> &mut Self {
        match id {
            Some(id) => self.anchor(id),
            None => self,
        }
    }

    /// A link to the node `id`.
    pub(crate) fn link(&mut self, words: &str, id: impl AsRef<str>) -> &mut Self {
        self.raw("[").source(words, Place::Link).raw("]");
        anchor::target(&mut self.text, id.as_ref());
        self
    }

    /// Ends a line.
    pub(crate) fn end(&mut self) {
        self.text.push('\n');
    }

    /// The program that makes the document.
    pub(crate) fn generator(&self) -> String {
        self.job.generator().to_owned()
    }

    /// Hands over what is left.
    pub(crate) fn finish(mut self) -> Result<(), RenderError> {
        self.hand_over()
    }

    fn hand_over(&mut self) -> Result<(), RenderError> {
        if self.job.is_cancelled() {
            return Err(RenderError::Cancelled);
        }
        self.job.write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }
}

/// Our own words, with numbers in them.
impl std::fmt::Write for Page<'_, '_> {
    fn write_str(&mut self, markdown: &str) -> std::fmt::Result {
        self.raw(markdown);
        Ok(())
    }
}
