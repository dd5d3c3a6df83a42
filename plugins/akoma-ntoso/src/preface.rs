//! The `preface`: title, event, day and hour, disclaimers.
//!
//! A line of the source stays the line it is; what it tells is marked up in place.

use std::io;

use jiff::civil::{Date, Time};
use plenary_plugin_sdk::model::{Event, MeetingTime, Title};
use plenary_plugin_sdk::xml::Xml;

use crate::number::number_in;
use crate::options::Profile;
use crate::record::Record;
use crate::value::{EId, Link};
use crate::work::{is_nameable, without_year, year};

/// Writes the preface, where there is something to put in it.
pub(crate) fn write(xml: &mut Xml<'_>, record: &Record<'_>) -> io::Result<()> {
    let session = record.session;
    if session.title.is_none() && session.time.is_none() && session.disclaimers.is_empty() {
        return Ok(());
    }
    xml.tag("preface").attr_if("xml:lang", record.work.lang).open()?;
    if let Some(title) = &session.title {
        xml.tag("p").attr("eId", "preface__p_1").controls(title.line.as_str()).mixed()?;
        title_line(xml, record, title)?;
        xml.close()?;
    }
    if let Some(time) = &session.time {
        let number = 1 + usize::from(session.title.is_some());
        xml.tag("p").attr("eId", EId::nth("preface", "p", number)).controls(time.line.as_str()).mixed()?;
        time_line(xml, time)?;
        xml.close()?;
    }
    let repeated = session.title.as_ref().map(|title| title.repeated.as_slice()).unwrap_or_default();
    if !repeated.is_empty() {
        let e_id = "preface__repeatedTitle";
        xml.tag("container").attr("eId", e_id).attr("name", "repeatedTitle").open()?;
        for (line, number) in repeated.iter().zip(1..) {
            xml.tag("p").attr("eId", EId::nth(e_id, "p", number)).text(line)?;
        }
        xml.close()?;
    }
    for (disclaimer, number) in session.disclaimers.iter().zip(1..) {
        let e_id = EId::nth("preface", "disclaimer", number).to_string();
        let tag = xml.tag("container").attr("eId", &e_id);
        tag.id(&disclaimer.id).attr("name", "disclaimer").open()?;
        xml.tag("p").attr("eId", EId::nth(&e_id, "p", 1)).text(&disclaimer.text)?;
        xml.close()?;
    }
    xml.close()
}

/// ```xml
/// <docTitle>Stronger together</docTitle> | <event><session><docAuthority>IGF</docAuthority> 2023</session>
/// <docNumber>WS #107</docNumber></event>
/// ```
fn title_line(xml: &mut Xml<'_>, record: &Record<'_>, title: &Title<'_>) -> io::Result<()> {
    let line = title.line.as_str();
    let event = title.event.as_ref().zip(record.references.event.as_deref());
    let Some((event, e_id)) = event else { return doc_title(xml, line, &title.name) };
    match rsplit(line, &event.label) {
        Some((head, label, tail)) if head.contains(char::is_alphanumeric) => {
            doc_title(xml, head, &title.name)?;
            event_label(xml, record, e_id, event, label)?;
            xml.text(tail)
        }
        Some((head, label, tail)) if split(tail, &title.name).is_some() => {
            xml.text(head)?;
            event_label(xml, record, e_id, event, label)?;
            doc_title(xml, tail, &title.name)
        }
        // The event is all there is of a title. SayIt reads no markup in one.
        Some((head, label, tail)) if record.profile == Profile::Standard => {
            xml.tag("docTitle").attr_if("plenary:name", other_name(line, &title.name)).mixed()?;
            xml.text(head)?;
            event_label(xml, record, e_id, event, label)?;
            xml.text(tail)?;
            xml.close()
        }
        // The line does not name the event as the model does, which is kept by the reference alone.
        _ => {
            doc_title(xml, line, &title.name)?;
            xml.tag("event").attr("refersTo", Link(e_id)).empty()
        }
    }
}

/// The name in `text`; all of it where the name is not in it.
fn doc_title(xml: &mut Xml<'_>, text: &str, name: &str) -> io::Result<()> {
    let (head, written, tail) = split(text, name).unwrap_or(("", text, ""));
    xml.text(head)?;
    xml.tag("docTitle").attr_if("plenary:name", other_name(written, name)).string(written)?;
    xml.text(tail)
}

/// The name, where it is not what is written for it.
fn other_name<'n>(written: &str, name: &'n str) -> Option<&'n str> {
    (written != name).then_some(name)
}

/// A series is a session of the body it names, and the event a meeting of it: AKN4UN has the same three for a meeting of
/// a session of the General Assembly.
fn event_label(
    xml: &mut Xml<'_>,
    record: &Record<'_>,
    e_id: &str,
    event: &Event<'_>,
    label: &str,
) -> io::Result<()> {
    xml.tag("event").attr("refersTo", Link(e_id)).mixed()?;
    let rest = match label.strip_prefix(&*event.series).filter(|_| year(&event.series).is_some()) {
        Some(rest) => {
            xml.tag("session").attr_if("value", year(&event.series)).mixed()?;
            match authority(event) {
                Some((head, name, tail)) => {
                    xml.text(head)?;
                    let author = Link(&record.references.author);
                    xml.tag("docAuthority").attr("refersTo", author).string(name)?;
                    xml.text(tail)?;
                }
                None => xml.text(&event.series)?,
            }
            xml.close()?;
            rest
        }
        None => label,
    };
    match number_in(event).and_then(|number| rsplit(rest, number)) {
        Some((head, number, tail)) => {
            xml.text(head)?;
            xml.tag("docNumber").string(number)?;
            xml.text(tail)?;
        }
        None => xml.text(rest)?,
    }
    xml.close()
}

/// The name of the body in the series, where it is more than a year: what stands before it, it, what stands behind.
fn authority<'e>(event: &'e Event<'_>) -> Option<(&'e str, &'e str, &'e str)> {
    year(&event.series)?;
    split(&event.series, &without_year(&event.series)).filter(|(_, name, _)| is_nameable(name))
}

/// Whether the line of a title names the body whose session it is.
pub(crate) fn names_authority(title: &Title<'_>) -> bool {
    title.event.as_ref().is_some_and(|event| {
        rsplit(title.line.as_str(), &event.label).is_some()
            && event.label.starts_with(&*event.series)
            && authority(event).is_some()
    })
}

/// `<docDate>7 Jun 2024 <recordedTime>09:00</recordedTime>h - <recordedTime>09:30</recordedTime>h</docDate>`
fn time_line(xml: &mut Xml<'_>, meeting: &MeetingTime<'_>) -> io::Result<()> {
    let zone = meeting.zone.as_deref().and_then(offset).unwrap_or_default();
    // A meeting that ends earlier than it starts ran over midnight.
    let over_midnight = meeting.start.zip(meeting.end).is_some_and(|(start, end)| end < start);
    let last_day = if over_midnight { meeting.date.tomorrow().unwrap_or(meeting.date) } else { meeting.date };
    let times = [("startEvent", meeting.date, meeting.start), ("endEvent", last_day, meeting.end)];

    let date = if meeting.date.year() >= 1 { meeting.date } else { return xml.text(meeting.line.as_str()) };
    xml.tag("docDate").attr("date", date).attr_if("plenary:zone", meeting.zone.as_deref()).mixed()?;
    let mut rest = meeting.line.as_str();
    for (kind, day, time) in times {
        let Some(time) = time else { continue };
        let written = find_time(rest, time);
        if let Some((head, _, _)) = written {
            xml.text(head)?;
        }
        let tag = xml
            .tag("recordedTime")
            .attr("type", kind)
            .attr("time", format_args!("{}{zone}", stamp(day, time)));
        match written {
            Some((_, time, tail)) => {
                tag.string(time)?;
                rest = tail;
            }
            // Written in a way we do not know: the time stands beside the words.
            None => tag.empty()?,
        }
    }
    xml.text(rest)?;
    xml.close()
}

/// `2024-06-07T09:00:00`
pub(crate) fn stamp(day: Date, time: Time) -> String {
    format!("{day}T{time}")
}

/// A zone as the schema writes it, where its distance from UTC is known; names such as `CEST` tell none.
fn offset(zone: &str) -> Option<&str> {
    let is_offset = |zone: &str| {
        let [sign, h1, h2, b':', m1, m2] = zone.as_bytes() else { return false };
        let hours = matches!((h1, h2), (b'0', b'0'..=b'9') | (b'1', b'0'..=b'3'));
        matches!(sign, b'+' | b'-') && hours && matches!((m1, m2), (b'0'..=b'5', b'0'..=b'9'))
    };
    match zone {
        "UTC" | "GMT" | "Z" => Some("Z"),
        _ => Some(zone).filter(|zone| is_offset(zone)),
    }
}

/// Finds `time` in `line`, written `09:00`, `9:00`, `09.00`, `9.00`: what stands before it, it, what stands behind.
fn find_time(line: &str, time: Time) -> Option<(&str, &str, &str)> {
    let (hour, minute) = (time.hour(), time.minute());
    let forms = [
        format!("{hour:02}:{minute:02}"),
        format!("{hour}:{minute:02}"),
        format!("{hour:02}.{minute:02}"),
        format!("{hour}.{minute:02}"),
    ];
    forms.iter().find_map(|form| {
        split(line, form).filter(|(head, _, tail)| {
            let digit = |c: char| c.is_ascii_digit();
            !head.ends_with(digit) && !tail.starts_with(digit)
        })
    })
}

/// `text` in three, the second being the first `piece` in it; none for an empty piece.
fn split<'t>(text: &'t str, piece: &str) -> Option<(&'t str, &'t str, &'t str)> {
    cut(text, text.find(piece)?, piece.len())
}

/// `text` in three, the second being the last `piece` in it; none for an empty piece.
fn rsplit<'t>(text: &'t str, piece: &str) -> Option<(&'t str, &'t str, &'t str)> {
    cut(text, text.rfind(piece)?, piece.len())
}

fn cut(text: &str, at: usize, len: usize) -> Option<(&str, &str, &str)> {
    let (head, rest) = text.split_at_checked(at)?;
    let (piece, tail) = rest.split_at_checked(len)?;
    (len > 0).then_some((head, piece, tail))
}
