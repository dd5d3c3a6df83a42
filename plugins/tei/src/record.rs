//! One session on its way into a document: what all parts of the document need to know.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::document::Masthead;
use plenary_plugin_sdk::model::{Id, Text, slug};
use plenary_plugin_sdk::statistics::{topic_key, topics};

use crate::id::{Names, references};
use crate::options::Options;
use crate::timeline::Timeline;

/// A session with all that is worked out before the first byte is written.
pub(crate) struct Record<'s> {
    /// The session.
    pub(crate) session: &'s Session<'s>,
    /// What was asked for.
    pub(crate) options: &'s Options,
    /// The program that makes the document: `plenary 0.1.0`.
    pub(crate) generator: &'s str,
    /// The day the document is made, where the caller tells.
    pub(crate) made: Option<Date>,
    /// The identifier of the document.
    pub(crate) id: String,
    /// The identifier of the list of topics.
    pub(crate) taxonomy: String,
    /// The topics as the source first spells them, in the order first met, each with its identifier.
    pub(crate) topics: Vec<(&'s str, String)>,
    /// When speeches begin and end.
    pub(crate) timeline: Timeline,
    /// The registry.
    speakers: HashSet<&'s str>,
    /// The places of the topics.
    places: HashMap<Cow<'s, str>, usize>,
}

impl<'s> Record<'s> {
    /// The record of `session`, made by `generator`, a program, at `epoch`.
    pub(crate) fn new(
        session: &'s Session<'s>,
        options: &'s Options,
        generator: &'s str,
        epoch: Option<i64>,
    ) -> Self {
        let made = epoch.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
        let mut names = Names::of(session);
        let title = Masthead::of(session).title.map_or_else(|| "untitled".to_owned(), slug);
        let id = options.id.clone().unwrap_or_else(|| format!("session-{title}"));
        let id = names.fresh(&id);
        let taxonomy = names.fresh("topics");
        let topics: Vec<_> = topics(session)
            .into_iter()
            .map(|topic| (topic.name, names.fresh(&format!("topic-{}", slug(topic.name)))))
            .collect();
        let places =
            topics.iter().enumerate().filter_map(|(place, (name, _))| Some((topic_key(name)?, place)));
        let places = places.collect();
        let timeline = Timeline::of(session, &mut names);
        let speakers = session.speakers.iter().map(|speaker| speaker.id.as_str());
        Self {
            session,
            options,
            generator,
            made: made.map(|made| TimeZone::UTC.to_datetime(made).date()).filter(|made| made.year() >= 1),
            id,
            taxonomy,
            topics,
            timeline,
            speakers: speakers.collect(),
            places,
        }
    }

    /// References to those of `speakers` that the document has; `None` where it has none of them.
    pub(crate) fn speakers<'i>(&self, speakers: impl IntoIterator<Item = &'i Id>) -> Option<String> {
        references(speakers.into_iter().filter(|id| self.speakers.contains(id.as_str())))
    }

    /// A reference to a topic; `None` for one without a name.
    pub(crate) fn topic(&self, topic: &Text<'_>) -> Option<String> {
        let (_, id) = self.topics.get(*self.places.get(&topic_key(topic.as_str())?)?)?;
        Some(format!("#{id}"))
    }

    /// Speakers that somebody names and the registry does not have.
    pub(crate) fn unknown_speakers(&self) -> BTreeSet<&'s str> {
        self.session.mentions().map(Id::as_str).filter(|id| !self.speakers.contains(id)).collect()
    }
}
