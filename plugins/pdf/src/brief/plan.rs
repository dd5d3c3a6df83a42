//! The sections in the order in which they are written.

use plenary_plugin_sdk::model::{Content, Part, Profile, Section, Speech, Text};
use plenary_plugin_sdk::{RenderError, Session};

/// The sections by what they hold.
pub(super) struct Plan<'s, 'src> {
    pub(super) reports: Vec<(&'s Section<'src>, &'s [Part<'src>])>,
    pub(super) profiles: Vec<(&'s Section<'src>, &'s [Profile<'src>])>,
    pub(super) transcripts: Vec<(&'s Section<'src>, &'s [Speech<'src>])>,
    /// Headings with nothing under them.
    pub(super) empty: Vec<&'s Section<'src>>,
}

impl<'s, 'src> Plan<'s, 'src> {
    pub(super) fn new(session: &'s Session<'src>) -> Result<Self, RenderError> {
        let mut plan =
            Self { reports: Vec::new(), profiles: Vec::new(), transcripts: Vec::new(), empty: Vec::new() };
        for section in &session.sections {
            match &section.content {
                content if content.is_empty() => plan.empty.push(section),
                Content::Parts(parts) => plan.reports.push((section, parts)),
                Content::Profiles(profiles) => plan.profiles.push((section, profiles)),
                Content::Speeches(speeches) => plan.transcripts.push((section, speeches)),
                // A later version of the model: better no brief than one that leaves out a section.
                _ => {
                    let reason = format!("the PDF brief has no place for what `{}` holds", section.id);
                    return Err(RenderError::Unsupported(reason));
                }
            }
        }
        Ok(plan)
    }
}

/// The words of a section's heading: the source's, or ours where it has none.
pub(super) fn heading<'s>(section: &'s Section<'_>) -> &'s str {
    match (present(&section.heading), &section.content) {
        (Some(heading), _) => heading,
        (None, Content::Speeches(_)) => "Transcript",
        (None, Content::Profiles(_)) => "Arguments by speaker",
        (None, _) => "Report",
    }
}

/// A text that may be absent; one without a word says as little.
pub(super) fn present<'s>(text: &'s Option<Text<'_>>) -> Option<&'s str> {
    text.as_ref().map(Text::as_str).filter(|text| !text.trim().is_empty())
}
