//! The transcript: every speech with its speaker as the source writes the label, numbered through the session.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::{heading, label, times};
use plenary_plugin_sdk::model::Speech;

use super::Brief;
use super::prose::Prose;
use crate::layout::{LayoutError, Role, Span};

impl Brief<'_, '_, '_> {
    pub(super) fn transcripts(&mut self) -> Result<(), RenderError> {
        let mut number = 0;
        for (section, speeches) in std::mem::take(&mut self.plan.transcript) {
            self.flow.open(Role::Section);
            self.flow.anchor(section.id.as_str());
            self.heading(1, heading(section), false)?;
            for speech in speeches {
                number += 1;
                self.check_cancelled()?;
                self.speech(speech, number)?;
            }
            self.flow.close();
        }
        Ok(())
    }

    fn speech(&mut self, speech: &Speech<'_>, number: usize) -> Result<(), LayoutError> {
        self.flow.open(Role::Section);
        self.flow.anchor(speech.id.as_str());
        let prose = Prose { paragraph: self.sheet.spoken, item: self.sheet.spoken_item, level: 3 };
        let number = number.to_string();
        let marker = self.in_margin(&number);
        let label = label(speech, &self.speakers);
        let title = label.map_or_else(|| format!("{number}."), |label| format!("{number}. {label}"));
        self.flow.outline(1, false, title);
        let style = self.sheet.speaker;
        let times = times(speech);
        // Spaces that break are one space, however many there are.
        let gap = label.and(times.as_ref()).map(|_| Span::new("\u{A0}\u{A0} ", self.sheet.times));
        let label = label.map(|label| Span::new(label, style.text));
        let times = times.as_deref().map(|times| Span::new(times, self.sheet.times));
        let spans: Vec<_> = label.into_iter().chain(gap).chain(times).collect();
        if spans.is_empty() {
            self.flow.space(style.before);
            self.blocks(&speech.blocks, prose, Some(marker))?;
        } else {
            self.flow.marked(Role::Heading(2), &style, marker, &spans)?;
            self.blocks(&speech.blocks, prose, None)?;
        }
        self.flow.close();
        Ok(())
    }
}
