//! Identifiers that are given twice, those that nobody bears, and texts that are not side by side.

use std::collections::{BTreeSet, HashSet};

use crate::diagnostic::codes::audit::{BROKEN_SPANS, DUPLICATE_ID, UNKNOWN_SPEAKER};
use crate::model::walk::in_source_order;
use crate::model::{Content, Detail, Id, Session, Span, Text};

use super::evidence::{Evidence, place_of};
use super::findings::Findings;

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    let mut check = References { evidence, findings, met: HashSet::new(), unknown: BTreeSet::new() };
    let session = evidence.session;
    side_by_side(session, check.findings);
    session.speakers.iter().for_each(|speaker| check.bears(&speaker.id, None));
    session.disclaimers.iter().for_each(|one| check.bears(&one.id, Some(one.text.content_span())));
    for section in &session.sections {
        check.bears(&section.id, section.heading.as_ref().map(Text::content_span));
        match &section.content {
            Content::Parts(parts) => {
                for part in parts {
                    let text = part.heading.as_ref().or(part.blocks.first().map(|block| &block.text));
                    let at = text.map(Text::content_span);
                    check.bears(&part.id, at);
                    check.refers(part.speaker.as_ref(), at);
                }
            }
            Content::Speeches(speeches) => {
                for speech in speeches {
                    check.bears(&speech.id, place_of(speech));
                    check.refers(speech.speaker.as_ref(), place_of(speech));
                }
            }
            Content::Profiles(profiles) => {
                for profile in profiles {
                    let at = Some(profile.name.content_span());
                    check.bears(&profile.id, at);
                    check.refers(Some(&profile.speaker), at);
                    for argument in &profile.arguments {
                        check.bears(&argument.id, Some(argument.claim.content_span()));
                        check.details(&argument.details);
                    }
                }
            }
            Content::Points(points) => {
                for point in points {
                    check.bears(&point.id, Some(point.text.content_span()));
                    check.details(&point.details);
                }
            }
        }
    }
}

/// Tells of the first text that does not begin where the one before it ends.
fn side_by_side(session: &Session<'_>, findings: &mut Findings) {
    let mut at = 0;
    for (_, text) in in_source_order(session) {
        let span = text.span();
        if span.start != at {
            let what =
                if span.start < at { "begins inside the text before it" } else { "leaves a gap before it" };
            let message = format_args!("a text of the session {what}");
            let help =
                format_args!("the spans of all texts together have to be the source, from 0 to its end");
            return findings.add(&BROKEN_SPANS, Some(text.content_span()), message, help);
        }
        at = span.end;
    }
}

struct References<'e, 's, 'src> {
    evidence: &'e Evidence<'s, 'src>,
    findings: &'e mut Findings,
    met: HashSet<&'s str>,
    /// Those already told of.
    unknown: BTreeSet<&'s str>,
}

impl<'s> References<'_, 's, '_> {
    fn bears(&mut self, id: &'s Id, at: Option<Span>) {
        if !self.met.insert(id.as_str()) {
            self.findings.add(
                &DUPLICATE_ID,
                at,
                format_args!("the identifier `{id}` is given a second time"),
                format_args!("give every node an identifier of its own"),
            );
        }
    }

    fn refers(&mut self, speaker: Option<&'s Id>, at: Option<Span>) {
        let Some(id) = speaker.filter(|id| self.evidence.place(id).is_none()) else { return };
        if self.unknown.insert(id.as_str()) {
            self.findings.add(
                &UNKNOWN_SPEAKER,
                at,
                format_args!("no speaker of the session is called `{id}`"),
                format_args!("enter the speaker under `speakers`, or correct the identifier"),
            );
        }
    }

    fn details(&mut self, details: &'s [Detail<'_>]) {
        for detail in details {
            let at = detail.texts.first().map(Text::content_span);
            detail.speakers.iter().for_each(|id| self.refers(Some(id), at));
        }
    }
}
