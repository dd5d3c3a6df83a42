//! A meeting written in each dialect, as the programs and people who make such records write it; and what of a meeting
//! each dialect carries.

use std::fmt::Write as _;

use crate::meeting::{Argument, Meeting, Profile, Turn};

/// How a page of dig.watch is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    /// A blank line behind every line.
    pub(crate) spaced: bool,
    /// Labels in front of the words, on their line.
    pub(crate) inline: bool,
    /// `Explanation` and `Agreed with`, as on pages since late 2024.
    pub(crate) redesigned: bool,
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `7 Jun 2024 09:00h - 09:30h`
fn date_line((date, start, end): &(String, String, String)) -> String {
    let mut fields = date.split('-').map(|field| field.parse::<usize>().expect("a number"));
    let (year, month, day) =
        (fields.next().expect("a year"), fields.next().expect("a month"), fields.next().expect("a day"));
    format!("{day} {} {year} {start}h - {end}h", MONTHS[month - 1])
}

pub(crate) fn dig_watch(meeting: &Meeting, layout: Layout) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(meeting.title.clone());
    lines.extend(meeting.time.as_ref().map(date_line));
    lines.push("Table of contents".into());
    lines.extend(meeting.disclaimer.clone());
    lines.push("Knowledge Graph of Debate".into());
    lines.push("Session report".into());
    if let Some((headline, paragraphs)) = &meeting.report {
        lines.push("Full session report".into());
        lines.push(headline.clone());
        lines.extend(paragraphs.iter().cloned());
    }
    lines.push("Session transcript".into());
    for turn in &meeting.turns {
        let mut paragraphs = turn.paragraphs.iter().cloned();
        if layout.inline {
            let first = paragraphs.next().unwrap_or_default();
            lines.push(format!("{}: {first}", turn.name));
        } else {
            lines.push(format!("{}:", turn.name));
        }
        lines.extend(paragraphs);
    }
    lines.push("Speakers".into());
    meeting.profiles.iter().for_each(|each| profile(each, layout, &mut lines));
    let end = if layout.spaced { "\n\n" } else { "\n" };
    lines.iter().map(|line| format!("{line}{end}")).collect()
}

fn profile(profile: &Profile, layout: Layout, lines: &mut Vec<String>) {
    lines.push(profile.name.clone());
    if let Some((speed, length, time)) = profile.statistics {
        lines.extend(["Speech speed".into(), format!("{speed} words per minute")]);
        lines.extend(["Speech length".into(), format!("{length} words")]);
        lines.extend(["Speech time".into(), format!("{time} secs")]);
    }
    lines.push("Arguments".into());
    for argument in &profile.arguments {
        lines.push(argument.claim.clone());
        if !argument.facts.is_empty() {
            lines.push("Supporting facts:".into());
            lines.extend(argument.facts.iter().map(|fact| format!("- {fact}")));
        }
        if !argument.topics.is_empty() {
            lines.push(format!("Topics: {}", argument.topics.join(", ")));
        }
        if layout.redesigned {
            redesigned(argument, lines);
        }
    }
    if !profile.report.is_empty() && !layout.redesigned {
        lines.push("Report".into());
        lines.extend(profile.report.iter().cloned());
    }
}

fn redesigned(argument: &Argument, lines: &mut Vec<String>) {
    if let Some(explanation) = &argument.explanation {
        lines.extend(["Explanation".into(), explanation.clone()]);
    }
    if !argument.agreed_with.is_empty() {
        lines.push("Agreed with".into());
        lines.extend(argument.agreed_with.iter().map(|name| format!("– {name}")));
    }
}

pub(crate) fn cart(meeting: &Meeting) -> String {
    let mut page = String::new();
    page.extend(meeting.title.iter().map(|title| format!("{title}\n\n")));
    page.extend(meeting.time.iter().map(|time| format!("{}\n\n", date_line(time))));
    page += "The following are the outputs of the captioning taken during an IGF intervention. Although it is largely \
             accurate, in some cases it may be incomplete or inaccurate due to inaudible passages or transcription errors.\n\n";
    page += "***\n\n";
    for turn in &meeting.turns {
        let _ = write!(page, ">> {}: {}\n\n", turn.name.to_uppercase(), turn.paragraphs.join("\n\n"));
    }
    page
}

pub(crate) fn transcript(meeting: &Meeting) -> String {
    let mut page = String::new();
    page.extend(meeting.title.iter().map(|title| format!("{title}\n\n")));
    page.extend(meeting.time.iter().map(|time| format!("{}\n\n", date_line(time))));
    for turn in &meeting.turns {
        let _ = write!(page, "{}: {}\n\n", turn.name, turn.paragraphs.join("\n\n"));
    }
    page
}

/// How cues name who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// `<v Name>words</v>`
    Tag,
    /// `Name: words`
    Label,
}

pub(crate) fn webvtt(meeting: &Meeting, voice: Voice) -> String {
    let mut page = "WEBVTT\n\n".to_owned();
    for (number, (start, end, name, words)) in cues(meeting).enumerate() {
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        let said = match voice {
            Voice::Tag => format!("<v {name}>{words}</v>"),
            Voice::Label => format!("{name}: {words}"),
        };
        let _ = write!(page, "{}\n{} --> {}\n{said}\n\n", number + 1, clock(start, '.'), clock(end, '.'));
    }
    page
}

pub(crate) fn srt(meeting: &Meeting) -> String {
    let mut page = String::new();
    for (number, (start, end, name, words)) in cues(meeting).enumerate() {
        let _ = write!(
            page,
            "{}\n{} --> {}\n{name}: {words}\n\n",
            number + 1,
            clock(start, ','),
            clock(end, ',')
        );
    }
    page
}

/// Each turn in two cues or in one, without a pause between.
fn cues(meeting: &Meeting) -> impl Iterator<Item = (u64, u64, &str, String)> {
    meeting.turns.iter().flat_map(|turn| {
        let (start, end) = turn.times.expect("times");
        let words: Vec<&str> =
            turn.paragraphs.iter().flat_map(|paragraph| paragraph.split_whitespace()).collect();
        let (first, second) = words.split_at(words.len() / 2);
        let middle = start + (end - start) / 2;
        let cues = if first.is_empty() {
            vec![(start, end, second.join(" "))]
        } else {
            vec![(start, middle, first.join(" ")), (middle, end, second.join(" "))]
        };
        cues.into_iter().map(|(start, end, words)| (start, end, turn.name.as_str(), words))
    })
}

fn clock(milliseconds: u64, point: char) -> String {
    let (seconds, milliseconds) = (milliseconds / 1000, milliseconds % 1000);
    format!("{:02}:{:02}:{:02}{point}{milliseconds:03}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

impl Meeting {
    /// What a page of dig.watch carries of it: no times of speeches, and by its layout neither what the redesign added nor
    /// the reports that it left out.
    pub(crate) fn on_a_page(&self, layout: Layout) -> Self {
        let mut carried = self.untimed();
        if layout.redesigned {
            carried.profiles.iter_mut().for_each(|profile| profile.report.clear());
        } else {
            for argument in carried.profiles.iter_mut().flat_map(|profile| &mut profile.arguments) {
                argument.explanation = None;
                argument.agreed_with.clear();
            }
        }
        carried
    }

    /// What captions carry: no report, no profiles; names in capitals.
    pub(crate) fn in_captions(&self) -> Self {
        let mut carried = Self { report: None, profiles: Vec::new(), ..self.untimed() };
        carried.turns.iter_mut().for_each(|turn| turn.name = turn.name.to_uppercase());
        carried.disclaimer = None;
        carried
    }

    /// What a plain transcript carries.
    pub(crate) fn in_a_transcript(&self) -> Self {
        Self { report: None, profiles: Vec::new(), disclaimer: None, ..self.untimed() }
    }

    /// What cues carry: who said what and when.
    pub(crate) fn in_cues(&self) -> Self {
        let turns = self.turns.iter().map(|turn| {
            let words: Vec<&str> =
                turn.paragraphs.iter().flat_map(|paragraph| paragraph.split_whitespace()).collect();
            Turn { paragraphs: vec![words.join(" ")], ..turn.clone() }
        });
        Self { turns: turns.collect(), ..Self::default() }
    }

    fn untimed(&self) -> Self {
        let turns = self.turns.iter().map(|turn| Turn { times: None, ..turn.clone() });
        Self { turns: turns.collect(), ..self.clone() }
    }
}
