//! The profiles of the speakers: statistics, arguments, report.
//!
//! A claim, a name and a paragraph may look alike. What a line is follows from the labels around it: a name is
//! followed by its statistics ([names](super::names) has found those), a claim by its facts or topics.

use std::collections::HashSet;
use std::ops::Range;

use crate::diagnostic::codes;
use crate::model::{Argument, Declared, Extra, Id, Profile, Statistics, Text};
use crate::read::grammar::quantity::{Measure, quantity};
use crate::read::lines::Line;
use crate::read::speakers::{key, name_part};

use super::labels::{Label, item, label_of, statistic_of};
use super::names::{Names, is_initials, is_short_and_capital, may_be_name};
use super::page::Page;
use super::voices::Voices;

/// Where in a profile a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
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
    /// Behind `Report`.
    Report,
}

/// The profiles of a section, line by line.
struct Profiles<'a, 'src> {
    page: &'a mut Page<'src>,
    voices: &'a Voices,
    names: &'a Names,
    /// The lines of the whole page, and where the section ends.
    lines: &'a [Line<'src>],
    end: usize,
    /// The keys of the names that have a profile in the outline, or have been given one.
    profiled: HashSet<String>,
    place: Place,
    /// Whether the facts now read have no bullets.
    bare_facts: bool,
    done: Vec<Profile<'src>>,
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
    voices: &Voices,
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
        profiled: named.map(|line| key(line.text)).collect(),
        place: Place::Above,
        bare_facts: false,
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
        match self.names.label(at) {
            Some(Label::Statistic(measure)) => return self.statistic(at, &line, measure),
            Some(Label::Arguments) if self.in_profile() && !self.is_claim(at) => {
                self.page.label(&line);
                self.place = Place::Arguments;
            }
            Some(Label::Report) if self.in_profile() && self.place != Place::Report && !self.is_claim(at) => {
                self.page.label(&line);
                self.place = Place::Report;
            }
            Some(Label::Facts) if self.argument().is_some() => {
                self.page.label(&line);
                self.place = Place::Facts;
                self.bare_facts = false;
            }
            Some(Label::Topics) if self.argument().is_some() => self.topics(&line),
            _ => self.text(at, &line),
        }
        at + 1
    }

    fn line(&self, at: usize) -> Option<&Line<'src>> {
        self.lines.get(at).filter(|_| at < self.end)
    }

    fn in_profile(&self) -> bool {
        self.place != Place::Above
    }

    /// The argument that is being read.
    fn argument(&mut self) -> Option<&mut Argument<'src>> {
        match self.place {
            Place::Arguments | Place::Facts | Place::Topics => self.done.last_mut()?.arguments.last_mut(),
            _ => None,
        }
    }

    /// Whether a profile starts with the name on line `at`: statistics or arguments follow, or the page knows the
    /// speaker, no other profile is theirs, and a report, another profile or the end follows.
    fn starts(&self, at: usize) -> bool {
        if self.names.is_name(at) {
            return true;
        }
        let Some(line) = self.line(at) else { return false };
        let follows_report = || self.next_label(at) == Some(Label::Report);
        let follows_profile = || {
            at + 1 >= self.end
                || self.names.is_name(at + 1)
                || (is_initials(self.lines, at + 1) && self.names.is_name(at + 2))
        };
        let settled = matches!(self.place, Place::Above | Place::Report);
        let first_with_report = || {
            self.place == Place::Above
                && follows_report()
                && self.names.label(at).is_none()
                && may_be_name(line.text)
        };
        first_with_report()
            || ((follows_report() || (settled && follows_profile()))
                && self.voices.named(line.text) == Some(line.text)
                && !self.profiled.contains(&key(line.text)))
    }

    /// Whether line `at` holds the initials of the name below: its letters, or any two or three capitals where
    /// nothing else is to be expected.
    fn is_initials(&self, at: usize) -> bool {
        let any = |line: &Line<'_>| is_short_and_capital(line.text, 3) && self.names.is_name(at + 1);
        let expected = !matches!(self.place, Place::Arguments | Place::Facts | Place::Topics);
        is_initials(self.lines, at) || (expected && self.line(at).is_some_and(any))
    }

    /// Begins a profile.
    fn begin(&mut self, name: &Line<'src>, initials: Option<Text<'src>>) {
        let speaker = self.page.meet(name.text);
        self.profiled.insert(key(name.text));
        let text = self.page.pieces.line(name);
        if !self.page.profiled.insert(speaker.clone()) {
            self.page.find(&codes::REPEATED_PROFILE, format!("`{text}` has more than one profile"), &text);
        }
        let id = self.page.ids.claim(format!("profile-{}", name_part(&speaker)));
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
    }

    /// Reads a statistic whose label stands on line `at`, and its value behind it or on the next line.
    fn statistic(&mut self, at: usize, label: &Line<'src>, measure: Measure) -> usize {
        let free = self.place == Place::Statistics
            && self.done.last_mut().is_some_and(|last| slot(last, measure).is_none());
        if !free {
            // Below no name, or the same one twice.
            self.page.unplaced(label);
            return at + 1;
        }
        let value = label_of(label.text).map_or("", |(_, value)| value);
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

    /// Reads the topics of the argument that is being read.
    fn topics(&mut self, line: &Line<'src>) {
        let parts = split_topics(label_of(line.text).map_or("", |(_, topics)| topics));
        if parts.is_empty() {
            self.page.label(line);
            self.place = Place::Topics;
            return;
        }
        // A topic ends where the next one starts: the comma between them is behind it.
        let ends = parts.iter().skip(1).map(|next| line.place(next).start).chain([line.end]);
        let texts: Vec<_> =
            parts.iter().zip(ends).map(|(topic, end)| self.page.pieces.upto(line, topic, end)).collect();
        self.place = Place::Arguments;
        if let Some(argument) = self.argument() {
            argument.topics.extend(texts);
        }
    }

    /// Reads a line that is no label here.
    fn text(&mut self, at: usize, line: &Line<'src>) {
        if self.place == Place::Facts || self.place == Place::Topics {
            let entry = item(line.text);
            let bare = self.place == Place::Facts && entry.is_none();
            self.bare_facts |= bare && self.argument().is_some_and(|argument| argument.facts.is_empty());
            // Facts of its own make it a claim; topics may be those of the argument that is being read.
            let is_claim = self.next_label(at) == Some(Label::Facts);
            if !is_claim && (entry.is_some() || (bare && self.bare_facts)) {
                return self.fact(line);
            }
            self.place = Place::Arguments;
        }
        if self.place == Place::Arguments || (self.in_profile() && self.is_claim(at)) {
            return if self.is_unlabelled_fact(at, line) { self.fact(line) } else { self.claim(line) };
        }
        if self.place == Place::Report {
            let block = self.page.block(line);
            if let Some(last) = self.done.last_mut() {
                last.report.push(block);
            }
            return;
        }
        self.page.unplaced(line);
    }

    /// Whether facts or topics follow line `at`, so that it must be a claim.
    fn is_claim(&self, at: usize) -> bool {
        matches!(self.next_label(at), Some(Label::Facts | Label::Topics))
    }

    /// What the line below line `at` is the label of.
    fn next_label(&self, at: usize) -> Option<Label> {
        self.names.label(at + 1).filter(|_| at + 1 < self.end)
    }

    /// Whether an item among the arguments is a fact whose label is missing: below a claim that is no item itself.
    fn is_unlabelled_fact(&mut self, at: usize, line: &Line<'src>) -> bool {
        let below_claim = |argument: &mut Argument<'_>| {
            argument.topics.is_empty() && argument.claim.before().trim().is_empty()
        };
        item(line.text).is_some()
            && self.next_label(at) != Some(Label::Facts)
            && self.argument().is_some_and(below_claim)
    }

    /// Adds a fact, or behind `Topics:` a topic, to the argument that is being read.
    fn fact(&mut self, line: &Line<'src>) {
        let topics = self.place == Place::Topics;
        let text = self.page.pieces.part(line, item(line.text).unwrap_or(line.text));
        if let Some(argument) = self.argument() {
            if topics { argument.topics.push(text) } else { argument.facts.push(text) }
        }
    }

    fn claim(&mut self, line: &Line<'src>) {
        let Some(profile) = self.done.last_mut() else { return self.page.unplaced(line) };
        let count = self.page.arguments.entry(profile.speaker.clone()).or_insert(0);
        *count += 1;
        let id = Id::new(format!("argument-{}-{count}", name_part(&profile.speaker)));
        let claim = self.page.pieces.part(line, item(line.text).unwrap_or(line.text));
        profile.arguments.push(Argument {
            id,
            claim,
            facts: Vec::new(),
            topics: Vec::new(),
            details: Vec::new(),
            extra: Extra::default(),
        });
        self.place = Place::Arguments;
    }
}

fn slot<'p, 'src>(profile: &'p mut Profile<'src>, measure: Measure) -> &'p mut Option<Declared<'src>> {
    match measure {
        Measure::Speed => &mut profile.statistics.speed,
        Measure::Length => &mut profile.statistics.length,
        Measure::Time => &mut profile.statistics.time,
    }
}

/// The topics on a line: apart by a comma or semicolon, but not inside brackets or a number.
fn split_topics(line: &str) -> Vec<&str> {
    let mut topics = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in line.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 && !in_number(line, at) => {
                topics.push(line.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    topics.push(line.get(start..).unwrap_or_default());
    topics.into_iter().map(str::trim).filter(|topic| !topic.is_empty()).collect()
}

/// Whether a digit stands on either side of the byte `at`.
fn in_number(line: &str, at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| line.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    digit(at.checked_sub(1)) && digit(Some(at + 1))
}
