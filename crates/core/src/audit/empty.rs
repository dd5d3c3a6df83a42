//! Headings, labels and names with nothing behind them.

use crate::diagnostic::codes::audit::{EMPTY_PROFILE, EMPTY_SECTION, EMPTY_SPEECH};
use crate::model::{Block, BlockKind, Content, Profile, SectionRole, Session, Speech, Text};

use super::evidence::{Evidence, place_of};
use super::findings::Findings;

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    sections(evidence.session, findings);
    parts(evidence.session, findings);
    for speech in evidence.session.speeches().filter(|speech| is_silent(speech)) {
        let name = evidence.name_of(speech).unwrap_or("nobody");
        findings.add(
            &EMPTY_SPEECH,
            place_of(speech),
            format_args!("`{name}` has a label here, but says nothing"),
            format_args!("see whether the words are missing, or the label is one too many"),
        );
    }
    for profile in evidence.session.profiles().filter(|profile| is_blank(profile)) {
        findings.add(
            &EMPTY_PROFILE,
            Some(profile.name.content_span()),
            format_args!("the profile of `{}` has neither figures nor arguments nor a report", profile.name),
            format_args!(""),
        );
    }
}

fn sections(session: &Session<'_>, findings: &mut Findings) {
    let filled = |roles: &[SectionRole]| {
        let has_text = |content: &Content<'_>| !content.is_empty();
        session.sections.iter().any(|section| roles.contains(&section.role) && has_text(&section.content))
    };
    let has = |role| session.sections.iter().any(|section| section.role == role);
    for section in &session.sections {
        let Some(heading) = section.heading.as_ref().filter(|_| section.content.is_empty()) else { continue };
        // A heading may stand for those below it.
        let expected: &[SectionRole] = match section.role {
            SectionRole::TableOfContents | SectionRole::KnowledgeGraph | SectionRole::Other => continue,
            // Printed on every page of the redesign, whether there are any or not.
            SectionRole::PartialAgreements => continue,
            SectionRole::SessionReport if has(SectionRole::FullReport) => continue,
            SectionRole::SessionReport => &[
                SectionRole::SessionReport,
                SectionRole::Themes,
                SectionRole::Summary,
                SectionRole::KeyPoints,
            ],
            SectionRole::Glance => &[SectionRole::Glance, SectionRole::Summary, SectionRole::KeyPoints],
            ref role => std::slice::from_ref(role),
        };
        if !filled(expected) {
            findings.add(
                &EMPTY_SECTION,
                Some(heading.content_span()),
                format_args!("nothing stands under the heading `{heading}`"),
                format_args!("see whether the text is missing; where there is none, leave out the heading"),
            );
        }
    }
}

/// Headlines of a report with no paragraph. One with another headline below it may be the title of what follows.
fn parts(session: &Session<'_>, findings: &mut Findings) {
    for section in &session.sections {
        let Content::Parts(parts) = &section.content else { continue };
        for (nth, part) in parts.iter().enumerate() {
            let is_last = nth + 1 == parts.len();
            let heading = part.heading.as_ref().filter(|_| part.blocks.is_empty());
            if let Some(heading) = heading.filter(|_| is_last || part.speaker.is_some()) {
                findings.add(
                    &EMPTY_SECTION,
                    Some(heading.content_span()),
                    format_args!("nothing stands under the heading `{heading}` of the report"),
                    format_args!(
                        "see whether the text is missing; where there is none, leave out the heading"
                    ),
                );
            }
        }
    }
}

/// No word and no remark.
fn is_silent(speech: &Speech<'_>) -> bool {
    let says = |block: &Block<'_>| {
        let text = block.text.as_str();
        block.kind == BlockKind::Remark && !text.is_empty() || text.contains(char::is_alphanumeric)
    };
    !speech.blocks.iter().any(says)
}

fn is_blank(profile: &Profile<'_>) -> bool {
    profile.statistics.is_empty()
        && profile.arguments.is_empty()
        && profile.report.iter().map(|block| &block.text).all(Text::is_empty)
}
