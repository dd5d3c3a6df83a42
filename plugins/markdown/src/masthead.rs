//! What stands at the head: title, event, date, disclaimers.

use plenary_plugin_sdk::{RenderError, Session};

use crate::document;
use crate::escape::Place;
use crate::page::Page;

/// What the head says; nothing is said twice.
pub(crate) struct Masthead<'s> {
    /// The session's name. Without one: the event, the date line, or the first heading with something under it.
    pub(crate) title: Option<&'s str>,
    /// The event, where it is not the title.
    event: Option<&'s str>,
    /// The date line, where it is not the title.
    date: Option<&'s str>,
}

impl<'s> Masthead<'s> {
    pub(crate) fn of(session: &'s Session<'_>) -> Self {
        let name = session.title.as_ref().map(|title| &*title.name).filter(|name| !name.is_empty());
        let event = session.title.as_ref().and_then(|title| title.event.as_ref());
        let event = event.map(|event| &*event.label).filter(|label| !label.is_empty());
        let date = session.time.as_ref().map(|time| time.line.as_str()).filter(|line| !line.is_empty());
        let mut sections = session.sections.iter().filter(|section| !section.content.is_empty());
        let heading = sections.find_map(|section| document::present(&section.heading));
        match (name, event, date) {
            (Some(_), ..) => Self { title: name, event, date },
            (None, Some(_), _) => Self { title: event, event: None, date },
            (None, None, Some(_)) => Self { title: date, event: None, date: None },
            (None, None, None) => Self { title: heading, event: None, date: None },
        }
    }

    /// Writes title, event and date line.
    pub(crate) fn write(&self, page: &mut Page<'_, '_>) -> Result<(), RenderError> {
        if let Some(title) = self.title {
            page.heading(1)?.source(title, Place::Heading).end();
        }
        for line in [self.event, self.date].into_iter().flatten() {
            page.block()?.source(line, Place::Line("")).end();
        }
        Ok(())
    }
}

/// Writes the disclaimers, each a block quotation.
pub(crate) fn disclaimers(page: &mut Page<'_, '_>, session: &Session<'_>) -> Result<(), RenderError> {
    for disclaimer in &session.disclaimers {
        let text = disclaimer.text.as_str();
        page.block()?.raw("> ").anchor(&disclaimer.id).source(text, Place::Inline("> ")).end();
    }
    Ok(())
}
