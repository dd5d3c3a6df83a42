//! Whom and what the document refers to: the `references`, and the way from a node of the model to its entry.
//!
//! What goes into `references` is what the document refers to, all of it and nothing else.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::io;

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Content, Event, Id, SpeakerKind, Text, slug};
use plenary_plugin_sdk::statistics::topic_key;
use plenary_plugin_sdk::xml::Xml;

use crate::label::Labels;
use crate::options::{Options, Profile, Scope};
use crate::preface;
use crate::record::{Document, sections_of_report};
use crate::value::Link;
use crate::work::Work;

/// The entries, and the ways to them. What a field of text holds is an `eId`.
#[derive(Debug)]
pub(crate) struct References<'s> {
    profile: Profile,
    entries: Vec<Listed<'s>>,
    /// The body whose session it is.
    pub(crate) author: String,
    /// Where the record comes from.
    pub(crate) source: String,
    /// The program that made the document.
    pub(crate) generator: String,
    /// The event the session belongs to.
    pub(crate) event: Option<String>,
    /// The dictionary of the topics; `None` where there are no topics.
    pub(crate) dictionary: Option<String>,
    /// The speakers, as the registry has them.
    pub(crate) speakers: Vec<Agent>,
    by_id: HashMap<&'s str, usize>,
    /// The topics, in the order first met.
    pub(crate) topics: Vec<Topic<'s>>,
    by_name: HashMap<Cow<'s, str>, usize>,
    /// Speakers that a speech, part or profile names, but the registry does not have.
    pub(crate) unknown_speakers: BTreeSet<&'s str>,
}

/// A speaker, as a speech refers to one.
#[derive(Debug)]
pub(crate) struct Agent {
    /// Its `eId`.
    pub(crate) e_id: String,
    /// Whether the name tells a function only: `by` takes persons and organisations, `as` takes roles.
    pub(crate) is_role: bool,
    /// The `eId` of what the record says they are.
    pub(crate) role: Option<String>,
}

/// A topic.
#[derive(Debug)]
pub(crate) struct Topic<'s> {
    /// Its `eId`.
    pub(crate) e_id: String,
    /// As first written.
    pub(crate) name: &'s str,
    /// What is said on it.
    pub(crate) said: Vec<Said>,
}

/// Something said on a topic, by its place in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// An argument: the number of its profile, and its own there.
    Argument(usize, usize),
    /// A point: the number of its section of the report, and its own there.
    Point(usize, usize),
}

impl Topic<'_> {
    /// Whether the report names it.
    pub(crate) fn is_in_report(&self) -> bool {
        self.said.iter().any(|said| matches!(said, Said::Point(..)))
    }
}

/// The parts somebody has in the document: `eId` and name.
pub(crate) const ROLES: [(&str, &str); 3] =
    [("author", "Author"), ("publisher", "Publisher"), ("editor", "Editor")];

impl<'s> References<'s> {
    /// The references of the `document` made of `session`.
    pub(crate) fn of(
        session: &'s Session<'s>,
        document: Document,
        work: &'s Work<'s>,
        options: &'s Options,
        generator: &'s str,
    ) -> Self {
        let iris = &options.iri;
        let profile = document.profile(options);
        let mut list = List::new(&iris.ontology);
        let (actor, debate) = (&work.actor, work.debate().work);
        let body = format!("{}/{}", debate.country, actor.segment);
        // Names are not identities: a speaker or topic of another session is another entry, until an archivist
        // says that they are one.
        let own = match iris.scope {
            Scope::Session => format!("{body}/{}/{}", debate.date, debate.number),
            Scope::Body => body.clone(),
        };

        for (role, name) in ROLES {
            list.add(Class::Role, role, role, name, None);
        }
        let author = list.add(Class::Organization, &actor.segment, &body, &actor.name, None);
        let dialect = session.dialect.name();
        let is_source = dialect == actor.segment;
        // In a report by itself it is named by the title alone.
        let is_named = is_source || session.title.as_ref().is_some_and(preface::names_authority);
        if document == Document::Report && !is_named {
            list.forget_last();
        }
        let source = if is_source {
            author.clone()
        } else {
            list.add(Class::Organization, dialect, dialect, dialect, None)
        };
        let program = slug(generator.split_whitespace().next().unwrap_or_default());
        let maker = list.add(Class::Organization, &program, &program, generator, None);
        let event = session.title.as_ref().and_then(|title| title.event.as_ref()).map(|event| {
            let label = slug(&event.label);
            let e_id = list.add(Class::Event, &label, &format!("{body}/{label}"), &event.label, None);
            list.describe(Facts::Event(event));
            e_id
        });

        let named: BTreeSet<_> = named(session, document).map(Id::as_str).collect();
        let mut speakers = Vec::with_capacity(session.speakers.len());
        let mut by_id = HashMap::with_capacity(session.speakers.len());
        let mut roles = HashMap::new();
        for speaker in &session.speakers {
            // The debate has the registry whole, a report whom it names.
            let is_absent = document == Document::Report && !named.contains(speaker.id.as_str());
            // Before the speaker, who refers to it.
            let role = speaker.role.as_deref().filter(|role| !role.trim().is_empty()).map(|role| {
                let add =
                    || list.add_own(Class::Role, &format!("role-{}", slug(role)), "role-", &own, role, None);
                match is_absent {
                    true => String::new(),
                    false => roles.entry(role).or_insert_with(add).clone(),
                }
            });
            let class = match speaker.kind {
                // SayIt knows no others.
                _ if profile == Profile::Sayit => Class::Person,
                SpeakerKind::Organization => Class::Organization,
                SpeakerKind::Role => Class::Role,
                _ => Class::Person,
            };
            // SayIt breaks off where somebody has no name.
            let is_named = profile == Profile::Standard || !speaker.name.trim().is_empty();
            let name = if is_named { &*speaker.name } else { speaker.id.as_str() };
            let e_id = list.add_own(class, speaker.id.as_str(), "speaker-", &own, name, Some(&speaker.id));
            match &role {
                _ if is_absent => list.forget_last(),
                Some(role) => list.describe(Facts::Role(role.clone())),
                None => {}
            }
            by_id.entry(speaker.id.as_str()).or_insert(speakers.len());
            speakers.push(Agent { e_id, is_role: class == Class::Role, role });
        }

        let (mut topics, mut by_name) = (Vec::<Topic<'_>>::new(), HashMap::<Cow<'s, str>, usize>::new());
        let mut dictionary = None;
        for (topic, said) in topics_of(session, document) {
            let Some(key) = topic_key(topic.as_str()) else { continue };
            let next = topics.len();
            let place = match by_name.entry(key) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(free) => *free.insert(next),
            };
            if place == next {
                if dictionary.is_none() {
                    let path = format!("{own}/topics");
                    dictionary = Some(list.add(Class::Reference, "topics", &path, "Topics", None));
                }
                let name = topic.as_str().trim();
                let wish = format!("topic-{}", slug(name));
                let e_id = list.add_own(Class::Concept, &wish, "topic-", &own, name, None);
                topics.push(Topic { e_id, name, said: Vec::new() });
            }
            if let Some(topic) = topics.get_mut(place)
                && topic.said.last() != Some(&said)
            {
                topic.said.push(said);
            }
        }

        let unknown_speakers = named.into_iter().filter(|id| !by_id.contains_key(id)).collect();
        Self {
            profile,
            entries: list.entries,
            author,
            source,
            generator: maker,
            event,
            dictionary,
            speakers,
            by_id,
            topics,
            by_name,
            unknown_speakers,
        }
    }

    /// The entry of a speaker; `None` where the registry has no such speaker.
    pub(crate) fn speaker(&self, id: Option<&Id>) -> Option<&Agent> {
        self.speakers.get(self.place_of_speaker(id)?)
    }

    /// Which of the registry it is.
    pub(crate) fn place_of_speaker(&self, id: Option<&Id>) -> Option<usize> {
        self.by_id.get(id?.as_str()).copied()
    }

    /// References to the entries of `speakers`, as a list; `None` where there are none.
    pub(crate) fn speakers_of(&self, speakers: &[Id]) -> Option<String> {
        let agents = speakers.iter().filter_map(|id| self.speaker(Some(id)));
        let labels: Vec<_> = agents.map(|agent| format!("#{}", agent.e_id)).collect();
        (!labels.is_empty()).then(|| labels.join(" "))
    }

    /// The entry of a topic; `None` for one without a name.
    pub(crate) fn topic(&self, topic: &Text<'_>) -> Option<&Topic<'s>> {
        self.topics.get(*self.by_name.get(&topic_key(topic.as_str())?)?)
    }

    /// Writes the entries, into the open `references`.
    pub(crate) fn write(&self, xml: &mut Xml<'_>) -> io::Result<()> {
        for entry in &self.entries {
            let mut tag = xml.tag(entry.class.element()).attr("eId", &entry.e_id);
            if let Some(id) = entry.id {
                tag = tag.id(id);
            }
            tag = tag.attr("href", &entry.href).attr("showAs", entry.show_as).controls(entry.show_as);
            tag = match &entry.facts {
                None => tag,
                Some(Facts::Role(role)) => tag.attr("plenary:role", Link(role)),
                Some(Facts::Event(event)) => tag
                    .attr("plenary:series", &event.series)
                    .attr_if("plenary:kind", event.kind.as_deref())
                    .attr_if("plenary:number", event.number.as_deref()),
            };
            if entry.class == Class::Reference {
                tag = tag.attr("name", "dictionary");
            }
            if entry.class == Class::Person && self.profile == Profile::Sayit {
                // The schema forbids it.
                tag = tag.attr("id", &entry.e_id);
            }
            tag.empty()?;
        }
        Ok(())
    }
}

/// The topics that the document names, as often as it does, and with which words: those of arguments stand in the debate,
/// those of points in the report.
fn topics_of<'s>(session: &'s Session<'s>, document: Document) -> impl Iterator<Item = (&'s Text<'s>, Said)> {
    let profiles = session.profiles().zip(1..).filter(move |_| document != Document::Report);
    let of_arguments = profiles.flat_map(|(profile, of)| {
        let arguments = profile.arguments.iter().zip(1..);
        arguments.flat_map(move |(argument, number)| {
            argument.topics.iter().map(move |topic| (topic, Said::Argument(of, number)))
        })
    });
    let sections = sections_of_report(session).zip(1..).filter(move |_| document.holds_report());
    let of_points = sections.flat_map(|(section, of)| {
        let points = match &section.content {
            Content::Points(points) => points.as_slice(),
            _ => &[],
        };
        points.iter().zip(1..).flat_map(move |(point, number)| {
            point.topics.iter().map(move |topic| (topic, Said::Point(of, number)))
        })
    });
    of_arguments.chain(of_points)
}

/// Every speaker the document names.
fn named<'s>(session: &'s Session<'_>, document: Document) -> impl Iterator<Item = &'s Id> {
    let (debate, report) = (document != Document::Report, document.holds_report());
    let parts = session.parts().filter(move |_| report).filter_map(|part| part.speaker.as_ref());
    let speeches = session.speeches().filter(move |_| debate).filter_map(|speech| speech.speaker.as_ref());
    let profiles = session.profiles().filter(move |profile| debate || !profile.report.is_empty());
    let arguments = session.profiles().filter(move |_| debate).flat_map(|profile| &profile.arguments);
    let points = session.points().filter(move |_| report);
    let details = arguments.flat_map(|argument| &argument.details).chain(points.flat_map(|of| &of.details));
    parts
        .chain(speeches)
        .chain(profiles.map(|profile| &profile.speaker))
        .chain(details.flat_map(|detail| &detail.speakers))
}

/// The entries as they are gathered.
#[derive(Debug)]
struct List<'s> {
    /// What their IRIs begin with.
    ontology: &'s str,
    entries: Vec<Listed<'s>>,
    labels: Labels,
}

impl<'s> List<'s> {
    fn new(ontology: &'s str) -> Self {
        Self { ontology, entries: Vec::new(), labels: Labels::with_capacity(256) }
    }

    /// Adds an entry whose IRI ends in `path`; returns its `eId`, as near to `wish` as may be.
    fn add(&mut self, class: Class, wish: &str, path: &str, show_as: &'s str, id: Option<&'s Id>) -> String {
        let e_id = self.labels.label(wish);
        let href = [self.ontology, "/", class.segment(), "/", path].concat();
        self.entries.push(Listed { class, e_id: e_id.clone(), href, show_as, id, facts: None });
        e_id
    }

    /// Takes the last entry back; its label stays taken, so that others have the same one in every document.
    fn forget_last(&mut self) {
        self.entries.pop();
    }

    /// Says of the last entry what the standard has no attribute for.
    fn describe(&mut self, facts: Facts<'s>) {
        if let Some(entry) = self.entries.last_mut() {
            entry.facts = Some(facts);
        }
    }

    /// Adds an entry of the session's own: its IRI is its label (which need not say the class again) under `own`.
    fn add_own(
        &mut self,
        class: Class,
        wish: &str,
        prefix: &str,
        own: &str,
        show_as: &'s str,
        id: Option<&'s Id>,
    ) -> String {
        let e_id = self.labels.label(wish);
        let name = e_id.strip_prefix(prefix).unwrap_or(&e_id);
        let href = [self.ontology, "/", class.segment(), "/", own, "/", name].concat();
        self.entries.push(Listed { class, e_id: e_id.clone(), href, show_as, id, facts: None });
        e_id
    }
}

/// One entry.
#[derive(Debug)]
struct Listed<'s> {
    class: Class,
    e_id: String,
    href: String,
    show_as: &'s str,
    /// The model's identifier.
    id: Option<&'s Id>,
    facts: Option<Facts<'s>>,
}

/// What the model knows of an entry and the standard has no attribute for.
#[derive(Debug)]
enum Facts<'s> {
    /// Of a speaker: the `eId` of what the record says they are.
    Role(String),
    /// Of an event: its series, and the session's kind and number there.
    Event(&'s Event<'s>),
}

/// A class of the Akoma Ntoso ontology.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Person,
    Organization,
    Role,
    Event,
    Concept,
    Reference,
}

impl Class {
    fn element(self) -> &'static str {
        match self {
            Class::Person => "TLCPerson",
            Class::Organization => "TLCOrganization",
            Class::Role => "TLCRole",
            Class::Event => "TLCEvent",
            Class::Concept => "TLCConcept",
            Class::Reference => "TLCReference",
        }
    }

    /// Its part of an IRI.
    fn segment(self) -> &'static str {
        match self {
            Class::Person => "person",
            Class::Organization => "organization",
            Class::Role => "role",
            Class::Event => "event",
            Class::Concept => "concept",
            Class::Reference => "reference",
        }
    }
}
