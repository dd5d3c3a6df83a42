//! What the source says of each speaker: statistics, arguments, report.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::present;
use plenary_plugin_sdk::model::{Profile, SpeakerIndex, Statistics};

use crate::escape::Place;
use crate::page::Page;
use crate::points::enumerate;
use crate::{blocks, points};

/// Writes what a section of profiles holds, each under a heading of the level.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    profiles: &[Profile<'_>],
    level: u8,
    speakers: &SpeakerIndex<'_, '_>,
) -> Result<(), RenderError> {
    for profile in profiles {
        page.heading(level)?.anchor(&profile.id).source(profile.name.as_str(), Place::Heading);
        if let Some(initials) = present(&profile.initials) {
            page.raw(" (").source(initials, Place::Heading).raw(")");
        }
        page.end();
        declared(page, &profile.statistics)?;
        if !profile.arguments.is_empty() {
            page.heading(level + 1)?.raw("Arguments").end();
        }
        for (argument, number) in profile.arguments.iter().zip(1..) {
            points::item(page, &argument.into(), number, speakers)?;
        }
        if !profile.report.is_empty() {
            page.heading(level + 1)?.raw("Report").end();
            blocks::write(page, &profile.report, level + 2, None)?;
        }
    }
    Ok(())
}

/// The statistics in the source's own words.
fn declared(page: &mut Page<'_, '_>, statistics: &Statistics<'_>) -> Result<(), RenderError> {
    let Statistics { speed, length, time, .. } = statistics;
    let declared = [("speed ", speed), ("length ", length), ("time ", time)];
    let declared =
        declared.into_iter().filter_map(|(name, declared)| Some((name, declared.as_ref()?.text.as_str())));
    if enumerate(page, "", "Declared by the source: ", declared)? {
        page.raw(".").end_paragraph("");
    }
    Ok(())
}
