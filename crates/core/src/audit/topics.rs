//! Topics that are spelt in more than one way.

use std::collections::HashMap;

use crate::diagnostic::codes::audit::TOPIC_SPELLING;
use crate::model::{Session, Span, Text};

use super::evidence::{Count, Evidence};
use super::findings::Findings;
use super::fold::{fold, one_letter_apart};

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    // Topics that differ in capitals alone: with one page they are often many, and one finding is enough.
    let mut in_capitals: Option<(Span, [&str; 2])> = None;
    let mut others = 0;
    for mut spellings in topics(evidence.session) {
        // The usual one first; the place is that of the first one that is not.
        spellings.sort_by_key(|spelling| (usize::MAX - spelling.times, spelling.text.span()));
        let [usual, unusual @ ..] = spellings.as_slice() else { continue };
        let Some(first) = unusual.iter().min_by_key(|spelling| spelling.text.span()) else { continue };
        let at = first.text.content_span();
        let lower = usual.text.as_str().to_lowercase();
        if unusual.iter().all(|spelling| spelling.text.as_str().to_lowercase() == lower) {
            others += usize::from(in_capitals.is_some());
            in_capitals.get_or_insert((at, [usual.text.as_str(), first.text.as_str()]));
            continue;
        }
        let shown: Vec<_> = spellings.iter().take(4).map(Spelling::shown).collect();
        findings.add(
            &TOPIC_SPELLING,
            Some(at),
            format_args!("a topic is spelt {}", shown.join(" and ")),
            format_args!("choose one spelling"),
        );
    }
    if let Some((at, [usual, other])) = in_capitals {
        let more = match others {
            0 => String::new(),
            others => format!(", and so {}", Count(others, "other topic")),
        };
        findings.add(
            &TOPIC_SPELLING,
            Some(at),
            format_args!("a topic is written `{usual}` and, in other capitals, `{other}`{more}"),
            format_args!("choose one spelling"),
        );
    }
}

/// A way in which a topic is spelt.
struct Spelling<'s, 'src> {
    /// Where first.
    text: &'s Text<'src>,
    times: usize,
}

impl Spelling<'_, '_> {
    /// `Cybersecurity` (3 times)
    fn shown(&self) -> String {
        match self.times {
            1 => format!("`{}` (once)", self.text),
            times => format!("`{}` ({times} times)", self.text),
        }
    }
}

/// The topics in the order of the session, each with its spellings.
fn topics<'s, 'src>(session: &'s Session<'src>) -> Vec<Vec<Spelling<'s, 'src>>> {
    let of_arguments = session.profiles().flat_map(|profile| &profile.arguments).flat_map(|one| &one.topics);
    let of_points = session.points().flat_map(|point| &point.topics);
    let mut by_spelling: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let mut topics: Vec<Vec<Spelling<'_, '_>>> = Vec::new();
    let mut keys = Vec::new();
    for text in of_arguments.chain(of_points).filter(|text| !text.is_empty()) {
        let (topic, spelling) = *by_spelling.entry(text.as_str()).or_insert_with(|| {
            let key = key(text.as_str());
            let topic = *by_key.entry(key.clone()).or_insert_with(|| {
                topics.push(Vec::new());
                keys.push(key);
                topics.len() - 1
            });
            let spellings = topics.get_mut(topic);
            let place = spellings.as_ref().map_or(0, |spellings| spellings.len());
            spellings.into_iter().for_each(|spellings| spellings.push(Spelling { text, times: 0 }));
            (topic, place)
        });
        if let Some(spelling) = topics.get_mut(topic).and_then(|topic| topic.get_mut(spelling)) {
            spelling.times += 1;
        }
    }
    join_slips(&mut topics, &keys);
    topics
}

/// Puts topics together that are a letter apart.
fn join_slips(topics: &mut [Vec<Spelling<'_, '_>>], keys: &[String]) {
    let keys: Vec<_> = keys.iter().map(String::as_str).collect();
    for (left, right) in one_letter_apart(&keys) {
        let (Some(one), Some(other)) = (keys.get(left), keys.get(right)) else { continue };
        if is_slip(one, other) {
            let slips = topics.get_mut(right).map(std::mem::take).unwrap_or_default();
            topics
                .get_mut(left)
                .into_iter()
                .for_each(|topic| topic.extend(slips.iter().map(|slip| Spelling { ..*slip })));
        }
    }
}

/// Whether one letter makes no other word of a topic. Another letter in its place often does (`adoption`,
/// `adaption`), but for an `s` written `z`.
fn is_slip(one: &str, other: &str) -> bool {
    let letters = one.chars().count();
    let other_letter = one.chars().zip(other.chars()).find(|(left, right)| left != right);
    match one.len() == other.len() {
        true => letters >= 12 || matches!(other_letter, Some(('s', 'z') | ('z', 's'))),
        false => letters >= 8,
    }
}

/// What the spellings of a topic have in common: its letters and digits, without the `s` of a plural.
fn key(topic: &str) -> String {
    let folded = fold(topic);
    if folded.is_empty() {
        return topic.to_owned();
    }
    // `C++`, `C#`
    let signs = topic.chars().filter(|c| matches!(c, '+' | '#'));
    folded.split(' ').map(singular).chain(signs.map(String::from)).collect()
}

fn singular(word: &str) -> String {
    match word {
        "news" => word.to_owned(),
        _ if word.len() > 4 && word.ends_with("ies") => format!("{}y", word.trim_end_matches("ies")),
        _ if word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) =>
        {
            word.trim_end_matches('s').to_owned()
        }
        _ => word.to_owned(),
    }
}
