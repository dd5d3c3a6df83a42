//! What stands at the head: title, event, date, disclaimers.

use plenary_plugin_sdk::document::Masthead;

use super::Brief;
use crate::layout::{LayoutError, Role, Span};

impl Brief<'_, '_, '_> {
    pub(super) fn head(&mut self, head: &Masthead<'_>) -> Result<(), LayoutError> {
        let lines = [
            (head.event, Role::Paragraph, self.sheet.event),
            (head.title, Role::Title, self.sheet.title),
            (head.date, Role::Paragraph, self.sheet.date),
        ];
        for (text, role, style) in lines {
            if let Some(text) = text {
                self.flow.paragraph(role, &style, &[Span::new(text, style.text)])?;
            }
        }
        Ok(())
    }

    pub(super) fn disclaimers(&mut self) -> Result<(), LayoutError> {
        let session = self.session;
        if session.disclaimers.is_empty() {
            return Ok(());
        }
        self.flow.space(self.sheet.scaled(16.0));
        self.flow.open_panel(self.sheet.panel);
        for disclaimer in &session.disclaimers {
            self.flow.anchor(disclaimer.id.as_str());
            let style = self.sheet.note;
            let text = Span::new(disclaimer.text.as_str(), style.text);
            self.flow.paragraph(Role::Note, &style, &[text])?;
        }
        self.flow.close_panel();
        Ok(())
    }
}
