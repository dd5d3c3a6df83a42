//! What a session gives identifiers to, and whom it names by them.

use super::{Content, Id, Session};

impl Session<'_> {
    /// The identifier of every node that has one: the speakers, then the disclaimers, then the sections, each before what
    /// stands in it. Each once, in a session that a reader made.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        let speakers = self.speakers.iter().map(|speaker| &speaker.id);
        let disclaimers = self.disclaimers.iter().map(|disclaimer| &disclaimer.id);
        let sections = self.sections.iter().flat_map(|section| {
            let inner: Box<dyn Iterator<Item = &Id>> = match &section.content {
                Content::Parts(parts) => Box::new(parts.iter().map(|part| &part.id)),
                Content::Points(points) => Box::new(points.iter().map(|point| &point.id)),
                Content::Speeches(speeches) => Box::new(speeches.iter().map(|speech| &speech.id)),
                Content::Profiles(profiles) => Box::new(profiles.iter().flat_map(|profile| {
                    std::iter::once(&profile.id).chain(profile.arguments.iter().map(|argument| &argument.id))
                })),
            };
            std::iter::once(&section.id).chain(inner)
        });
        speakers.chain(disclaimers).chain(sections)
    }

    /// Every mention of a speaker by a speech, a part, a profile or a detail, in order. In a session that a reader made
    /// the registry has them all.
    pub fn mentions(&self) -> impl Iterator<Item = &Id> {
        self.sections.iter().flat_map(|section| -> Box<dyn Iterator<Item = &Id>> {
            match &section.content {
                Content::Parts(parts) => Box::new(parts.iter().filter_map(|part| part.speaker.as_ref())),
                Content::Speeches(speeches) => {
                    Box::new(speeches.iter().filter_map(|speech| speech.speaker.as_ref()))
                }
                Content::Profiles(profiles) => Box::new(profiles.iter().flat_map(|profile| {
                    let details = profile.arguments.iter().flat_map(|argument| &argument.details);
                    std::iter::once(&profile.speaker).chain(details.flat_map(|detail| &detail.speakers))
                })),
                Content::Points(points) => Box::new(
                    points.iter().flat_map(|point| &point.details).flat_map(|detail| &detail.speakers),
                ),
            }
        })
    }
}
