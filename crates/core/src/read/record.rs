//! The session as it is put together, whatever the dialect.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::Code;
use crate::model::{Dialect, Disclaimer, Event, Extra, Id, MeetingTime, Session, Span, Speech, Text, Title};

use super::Reading;
use super::grammar::date::When;
use super::ids::Ids;
use super::label::named;
use super::lines::Line;
use super::pieces::Pieces;
use super::speakers::Registry;

/// What has been read of a text so far. Every line is taken once, in order, by one of the methods that return or
/// keep its text.
#[derive(Debug)]
pub(super) struct Record<'src> {
    pub(super) pieces: Pieces<'src>,
    pub(super) session: Session<'src>,
    pub(super) speakers: Registry<'src>,
    pub(super) ids: Ids,
    pub(super) findings: Vec<Diagnostic>,
    /// How many speeches there have been.
    pub(super) speeches: usize,
}

impl<'src> Record<'src> {
    pub(super) fn new(source: &'src str, dialect: Dialect) -> Self {
        Self {
            pieces: Pieces::new(source),
            session: Session::new(dialect),
            speakers: Registry::default(),
            ids: Ids::default(),
            findings: Vec::new(),
            speeches: 0,
        }
    }

    /// Notes a finding at `text`.
    pub(super) fn find(&mut self, code: &'static Code, message: impl Into<String>, text: &Text<'_>) {
        self.findings.push(Diagnostic::of(code, message).at(text.content_span()));
    }

    /// Notes a finding at a line that has not been taken yet.
    pub(super) fn find_on(&mut self, code: &'static Code, message: impl Into<String>, line: &Line<'src>) {
        self.findings.push(Diagnostic::of(code, message).at(Span::new(line.at, line.at + line.text.len())));
    }

    /// Notes a finding about the whole text.
    pub(super) fn note(&mut self, code: &'static Code, message: impl Into<String>) {
        self.findings.push(Diagnostic::of(code, message));
    }

    /// Keeps the title `line`, which gives the session's `name` and, it may be, an event.
    pub(super) fn entitle(&mut self, line: Text<'src>, name: &'src str, event: Option<Event<'src>>) {
        let name = Cow::Borrowed(name);
        self.session.title = Some(Title { line, name, event, repeated: Vec::new(), extra: Extra::default() });
    }

    /// Keeps the date line, which says `when`.
    pub(super) fn time(&mut self, line: &Line<'src>, when: &When<'src>) {
        let line = self.pieces.line(line);
        self.date(line, when);
    }

    /// Keeps the text `line`, which says `when`.
    pub(super) fn date(&mut self, line: Text<'src>, when: &When<'src>) {
        self.session.time = Some(MeetingTime {
            line,
            date: when.date,
            start: when.hours.start,
            end: when.hours.end,
            zone: when.hours.zone.map(Cow::Borrowed),
            extra: Extra::default(),
        });
    }

    /// Keeps a line that only names or marks what it stands beside.
    pub(super) fn label(&mut self, line: &Line<'src>) {
        let text = self.pieces.line(line);
        self.session.labels.push(text);
    }

    /// Keeps a disclaimer.
    pub(super) fn disclaimer(&mut self, line: &Line<'src>) {
        let text = self.pieces.line(line);
        self.disclaim(text);
    }

    /// Keeps the text of a disclaimer.
    pub(super) fn disclaim(&mut self, text: Text<'src>) {
        let id = Id::numbered("disclaimer", self.session.disclaimers.len() + 1);
        self.session.disclaimers.push(Disclaimer { id, text });
    }

    /// The identifier of the speaker called `name`, who is entered if not met before.
    pub(super) fn meet(&mut self, name: impl Into<Cow<'src, str>>) -> Id {
        self.speakers.meet(name, &mut self.ids)
    }

    /// The identifier of the speaker whom `label` names, and whose role it may tell.
    pub(super) fn hear(&mut self, label: Cow<'src, str>) -> Id {
        match label {
            Cow::Borrowed(label) => {
                if let Some(id) = self.speakers.labelled(label) {
                    return id;
                }
                let named = named(label);
                let id = self.meet(named.name);
                if let Some(role) = named.role {
                    self.speakers.describe(named.name, role);
                }
                self.speakers.label(label, named.name);
                id
            }
            Cow::Owned(label) => self.meet(named(&label).name.to_owned()),
        }
    }

    /// The next speech, with nothing in it yet.
    pub(super) fn speech(&mut self) -> Speech<'src> {
        self.speeches += 1;
        let id = Id::numbered("speech", self.speeches);
        Speech {
            id,
            speaker: None,
            label: None,
            start: None,
            end: None,
            blocks: Vec::new(),
            extra: Extra::default(),
        }
    }

    /// The session and what was found, in the order of the source.
    pub(super) fn finish(mut self) -> Reading<'src> {
        // A text of blank lines alone: no line has taken them.
        self.session.unrecognised.extend(self.pieces.rest());
        self.session.speakers = self.speakers.into_speakers();
        self.findings.sort_by_key(|finding| finding.span);
        Reading { session: self.session, diagnostics: self.findings, certainty: None }
    }
}
