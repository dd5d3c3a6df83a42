//! What the minutes of a session must say, block by block: the mapping of README.md once more, in the plainest way.

use plenary_plugin_sdk::model::{
    BlockKind, Content, Declared, Detail, Moment, Part, Profile, Section, Speaker, Speech, Text,
};
use plenary_plugin_sdk::{Session, statistics};

use super::reading::Leaf;

/// The leaves of the full minutes, with contents, as the test kit renders them.
pub fn leaves(session: &Session<'_>) -> Vec<Leaf> {
    let mut out = Expected::default();
    let name = session.title.as_ref().map(|title| &*title.name);
    let event = session.title.as_ref().and_then(|title| title.event.as_ref()).map(|event| &*event.label);
    let date = session.time.as_ref().map(|time| time.line.as_str());
    let with_text: Vec<_> = session.sections.iter().filter(|section| !section.content.is_empty()).collect();
    let first = with_text.iter().find_map(|section| present(&section.heading));
    let mut lines = [name, event, date].into_iter().flatten().filter(|line| !line.trim().is_empty());
    if let Some(title) = lines.next().or(first) {
        out.say("h1", title);
    }
    lines.for_each(|line| out.say("p", line));
    session.disclaimers.iter().for_each(|disclaimer| out.say("quote", disclaimer.text.as_str()));

    let is_transcript = |section: &&&Section<'_>| matches!(section.content, Content::Speeches(_));
    let transcripts: Vec<_> = with_text.iter().filter(is_transcript).collect();
    let body: Vec<_> = with_text.iter().filter(|section| !is_transcript(section)).collect();

    out.say("h2", "Contents");
    if !session.speakers.is_empty() {
        out.say("item", "Participants");
    }
    for section in body.iter().chain(&transcripts) {
        out.say("item", heading(section));
        match &section.content {
            Content::Parts(parts) => {
                let headings = parts.iter().filter_map(|part| present(&part.heading));
                headings.for_each(|text| out.say("item item", text));
            }
            Content::Profiles(profiles) => {
                profiles.iter().for_each(|profile| out.say("item item", profile.name.as_str()));
            }
            _ => {}
        }
    }
    out.say("item", "About this document");

    participants(&mut out, session);
    let mut number = 0;
    for section in body.into_iter().chain(transcripts) {
        out.say("h2", heading(section));
        match &section.content {
            Content::Parts(parts) => parts.iter().for_each(|part| self::part(&mut out, part)),
            Content::Points(points) => points.iter().zip(1..).for_each(|(point, number)| {
                out.item(number, &point.text, &[], &point.topics, &point.details);
            }),
            Content::Profiles(profiles) => {
                profiles.iter().for_each(|profile| self::profile(&mut out, profile));
            }
            Content::Speeches(speeches) => {
                for speech in speeches {
                    number += 1;
                    self::speech(&mut out, session, speech, number);
                }
            }
            _ => unreachable!(),
        }
    }
    about(&mut out, session);
    out.0
}

fn speech(out: &mut Expected, session: &Session<'_>, speech: &Speech<'_>, number: usize) {
    let mut heading = format!("{number}.");
    let named = session.speakers.iter().find(|speaker| Some(&speaker.id) == speech.speaker.as_ref());
    let name = named.map(|speaker| &*speaker.name).filter(|name| !name.trim().is_empty());
    if let Some(label) = present(&speech.label).or(name) {
        heading += &format!(" {label}");
    }
    let time = |moment: Moment| match moment {
        Moment::Elapsed { milliseconds } => {
            let seconds = milliseconds / 1000;
            format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
        }
        Moment::Clock { at, .. } => at.time().round(jiff::Unit::Second).unwrap().to_string(),
    };
    match (speech.start.map(time), speech.end.map(time)) {
        (None, None) => {}
        (Some(start), Some(end)) if start != end => heading += &format!(" [{start}–{end}]"),
        (Some(start), _) => heading += &format!(" [{start}]"),
        (None, Some(end)) => heading += &format!(" [–{end}]"),
    }
    out.say("h3", &heading);
    out.blocks(&speech.blocks, "h4");
}

fn participants(out: &mut Expected, session: &Session<'_>) {
    if session.speakers.is_empty() {
        return;
    }
    let first = |speaker: &Speaker<'_>| session.profiles().find(|profile| profile.speaker == speaker.id);
    let declared = |column: usize| {
        let mut profiles = session.speakers.iter().filter_map(first);
        profiles.any(|profile| statistic(profile, column).is_some())
    };
    let columns: Vec<_> = (0..3).filter(|column| declared(*column)).collect();
    let is_counted = session.speeches().next().is_some();
    let heads = ["Words/min (declared)", "Words (declared)", "Time, min:s (declared)"];
    out.say("h2", "Participants");
    out.say("cell", "Speaker");
    if session
        .speakers
        .iter()
        .any(|speaker| speaker.role.as_ref().is_some_and(|role| !role.trim().is_empty()))
    {
        out.say("cell", "Role");
    }
    columns.iter().for_each(|column| out.say("cell", heads[*column]));
    if is_counted {
        out.say("cell", "Speeches (counted)");
        out.say("cell", "Words (counted)");
    }
    let times = statistics::participants(session).iter().any(|participant| participant.spoken.is_some());
    if times {
        out.say("cell", "Time, min:s (counted)");
    }
    for participant in statistics::participants(session) {
        out.say("cell", &participant.speaker.name);
        out.say(
            "cell",
            participant.speaker.role.as_deref().filter(|role| !role.trim().is_empty()).unwrap_or(""),
        );
        let profile = session.profiles().find(|profile| profile.speaker == participant.speaker.id);
        for column in &columns {
            match profile.and_then(|profile| statistic(profile, *column)) {
                None => {}
                Some(Declared { value: None, text, .. }) => out.say("cell", text.as_str()),
                Some(Declared { value: Some(value), .. }) if *column == 2 => {
                    out.say("cell", &format!("{}:{:02}", value / 60, value % 60));
                }
                Some(Declared { value: Some(value), .. }) => out.say("cell", &value.to_string()),
            }
        }
        if is_counted {
            out.say("cell", &participant.speeches.to_string());
            out.say("cell", &participant.words.to_string());
        }
        if let Some(spoken) = participant.spoken {
            let seconds = spoken.as_secs_f64().round();
            out.say("cell", &format!("{}:{:02}", (seconds / 60.0).floor(), seconds % 60.0));
        }
    }
    match (columns.is_empty(), is_counted) {
        (false, true) => {
            out.say("p", "Declared: as the source states it. Counted: by plenary, in the transcript.");
        }
        (false, false) => out.say("p", "Declared: as the source states it."),
        (true, true) => out.say("p", "Counted: by plenary, in the transcript."),
        (true, false) => {}
    }
}

fn statistic<'s, 'src>(profile: &'s Profile<'src>, column: usize) -> Option<&'s Declared<'src>> {
    let statistics = &profile.statistics;
    [&statistics.speed, &statistics.length, &statistics.time][column].as_ref()
}

fn part(out: &mut Expected, part: &Part<'_>) {
    present(&part.heading).into_iter().for_each(|heading| out.say("h3", heading));
    out.blocks(&part.blocks, "h4");
}

fn profile(out: &mut Expected, profile: &Profile<'_>) {
    match present(&profile.initials) {
        Some(initials) => out.say("h3", &format!("{} ({initials})", profile.name)),
        None => out.say("h3", profile.name.as_str()),
    }
    let declared: Vec<_> = ["speed", "length", "time"]
        .iter()
        .enumerate()
        .filter_map(|(column, name)| Some((name, statistic(profile, column)?.text.as_str())))
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| format!("{name} {text}"))
        .collect();
    if !declared.is_empty() {
        out.say("p", &format!("Declared by the source: {}.", declared.join(", ")));
    }
    if !profile.arguments.is_empty() {
        out.say("h4", "Arguments");
    }
    for (argument, number) in profile.arguments.iter().zip(1..) {
        out.item(number, &argument.claim, &argument.facts, &argument.topics, &argument.details);
    }
    if !profile.report.is_empty() {
        out.say("h4", "Report");
        out.blocks(&profile.report, "h5");
    }
}

fn about(out: &mut Expected, session: &Session<'_>) {
    out.say("h2", "About this document");
    let empty: Vec<_> = session.sections.iter().filter(|section| section.content.is_empty()).collect();
    if !empty.is_empty() {
        out.say("p", "Headings of the source with no text under them:");
    }
    empty.iter().filter_map(|section| present(&section.heading)).for_each(|text| out.say("item", text));
    // The titles of these sessions are a name, " | ", and the event: written whole above.
    let repeated = session.title.iter().flat_map(|title| {
        let is_other = |line: &&str| *line != title.line.as_str() && *line != title.name;
        title.repeated.iter().map(Text::as_str).filter(is_other)
    });
    out.list("Other wordings of the title in the source:", repeated);
    let lost = session.unrecognised.iter().map(|line| line.as_str());
    out.list("Lines of the source without a place above:", lost);
    out.say("p", "Made by plenary test from a record in the format dig-watch.");
}

fn heading<'s>(section: &'s Section<'_>) -> &'s str {
    present(&section.heading).unwrap_or(match section.content {
        Content::Parts(_) => "Report",
        Content::Points(_) => "Points",
        Content::Profiles(_) => "Arguments by speaker",
        _ => "Transcript",
    })
}

fn present<'s>(text: &'s Option<Text<'_>>) -> Option<&'s str> {
    text.as_ref().map(Text::as_str).filter(|text| !text.trim().is_empty())
}

#[derive(Default)]
struct Expected(Vec<Leaf>);

impl Expected {
    /// What CommonMark cannot hold, it replaces.
    fn say(&mut self, kind: &str, text: &str) {
        if !text.is_empty() {
            self.0.push(Leaf { kind: kind.to_owned(), text: text.replace('\0', "\u{FFFD}") });
        }
    }

    /// A claim or a point.
    fn item(
        &mut self,
        number: usize,
        text: &Text<'_>,
        facts: &[Text<'_>],
        topics: &[Text<'_>],
        details: &[Detail<'_>],
    ) {
        let (item, nested) = (&format!("{number}."), &format!("{number}. item"));
        let said = |texts: &[Text<'_>]| {
            let texts = texts.iter().map(Text::as_str).filter(|text| !text.is_empty());
            texts.map(str::to_owned).collect::<Vec<_>>()
        };
        self.say(item, text.as_str());
        if !said(facts).is_empty() {
            self.say(item, "Supporting facts:");
        }
        said(facts).iter().for_each(|fact| self.say(nested, fact));
        if !said(topics).is_empty() {
            self.say(item, &format!("Topics: {}", said(topics).join(", ")));
        }
        for detail in details {
            let (label, texts) = (detail.kind.label(), said(&detail.texts));
            match texts.as_slice() {
                [] => {}
                names if ["Agreed with", "Disagreed with", "Speakers"].contains(&label) => {
                    self.say(item, &format!("{label}: {}", names.join(", ")));
                }
                [text] => self.say(item, &format!("{label}: {text}")),
                texts => {
                    self.say(item, &format!("{label}:"));
                    texts.iter().for_each(|text| self.say(nested, text));
                }
            }
        }
    }

    fn list<'s>(&mut self, introduction: &str, lines: impl Iterator<Item = &'s str>) {
        let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.say("p", introduction);
        }
        lines.iter().for_each(|line| self.say("item", line));
    }

    fn blocks(&mut self, blocks: &[plenary_plugin_sdk::model::Block<'_>], subheading: &str) {
        for block in blocks {
            let kind = match block.kind {
                BlockKind::Item => block.number().map_or("item".to_owned(), |number| format!("{number}.")),
                BlockKind::Subheading => subheading.to_owned(),
                _ => "p".to_owned(),
            };
            self.say(&kind, block.text.as_str());
        }
    }
}
