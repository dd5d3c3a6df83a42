//! `plenary inspect`: what was found.

use serde_json::Value;
use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE, odd_page};

#[test]
fn a_page_in_a_few_lines() {
    golden!(
        Folder::with_page().plenary("inspect page.txt"),
        str![[r#"
exit 0
--- stdout
page.txt
  title        Harbour lights (Coast Forum 2025 WS #7)
  date         2025-03-03 10:00–10:45
  dialect      dig-watch
  speeches     3 by 2 speakers
  profiles     1 with 1 argument
  coverage     837 of 837 bytes (100 %), 0 unrecognised
  diagnostics  none

  Sections
    Table of contents          empty
    Knowledge Graph of Debate  empty
    Session report             empty
    Full session report        1 part
    Session transcript         3 speeches
    Speakers                   1 profile

                            counted  counted   declared  declared  declared
  Speakers      arguments  speeches    words  words/min     words   seconds
    Moderator           -         2       12          -         -         -
    Ada Brandt          1         1       20        120        20        10

"#]]
    );
}

#[test]
fn a_page_with_a_finding() {
    golden!(
        Folder::new().file("page.txt", odd_page()).plenary("inspect page.txt"),
        str![[r#"
exit 0
--- stdout
page.txt
  title        Harbour lights (Coast Forum 2025 WS #7)
  date         none
  dialect      dig-watch
  speeches     3 by 2 speakers
  profiles     1 with 1 argument
  coverage     838 of 838 bytes (100 %), 0 unrecognised
  diagnostics  1 warning

  Sections
    (no heading)               1 part
    Table of contents          empty
    Knowledge Graph of Debate  empty
    Session report             empty
    Full session report        1 part
    Session transcript         3 speeches
    Speakers                   1 profile

                            counted  counted   declared  declared  declared
  Speakers      arguments  speeches    words  words/min     words   seconds
    Moderator           -         2       12          -         -         -
    Ada Brandt          1         1       20        120        20        10
--- stderr
warning[read::unreadable-date]: the calendar has no such day
 --> page.txt:2:1
  |
2 | 31 Feb 2025 10:00h - 10:45h
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write the day as `7 Jun 2024`, with the month in letters and all of the year

"#]]
    );
}

#[test]
fn several_pages_one_of_them_missing() {
    let page = "Harbour lights\nSession transcript\nModerator:\nWelcome, everybody.\n";
    let folder = Folder::new().file("a.txt", page).file("b.txt", page);
    golden!(
        folder.plenary("inspect a.txt nowhere.txt b.txt"),
        str![[r#"
exit 1
--- stdout
a.txt
  title        Harbour lights
  date         none
  dialect      dig-watch
  speeches     1 by 1 speaker
  profiles     0 with 0 arguments
  coverage     65 of 65 bytes (100 %), 0 unrecognised
  diagnostics  none

  Sections
    Session transcript  1 speech

                           counted  counted   declared  declared  declared
  Speakers     arguments  speeches    words  words/min     words   seconds
    Moderator          -         1        2          -         -         -

b.txt
  title        Harbour lights
  date         none
  dialect      dig-watch
  speeches     1 by 1 speaker
  profiles     0 with 0 arguments
  coverage     65 of 65 bytes (100 %), 0 unrecognised
  diagnostics  none

  Sections
    Session transcript  1 speech

                           counted  counted   declared  declared  declared
  Speakers     arguments  speeches    words  words/min     words   seconds
    Moderator          -         1        2          -         -         -
--- stderr
error[input::not-found]: this file does not exist
--> nowhere.txt

"#]]
    );
}

#[test]
fn a_text_without_a_session() {
    golden!(
        Folder::new().file("letter.txt", "Dear all,\n\nsee you.\n").plenary("inspect letter.txt"),
        str![[r#"
exit 1
--- stdout
letter.txt
  title        none
  date         none
  dialect      dig-watch
  speeches     0 by 0 speakers
  profiles     0 with 0 arguments
  coverage     20 of 20 bytes (100 %), 1 unrecognised
  diagnostics  1 error
--- stderr
error[read::no-session]: the text holds no session
--> letter.txt
 = help: looked for: headings such as `Session transcript`, profiles of speakers, `Name:` or `>>` before what is said, times of captions; `plenary formats --input` lists what can be read, and --from has a page read as one of them

"#]]
    );
}

#[test]
fn the_page_with_the_node_of_each_piece() {
    golden!(
        Folder::with_page().plenary("inspect --coverage page.txt"),
        str![[r#"
exit 0
--- stdout
     1  title             Harbour lights | Coast Forum 2025 WS #7
     2  time              3 Mar 2025 10:00h - 10:45h
     3  section-heading   Table of contents
     4  disclaimer        Disclaimer: This is not an official record of the session.
     5  section-heading   Knowledge Graph of Debate
     6  section-heading   Session report
     7  section-heading   Full session report
     8  part-heading      Ports agree on shared lights
     9  paragraph         The session opened with a call for shared signals. Two ports described what they had tried.
    10  section-heading   Session transcript
    11  speech-label      Moderator:
    12  paragraph         Welcome, everybody. Let us begin with the northern ports.
    13  speech-label      Ada Brandt:
    14  paragraph         Thank you. We have kept the lights on through the winter, and the fishers have told us that it helped.
    15  speech-label      Moderator:
    16  paragraph         Thank you, Ada.
    17  section-heading   Speakers
    18  initials          AB
    19  profile-name      Ada Brandt
    20  label             Speech speed
    21  statistic         120 words per minute
    22  label             Speech length
    23  statistic         20 words
    24  label             Speech time
    25  statistic         10 secs
    26  label             Arguments
    27  claim             Shared lights make harbours safer
    28  label             Supporting facts:
    29  fact              - The lights were kept on through the winter.
    30  topic             Topics: Safety,
        topic             Harbours
    31  label             Report
    32  paragraph         Ada Brandt spoke for the northern ports.

"#]]
    );
}

/// Piece by piece, the listing is the page: of a text, of XML, where pieces end in the middle of lines, and of cues,
/// where a piece goes on over their times.
#[test]
fn coverage_shows_every_line_once() {
    let cues = "WEBVTT\n\nNOTE\nby hand\n\n1\n00:01.000 --> 00:03.500\n<v Ada>Good morning &amp; \nwelcome.</v>\n\n2\n\
                00:03.200 --> 00:06.000\n<v Ada>We begin.</v>\n\n00:06.500 --> 00:08.000\n<v Bo>Yes.";
    let captions =
        "HARBOUR LIGHTS\n***\n\n>> CHAIR: Welcome,\neverybody.\n\n>> Yes?\n(Laughter)\n>>ADA:  Thank you.\n";
    let plain = "Chair: Welcome.\n\nAda Brandt: Thank you,\neverybody.\nChair: Go on.\nAda Brandt: I will.\n";
    let folder =
        Folder::with_page().file("plain.txt", plain).file("cues.vtt", cues).file("captions.txt", captions);
    folder.plenary("convert page.txt -t akoma-ntoso").well();
    for name in ["page.txt", "page.xml", "cues.vtt", "captions.txt", "plain.txt"] {
        let (page, listing) =
            (folder.read(name), folder.plenary(&format!("inspect --coverage {name}")).well());
        let numbers: Vec<usize> = listing.lines().filter_map(|line| line[..6].trim().parse().ok()).collect();
        assert_eq!(numbers, (1..=page.lines().count()).collect::<Vec<_>>(), "{name}");
        let text: String = listing.lines().map(|line| line.get(26..).unwrap_or_default()).collect();
        let blanks = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(blanks(&text), blanks(&page), "{name}");
    }
}

/// The shape that scripts rely on.
#[test]
fn json_is_of_a_stable_shape() {
    let folder = Folder::new().file("page.txt", odd_page());
    let line = folder.plenary("inspect --json page.txt").well();
    assert_eq!(line.lines().count(), 1);
    let found: Value = serde_json::from_str(&line).unwrap();
    snapbox::assert_data_eq!(
        serde_json::to_string_pretty(&found).unwrap(),
        str![[r#"
{
  "counts": {
    "arguments": 1,
    "points": 0,
    "profiles": 1,
    "sections": 7,
    "speakers": 2,
    "speeches": 3,
    "unrecognised": 0
  },
  "coverage": {
    "covered": 838,
    "gaps": [],
    "overlaps": [],
    "percent": 100.0,
    "total": 838,
    "unrecognised": 0
  },
  "diagnostics": [
    {
      "code": "read::unreadable-date",
      "column": 1,
      "file": "page.txt",
      "help": "write the day as `7 Jun 2024`, with the month in letters and all of the year",
      "line": 2,
      "message": "the calendar has no such day",
      "severity": "warning",
      "span": [
        40,
        67
      ]
    }
  ],
  "dialect": "dig-watch",
  "event": "Coast Forum 2025 WS #7",
  "file": "page.txt",
  "schema": "1.0",
  "sections": [
    {
      "heading": null,
      "id": "section-opening",
      "parts": 1,
      "role": "other"
    },
    {
      "heading": "Table of contents",
      "id": "section-table-of-contents",
      "parts": 0,
      "role": "table-of-contents"
    },
    {
      "heading": "Knowledge Graph of Debate",
      "id": "section-knowledge-graph-of-debate",
      "parts": 0,
      "role": "knowledge-graph"
    },
    {
      "heading": "Session report",
      "id": "section-session-report",
      "parts": 0,
      "role": "session-report"
    },
    {
      "heading": "Full session report",
      "id": "section-full-session-report",
      "parts": 1,
      "role": "full-report"
    },
    {
      "heading": "Session transcript",
      "id": "section-session-transcript",
      "role": "transcript",
      "speeches": 3
    },
    {
      "heading": "Speakers",
      "id": "section-speakers",
      "profiles": 1,
      "role": "speakers"
    }
  ],
  "speakers": [
    {
      "arguments": 0,
      "declared": {
        "length": null,
        "speed": null,
        "time": null
      },
      "id": "speaker-moderator",
      "initials": null,
      "kind": "role",
      "name": "Moderator",
      "profile": false,
      "speeches": 2,
      "words": 12
    },
    {
      "arguments": 1,
      "declared": {
        "length": 20,
        "speed": 120,
        "time": 10
      },
      "id": "speaker-ada-brandt",
      "initials": "AB",
      "kind": "person",
      "name": "Ada Brandt",
      "profile": true,
      "speeches": 1,
      "words": 20
    }
  ],
  "spoken": null,
  "time": null,
  "title": "Harbour lights"
}
"#]]
    );
}

#[test]
fn json_counts_what_is_there() {
    let line = Folder::with_page().plenary("inspect --json page.txt").well();
    let found: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(found["time"]["date"], "2025-03-03");
    assert_eq!(found["counts"]["speeches"], 3);
    assert_eq!(found["counts"]["profiles"], 1);
    assert_eq!(found["counts"]["arguments"], 1);
    assert_eq!(found["coverage"]["covered"], PAGE.len());
    assert_eq!(found["coverage"]["percent"], 100.0);
    assert_eq!(found["diagnostics"], Value::Array(Vec::new()));
    let speakers = found["speakers"].as_array().unwrap();
    let ada = speakers.iter().find(|speaker| speaker["name"] == "Ada Brandt").unwrap();
    assert_eq!((&ada["speeches"], &ada["words"]), (&1.into(), &20.into()));
    assert_eq!(ada["initials"], "AB");
    assert_eq!(ada["declared"], serde_json::json!({ "speed": 120, "length": 20, "time": 10 }));
}

#[test]
fn json_of_several_pages_is_an_object_a_line() {
    let folder = Folder::with_page().file("other.txt", PAGE);
    let lines = folder.plenary("inspect --json page.txt other.txt").well();
    let files: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["file"].clone()).collect();
    assert_eq!(files, ["page.txt", "other.txt"]);
}

#[test]
fn a_session_in_json_is_inspected_as_its_page() {
    let folder = Folder::with_page();
    folder.plenary("convert page.txt -t json").well();
    let mut page = serde_json::from_str::<Value>(&folder.plenary("inspect --json page.txt").well()).unwrap();
    let session =
        serde_json::from_str::<Value>(&folder.plenary("inspect --json page.session.json").well()).unwrap();
    page["file"] = "page.session.json".into();
    assert_eq!(page, session);
}

/// Points and times, which pages of other dialects have.
#[test]
fn points_and_times_are_shown() {
    let session = r#"{"schema": "1.0", "dialect": "webvtt", "speakers": [],
        "sections": [
            {"id": "section-1", "role": "agreements", "content": {"points": [
                {"id": "point-1", "text": {"span": [0, 6], "text": "Agree"}}]}},
            {"id": "section-2", "role": "transcript", "content": {"speeches": [
                {"id": "speech-1", "start": "00:00:01.500", "end": "00:20:00.000", "blocks": []},
                {"id": "speech-2", "start": "00:00:09.000", "end": "00:00:12.000", "blocks": []}]}}]}"#;
    let folder = Folder::new().file("a.session.json", session);
    golden!(
        folder.plenary("inspect a.session.json"),
        str![[r#"
exit 0
--- stdout
a.session.json
  title        none
  date         none
  spoken       00:00:01.500 – 00:20:00.000
  dialect      webvtt
  speeches     2 by 0 speakers
  profiles     0 with 0 arguments
  points       1
  coverage     6 of 6 bytes (100 %), 0 unrecognised
  diagnostics  none

  Sections
    (agreements)  1 point
    (transcript)  2 speeches

"#]]
    );
    let found: Value = serde_json::from_str(&folder.plenary("inspect --json a.session.json").well()).unwrap();
    assert_eq!(found["spoken"], serde_json::json!({ "start": "00:00:01.500", "end": "00:20:00.000" }));
    assert_eq!(found["counts"]["points"], 1);
    assert_eq!(found["sections"][0]["points"], 1);
}

#[test]
fn standard_input() {
    let shown = Folder::new().plenary_fed("inspect -", PAGE.as_bytes()).well();
    assert!(shown.starts_with("<stdin>\n"), "{shown}");
}

#[test]
fn json_and_coverage_are_two_things() {
    assert_eq!(Folder::with_page().plenary("inspect --json --coverage page.txt").code, 2);
}

/// A page with the line ends of an old Macintosh has the same lines as any.
#[test]
fn coverage_counts_lines_whatever_ends_them() {
    let [lf, crlf, cr] = ["\n", "\r\n", "\r"].map(|end| {
        Folder::new().file("page.txt", PAGE.replace('\n', end)).plenary("inspect --coverage page.txt").well()
    });
    assert_eq!(lf, crlf);
    assert_eq!(lf, cr);
}
