//! The list of contents.

use plenary_plugin_sdk::document::{Body, heading, present};
use plenary_plugin_sdk::model::Section;
use plenary_plugin_sdk::{RenderError, Session};

use crate::page::Page;
use crate::plan::{Chapter, Group, Plan};
use crate::{about, participants, topics};

/// Writes the list: every section, below it the sections, headed parts or profiles that it has.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    session: &Session<'_>,
    plan: &Plan<'_, '_>,
    has_topics: bool,
) -> Result<(), RenderError> {
    outcomes(page, plan)?;
    page.heading(2)?.raw("Contents").end();
    page.block()?;
    for chapter in Chapter::ALL {
        if chapter == Chapter::Participants && !session.speakers.is_empty() {
            entry(page, 0, participants::HEADING, participants::ANCHOR);
        }
        if chapter == Chapter::Arguments && has_topics {
            entry(page, 0, topics::HEADING, topics::ANCHOR);
        }
        for group in plan.chapter(chapter) {
            self::group(page, usize::from(chapter.is_below_own_heading(session)), group);
        }
    }
    for (section, _) in &plan.transcript {
        self::section(page, 0, section);
    }
    entry(page, 0, about::HEADING, about::ANCHOR);
    Ok(())
}

/// Writes a line that leads to what was decided, which stands far below: takeaways, resolutions, what is left open.
fn outcomes(page: &mut Page<'_, '_>, plan: &Plan<'_, '_>) -> Result<(), RenderError> {
    let sections = plan.chapter(Chapter::Decisions).iter().flat_map(|group| &group.sections);
    let mut any = false;
    for (section, _) in sections {
        if any { page.raw(" · ") } else { page.block()?.raw("**Outcomes:** ") }
            .link(heading(section), &section.id);
        any = true;
    }
    if any {
        page.end_paragraph("");
    }
    Ok(())
}

/// The sections of a group; of one that stands at the left, what is below them too.
fn group(page: &mut Page<'_, '_>, depth: usize, group: &Group<'_, '_>) {
    if let Some(head) = group.head {
        section(page, depth, head);
        group.sections.iter().for_each(|(section, _)| self::section(page, depth + 1, section));
        return;
    }
    for (place, (section, body)) in group.sections.iter().enumerate() {
        let depth = if place > 0 { depth + 1 } else { depth };
        self::section(page, depth, section);
        match body {
            Body::Parts(parts) if depth == 0 => {
                for part in *parts {
                    if let Some(heading) = present(&part.heading) {
                        entry(page, 1, heading, &part.id);
                    }
                }
            }
            Body::Profiles(profiles) if depth == 0 => {
                for profile in *profiles {
                    entry(page, 1, profile.name.as_str(), &profile.id);
                }
            }
            _ => {}
        }
    }
}

fn section(page: &mut Page<'_, '_>, depth: usize, section: &Section<'_>) {
    entry(page, depth, heading(section), &section.id);
}

fn entry(page: &mut Page<'_, '_>, depth: usize, words: &str, id: impl AsRef<str>) {
    page.raw(&"    "[..2 * depth.min(2)]).raw("- ").link(words, id).end();
}
