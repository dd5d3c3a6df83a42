//! The session as it is put together from a page.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::{self, Code};
use crate::model::{
    Block, BlockKind, Content, Dialect, Disclaimer, Extra, Id, Part, Section, SectionRole, Session, Span,
    Text, slug,
};
use crate::read::Reading;
use crate::read::ids::Ids;
use crate::read::lines::Line;
use crate::read::pieces::Pieces;
use crate::read::speakers::{Registry, name_part};

use super::labels::item;

/// What has been read of a page. Every line is taken once, in order, by one of the methods that return or keep
/// its text.
#[derive(Debug)]
pub(super) struct Page<'src> {
    pub(super) pieces: Pieces<'src>,
    pub(super) session: Session<'src>,
    pub(super) speakers: Registry<'src>,
    pub(super) ids: Ids,
    findings: Vec<Diagnostic>,
    /// The speakers that have a profile.
    pub(super) profiled: HashSet<Id>,
    /// How many arguments each speaker has made so far.
    pub(super) arguments: HashMap<Id, usize>,
    /// The roles of the sections so far.
    roles: HashSet<SectionRole>,
    /// How many parts have been numbered.
    parts: usize,
    /// How many speeches there have been.
    pub(super) speeches: usize,
    /// Where the text that was found no place for last ended, to report a run of lines once.
    unplaced: Option<(usize, usize)>,
}

impl<'src> Page<'src> {
    pub(super) fn new(source: &'src str) -> Self {
        Self {
            pieces: Pieces::new(source),
            session: Session::new(Dialect::DigWatch),
            speakers: Registry::default(),
            ids: Ids::default(),
            findings: Vec::new(),
            profiled: HashSet::new(),
            arguments: HashMap::new(),
            roles: HashSet::new(),
            parts: 0,
            speeches: 0,
            unplaced: None,
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

    /// Notes that `name` on a line of a speech may be a label.
    pub(super) fn doubtful_label(&mut self, line: &Line<'src>, name: &'src str) {
        let place = line.place(name);
        let message = format!("`{name}` may be a speaker's label; it was kept as part of the speech");
        let help = "if it is a label, give the speaker a profile or a heading in the report; else join the line to its speech";
        let finding = Diagnostic::of(&codes::AMBIGUOUS_LABEL, message);
        self.findings.push(finding.at(Span::new(place.start, place.end)).help(help));
    }

    /// Notes a finding about the whole page.
    pub(super) fn note(&mut self, code: &'static Code, message: impl Into<String>) {
        self.findings.push(Diagnostic::of(code, message));
    }

    /// Keeps a line that only names what follows.
    pub(super) fn label(&mut self, line: &Line<'src>) {
        let text = self.pieces.line(line);
        self.session.labels.push(text);
    }

    /// Keeps a disclaimer.
    pub(super) fn disclaimer(&mut self, line: &Line<'src>) {
        let id = Id::numbered("disclaimer", self.session.disclaimers.len() + 1);
        let text = self.pieces.line(line);
        self.session.disclaimers.push(Disclaimer { id, text });
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

    /// A paragraph or an item of prose.
    pub(super) fn block(&mut self, line: &Line<'src>) -> Block<'src> {
        match item(line.text) {
            Some(entry) => Block { kind: BlockKind::Item, text: self.pieces.part(line, entry) },
            None => Block::paragraph(self.pieces.line(line)),
        }
    }

    /// A part of prose that is about `speaker`, or about nobody.
    pub(super) fn part(&mut self, heading: Option<Text<'src>>, speaker: Option<Id>) -> Part<'src> {
        let id = match &speaker {
            Some(speaker) => format!("report-{}", name_part(speaker)),
            None => {
                self.parts += 1;
                format!("report-{}", self.parts)
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
            && role != SectionRole::Other
            && !self.roles.insert(role)
        {
            self.find(
                &codes::REPEATED_SECTION,
                format!("the section `{heading}` occurs more than once"),
                heading,
            );
        }
        let name = heading.as_ref().map_or_else(|| name.to_owned(), |heading| slug(heading.as_str()));
        let id = self.ids.claim(format!("section-{name}"));
        self.session.sections.push(Section { id, role, heading, content, extra: Extra::default() });
    }

    /// The session and what was found, in the order of the source.
    pub(super) fn finish(mut self) -> Reading<'src> {
        // A text of blank lines alone: no line has taken them.
        self.session.unrecognised.extend(self.pieces.rest());
        self.session.speakers = self.speakers.into_speakers();
        self.findings.sort_by_key(|finding| finding.span);
        Reading { session: self.session, diagnostics: self.findings }
    }
}
