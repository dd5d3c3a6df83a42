//! Points of several speakers or about them, for people to read: the point, its topics, and what else is said of it,
//! each under its label.

use std::io;

use plenary_plugin_sdk::model::{Point, Text};
use plenary_plugin_sdk::xml::Xml;

use crate::record::Record;
use crate::value::{EId, Link};

/// Writes a point as a subsection of the report.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>, point: &Point<'_>, e_id: &str) -> io::Result<()> {
    xml.tag("subsection").attr("eId", e_id).id(&point.id).open()?;
    let content = format!("{e_id}__content");
    xml.tag("content").attr("eId", &content).open()?;
    xml.tag("p").attr("eId", EId::nth(&content, "p", 1)).text(&point.text)?;
    let mut number = 0;
    let mut label = |xml: &mut Xml<'_>, kind: &str, label: &str, speakers: Option<String>| {
        number += 1;
        let e_id = format!("{content}__blockContainer_{number}");
        let tag = xml.tag("blockContainer").attr("eId", &e_id).attr_if("refersTo", speakers);
        tag.attr("plenary:detail", kind).open()?;
        xml.tag("heading").attr("eId", EId::one(&e_id, "heading")).string(label)?;
        io::Result::Ok(e_id)
    };
    if !point.topics.is_empty() {
        let e_id = label(xml, "topics", "Topics", None)?;
        for (topic, number) in point.topics.iter().zip(1..) {
            write_topic(xml, record, topic, EId::nth(&e_id, "p", number))?;
        }
        xml.close()?;
    }
    for detail in &point.details {
        let speakers = record.references.speakers_of(&detail.speakers);
        let e_id = label(xml, detail.kind.name(), detail.kind.label(), speakers)?;
        for (text, number) in detail.texts.iter().zip(1..) {
            xml.tag("p").attr("eId", EId::nth(&e_id, "p", number)).text(text)?;
        }
        if detail.texts.is_empty() {
            // The schema wants a block in every container.
            xml.tag("p").attr("eId", EId::nth(&e_id, "p", 1)).empty()?;
        }
        xml.close()?;
    }
    xml.close()?;
    xml.close()
}

fn write_topic(xml: &mut Xml<'_>, record: &Record<'_>, topic: &Text<'_>, e_id: EId<'_>) -> io::Result<()> {
    let tag = xml.tag("p").attr("eId", e_id);
    let Some(concept) = record.references.topic(topic) else { return tag.text(topic) };
    tag.controls(topic.as_str()).mixed()?;
    xml.tag("concept").attr("refersTo", Link(&concept.e_id)).text(topic)?;
    xml.close()
}
