//! Where the sections of a page are, before any of them is read.

use std::ops::Range;

use crate::model::SectionRole;
use crate::read::lines::Line;

use super::candidates::may_be_label;
use super::headings::{Counts, Heading, heading_of};
use super::labels::Label;
use super::names::{Names, is_initials};

/// A page in sections.
#[derive(Debug)]
pub(super) struct Outline {
    /// The lines above the first heading.
    pub(super) opening: Range<usize>,
    /// The sections, in order; together with the opening they hold every line.
    pub(super) stretches: Vec<Stretch>,
    /// The labels and names of profiles.
    pub(super) names: Names,
    /// Whether the page begins with `Session at a glance`, as those since December 2024 do.
    glance: bool,
}

/// A section: its heading and the lines under it.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) role: SectionRole,
    pub(super) kind: Kind,
    pub(super) heading: Option<usize>,
    pub(super) lines: Range<usize>,
}

/// What is in a section, and so by which grammar it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// What stands above the report: agenda, lists of names, headings that have lost their content.
    Opening,
    /// The report, and every other prose.
    Prose,
    /// Speeches.
    Transcript,
    /// Profiles.
    Profiles,
}

impl Outline {
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let names = Names::of(lines);
        let headings: Vec<_> =
            (0..).zip(lines).filter_map(|(at, line)| Some((at, heading_of(line.text)?))).collect();
        let mut outline = Self { opening: 0..0, stretches: Vec::new(), names, glance: false };
        let profiles: Vec<usize> = outline.names.counted().collect();
        let mut profiles = profiles.into_iter().peekable();
        // The entries of the first table of contents.
        let mut contents: Option<Range<usize>> = None;
        for &(at, heading) in &headings {
            // A name that has the words of a heading is tried as one first.
            while let Some(name) = profiles.next_if(|&name| name < at) {
                outline.profile(lines, name);
            }
            if contents.as_ref().is_some_and(|entries| entries.contains(&at)) {
                continue;
            }
            if let Some((role, kind)) = outline.opens(lines, at, heading) {
                outline.open(Some(at), at + 1, role, kind);
                outline.glance |= heading.is_glance();
                if role == SectionRole::TableOfContents && contents.is_none() {
                    contents = Some(entries(lines, &headings, at));
                }
            }
        }
        profiles.for_each(|name| outline.profile(lines, name));
        outline.close(lines.len());
        outline
    }

    /// The sections of one kind.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Stretch> {
        self.stretches.iter().filter(move |stretch| stretch.kind == kind)
    }

    fn now(&self) -> Kind {
        self.stretches.last().map_or(Kind::Opening, |last| last.kind)
    }

    /// What the line `at`, which has the words of `heading`, opens if it is one.
    fn opens(&self, lines: &[Line<'_>], at: usize, heading: &Heading) -> Option<(SectionRole, Kind)> {
        if self.names.is_name(at) && self.now() == Kind::Profiles {
            return None;
        }
        let (line, next) = (lines.get(at)?, lines.get(at + 1));
        let opening = self.now() == Kind::Opening;
        // `Speakers:` in a transcript is somebody's label, unless the profile begins right there.
        let is_label = self.now() == Kind::Transcript && line.text.ends_with(':');
        let profile = || self.profile_follows(lines, at, is_label);
        let kind = match heading.counts {
            Counts::InOpening if opening => Kind::Opening,
            Counts::BeforeLabel if next.is_some_and(|next| may_be_label(next.text)) => Kind::Transcript,
            Counts::BeforeProfile if profile() => Kind::Profiles,
            // A list of names, not their profiles.
            Counts::BeforeProfile if opening => return Some((SectionRole::Other, Kind::Opening)),
            // A section that has lost its content.
            Counts::BeforeProfile if next.is_none_or(|next| heading_of(next.text).is_some()) => {
                Kind::Profiles
            }
            Counts::UnderGlance if self.glance => Kind::Prose,
            Counts::Everywhere => match heading.role {
                SectionRole::TableOfContents | SectionRole::KnowledgeGraph if opening => Kind::Opening,
                SectionRole::Transcript => Kind::Transcript,
                _ => Kind::Prose,
            },
            _ => return None,
        };
        Some((heading.role, kind))
    }

    /// Whether a profile starts behind line `at`: right there or, unless it has to, behind a few lines that are
    /// nothing else.
    fn profile_follows(&self, lines: &[Line<'_>], at: usize, right_there: bool) -> bool {
        // One that has lost its name.
        if matches!(self.names.label(at + 1), Some(Label::Statistic(_))) {
            return true;
        }
        // Initials may stand above the name.
        let furthest = if right_there { 2 } else { 6 };
        let between = lines.iter().enumerate().skip(at + 1).take(furthest);
        let mut between =
            between.take_while(|(_, line)| !line.text.ends_with(':') && heading_of(line.text).is_none());
        // At a glance, `Speakers` and `Arguments` stand above those of an agreement as well.
        if self.glance || right_there {
            return between.any(|(at, _)| self.names.is_counted(at));
        }
        between.any(|(at, _)| self.names.is_name(at)) || self.names.label(at + 2) == Some(Label::Report)
    }

    /// Opens a section without a heading for the profile named on line `name`, if it stands outside of one.
    fn profile(&mut self, lines: &[Line<'_>], name: usize) {
        let is_heading = self.stretches.last().is_some_and(|last| last.heading == Some(name));
        if self.now() != Kind::Profiles && !is_heading {
            let first = name.checked_sub(1).filter(|&above| is_initials(lines, above)).unwrap_or(name);
            self.open(None, first, SectionRole::Speakers, Kind::Profiles);
        }
    }

    fn open(&mut self, heading: Option<usize>, first: usize, role: SectionRole, kind: Kind) {
        // Initials above a name are behind the last heading, or they would be it.
        let first = first.max(self.stretches.last().map_or(0, |last| last.lines.start));
        self.close(heading.unwrap_or(first));
        self.stretches.push(Stretch { role, kind, heading, lines: first..first });
    }

    /// Ends the section that is open in front of line `end`.
    fn close(&mut self, end: usize) {
        match self.stretches.last_mut() {
            Some(last) => last.lines.end = end.max(last.lines.start),
            None => self.opening.end = end,
        }
    }
}

/// The lines under a table of contents that list the headings of the page: headings one below the other that all
/// come again further down. On most pages there are none.
fn entries(lines: &[Line<'_>], headings: &[(usize, &Heading)], contents: usize) -> Range<usize> {
    let start = contents + 1;
    let mut listed: Vec<&Heading> = Vec::new();
    let mut end = start;
    for line in lines.iter().skip(start) {
        match heading_of(line.text) {
            // The first one that is listed already is the heading itself.
            Some(heading) if !listed.contains(&heading) => listed.push(heading),
            None if line.text.eq_ignore_ascii_case("disclaimer") => {}
            _ => break,
        }
        end += 1;
    }
    // A heading comes again where it is listed, and not where the whole page was pasted twice.
    let comes_again =
        |listed: &&Heading| headings.iter().any(|(at, heading)| *at >= end && heading == listed);
    let pasted_twice =
        headings.iter().any(|(at, heading)| *at >= end && heading.role == SectionRole::TableOfContents);
    if listed.len() > 1 && listed.iter().all(comes_again) && !pasted_twice {
        start..end
    } else {
        start..start
    }
}
