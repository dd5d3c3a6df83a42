//! What is left to say about the record: what has no place above, and where the document comes from.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::{is_all_of_title, present};

use super::Brief;
use crate::layout::{LayoutError, Numbering, Role};

pub(super) const HEADING: &str = "About this document";
pub(super) const ANCHOR: &str = "about";

impl Brief<'_, '_, '_> {
    pub(super) fn about(&mut self, generator: &str) -> Result<(), RenderError> {
        let session = self.session;
        self.flow.open(Role::Section);
        self.flow.anchor(ANCHOR);
        self.heading(1, HEADING, true)?;
        let empty = std::mem::take(&mut self.plan.empty);
        for section in &empty {
            self.flow.anchor(section.id.as_str());
        }
        let headings = empty.iter().filter_map(|section| present(&section.heading));
        self.list("Headings of the source with nothing under them:", headings)?;
        let title = session.title.as_ref();
        let line = title.filter(|title| !is_all_of_title(title)).map(|title| title.line.as_str());
        self.list("The title as the source has it:", line)?;
        let repeated = title.into_iter().flat_map(|title| &title.repeated).map(|line| line.as_str());
        self.list("The title again, further down in the source:", repeated)?;
        let lines = session.unrecognised.iter().map(|line| line.as_str());
        self.list("Lines of the source without a place above:", lines)?;
        let dialect = session.dialect.name();
        self.say(self.sheet.small, &format!("Made by {generator} from a record in the format {dialect}."))?;
        self.flow.close();
        Ok(())
    }

    fn list<'t>(
        &mut self,
        introduction: &str,
        lines: impl IntoIterator<Item = &'t str>,
    ) -> Result<(), LayoutError> {
        let mut lines = lines.into_iter().filter(|line| !line.trim().is_empty()).peekable();
        if lines.peek().is_none() {
            return Ok(());
        }
        self.say(self.sheet.small, introduction)?;
        self.flow.open(Role::List(Numbering::Bullets));
        for line in lines {
            self.bullet(self.sheet.small_item, line)?;
        }
        self.flow.close();
        Ok(())
    }
}
