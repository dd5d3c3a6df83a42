//! The debate: its parts, and who says what.

use crate::diagnostic::{Diagnostic, codes};
use crate::model::{
    Block, BlockKind, Content, Extra, Id, Moment, Section, SectionRole, Span, Speech, Text, slug,
};

use crate::read::label::LONGEST_LABEL;

use super::debate::Debate;
use super::frame::{Frame, Place};
use super::scan::Tag;

/// The name in a label: without the signs of the reporters in front, `*` and `†`, which tell of translations. Where
/// somebody's words were put into the label, there is none.
fn name_in(label: &str) -> Option<&str> {
    let name = label.trim_start_matches(['*', '†', '‡', '§', ' ']);
    (name.len() <= LONGEST_LABEL && name.contains(char::is_alphanumeric)).then_some(name)
}

impl<'src> Debate<'src> {
    /// A part of the debate begins. In a document of our own every part with an identifier is a section; in
    /// others' a part is one once it has a heading, or words where no section goes on.
    pub(super) fn start_section(&mut self, tag: &Tag<'src>, scope: usize) {
        self.close_speech();
        if let Some(id) = self.guid(tag) {
            let section = self.add_section(id, SectionRole::Transcript, None, Content::Speeches(Vec::new()));
            self.enter(scope, section);
        }
    }

    /// The heading of a part of the debate.
    pub(super) fn put_heading(&mut self, scope: usize, text: Text<'src>) {
        self.close_speech();
        let opened =
            self.scopes.get(scope).copied().flatten().and_then(|at| self.session.sections.get_mut(at));
        if let Some(section) = opened.filter(|section| self.ours && section.heading.is_none()) {
            section.heading = Some(text);
            return;
        }
        let id = self.ids.claim(Id::joined(&["section", &slug(text.as_str())], None));
        let section =
            self.add_section(id, SectionRole::Transcript, Some(text), Content::Speeches(Vec::new()));
        self.enter(scope, section);
    }

    fn enter(&mut self, scope: usize, section: usize) {
        if let Some(opened) = self.scopes.get_mut(scope) {
            *opened = Some(section);
        }
    }

    /// Adds a section; returns its place.
    pub(super) fn add_section(
        &mut self,
        id: Id,
        role: SectionRole,
        heading: Option<Text<'src>>,
        content: Content<'src>,
    ) -> usize {
        // Loose text goes on only in a section that is the last.
        self.prose.loose = None;
        self.session.sections.push(Section { id, role, heading, content, extra: Extra::default() });
        self.session.sections.len() - 1
    }

    /// The section that takes what is said in `scope` now: its own, as long as it is the last; else a new one
    /// without a heading.
    fn section_of_speech(&mut self, scope: usize) -> usize {
        let opened = self.scopes.get(scope).copied().flatten();
        let last = self.session.sections.len().wrapping_sub(1);
        match opened {
            Some(section) if section == last || self.ours => return section,
            Some(_) => {}
            None => {
                let is_open = |section: &Section<'_>| {
                    section.heading.is_none() && matches!(section.content, Content::Speeches(_))
                };
                if self.session.sections.last().is_some_and(is_open) {
                    return last;
                }
            }
        }
        let id = self.ids.claim(Id::new("section-transcript"));
        let section = self.add_section(id, SectionRole::Transcript, None, Content::Speeches(Vec::new()));
        self.enter(scope, section);
        section
    }

    /// Somebody begins to speak.
    pub(super) fn start_speech(&mut self, tag: &Tag<'src>, scope: usize) {
        self.close_speech();
        let section = self.section_of_speech(scope);
        let mut speech = self.new_speech(tag);
        let role = tag.reference("as").filter(|label| !label.is_empty());
        match tag.reference("by").filter(|label| !label.is_empty()) {
            Some(by) => {
                speech.speaker = self.people.refer(&by, &mut self.ids);
                if speech.speaker.is_none() {
                    self.tell_of_unknown(&by);
                    self.unknown_speaker = Some(by.clone());
                }
                if let Some(role) = role.and_then(|role| self.people.name(&role)).filter(|_| !self.ours) {
                    self.people.describe(&by, role);
                }
            }
            None => speech.speaker = role.and_then(|role| self.people.refer(&role, &mut self.ids)),
        }
        self.speech = Some((section, speech));
    }

    /// What happened, in a document of our own: with an identifier a speech of nobody, else the last speech goes on.
    pub(super) fn start_remarks(&mut self, tag: &Tag<'src>, scope: usize) {
        self.close_speech();
        let section = self.section_of_speech(scope);
        let speech = match (tag.raw("GUID"), self.session.sections.get_mut(section)) {
            (None, Some(Section { content: Content::Speeches(speeches), .. })) => speeches.pop(),
            _ => None,
        };
        let speech = speech.unwrap_or_else(|| self.new_speech(tag));
        self.speech = Some((section, speech));
    }

    /// Tells, once, that the references do not know the entry `by`.
    fn tell_of_unknown(&mut self, by: &str) {
        if self.unknown_speakers.insert(by.to_owned()) {
            let message = format!("a speech is by `{by}`, which the references do not know");
            let at = Span::new(self.scan.at.start, self.scan.at.end);
            self.findings.push(Diagnostic::of(&codes::AKN_UNKNOWN_SPEAKER, message).at(at));
        }
    }

    fn new_speech(&mut self, tag: &Tag<'src>) -> Speech<'src> {
        let id = self.guid(tag);
        let moment = |own, standard| -> Option<Moment> {
            tag.own(own).or_else(|| tag.get(standard)).and_then(|time| time.parse().ok())
        };
        let (start, end) = (moment("start", "startTime"), moment("end", "endTime"));
        Speech { start, end, ..self.nobodys_speech(id) }
    }

    fn nobodys_speech(&mut self, id: Option<Id>) -> Speech<'src> {
        self.plan.speeches += 1;
        let id = id.unwrap_or_else(|| {
            let wanted = format!("speech-{}", self.plan.speeches);
            self.ids.claim(Id::new(wanted))
        });
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

    /// The speech that is open ends, where there is one.
    pub(super) fn close_speech(&mut self) {
        let Some((section, mut speech)) = self.speech.take() else { return };
        let unknown = self.unknown_speaker.take();
        if speech.speaker.is_none() && !self.ours {
            let label = speech.label.as_ref().and_then(|label| name_in(label.as_str()));
            speech.speaker = self.people.call(unknown, label, &mut self.ids);
        }
        if let Some(Section { content: Content::Speeches(speeches), .. }) =
            self.session.sections.get_mut(section)
        {
            speeches.push(speech);
        }
    }

    /// An element names the speaker of the speech whose tag names nobody.
    pub(super) fn name_speaker(&mut self, tag: &Tag<'src>) {
        let is_label = self.top().block == super::names::Kind::From || tag.name == "from";
        if self.ours || !is_label {
            return;
        }
        let Some(label) = tag.reference("refersTo") else { return };
        if let Some((_, speech)) = &mut self.speech
            && speech.speaker.is_none()
        {
            speech.speaker = self.people.refer(&label, &mut self.ids);
        }
    }

    /// An hour that stands in the label of a speech.
    pub(super) fn time_speech(&mut self, time: Option<Moment>) {
        if let Some((_, speech)) = &mut self.speech {
            speech.start = speech.start.or(time);
        }
    }

    /// The label of a speech.
    pub(super) fn put_label(&mut self, text: Text<'src>) {
        match &mut self.speech {
            Some((_, speech)) if speech.label.is_none() && speech.blocks.is_empty() => {
                speech.label = Some(text)
            }
            Some((_, speech)) => speech.blocks.push(Block::paragraph(text)),
            None => self.put_spoken(&self.top(), BlockKind::Paragraph, text),
        }
    }

    /// A text of the debate: of the speech that is open, or of nobody.
    pub(super) fn put_spoken(&mut self, frame: &Frame<'src>, kind: BlockKind, text: Text<'src>) {
        if self.speech.is_none() || frame.place == Place::Debate {
            let section = self.section_of_speech(frame.scope);
            if self.speech.as_ref().is_none_or(|(open, _)| *open != section) {
                self.close_speech();
                let speech = self.nobodys_speech(None);
                self.speech = Some((section, speech));
            }
        }
        if let Some((_, speech)) = &mut self.speech {
            speech.blocks.push(Block { kind, text });
        }
    }
}
