//! The document on its way out: blocks, one blank line between them.

use std::io::Write as _;

use plenary_plugin_sdk::model::{Block, Id};
use plenary_plugin_sdk::{Job, RenderError};

use crate::escape::{Manner, Place, escape};
use crate::list::List;
use crate::rendered::{self, Allowed};
use crate::{Flags, Flavour, Markup, Options, anchor, wrap};

/// So much is gathered before it is handed over: enough to make the calls rare, little enough to stay in the cache.
const FULL: usize = 64 * 1024;

/// The document as far as it is written.
pub(crate) struct Page<'a, 'j> {
    text: String,
    job: &'a mut Job<'j>,
    options: &'a Options,
    begun: bool,
    /// Where the line or paragraph begins that is being written.
    start: usize,
    /// The list that the last block is an item of.
    list: Option<List>,
}

impl<'a, 'j> Page<'a, 'j> {
    pub(crate) fn new(job: &'a mut Job<'j>, options: &'a Options) -> Self {
        Self { text: String::with_capacity(2 * FULL), job, options, begun: false, start: 0, list: None }
    }

    /// Whether readers know tables and notes.
    pub(crate) fn is_gfm(&self) -> bool {
        self.options.flavour == Flavour::Gfm
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
        self.start = self.text.len();
        self.list = None;
        Ok(self)
    }

    /// Begins an item of a list, or a list with it; what opens it.
    pub(crate) fn item(&mut self, item: &Block<'_>) -> Result<String, RenderError> {
        let list = List::of(item, self.list);
        if !list.continues(self.list) {
            self.block()?;
        }
        self.list = Some(list);
        let marker = list.marker();
        self.raw(&marker);
        Ok(marker)
    }

    /// Begins a heading of the level, 1 to 6.
    pub(crate) fn heading(&mut self, level: u8) -> Result<&mut Self, RenderError> {
        let level = level.saturating_add(self.options.heading_offset).clamp(1, 6);
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
        self.source_with(text, place, true)
    }

    /// Text of the source inside of emphasis of ours.
    pub(crate) fn emphasised(&mut self, text: &str, place: Place<'_>, mark: &str) -> &mut Self {
        self.raw(mark).source_with(text, place, false).raw(mark)
    }

    fn source_with(&mut self, text: &str, place: Place<'_>, emphasis: bool) -> &mut Self {
        let addresses = self.options.flags == Flags::Links;
        let allowed = Allowed { emphasis, links: place != Place::Link, addresses };
        let is_rendered = self.options.markup == Markup::Rendered
            && place != Place::Cell
            && rendered::write(&mut self.text, text, place, allowed);
        if !is_rendered {
            escape(&mut self.text, text, place, Manner::whole(addresses));
        }
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
        self.start = self.text.len();
    }

    /// Ends a paragraph whose further lines begin with `prefix`.
    pub(crate) fn end_paragraph(&mut self, prefix: &str) {
        if self.options.wrap > 0 {
            wrap::wrap(&mut self.text, self.start, prefix, self.options.wrap.into());
        }
        self.end();
    }

    /// The same, where anything of it is written.
    pub(crate) fn end_begun(&mut self, prefix: &str) {
        if self.text.len() > self.start {
            self.end_paragraph(prefix);
        }
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
