//! The `back`: what a record holds besides the transcript. Report, points, profiles; and lines without a place, which
//! nobody seems to have said there.

use std::io;

use plenary_plugin_sdk::model::{
    Argument, Content, Declared, Detail, Id, Part, Point, Profile, Section, Statistics, Text,
};
use plenary_plugin_sdk::xml::Xml;

use crate::blocks;
use crate::record::Record;

/// Writes every section that is not of speeches, in the order of the source, and the lines without a place.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let is_speeches = |section: &&Section<'_>| matches!(section.content, Content::Speeches(_));
    let mut sections = record.session.sections.iter().filter(|section| !is_speeches(section)).peekable();
    let lines = record.session.unrecognised.iter().filter(|line| !line.is_empty());
    let mut lines = lines.peekable();
    if sections.peek().is_none() && lines.peek().is_none() {
        return Ok(());
    }
    xml.tag("back").open()?;
    sections.try_for_each(|section| write_section(xml, record, section))?;
    if lines.peek().is_some() {
        xml.tag("div").attr("type", "unrecognised").open()?;
        lines.try_for_each(|line| xml.tag("ab").text(line))?;
        xml.close()?;
    }
    xml.close()
}

fn write_section(xml: &mut Xml<'_>, record: &Record<'_>, section: &Section<'_>) -> io::Result<()> {
    xml.tag("div").id(&section.id).attr("type", section.role.name()).open()?;
    if let Some(heading) = &section.heading {
        xml.tag("head").text(heading)?;
    }
    match &section.content {
        Content::Parts(parts) => parts.iter().try_for_each(|part| write_part(xml, record, part))?,
        Content::Points(points) => points.iter().try_for_each(|point| write_point(xml, record, point))?,
        Content::Profiles(profiles) => {
            profiles.iter().try_for_each(|profile| write_profile(xml, record, profile))?;
        }
        _ => {}
    }
    xml.close()
}

/// Prose; of a part about a speaker, `corresp` tells about whom.
fn write_part(xml: &mut Xml<'_>, record: &Record<'_>, part: &Part<'_>) -> io::Result<()> {
    let div = xml.tag("div").id(&part.id).attr("type", "part");
    div.attr_if("corresp", record.speakers(&part.speaker)).open()?;
    if let Some(heading) = &part.heading {
        xml.tag("head").text(heading)?;
    }
    blocks::written(xml, &part.blocks)?;
    xml.close()
}

fn write_point(xml: &mut Xml<'_>, record: &Record<'_>, point: &Point<'_>) -> io::Result<()> {
    let Point { id, text, topics, details, .. } = point;
    xml.tag("div").id(id).attr("type", "point").open()?;
    xml.tag("p").text(text)?;
    write_topics(xml, record, topics)?;
    write_details(xml, record, details)?;
    xml.close()
}

fn write_profile(xml: &mut Xml<'_>, record: &Record<'_>, profile: &Profile<'_>) -> io::Result<()> {
    let Profile { id, speaker, initials, name, statistics, arguments, report, .. } = profile;
    let div = xml.tag("div").id(id).attr("type", "profile");
    div.attr_if("corresp", record.speakers([speaker])).open()?;
    xml.tag("head").text(name)?;
    if let Some(initials) = initials {
        xml.tag("head").attr("type", "initials").text(initials)?;
    }
    write_statistics(xml, statistics)?;
    for Argument { id, claim, facts, topics, details, .. } in arguments {
        xml.tag("div").id(id).attr("type", "argument").open()?;
        xml.tag("p").text(claim)?;
        write_list(xml, "facts", None, facts)?;
        write_topics(xml, record, topics)?;
        write_details(xml, record, details)?;
        xml.close()?;
    }
    if !report.is_empty() {
        xml.tag("div").attr("type", "report").open()?;
        blocks::written(xml, report)?;
        xml.close()?;
    }
    xml.close()
}

/// What the source declares, in its own words, with the number that was read in them.
fn write_statistics(xml: &mut Xml<'_>, statistics: &Statistics<'_>) -> io::Result<()> {
    let Statistics { speed, length, time, .. } = statistics;
    let declared = [("speed", "words/min", speed), ("length", "words", length), ("time", "s", time)];
    let mut declared = declared
        .into_iter()
        .filter_map(|(kind, unit, declared)| Some((kind, unit, declared.as_ref()?)))
        .peekable();
    if declared.peek().is_none() {
        return Ok(());
    }
    xml.tag("list").attr("type", "declared").open()?;
    for (kind, unit, Declared { value, text, .. }) in declared {
        xml.tag("item").open()?;
        let measure = xml.tag("measure").attr("type", kind).attr_if("quantity", *value);
        measure.attr_if("unit", value.map(|_| unit)).text(text)?;
        xml.close()?;
    }
    xml.close()
}

fn write_topics(xml: &mut Xml<'_>, record: &Record<'_>, topics: &[Text<'_>]) -> io::Result<()> {
    if topics.is_empty() {
        return Ok(());
    }
    xml.tag("list").attr("type", "topics").open()?;
    for topic in topics {
        xml.tag("item").attr_if("ana", record.topic(topic)).text(topic)?;
    }
    xml.close()
}

/// What else is said of a claim or a point; of names, `corresp` tells whose they are.
fn write_details(xml: &mut Xml<'_>, record: &Record<'_>, details: &[Detail<'_>]) -> io::Result<()> {
    details.iter().try_for_each(|Detail { kind, texts, speakers, .. }| {
        write_list(xml, kind.name(), record.speakers(speakers as &[Id]), texts)
    })
}

fn write_list(xml: &mut Xml<'_>, kind: &str, about: Option<String>, texts: &[Text<'_>]) -> io::Result<()> {
    if texts.is_empty() {
        return Ok(());
    }
    xml.tag("list").attr("type", kind).attr_if("corresp", about).open()?;
    texts.iter().try_for_each(|text| xml.tag("item").text(text))?;
    xml.close()
}
