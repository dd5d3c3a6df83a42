//! The minutes from top to bottom.

use plenary_plugin_sdk::document::{Body, Masthead, heading};
use plenary_plugin_sdk::model::{Section, SpeakerIndex};
use plenary_plugin_sdk::statistics;
use plenary_plugin_sdk::{Job, RenderError, Session};

use crate::escape::Place;
use crate::page::Page;
use crate::plan::{Chapter, Group, Plan};
use crate::{
    Options, Style, about, contents, front_matter, masthead, participants, points, profiles, report, topics,
    transcript,
};

/// Writes the whole document.
pub(crate) fn write(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
    let plan = Plan::of(session, options.style);
    let topics = match options.style {
        Style::Transcript => Vec::new(),
        Style::Full | Style::Minutes => statistics::topics(session),
    };
    let masthead = Masthead::of(session);
    let speakers = session.speaker_index();
    let mut page = Page::new(job, options);
    if options.front_matter {
        front_matter::write(&mut page, session, &masthead)?;
    }
    masthead::write(&mut page, &masthead)?;
    masthead::disclaimers(&mut page, session)?;
    if options.contents {
        contents::write(&mut page, session, &plan, !topics.is_empty())?;
    }
    for chapter in Chapter::ALL {
        match chapter {
            Chapter::Participants => participants::write(&mut page, session, options.style)?,
            Chapter::Arguments => topics::write(&mut page, session, &topics, &speakers)?,
            _ => {}
        }
        let level = if chapter.is_below_own_heading(session) { 3 } else { 2 };
        for group in plan.chapter(chapter) {
            self::group(&mut page, group, level, &speakers)?;
        }
    }
    let mut number = 0;
    for (section, speeches) in &plan.transcript {
        self::section(&mut page, section, 2)?;
        transcript::write(&mut page, speeches, &speakers, &mut number)?;
    }
    about::write(&mut page, session, &plan)?;
    page.finish()
}

/// Writes the sections of a group, below its heading, or below the first of them.
fn group(
    page: &mut Page<'_, '_>,
    group: &Group<'_, '_>,
    mut level: u8,
    speakers: &SpeakerIndex<'_, '_>,
) -> Result<(), RenderError> {
    if let Some(head) = group.head {
        section(page, head, level)?;
        level += 1;
    }
    for (place, (section, body)) in group.sections.iter().enumerate() {
        if place == 1 && group.head.is_none() {
            level += 1;
        }
        self::section(page, section, level)?;
        match body {
            Body::Parts(parts) => report::write(page, parts, level + 1)?,
            Body::Points(points) => points::write(page, points, speakers)?,
            Body::Profiles(profiles) => profiles::write(page, profiles, level + 1, speakers)?,
        }
    }
    Ok(())
}

/// Writes the heading of a section.
fn section(page: &mut Page<'_, '_>, section: &Section<'_>, level: u8) -> Result<(), RenderError> {
    page.heading(level)?.anchor(&section.id).source(heading(section), Place::Heading).end();
    Ok(())
}
