//! What stands at the head: title, event, date, disclaimers.

use plenary_plugin_sdk::Session;

use super::Brief;
use super::plan::present;
use crate::layout::{LayoutError, Role, Span};

/// What the head says; nothing is said twice.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'s> {
    /// The session's name. Without one: the event, the date line, or the first heading with something under it.
    pub(crate) title: Option<&'s str>,
    /// The event, where it is not the title.
    pub(crate) event: Option<&'s str>,
    /// The date line, where it is not the title.
    pub(crate) date: Option<&'s str>,
}

impl<'s> Head<'s> {
    pub(crate) fn of(session: &'s Session<'_>) -> Self {
        let written = |text: &&str| !text.trim().is_empty();
        let name = session.title.as_ref().map(|title| &*title.name).filter(written);
        let event = session.title.as_ref().and_then(|title| title.event.as_ref());
        let event = event.map(|event| &*event.label).filter(written);
        let date = session.time.as_ref().map(|time| time.line.as_str()).filter(written);
        let mut sections = session.sections.iter().filter(|section| !section.content.is_empty());
        let heading = sections.find_map(|section| present(&section.heading));
        match (name, event, date) {
            (Some(_), ..) => Self { title: name, event, date },
            (None, Some(_), _) => Self { title: event, event: None, date },
            (None, None, Some(_)) => Self { title: date, event: None, date: None },
            (None, None, None) => Self { title: heading, event: None, date: None },
        }
    }
}

impl Brief<'_, '_, '_> {
    pub(super) fn head(&mut self, head: &Head<'_>) -> Result<(), LayoutError> {
        let lines = [
            (head.event, Role::Paragraph, self.sheet.event),
            (head.title, Role::Title, self.sheet.title),
            (head.date, Role::Paragraph, self.sheet.date),
        ];
        for (text, role, style) in lines {
            if let Some(text) = text {
                self.flow.paragraph(role, &style, &[Span { text, style: style.text }])?;
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
            let text = Span { text: disclaimer.text.as_str(), style: style.text };
            self.flow.paragraph(Role::Note, &style, &[text])?;
        }
        self.flow.close_panel();
        Ok(())
    }
}
