//! How findings are shown.

use snapbox::str;

use crate::golden;
use crate::plugins::plain;
use crate::support::{Folder, PAGE, Run, odd_page};

/// A page whose first line is long, and broken far behind its start.
fn long_line() -> Vec<u8> {
    let long = "lights and signals, ".repeat(600);
    let page = format!("{long}here: \u{1}, {long}\n{PAGE}");
    page.bytes().map(|byte| if byte == 1 { 0xE8 } else { byte }).collect()
}

#[test]
fn a_warning_is_shown_with_its_place_and_advice() {
    let folder = Folder::new().file("page.txt", odd_page());
    golden!(
        folder.plenary("convert page.txt -t json"),
        str![[r#"
exit 0
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
    assert_eq!(folder.listing(), ["page.session.json", "page.txt"]);
}

#[test]
fn standard_input_has_a_name_of_its_own() {
    let run = Folder::new().plenary_fed("convert - -t json -o out/", odd_page().as_bytes());
    assert!(run.stderr.contains("--> <stdin>:2:1"), "{}", run.stderr);
}

#[test]
fn findings_for_programs_are_json_a_line() {
    let folder = Folder::new().file("page.txt", odd_page()).file("empty.txt", "");
    let run = folder.plenary("convert page.txt empty.txt -t json -o out/ --message-format json");
    golden!(
        run,
        str![[r#"
exit 1
--- stderr
{"severity":"warning","code":"read::unreadable-date","message":"the calendar has no such day","help":"write the day as `7 Jun 2024`, with the month in letters and all of the year","file":"page.txt","line":2,"column":1,"span":[40,67]}
{"severity":"error","code":"input::empty","message":"this file is empty","help":null,"file":"empty.txt","line":null,"column":null,"span":null}

"#]]
    );
    for line in run.stderr.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).unwrap();
        let members: Vec<_> = finding.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["code", "column", "file", "help", "line", "message", "severity", "span"]);
    }
}

#[test]
fn a_span_in_json_is_that_of_the_file() {
    let folder = Folder::new().file("page.txt", odd_page());
    let run = folder.plenary("convert page.txt -t json --message-format json");
    let finding: serde_json::Value = serde_json::from_str(&run.stderr).unwrap();
    let offset = |place: usize| usize::try_from(finding["span"][place].as_u64().unwrap()).unwrap();
    assert_eq!(&odd_page()[offset(0)..offset(1)], "31 Feb 2025 10:00h - 10:45h");
}

/// A name that no version of its time had is mostly misspelt: `transcrpit`.
#[test]
fn a_misspelt_name_in_json_is_told() {
    let edited = r#"{"schema": "1.0", "dialect": "dig-watch", "speakers": [], "sections": [
        {"id": "section-1", "role": "transcrpit", "content": {"parts": []}}]}"#;
    let folder = Folder::new().file("edited.json", edited);
    golden!(
        folder.plenary("convert edited.json -t source --strict -o -"),
        str![[r#"
exit 1
--- stderr
warning[json::unknown-name]: `sections[0].role` is `transcrpit`, a name that stands for nothing; the plainest there is was taken for it
--> edited.json
 = help: correct it; session.schema.json lists the names

error[convert::strict]: this page is not converted: it raised a warning, and --strict takes warnings for errors
--> edited.json

the page was not converted: 1 error, 1 warning

"#]]
    );
}

/// Once, however many of its names are not known; and it is converted.
#[test]
fn a_session_of_a_later_version_is_read_with_a_note() {
    let later = r#"{"schema": "1.9", "dialect": "hansard", "speakers": [], "sections": [
        {"id": "section-1", "role": "votes", "content": {"tables": [[{"span": [0, 5], "text": "Ayes"}]]}},
        {"id": "section-2", "role": "songs", "content": {"parts": []}}]}"#;
    let folder = Folder::new().file("later.json", later);
    golden!(
        folder.plenary("convert later.json -t source --strict -o -"),
        str![[r#"
exit 0
--- stdout
Ayes
--- stderr
note[json::later-version]: this session is of schema version 1.9, and this version of plenary knows 1.0
--> later.json
 = help: roles, kinds and dialects that only a later version knows are read as the plainest there is; update plenary to have them

"#]]
    );
}

#[test]
fn usage_is_told_to_programs_too() {
    let run = Folder::with_page().plenary("convert page.txt -t markdwn --message-format json");
    golden!(
        run,
        str![[r#"
exit 2
--- stderr
{"severity":"error","code":"usage::unknown-format","message":"there is no format `markdwn`","help":"did you mean `markdown`? `plenary formats` lists them all","file":null,"line":null,"column":null,"span":null}

"#]]
    );
}

#[test]
fn a_long_line_is_cut_to_a_window() {
    let folder = Folder::new().file("page.txt", long_line());
    let run = folder.plenary("convert page.txt -t json");
    golden!(
        run,
        str![[r#"
exit 1
--- stderr
error[input::not-utf8]: not valid UTF-8 in one place, first at byte 12006
 --> page.txt:1:12007
  |
1 | ...ghts and signals, lights and signals, here: �, lights and signals, lights and signals, lig...
  |                                                ^
  |
  = help: turn it into UTF-8, for instance by iconv -f WINDOWS-1252 -t UTF-8, or read on with --lossy

"#]]
    );
    assert!(run.stderr.lines().all(|line| line.chars().count() <= 120), "{}", run.stderr);
}

#[test]
fn several_pages_end_in_a_summary() {
    let folder = Folder::with_page().file("odd.txt", odd_page()).file("empty.txt", "");
    golden!(
        folder.plenary("convert page.txt odd.txt empty.txt -t json -o out/"),
        str![[r#"
exit 1
--- stderr
warning[read::unreadable-date]: the calendar has no such day
 --> odd.txt:2:1
  |
2 | 31 Feb 2025 10:00h - 10:45h
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write the day as `7 Jun 2024`, with the month in letters and all of the year

error[input::empty]: this file is empty
--> empty.txt

1 of 3 pages not converted: 1 error, 1 warning

"#]]
    );
}

#[test]
fn all_well_is_silence() {
    let folder = Folder::with_page().file("other.txt", PAGE);
    golden!(
        folder.plenary("convert page.txt other.txt -t json,markdown -o out/"),
        str![[r#"
exit 0

"#]]
    );
}

#[test]
fn strict_names_the_page() {
    let folder = Folder::new().file("page.txt", odd_page());
    golden!(
        folder.plenary("convert page.txt -t json --strict"),
        str![[r#"
exit 1
--- stderr
warning[read::unreadable-date]: the calendar has no such day
 --> page.txt:2:1
  |
2 | 31 Feb 2025 10:00h - 10:45h
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write the day as `7 Jun 2024`, with the month in letters and all of the year

error[convert::strict]: this page is not converted: it raised a warning, and --strict takes warnings for errors
--> page.txt

the page was not converted: 1 error, 1 warning

"#]]
    );
    assert_eq!(folder.listing(), ["page.txt"]);
}

#[test]
fn colours_are_for_terminals_and_on_demand() {
    let folder = Folder::new();
    let coloured = |arguments: &str, variables: &[(&str, &str)]| {
        let mut command = folder.command(arguments);
        Run::of(command.envs(variables.iter().copied())).stderr.contains('\u{1b}')
    };
    assert!(!coloured("convert nowhere.txt -t json", &[]));
    assert!(coloured("convert nowhere.txt -t json --color always", &[]));
    assert!(coloured("--color always convert nowhere.txt -t json", &[("NO_COLOR", "1")]));
    assert!(!coloured("convert nowhere.txt -t json", &[("NO_COLOR", "1"), ("TERM", "xterm")]));
    assert!(!coloured("convert nowhere.txt -t json --color never", &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured("convert nowhere.txt -t json --color always --message-format json", &[]));
}

/// What stands in a page is shown, not obeyed: an escape would turn a terminal's colours, or worse.
#[test]
fn control_characters_reach_no_terminal() {
    let page = PAGE.replace("Harbour lights", "Harbour \u{1b}[31mlights\u{7}");
    let folder = Folder::new().file("page.txt", page);
    for arguments in ["inspect page.txt", "inspect --coverage page.txt", "inspect --json page.txt"] {
        let run = folder.plenary(arguments);
        assert!(!run.stdout.contains(['\u{1b}', '\u{7}']), "{arguments}: {}", run.stdout);
        assert!(!run.stderr.contains(['\u{1b}', '\u{7}']), "{arguments}: {}", run.stderr);
    }
}

/// Nor does what stands in a file's name.
#[cfg(unix)]
#[test]
fn a_file_name_with_control_characters_reaches_no_terminal() {
    let name = "od\u{1b}[31md\npage.txt";
    let folder = Folder::new().file(name, odd_page());
    for missing in [false, true] {
        let name = if missing { format!("no{name}") } else { name.to_owned() };
        let run = Run::of(folder.command("convert -t json --color never").arg(&name));
        let shown = name.replace('\u{1b}', "␛").replace('\n', "␊");
        assert!(run.stderr.contains(&format!("--> {shown}")), "{}", run.stderr);
    }
    let run = Run::of(folder.command("convert -t json --message-format json").arg(name));
    assert!(run.stderr.contains(r#""file":"od\u001b[31md\npage.txt""#), "{}", run.stderr);
}

/// Lines are those of the reader, which ends one at LF, CRLF or CR.
#[test]
fn every_line_end_counts_in_a_place() {
    for end in ["\n", "\r\n", "\r"] {
        let folder = Folder::new().file("page.txt", odd_page().replace('\n', end));
        let run = folder.plenary("convert page.txt -t json");
        assert!(run.stderr.contains("--> page.txt:2:1\n"), "{end:?}: {}", run.stderr);
        assert!(run.stderr.contains("2 | 31 Feb 2025 10:00h - 10:45h\n"), "{end:?}: {}", run.stderr);
    }
}

/// What reading a page has found does not go with a plugin that ends the program, in whatever way.
#[test]
fn what_reading_has_found_is_shown_before_a_plugin_runs() {
    for end in ["abort();", "exit(0);", "_exit(0);"] {
        let folder = Folder::new().file("page.txt", odd_page());
        plain(&folder.path(""), "plain", &[&format!("RENDER={end}")]);
        let run = folder.plenary("convert page.txt -t plain -o - --plugin-dir .");
        assert!(run.stderr.starts_with("warning[read::unreadable-date]: "), "{end}\n{}", run.shown());
        assert_eq!(run.stdout, "", "{end}");
    }
}

/// However much a plugin reports, in whatever names: no more is told than somebody will read. An error, which says why there
/// is no document, is.
#[test]
fn what_a_plugin_reports_without_end_is_abridged() {
    let folder = Folder::with_page();
    let flood = "RENDER=char code[32], text[5000]; memset(text, 1, sizeof text);
        for (int n = 0; n < 100000; n++) {
          plenary_diagnostic found = {sizeof found, n == 99990 ? PLENARY_ERROR : PLENARY_WARNING,
            {code, (size_t)snprintf(code, sizeof code, \"plain::kind-%d\", NUMBER)}, {text, LENGTH}, {NULL, 0}, NULL};
          host->report(host->ctx, &found);
        }
        return PLENARY_FAILED;";
    for (number, length, most, more) in [
        ("n", "sizeof text", 500_000, "more of other kinds in page.txt; `--message-format json` tells them"),
        ("7", "9", 10_000, "974 more `plain::kind-7` in page.txt; `--message-format json` tells them"),
    ] {
        let render = flood.replace("NUMBER", number).replace("LENGTH", length).replace('\n', " ");
        plain(&folder.path(""), "plain", &[&render]);
        for isolate in ["none", "all"] {
            let convert = format!("convert page.txt -t plain -o - --plugin-dir . --isolate={isolate}");
            let run = folder.plenary(&convert);
            assert_eq!(run.code, 1);
            assert!(run.stderr.len() < most, "{} bytes are told", run.stderr.len());
            assert!(run.stderr.contains(more), "{}", run.stderr);
            assert_eq!(run.stderr.matches("error[").count(), 1, "{}", run.stderr);
            let all = folder.plenary(&format!("{convert} --message-format json")).stderr;
            assert!(all.len() < 8 << 20, "{} bytes are told", all.len());
            assert!(all.contains("more findings of the plugin are left out"), "{all}");
        }
    }
}
