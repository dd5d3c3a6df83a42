//! The `debateBody`: who said what.

use std::io;

use plenary_plugin_sdk::model::{Content, Moment, SectionRole, Speech};

use crate::blocks;
use crate::record::Record;
use crate::xml::{Tag, Xml};

/// Writes the transcript, a `debateSection` for every section of speeches.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("debateBody").open()?;
    let mut number = 0;
    for section in &record.session.sections {
        let Content::Speeches(speeches) = &section.content else { continue };
        number += 1;
        let name = if section.role == SectionRole::Transcript { "transcript" } else { "section" };
        let tag = xml.tag("debateSection").attr("eId", format_args!("dbsect_{number}"));
        tag.guid(&section.id).attr("name", name).open()?;
        if let Some(heading) = &section.heading {
            xml.tag("heading").attr("eId", format_args!("dbsect_{number}__heading")).text(heading)?;
        }
        for (speech, place) in speeches.iter().zip(1..) {
            write_speech(xml, record, speech, &format!("dbsect_{number}__speech_{place}"))?;
        }
        xml.close()?;
    }
    if number == 0 {
        // The schema wants a section where there is no transcript either.
        xml.tag("debateSection").attr("eId", "dbsect_1").attr("name", "transcript").empty()?;
    }
    xml.close()
}

/// Adds a moment: by the first of `names` where it is one of a day, as the schema writes it, else by the second. What
/// has elapsed of a recording is not what has elapsed of the meeting.
fn moment<'x, 'w>(tag: Tag<'x, 'w>, names: [&str; 2], moment: Option<Moment>) -> Tag<'x, 'w> {
    let [standard, own] = names;
    let name = match moment {
        Some(Moment::Clock { at, offset }) => {
            let whole =
                offset.is_none_or(|offset| offset.seconds() % 60 == 0 && offset.seconds().abs() <= 14 * 3600);
            if at.year() >= 1 && whole { standard } else { own }
        }
        _ => own,
    };
    tag.attr_if(name, moment)
}

/// One speech. `by` names a person or an organisation and `as` a role (XSD, `agentRef`, `roleRef`): of one who is
/// known by a function only, `by` is empty, as it is where nobody knows who speaks.
fn write_speech(xml: &mut Xml<'_>, record: &Record<'_>, speech: &Speech<'_>, e_id: &str) -> io::Result<()> {
    let agent = record.references.speaker(speech.speaker.as_ref());
    let reference = agent.map(|agent| format!("#{}", agent.e_id));
    let (by, role) = match agent {
        Some(agent) if agent.is_role => ("", reference.clone()),
        _ => {
            let role = agent.and_then(|agent| agent.role.as_ref()).map(|role| format!("#{role}"));
            (reference.as_deref().unwrap_or_default(), role)
        }
    };
    let mut tag = xml.tag("speech").attr("eId", e_id).guid(&speech.id);
    tag = tag.attr("by", by).attr_if("as", role);
    tag = moment(tag, ["startTime", "plenary:start"], speech.start);
    moment(tag, ["endTime", "plenary:end"], speech.end).open()?;
    if let Some(label) = &speech.label {
        xml.tag("from").attr_if("refersTo", reference.as_deref()).text(label)?;
    }
    if speech.blocks.is_empty() {
        // The schema wants a block in every speech.
        xml.tag("p").attr("eId", format_args!("{e_id}__p_1")).empty()?;
    }
    blocks::write(xml, &speech.blocks, &e_id)?;
    xml.close()
}
