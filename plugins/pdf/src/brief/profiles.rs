//! What the source says of each speaker: statistics, arguments, report.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::{heading, present};
use plenary_plugin_sdk::model::{Argument, Profile, Statistics, Text};

use super::Brief;
use super::prose::Prose;
use crate::layout::{Keep, LayoutError, Marker, ParagraphStyle, Role, Span};

impl Brief<'_, '_, '_> {
    pub(super) fn profiles(&mut self) -> Result<(), RenderError> {
        for (section, profiles) in std::mem::take(&mut self.plan.profiles) {
            self.flow.open(Role::Section);
            self.flow.anchor(section.id.as_str());
            self.heading(1, heading(section), true)?;
            for profile in profiles {
                self.check_cancelled()?;
                self.profile(profile)?;
            }
            self.flow.close();
        }
        Ok(())
    }

    fn profile(&mut self, profile: &Profile<'_>) -> Result<(), LayoutError> {
        self.flow.open(Role::Section);
        self.flow.anchor(profile.id.as_str());
        let [_, style, _] = self.sheet.headings;
        let name = profile.name.as_str();
        self.flow.outline(1, false, name);
        let spans = [Span { text: name, style: style.text }];
        match present(&profile.initials) {
            Some(initials) => {
                let marker = self.in_margin(initials);
                self.flow.marked(Role::Heading(2), &style, marker, &spans)?;
            }
            None => self.flow.paragraph(Role::Heading(2), &style, &spans)?,
        }
        let alone = profile.arguments.is_empty() && profile.report.is_empty();
        self.declared(&profile.statistics, if alone { Keep::Loose } else { Keep::WithNext })?;
        if !profile.arguments.is_empty() {
            self.heading(3, "Arguments", false)?;
            self.flow.open(Role::List);
            for (at, argument) in profile.arguments.iter().enumerate() {
                self.argument(argument, at + 1)?;
            }
            self.flow.close();
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

    /// An argument: the claim behind its number, the supporting facts as bullets, the topics in a line.
    fn argument(&mut self, argument: &Argument<'_>, number: usize) -> Result<(), LayoutError> {
        self.flow.open(Role::ListItem);
        self.flow.anchor(argument.id.as_str());
        let style = self.sheet.claim;
        let number = format!("{number}.");
        let marker = Marker { span: Span { text: &number, style: style.text }, gap: self.sheet.scaled(4.5) };
        let claim = argument.claim.as_str();
        self.flow.marked(Role::ListBody, &style, marker, &[Span { text: claim, style: style.text }])?;
        let topics = argument.topics.iter().map(Text::as_str).filter(|topic| !topic.trim().is_empty());
        let topics: Vec<_> = topics.collect();
        if let Some((last, others)) = argument.facts.split_last() {
            self.flow.open(Role::List);
            let style = self.sheet.fact;
            for fact in others {
                self.bullet(style, fact.as_str())?;
            }
            // The topics do not open a page alone.
            let keep = if topics.is_empty() { style.keep } else { Keep::WithNext };
            self.bullet(ParagraphStyle { keep, ..style }, last.as_str())?;
            self.flow.close();
        }
        if !topics.is_empty() {
            self.say(self.sheet.topics, &format!("Topics: {}", topics.join(", ")))?;
        }
        self.flow.close();
        Ok(())
    }

    /// A mark in the margin.
    pub(super) fn in_margin<'a>(&self, text: &'a str) -> Marker<'a> {
        Marker { span: Span { text, style: self.sheet.margin }, gap: self.sheet.margin_gap }
    }
}
