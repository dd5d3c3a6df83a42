//! The transcript: every speech with its speaker as the source writes the label, numbered through the session.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::{heading, label, times};
use plenary_plugin_sdk::model::Speech;

use super::Brief;
use super::prose::Prose;
use crate::layout::{ColumnFill, ColumnStyle, LayoutError, Role, Span};

impl Brief<'_, '_, '_> {
    pub(super) fn transcripts(&mut self) -> Result<(), RenderError> {
        let mut number = 0;
        for (section, speeches) in std::mem::take(&mut self.plan.transcript) {
            self.flow.open(Role::Section);
            self.flow.anchor(section.id.as_str());
            self.heading(1, heading(section), false)?;
            let columns = usize::from(self.options.columns.clamp(1, 2));
            if columns > 1 {
                let gutter = self.sheet.column_gutter;
                self.flow.open_columns(ColumnStyle { count: columns, gutter, fill: ColumnFill::Balanced });
            }
            for speech in speeches {
                number += 1;
                self.check_cancelled()?;
                self.speech(speech, number, columns)?;
            }
            if columns > 1 {
                self.flow.close_columns();
            }
            self.flow.close();
        }
        Ok(())
    }

    fn speech(&mut self, speech: &Speech<'_>, number: usize, columns: usize) -> Result<(), LayoutError> {
        self.flow.open(Role::Section);
        self.flow.anchor(speech.id.as_str());
        let prose = Prose { paragraph: self.sheet.spoken, item: self.sheet.spoken_item, level: 3 };
        let number = number.to_string();
        let label = label(speech, &self.speakers);
        let title = label.map_or_else(|| format!("{number}."), |label| format!("{number}. {label}"));
        self.flow.outline(1, false, title);
        let (style, beside) = (self.sheet.speaker, self.sheet.times);
        // Spaces that break are one space, however many there are.
        let gap = Span::new("\u{A0}\u{A0} ", beside);
        let speaker = speech.speaker.as_ref().and_then(|id| self.speakers.get(id));
        let link = speaker.map(|speaker| speaker.id.as_str());
        let label = label.map(|label| Span { link, ..Span::new(label, style.text) });
        let times = times(speech);
        let times = times.as_deref().map(|times| Span::new(times, beside));
        // Between columns there is no margin for the number.
        let (marker, own) = match columns {
            1 => (Some(self.in_margin(&number)), None),
            _ => (None, Some(Span::new(&number, self.sheet.margin))),
        };
        let mut spans = Vec::new();
        for span in [own, label, times].into_iter().flatten() {
            spans.extend((!spans.is_empty()).then_some(gap));
            spans.push(span);
        }
        match marker {
            Some(marker) if spans.is_empty() => {
                self.flow.space(style.before);
                self.blocks(&speech.blocks, prose, Some(marker))?;
            }
            Some(marker) => {
                self.flow.marked(Role::Heading(2), &style, marker, &spans)?;
                self.blocks(&speech.blocks, prose, None)?;
            }
            None => {
                self.flow.paragraph(Role::Heading(2), &style, &spans)?;
                self.blocks(&speech.blocks, prose, None)?;
            }
        }
        self.flow.close();
        Ok(())
    }
}
