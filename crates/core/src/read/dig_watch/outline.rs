//! Where the sections of a page are, before any of them is read.

use std::ops::Range;

use crate::model::SectionRole;
use crate::read::grammar::quantity::Measure;
use crate::read::lines::Line;

use super::headings::{Counts, Heading, heading_of};
use super::labels::{Label, item, label_of, statistic_of};

/// A page in sections.
#[derive(Debug)]
pub(super) struct Outline {
    /// The lines above the first heading.
    pub(super) opening: Range<usize>,
    /// The sections, in order; together with the opening they hold every line.
    pub(super) stretches: Vec<Stretch>,
    /// What each line would be the label of in a profile.
    labels: Vec<Option<Label>>,
    /// The lines that hold the name of a profile, ascending.
    names: Vec<usize>,
    /// Whether a section of profiles has been opened.
    profiles: bool,
}

/// A section: its heading and the lines under it.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) role: SectionRole,
    pub(super) kind: Kind,
    pub(super) heading: Option<usize>,
    pub(super) lines: Range<usize>,
    /// Whether it stands above the report and the transcript.
    pub(super) opening: bool,
}

/// By which grammar a section is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Prose,
    Transcript,
    Profiles,
}

impl Outline {
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let labels: Vec<_> = lines.iter().map(|line| label_of(line.text).map(|(label, _)| label)).collect();
        let names = names(lines, &labels);
        let headings: Vec<_> =
            (0..).zip(lines).filter_map(|(at, line)| Some((at, heading_of(line.text)?))).collect();
        let mut outline = Self { opening: 0..0, stretches: Vec::new(), labels, names, profiles: false };
        let first_profile = outline.names.first().map(|&name| outline.with_initials(lines, name));
        // The entries of the first table of contents.
        let mut contents: Option<Range<usize>> = None;
        for &(at, heading) in &headings {
            if first_profile.is_some_and(|first| first <= at) {
                outline.open_profiles(first_profile);
            }
            if contents.as_ref().is_some_and(|entries| entries.contains(&at)) {
                continue;
            }
            if let Some((role, kind)) = outline.opens(lines, at, heading) {
                outline.open(Some(at), at + 1, role, kind);
                if role == SectionRole::TableOfContents && contents.is_none() {
                    contents = Some(entries(lines, &headings, at));
                }
            }
        }
        outline.open_profiles(first_profile);
        outline.close(lines.len());
        outline
    }

    /// Whether line `at` holds the name of a profile.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.names.binary_search(&at).is_ok()
    }

    /// What line `at` is the label of, if it stands in a profile.
    pub(super) fn label(&self, at: usize) -> Option<Label> {
        self.labels.get(at).copied().flatten()
    }

    /// The lines that hold the name of a profile.
    pub(super) fn names(&self) -> &[usize] {
        &self.names
    }

    /// What the line `at`, which has the words of `heading`, opens if it is one.
    fn opens(&self, lines: &[Line<'_>], at: usize, heading: &Heading) -> Option<(SectionRole, Kind)> {
        if self.is_name(at) {
            return None;
        }
        let in_opening = self.stretches.last().is_none_or(|last| last.opening);
        let now = self.stretches.last().map_or(Kind::Prose, |last| last.kind);
        let closes = || lines.get(at + 1).is_none_or(|next| heading_of(next.text).is_some());
        let opens = match heading.counts {
            Counts::Everywhere => true,
            Counts::InOpening => in_opening,
            Counts::BeforeLabel => lines.get(at + 1).is_some_and(|next| next.text.ends_with(':')),
            Counts::BeforeProfile => {
                self.profile_follows(lines, at) || in_opening || (now != Kind::Profiles && closes())
            }
        };
        let role = match heading.counts {
            // A list of names, not their profiles.
            Counts::BeforeProfile if in_opening && !self.profile_follows(lines, at) => SectionRole::Other,
            _ => heading.role,
        };
        let kind = match role {
            SectionRole::Transcript => Kind::Transcript,
            SectionRole::Speakers => Kind::Profiles,
            _ => Kind::Prose,
        };
        opens.then_some((role, kind))
    }

    /// Whether a profile starts right behind line `at`: a name, with or without initials.
    fn profile_follows(&self, lines: &[Line<'_>], at: usize) -> bool {
        let report = |at: usize| self.label(at) == Some(Label::Report);
        self.is_name(at + 1)
            || self.is_name(at + 2)
            || report(at + 2)
            || (report(at + 3) && is_initials_of(lines, at + 1))
    }

    /// The line on which the profile named on line `name` starts.
    fn with_initials(&self, lines: &[Line<'_>], name: usize) -> usize {
        match name.checked_sub(1) {
            Some(before) if is_initials_of(lines, before) => before,
            _ => name,
        }
    }

    /// Opens the section of the profiles without a heading, where the first one starts outside of it.
    fn open_profiles(&mut self, first: Option<usize>) {
        if let Some(first) = first.filter(|_| !self.profiles) {
            self.open(None, first, SectionRole::Speakers, Kind::Profiles);
        }
    }

    fn open(&mut self, heading: Option<usize>, first: usize, role: SectionRole, kind: Kind) {
        self.close(heading.unwrap_or(first));
        let opening = match role {
            SectionRole::TableOfContents | SectionRole::KnowledgeGraph => true,
            SectionRole::Other => heading.is_some(),
            _ => false,
        };
        let opening = opening && self.stretches.last().is_none_or(|last| last.opening);
        self.profiles |= kind == Kind::Profiles;
        self.stretches.push(Stretch { role, kind, heading, lines: first..first, opening });
    }

    /// Ends the section that is open in front of line `end`.
    fn close(&mut self, end: usize) {
        match self.stretches.last_mut() {
            Some(last) => last.lines.end = end.max(last.lines.start),
            None => self.opening.end = end,
        }
    }
}

/// The lines that hold the name of a profile: a name is followed by its first statistic, or by `Arguments`.
fn names(lines: &[Line<'_>], labels: &[Option<Label>]) -> Vec<usize> {
    let mut names = Vec::new();
    for (next, label) in labels.iter().enumerate().skip(1) {
        let at = next - 1;
        let Some(name) = lines.get(at) else { continue };
        let called = labels.get(at).copied().flatten();
        let above = at.checked_sub(1).and_then(|above| lines.get(above));
        let is_name = match label {
            // Somebody may be called `Report`; nobody is called `Speech speed`.
            Some(Label::Statistic(below)) => {
                !matches!(called, Some(Label::Statistic(_))) && !is_value(above, name, Some(*below))
            }
            Some(Label::Arguments) => called.is_none() && !is_value(above, name, None),
            _ => false,
        };
        if is_name && may_be_name(name.text) {
            names.push(at);
        }
    }
    names
}

/// Whether a line in front of the label of the statistic `below`, or of no statistic, is the value of the statistic
/// `above` it.
fn is_value(above: Option<&Line<'_>>, line: &Line<'_>, below: Option<Measure>) -> bool {
    let Some((above, "")) = above.and_then(|above| statistic_of(above.text)) else { return false };
    // `Speech time`, nothing, `Chair`, `Speech speed`: the statistics begin anew, so the line is a name.
    let begins_anew = below.is_some_and(|below| below <= above);
    !begins_anew || line.text.starts_with(|c: char| c.is_ascii_digit())
}

/// The longest name looked for, in bytes.
const LONGEST_NAME: usize = 120;

/// Whether a line can be a name at all: short, no item, no label but a word, no sentence.
pub(super) fn may_be_name(line: &str) -> bool {
    let sentence = || line.ends_with(['.', '!', '?', ':', ';']) && line.split_whitespace().count() > 5;
    line.len() <= LONGEST_NAME
        && !sentence()
        && item(line).is_none()
        && !matches!(label_of(line), Some((Label::Topics | Label::Facts, _)))
        && line.contains(char::is_alphanumeric)
}

/// Whether line `at` holds the initials of the name on the next line: `JH` above `Joyce Hakmeh`.
pub(super) fn is_initials_of(lines: &[Line<'_>], at: usize) -> bool {
    let (Some(initials), Some(name)) = (lines.get(at), lines.get(at + 1)) else { return false };
    let (initials, name) = (initials.text, name.text);
    if initials.len() > 16 || initials.chars().count() > 4 || !initials.chars().all(char::is_alphanumeric) {
        return false;
    }
    // No lower case: `Bo` above `Bo Nilsson` is no pair of initials, nor is `I` above `i`.
    if initials.chars().any(char::is_lowercase) || initials == name {
        return false;
    }
    let mut letters = name.chars().flat_map(char::to_uppercase);
    let in_order =
        initials.chars().flat_map(char::to_uppercase).all(|initial| letters.any(|letter| letter == initial));
    let first = |text: &str| text.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().to_string());
    in_order && first(initials) == first(name)
}

/// The lines under a table of contents that list the headings of the page: headings one below the other that all
/// come again further down. On most pages there are none.
fn entries(lines: &[Line<'_>], headings: &[(usize, &Heading)], contents: usize) -> Range<usize> {
    let start = contents + 1;
    let is_entry =
        |line: &Line<'_>| heading_of(line.text).is_some() || line.text.eq_ignore_ascii_case("disclaimer");
    let end = start + lines.iter().skip(start).take_while(|line| is_entry(line)).count();
    let mut later: Vec<&Heading> = Vec::new();
    for &(_, heading) in headings.iter().filter(|(at, _)| *at >= end) {
        if !later.contains(&heading) {
            later.push(heading);
        }
    }
    let mut entries = headings.iter().filter(|(at, _)| (start..end).contains(at));
    if end - start > 1 && entries.all(|(_, heading)| later.contains(heading)) {
        start..end
    } else {
        start..start
    }
}
