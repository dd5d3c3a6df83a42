//! A session as a few readable lines, to say in a test what a page is expected to be read as.

use std::fmt::Write;

use plenary_core::model::{Block, BlockKind, Content, Detail, Session, SpeakerKind, Text};
use plenary_core::read::{ReadOptions, Reading, read};
use plenary_core::source;

/// Reads `page` and checks that it is read as `expected`, and that nothing of it is lost. Both are written with an
/// indentation that does not count.
#[track_caller]
pub(crate) fn check(page: &str, expected: &str) {
    let page = unindent(page);
    let reading = read(&page, &ReadOptions::default());
    let found = outline(&page, &reading);
    let expected = unindent(expected);
    assert!(found.trim() == expected.trim(), "read as\n\n{found}\n\nand not as\n\n{expected}");
    check_whole(&page, &reading.session);
}

/// Checks that every byte of the page is in the session once.
#[track_caller]
pub(crate) fn check_whole(page: &str, session: &Session<'_>) {
    let coverage = source::coverage(session, page.len());
    assert_eq!(coverage.covered, page.len(), "{coverage:?}");
    assert!(coverage.gaps.is_empty() && coverage.overlaps.is_empty(), "{coverage:?}");
    assert_eq!(source::write(session), page);
}

/// The text without the indentation of its first line.
pub(crate) fn unindent(text: &str) -> String {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let indent = text.len() - text.trim_start_matches(' ').len();
    let lines = text.split('\n').map(|line| line.get(indent..).unwrap_or(line.trim_start()));
    lines.collect::<Vec<_>>().join("\n")
}

/// What was read, line by line.
pub(crate) fn outline(page: &str, reading: &Reading<'_>) -> String {
    let mut out = String::new();
    let session = &reading.session;
    if let Some(title) = &session.title {
        let _ = write!(out, "title: {}", title.name);
        if let Some(event) = &title.event {
            let [kind, number] = [&event.kind, &event.number].map(|part| part.as_deref().unwrap_or("-"));
            let _ = write!(out, " @ {} / {kind} / {number}", event.series);
        }
        let _ = writeln!(out, "{}", " (again)".repeat(title.repeated.len()));
    }
    if let Some(time) = &session.time {
        let hour = |time: Option<jiff::civil::Time>| {
            time.map_or("-".into(), |time| time.strftime("%H:%M").to_string())
        };
        let zone = time.zone.as_deref().unwrap_or("-");
        let _ = writeln!(out, "time: {} {} {} {zone}", time.date, hour(time.start), hour(time.end));
    }
    for disclaimer in &session.disclaimers {
        let _ = writeln!(out, "{}: {}", disclaimer.id, disclaimer.text);
    }
    for section in &session.sections {
        let heading = section.heading.as_ref().map_or("(no heading)", Text::as_str);
        let _ = writeln!(out, "# {heading} <{:?} {}>", section.role, section.id);
        match &section.content {
            Content::Parts(parts) => {
                for part in parts {
                    let about = part.speaker.as_ref().map_or(String::new(), |speaker| format!(" {speaker}"));
                    let heading = part.heading.as_ref().map_or("(no heading)", Text::as_str);
                    let _ = writeln!(out, "  ## {heading} <{}{about}>", part.id);
                    blocks(&mut out, &part.blocks);
                }
            }
            Content::Speeches(speeches) => {
                for speech in speeches {
                    let label = speech.label.as_ref().map_or("(nobody)", Text::as_str);
                    let speaker = speech.speaker.as_ref().map_or("-", |speaker| speaker.as_str());
                    let start = speech.start.map_or(String::new(), |start| format!(" {start}"));
                    let _ = writeln!(out, "  {label}: <{} {speaker}{start}>", speech.id);
                    blocks(&mut out, &speech.blocks);
                }
            }
            Content::Profiles(profiles) => {
                for profile in profiles {
                    let initials =
                        profile.initials.as_ref().map_or(String::new(), |text| format!("({text}) "));
                    let _ = write!(out, "  {initials}{} <{} {}>", profile.name, profile.id, profile.speaker);
                    let statistics = &profile.statistics;
                    for (sign, declared) in
                        [("wpm", &statistics.speed), ("words", &statistics.length), ("s", &statistics.time)]
                    {
                        if let Some(declared) = declared {
                            let value = declared.value.map_or("?".into(), |value| value.to_string());
                            let _ = write!(out, " {value} {sign}");
                        }
                    }
                    out.push('\n');
                    for argument in &profile.arguments {
                        let _ = writeln!(out, "    claim: {} <{}>", argument.claim, argument.id);
                        for fact in &argument.facts {
                            let _ = writeln!(out, "      fact: {fact}");
                        }
                        for topic in &argument.topics {
                            let _ = writeln!(out, "      topic: {topic}");
                        }
                        details(&mut out, &argument.details);
                    }
                    blocks(&mut out, &profile.report);
                }
            }
            Content::Points(points) => {
                for point in points {
                    let _ = writeln!(out, "  point: {} <{}>", point.text, point.id);
                    for topic in &point.topics {
                        let _ = writeln!(out, "      topic: {topic}");
                    }
                    details(&mut out, &point.details);
                }
            }
            _ => unreachable!("no other content"),
        }
    }
    for speaker in session.speakers.iter().filter(|speaker| speaker.kind != SpeakerKind::Person) {
        let _ = writeln!(out, "{:?}: {} <{}>", speaker.kind, speaker.name, speaker.id);
    }
    for (speaker, role) in
        session.speakers.iter().filter_map(|speaker| Some((speaker, speaker.role.as_ref()?)))
    {
        let _ = writeln!(out, "role of {}: {role}", speaker.name);
    }
    for text in &session.unrecognised {
        let _ = writeln!(out, "unrecognised: {text}");
    }
    for finding in &reading.diagnostics {
        let line = finding.span.map_or("", |span| &page[span.start..span.end]);
        let line =
            line.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\\n");
        let _ = writeln!(out, "{:?} {} `{line}`", finding.severity, finding.code);
    }
    out
}

fn details(out: &mut String, details: &[Detail<'_>]) {
    for Detail { kind, texts, speakers, .. } in details {
        let texts: Vec<_> = texts.iter().map(Text::as_str).collect();
        let _ = write!(out, "      {}: {}", kind.name(), texts.join(" / "));
        if !speakers.is_empty() {
            let speakers: Vec<_> = speakers.iter().map(|speaker| speaker.as_str()).collect();
            let _ = write!(out, " <{}>", speakers.join(" "));
        }
        out.push('\n');
    }
}

fn blocks(out: &mut String, blocks: &[Block<'_>]) {
    for block in blocks {
        let sign = match block.kind {
            BlockKind::Paragraph => "",
            BlockKind::Item => "* ",
            BlockKind::Subheading => "### ",
            BlockKind::Remark => "~ ",
            _ => unreachable!("no other kind of block"),
        };
        let _ = writeln!(out, "    {sign}{}", block.text);
    }
}
