//! A meeting without a format: what a record says, to be written in every dialect and found again.

use plenary_core::model::{DetailKind, Moment, Session};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

/// What a record says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Meeting {
    pub(crate) title: Option<String>,
    /// ISO 8601, with the hours it began and ended.
    pub(crate) time: Option<(String, String, String)>,
    pub(crate) disclaimer: Option<String>,
    /// Paragraphs under a headline.
    pub(crate) report: Option<(String, Vec<String>)>,
    pub(crate) turns: Vec<Turn>,
    pub(crate) profiles: Vec<Profile>,
}

/// One speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) name: String,
    pub(crate) paragraphs: Vec<String>,
    /// Milliseconds since the recording began.
    pub(crate) times: Option<(u64, u64)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Profile {
    pub(crate) name: String,
    /// Words per minute, words, seconds.
    pub(crate) statistics: Option<(u64, u64, u64)>,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) report: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Argument {
    pub(crate) claim: String,
    pub(crate) facts: Vec<String>,
    pub(crate) topics: Vec<String>,
    pub(crate) explanation: Option<String>,
    pub(crate) agreed_with: Vec<String>,
}

const GIVEN: [&str; 12] = [
    "Ann",
    "Bo",
    "Ines",
    "Józef",
    "Søren",
    "Thị",
    "Marie-Claire",
    "Дарья",
    "H.E. Omar",
    "Dr. Lea",
    "Li",
    "Ngozi",
];
const FAMILY: [&str; 12] = [
    "Quarrie",
    "O’Dell",
    "van der Doe",
    "Núñez",
    "Соколянская",
    "Müller-Hess",
    "Okafor",
    "Trần",
    "Lee",
    "de la Cruz",
    "Brandt",
    "Jr. Smith",
];
const ROLES: [&str; 6] = ["Moderator", "Audience", "Chair", "Speaker 2", "Secretariat", "Online moderator"];
const OPENERS: [&str; 8] =
    ["We", "The harbour", "Nobody", "In 2019 the port", "“Yes”, they", "I", "It", "A ferry"];
const MIDDLES: [&str; 10] = [
    "agree on two points: safety and pay",
    "asked for 12.5 % more",
    "must wait; the tide will not",
    "know R&D <costs>",
    "said (off the record) that it works",
    "wrote to us – twice",
    "count 1, 2, 3",
    "keep *every* lamp lit",
    "said: who pays?  And when",
    "have a plan, an idea, a hope",
];
const ENDS: [&str; 4] = [".", "!", "?", " . . ."];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (select(&GIVEN[..]), select(&FAMILY[..])).prop_map(|(given, family)| format!("{given} {family}")),
        1 => select(&ROLES[..]).prop_map(str::to_owned),
    ]
}

fn sentence() -> impl Strategy<Value = String> {
    (select(&OPENERS[..]), select(&MIDDLES[..]), select(&ENDS[..]))
        .prop_map(|(opener, middle, end)| format!("{opener} {middle}{end}"))
}

fn paragraph() -> impl Strategy<Value = String> {
    vec(sentence(), 1..5).prop_map(|sentences| sentences.join(" "))
}

/// A few words that are no sentence.
fn phrase() -> impl Strategy<Value = String> {
    let first = select(&["Ferries", "Night trains", "Harbour lights", "Tariffs", "Ports"][..]);
    let then = select(
        &["need pilots", "should run longer", "cost too much", "are a public good", "keep towns alive"][..],
    );
    (first, then, 0..100_u8)
        .prop_map(|(first, then, number)| format!("{first} {then} in {} towns", u16::from(number) + 2))
}

fn topic() -> impl Strategy<Value = String> {
    select(
        &["Safety", "Public goods", "Fees & tariffs", "Night work", "Data (open)", "Cross-border trade"][..],
    )
    .prop_map(str::to_owned)
}

fn argument(names: &[String]) -> impl Strategy<Value = Argument> + use<> {
    let agreed_with = proptest::sample::subsequence(names.to_vec(), 0..=names.len().min(2));
    (phrase(), vec(sentence(), 0..3), btree_set(topic(), 0..3), proptest::option::of(sentence()), agreed_with)
        .prop_map(|(claim, facts, topics, explanation, agreed_with)| Argument {
            claim,
            facts,
            topics: topics.into_iter().collect(),
            explanation,
            agreed_with,
        })
}

fn profile(name: String, others: &[String]) -> impl Strategy<Value = Profile> + use<> {
    let statistics = proptest::option::weighted(0.8, (80..220_u64, 10..3000_u64, 5..2000_u64));
    (statistics, vec(argument(others), 0..3), vec(paragraph(), 0..3)).prop_map(
        move |(statistics, arguments, report)| Profile { name: name.clone(), statistics, arguments, report },
    )
}

/// Any meeting of a few speakers.
pub(crate) fn meeting() -> impl Strategy<Value = Meeting> {
    let time = (2005..2035_u16, 1..=12_u8, 1..=28_u8, 0..22_u8, 0..60_u8).prop_map(
        |(year, month, day, hour, minute)| {
            (
                format!("{year}-{month:02}-{day:02}"),
                format!("{hour:02}:{minute:02}"),
                format!("{:02}:{minute:02}", hour + 1),
            )
        },
    );
    let head = (
        proptest::option::weighted(0.9, phrase()),
        proptest::option::weighted(0.9, time),
        proptest::option::weighted(0.5, sentence().prop_map(|words| format!("Disclaimer: {words}"))),
        proptest::option::weighted(0.6, (phrase(), vec(paragraph(), 1..4))),
    );
    (head, btree_set(name(), 2..6)).prop_flat_map(|((title, time, disclaimer, report), names)| {
        let names: Vec<String> = names.into_iter().collect();
        let turns = vec((0..names.len(), vec(paragraph(), 1..3), 500..90_000_u64, 0..3000_u64), 2..12);
        let profiles: Vec<_> = names
            .iter()
            .map(|name| {
                let others: Vec<_> = names.iter().filter(|other| *other != name).cloned().collect();
                profile(name.clone(), &others)
            })
            .collect();
        (turns, profiles).prop_map(move |(turns, profiles)| Meeting {
            title: title.clone(),
            time: time.clone(),
            disclaimer: disclaimer.clone(),
            report: report.clone(),
            turns: one_after_another(&names, turns),
            profiles,
        })
    })
}

/// Turns that follow one another in time, no two of one speaker in a row.
fn one_after_another(names: &[String], turns: Vec<(usize, Vec<String>, u64, u64)>) -> Vec<Turn> {
    let mut at = 0;
    let mut last = usize::MAX;
    let mut done = Vec::new();
    for (mut speaker, paragraphs, length, pause) in turns {
        if speaker == last {
            speaker = (speaker + 1) % names.len();
        }
        last = speaker;
        let start = at + pause;
        at = start + length;
        done.push(Turn { name: names[speaker].clone(), paragraphs, times: Some((start, at)) });
    }
    done
}

impl Meeting {
    pub(crate) fn somebody_returns(&self) -> bool {
        let names: std::collections::BTreeSet<_> = self.turns.iter().map(|turn| &turn.name).collect();
        names.len() < self.turns.len()
    }

    /// What a session says.
    pub(crate) fn of(session: &Session<'_>) -> Self {
        let speakers = session.speaker_index();
        let name = |id: &_| speakers.get(id).map(|speaker| speaker.name.to_string()).unwrap_or_default();
        let texts = |blocks: &[plenary_core::model::Block<'_>]| {
            blocks.iter().map(|block| block.text.to_string()).collect::<Vec<_>>()
        };
        let elapsed = |moment: Option<Moment>| match moment {
            Some(Moment::Elapsed { milliseconds }) => Some(milliseconds),
            _ => None,
        };
        let time = session.time.as_ref().map(|time| {
            let hour = |time: Option<String>| {
                time.and_then(|time| time.get(..5).map(str::to_owned)).unwrap_or_default()
            };
            let (start, end) =
                (time.start.map(|time| time.to_string()), time.end.map(|time| time.to_string()));
            (time.date.to_string(), hour(start), hour(end))
        });
        let parts: Vec<_> = session.parts().collect();
        let report = parts.first().map(|part| {
            let headline = part.heading.as_ref().map(ToString::to_string).unwrap_or_default();
            (headline, parts.iter().flat_map(|part| texts(&part.blocks)).collect())
        });
        let turns = session.speeches().map(|speech| Turn {
            name: speech.speaker.as_ref().map(name).unwrap_or_default(),
            paragraphs: texts(&speech.blocks),
            times: elapsed(speech.start).zip(elapsed(speech.end)),
        });
        let profiles = session.profiles().map(|profile| Profile {
            name: profile.name.to_string(),
            statistics: statistics(profile),
            arguments: profile.arguments.iter().map(argument_of).collect(),
            report: texts(&profile.report),
        });
        Self {
            title: session.title.as_ref().map(|title| title.line.to_string()),
            time,
            disclaimer: session.disclaimers.first().map(|disclaimer| disclaimer.text.to_string()),
            report,
            turns: turns.collect(),
            profiles: profiles.collect(),
        }
    }
}

fn statistics(profile: &plenary_core::model::Profile<'_>) -> Option<(u64, u64, u64)> {
    let value = |declared: &Option<plenary_core::model::Declared<'_>>| declared.as_ref()?.value;
    let statistics = &profile.statistics;
    Some((value(&statistics.speed)?, value(&statistics.length)?, value(&statistics.time)?))
}

fn argument_of(argument: &plenary_core::model::Argument<'_>) -> Argument {
    let texts =
        |texts: &[plenary_core::model::Text<'_>]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    let detail = |kind| {
        argument
            .details
            .iter()
            .filter(move |detail| detail.kind == kind)
            .flat_map(|detail| texts(&detail.texts))
    };
    Argument {
        claim: argument.claim.to_string(),
        facts: texts(&argument.facts),
        topics: texts(&argument.topics),
        explanation: detail(DetailKind::Explanation).next(),
        agreed_with: detail(DetailKind::AgreedWith).collect(),
    }
}
