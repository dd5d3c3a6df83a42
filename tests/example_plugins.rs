//! The plugins in `samples/plugins`: built as an author builds them, and run on every sample.
//!
//! After a wanted change: `SNAPSHOTS=overwrite cargo test --test example_plugins`, and read the difference.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

#[path = "fixtures/plugins/support.rs"]
mod plugins;
mod support;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use csv::{ReaderBuilder, Terminator};
use plenary_core::{Session, statistics};
use quick_xml::events::Event;
use serde_json::json;
use support::golden::matches_text;
use support::tools::needs;
use support::{Page, plenary, root, run_well, samples};

fn source(plugin: &str) -> PathBuf {
    root().join("samples/plugins").join(plugin)
}

/// The samples, each with its session, that hold one. (Some are there to show what no session is.)
fn sessions() -> Vec<(Page, Session<'static>)> {
    let readable = samples().into_iter().filter_map(|page| Some((support::session(&page).ok()?.0, page)));
    let sessions: Vec<_> = readable.map(|(session, page)| (page, session)).collect();
    assert!(sessions.len() > 30, "{} samples", sessions.len());
    sessions
}

/// The document that the plugins of `folder` make of a page, with these further arguments.
fn convert(folder: &Path, page: &Page, format: &str, arguments: &[&str]) -> String {
    let mut command = plenary();
    command.arg("convert").arg(&page.path).args(["-t", format, "-o", "-", "--plugin-dir"]).arg(folder);
    let document = run_well(command.args(arguments));
    let document = document.unwrap_or_else(|why| panic!("{}: {why}", page.name));
    String::from_utf8(document).expect("UTF-8")
}

/// Compares with the document beside the page, where there is one.
fn compare(page: &Page, extension: &str, document: String) {
    let golden = page.beside(extension);
    if golden.exists() {
        matches_text(&golden, document);
    }
}

#[test]
fn the_tests_of_the_table_itself() {
    plugins::cargo(&source("speeches-csv"), &["test"]);
}

/// Another CSV reader gets out of the table what the session holds, cell by cell, in each of its forms.
#[test]
fn the_table_holds_the_speeches_of_every_sample() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    plugins::crate_of_its_own(&source("speeches-csv"), folder.path());
    for (page, session) in sessions() {
        for (separator, name) in [(b',', "comma"), (b';', "semicolon"), (b'\t', "tab")] {
            let setting = format!("--set=speeches-csv.separator={name}");
            let table = convert(folder.path(), &page, "speeches-csv", &[&setting]);
            let mut reader = ReaderBuilder::new()
                .delimiter(separator)
                .terminator(Terminator::CRLF)
                .from_reader(table.as_bytes());
            let head = reader.headers().expect("a head").iter().collect::<Vec<_>>().join("|");
            assert_eq!(head, "id|speaker|start|end|words (counted)|text", "{}", page.name);
            let rows: Vec<Vec<String>> =
                reader.deserialize().collect::<Result<_, _>>().expect("rows of one length");
            assert_eq!(rows, cells(&session), "{} with {name}", page.name);
            if separator == b',' {
                compare(&page, "csv", table);
            }
        }
    }
}

/// What the table has to hold: a row a speech.
fn cells(session: &Session<'_>) -> Vec<Vec<String>> {
    let rows = statistics::turns(session).map(|turn| {
        let speech = turn.speech;
        let label = speech.label.as_ref().map(|label| label.as_str());
        let texts: Vec<_> = speech.blocks.iter().map(|block| block.text.as_str()).collect();
        vec![
            speech.id.to_string(),
            turn.speaker.map_or(label.unwrap_or_default(), |speaker| &speaker.name).to_owned(),
            speech.start.map(|moment| moment.to_string()).unwrap_or_default(),
            speech.end.map(|moment| moment.to_string()).unwrap_or_default(),
            turn.words.to_string(),
            texts.join("\n\n"),
        ]
    });
    rows.collect()
}

#[test]
fn the_tests_of_the_chart_itself() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    if needs("make") {
        plugins::make(&source("speaking-time"), &["test"], folder.path());
    }
}

/// What an XML parser finds in a chart: the texts of its elements, each with the element's name.
fn texts(chart: &str) -> Vec<(String, String)> {
    let is_of_xml = |c: char| matches!(c, '\n' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    assert!(chart.chars().all(is_of_xml), "a character that XML does not have");
    let mut reader = quick_xml::Reader::from_str(chart);
    reader.config_mut().check_comments = true;
    let (mut open, mut texts) = (Vec::new(), Vec::<(String, String)>::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => {
                assert!(!open.is_empty() || texts.is_empty(), "one root");
                let name = start.name().as_ref().to_owned();
                texts.push((name.clone(), String::new()));
                open.push(name);
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => texts.last_mut().map_or((), |last| last.1 += &*text),
            Event::GeneralRef(name) => {
                let character =
                    quick_xml::escape::resolve_predefined_entity(&name).expect("an entity of XML");
                texts.last_mut().expect("an element").1 += character;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} are not closed");
    texts
}

/// The texts of the elements called `name`, the isolates around names left out.
fn of(texts: &[(String, String)], name: &str) -> Vec<String> {
    let of_name = texts.iter().filter(|(element, _)| element == name);
    of_name.map(|(_, text)| text.replace(['\u{2068}', '\u{2069}'], "").trim().to_owned()).collect()
}

/// What the description of a chart has to say: everyone who speaks, the most words first.
fn spoken(session: &Session<'_>) -> String {
    let mut shares: Vec<(String, usize, Option<u64>)> = statistics::participants(session)
        .iter()
        .filter(|participant| participant.speeches > 0)
        .map(|participant| {
            let time = participant.profile.and_then(|profile| profile.statistics.time.as_ref()?.value);
            (participant.speaker.name.to_string(), participant.words, time)
        })
        .collect();
    let unnamed: Vec<_> = statistics::turns(session).filter(|turn| turn.speaker.is_none()).collect();
    if !unnamed.is_empty() {
        let words = unnamed.iter().map(|turn| turn.words).sum();
        shares.push(("Speakers the source does not name".to_owned(), words, None));
    }
    shares.sort_by_key(|(_, words, _)| std::cmp::Reverse(*words));
    let all: usize = shares.iter().map(|(_, words, _)| words).sum();
    let mut said = Vec::new();
    for (name, words, time) in shares {
        let mut sentence = format!("{}: {words} word{}", name, if words == 1 { "" } else { "s" });
        if all > 0 {
            write!(sentence, ", {} %", (200 * words + all) / (2 * all)).expect("a string");
        }
        if let Some(time) = time {
            write!(sentence, ", {}:{:02} declared", time / 60, time % 60).expect("a string");
        }
        said.push(sentence);
    }
    said.join("; ")
}

/// Whether there are letters of Thai, Japanese or Chinese in it.
fn is_unspaced(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{E00}'..='\u{EFF}' | '\u{3041}'..='\u{9FFF}'))
}

/// The chart of every sample is XML, has a title and describes what it shows: the same figures that plenary counts.
#[test]
fn the_chart_shows_who_spoke_in_every_sample() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    if !needs("make") {
        return;
    }
    plugins::chart(folder.path());
    for (page, session) in sessions() {
        let usual = convert(folder.path(), &page, "speaking-time", &[]);
        if page.name == "dig-watch/tidewater-forum" {
            assert!(usual == convert(folder.path(), &page, "speaking-time", &["--isolate"]), "in a worker");
        }
        compare(&page, "svg", usual);
        let chart = convert(folder.path(), &page, "speaking-time", &["--set=speaking-time.at-most=100000"]);
        assert!(chart.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""), "{}", page.name);
        let texts = texts(&chart);
        let title = session
            .title
            .as_ref()
            .map_or("Session", |title| if title.name.is_empty() { title.line.as_str() } else { &title.name });
        let clean = |text: &str| {
            text.replace(|c: char| c < ' ' && !c.is_whitespace(), "\u{FFFD}")
                .replace(char::is_whitespace, " ")
        };
        assert_eq!(of(&texts, "title")[0], format!("Who spoke how much: {}", clean(title)), "{}", page.name);
        let spoken = clean(&spoken(&session));
        let what = match spoken.as_str() {
            "" => "The session has no speeches.".to_owned(),
            spoken => format!("{spoken}."),
        };
        // Where words stand without spaces between them, the chart counts other words than plenary.
        if session.speeches().flat_map(|speech| &speech.blocks).any(|block| is_unspaced(block.text.as_str()))
        {
            continue;
        }
        assert_eq!(
            of(&texts, "desc"),
            [format!("A bar chart of the words of each speaker, as counted in the transcript. {what}")],
            "{}",
            page.name
        );
    }
}

/// A session with these speakers, each of whom says as many words as their place in the list, counted from the end.
fn meeting(title: &str, names: &[&str]) -> String {
    let speakers: Vec<_> = (names.iter().zip(1..))
        .map(|(name, number)| json!({ "id": format!("s{number}"), "name": name, "kind": "person" }))
        .collect();
    let speeches: Vec<_> = (1..=names.len())
        .map(|number| {
            let words = "word ".repeat(names.len() + 1 - number);
            let text = json!({ "span": [0, words.len()], "text": words, "after": "" });
            json!({ "id": format!("speech-{number}"), "speaker": format!("s{number}"), "blocks": [text] })
        })
        .collect();
    let line = json!({ "span": [0, title.len()], "text": title, "after": "" });
    let transcript = json!({ "id": "t", "role": "transcript", "content": { "speeches": speeches } });
    let session = json!({ "schema": "1.0", "dialect": "transcript", "title": { "line": line, "name": title },
        "sections": [transcript], "speakers": speakers });
    session.to_string()
}

/// Names that are long, markup, or written the other way; titles too.
#[test]
fn the_chart_of_odd_names() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    if !needs("make") {
        return;
    }
    plugins::chart(folder.path());
    let chart = |title: &str, names: &[&str], arguments: &[&str]| {
        let path = folder.path().join("meeting.session.json");
        fs::write(&path, meeting(title, names)).expect("written");
        let page = Page { name: "meeting".to_owned(), path: path.clone(), sample: path };
        convert(folder.path(), &page, "speaking-time", arguments)
    };
    let long = "Permanent Observer Mission of the Authority on Lighthouses ".repeat(4);
    let names = ["</text><script>alert(1)</script>", "רינה כהן", "Ann & \"Co\"\u{1}\u{8}\tLtd", &long];
    let odd = chart("]]> <!-- & \u{b} -->", &names, &[]);
    let texts = texts(&odd);
    let shown = of(&texts, "text");
    assert_eq!(shown[0], "]]> <!-- & \u{FFFD} -->");
    assert_eq!([&shown[2], &shown[4], &shown[6]], [names[0], names[1], "Ann & \"Co\"\u{FFFD}\u{FFFD} Ltd"]);
    assert!(shown[8].ends_with('…') && long.starts_with(shown[8].trim_end_matches('…')), "{}", shown[8]);
    assert!(of(&texts, "title").iter().any(|title| title.starts_with(&long)), "the whole name");
    assert_eq!(odd.matches("direction=\"rtl\" text-anchor=\"end\"").count(), 1);

    let many: Vec<_> = (0..40).map(|number| format!("Speaker {number}")).collect();
    let many: Vec<_> = many.iter().map(String::as_str).collect();
    let bounded = chart("Many", &many, &["--set=speaking-time.at-most=3", "--set=speaking-time.width=400"]);
    let shown = of(&self::texts(&bounded), "text");
    // 40 words by the first, 39 by the second, ...: 820 in all.
    assert_eq!(
        shown[2..],
        [
            "Speaker 0",
            "40 words, 5 %",
            "Speaker 1",
            "39 words, 5 %",
            "Speaker 2",
            "38 words, 5 %",
            "37 others",
            "703 words, 86 %"
        ]
    );
    assert!(bounded.contains("viewBox=\"0 0 400 "));

    let one_more = chart("Two", &many[..2], &["--set=speaking-time.at-most=1"]);
    assert_eq!(of(&self::texts(&one_more), "text")[4..], ["1 other", "1 word, 33 %"]);

    let nobody = chart("Nobody", &[], &[]);
    assert_eq!(
        of(&self::texts(&nobody), "text")[1..],
        ["Words counted in 0 speeches", "The session has no speeches."]
    );
}
