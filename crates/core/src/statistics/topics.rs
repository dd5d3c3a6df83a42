//! Topics with what is said on them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::model::{Argument, DetailKind, Id, Point, Session, Speaker, SpeakerIndex, Text};

/// A topic, the arguments and points that name it, and the speakers whose they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic<'s, 'src> {
    /// As the source first spells it. Spellings that differ in more than capitals are topics of their own
    /// ([`topic_key`]).
    pub name: &'s str,
    /// The arguments, in order.
    pub arguments: Vec<&'s Argument<'src>>,
    /// The points, in order.
    pub points: Vec<&'s Point<'src>>,
    /// Whose arguments and points these are, each once, in the order first met.
    pub speakers: Vec<&'s Speaker<'src>>,
}

/// The topics of a session, in the order they first occur among the arguments, then the points.
///
/// ```
/// # #[cfg(feature = "read")] {
/// use plenary_core::read::{ReadOptions, read};
/// use plenary_core::statistics::topics;
///
/// let page = "\
/// Speakers
/// Ada Fjord
/// Speech speed
/// 120 words per minute
/// Arguments
/// Cranes come first
/// Topics: Cranes, Money
/// Bea Lund
/// Speech speed
/// 140 words per minute
/// Arguments
/// Offices come first
/// Topics: Money
/// ";
/// let session = read(page, &ReadOptions::default()).session;
/// let topics = topics(&session);
/// assert_eq!(topics.iter().map(|topic| topic.name).collect::<Vec<_>>(), ["Cranes", "Money"]);
/// assert_eq!(topics[1].arguments[1].claim.as_str(), "Offices come first");
/// assert_eq!(topics[1].speakers.len(), 2);
/// # }
/// ```
pub fn topics<'s, 'src>(session: &'s Session<'src>) -> Vec<Topic<'s, 'src>> {
    let mut index = Index {
        topics: Vec::new(),
        places: HashMap::new(),
        met: HashSet::new(),
        speakers: session.speaker_index(),
    };
    for profile in session.profiles() {
        for argument in &profile.arguments {
            for topic in index.named(&argument.topics) {
                index.add(topic, [&profile.speaker], |topic| topic.arguments.push(argument));
            }
        }
    }
    for point in session.points() {
        let speakers = point.details.iter().filter(|detail| detail.kind == DetailKind::Speakers);
        let speakers: Vec<_> = speakers.flat_map(|detail| &detail.speakers).collect();
        for topic in index.named(&point.topics) {
            index.add(topic, speakers.iter().copied(), |topic| topic.points.push(point));
        }
    }
    index.topics
}

/// What makes two spellings of a topic one: its letters, in either case, without the white space around them. Which of
/// other spellings mean the same is for an editor to say. `None` where there is nothing to a name.
///
/// ```
/// use plenary_core::statistics::topic_key;
///
/// assert_eq!(topic_key("Cyber security"), topic_key(" cyber Security"));
/// assert_ne!(topic_key("Cyber security"), topic_key("Cybersecurity"));
/// assert_eq!(topic_key(" "), None);
/// ```
pub fn topic_key(name: &str) -> Option<Cow<'_, str>> {
    let name = name.trim();
    let is_small = name.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let key = if is_small { Cow::Borrowed(name) } else { Cow::Owned(name.to_lowercase()) };
    (!name.is_empty()).then_some(key)
}

struct Index<'s, 'src> {
    topics: Vec<Topic<'s, 'src>>,
    /// The topics' places by their keys.
    places: HashMap<Cow<'s, str>, usize>,
    /// The speakers each topic has already.
    met: HashSet<(usize, &'s str)>,
    speakers: SpeakerIndex<'s, 'src>,
}

impl<'s, 'src> Index<'s, 'src> {
    /// The places of the topics of one argument or point, each once; new ones are entered.
    fn named(&mut self, texts: &'s [Text<'src>]) -> Vec<usize> {
        let mut places: Vec<_> = texts
            .iter()
            .filter_map(|text| Some((text.as_str().trim(), topic_key(text.as_str())?)))
            .map(|(name, key)| {
                *self.places.entry(key).or_insert_with(|| {
                    let (arguments, points, speakers) = (Vec::new(), Vec::new(), Vec::new());
                    self.topics.push(Topic { name, arguments, points, speakers });
                    self.topics.len() - 1
                })
            })
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    fn add(
        &mut self,
        place: usize,
        speakers: impl IntoIterator<Item = &'s Id>,
        add: impl FnOnce(&mut Topic<'s, 'src>),
    ) {
        let Some(topic) = self.topics.get_mut(place) else { return };
        add(topic);
        for speaker in speakers.into_iter().filter_map(|id| self.speakers.get(id)) {
            if self.met.insert((place, speaker.id.as_str())) {
                topic.speakers.push(speaker);
            }
        }
    }
}
