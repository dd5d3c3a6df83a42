//! The transcript: every speech with its speaker as the source writes the label, numbered through the session.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::{heading, present};
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
        match present(&speech.label) {
            Some(label) => {
                self.flow.outline(1, false, format!("{number}. {label}"));
                let style = self.sheet.speaker;
                let spans = [Span { text: label, style: style.text }];
                self.flow.marked(Role::Label, &style, marker, &spans)?;
                self.blocks(&speech.blocks, prose, None)?;
            }
            None => {
                self.flow.outline(1, false, format!("{number}."));
                self.flow.space(self.sheet.speaker.before);
                self.blocks(&speech.blocks, prose, Some(marker))?;
            }
        }
        self.flow.close();
        Ok(())
    }
}
