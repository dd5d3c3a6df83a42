//! What plenary worked out: how much everyone said, and where; and who argued what on which topic.
//!
//! By it a consumer goes from a speaker to the speeches, from a topic to the arguments and from them to their speakers,
//! without knowing how the document is made. Which speech an argument was made in no source tells.

use std::fmt::Display;
use std::io;

use plenary_plugin_sdk::model::{Content, Text};
use plenary_plugin_sdk::statistics::participants;

use crate::record::Record;
use crate::transcript::Form;
use crate::xml::Xml;

/// What is counted in the transcript, for every speaker of the registry, and their speeches.
pub(super) fn contributions(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let mut speeches = vec![Vec::new(); record.references.speakers.len()];
    for turn in record.transcript.turns().filter(|turn| turn.form == Form::Speech) {
        let place = record.references.place_of_speaker(turn.speech.speaker.as_ref());
        if let Some(speeches) = place.and_then(|place| speeches.get_mut(place)) {
            speeches.push(turn);
        }
    }
    xml.tag("plenary:contributions").open()?;
    let agents = record.references.speakers.iter().zip(&speeches);
    for (participant, (agent, speeches)) in participants(record.session).iter().zip(agents) {
        xml.tag("plenary:contribution").attr("refersTo", format_args!("#{}", agent.e_id)).open()?;
        xml.tag("plenary:speeches").string(&participant.speeches.to_string())?;
        xml.tag("plenary:words").string(&participant.words.to_string())?;
        speeches.iter().try_for_each(|speech| refer(xml, "plenary:speechRef", speech))?;
        xml.close()?;
    }
    xml.close()
}

/// The topics, each with the arguments and points on it.
pub(super) fn subjects(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    if record.references.topics.is_empty() {
        return Ok(());
    }
    let mut subjects = vec![Vec::new(); record.references.topics.len()];
    let mut add = |topics: &[Text<'_>], name, e_id: String| {
        for topic in topics {
            let subject = record.references.place_of(topic).and_then(|place| subjects.get_mut(place));
            if let Some(subject) = subject
                && subject.last() != Some(&(name, e_id.clone()))
            {
                subject.push((name, e_id.clone()));
            }
        }
    };
    for (profile, number) in record.session.profiles().zip(1..) {
        for (argument, at) in profile.arguments.iter().zip(1..) {
            let e_id = format!("otherAnalysis_1__profile_{number}__argument_{at}");
            add(&argument.topics, "plenary:argumentRef", e_id);
        }
    }
    for (section, number) in record.report().zip(1..) {
        let Content::Points(points) = &section.content else { continue };
        for (point, at) in points.iter().zip(1..) {
            add(&point.topics, "plenary:pointRef", format!("att_1__sec_{number}__subsec_{at}"));
        }
    }
    xml.tag("plenary:subjects").open()?;
    for (topic, subject) in record.references.topics.iter().zip(&subjects) {
        xml.tag("plenary:subject").attr("refersTo", format_args!("#{}", topic.e_id)).open()?;
        subject.iter().try_for_each(|(name, e_id)| refer(xml, name, e_id))?;
        xml.close()?;
    }
    xml.close()
}

fn refer(xml: &mut Xml<'_>, name: &'static str, e_id: &impl Display) -> io::Result<()> {
    xml.tag(name).attr("href", format_args!("#{e_id}")).empty()
}
