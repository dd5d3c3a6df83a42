//! Points made by several speakers or about them: agreements, differences, comments, questions.
//!
//! A point is a line, and below it labels with what is said of it: `Speakers`, `Arguments`, `Reason`. The next point
//! begins on the line in front of its first label; on the pages that have lost their labels, in front of its names.

use std::collections::HashSet;
use std::ops::Range;

use crate::model::{Content, Detail, DetailKind, Extra, Point, SectionRole};
use crate::read::lines::Line;
use crate::read::shape::ends_sentence;
use crate::read::speakers::key;

use super::brief;
use super::labels::{Label, is_bare_mark, item, label_of};
use super::names::Names;
use super::opening::disclaimer;
use super::page::Page;
use super::people;
use super::topics::{self, LONGEST_TOPIC};
use super::voices::Voices;

/// What the next line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Above the first point.
    Above,
    /// Behind labels whose point is lost.
    Lost,
    /// Below the text of a point, or behind what has one line only.
    Point,
    /// Behind the label of a detail, or among its lines.
    Detail(DetailKind),
    /// Behind `Topics`.
    Topics,
}

struct Points<'a, 'src> {
    page: &'a mut Page<'src>,
    voices: &'a Voices<'src>,
    names: &'a Names,
    lines: &'a [Line<'src>],
    end: usize,
    /// Whether the section has labels.
    labelled: bool,
    place: Place,
    /// Whether a label has just been read, with nothing below it yet.
    fresh: bool,
    /// Whether the topics now read stood on one line.
    joined: bool,
    /// The labels of the point that is being read.
    seen: Vec<Label>,
    /// The claims of the profiles by their keys, where the section has no labels.
    claims: HashSet<String>,
    done: Vec<Point<'src>>,
}

/// Reads the lines under the heading of a section of points.
pub(super) fn read<'src>(
    page: &mut Page<'src>,
    voices: &Voices<'src>,
    names: &Names,
    lines: &[Line<'src>],
    under: Range<usize>,
) -> Content<'src> {
    if under.is_empty() {
        return Content::Parts(Vec::new());
    }
    let labelled = under.clone().any(|at| names.any_label(at).is_some_and(is_of_point));
    let claims = if labelled { HashSet::new() } else { claims(page) };
    let mut points = Points {
        page,
        voices,
        names,
        lines,
        end: under.end,
        labelled,
        place: Place::Above,
        fresh: false,
        joined: false,
        seen: Vec::new(),
        claims,
        done: Vec::new(),
    };
    let mut at = under.start;
    while at < under.end {
        at = points.read_line(at);
    }
    Content::Points(points.done)
}

/// Whether a label is one of those below a point.
fn is_of_point(label: Label) -> bool {
    matches!(label, Label::Detail(_) | Label::Topics | Label::Arguments)
}

/// The claims of the profiles so far, by their keys.
fn claims(page: &Page<'_>) -> HashSet<String> {
    let arguments = page.session.profiles().flat_map(|profile| &profile.arguments);
    arguments.map(|argument| key(argument.claim.as_str())).collect()
}

impl<'src> Points<'_, 'src> {
    /// Reads line `at` and what belongs to it; returns the line to go on with.
    fn read_line(&mut self, at: usize) -> usize {
        let Some(&line) = self.lines.get(at) else { return at + 1 };
        let next = self.lines.get(at + 1).filter(|_| at + 1 < self.end);
        if disclaimer(self.page, &line, next) {
        } else if is_bare_mark(line.text) {
            self.page.label(&line);
        } else if let Some((label, words)) = label_of(line.text).filter(|(label, _)| is_of_point(*label))
            && !self.is_called_so(&line)
        {
            self.label(&line, label, words);
        } else if let Some(words) = self.summary(at) {
            self.label(&line, Label::Detail(DetailKind::Explanation), words);
        } else if is_of_assessment(line.text) {
            // Its heading is lost.
            self.place = Place::Lost;
            self.page.unplaced(&line);
        } else {
            let last = self.quoted_to(at).unwrap_or(at);
            if self.begins_point(last, &line) {
                self.point(at, last);
                return last + 1;
            }
            self.text_line(at, &line);
        }
        at + 1
    }

    /// The words behind `Summary` on line `at`, where it says what a point comes to: in an assessment that has lost its
    /// heading a level stands further down.
    fn summary(&self, at: usize) -> Option<&'src str> {
        let label = |at: usize| brief::label(SectionRole::Assessment, self.lines.get(at)?.text);
        let (_, words) = label(at).filter(|(label, _)| label.eq_ignore_ascii_case("summary"))?;
        let mut below = (at + 1..self.end).take(MOST_QUOTED);
        let is_assessment =
            below.find_map(label).is_some_and(|(label, _)| !label.eq_ignore_ascii_case("summary"));
        (matches!(self.place, Place::Detail(_) | Place::Topics) && !is_assessment).then_some(words)
    }

    /// Whether a line among the names of a point, though it has the words of a label, is a speaker's name: `Speaker`.
    fn is_called_so(&self, line: &Line<'src>) -> bool {
        matches!(self.place, Place::Detail(kind) if kind.names_speakers())
            && self.voices.named(line.text) == Some(line.text)
    }

    /// Reads line `at`, which is no label and no point with labels.
    fn text_line(&mut self, at: usize, line: &Line<'src>) {
        let fresh = std::mem::take(&mut self.fresh);
        match self.place {
            Place::Above | Place::Lost => self.page.unplaced(line),
            Place::Point => self.unlabelled(line),
            Place::Topics if fresh || item(line.text).is_some() || !self.ends_topics(line) => {
                self.topics(line, line.text);
            }
            Place::Detail(kind) if kind.names_speakers() => self.named(line, kind, line.text, fresh),
            Place::Detail(DetailKind::DiscussionPoint) if !fresh => self.point(at, at),
            Place::Topics => self.point(at, at),
            Place::Detail(kind) => self.text(line, kind, line.text),
        }
    }

    /// The last line of a quotation that begins on line `at` and goes over several paragraphs, with a label below it.
    fn quoted_to(&self, at: usize) -> Option<usize> {
        let line = self.lines.get(at)?.text;
        if !line.starts_with(['"', '“', '«', '„']) || closes(line) {
            return None;
        }
        let end = self.end.min(at + MOST_QUOTED);
        let mut below = (at + 1..end).take_while(|&at| self.names.any_label(at).is_none());
        let last = below.find(|&at| self.lines.get(at).is_some_and(|line| closes(line.text)))?;
        self.names.any_label(last + 1).is_some_and(is_of_point).then_some(last)
    }

    fn label(&mut self, line: &Line<'src>, label: Label, words: &'src str) {
        // Labels below no point: the point itself is lost.
        let again = label == Label::Detail(DetailKind::Speakers) && self.seen.contains(&label);
        if matches!(self.place, Place::Above | Place::Lost) || again {
            self.place = Place::Lost;
            return self.page.unplaced(line);
        }
        self.seen.push(label);
        self.place = match label {
            Label::Topics => Place::Topics,
            Label::Detail(kind) => Place::Detail(kind),
            _ => Place::Detail(DetailKind::Arguments),
        };
        self.fresh = words.is_empty();
        match self.place {
            _ if words.is_empty() => self.page.label(line),
            Place::Topics => self.topics(line, words),
            Place::Detail(kind) if kind.names_speakers() => self.named(line, kind, words, true),
            Place::Detail(kind) => self.text(line, kind, words),
            Place::Above | Place::Lost | Place::Point => {}
        }
    }

    /// Whether line `at`, which is no label, is the text of a point.
    fn begins_point(&self, at: usize, line: &Line<'src>) -> bool {
        let next = self.names.any_label(at + 1);
        let next = next.filter(|label| at + 1 < self.end && is_of_point(*label));
        if let Some(next) = next {
            return match self.place {
                Place::Above => true,
                Place::Lost => next == Label::Detail(DetailKind::Speakers),
                // What stands right behind a label is what it names.
                _ if self.fresh => false,
                _ => next == Label::Detail(DetailKind::Speakers) || self.seen.contains(&next),
            };
        }
        if self.labelled {
            return match self.place {
                Place::Above => true,
                Place::Point => self.seen.is_empty() && !people::are_known(self.voices, line.text),
                _ => false,
            };
        }
        let names_follow = self.lines.get(at + 1).filter(|_| at + 1 < self.end);
        let names_follow = names_follow.is_some_and(|next| people::are_known(self.voices, next.text));
        let is_names = !self.done.is_empty() && people::are_known(self.voices, line.text);
        !is_names && (self.done.is_empty() || names_follow || self.last_speakers().is_none())
    }

    /// Begins a point, whose text stands on the lines from `first` to `last`.
    fn point(&mut self, first: usize, last: usize) {
        let Some(lines) = self.lines.get(first..=last) else { return };
        let id = self.page.next_point();
        let text = match lines {
            [line] => self.page.pieces.part(line, item(line.text).unwrap_or(line.text)),
            _ => {
                let said = lines.iter().map(|line| line.text).collect::<Vec<_>>().join(" ");
                self.page.pieces.joined(lines, said)
            }
        };
        self.done.push(Point { id, text, topics: Vec::new(), details: Vec::new(), extra: Extra::default() });
        self.seen.clear();
        self.fresh = false;
        self.place = Place::Point;
    }

    /// Whoever makes the point that is being read, where that is known.
    fn last_speakers(&self) -> Option<&Detail<'src>> {
        self.done.last()?.details.iter().find(|detail| detail.kind == DetailKind::Speakers)
    }

    /// Reads a line below a point that has lost its labels: the names of those who make it, then their arguments, as
    /// their profiles have them, and what else is said.
    fn unlabelled(&mut self, line: &Line<'src>) {
        let among_names = self.done.last().and_then(|point| point.details.last());
        let among_names = among_names.is_some_and(|detail| detail.kind == DetailKind::Speakers);
        let is_clear = || people::is_clear(item(line.text).unwrap_or(line.text));
        if people::are_known(self.voices, line.text) || (among_names && is_clear()) {
            self.named(line, DetailKind::Speakers, line.text, true);
        } else {
            let is_claim = self.claims.contains(&key(item(line.text).unwrap_or(line.text)));
            let kind = if is_claim { DetailKind::Arguments } else { DetailKind::Explanation };
            self.text(line, kind, line.text);
        }
        self.place = Place::Point;
    }

    fn named(&mut self, line: &Line<'src>, kind: DetailKind, words: &'src str, fresh: bool) {
        if self.labelled && !fresh && item(words).is_none() && !people::is_someone(self.voices, words) {
            // The label above it is lost.
            return self.page.unplaced(line);
        }
        // Below the names a sentence says what they have in common.
        if words.len() > LONGEST_NAMES
            || (item(words).is_none() && ends_sentence(words) && !people::are_known(self.voices, words))
        {
            return self.text(line, DetailKind::Explanation, words);
        }
        let names = people::split(self.voices, words);
        let (texts, speakers) = people::read(self.page, self.voices, line, &names);
        let detail = self.detail(kind);
        if let Some(detail) = detail {
            detail.texts.extend(texts);
            for speaker in speakers {
                if !detail.speakers.contains(&speaker) {
                    detail.speakers.push(speaker);
                }
            }
        }
    }

    fn text(&mut self, line: &Line<'src>, kind: DetailKind, words: &'src str) {
        let text = self.page.pieces.part(line, item(words).unwrap_or(words));
        if let Some(detail) = self.detail(kind) {
            detail.texts.push(text);
        }
    }

    /// The detail that is being read.
    fn detail(&mut self, kind: DetailKind) -> Option<&mut Detail<'src>> {
        let details = &mut self.done.last_mut()?.details;
        if details.last().is_none_or(|last| last.kind != kind) {
            details.push(Detail { kind, texts: Vec::new(), speakers: Vec::new(), extra: Extra::default() });
        }
        details.last_mut()
    }

    fn topics(&mut self, line: &Line<'src>, words: &'src str) {
        let texts = topics::read(self.page, line, words);
        self.joined = texts.len() > 1;
        if let Some(point) = self.done.last_mut() {
            point.topics.extend(texts);
        }
    }

    /// Whether a line below topics is none: they all stood on one line, or it is no line a topic is.
    fn ends_topics(&self, line: &Line<'src>) -> bool {
        self.joined || ends_sentence(line.text) || line.text.len() > LONGEST_TOPIC
    }
}

/// Whether a line is a label of an overall assessment, alone on its line.
fn is_of_assessment(line: &str) -> bool {
    matches!(brief::label(SectionRole::Assessment, line), Some((_, "")))
}

/// Whether a line ends with the end of a quotation.
fn closes(line: &str) -> bool {
    line.len() > 1 && line.trim_end_matches(['.', ',']).ends_with(['"', '”', '»', '“'])
}

/// The most lines of a quotation.
const MOST_QUOTED: usize = 8;
/// The longest list of names, in bytes.
const LONGEST_NAMES: usize = 400;
