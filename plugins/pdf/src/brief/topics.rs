//! Topics, and who argues on them.

use std::collections::HashMap;

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{DetailKind, Id, Speaker, Text};
use plenary_plugin_sdk::statistics::topic_key;

/// Which arguments and points name which topics, and whose they are. Takes linear time: an item of many topics and many
/// speakers is not gone over pair by pair.
#[derive(Default)]
pub(super) struct Matrix<'s, 'src> {
    /// The topics, and how many arguments and points name them.
    pub(super) topics: Vec<(&'s str, usize)>,
    /// The speakers, and how often they name a topic.
    pub(super) speakers: Vec<(&'s Speaker<'src>, usize)>,
    pub(super) items: Vec<Item>,
}

/// The topics of an argument or a point, and its speakers, by their places in the matrix, each once.
pub(super) struct Item {
    pub(super) topics: Vec<usize>,
    pub(super) speakers: Vec<usize>,
}

impl<'s, 'src> Matrix<'s, 'src> {
    pub(super) fn of(session: &'s Session<'src>) -> Self {
        let index = session.speaker_index();
        let mut matrix = Self::default();
        let (mut topics, mut speakers) = (HashMap::new(), HashMap::new());
        let mut add = |texts: &'s [Text<'src>], ids: &[&Id]| {
            let named =
                texts.iter().filter_map(|text| Some((text.as_str().trim(), topic_key(text.as_str())?)));
            let named = named.map(|(topic, key)| {
                *topics.entry(key).or_insert_with(|| {
                    matrix.topics.push((topic, 0));
                    matrix.topics.len() - 1
                })
            });
            let topics = each_once(named.collect());
            let whose = ids.iter().filter_map(|id| index.get(id)).map(|speaker| {
                *speakers.entry(speaker.id.as_str()).or_insert_with(|| {
                    matrix.speakers.push((speaker, 0));
                    matrix.speakers.len() - 1
                })
            });
            let speakers = each_once(whose.collect());
            for topic in &topics {
                if let Some((_, times)) = matrix.topics.get_mut(*topic) {
                    *times += 1;
                }
            }
            for speaker in &speakers {
                if let Some((_, times)) = matrix.speakers.get_mut(*speaker) {
                    *times += topics.len();
                }
            }
            matrix.items.push(Item { topics, speakers });
        };
        for profile in session.profiles() {
            for argument in &profile.arguments {
                add(&argument.topics, &[&profile.speaker]);
            }
        }
        for point in session.points() {
            let named = point.details.iter().filter(|detail| detail.kind == DetailKind::Speakers);
            let named: Vec<_> = named.flat_map(|detail| &detail.speakers).collect();
            add(&point.topics, &named);
        }
        matrix
    }
}

fn each_once(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}
