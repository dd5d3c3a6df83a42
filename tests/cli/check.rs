//! `plenary check`: what looks wrong in pages.

use serde_json::Value;
use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE, odd_page};

/// A page with a warning of the reader, and one that says itself that it has no transcript.
fn folder() -> Folder {
    let quiet = PAGE.replace("Session transcript\nModerator:\n", "").replace("Ada Brandt:\n", "");
    let report = quiet.split("Welcome").next().unwrap().to_owned();
    Folder::new().file("odd.txt", odd_page()).file("report.txt", report).file("page.txt", sound_page())
}

/// A page in which nothing can be found.
fn sound_page() -> &'static str {
    "Harbour lights\n3 Mar 2025 10:00h - 10:45h\nSession transcript\nModerator:\nWelcome, everybody.\nAda Brandt:\n\
     Thank you.\n"
}

#[test]
fn a_sound_page_is_silence() {
    golden!(
        folder().plenary("check page.txt"),
        str![[r#"
exit 0

"#]]
    );
}

/// Only notes: nothing is wrong.
#[test]
fn notes_are_no_failure() {
    golden!(
        folder().plenary("check report.txt --select dig-watch,read"),
        str![[r#"
exit 0
--- stdout
note[dig-watch::no-transcript]: the page has no transcript
--> report.txt

--- stderr
1 note in 1 page

"#]]
    );
}

#[test]
fn findings_go_to_standard_output_and_their_sum_to_standard_error() {
    golden!(
        folder().plenary("check odd.txt report.txt page.txt --select read,dig-watch"),
        str![[r#"
exit 1
--- stdout
warning[read::unreadable-date]: the calendar has no such day
 --> odd.txt:2:1
  |
2 | 31 Feb 2025 10:00h - 10:45h
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write the day as `7 Jun 2024`, with the month in letters and all of the year

note[dig-watch::no-transcript]: the page has no transcript
--> report.txt

--- stderr
1 warning, 1 note in 3 pages

"#]]
    );
}

#[test]
fn a_page_that_cannot_be_read_is_found_too() {
    let folder = folder().file("letter.txt", "Dear all,\n\nsee you.\n").file("latin.txt", b"Caf\xE9\n");
    golden!(
        folder.plenary("check nowhere.txt letter.txt latin.txt page.txt"),
        str![[r#"
exit 1
--- stdout
error[input::not-found]: this file does not exist
--> nowhere.txt

error[read::no-session]: the text holds no session
--> letter.txt
 = help: looked for: headings such as `Session transcript`, profiles of speakers, `Name:` or `>>` before what is said, times of captions; `plenary formats --input` lists what can be read, and --from has a page read as one of them

error[input::not-utf8]: not valid UTF-8 in one place, first at byte 3
 --> latin.txt:1:4
  |
1 | Caf�
  |    ^
  |
  = help: turn it into UTF-8, for instance by iconv -f WINDOWS-1252 -t UTF-8, or read on with --lossy

--- stderr
3 errors in 4 pages

"#]]
    );
}

#[test]
fn json_is_a_finding_a_line() {
    let run = folder().plenary("check odd.txt report.txt nowhere.txt --select dig-watch,read --format json");
    golden!(
        run,
        str![[r#"
exit 1
--- stdout
{"severity":"warning","code":"read::unreadable-date","message":"the calendar has no such day","help":"write the day as `7 Jun 2024`, with the month in letters and all of the year","file":"odd.txt","line":2,"column":1,"span":[40,67]}
{"severity":"note","code":"dig-watch::no-transcript","message":"the page has no transcript","help":null,"file":"report.txt","line":null,"column":null,"span":null}
{"severity":"error","code":"input::not-found","message":"this file does not exist","help":null,"file":"nowhere.txt","line":null,"column":null,"span":null}

"#]]
    );
    for line in run.stdout.lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        let members: Vec<_> = finding.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["code", "column", "file", "help", "line", "message", "severity", "span"]);
    }
}

#[test]
fn standard_input() {
    let run = Folder::new().plenary_fed("check - --select dig-watch,read", odd_page().as_bytes());
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("--> <stdin>:2:1"), "{}", run.stdout);
}

#[test]
fn findings_are_selected_by_code_and_by_part() {
    let folder = folder();
    let found = |arguments: &str| {
        let run = folder.plenary(&format!("check odd.txt report.txt --format json {arguments}"));
        let code =
            |line: &str| serde_json::from_str::<Value>(line).unwrap()["code"].as_str().unwrap().to_owned();
        (run.code, run.stdout.lines().map(code).collect::<Vec<_>>())
    };
    let (date, transcript) = ("read::unreadable-date".to_owned(), "dig-watch::no-transcript".to_owned());
    assert_eq!(found("--select dig-watch,read"), (1, vec![date.clone(), transcript.clone()]));
    assert_eq!(found("--select dig-watch::,read::"), found("--select dig-watch,read"));
    assert_eq!(
        found("--select dig-watch,read --ignore read::unreadable-date"),
        (0, vec![transcript.clone()])
    );
    assert_eq!(found("--select read::unreadable-date"), (1, vec![date.clone()]));
    assert_eq!(found("--select dig-watch::no-transcript"), (0, vec![transcript]));
    assert_eq!(found("--select dig-watch,read --ignore dig-watch"), (1, vec![date]));
}

/// What is not read is not checked, whatever was selected.
#[test]
fn errors_cannot_be_left_out() {
    let run = folder().plenary("check nowhere.txt --select dig-watch --ignore input::not-found");
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("error[input::not-found]"), "{}", run.stdout);
}

#[test]
fn an_unknown_code_is_wrong_usage() {
    let folder = folder();
    golden!(
        folder.plenary("check page.txt --ignore read::unreadable-dates"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-code]: no finding on a page has the code `read::unreadable-dates`
 |
 = help: did you mean `read::unreadable-date`? `plenary check --explain` lists them all

"#]]
    );
    golden!(
        folder.plenary("check page.txt --select unreadable-statistics"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-code]: no finding on a page has the code `unreadable-statistics`
 |
 = help: did you mean `dig-watch::unreadable-statistic`? `plenary check --explain` lists them all

"#]]
    );
    golden!(
        folder.plenary("check page.txt --select dig-wach"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-code]: no finding on a page has the code `dig-wach`
 |
 = help: did you mean `dig-watch`? `plenary check --explain` lists them all

"#]]
    );
    golden!(
        folder.plenary("check page.txt --select pdf"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-code]: no finding on a page has the code `pdf`
 |
 = help: `plenary check --explain` lists them all

"#]]
    );
}

#[test]
fn nothing_to_check_is_wrong_usage() {
    assert_eq!(Folder::new().plenary("check").code, 2);
    assert_eq!(folder().plenary("check - -").code, 2);
}

#[test]
fn findings_go_into_a_file() {
    let folder = folder();
    let shown = folder.plenary("check odd.txt --select dig-watch,read").stdout;
    golden!(
        folder.plenary("check odd.txt --select dig-watch,read -o out/findings.txt --color always"),
        str![[r#"
exit 1
--- stderr
1 warning in 1 page

"#]]
    );
    assert_eq!(folder.read("out/findings.txt"), shown);
    golden!(
        folder.plenary("check odd.txt -o odd.txt"),
        str![[r#"
exit 2
--- stderr
error[usage::overwrites-input]: `odd.txt` would be written over a page that is to be read
 |
 = help: name another file with -o

"#]]
    );
    assert_eq!(folder.read("odd.txt"), odd_page());
}

/// In text: whoever has read 25 of a kind knows what the rest are like. Programs get all.
#[test]
fn of_many_findings_of_a_kind_the_first_are_shown() {
    let letter = |number| char::from(b'A' + number);
    let guards = (0..40).map(|number| format!("Guard {0}{0}\nSpeech speed\nfast\n", letter(number % 26)));
    let folder =
        Folder::new().file("page.txt", format!("{}Speakers\n{}", sound_page(), guards.collect::<String>()));
    let count = |arguments: &str| {
        let run =
            folder.plenary(&format!("check page.txt --select dig-watch::unreadable-statistic {arguments}"));
        (run.stdout.matches("dig-watch::unreadable-statistic").count(), run.stdout, run.stderr)
    };
    let (all, _, summary) = count("--all");
    assert_eq!(all, 40);
    assert_eq!(summary, format!("{all} warnings in 1 page\n"));
    assert_eq!(count("--format json").0, all);
    let (shown, text, same) = count("");
    assert_eq!((shown, same), (26, summary));
    let last =
        "note: 15 more `dig-watch::unreadable-statistic` in page.txt; `plenary check --all` shows them\n\n";
    assert!(text.ends_with(last), "{text}");
    let converted = folder.plenary("convert page.txt -t json").stderr;
    assert!(converted.contains(last.trim_end()), "{converted}");
}

/// The spans of a session in JSON point into the page it was made from, which is not at hand.
#[test]
fn a_session_in_json_is_checked_as_its_page() {
    let folder = folder().file("repeated.txt", format!("{PAGE}{}", PAGE.split("Speakers\n").nth(1).unwrap()));
    folder.plenary("convert repeated.txt -t json");
    let (page, session) = (
        folder.plenary("check repeated.txt --format json"),
        folder.plenary("check repeated.session.json --format json"),
    );
    let audited = |text: &str| {
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let audited = lines.filter(|finding| finding["code"].as_str().unwrap().starts_with("audit::"));
        audited.map(|finding| (finding["code"].clone(), finding["span"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(audited(&page.stdout), audited(&session.stdout));
    assert!(session.stdout.lines().all(|line| line.contains(r#""line":null"#)), "{}", session.stdout);
}

#[test]
fn colours_are_on_demand() {
    let folder = folder();
    let coloured = |arguments: &str| folder.plenary(arguments).stdout.contains('\u{1b}');
    assert!(!coloured("check odd.txt"));
    assert!(coloured("check odd.txt --color always"));
    assert!(!coloured("check odd.txt --color always --format json"));
    assert!(!coloured("check odd.txt --color always --format sarif"));
}

/// Nobody has read an edited session: what it refers to may be missing. `convert` tells of it too.
#[test]
fn an_edited_session_may_refer_to_nobody() {
    let folder = Folder::with_page();
    folder.plenary("convert page.txt -t json").well();
    let json = folder
        .read("page.session.json")
        .replace(r#""speaker": "speaker-moderator""#, r#""speaker": "speaker-x""#);
    let folder = folder.file("edited.session.json", json);
    golden!(
        folder.plenary("check edited.session.json --select audit::unknown-speaker"),
        str![[r#"
exit 1
--- stdout
warning[audit::unknown-speaker]: no speaker of the session is called `speaker-x`
--> edited.session.json
 = help: enter the speaker under `speakers`, or correct the identifier

--- stderr
1 warning in 1 page

"#]]
    );
    golden!(
        folder.plenary("convert edited.session.json -t markdown -o out/"),
        str![[r#"
exit 0
--- stderr
warning[audit::unknown-speaker]: no speaker of the session is called `speaker-x`
--> edited.session.json
 = help: enter the speaker under `speakers`, or correct the identifier

"#]]
    );
}
