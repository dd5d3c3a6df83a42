//! What stands at the head: title, event, date, disclaimers.

use jiff::civil::{Date, Time};
use plenary_plugin_sdk::document::Masthead;
use plenary_plugin_sdk::model::MeetingTime;

use super::Brief;
use crate::layout::{Colour, LayoutError, PanelStyle, ParagraphStyle, Reach, Role, Span, TextStyle};

impl Brief<'_, '_, '_> {
    /// Event, title, date: on a band of the accent that reaches the page's edges, or plain.
    pub(super) fn masthead(&mut self, head: &Masthead<'_>) -> Result<(), LayoutError> {
        let band = self.options.cover.then_some(self.sheet.band);
        if let Some(band) = band {
            let (fill, padding) = (band.ground, band.padding);
            self.flow.open_panel(PanelStyle { fill, reach: Reach::Page, padding });
        }
        let date = self.session.time.as_ref().filter(|_| head.date.is_some()).map(written);
        let lines = [
            (head.event, Role::Paragraph, self.sheet.event),
            (head.title.or_else(|| self.plan.first_heading()), Role::Title, self.sheet.title),
            (date.as_deref(), Role::Paragraph, self.sheet.date),
        ];
        for (text, role, style) in lines {
            let style = band.map_or(style, |band| in_colour(style, band.text));
            if let Some(text) = text {
                self.flow.paragraph(role, &style, &[Span::new(text, style.text)])?;
            }
        }
        self.flow.close_panel();
        Ok(())
    }

    pub(super) fn disclaimers(&mut self) -> Result<(), LayoutError> {
        let session = self.session;
        if session.disclaimers.is_empty() {
            return Ok(());
        }
        self.flow.space(self.sheet.scaled(18.0));
        for disclaimer in &session.disclaimers {
            self.flow.anchor(disclaimer.id.as_str());
            let style = self.sheet.note;
            let text = Span::new(disclaimer.text.as_str(), style.text);
            self.flow.paragraph(Role::Note, &style, &[text])?;
        }
        Ok(())
    }
}

fn in_colour(style: ParagraphStyle, colour: Colour) -> ParagraphStyle {
    ParagraphStyle { text: TextStyle { colour, ..style.text }, ..style }
}

/// Day and times as people write them: `7 June 2024, 09:00–09:30 CEST`.
pub(super) fn written(time: &MeetingTime<'_>) -> String {
    let MeetingTime { date, start, end, zone, .. } = time;
    let clock = |time: &Time| format!("{:02}:{:02}", time.hour(), time.minute());
    let zone = zone.as_deref().map(|zone| format!(" {zone}")).unwrap_or_default();
    match (start, end) {
        (Some(start), Some(end)) => format!("{}, {}–{}{zone}", day(*date), clock(start), clock(end)),
        (Some(at), None) | (None, Some(at)) => format!("{}, {}{zone}", day(*date), clock(at)),
        (None, None) => day(*date),
    }
}

fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
