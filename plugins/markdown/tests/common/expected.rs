//! What the minutes of a session must say, block by block: the mapping of README.md once more, in the plainest way.

use plenary_markdown::{Flavour, Options, Style};
use plenary_plugin_sdk::model::{
    BlockKind, Content, Detail, DetailKind, Moment, Part, Profile, Section, Speech, Text,
};
use plenary_plugin_sdk::{Session, statistics};

use super::reading::Leaf;
use super::{order, participants};

/// The leaves of the minutes, as the test kit renders them.
pub fn leaves(session: &Session<'_>, options: &Options) -> Vec<Leaf> {
    let mut out = Expected { leaves: Vec::new(), offset: options.heading_offset };
    let is_gfm = options.flavour == Flavour::Gfm;
    let name = session.title.as_ref().map(|title| &*title.name);
    let event = session.title.as_ref().and_then(|title| title.event.as_ref()).map(|event| &*event.label);
    let date = session.time.as_ref().map(|time| time.line.as_str());
    let with_text: Vec<_> = session.sections.iter().filter(|section| !section.content.is_empty()).collect();
    let first = with_text.iter().find_map(|section| present(&section.heading));
    let mut lines = [name, event, date].into_iter().flatten().filter(|line| !line.trim().is_empty());
    if let Some(title) = lines.next().or(first) {
        out.heading(1, title);
    }
    lines.for_each(|line| out.say("p", line));
    let note = if is_gfm { "note" } else { "quote" };
    session.disclaimers.iter().for_each(|disclaimer| out.say(note, disclaimer.text.as_str()));

    let (mut chapters, empty) = order::chapters(session);
    if options.style == Style::Transcript {
        chapters = Default::default();
    }
    let topics = if options.style == Style::Transcript { vec![] } else { statistics::topics(session) };
    let mut transcripts: Vec<_> =
        with_text.into_iter().filter(|section| matches!(section.content, Content::Speeches(_))).collect();
    if options.style == Style::Minutes {
        transcripts.clear();
    }
    if options.contents {
        contents(&mut out, session, &chapters, !topics.is_empty(), &transcripts);
    }
    for (number, chapter) in chapters.iter().enumerate() {
        match number {
            order::PARTICIPANTS if is_gfm => participants::table(&mut out, session),
            order::PARTICIPANTS => participants::list(&mut out, session),
            order::ARGUMENTS => self::topics(&mut out, session, topics.clone()),
            _ => {}
        }
        let level = if number == order::PARTICIPANTS && !session.speakers.is_empty() { 3 } else { 2 };
        for (depth, section) in chapter {
            let level = level + depth;
            out.heading(level, heading(section));
            match &section.content {
                Content::Parts(parts) => parts.iter().for_each(|part| self::part(&mut out, part, level + 1)),
                Content::Points(points) => points.iter().zip(1..).for_each(|(point, number)| {
                    out.item(number, &point.text, &[], &point.topics, &point.details);
                }),
                Content::Profiles(profiles) => {
                    profiles.iter().for_each(|profile| self::profile(&mut out, profile, level + 1));
                }
                _ => {}
            }
        }
    }
    let mut number = 0;
    for section in transcripts {
        out.heading(2, heading(section));
        let Content::Speeches(speeches) = &section.content else { unreachable!() };
        for speech in speeches {
            number += 1;
            self::speech(&mut out, session, speech, number);
        }
    }
    about(&mut out, session, &empty);
    out.leaves
}

fn contents(
    out: &mut Expected,
    session: &Session<'_>,
    chapters: &order::Chapters<'_>,
    has_topics: bool,
    transcripts: &[&Section<'_>],
) {
    let decisions = chapters[order::DECISIONS].iter().filter(|(_, section)| !section.content.is_empty());
    let decisions: Vec<_> = decisions.map(|(_, section)| heading(section)).collect();
    if !decisions.is_empty() {
        out.say("p", &format!("Outcomes: {}", decisions.join(" · ")));
    }
    out.heading(2, "Contents");
    for (number, chapter) in chapters.iter().enumerate() {
        let is_nested = number == order::PARTICIPANTS && !session.speakers.is_empty();
        if is_nested {
            out.say("item", "Participants");
        }
        if number == order::ARGUMENTS && has_topics {
            out.say("item", "Points raised by topic");
        }
        for (depth, section) in chapter {
            let depth = usize::from(*depth) + usize::from(is_nested);
            out.say(["item", "item item", "item item item"][depth], heading(section));
            if depth > 0 {
                continue;
            }
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
    }
    transcripts.iter().for_each(|section| out.say("item", heading(section)));
    out.say("item", "About this document");
}

/// The index of topics: those of several arguments or points, most first, then the others in a paragraph.
fn topics(out: &mut Expected, session: &Session<'_>, mut topics: Vec<statistics::Topic<'_, '_>>) {
    if topics.is_empty() {
        return;
    }
    out.heading(2, "Points raised by topic");
    let count = |topic: &statistics::Topic<'_, '_>| topic.arguments.len() + topic.points.len();
    let once: Vec<_> = topics.iter().filter(|topic| count(topic) == 1).map(|topic| topic.name).collect();
    topics.retain(|topic| count(topic) > 1);
    topics.sort_by_key(|topic| std::cmp::Reverse(count(topic)));
    for topic in &topics {
        out.say("item", &format!("{} ({}, counted)", topic.name, count(topic)));
        let mut raised = |text: &str, id: &str, names: Vec<&str>| {
            let names: Vec<_> =
                names.into_iter().filter(|name| !name.trim().is_empty()).map(in_short).collect();
            let listed = |names: &[String]| match names {
                [first, second, third, _, ..] => format!("{first}, {second}, {third} and others"),
                names => names.join(", "),
            };
            let said = match (text.trim().is_empty(), names.as_slice()) {
                (true, []) => in_short(id),
                (true, [first]) => first.clone(),
                (true, [first, rest @ ..]) => format!("{first} – {}", listed(rest)),
                (false, []) => in_short(text),
                (false, names) => format!("{} – {}", in_short(text), listed(names)),
            };
            out.say("item item", &said);
        };
        for argument in &topic.arguments {
            let author = session.profiles().find(|profile| profile.arguments.contains(argument)).unwrap();
            raised(argument.claim.as_str(), argument.id.as_str(), vec![author.name.as_str()]);
        }
        for point in &topic.points {
            let details = point.details.iter().filter(|detail| detail.kind == DetailKind::Speakers);
            let names = details.flat_map(|detail| &detail.texts).map(Text::as_str).collect();
            raised(point.text.as_str(), point.id.as_str(), names);
        }
    }
    if !once.is_empty() {
        out.say("p", &format!("Named once: {}.", once.join(", ")));
    }
}

/// In the index of topics, a long text is cut behind a word.
fn in_short(text: &str) -> String {
    if text.chars().count() <= 160 {
        return text.to_owned();
    }
    let cut: String = text.chars().take(160).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end())
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
    out.heading(3, &heading);
    out.blocks(&speech.blocks, 4);
}

fn part(out: &mut Expected, part: &Part<'_>, level: u8) {
    present(&part.heading).into_iter().for_each(|heading| out.heading(level, heading));
    out.blocks(&part.blocks, level + 1);
}

fn profile(out: &mut Expected, profile: &Profile<'_>, level: u8) {
    match present(&profile.initials) {
        Some(initials) => out.heading(level, &format!("{} ({initials})", profile.name)),
        None => out.heading(level, profile.name.as_str()),
    }
    let declared: Vec<_> = ["speed", "length", "time"]
        .iter()
        .enumerate()
        .filter_map(|(column, name)| Some((name, participants::statistic(profile, column)?.text.as_str())))
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| format!("{name} {text}"))
        .collect();
    if !declared.is_empty() {
        out.say("p", &format!("Declared by the source: {}.", declared.join(", ")));
    }
    if !profile.arguments.is_empty() {
        out.heading(level + 1, "Arguments");
    }
    for (argument, number) in profile.arguments.iter().zip(1..) {
        out.item(number, &argument.claim, &argument.facts, &argument.topics, &argument.details);
    }
    if !profile.report.is_empty() {
        out.heading(level + 1, "Report");
        out.blocks(&profile.report, level + 2);
    }
}

fn about(out: &mut Expected, session: &Session<'_>, empty: &[&Section<'_>]) {
    out.heading(2, "About this document");
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

pub struct Expected {
    leaves: Vec<Leaf>,
    offset: u8,
}

impl Expected {
    pub fn heading(&mut self, level: u8, text: &str) {
        self.say(&format!("h{}", (level + self.offset).min(6)), text);
    }

    /// What CommonMark cannot hold, it replaces.
    pub fn say(&mut self, kind: &str, text: &str) {
        if !text.is_empty() {
            self.leaves.push(Leaf { kind: kind.to_owned(), text: text.replace('\0', "\u{FFFD}") });
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

    fn blocks(&mut self, blocks: &[plenary_plugin_sdk::model::Block<'_>], level: u8) {
        for block in blocks {
            if block.kind == BlockKind::Subheading {
                self.heading(level, block.text.as_str());
                continue;
            }
            let kind = match block.kind {
                BlockKind::Item => block.number().map_or("item".to_owned(), |number| format!("{number}.")),
                _ => "p".to_owned(),
            };
            self.say(&kind, block.text.as_str());
        }
    }
}
