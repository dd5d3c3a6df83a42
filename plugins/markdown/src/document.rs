//! The order of the minutes.

use plenary_plugin_sdk::model::{Content, Part, Profile, Section, Speech, Text};
use plenary_plugin_sdk::{Job, RenderError, Session};

use crate::escape::Place;
use crate::masthead::{self, Masthead};
use crate::page::Page;
use crate::{Options, Style, about, contents, front_matter, participants, profiles, report, transcript};

/// Writes the whole document.
pub(crate) fn write(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
    let plan = Plan::new(session, options.style)?;
    let masthead = Masthead::of(session);
    let mut page = Page::new(job, options.heading_offset);
    if options.front_matter {
        front_matter::write(&mut page, session, &masthead)?;
    }
    masthead.write(&mut page)?;
    masthead::disclaimers(&mut page, session)?;
    if options.contents {
        contents::write(&mut page, session, &plan)?;
    }
    participants::write(&mut page, session, &plan)?;
    for (section, parts) in &plan.report {
        report::write(&mut page, section, parts)?;
    }
    for (section, profiles) in &plan.profiles {
        profiles::write(&mut page, section, profiles)?;
    }
    let mut number = 0;
    for (section, speeches) in &plan.transcript {
        transcript::write(&mut page, section, speeches, &mut number)?;
    }
    about::write(&mut page, session, &plan)?;
    page.finish()
}

/// The sections, in the order in which they are written.
pub(crate) struct Plan<'s, 'src> {
    /// Prose.
    pub(crate) report: Vec<(&'s Section<'src>, &'s [Part<'src>])>,
    /// The profiles.
    pub(crate) profiles: Vec<(&'s Section<'src>, &'s [Profile<'src>])>,
    /// The transcript.
    pub(crate) transcript: Vec<(&'s Section<'src>, &'s [Speech<'src>])>,
    /// Headings with nothing under them.
    pub(crate) empty: Vec<&'s Section<'src>>,
}

impl<'s, 'src> Plan<'s, 'src> {
    fn new(session: &'s Session<'src>, style: Style) -> Result<Self, RenderError> {
        let mut plan =
            Self { report: Vec::new(), profiles: Vec::new(), transcript: Vec::new(), empty: Vec::new() };
        for section in &session.sections {
            match &section.content {
                content if content.is_empty() => plan.empty.push(section),
                Content::Parts(parts) if style != Style::Transcript => plan.report.push((section, parts)),
                Content::Profiles(profiles) if style != Style::Transcript => {
                    plan.profiles.push((section, profiles))
                }
                Content::Speeches(speeches) if style != Style::Minutes => {
                    plan.transcript.push((section, speeches))
                }
                Content::Parts(_) | Content::Profiles(_) | Content::Speeches(_) => {}
                // A later version of the model: better no minutes than minutes that leave out a section.
                _ => {
                    let reason =
                        format!("the Markdown minutes have no place for what `{}` holds", section.id);
                    return Err(RenderError::Unsupported(reason));
                }
            }
        }
        Ok(plan)
    }
}

/// Writes the heading of a section.
pub(crate) fn section(page: &mut Page<'_, '_>, section: &Section<'_>) -> Result<(), RenderError> {
    page.heading(2)?.anchor(&section.id).source(heading(section), Place::Heading).end();
    Ok(())
}

/// The words of a section's heading: the source's, or ours where it has none.
pub(crate) fn heading<'s>(section: &'s Section<'_>) -> &'s str {
    match (present(&section.heading), &section.content) {
        (Some(heading), _) => heading,
        (None, Content::Speeches(_)) => "Transcript",
        (None, Content::Profiles(_)) => "Arguments by speaker",
        (None, _) => "Report",
    }
}

/// A text that may be absent; an empty one says as little.
pub(crate) fn present<'s>(text: &'s Option<Text<'_>>) -> Option<&'s str> {
    text.as_ref().map(Text::as_str).filter(|text| !text.is_empty())
}
