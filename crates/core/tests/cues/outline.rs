//! A session read from cues as a few readable lines.

use std::fmt::Write;

use plenary_core::model::walk::in_source_order;
use plenary_core::model::{BlockKind, Moment, Session, Text};
use plenary_core::read::{ReadOptions, Reading, read};
use plenary_core::{json, source};

/// Reads `file` and checks that it is read as `expected`, and that nothing of it is lost. Both are written with an
/// indentation that does not count.
#[track_caller]
pub(crate) fn check(file: &str, expected: &str) {
    let file = unindent(file);
    check_as_is(&file, expected);
}

/// The same for a file that is written as it is.
#[track_caller]
pub(crate) fn check_as_is(file: &str, expected: &str) {
    let reading = read(file, &ReadOptions::default());
    let found = outline(file, &reading);
    let expected = unindent(expected);
    assert!(found.trim() == expected.trim(), "read as\n\n{found}\n\nand not as\n\n{expected}");
    check_whole(file, &reading.session);
}

/// Checks what holds for every reading: every byte of the file is in the session once, and its JSON is the session.
#[track_caller]
pub(crate) fn check_whole(file: &str, session: &Session<'_>) {
    let coverage = source::coverage(session, file.len());
    assert_eq!(coverage.covered, file.len(), "{coverage:?}");
    assert!(coverage.gaps.is_empty() && coverage.overlaps.is_empty(), "{coverage:?}");
    assert_eq!(source::write(session), file);
    for (_, text) in in_source_order(session) {
        assert_eq!(text.as_str(), text.as_str().trim(), "content has no space around it");
    }
    let json = json::to_string(session).unwrap();
    assert_eq!(json::from_str(&json).unwrap(), *session);
}

/// The text without the indentation of its first line.
pub(crate) fn unindent(text: &str) -> String {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let indent = text.len() - text.trim_start_matches(' ').len();
    let lines = text.split('\n').map(|line| line.get(indent..).unwrap_or(line.trim_start()));
    lines.collect::<Vec<_>>().join("\n")
}

/// What was read, line by line.
pub(crate) fn outline(file: &str, reading: &Reading<'_>) -> String {
    let mut out = String::new();
    let session = &reading.session;
    if let Some(title) = &session.title {
        let _ = writeln!(out, "title: {}", title.name);
    }
    for speech in session.speeches() {
        let label = speech.label.as_ref().map_or("(nobody)", Text::as_str);
        let speaker = speech.speaker.as_ref().map_or("-", |speaker| speaker.as_str());
        let time = |moment: Option<Moment>| moment.map_or("?".into(), |moment| moment.to_string());
        let _ = writeln!(out, "{label} <{speaker}> {} - {}", time(speech.start), time(speech.end));
        for block in &speech.blocks {
            let sign = if block.kind == BlockKind::Remark { "~ " } else { "" };
            let _ = writeln!(out, "  {sign}{}", block.text);
        }
    }
    for speaker in session.speakers.iter() {
        if let Some(role) = &speaker.role {
            let _ = writeln!(out, "{} is {role}", speaker.name);
        }
    }
    for text in &session.labels {
        let _ = writeln!(out, "label: {}", text.as_str().replace('\n', "\\n"));
    }
    for text in &session.unrecognised {
        let _ = writeln!(out, "unrecognised: {text}");
    }
    for finding in &reading.diagnostics {
        let line = finding.span.map_or("", |span| &file[span.start..span.end]);
        let _ = writeln!(out, "{:?} {} `{line}` {}", finding.severity, finding.code, finding.message);
    }
    out
}
