//! Sessions put together in code: what a reader would make of a page, without a reader.

use std::borrow::Cow;

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{
    Argument, Block, BlockKind, Content, Declared, Dialect, Disclaimer, Event, Extra, Id, MeetingTime, Part,
    Profile, Section, SectionRole, Speaker, SpeakerKind, Speech, Statistics, Text, Title,
};

/// A page in the making: gives every text its place in the source, one behind the other.
pub(crate) struct Page {
    at: usize,
    pub(crate) session: Session<'static>,
}

impl Page {
    pub(crate) fn new() -> Self {
        Self { at: 0, session: Session::new(Dialect::DigWatch) }
    }

    /// The next line of the page.
    pub(crate) fn line(&mut self, content: &str) -> Text<'static> {
        self.piece("", content, "\n")
    }

    pub(crate) fn piece(&mut self, before: &str, content: &str, after: &str) -> Text<'static> {
        let text = Text::from_parts(before, content, after, self.at);
        self.at = text.span().end;
        text
    }

    pub(crate) fn label(&mut self, label: &str) {
        let label = self.line(label);
        self.session.labels.push(label);
    }

    /// A title line `name | event`.
    pub(crate) fn title(&mut self, name: &str, event: Option<Event<'static>>) {
        let line = match &event {
            Some(event) => self.line(&format!("{name} | {}", event.label)),
            None => self.line(name),
        };
        let name = Cow::Owned(name.to_owned());
        self.session.title = Some(Title { line, name, event, repeated: Vec::new(), extra: Extra::default() });
    }

    pub(crate) fn time(
        &mut self,
        line: &str,
        date: &str,
        start: Option<&str>,
        end: Option<&str>,
        zone: Option<&str>,
    ) {
        self.session.time = Some(MeetingTime {
            line: self.line(line),
            date: date.parse().unwrap(),
            start: start.map(|time| time.parse().unwrap()),
            end: end.map(|time| time.parse().unwrap()),
            zone: zone.map(|zone| Cow::Owned(zone.to_owned())),
            extra: Extra::default(),
        });
    }

    pub(crate) fn disclaimer(&mut self, text: &str) {
        let id = Id::numbered("disclaimer", self.session.disclaimers.len() + 1);
        let text = self.line(text);
        self.session.disclaimers.push(Disclaimer { id, text });
    }

    pub(crate) fn speaker(&mut self, id: &str, name: &str, kind: SpeakerKind) -> Id {
        let id = Id::new(id);
        let name = Cow::Owned(name.to_owned());
        self.session.speakers.push(Speaker {
            id: id.clone(),
            name,
            kind,
            role: None,
            extra: Extra::default(),
        });
        id
    }

    /// A section whose content is put together by `content`, behind the heading.
    pub(crate) fn section(
        &mut self,
        id: &str,
        role: SectionRole,
        heading: Option<&str>,
        content: impl FnOnce(&mut Self) -> Content<'static>,
    ) {
        let heading = heading.map(|heading| self.line(heading));
        let content = content(self);
        self.session.sections.push(Section {
            id: Id::new(id),
            role,
            heading,
            content,
            extra: Extra::default(),
        });
    }

    pub(crate) fn block(&mut self, kind: BlockKind, text: &str) -> Block<'static> {
        let before = if kind == BlockKind::Item { "- " } else { "" };
        Block { kind, text: self.piece(before, text, "\n") }
    }

    pub(crate) fn paragraphs(&mut self, texts: &[&str]) -> Vec<Block<'static>> {
        texts.iter().map(|text| self.block(BlockKind::Paragraph, text)).collect()
    }

    pub(crate) fn part(
        &mut self,
        id: &str,
        heading: Option<&str>,
        speaker: Option<&Id>,
        blocks: impl FnOnce(&mut Self) -> Vec<Block<'static>>,
    ) -> Part<'static> {
        let heading = heading.map(|heading| self.line(heading));
        let blocks = blocks(self);
        Part { id: Id::new(id), heading, speaker: speaker.cloned(), blocks, extra: Extra::default() }
    }

    pub(crate) fn speech(
        &mut self,
        number: usize,
        label: Option<&str>,
        speaker: Option<&Id>,
        blocks: impl FnOnce(&mut Self) -> Vec<Block<'static>>,
    ) -> Speech<'static> {
        let label = label.map(|label| self.piece("", label, ":\n"));
        let blocks = blocks(self);
        Speech {
            id: Id::numbered("speech", number),
            speaker: speaker.cloned(),
            label,
            blocks,
            start: None,
            end: None,
            extra: Extra::default(),
        }
    }

    pub(crate) fn declared(&mut self, value: Option<u64>, text: &str) -> Option<Declared<'static>> {
        Some(Declared { value, text: self.line(text), extra: Extra::default() })
    }

    pub(crate) fn argument(
        &mut self,
        id: &str,
        claim: &str,
        facts: &[&str],
        topics: &[&str],
    ) -> Argument<'static> {
        Argument {
            id: Id::new(id),
            claim: self.line(claim),
            facts: facts.iter().map(|fact| self.piece("- ", fact, "\n")).collect(),
            topics: topics.iter().map(|topic| self.piece("", topic, ", ")).collect(),
            details: vec![],
            extra: Extra::default(),
        }
    }
}

/// A profile with nothing in it but a name.
pub(crate) fn profile(id: &str, speaker: &Id, name: Text<'static>) -> Profile<'static> {
    Profile {
        id: Id::new(id),
        speaker: speaker.clone(),
        initials: None,
        name,
        statistics: Statistics::default(),
        arguments: Vec::new(),
        report: Vec::new(),
        extra: Extra::default(),
    }
}

pub(crate) fn event(label: &str, series: &str, kind: Option<&str>, number: Option<&str>) -> Event<'static> {
    let owned = |text: &str| Cow::Owned(text.to_owned());
    Event {
        label: owned(label),
        series: owned(series),
        kind: kind.map(owned),
        number: number.map(owned),
        extra: Extra::default(),
    }
}

/// A page with every node of the model, in the layout of a session page.
pub(crate) fn whole() -> Session<'static> {
    let mut page = Page::new();
    page.title(
        "Harbours & hinterlands: who pays for \"green\" fuel?",
        Some(event("Harbour Week 2031 WS #12", "Harbour Week 2031", Some("WS"), Some("12"))),
    );
    page.time(
        "14 May 2031 23:30h - 00:15h UTC",
        "2031-05-14",
        Some("23:30:00"),
        Some("00:15:00"),
        Some("UTC"),
    );
    let repeated =
        page.line("Harbours & hinterlands: who pays for \"green\" fuel? | Harbour Week 2031 WS #12");
    page.session.title.as_mut().unwrap().repeated.push(repeated);

    let ines = page.speaker("speaker-inês-duarte", "Inês Duarte", SpeakerKind::Person);
    let union = page.speaker("speaker-pilots-union", "Pilots’ Union", SpeakerKind::Organization);
    let chair = page.speaker("speaker-chair", "Chair", SpeakerKind::Role);

    let nothing = |_: &mut Page| Content::Parts(Vec::new());
    page.section(
        "section-table-of-contents",
        SectionRole::TableOfContents,
        Some("Table of contents"),
        nothing,
    );
    page.disclaimer("Disclaimer: Made by a program from the recording; names may be misspelt.");
    page.section(
        "section-knowledge-graph",
        SectionRole::KnowledgeGraph,
        Some("Knowledge Graph of Debate"),
        nothing,
    );
    page.section("section-session-report", SectionRole::SessionReport, Some("Session report"), nothing);
    page.section("section-full-report", SectionRole::FullReport, Some("Full session report"), |page| {
        Content::Parts(vec![
            page.part("report-1", None, None, |page| page.paragraphs(&["The session asked one question."])),
            page.part("report-inês-duarte", Some("Inês Duarte"), Some(&ines), |page| {
                vec![
                    page.block(BlockKind::Paragraph, "She named two costs:"),
                    page.block(BlockKind::Item, "bunkers, at 40 < 60 million"),
                    page.block(BlockKind::Item, "training"),
                    page.block(BlockKind::Subheading, "What follows"),
                    page.block(BlockKind::Paragraph, "  Nobody\tdisagreed.\u{A0}"),
                ]
            }),
        ])
    });
    page.section("section-transcript", SectionRole::Transcript, Some("Session transcript"), |page| {
        Content::Speeches(vec![
            page.speech(1, Some("Chair"), Some(&chair), |page| {
                page.paragraphs(&["Welcome.", "Inês, please."])
            }),
            page.speech(2, Some("Inês Duarte"), Some(&ines), |page| {
                vec![
                    page.block(BlockKind::Paragraph, "Thank you. Fuel & ships: a < b, and ]]> is no end."),
                    page.block(BlockKind::Remark, "(Applause)"),
                ]
            }),
            page.speech(3, Some("Pilots’ Union"), Some(&union), |page| {
                page.paragraphs(&["We pilot all of them."])
            }),
            page.speech(4, None, None, |page| page.paragraphs(&["Can you hear me?"])),
        ])
    });
    page.section("section-speakers", SectionRole::Speakers, Some("Speakers"), |page| {
        let initials = page.line("ID");
        let name = page.line("Inês Duarte");
        let mut first = profile("profile-inês-duarte", &ines, name);
        first.initials = Some(initials);
        page.label("Speech speed");
        first.statistics.speed = page.declared(Some(131), "131 words per minute");
        page.label("Speech length");
        first.statistics.length = page.declared(Some(1031), "1031 words");
        page.label("Speech time");
        first.statistics.time = page.declared(None, "some secs");
        page.label("Arguments");
        first.arguments = vec![
            page.argument(
                "argument-inês-duarte-1",
                "Ports pay first",
                &["Three of four bunkers are public", "Loans run 30 years"],
                &["Ports", "Public finance"],
            ),
            page.argument("argument-inês-duarte-2", "Training is cheap", &[], &["ports"]),
        ];
        page.label("Report");
        first.report = page.paragraphs(&["Her report, first.", "Her report, second."]);
        let name = page.line("Chair");
        let mut second = profile("profile-chair", &chair, name);
        page.label("Speech speed");
        second.statistics.speed = page.declared(Some(90), "90 words per minute");
        Content::Profiles(vec![first, second])
    });
    let lost = page.line("Share this page");
    page.session.unrecognised.push(lost);
    page.session
}
