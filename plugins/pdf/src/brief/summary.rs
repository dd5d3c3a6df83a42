//! The session in brief: the sections that sum it up; without one, how each part of the report opens.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::{Body, present};
use plenary_plugin_sdk::model::{BlockKind, Part, SectionRole};

use super::Brief;
use super::prose::Prose;
use crate::Style;
use crate::layout::{Keep, ParagraphStyle, Role};

const HEADING: &str = "Executive summary";
const ANCHOR: &str = "summary";

impl<'s, 'src> Brief<'s, 'src, '_> {
    pub(super) fn summary(&mut self) -> Result<(), RenderError> {
        let sections = std::mem::take(&mut self.plan.summary);
        if !sections.is_empty() {
            return self.sections(sections);
        }
        if self.options.style == Style::Brief { self.extract() } else { Ok(()) }
    }

    /// The first paragraph of each part of the report.
    fn extract(&mut self) -> Result<(), RenderError> {
        let parts = self.report();
        if parts.is_empty() {
            return Ok(());
        }
        self.flow.open(Role::Section);
        self.flow.anchor(ANCHOR);
        self.heading(1, HEADING, true)?;
        let style = ParagraphStyle { keep: Keep::WithNext, ..self.sheet.small };
        self.say(style, "How each part of the report opens, in its own words.")?;
        let prose = Prose { paragraph: self.sheet.body, item: self.sheet.item, level: 3 };
        for part in parts {
            self.check_cancelled()?;
            self.flow.anchor(part.id.as_str());
            if let Some(text) = present(&part.heading) {
                self.heading(2, text, false)?;
            }
            let opening = part.blocks.iter().position(|block| {
                block.kind == BlockKind::Paragraph && !block.text.as_str().trim().is_empty()
            });
            let opening = opening.and_then(|at| part.blocks.get(at..=at)).unwrap_or_default();
            self.blocks(opening, prose, None)?;
        }
        self.flow.close();
        Ok(())
    }

    /// The parts of the report.
    fn report(&self) -> Vec<&'s Part<'src>> {
        let is_report = |role| matches!(role, SectionRole::FullReport | SectionRole::SessionReport);
        let reports = self.plan.body.iter().filter(|(section, _)| is_report(section.role));
        let parts = reports.filter_map(|(_, body)| match body {
            Body::Parts(parts) => Some(*parts),
            _ => None,
        });
        parts.flatten().collect()
    }

    /// What came of the session: resolutions, open issues. Action items stand on a panel.
    pub(super) fn outcome(&mut self) -> Result<(), RenderError> {
        let sections = std::mem::take(&mut self.plan.outcome);
        self.sections(sections)
    }
}
