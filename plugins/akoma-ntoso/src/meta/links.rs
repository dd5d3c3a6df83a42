//! What plenary worked out: how much everyone said, and where; and who argued what on which topic.
//!
//! By it a consumer goes from a speaker to the speeches, from a topic to the arguments and from them to their speakers,
//! without knowing how the document is made. Which speech an argument was made in no source tells.

use std::io;

use plenary_plugin_sdk::statistics::participants;
use plenary_plugin_sdk::xml::Xml;

use crate::record::Record;
use crate::references::Said;
use crate::transcript::Form;
use crate::value::{EId, Link};

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
        xml.tag("plenary:contribution").attr("refersTo", Link(&agent.e_id)).open()?;
        xml.tag("plenary:speeches").string(&participant.speeches.to_string())?;
        xml.tag("plenary:words").string(&participant.words.to_string())?;
        for speech in speeches {
            xml.tag("plenary:speechRef").attr("href", Link(&speech.to_string())).empty()?;
        }
        xml.close()?;
    }
    xml.close()
}

/// The topics, each with the arguments and points on it.
pub(super) fn subjects(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    if record.references.topics.is_empty() {
        return Ok(());
    }
    xml.tag("plenary:subjects").open()?;
    for topic in &record.references.topics {
        xml.tag("plenary:subject").attr("refersTo", Link(&topic.e_id)).open()?;
        for said in &topic.said {
            match said {
                Said::Argument(of, number) => {
                    let scope = format!("otherAnalysis_1__profile_{of}");
                    let e_id = EId::nth(&scope, "argument", *number);
                    xml.tag("plenary:argumentRef").attr("href", Link(e_id)).empty()?;
                }
                Said::Point(of, number) => {
                    let scope = format!("att_1__sec_{of}");
                    let e_id = EId::nth(&scope, "subsec", *number);
                    xml.tag("plenary:pointRef").attr("href", Link(e_id)).empty()?;
                }
            }
        }
        xml.close()?;
    }
    xml.close()
}
