//! Where the sections of a page are, before any of them is read.

use std::ops::Range;

use crate::model::{DetailKind, SectionRole};
use crate::read::grammar::date::{DateLine, date_line};
use crate::read::lines::Line;

use super::candidates::may_be_label;
use super::headings::{Counts, Heading, heading_of};
use super::labels::Label;
use super::names::{Names, is_initials};
use super::redesign::{self, Reach};

/// How far above the first heading of a page its date stands at most, in lines.
const FURTHEST_DATE: usize = 6;
/// No date is longer, in bytes.
const LONGEST_DATE: usize = 80;

/// A page in sections.
#[derive(Debug)]
pub(super) struct Outline {
    /// The lines above the first heading.
    pub(super) opening: Range<usize>,
    /// The sections, in order; together with the opening they hold every line.
    pub(super) stretches: Vec<Stretch>,
    /// The labels and names of profiles.
    pub(super) names: Names,
    /// Whether the page is of the [design](redesign) since December 2024.
    redesigned: bool,
    /// How far the speeches of the transcript that is open reach; found where it is asked for.
    reach: Option<Reach>,
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
    /// Who takes part.
    Participants,
    /// A few paragraphs under short labels.
    Brief,
    /// The report, and every other prose.
    Prose,
    /// Speeches.
    Transcript,
    /// Profiles.
    Profiles,
    /// Points made by several speakers.
    Points,
}

/// Where on the page a section stands, from its top to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// Above the report.
    Top,
    Report,
    Transcript,
    Profiles,
    /// What a redesigned page has behind its profiles.
    Behind,
}

impl Outline {
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let names = Names::of(lines);
        let headings: Vec<_> =
            (0..).zip(lines).filter_map(|(at, line)| Some((at, heading_of(line.text)?))).collect();
        let profiles = names.begins();
        let last_profile = profiles.last().copied();
        // What stands behind the speeches tells where it stands: words of headings may stand in a speech.
        let tells = |&(at, heading): &(usize, &Heading)| {
            (heading.counts != Counts::Behind || last_profile.is_none_or(|last| last < at))
                && redesign::tells(lines, at, heading)
        };
        let redesigned = names.are_detailed() || headings.iter().any(tells);
        let mut outline = Self { opening: 0..0, stretches: Vec::new(), names, redesigned, reach: None };
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
            outline.second_page(lines, at, heading);
            if let Some((role, kind)) = outline.opens(lines, at, heading, last_profile) {
                outline.open(Some(at), at + 1, role, kind);
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

    /// Opens a section without a heading on line `start`, within the section at `place` or, at `None`, the opening.
    pub(super) fn split(&mut self, place: Option<usize>, start: usize, role: SectionRole, kind: Kind) {
        let lines = match place {
            Some(place) => self.stretches.get_mut(place).map(|stretch| &mut stretch.lines),
            None => Some(&mut self.opening),
        };
        let Some(lines) = lines else { return };
        let behind = start..lines.end;
        lines.end = start;
        let place = place.map_or(0, |place| place + 1);
        self.stretches.insert(place, Stretch { role, kind, heading: None, lines: behind });
    }

    fn now(&self) -> Kind {
        self.stretches.last().map_or(Kind::Opening, |last| last.kind)
    }

    fn zone(&self) -> Zone {
        let Some(last) = self.stretches.last() else { return Zone::Top };
        match (last.kind, last.role) {
            (Kind::Opening | Kind::Participants, _) => Zone::Top,
            (Kind::Brief, SectionRole::Glance | SectionRole::Summary | SectionRole::KeyPoints) => Zone::Top,
            (Kind::Brief | Kind::Points, _) => Zone::Behind,
            (Kind::Prose, _) => Zone::Report,
            (Kind::Transcript, _) => Zone::Transcript,
            (Kind::Profiles, _) => Zone::Profiles,
        }
    }

    /// What the line `at`, which has the words of `heading`, opens if it is one.
    fn opens(
        &mut self,
        lines: &[Line<'_>],
        at: usize,
        heading: &Heading,
        last_profile: Option<usize>,
    ) -> Option<(SectionRole, Kind)> {
        if self.names.is_name(at) && self.now() == Kind::Profiles {
            return None;
        }
        let (line, next) = (lines.get(at)?, lines.get(at + 1));
        let (opening, zone) = (self.now() == Kind::Opening, self.zone());
        // A report in Markdown has headings of its own.
        if zone == Zone::Report && line.text.starts_with('#') && heading.role != SectionRole::Transcript {
            return None;
        }
        // `Speakers:` in a transcript is somebody's label, unless the profile begins right there. Among points it
        // heads the names of those who make one.
        let is_label = zone == Zone::Behind || zone == Zone::Transcript && line.text.ends_with(':');
        let profile = heading.counts == Counts::BeforeProfile && self.profile_follows(lines, at, is_label);
        let kind = match heading.counts {
            Counts::InOpening if opening => Kind::Opening,
            Counts::BeforeLabel if next.is_some_and(|next| may_be_label(next.text)) => Kind::Transcript,
            Counts::BeforeProfile if profile => Kind::Profiles,
            Counts::BeforeProfile if zone == Zone::Behind => return None,
            // A list of names, not their profiles.
            Counts::BeforeProfile if zone == Zone::Top && self.redesigned => {
                return Some((SectionRole::Participants, Kind::Participants));
            }
            Counts::BeforeProfile if opening => return Some((SectionRole::Other, Kind::Opening)),
            // A section that has lost its content.
            Counts::BeforeProfile if next.is_none_or(|next| heading_of(next.text).is_some()) => {
                Kind::Profiles
            }
            Counts::AtGlance if self.redesigned && zone == Zone::Top => Kind::Brief,
            Counts::Behind if self.redesigned && self.opens_behind(lines, at, heading, last_profile) => {
                match heading.role {
                    SectionRole::Agreements
                    | SectionRole::Differences
                    | SectionRole::PartialAgreements
                    | SectionRole::Comments
                    | SectionRole::FollowUp => Kind::Points,
                    _ => Kind::Brief,
                }
            }
            Counts::Everywhere => match heading.role {
                SectionRole::TableOfContents | SectionRole::KnowledgeGraph if opening => Kind::Opening,
                SectionRole::Glance => Kind::Brief,
                SectionRole::Transcript => Kind::Transcript,
                _ => Kind::Prose,
            },
            _ => return None,
        };
        Some((heading.role, kind))
    }

    /// Whether a section of those behind the speeches opens on line `at`, which has the words of its heading.
    fn opens_behind(
        &mut self,
        lines: &[Line<'_>],
        at: usize,
        heading: &Heading,
        last_profile: Option<usize>,
    ) -> bool {
        let structured = || redesign::has_structure(lines, at);
        let below = self.names.label(at + 1);
        // `Major discussion point`, `Agreed on` and the line that says which.
        let is_value = at.checked_sub(1).and_then(|above| self.names.label(above)).is_some_and(|above| {
            let one_line = [DetailKind::DiscussionPoint, DetailKind::AgreedOn, DetailKind::DisagreedOn];
            matches!(above, Label::Detail(kind) if one_line.contains(&kind))
        });
        match self.zone() {
            Zone::Top => true,
            Zone::Report => structured(),
            Zone::Transcript => {
                // Speeches are over where nobody speaks again; a profile further down has the words in the last one.
                let start = self.stretches.last().map_or(0, |last| last.lines.start);
                let reach = self.reach.get_or_insert_with(|| Reach::of(lines, start));
                let label_follows = lines.get(at + 1).is_some_and(|next| redesign::is_label(next.text));
                !reach.is_within(lines, at)
                    && !label_follows
                    && (last_profile.is_none_or(|last| last < at) || structured())
            }
            // A claim may have the words.
            Zone::Profiles => !below.is_some_and(Label::is_of_claim) && (!is_value || structured()),
            // So may a point: but nobody calls one `Differences`.
            Zone::Behind => {
                let is_point = matches!(below, Some(Label::Detail(_) | Label::Topics))
                    && matches!(
                        heading.role,
                        SectionRole::Takeaways
                            | SectionRole::ActionItems
                            | SectionRole::UnresolvedIssues
                            | SectionRole::Compromises
                    );
                !is_point && (!is_value || structured())
            }
        }
    }

    /// Opens a section for the title and date of another page, where one has been pasted below the profiles: they stand
    /// in front of its first heading, on line `at`.
    fn second_page(&mut self, lines: &[Line<'_>], at: usize, heading: &Heading) {
        let begins_page = matches!(
            heading.role,
            SectionRole::TableOfContents
                | SectionRole::Glance
                | SectionRole::SessionReport
                | SectionRole::FullReport
                | SectionRole::KnowledgeGraph
                | SectionRole::Transcript
        );
        if !begins_page || !matches!(self.zone(), Zone::Profiles | Zone::Behind | Zone::Transcript) {
            return;
        }
        let start = self.stretches.last().map_or(0, |last| last.lines.start);
        let mut above = lines.iter().enumerate().take(at).skip(start.max(at.saturating_sub(FURTHEST_DATE)));
        let is_date = |line: &Line<'_>| {
            line.text.len() <= LONGEST_DATE && matches!(date_line(line.text), Some(DateLine::When(_)))
        };
        let Some((date, _)) = above.find(|(_, line)| is_date(line)) else { return };
        // The title is the line above its date, unless the section began there.
        let title = date.saturating_sub(1);
        let first = if title > start && self.names.label(title).is_none() { title } else { date };
        self.open(None, first, SectionRole::Other, Kind::Opening);
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
        // A moderator's name has the words of a heading.
        let is_name = |at: usize, line: &Line<'_>| {
            !line.text.ends_with(':') && (heading_of(line.text).is_none() || self.names.is_sure(at))
        };
        let mut between = between.take_while(|(at, line)| is_name(*at, line));
        // Its name, right below the heading.
        let below = self.names.label(at + 2);
        if !right_there
            && (below == Some(Label::Report)
                || (below == Some(Label::Arguments) && self.names.is_name(at + 1)))
        {
            return true;
        }
        // On a redesigned page `Speakers` and `Arguments` stand above those of an agreement as well.
        let may_be_agreement = self.redesigned || right_there;
        between.any(|(at, _)| if may_be_agreement { self.names.is_sure(at) } else { self.names.is_name(at) })
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
        self.reach = None;
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
