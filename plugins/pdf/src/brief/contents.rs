//! The table of contents.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::{Body, heading, present};

use super::{Brief, about, participants};
use crate::layout::Role;

/// With more entries than this, the parts of sections are left to the outline.
const MOST_ENTRIES: usize = 80;

/// An entry: how deep it stands, what it reads, where it leads.
type Entry<'s> = (usize, &'s str, &'s str);

impl<'s> Brief<'s, '_, '_> {
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
            self.flow.contents_entry(if level == 0 { first } else { second }, text, to)?;
        }
        self.flow.close();
        self.flow.close();
        Ok(())
    }

    fn entries(&self) -> Vec<Entry<'s>> {
        let mut entries: Vec<Entry<'s>> = Vec::new();
        if !self.session.speakers.is_empty() {
            entries.push((0, participants::HEADING, participants::ANCHOR));
        }
        for (section, body) in &self.plan.body {
            entries.push((0, heading(section), section.id.as_str()));
            match body {
                Body::Parts(parts) => entries.extend(
                    parts.iter().filter_map(|part| Some((1, present(&part.heading)?, part.id.as_str()))),
                ),
                Body::Points(_) => {}
                Body::Profiles(profiles) => entries
                    .extend(profiles.iter().map(|profile| (1, profile.name.as_str(), profile.id.as_str()))),
            }
        }
        for (section, _) in &self.plan.transcript {
            entries.push((0, heading(section), section.id.as_str()));
        }
        entries.push((0, about::HEADING, about::ANCHOR));
        entries
    }
}
