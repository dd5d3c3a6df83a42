//! Documents of prose: the report attached to a debate, and whatever else stands beside it.
//!
//! The outermost headings are those of sections, the next those of their parts, deeper ones stand in the text.

use crate::model::{Block, BlockKind, Content, Extra, Id, Part, Profile, Section, SectionRole, Text, slug};

use super::debate::Debate;

/// What is open of a document of prose.
#[derive(Debug, Default)]
pub(super) struct Prose {
    /// The section that takes text, and how many elements are open where it began.
    section: Option<(usize, usize)>,
    /// How many elements are open where the part began that takes text.
    part: Option<usize>,
    /// The profile that takes text.
    pub(super) profile: Option<(usize, usize)>,
    /// How many parts there have been.
    pub(super) parts: usize,
    /// What the last section is, where it is one of texts outside all parts of the document.
    pub(super) loose: Option<&'static str>,
}

impl Prose {
    /// A document begins.
    pub(super) fn begin_document(&mut self) {
        (self.section, self.part) = (None, None);
    }

    /// An element ends, the innermost of `depth`: what began with it takes no more text.
    pub(super) fn end(&mut self, depth: usize) {
        if self.section.is_some_and(|(_, began)| began >= depth) {
            (self.section, self.part) = (None, None);
        }
        if self.part.is_some_and(|began| began >= depth) {
            self.part = None;
        }
    }

    /// A section, the one at `place`, begins with the innermost of `depth` elements.
    pub(super) fn enter_section(&mut self, place: usize, depth: usize) {
        (self.section, self.part, self.loose) = (Some((place, depth)), None, None);
    }

    /// A part begins there.
    pub(super) fn enter_part(&mut self, depth: usize) {
        self.part = Some(depth);
    }
}

impl<'src> Debate<'src> {
    /// A heading in a document of prose, of an element at `level` that is the innermost of `depth`.
    pub(super) fn put_prose_heading(&mut self, level: usize, depth: usize, text: Text<'src>) {
        let text = match self.ours {
            true => match self.put_own_heading(level, text) {
                None => return,
                Some(text) => text,
            },
            false => text,
        };
        match level {
            0 | 1 => {
                self.close_speech();
                let id = self.ids.claim(Id::joined(&["section", &slug(text.as_str())], None));
                let place =
                    self.add_section(id, SectionRole::SessionReport, Some(text), Content::Parts(Vec::new()));
                self.prose.enter_section(place, depth);
            }
            2 => {
                self.prose_section();
                self.add_part(None, Some(text), None);
                self.prose.enter_part(depth);
            }
            _ => self.put_prose(BlockKind::Subheading, text),
        }
    }

    /// A text of a document of prose.
    pub(super) fn put_prose(&mut self, kind: BlockKind, text: Text<'src>) {
        if let Some((section, profile)) = self.prose.profile {
            if let Some(profile) = self.profile_at(section, profile) {
                profile.report.push(Block { kind, text });
            }
            return;
        }
        let section = self.prose_section();
        if self.prose.part.is_none() {
            self.add_part(None, None, None);
            self.prose.enter_part(0);
        }
        if let Some(Section { content: Content::Parts(parts), .. }) = self.session.sections.get_mut(section)
            && let Some(part) = parts.last_mut()
        {
            part.blocks.push(Block { kind, text });
        }
    }

    /// The section that takes text.
    fn prose_section(&mut self) -> usize {
        if let Some((section, _)) = self.prose.section {
            return section;
        }
        self.close_speech();
        let id = self.ids.claim(Id::new("section-report"));
        let section = self.add_section(id, SectionRole::SessionReport, None, Content::Parts(Vec::new()));
        self.prose.enter_section(section, 0);
        section
    }

    /// Adds a part to the section that takes text.
    pub(super) fn add_part(&mut self, id: Option<Id>, heading: Option<Text<'src>>, speaker: Option<Id>) {
        let section = self.prose_section();
        let wanted = self.new_part_id();
        let id = id.unwrap_or_else(|| self.ids.claim(Id::new(wanted)));
        self.prose.parts += 1;
        if let Some(Section { content: Content::Parts(parts), .. }) = self.session.sections.get_mut(section) {
            parts.push(Part { id, heading, speaker, blocks: Vec::new(), extra: Extra::default() });
        }
    }

    pub(super) fn new_part_id(&self) -> String {
        format!("report-{}", self.prose.parts + 1)
    }

    pub(super) fn profile_at(&mut self, section: usize, profile: usize) -> Option<&mut Profile<'src>> {
        match &mut self.session.sections.get_mut(section)?.content {
            Content::Profiles(profiles) => profiles.get_mut(profile),
            _ => None,
        }
    }
}
