//! What the source says of each speaker: statistics, arguments, report.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::present;
use plenary_plugin_sdk::model::{Id, Profile, Statistics};

use super::Brief;
use super::facts::grouped;
use super::plan::Depth;
use super::prose::Prose;
use crate::layout::{Keep, LayoutError, Marker, ParagraphStyle, Role, Span};

/// Numbers of speeches that are named with a profile; the transcript has all.
const MOST_LINKS: usize = 60;

impl Brief<'_, '_, '_> {
    /// What a section of profiles holds.
    pub(super) fn profiles(&mut self, profiles: &[Profile<'_>]) -> Result<(), RenderError> {
        for profile in profiles {
            self.check_cancelled()?;
            self.profile(profile)?;
        }
        Ok(())
    }

    fn profile(&mut self, profile: &Profile<'_>) -> Result<(), LayoutError> {
        self.flow.open(Role::Section);
        self.flow.anchor(profile.id.as_str());
        let [_, style, _] = self.sheet.headings;
        let name = profile.name.as_str();
        self.flow.outline(1, false, name);
        let spans = [Span::new(name, style.text)];
        match present(&profile.initials) {
            Some(initials) => {
                let marker = self.in_margin(initials);
                self.flow.marked(Role::Heading(2), &style, marker, &spans)?;
            }
            None => self.flow.paragraph(Role::Heading(2), &style, &spans)?,
        }
        let is_brief = self.options.style.depth() == Depth::Claims;
        let alone = profile.arguments.is_empty() && (profile.report.is_empty() || is_brief);
        let keep = if alone { Keep::Loose } else { Keep::WithNext };
        self.declared(&profile.statistics, keep)?;
        if is_brief {
            self.items(profile.arguments.iter().map(Into::into))?;
            self.flow.close();
            return Ok(());
        }
        self.speeches_of(&profile.speaker, keep)?;
        if !profile.arguments.is_empty() {
            self.heading(3, "Arguments", false)?;
            self.items(profile.arguments.iter().map(Into::into))?;
        }
        if !profile.report.is_empty() {
            self.heading(3, "Report", false)?;
            let prose = Prose { paragraph: self.sheet.body, item: self.sheet.item, level: 3 };
            self.blocks(&profile.report, prose, None)?;
        }
        self.flow.close();
        Ok(())
    }

    /// The statistics in the source's own words.
    fn declared(&mut self, statistics: &Statistics<'_>, keep: Keep) -> Result<(), LayoutError> {
        let Statistics { speed, length, time, .. } = statistics;
        let declared = [("speed ", speed), ("length ", length), ("time ", time)];
        let declared: Vec<_> = declared
            .into_iter()
            .filter_map(|(name, declared)| Some((name, declared.as_ref()?.text.as_str())))
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(name, text)| [name, text].concat())
            .collect();
        if declared.is_empty() {
            return Ok(());
        }
        let line = format!("Declared by the source: {}", declared.join(", "));
        self.say(ParagraphStyle { keep, ..self.sheet.declared }, &line)
    }

    /// The numbers of a speaker's speeches, each of which leads to the speech.
    fn speeches_of(&mut self, speaker: &Id, keep: Keep) -> Result<(), LayoutError> {
        let style = ParagraphStyle { keep, ..self.sheet.declared };
        let numbers = self.facts.speeches_of(speaker);
        let shown = numbers.get(..MOST_LINKS).unwrap_or(numbers);
        let links = shown
            .iter()
            .filter_map(|number| Some((number.to_string(), self.facts.speech(*number)?.speech.id.as_str())));
        let links: Vec<_> = links.collect();
        if links.is_empty() {
            return Ok(());
        }
        let mut spans = vec![Span::new(if numbers.len() == 1 { "Speech " } else { "Speeches " }, style.text)];
        for (nth, (number, to)) in links.iter().enumerate() {
            spans.extend((nth > 0).then_some(Span::new(", ", style.text)));
            spans.push(Span { link: Some(to), ..Span::new(number, style.text) });
        }
        let more = numbers.len() - shown.len();
        let more = if more > 0 { format!(" and {} more", grouped(more)) } else { String::new() };
        spans.push(Span::new(&more, style.text));
        self.flow.paragraph(Role::Paragraph, &style, &spans)
    }

    /// A mark in the margin.
    pub(super) fn in_margin<'a>(&self, text: &'a str) -> Marker<'a> {
        Marker { span: Span::new(text, self.sheet.margin), gap: self.sheet.margin_gap }
    }
}
