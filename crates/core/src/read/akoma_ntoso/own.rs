//! Documents of our own: what they tell in elements of our own namespace, so that the session comes back as it was.
//!
//! `schema/plenary.xsd` of the Akoma Ntoso renderer describes the elements.

use std::collections::HashMap;

use crate::model::{
    Argument, Content, Declared, Detail, DetailKind, Dialect, Extra, Id, Point, Profile, Section,
    SectionRole, Statistics, Text,
};

use super::debate::Debate;
use super::frame::{Field, Frame, Place, Said};
use super::names::Kind;
use super::scan::Tag;

/// What a document of our own tells of its sections, and what is needed to put it together.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The sections in the order of the session, by identifier: place, role, and whether they hold points.
    sections: HashMap<Id, Planned>,
    /// The dialect of the page the session was read from.
    dialect: Option<Dialect>,
    /// The identifier of the node that the next text makes.
    pub(super) next_id: Option<Id>,
    /// The number read out of the statistic whose text is next.
    value: Option<u64>,
    /// How many speeches there have been.
    pub(super) speeches: usize,
    /// How many points there have been.
    points: usize,
}

#[derive(Debug, Clone, Copy)]
struct Planned {
    place: usize,
    role: SectionRole,
    has_points: bool,
}

impl<'src> Debate<'src> {
    /// An element of our own begins; returns where its text goes.
    pub(super) fn start_own(&mut self, tag: &Tag<'src>) -> Place {
        let field = match tag.name {
            "contributions" | "subjects" => return Place::Nowhere,
            "heading" => Field::Heading,
            "initials" => Field::Initials,
            "name" => Field::Name,
            "speed" => Field::Speed,
            "length" => Field::Length,
            "time" => Field::Time,
            "claim" => Field::Claim,
            "fact" => Field::Fact,
            "topic" => Field::Topic,
            "text" => Field::Text,
            "label" => Field::Label,
            _ => {
                self.start_own_node(tag);
                return Place::Meta;
            }
        };
        self.plan.value = tag.get("value").and_then(|value| value.parse().ok());
        Place::Field(field)
    }

    fn start_own_node(&mut self, tag: &Tag<'src>) {
        match tag.name {
            "profiles" => {
                let id = self.own_id(tag, "section-speakers");
                self.add_section(id, SectionRole::Speakers, None, Content::Profiles(Vec::new()));
            }
            "profile" => {
                let id = self.own_id(tag, "profile-unnamed");
                let speaker = Id::new(&*tag.reference("refersTo").unwrap_or_default());
                let profile = Profile {
                    id,
                    speaker,
                    initials: None,
                    name: nothing(),
                    statistics: Statistics::default(),
                    arguments: Vec::new(),
                    report: Vec::new(),
                    extra: Extra::default(),
                };
                if let Some(profiles) = self.profiles() {
                    profiles.push(profile);
                }
            }
            "argument" => {
                let id = self.own_id(tag, "argument-unnamed-1");
                let argument = Argument {
                    id,
                    claim: nothing(),
                    facts: Vec::new(),
                    topics: Vec::new(),
                    details: Vec::new(),
                    extra: Extra::default(),
                };
                if let Some(profile) = self.profiles().and_then(|profiles| profiles.last_mut()) {
                    profile.arguments.push(argument);
                }
            }
            "detail" => {
                let detail = tag.raw("kind").and_then(detail_kind).map(|kind| detail(kind, labels(tag)));
                if let Some((argument, detail)) = self.argument().zip(detail) {
                    argument.details.push(detail);
                }
            }
            "page" => {
                let name = tag.raw("dialect");
                self.plan.dialect = Dialect::ALL.into_iter().find(|dialect| name == Some(dialect.name()));
            }
            "section" => self.start_planned(tag),
            _ => {}
        }
    }

    /// The page tells of a section. One with nothing in it stands there itself.
    fn start_planned(&mut self, tag: &Tag<'src>) {
        let role = tag.raw("role");
        let role = SectionRole::ALL.into_iter().find(|other| role == Some(other.name()));
        let role = role.unwrap_or(SectionRole::Other);
        let planned = Planned {
            place: self.plan.sections.len(),
            role,
            has_points: tag.raw("content") == Some("points"),
        };
        let id = match tag.get("of") {
            Some(of) => Id::new(&*of),
            None => {
                let id = self.own_id(tag, "section-unnamed");
                let content = match planned.has_points {
                    true => Content::Points(Vec::new()),
                    false => Content::Parts(Vec::new()),
                };
                self.add_section(id.clone(), role, None, content);
                id
            }
        };
        self.plan.sections.insert(id, planned);
    }

    fn own_id(&mut self, tag: &Tag<'src>, wanted: &str) -> Id {
        self.guid(tag).unwrap_or_else(|| self.ids.claim(Id::new(wanted)))
    }

    fn profiles(&mut self) -> Option<&mut Vec<Profile<'src>>> {
        match &mut self.session.sections.last_mut()?.content {
            Content::Profiles(profiles) => Some(profiles),
            _ => None,
        }
    }

    fn argument(&mut self) -> Option<&mut Argument<'src>> {
        self.profiles()?.last_mut()?.arguments.last_mut()
    }

    /// The text of an element of our own.
    pub(super) fn put_field(&mut self, field: Field, text: Text<'src>) {
        let value = self.plan.value.take();
        let unplaced = match field {
            Field::Label => Some(text),
            Field::Heading => match self.session.sections.last_mut() {
                Some(section) => section.heading.replace(text),
                None => Some(text),
            },
            Field::Claim | Field::Fact | Field::Topic | Field::Text => match self.argument() {
                Some(argument) => put_in_argument(argument, field, text),
                None => Some(text),
            },
            Field::Initials | Field::Name | Field::Speed | Field::Length | Field::Time => {
                match self.profiles().and_then(|profiles| profiles.last_mut()) {
                    Some(profile) => put_in_profile(profile, field, text, value),
                    None => Some(text),
                }
            }
        };
        self.session.labels.extend(unplaced);
    }

    /// A block in a document of our own.
    pub(super) fn start_own_block(&mut self, tag: &Tag<'src>, frame: &mut Frame<'src>) {
        match (tag.name, tag.raw("name")) {
            ("heading", _) if matches!(frame.place, Place::Profile | Place::PointDetail(_)) => {
                frame.place = Place::Nowhere;
            }
            ("block", Some("subheading")) => frame.text = crate::model::BlockKind::Subheading,
            // So it was before there were containers for them.
            ("block", Some("repeatedTitle")) => frame.place = Place::RepeatedTitle,
            ("block", Some("unrecognised")) => frame.place = Place::Unplaced,
            ("blockContainer", _) => match tag.own("detail").as_deref() {
                Some("topics") => frame.place = Place::PointDetail(Said::Topic),
                Some(kind) => {
                    let Some(kind) = detail_kind(kind) else { return };
                    frame.place = Place::PointDetail(Said::Detail(kind));
                    let speakers = tag.references("refersTo");
                    let refer = |label: &std::borrow::Cow<'src, str>| self.people.refer(label, &mut self.ids);
                    let speakers = speakers.iter().filter_map(refer).collect();
                    if let Some(point) = self.point() {
                        point.details.push(detail(kind, speakers));
                    }
                }
                None => {}
            },
            _ => {}
        }
    }

    /// A part of a document of prose begins.
    pub(super) fn start_hier(&mut self, tag: &Tag<'src>, frame: &mut Frame<'src>) {
        if !self.ours {
            return;
        }
        let depth = self.frames.len() + 1;
        if let Some(of) = tag.own("of") {
            frame.place = Place::Profile;
            self.prose.profile = self.profile_called(&of);
            return;
        }
        let Some(id) = self.guid(tag) else { return };
        match (frame.level, frame.place) {
            (_, Place::Point) => self.plan.next_id = Some(id),
            (1, _) => {
                let planned = self.plan.sections.get(&id).copied();
                let role = planned.map_or(SectionRole::Other, |planned| planned.role);
                let content = match planned.is_some_and(|planned| planned.has_points) {
                    true => {
                        frame.place = Place::Point;
                        Content::Points(Vec::new())
                    }
                    false => Content::Parts(Vec::new()),
                };
                let place = self.add_section(id, role, None, content);
                self.prose.profile = None;
                self.prose.enter_section(place, depth);
            }
            _ => {
                let speaker = tag.reference("refersTo");
                let speaker = speaker.and_then(|label| self.people.refer(&label, &mut self.ids));
                self.add_part(Some(id), None, speaker);
                self.prose.enter_part(depth);
            }
        }
    }

    fn profile_called(&self, id: &str) -> Option<(usize, usize)> {
        self.session.sections.iter().enumerate().find_map(|(section, of)| match &of.content {
            Content::Profiles(profiles) => profiles
                .iter()
                .position(|profile| profile.id.as_str() == id)
                .map(|profile| (section, profile)),
            _ => None,
        })
    }

    /// The heading of the section or part that has begun last; gives it back where that has one.
    pub(super) fn put_own_heading(&mut self, level: usize, text: Text<'src>) -> Option<Text<'src>> {
        let section = self.session.sections.last_mut();
        let heading = match (level, section) {
            (1, Some(section)) => &mut section.heading,
            (2, Some(Section { content: Content::Parts(parts), .. })) => match parts.last_mut() {
                Some(part) if part.blocks.is_empty() => &mut part.heading,
                _ => return Some(text),
            },
            _ => return Some(text),
        };
        if heading.is_some() {
            return Some(text);
        }
        *heading = Some(text);
        None
    }

    fn point(&mut self) -> Option<&mut Point<'src>> {
        match &mut self.session.sections.last_mut()?.content {
            Content::Points(points) => points.last_mut(),
            _ => None,
        }
    }

    /// The text of a point, or the heading of its section.
    pub(super) fn put_point(&mut self, frame: &Frame<'src>, text: Text<'src>) {
        let text = match frame.block {
            Kind::Heading => match self.put_own_heading(frame.level, text) {
                None => return,
                Some(text) => text,
            },
            _ => text,
        };
        self.plan.points += 1;
        let given = self.plan.next_id.take();
        let wanted = format!("point-{}", self.plan.points);
        let id = given.unwrap_or_else(|| self.ids.claim(Id::new(wanted)));
        if let Some(Section { content: Content::Points(points), .. }) = self.session.sections.last_mut() {
            let (topics, details) = (Vec::new(), Vec::new());
            points.push(Point { id, text, topics, details, extra: Extra::default() });
        }
    }

    /// A text of a detail of a point, or a topic of it.
    pub(super) fn put_point_detail(&mut self, said: Said, text: Text<'src>) {
        let Some(point) = self.point() else { return self.session.unrecognised.push(text) };
        match said {
            Said::Topic => point.topics.push(text),
            Said::Detail(_) => match point.details.last_mut() {
                Some(detail) => detail.texts.push(text),
                None => self.session.unrecognised.push(text),
            },
        }
    }

    /// Whether an element of our own documents that ends without a text has an empty one.
    pub(super) fn holds_text(&self, frame: &Frame<'src>) -> bool {
        let is_text = matches!(frame.kind, Kind::From | Kind::Heading | Kind::Item | Kind::Remark)
            || matches!(frame.name, "p" | "block" | "scene");
        frame.start >= self.taken
            && match frame.place {
                Place::Field(_) => true,
                Place::Front => self.tells(),
                Place::Nowhere | Place::Outside | Place::Meta => false,
                _ => is_text,
            }
    }

    /// Puts the sections into the order of the session, and finds the speakers of the profiles: the references
    /// stand behind them.
    pub(super) fn finish_own(&mut self) {
        self.find_speakers();
        if !self.ours {
            return;
        }
        if let Some(dialect) = self.plan.dialect {
            self.session.dialect = dialect;
        }
        let plan = &self.plan.sections;
        for section in &mut self.session.sections {
            if let Some(planned) = plan.get(&section.id) {
                section.role = planned.role;
            }
        }
        let place = |section: &Section<'_>| plan.get(&section.id).map_or(usize::MAX, |planned| planned.place);
        self.session.sections.sort_by_key(place);
    }

    /// Finds whom the profiles and their arguments refer to. Where the references are lost, a profile is of whom it
    /// names, and those who agree are names alone.
    fn find_speakers(&mut self) {
        let (people, ids) = (&mut self.people, &mut self.ids);
        for section in &mut self.session.sections {
            let Content::Profiles(profiles) = &mut section.content else { continue };
            for profile in profiles {
                let known = people.refer(profile.speaker.as_str(), ids);
                profile.speaker = known.unwrap_or_else(|| people.meet(profile.name.as_str(), ids));
                let details = profile.arguments.iter_mut().flat_map(|argument| &mut argument.details);
                for detail in details {
                    let known =
                        detail.speakers.iter().filter_map(|speaker| people.refer(speaker.as_str(), ids));
                    detail.speakers = known.collect();
                }
            }
        }
    }
}

/// Puts a text into its place in an argument; gives the one that stood there, where only one can.
fn put_in_argument<'src>(
    argument: &mut Argument<'src>,
    field: Field,
    text: Text<'src>,
) -> Option<Text<'src>> {
    match field {
        Field::Claim => return replace(&mut argument.claim, text),
        Field::Fact => argument.facts.push(text),
        Field::Topic => argument.topics.push(text),
        _ => match argument.details.last_mut() {
            Some(detail) => detail.texts.push(text),
            None => argument.facts.push(text),
        },
    }
    None
}

/// The same for a profile.
fn put_in_profile<'src>(
    profile: &mut Profile<'src>,
    field: Field,
    text: Text<'src>,
    value: Option<u64>,
) -> Option<Text<'src>> {
    let statistics = &mut profile.statistics;
    let declared = match field {
        Field::Initials => return profile.initials.replace(text),
        Field::Speed => &mut statistics.speed,
        Field::Length => &mut statistics.length,
        Field::Time => &mut statistics.time,
        _ => return replace(&mut profile.name, text),
    };
    declared.replace(Declared { value, text, extra: Extra::default() }).map(|declared| declared.text)
}

/// Puts a text in the place of another, and gives that one if it holds anything of the source.
fn replace<'src>(place: &mut Text<'src>, text: Text<'src>) -> Option<Text<'src>> {
    Some(std::mem::replace(place, text)).filter(|before| !before.raw().is_empty())
}

fn detail_kind(name: &str) -> Option<DetailKind> {
    DetailKind::ALL.into_iter().find(|kind| kind.name() == name)
}

fn detail<'src>(kind: DetailKind, speakers: Vec<Id>) -> Detail<'src> {
    Detail { kind, texts: Vec::new(), speakers, extra: Extra::default() }
}

/// Whom a tag refers to, as long as nobody knows them yet.
fn labels(tag: &Tag<'_>) -> Vec<Id> {
    tag.references("refersTo").into_iter().map(|label| Id::new(&*label)).collect()
}

/// The text of a node before it is met.
fn nothing<'src>() -> Text<'src> {
    Text::borrowed("", 0, 0..0)
}
