//! The table of contents.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::{Body, heading, present};
use plenary_plugin_sdk::model::Section;

use super::{Brief, about, charts, participants};
use crate::Style;
use crate::layout::Role;

/// With more entries than this, the parts of sections are left to the outline.
const MOST_ENTRIES: usize = 80;

/// An entry: how deep it stands, what it reads, where it leads.
type Entry<'s> = (usize, &'s str, &'s str);

impl<'s, 'src> Brief<'s, 'src, '_> {
    pub(super) fn contents(&mut self) -> Result<(), RenderError> {
        let mut entries = self.entries();
        if entries.len() > MOST_ENTRIES {
            entries.retain(|(level, ..)| *level == 0);
        }
        self.flow.open(Role::Section);
        self.heading(1, "Contents", true)?;
        self.flow.open(Role::Contents);
        for (level, text, to) in entries {
            let [first, second] = &self.sheet.contents;
            let style = if level == 0 { first } else { second };
            self.flow.contents_entry(style, text, to, self.sheet.table.rule)?;
        }
        self.flow.close();
        self.flow.close();
        Ok(())
    }

    /// In the order of the document.
    fn entries(&self) -> Vec<Entry<'s>> {
        let plan = &self.plan;
        let mut entries: Vec<Entry<'s>> = Vec::new();
        let is_written = self.options.style != Style::Transcript;
        if is_written {
            plan.summary.iter().chain(&plan.outcome).for_each(|section| add(section, &mut entries));
        }
        if !self.charts.others.is_empty() {
            entries.push((0, charts::HEADING, charts::ANCHOR));
        }
        if !self.session.speakers.is_empty() {
            entries.push((0, participants::HEADING, participants::ANCHOR));
        }
        if is_written {
            plan.body.iter().for_each(|section| add(section, &mut entries));
        }
        for (section, _) in &plan.transcript {
            entries.push((0, heading(section), section.id.as_str()));
        }
        entries.push((0, about::HEADING, about::ANCHOR));
        entries
    }
}

/// A section, and below it its headed parts or profiles.
fn add<'s>((section, body): &(&'s Section<'_>, Body<'s, '_>), entries: &mut Vec<Entry<'s>>) {
    entries.push((0, heading(section), section.id.as_str()));
    match body {
        Body::Parts(parts) => {
            entries
                .extend(parts.iter().filter_map(|part| Some((1, present(&part.heading)?, part.id.as_str()))));
        }
        Body::Points(_) => {}
        Body::Profiles(profiles) => {
            entries.extend(profiles.iter().map(|profile| (1, profile.name.as_str(), profile.id.as_str())));
        }
    }
}
