//! The session pages of dig.watch as text.
//!
//! A page is: title, date, disclaimers; headings of what the text form has lost (table of contents, knowledge
//! graph); a report, as one text or by speaker; the transcript; the profiles of the speakers. Since December 2024 a
//! [redesigned](redesign) page has a summary, key points and participants above the report, and points, assessments and
//! comments behind the profiles. Any of them may be missing, and blank lines may stand between any two lines.
//!
//! The [outline] finds the sections, [voices] finds out who speaks, then every section is read by its own grammar,
//! line by line, in one pass. What depends on more than the line itself is decided in the first two.

mod arguments;
mod brief;
mod candidates;
mod headings;
mod labels;
mod markdown;
mod names;
mod opening;
mod outline;
mod page;
mod participants;
mod people;
mod points;
mod profiles;
mod prose;
mod redesign;
mod topics;
mod transcript;
mod unheaded;
mod voices;

use std::cell::LazyCell;

use crate::diagnostic::codes;
use crate::model::{Content, SectionRole};

use super::cart::behind_mark;
use super::front_matter;
use super::lines::Line;
use super::{Certainty, Reading, is_markup};

use candidates::{candidate, may_be_label};
use headings::{Counts, heading_of, unmarked};
use outline::{Kind, Outline};
use page::Page;
use voices::Voices;

/// Whether the lines are a page of dig.watch, by their headings or by a profile.
pub(super) fn detect(_: &str, lines: &[Line<'_>]) -> Certainty {
    let lines = front_matter::below(lines);
    if is_markup(lines) {
        return Certainty::No;
    }
    let mut common = None;
    let headings = lines.iter().enumerate().filter_map(|(at, line)| Some((at, heading_of(line.text)?)));
    let mut hint = Certainty::No;
    // Archives of captions head their transcripts so as well.
    let captions =
        LazyCell::new(|| lines.iter().filter(|line| behind_mark(line.text).is_some()).nth(1).is_some());
    let mut telling = headings.map(|(at, heading)| match (heading.counts, heading.role) {
        (Counts::Everywhere, SectionRole::Transcript) => !*captions,
        (Counts::Everywhere, SectionRole::KnowledgeGraph | SectionRole::FullReport | SectionRole::Glance) => {
            true
        }
        // Other texts have one of these.
        (Counts::Everywhere, role) => common.replace(role).is_some_and(|other| other != role),
        (Counts::AtGlance | Counts::Behind, _) => redesign::tells(lines, at, heading),
        (Counts::BeforeLabel, _) => {
            let next = lines.get(at + 1).map_or("", |next| next.text);
            // Plain transcripts are headed so as well, and have the words on the label's line.
            hint = hint.max(if may_be_label(next) { Certainty::Hint } else { Certainty::No });
            candidate(next, false).is_some() && may_be_label(next)
        }
        _ => false,
    });
    if telling.any(|telling| telling) || profiles::detect(lines) { Certainty::Sure } else { hint }
}

/// Reads a page.
pub(super) fn read<'src>(source: &'src str, lines: &[Line<'src>]) -> Reading<'src> {
    let mut page = Page::new(source);
    let lines = front_matter::take(&mut page, lines);
    let lines: &[Line<'_>] = &markdown::without_rules(lines);
    let mut outline = Outline::of(lines);
    let evidence = voices::evidence(lines, &outline);
    let unheaded = unheaded::open(lines, &mut outline, &evidence);
    let voices = Voices::of(lines, &outline, evidence);
    if let Some(first) = unheaded.and_then(|at| lines.get(at)) {
        page.find_on(
            &codes::UNHEADED_TRANSCRIPT,
            "the transcript has no heading; it was read from this label on",
            first,
        );
    }
    opening::read(&mut page, lines.get(outline.opening.clone()).unwrap_or_default());
    for stretch in &outline.stretches {
        let heading = stretch.heading.and_then(|at| lines.get(at));
        let heading = heading.map(|line| page.pieces.part(line, unmarked(line.text)));
        let under = lines.get(stretch.lines.clone()).unwrap_or_default();
        let content = match stretch.kind {
            // The top of another page.
            Kind::Opening if heading.is_none() => Content::Parts(brief::read(&mut page, stretch.role, under)),
            Kind::Opening => Content::Parts(opening::read_section(&mut page, under)),
            Kind::Participants => Content::Parts(participants::read(&mut page, under)),
            Kind::Brief => Content::Parts(brief::read(&mut page, stretch.role, under)),
            Kind::Prose => Content::Parts(prose::read(&mut page, &voices, under)),
            Kind::Transcript => Content::Speeches(transcript::read(&mut page, &voices, under)),
            Kind::Points => points::read(&mut page, &voices, &outline.names, lines, stretch.lines.clone()),
            Kind::Profiles => Content::Profiles(profiles::read(
                &mut page,
                &voices,
                &outline.names,
                lines,
                stretch.lines.clone(),
            )),
        };
        let name = match stretch.kind {
            Kind::Opening => "opening",
            Kind::Transcript => "transcript",
            _ => "speakers",
        };
        page.section(stretch.role, heading, name, content);
    }
    if page.speeches == 0 {
        page.note(&codes::NO_TRANSCRIPT, "the page has no transcript");
    }
    page.finish()
}
