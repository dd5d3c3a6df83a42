//! The `teiHeader`: what the document is, where it comes from, and who and what it refers to.

use std::io;

use plenary_plugin_sdk::document::{Masthead, role};
use plenary_plugin_sdk::model::{Speaker, SpeakerKind, slug};
use plenary_plugin_sdk::statistics::turns;
use plenary_plugin_sdk::xml::Xml;

use crate::record::Record;

/// The language of what plenary says itself.
const OWN: &str = "en";

/// Writes the header.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("teiHeader").open()?;
    xml.tag("fileDesc").open()?;
    title(xml, record)?;
    extent(xml, record)?;
    publication(xml, record)?;
    source(xml, record)?;
    xml.close()?;
    encoding(xml, record)?;
    xml.tag("profileDesc").open()?;
    xml.tag("langUsage").open()?;
    xml.tag("language").attr("ident", &record.options.language).empty()?;
    xml.close()?;
    setting(xml, record)?;
    participants(xml, record)?;
    classes(xml, record)?;
    xml.close()?;
    xml.close()
}

fn title(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("titleStmt").open()?;
    let masthead = Masthead::of(record.session);
    xml.tag("title").attr("type", "main").string(masthead.title.unwrap_or_default())?;
    if let Some(event) = masthead.event {
        xml.tag("title").attr("type", "sub").string(event)?;
    }
    if let Some(event) = record.session.title.as_ref().and_then(|title| title.event.as_ref()) {
        let number = event.number.as_deref().filter(|number| !number.trim().is_empty());
        xml.tag("meeting").attr_if("n", number).string(&event.label)?;
    }
    xml.close()
}

/// What no source says, and plenary counts: said so in words, since people read it.
fn extent(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let (speeches, words) =
        turns(record.session).fold((0, 0), |(speeches, words), turn| (speeches + 1, words + turn.words));
    xml.tag("extent").attr("xml:lang", OWN).open()?;
    for (unit, quantity) in [("speeches", speeches), ("words", words)] {
        let measure = xml.tag("measure").attr("type", "counted").attr("unit", unit);
        measure.attr("quantity", quantity).string(&format!("{quantity} {unit}, counted by plenary"))?;
    }
    xml.close()
}

/// Who publishes the file, as the caller says; else only how it came about, which TEI wants in prose.
fn publication(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let licence = record.options.licence.as_ref();
    let day = |xml: &mut Xml<'_>| {
        record.made.map_or(Ok(()), |day| xml.tag("date").attr("when", day).string(&day.to_string()))
    };
    xml.tag("publicationStmt").open()?;
    if let Some(publisher) = &record.options.publisher {
        xml.tag("publisher").string(publisher)?;
        if let Some(licence) = licence {
            xml.tag("availability").open()?;
            xml.tag("licence").attr("target", licence).string(licence)?;
            xml.close()?;
        }
        day(xml)?;
    } else {
        xml.tag("p").attr("xml:lang", OWN).mixed()?;
        xml.text(&format!("Made by {} from the record described below", record.generator))?;
        if record.made.is_some() {
            xml.text(" on ")?;
            day(xml)?;
        }
        xml.text(". Who publishes it was not said.")?;
        if let Some(licence) = licence {
            xml.text(" Licence: ")?;
            xml.tag("ref").attr("target", licence).string(licence)?;
        }
        xml.close()?;
    }
    xml.close()
}

fn source(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let session = record.session;
    xml.tag("sourceDesc").open()?;
    xml.tag("bibl").open()?;
    if let Some(title) = &session.title {
        xml.tag("title").string(&title.name)?;
    }
    if let Some(time) = &session.time {
        let day = Some(time.date).filter(|date| date.year() >= 1);
        xml.tag("date").attr_if("when", day).text(&time.line)?;
    }
    let dialect = session.dialect.description();
    xml.tag("note").attr("type", "format").attr("xml:lang", OWN).string(dialect)?;
    xml.close()?;
    xml.close()
}

/// How the document came about, and the list of topics.
fn encoding(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("encodingDesc").open()?;
    xml.tag("editorialDecl").attr("xml:lang", OWN).open()?;
    for (about, says) in [
        ("correction", "None: the words are those of the record, in its spelling."),
        ("segmentation", "A speech is an utterance, a paragraph of it a segment."),
    ] {
        xml.tag(about).open()?;
        xml.tag("p").string(says)?;
        xml.close()?;
    }
    xml.close()?;
    if let Some((name, version)) = program(record.generator) {
        xml.tag("appInfo").open()?;
        xml.tag("application").attr("ident", name).attr("version", version).open()?;
        xml.tag("label").string(record.generator)?;
        xml.close()?;
        xml.close()?;
    }
    if !record.topics.is_empty() {
        xml.tag("classDecl").open()?;
        xml.tag("taxonomy").attr("xml:id", &record.taxonomy).open()?;
        for (name, id) in &record.topics {
            xml.tag("category").attr("xml:id", id).open()?;
            xml.tag("catDesc").open()?;
            xml.tag("term").string(name)?;
            xml.close()?;
            xml.close()?;
        }
        xml.close()?;
        xml.close()?;
    }
    xml.close()
}

/// The name and the version of a program that is called such as `plenary 0.1.0`, as far as the version is of numbers.
fn program(generator: &str) -> Option<(String, &str)> {
    let (name, version) = generator.rsplit_once(' ')?;
    let end = version.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(version.len());
    let version = version.get(..end)?.trim_end_matches('.');
    let numbers = version.split('.').collect::<Vec<_>>();
    let is_version = numbers.len() <= 3 && numbers.iter().all(|number| !number.is_empty());
    is_version.then(|| (slug(name), version))
}

/// When the meeting was. The hours are those of the place, unless the date line names a zone.
fn setting(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let Some(time) = record.session.time.as_ref().filter(|time| time.date.year() >= 1) else {
        return Ok(());
    };
    xml.tag("settingDesc").open()?;
    xml.tag("setting").open()?;
    xml.tag("date").attr("when", time.date).text(&time.line)?;
    if time.start.is_some() || time.end.is_some() {
        xml.tag("time").attr_if("from", time.start).attr_if("to", time.end).empty()?;
    }
    xml.close()?;
    xml.close()
}

/// The registry of speakers.
fn participants(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let speakers = || record.session.speakers.iter();
    if record.session.speakers.is_empty() {
        return Ok(());
    }
    let is_organization = |speaker: &&Speaker<'_>| speaker.kind == SpeakerKind::Organization;
    xml.tag("particDesc").open()?;
    for (list, member, is_of_it) in [("listPerson", "person", false), ("listOrg", "org", true)] {
        let mut members = speakers().filter(|speaker| is_organization(speaker) == is_of_it).peekable();
        if members.peek().is_none() {
            continue;
        }
        xml.tag(list).open()?;
        for speaker in members {
            xml.tag(member).id(&speaker.id).open()?;
            name(xml, speaker)?;
            if let Some(role) = role(speaker) {
                xml.tag("state").attr("type", "role").open()?;
                xml.tag("desc").string(role)?;
                xml.close()?;
            }
            xml.close()?;
        }
        xml.close()?;
    }
    xml.close()
}

/// Of one who is known by a function only, the name is that of the function.
fn name(xml: &mut Xml<'_>, speaker: &Speaker<'_>) -> io::Result<()> {
    match speaker.kind {
        SpeakerKind::Organization => xml.tag("orgName").string(&speaker.name),
        SpeakerKind::Role => {
            xml.tag("persName").open()?;
            xml.tag("roleName").string(&speaker.name)?;
            xml.close()
        }
        _ => xml.tag("persName").string(&speaker.name),
    }
}

/// The topics of the record, each by its category.
fn classes(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    if record.topics.is_empty() {
        return Ok(());
    }
    let topics: Vec<_> = record.topics.iter().map(|(_, id)| format!("#{id}")).collect();
    xml.tag("textClass").open()?;
    let reference = xml.tag("catRef").attr("scheme", format_args!("#{}", record.taxonomy));
    reference.attr("target", topics.join(" ")).empty()?;
    xml.close()
}
