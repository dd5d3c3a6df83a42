//! The order of the minutes.

use plenary_plugin_sdk::document::{Arrangement, Body, Masthead, heading};
use plenary_plugin_sdk::model::Section;
use plenary_plugin_sdk::{Job, RenderError, Session};

use crate::escape::Place;
use crate::page::Page;
use crate::{
    Options, Style, about, contents, front_matter, masthead, participants, points, profiles, report,
    transcript,
};

/// Writes the whole document.
pub(crate) fn write(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
    let plan = arrange(session, options.style);
    let masthead = Masthead::of(session);
    let mut page = Page::new(job, options.heading_offset);
    if options.front_matter {
        front_matter::write(&mut page, session, &masthead)?;
    }
    masthead::write(&mut page, &masthead)?;
    masthead::disclaimers(&mut page, session)?;
    if options.contents {
        contents::write(&mut page, session, &plan)?;
    }
    participants::write(&mut page, session, options.style)?;
    let speakers = session.speaker_index();
    for (section, body) in &plan.body {
        self::section(&mut page, section)?;
        match body {
            Body::Parts(parts) => report::write(&mut page, parts)?,
            Body::Points(points) => points::write(&mut page, points, &speakers)?,
            Body::Profiles(profiles) => profiles::write(&mut page, profiles, &speakers)?,
        }
    }
    let mut number = 0;
    for (section, speeches) in &plan.transcript {
        self::section(&mut page, section)?;
        transcript::write(&mut page, speeches, &speakers, &mut number)?;
    }
    about::write(&mut page, session, &plan)?;
    page.finish()
}

/// The sections that documents of this style have.
fn arrange<'s, 'src>(session: &'s Session<'src>, style: Style) -> Arrangement<'s, 'src> {
    let mut plan = Arrangement::of(session);
    if style == Style::Transcript {
        plan.body.clear();
    }
    if style == Style::Minutes {
        plan.transcript.clear();
    }
    plan
}

/// Writes the heading of a section.
fn section(page: &mut Page<'_, '_>, section: &Section<'_>) -> Result<(), RenderError> {
    page.heading(2)?.anchor(&section.id).source(heading(section), Place::Heading).end();
    Ok(())
}
