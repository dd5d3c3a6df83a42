//! Topics with what is said on them.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{Argument, Point, Session, Text};

/// A topic, and the arguments and points that name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic<'s, 'src> {
    /// As the source first spells it. Spellings that differ in more than capitals are topics of their own
    /// ([`topic_key`]).
    pub name: &'s str,
    /// The arguments, in order.
    pub arguments: Vec<&'s Argument<'src>>,
    /// The points, in order.
    pub points: Vec<&'s Point<'src>>,
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
/// # }
/// ```
pub fn topics<'s, 'src>(session: &'s Session<'src>) -> Vec<Topic<'s, 'src>> {
    let mut index = Index { topics: Vec::new(), places: HashMap::new() };
    for argument in session.profiles().flat_map(|profile| &profile.arguments) {
        index.add(&argument.topics, |topic| topic.arguments.push(argument));
    }
    for point in session.points() {
        index.add(&point.topics, |topic| topic.points.push(point));
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
}

impl<'s, 'src> Index<'s, 'src> {
    /// Adds to each of the topics that one argument or point names, once; new ones are entered.
    fn add(&mut self, texts: &'s [Text<'src>], mut add: impl FnMut(&mut Topic<'s, 'src>)) {
        let named = texts.iter().filter_map(|text| Some((text.as_str().trim(), topic_key(text.as_str())?)));
        let places = named.map(|(name, key)| {
            *self.places.entry(key).or_insert_with(|| {
                self.topics.push(Topic { name, arguments: Vec::new(), points: Vec::new() });
                self.topics.len() - 1
            })
        });
        let mut places: Vec<_> = places.collect();
        places.sort_unstable();
        places.dedup();
        for place in places {
            self.topics.get_mut(place).into_iter().for_each(&mut add);
        }
    }
}
