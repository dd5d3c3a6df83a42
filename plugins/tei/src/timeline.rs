//! When speeches begin and end: a `timeline` for a recording, and one for the clock.

use std::collections::BTreeMap;
use std::io;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::Moment;
use plenary_plugin_sdk::xml::Xml;

use crate::id::Names;

/// The moments that a session names, in their order, each with its identifier.
pub(crate) struct Timeline {
    /// The identifier of the moment in which the recording begins.
    origin: String,
    /// Milliseconds of a recording.
    recording: BTreeMap<u64, String>,
    clock: BTreeMap<Point, (String, String)>,
}

/// A moment of a day. Those that tell their distance from UTC are apart from those that do not: nobody knows which of
/// two such is the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Point {
    Local(DateTime),
    World(Timestamp),
}

impl Timeline {
    /// The moments of `session`.
    pub(crate) fn of(session: &Session<'_>, names: &mut Names) -> Self {
        let (mut recording, mut clock) = (BTreeMap::new(), BTreeMap::new());
        for moment in session.speeches().flat_map(|speech| [speech.start, speech.end]).flatten() {
            match moment {
                Moment::Elapsed { milliseconds } => {
                    recording.insert(milliseconds, String::new());
                }
                Moment::Clock { .. } => {
                    if let Some((point, written)) = point(moment) {
                        clock.entry(point).or_insert((written, String::new()));
                    }
                }
            }
        }
        let ids = recording.values_mut().chain(clock.values_mut().map(|(_, id)| id));
        for (id, number) in ids.zip(1..) {
            *id = names.fresh(&format!("time-{number}"));
        }
        Self { origin: names.fresh("recording"), recording, clock }
    }

    /// A reference to `moment`; `None` for one that no schema has a form for.
    pub(crate) fn reference(&self, moment: Option<Moment>) -> Option<String> {
        let id = match moment? {
            Moment::Elapsed { milliseconds } => self.recording.get(&milliseconds),
            moment @ Moment::Clock { .. } => self.clock.get(&point(moment)?.0).map(|(_, id)| id),
        };
        id.map(|id| format!("#{id}"))
    }

    /// Writes it, where there are moments.
    pub(crate) fn write(&self, xml: &mut Xml<'_>) -> io::Result<()> {
        if !self.recording.is_empty() {
            let origin = format!("#{}", self.origin);
            xml.tag("timeline").attr("unit", "s").attr("origin", &origin).open()?;
            xml.tag("when").attr("xml:id", &self.origin).empty()?;
            for (milliseconds, id) in &self.recording {
                let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000);
                let when = xml.tag("when").attr("xml:id", id);
                let when = when.attr("interval", format_args!("{seconds}.{rest:03}"));
                when.attr("since", &origin).empty()?;
            }
            xml.close()?;
        }
        if !self.clock.is_empty() {
            xml.tag("timeline").open()?;
            for (written, id) in self.clock.values() {
                xml.tag("when").attr("xml:id", id).attr("absolute", written).empty()?;
            }
            xml.close()?;
        }
        Ok(())
    }
}

/// A moment of a day as the schemas write it: in the year 1 or later, and whole minutes, at most 14 hours, from UTC. One at
/// another distance is written in UTC.
fn point(moment: Moment) -> Option<(Point, String)> {
    let Moment::Clock { at, offset } = moment else { return None };
    let Some(offset) = offset else {
        return (at.year() >= 1).then(|| (Point::Local(at), moment.to_string()));
    };
    let timestamp = offset.to_timestamp(at).ok()?;
    let fits = offset.seconds() % 60 == 0 && offset.seconds().abs() <= 14 * 3600;
    let year = if fits { at.year() } else { TimeZone::UTC.to_datetime(timestamp).year() };
    let written = if fits { moment.to_string() } else { timestamp.to_string() };
    (year >= 1).then_some((Point::World(timestamp), written))
}
