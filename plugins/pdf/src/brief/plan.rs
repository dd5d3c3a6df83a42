//! Which sections a brief holds, and in which order.

use plenary_plugin_sdk::document::{Arrangement, Body, heading};
use plenary_plugin_sdk::model::{Section, SectionRole};

use crate::Style;

/// The sections of a brief.
pub(super) struct Plan<'s, 'src> {
    /// What sums the session up: at a glance, summary, key points.
    pub(super) summary: Vec<(&'s Section<'src>, Body<'s, 'src>)>,
    /// What came of it: takeaways, resolutions, open issues.
    pub(super) outcome: Vec<(&'s Section<'src>, Body<'s, 'src>)>,
    /// The rest: report, profiles, agreements.
    pub(super) body: Vec<(&'s Section<'src>, Body<'s, 'src>)>,
    pub(super) transcript: Vec<(&'s Section<'src>, &'s [plenary_plugin_sdk::model::Speech<'src>])>,
    /// Headings with nothing under them.
    pub(super) empty: Vec<&'s Section<'src>>,
}

impl<'s, 'src> Plan<'s, 'src> {
    /// All sections, each where it belongs, in the order of the source.
    pub(super) fn of(arrangement: Arrangement<'s, 'src>) -> Self {
        let Arrangement { body, transcript, empty, .. } = arrangement;
        let mut plan = Self { summary: Vec::new(), outcome: Vec::new(), body: Vec::new(), transcript, empty };
        for section in body {
            let place = match section.0.role {
                SectionRole::Glance | SectionRole::Summary | SectionRole::KeyPoints => &mut plan.summary,
                SectionRole::Takeaways
                | SectionRole::ActionItems
                | SectionRole::UnresolvedIssues
                | SectionRole::Compromises => &mut plan.outcome,
                _ => &mut plan.body,
            };
            place.push(section);
        }
        plan
    }
}

impl<'s, 'src> Plan<'s, 'src> {
    /// The body's sections, of which only claims are written down where no more is asked for: its prose stays, but for what is a conclusion.
    pub(super) fn take_body(&mut self, depth: Depth) -> Vec<(&'s Section<'src>, Body<'s, 'src>)> {
        let body = std::mem::take(&mut self.body);
        let stays = |(section, body): &(&Section<'_>, Body<'_, '_>)| {
            let is_prose = matches!(body, Body::Parts(_)) && section.role != SectionRole::Assessment;
            depth == Depth::Claims && is_prose
        };
        let (left, taken) = body.into_iter().partition(stays);
        self.body = left;
        taken
    }

    /// What the first section is called, for a session that is called nothing.
    pub(super) fn first_heading(&self) -> Option<&'s str> {
        self.left().next().map(heading)
    }

    /// The sections that have not been taken: what a style leaves out.
    pub(super) fn left(&self) -> impl Iterator<Item = &'s Section<'src>> {
        let body = self.summary.iter().chain(&self.outcome).chain(&self.body).map(|(section, _)| *section);
        body.chain(self.transcript.iter().map(|(section, _)| *section))
    }
}

/// How much of a section's items is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Facts, details, reports.
    All,
    /// What is claimed, and on what.
    Claims,
}

impl Style {
    pub(super) fn depth(self) -> Depth {
        if self == Self::Brief { Depth::Claims } else { Depth::All }
    }

    /// Whether it has a table of contents.
    pub(super) fn has_contents(self) -> bool {
        self != Self::Brief
    }
}
