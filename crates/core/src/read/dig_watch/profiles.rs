//! The profiles of the speakers: statistics, arguments, report.
//!
//! A claim, a name and a paragraph may look alike. What a line is follows from the labels around it: a name is
//! followed by its statistics ([names](super::names) has found those), a claim by its facts or topics.

use std::ops::Range;

use crate::diagnostic::codes;
use crate::model::{Declared, DetailKind, Extra, Id, Profile, Statistics, Text};
use crate::read::Set;
use crate::read::disclaimers::{Disclaims, disclaims};
use crate::read::grammar::quantity::{Measure, quantity};
use crate::read::lines::Line;
use crate::read::speakers::{key, name_part};

use super::arguments::Reading;
use super::headings::unmarked;
use super::labels::{Label, is_bare_mark, statistic_of};
use super::names::{LONGEST_INITIALS, Names, is_initials, is_short_and_capital, may_be_name};
use super::page::Page;
use super::voices::Voices;

/// Where in a profile a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Above the first profile.
    Above,
    /// Below the name, among the statistics.
    Statistics,
    /// Among the arguments, where a claim is next.
    Arguments,
    /// Behind `Supporting facts:`.
    Facts,
    /// Behind `Topics:` with nothing on the line.
    Topics,
    /// Behind the label of a detail.
    Detail(DetailKind),
    /// Behind labels of a claim that is lost itself.
    Lost,
    /// Behind `Report`.
    Report,
}

/// The profiles of a section, line by line.
pub(super) struct Profiles<'a, 'src> {
    pub(super) page: &'a mut Page<'src>,
    pub(super) voices: &'a Voices<'src>,
    pub(super) names: &'a Names,
    /// The lines of the whole page, and where the section ends.
    pub(super) lines: &'a [Line<'src>],
    pub(super) end: usize,
    /// Whether the arguments are those of a redesigned page.
    pub(super) is_detailed: bool,
    /// The keys of the names that have a profile in the outline, or have been given one.
    profiled: Set<String>,
    pub(super) place: Place,
    /// Whether `Arguments` has been read in the profile.
    headed: bool,
    pub(super) reading: Reading,
    pub(super) done: Vec<Profile<'src>>,
}

/// Whether the lines hold a profile: a name, the label of a statistic and its value.
pub(super) fn detect(lines: &[Line<'_>]) -> bool {
    lines.windows(3).any(|three| match three {
        [name, label, value] => statistic_of(label.text).is_some_and(|(measure, rest)| {
            rest.is_empty() && quantity(measure, value.text).is_some() && may_be_name(name.text)
        }),
        _ => false,
    })
}

/// Reads the lines under the heading of the profiles.
pub(super) fn read<'src>(
    page: &mut Page<'src>,
    voices: &Voices<'src>,
    names: &Names,
    lines: &[Line<'src>],
    under: Range<usize>,
) -> Vec<Profile<'src>> {
    let named = under.clone().filter(|&at| names.is_name(at)).filter_map(|at| lines.get(at));
    let mut profiles = Profiles {
        page,
        voices,
        names,
        lines,
        end: under.end,
        is_detailed: names.have_details(lines, under.clone()),
        profiled: named.map(|line| key(unmarked(line.text))).collect(),
        place: Place::Above,
        headed: false,
        reading: Reading::default(),
        done: Vec::new(),
    };
    let mut at = under.start;
    while at < under.end {
        at = profiles.read_line(at);
    }
    profiles.done
}

impl<'src> Profiles<'_, 'src> {
    /// Reads line `at` and what belongs to it; returns the line to go on with.
    fn read_line(&mut self, at: usize) -> usize {
        let Some(&line) = self.line(at) else { return at + 1 };
        if self.starts(at) {
            self.begin(&line, None);
            return at + 1;
        }
        if self.is_initials(at) && at + 1 < self.end && self.starts(at + 1) {
            let initials = self.page.pieces.line(&line);
            if let Some(&name) = self.line(at + 1) {
                self.begin(&name, Some(initials));
            }
            return at + 2;
        }
        let label = self.names.any_label(at);
        if label.is_none() && disclaims(line.text) == Some(Disclaims::Itself) {
            self.page.disclaimer(&line);
            return at + 1;
        }
        if self.in_profile() && is_bare_mark(line.text) {
            self.page.label(&line);
            return at + 1;
        }
        if self.place == Place::Above && is_subtitle(line.text) {
            self.page.label(&line);
            return at + 1;
        }
        if self.in_profile() && self.has_lost_name(at) {
            self.place = Place::Above;
            self.page.unplaced(&line);
            return at + 1;
        }
        match label {
            Some(Label::Statistic(measure)) => return self.statistic(at, &line, measure),
            Some(Label::Arguments) if self.in_profile() && self.heads_arguments(at, &line) => {
                self.headed = true;
                self.place = Place::Arguments;
                match self.names.words(at, &line) {
                    "" => self.page.label(&line),
                    words => self.claim(&line, words),
                }
            }
            Some(Label::Report) if self.in_profile() && self.place != Place::Report && !self.is_claim(at) => {
                self.page.label(&line);
                self.place = Place::Report;
            }
            Some(label) if label.is_of_claim() && self.is_label(at, label) => {
                if self.argument().is_some() {
                    return self.claim_label(at, &line, label, self.names.words(at, &line));
                }
                // Its claim is lost.
                if label.is_claim_detail() {
                    self.place = Place::Lost;
                }
                self.page.unplaced(&line);
            }
            _ => return self.text(at, &line),
        }
        at + 1
    }

    /// Whether `Arguments` on line `at` is the heading: the first one is, even where it has changed places with its first
    /// claim. Further down it may be a claim, or begin one.
    fn heads_arguments(&self, at: usize, line: &Line<'src>) -> bool {
        !self.headed || (!self.is_claim(at) && self.names.words(at, line).is_empty())
    }

    /// Whether a label of what is said of a claim is one on line `at`: below a claim, or below `Arguments` where the
    /// claim is lost.
    fn is_label(&mut self, at: usize, label: Label) -> bool {
        let below = match self.place {
            Place::Arguments | Place::Lost => true,
            Place::Statistics => label.is_claim_detail(),
            Place::Above | Place::Report => false,
            Place::Facts | Place::Topics | Place::Detail(_) => true,
        };
        // Two people may agree on `Evidence`.
        let is_value = self.reading.fresh
            && matches!(
                self.place,
                Place::Detail(DetailKind::AgreedOn | DetailKind::DisagreedOn | DetailKind::DiscussionPoint)
            )
            && self.next_label(at).is_some();
        below && !is_value && (!label.is_claim_detail() || (self.is_detailed && !self.is_claim(at)))
    }

    pub(super) fn line(&self, at: usize) -> Option<&Line<'src>> {
        self.lines.get(at).filter(|_| at < self.end)
    }

    fn in_profile(&self) -> bool {
        self.place != Place::Above
    }

    /// Whether a profile starts with the name on line `at`: statistics or arguments follow, or the page knows the
    /// speaker, no other profile is theirs, and a report, another profile or the end follows.
    pub(super) fn starts(&self, at: usize) -> bool {
        self.names.is_name(at) || self.starts_unlabelled(at)
    }

    /// Whether a profile starts with the name on line `at` though no label says so.
    fn starts_unlabelled(&self, at: usize) -> bool {
        let report_follows = self.next_label(at) == Some(Label::Report) && !self.names.is_name(at + 1);
        let settled = matches!(self.place, Place::Above | Place::Report);
        // Nearly every line goes on with the profile that is open.
        if !report_follows && !settled {
            return false;
        }
        let Some(line) = self.line(at) else { return false };
        let profile_follows = || {
            at + 1 >= self.end
                || self.names.is_name(at + 1)
                || (self.names.is_name(at + 2) && is_initials(self.lines, at + 1))
        };
        let is_first = || {
            self.place == Place::Above
                && report_follows
                && self.names.label(at).is_none()
                && may_be_name(line.text)
        };
        is_first()
            || ((report_follows || profile_follows())
                && self.voices.named(line.text) == Some(line.text)
                && !self.profiled.contains(&key(line.text)))
    }

    /// Whether line `at` holds the initials of the name below: its letters, or any two or three capitals where
    /// nothing else is to be expected.
    fn is_initials(&self, at: usize) -> bool {
        if self.line(at).is_none_or(|line| line.text.len() > LONGEST_INITIALS) {
            return false;
        }
        let any = |line: &Line<'_>| is_short_and_capital(line.text, 3) && self.names.is_name(at + 1);
        let expected = !matches!(
            self.place,
            Place::Arguments | Place::Facts | Place::Topics | Place::Detail(_) | Place::Lost
        );
        is_initials(self.lines, at) || (expected && self.line(at).is_some_and(any))
    }

    /// Whether line `at` holds the initials of a profile whose name is lost: nobody knows whose it is.
    fn has_lost_name(&self, at: usize) -> bool {
        matches!(self.next_label(at), Some(Label::Statistic(_)))
            && self.place != Place::Statistics
            && self.names.label(at).is_none()
            && self.line(at).is_some_and(|line| {
                is_short_and_capital(line.text, 3) && line.text.contains(char::is_alphabetic)
            })
    }

    /// Begins a profile.
    fn begin(&mut self, name: &Line<'src>, initials: Option<Text<'src>>) {
        let bare = unmarked(name.text);
        let speaker = self.page.meet(bare);
        self.profiled.insert(key(bare));
        let text = self.page.pieces.part(name, bare);
        if !self.page.profiled.insert(speaker.clone()) {
            self.page.find(&codes::REPEATED_PROFILE, format!("`{text}` has more than one profile"), &text);
        }
        // The one above is complete.
        if let Some(last) = self.done.last_mut() {
            last.arguments.shrink_to_fit();
        }
        let id = self.page.ids.claim(Id::joined(&["profile", name_part(&speaker)], None));
        self.done.push(Profile {
            id,
            speaker,
            initials,
            name: text,
            statistics: Statistics::default(),
            arguments: Vec::new(),
            report: Vec::new(),
            extra: Extra::default(),
        });
        self.place = Place::Statistics;
        self.headed = false;
    }

    /// Reads a statistic whose label stands on line `at`, and its value behind it or on the next line.
    fn statistic(&mut self, at: usize, label: &Line<'src>, measure: Measure) -> usize {
        let free = self.place == Place::Statistics
            && self.done.last_mut().is_some_and(|last| slot(last, measure).is_none());
        if !free {
            // Below no name, or the same one twice.
            if self.place != Place::Statistics {
                // A profile begins whose name is lost: what follows is nobody's we know.
                self.place = Place::Above;
            }
            self.page.unplaced(label);
            return at + 1;
        }
        let value = self.names.words(at, label);
        let (text, next) = if value.is_empty() {
            self.page.label(label);
            let below = self.line(at + 1).copied().filter(|_| self.names.label(at + 1).is_none());
            let Some(value) = below.filter(|_| !self.starts_at_or_below(at + 1)) else {
                let message = "the value of this statistic is missing";
                self.page.find_on(&codes::UNREADABLE_STATISTIC, message, label);
                return at + 1;
            };
            (self.page.pieces.line(&value), at + 2)
        } else {
            (self.page.pieces.part(label, value), at + 1)
        };
        let value = quantity(measure, text.as_str());
        if value.is_none() {
            let message = format!("`{text}` is no whole number of {}", measure.unit());
            self.page.find(&codes::UNREADABLE_STATISTIC, message, &text);
        }
        if let Some(last) = self.done.last_mut() {
            *slot(last, measure) = Some(Declared { value, text, extra: Extra::default() });
        }
        next
    }

    /// Whether a profile starts on line `at`, with its initials or its name.
    fn starts_at_or_below(&self, at: usize) -> bool {
        self.starts(at) || (self.is_initials(at) && self.starts(at + 1))
    }
}

/// Whether a line only says what the section below its heading is.
fn is_subtitle(line: &str) -> bool {
    const START: &str = "detailed breakdown of each speaker";
    line.get(..START.len()).is_some_and(|start| start.eq_ignore_ascii_case(START))
}

fn slot<'p, 'src>(profile: &'p mut Profile<'src>, measure: Measure) -> &'p mut Option<Declared<'src>> {
    match measure {
        Measure::Speed => &mut profile.statistics.speed,
        Measure::Length => &mut profile.statistics.length,
        Measure::Time => &mut profile.statistics.time,
    }
}
