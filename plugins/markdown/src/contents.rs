//! The list of contents.

use plenary_plugin_sdk::document::{Arrangement, Body, heading, present};
use plenary_plugin_sdk::model::Id;
use plenary_plugin_sdk::{RenderError, Session};

use crate::page::Page;
use crate::{about, participants};

/// Writes the list: every section, the parts of the report by their headings, the profiles by name.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    session: &Session<'_>,
    plan: &Arrangement<'_, '_>,
) -> Result<(), RenderError> {
    page.heading(2)?.raw("Contents").end();
    page.block()?;
    if !session.speakers.is_empty() {
        entry(page, participants::HEADING, participants::ANCHOR);
    }
    for (section, body) in &plan.body {
        entry(page, heading(section), &section.id);
        match body {
            Body::Parts(parts) => {
                for part in *parts {
                    if let Some(heading) = present(&part.heading) {
                        subentry(page, heading, &part.id);
                    }
                }
            }
            Body::Points(_) => {}
            Body::Profiles(profiles) => {
                for profile in *profiles {
                    subentry(page, profile.name.as_str(), &profile.id);
                }
            }
        }
    }
    for (section, _) in &plan.transcript {
        entry(page, heading(section), &section.id);
    }
    entry(page, about::HEADING, about::ANCHOR);
    Ok(())
}

fn entry(page: &mut Page<'_, '_>, words: &str, id: impl AsRef<str>) {
    page.raw("- ").link(words, id).end();
}

fn subentry(page: &mut Page<'_, '_>, words: &str, id: &Id) {
    page.raw("  - ").link(words, id).end();
}
