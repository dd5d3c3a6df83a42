//! The session as it is put together from a page.

use std::borrow::Cow;
use std::ops::{Deref, DerefMut};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes;
use crate::model::{Block, Content, Dialect, Extra, Id, Part, Section, SectionRole, Span, Text, slug};
use crate::read::Reading;
use crate::read::lines::Line;
use crate::read::record::Record;
use crate::read::speakers::{key, name_part};
use crate::read::{Map, Set};

use super::markdown;

/// What has been read of a page: the [record](Record) that any dialect makes, and what only these pages have.
#[derive(Debug)]
pub(super) struct Page<'src> {
    record: Record<'src>,
    /// The speakers that have a profile.
    pub(super) profiled: Set<Id>,
    /// How many arguments each speaker has made so far.
    pub(super) arguments: Map<Id, usize>,
    /// The sections so far that a page has once, by their role and, where several headings share it, their heading.
    roles: Set<(SectionRole, String)>,
    /// What the page says its speakers are, by the keys of their names.
    described: Map<String, &'src str>,
    /// How many points have been numbered.
    points: usize,
    /// Whether the line that was taken last announces a disclaimer.
    pub(super) disclaimer_next: bool,
    /// How many parts have been numbered.
    parts: usize,
    /// Where the text that was found no place for last ended, to report a run of lines once.
    unplaced: Option<(usize, usize)>,
}

impl<'src> Deref for Page<'src> {
    type Target = Record<'src>;

    fn deref(&self) -> &Record<'src> {
        &self.record
    }
}

impl<'src> DerefMut for Page<'src> {
    fn deref_mut(&mut self) -> &mut Record<'src> {
        &mut self.record
    }
}

impl<'src> Page<'src> {
    pub(super) fn new(source: &'src str) -> Self {
        Self {
            record: Record::new(source, Dialect::DigWatch),
            profiled: Set::default(),
            arguments: Map::default(),
            roles: Set::default(),
            described: Map::default(),
            points: 0,
            disclaimer_next: false,
            parts: 0,
            unplaced: None,
        }
    }

    /// Notes that `name` on a line of a speech may be a label.
    pub(super) fn doubtful_label(&mut self, line: &Line<'src>, name: &'src str) {
        let place = line.place(name);
        let message = format!("`{name}` may be a speaker's label; it was kept as part of the speech");
        let help = "if it is a label, give the speaker a profile or a heading in the report; else join the line to its speech";
        let finding = Diagnostic::of(&codes::AMBIGUOUS_LABEL, message);
        self.findings.push(finding.at(Span::new(place.start, place.end)).help(help));
    }

    /// Keeps a line that has no place, and says so.
    pub(super) fn unplaced(&mut self, line: &Line<'src>) {
        let text = self.pieces.line(line);
        let (span, content) = (text.span(), text.content_span());
        self.session.unrecognised.push(text);
        let finding = match self.unplaced {
            Some((end, finding)) if end == span.start => {
                if let Some(run) = self.findings.get_mut(finding) {
                    run.span = run.span.map(|span| span.to(content));
                }
                finding
            }
            _ => {
                let help = "the lines are kept as `unrecognised`; compare them with the page they come from";
                let finding =
                    Diagnostic::of(&codes::UNPLACED_TEXT, "this text belongs to no part of the page");
                self.findings.push(finding.at(content).help(help));
                self.findings.len() - 1
            }
        };
        self.unplaced = Some((span.end, finding));
    }

    /// A line of prose or of a speech, without the marks that tell what it is.
    pub(super) fn block(&mut self, line: &Line<'src>) -> Block<'src> {
        let (kind, text) = markdown::block(line.text);
        Block { kind, text: self.pieces.part(line, text) }
    }

    /// A part of prose that is about `speaker`, or about nobody.
    pub(super) fn part(&mut self, heading: Option<Text<'src>>, speaker: Option<Id>) -> Part<'src> {
        let id = match &speaker {
            Some(speaker) => Id::joined(&["report", name_part(speaker)], None),
            None => {
                self.parts += 1;
                Id::numbered("report", self.parts)
            }
        };
        Part { id: self.ids.claim(id), heading, speaker, blocks: Vec::new(), extra: Extra::default() }
    }

    /// Adds a section; without a heading it is called `name`.
    pub(super) fn section(
        &mut self,
        role: SectionRole,
        heading: Option<Text<'src>>,
        name: &str,
        content: Content<'src>,
    ) {
        if let Some(heading) = &heading
            && let Some(words) = once(role, heading)
            && !self.roles.insert((role, words))
        {
            self.find(
                &codes::REPEATED_SECTION,
                format!("the section `{heading}` occurs more than once"),
                heading,
            );
        }
        let own = heading.as_ref().map(|heading| slug(heading.as_str()));
        let id = self.ids.claim(Id::joined(&["section", own.as_deref().unwrap_or(name)], None));
        self.session.sections.push(Section { id, role, heading, content, extra: Extra::default() });
    }

    /// The identifier of the next point.
    pub(super) fn next_point(&mut self) -> Id {
        self.points += 1;
        Id::numbered("point", self.points)
    }

    /// Notes what the page says the speaker called `name` is. What it says first stays.
    pub(super) fn describe(&mut self, name: &str, role: &'src str) {
        self.described.entry(key(name)).or_insert(role);
    }

    /// The session and what was found.
    pub(super) fn finish(self) -> Reading<'src> {
        let mut reading = self.record.finish();
        for speaker in &mut reading.session.speakers {
            if let Some(role) = self.described.get(&key(&speaker.name)) {
                speaker.role.get_or_insert(Cow::Borrowed(role));
            }
        }
        reading
    }
}

/// What a section is known by when it comes again; `None` for those that a page has more than once.
fn once(role: SectionRole, heading: &Text<'_>) -> Option<String> {
    use SectionRole as Role;
    match role {
        Role::Other | Role::Participants | Role::Assessment => None,
        Role::Agreements | Role::Differences | Role::PartialAgreements | Role::Takeaways => {
            Some(slug(heading.as_str()))
        }
        _ => Some(String::new()),
    }
}
