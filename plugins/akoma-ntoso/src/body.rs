//! The `debateBody`: who said what, and what happened meanwhile.

use std::io;

use plenary_plugin_sdk::model::{Moment, SectionRole};
use plenary_plugin_sdk::xml::{Tag, Xml};

use crate::blocks;
use crate::closing;
use crate::options::Profile;
use crate::record::Record;
use crate::transcript::{Form, Times, Turn, is_standard};
use crate::value::{EId, Link};
use crate::work::WorkDate;

/// Writes the transcript, a `debateSection` for every section of speeches.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    xml.tag("debateBody").attr_if("xml:lang", record.work.lang).open()?;
    for ((section, turns), number) in record.transcript.sections.iter().zip(1..) {
        let name = if section.role == SectionRole::Transcript { "transcript" } else { "section" };
        let e_id = format!("dbsect_{number}");
        let tag = xml.tag("debateSection").attr("eId", &e_id);
        tag.id(&section.id).attr("name", name).open()?;
        if let Some(heading) = &section.heading {
            xml.tag("heading").attr("eId", EId::one(&e_id, "heading")).text(heading)?;
        }
        turns.iter().try_for_each(|turn| write_turn(xml, record, turn, number))?;
        xml.close()?;
    }
    if record.transcript.sections.is_empty() {
        // The schema wants a section where there is no transcript either.
        xml.tag("debateSection").attr("eId", "dbsect_1").attr("name", "transcript").empty()?;
    }
    xml.close()
}

fn write_turn(xml: &mut Xml<'_>, record: &Record<'_>, turn: &Turn<'_>, section: usize) -> io::Result<()> {
    match turn.form {
        Form::Speech => write_speech(xml, record, turn)?,
        Form::Scene => write_scenes(xml, turn)?,
        Form::Adjournment => {}
    }
    let Some(block) = turn.closing else { return Ok(()) };
    let e_id = format!("dbsect_{section}__adjournment_1");
    let tag = xml.tag("adjournment").attr("eId", &e_id);
    match turn.form {
        Form::Adjournment => elapsed(tag.id(&turn.speech.id), turn),
        _ => tag,
    }
    .open()?;
    let day = match record.work.date {
        WorkDate::Day(day) if record.profile == Profile::Standard => Some(day),
        _ => None,
    };
    let text = block.text.as_str();
    let open = match record.profile {
        Profile::Standard => {
            xml.tag("p").attr("eId", EId::nth(&e_id, "p", 1)).controls(text).mixed()?;
            xml.tag("remark").attr("type", "sceneDescription").mixed()?;
            3
        }
        // SayIt drops a paragraph that nobody says.
        Profile::Sayit => {
            xml.tag("scene").attr("eId", EId::nth(&e_id, "scene", 1)).controls(text).mixed()?;
            2
        }
    };
    closing::write(xml, text, day, record.session.time.as_ref().and_then(|time| time.start))?;
    (0..open).try_for_each(|_| xml.close())
}

/// Adds when a speech begins and ends by our own names.
fn elapsed<'x, 'w>(tag: Tag<'x, 'w>, turn: &Turn<'_>) -> Tag<'x, 'w> {
    tag.attr_if("plenary:start", turn.speech.start).attr_if("plenary:end", turn.speech.end)
}

/// Adds when a speech begins and ends: by the names of the standard what is known by the clock, where the beginning of
/// every speech is. What has elapsed of a recording is not what has elapsed of the meeting.
fn times<'x, 'w>(tag: Tag<'x, 'w>, turn: &Turn<'_>, times: Times) -> Tag<'x, 'w> {
    if times != Times::All {
        return elapsed(tag, turn);
    }
    let name = |moment: Option<Moment>, standard, own| match moment {
        Some(moment) if is_standard(moment) => standard,
        _ => own,
    };
    let (start, end) = (turn.speech.start, turn.speech.end);
    tag.attr_if(name(start, "startTime", "plenary:start"), start)
        .attr_if(name(end, "endTime", "plenary:end"), end)
}

/// What happened while nobody spoke, a scene for each remark; the first has the identifier.
fn write_scenes(xml: &mut Xml<'_>, turn: &Turn<'_>) -> io::Result<()> {
    for (block, nth) in turn.blocks.iter().zip(0..) {
        let tag = xml.tag("scene").attr("eId", turn.scene(nth));
        match nth {
            0 => elapsed(tag.id(&turn.speech.id), turn),
            _ => tag,
        }
        .text(&block.text)?;
    }
    Ok(())
}

/// One speech. `by` names a person or an organisation and `as` a role (XSD, `agentRef`, `roleRef`): of one who is
/// known by a function only, `by` is empty, as it is where nobody knows who speaks.
fn write_speech(xml: &mut Xml<'_>, record: &Record<'_>, turn: &Turn<'_>) -> io::Result<()> {
    let speech = turn.speech;
    let agent = record.references.speaker(speech.speaker.as_ref());
    let reference = agent.map(|agent| &agent.e_id);
    let (by, role) = match agent {
        Some(agent) if agent.is_role => (None, reference),
        _ => (reference, agent.and_then(|agent| agent.role.as_ref())),
    };
    let e_id = turn.to_string();
    let tag = xml.tag("speech").attr("eId", &e_id).id(&speech.id);
    let tag = match by {
        Some(by) => tag.attr("by", Link(by)),
        None => tag.attr("by", ""),
    };
    let tag = tag.attr_if("as", role.map(Link));
    times(tag, turn, record.transcript.times).open()?;
    if let Some(label) = &speech.label {
        xml.tag("from").attr_if("refersTo", reference.map(Link)).text(label)?;
    }
    if turn.blocks.is_empty() {
        // The schema wants a block in every speech.
        xml.tag("p").attr("eId", EId::nth(&e_id, "p", 1)).empty()?;
    }
    blocks::write(xml, record.profile, turn.blocks, &e_id)?;
    xml.close()
}
