//! What is told of the program's own doings, with -v.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;
use snapbox::str;

use crate::golden;
use crate::plugins::plain;
use crate::support::{Folder, PAGE, Run, odd_page};

/// The lines of a log in JSON.
#[track_caller]
fn lines(run: &Run) -> Vec<Value> {
    let line = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    run.stderr.lines().map(line).collect()
}

/// The one line with this message.
#[track_caller]
fn line<'l>(lines: &'l [Value], message: &str) -> &'l Value {
    let mut found = lines.iter().filter(|line| line["message"] == message);
    let line = found.next().unwrap_or_else(|| panic!("`{message}` is not in {lines:#?}"));
    assert!(found.next().is_none(), "`{message}` is told twice in {lines:#?}");
    line
}

#[test]
fn what_is_done_is_told() {
    let folder = Folder::with_page();
    golden!(
        folder.plenary("convert page.txt -t markdown,json -o out/ -v"),
        str![[r#"
exit 0
--- stderr
[..]Z info  plenary::log: plenary begins version=[..]
[..]Z info  plenary_host::discover: looked for plugins: there is no such folder folder=$FOLDER/home/.local/share/plenary/plugins
[..]Z info  plenary_host::discover: looked for plugins: there is no such folder folder=[..]/lib/plenary/plugins
[..]Z info  plenary::conversion: a plugin makes this format format=markdown plugin=markdown version=[..] from="plenary brings it along" isolated=false
[..]Z info  plenary::conversion: plenary itself makes this format format=json
[..]Z info  plenary::commands::convert: begun page=page.txt
[..]Z info  plenary::page: read page=page.txt dialect=dig-watch because="nothing else looks like it"
[..]Z info  plenary::commands::convert: converted page=page.txt bytes=837 milliseconds=[..]

"#]]
    );
}

#[test]
fn every_v_tells_more() {
    let folder = Folder::with_page();
    let runs = ["", "-v", "-vv", "-vvv", "-vvvv"]
        .map(|v| folder.plenary(&format!("convert page.txt -t markdown -o - --isolate {v}")));
    assert!(runs.iter().all(|run| run.stdout == runs[0].stdout), "it goes to standard error alone");
    let numbers = runs.map(|run| run.stderr.lines().count());
    assert_eq!(numbers[0], 0);
    assert!(numbers[..4].is_sorted_by(|less, more| less < more), "{numbers:?}");
    assert_eq!(numbers[3], numbers[4], "there is no more than every detail");
}

#[test]
fn for_programs_it_is_json_a_line_that_is_told_from_findings() {
    let folder = Folder::new().file("page.txt", odd_page());
    let run = folder.plenary("-vvv convert page.txt -t markdown -o out/ --message-format json --timings");
    let (mut findings, mut figures, mut logged) = (0, 0, 0);
    for line in lines(&run) {
        let members: Vec<_> = line.as_object().unwrap().keys().map(String::as_str).collect();
        match members.as_slice() {
            ["code", "column", "file", "help", "line", "message", "severity", "span"] => findings += 1,
            ["timings"] => figures += 1,
            members => {
                assert_eq!(members, ["fields", "level", "message", "target", "timestamp"]);
                assert!(["info", "debug", "trace"].contains(&line["level"].as_str().unwrap()), "{line}");
                assert!(
                    line["fields"].is_object() && line["target"].as_str().unwrap().starts_with("plenary")
                );
                logged += 1;
            }
        }
    }
    assert_eq!((findings, figures), (1, 1));
    assert!(logged > 5);
}

#[test]
fn the_form_of_a_log_is_that_of_the_findings_unless_it_is_named() {
    let folder = Folder::new().file("page.txt", odd_page());
    let run = folder.plenary("convert page.txt -t json -o - -v --log-format json");
    assert!(run.stderr.contains("\nwarning[read::unreadable-date]: "), "{}", run.stderr);
    assert!(run.stderr.contains("\n{\"timestamp\":"), "{}", run.stderr);
    let run = folder.plenary("convert page.txt -t json -o - -v --log-format text --message-format json");
    assert!(run.stderr.contains("\n{\"severity\":\"warning\""), "{}", run.stderr);
    assert!(run.stderr.contains("Z info  plenary::page: read page=page.txt dialect="), "{}", run.stderr);
}

#[test]
fn why_a_page_is_read_as_what_it_is() {
    let folder = Folder::with_page().file(
        "notes.txt",
        "Ada: Good morning.\n\nBen: Good morning, Ada.\n\nAda: Shall we begin?\n\nBen: Yes, let us begin.\n",
    );
    let because = |arguments: &str| {
        let run = folder.plenary(&format!("convert {arguments} -t json -o - -v --log-format json"));
        let lines = lines(&run);
        let fields = &line(&lines, "read")["fields"];
        [&fields["dialect"], &fields["because"]].map(|field| field.as_str().unwrap().to_owned())
    };
    assert_eq!(because("page.txt"), ["dig-watch", "nothing else looks like it"]);
    assert_eq!(because("notes.txt"), ["transcript", "it looks like it, as other texts do"]);
    assert_eq!(because("page.txt --from transcript"), ["transcript", "it was named"]);
    // It is plain what that would be, and there is nothing in it.
    let silent = Folder::new().file("page.srt", "1\n00:00:01,000 --> 00:00:02,000\n\n");
    let run = silent.plenary("convert page.srt -t json -o - -v --log-format json --message-format json");
    line(&lines(&run), "read: it holds no session of any dialect");
    let json = folder.plenary("convert page.txt -t json -o -").stdout;
    let folder = Folder::new().file("page.json", json);
    let run = folder.plenary("convert page.json -t source -o - -v --log-format json");
    assert_eq!(line(&lines(&run), "read")["fields"]["because"], "it begins with {");
}

#[test]
fn where_plugins_are_looked_for_and_which_one_is_taken() {
    let folder = Folder::with_page();
    std::fs::create_dir(folder.path("plugins")).unwrap();
    plain(&folder.path("plugins"), "plain", &[]);
    let run = folder.plenary("convert page.txt -t plain -o - --plugin-dir plugins -vv --log-format json");
    let lines = lines(&run);
    assert_eq!(line(&lines, "looked for plugins")["fields"]["folder"], "$FOLDER/plugins");
    let missing = "looked for plugins: there is no such folder";
    let missing: Vec<_> = lines.iter().filter(|line| line["message"] == missing).collect();
    assert!(
        missing.iter().any(|line| line["fields"]["folder"] == "$FOLDER/home/.local/share/plenary/plugins")
    );
    let maker = &line(&lines, "a plugin makes this format")["fields"];
    assert_eq!(maker["format"], "plain");
    assert_eq!(maker["from"], "$FOLDER/plugins/libplenary_plain.so");
    assert_eq!(maker["isolated"], false);
    assert_eq!(line(&lines, "loads its library")["fields"]["plugin"], "plain");
}

#[test]
fn what_a_plugin_prints_in_a_process_of_its_own_is_told_to_its_author() {
    let folder = Folder::with_page();
    let render = "RENDER=printf(\"half\\033[31mway\\n\"); fflush(stdout); return put(host, \"done\");";
    plain(&folder.path(""), "plain", &[render]);
    let convert = "convert page.txt -t plain -o - --plugin-dir . --isolate";
    let run = folder.plenary(&format!("{convert} -vvv"));
    assert_eq!(run.stdout, "done");
    assert!(run.stderr.contains("printed=half␛[31mway"), "{}", run.stderr);
    let run = folder.plenary(&format!("{convert} -vv --log-format json"));
    let started = lines(&run);
    let fields = &line(&started, "started a process for the plugin")["fields"];
    assert_eq!((&fields["plugin"], &fields["page"]), (&Value::from("plain"), &Value::from("page.txt")));
    assert!(fields["process"].is_u64());
    assert!(!run.stderr.contains("half"), "{}", run.stderr);
}

#[test]
fn the_end_of_a_process_is_told_with_its_cause() {
    let folder = Folder::with_page();
    plain(&folder.path(""), "plain", &["RENDER=abort();"]);
    let run = folder.plenary(
        "convert page.txt -t plain -o - --plugin-dir . --isolate -v --log-format json --message-format json",
    );
    assert_eq!(run.code, 1);
    let lines = lines(&run);
    let ended = line(&lines, "its process has ended, or is ended");
    assert_eq!(ended["fields"]["because"], "it was killed by SIGABRT (it aborted)");
    assert_eq!(ended["fields"]["page"], "page.txt");
}

#[test]
fn a_batch_tells_why_a_page_is_converted_and_what_is_left_as_it_is() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/b.txt", PAGE);
    let batch = |more: &str| {
        let run = folder.plenary(&format!("batch pages -t markdown -o out -v --log-format json {more}"));
        let of_log = run.stderr.lines().filter(|line| line.starts_with('{')).collect::<Vec<_>>().join("\n");
        let mut told: Vec<_> = lines(&Run { stderr: of_log, ..run })
            .into_iter()
            .filter(|line| line["fields"]["page"] == "pages/a.txt")
            .filter_map(|line| {
                line["fields"]["because"].as_str().or(line["message"].as_str()).map(str::to_owned)
            })
            .filter(|said| said != "nothing else looks like it")
            .collect();
        told.sort();
        told
    };
    assert_eq!(batch(""), ["converted", "it is new"]);
    assert_eq!(batch(""), ["unchanged, and left as it is"]);
    assert_eq!(batch("--resume"), ["left as an earlier run left it, without a look"]);
    assert_eq!(batch("--set markdown.style=minutes"), ["converted", "what it is converted by has changed"]);
    std::fs::remove_file(folder.path("out/a.md")).unwrap();
    std::fs::write(folder.path("pages/b.txt"), odd_page()).unwrap();
    assert_eq!(
        batch("--set markdown.style=minutes"),
        ["a document of it is not there as it was written", "converted"]
    );
}

/// Threads write findings and lines of the log at once: each stands there in one piece.
#[test]
fn lines_of_several_threads_stay_whole() {
    let mut folder = Folder::new();
    for number in 0..60 {
        folder = folder.file(&format!("pages/{number}.txt"), odd_page());
    }
    let run = folder.plenary("batch pages -t markdown,json -o out -j 8 -vvv --message-format json");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines = lines(&run);
    assert_eq!(lines.iter().filter(|line| line["message"] == "converted").count(), 60);
    assert_eq!(lines.iter().filter(|line| line["severity"] == "warning").count(), 60);
}

#[cfg(unix)]
#[test]
fn names_with_control_characters_act_on_no_terminal() {
    let name = "pa\u{1b}[31mge\n\u{9b}\u{202e}.txt";
    let folder = Folder::new().file(name, PAGE);
    let run = |form: &str| {
        Run::of(folder.command("convert -vvv -t json -o - --color never").args(["--log-format", form, name]))
    };
    let text = run("text").stderr;
    assert!(text.contains("page=pa␛[31mge␊\u{FFFD}\u{FFFD}.txt"), "{text}");
    let json = run("json");
    assert!(json.stderr.contains(r#""page":"pa\u001b[31mge\n\u009b\u202e.txt""#), "{}", json.stderr);
    assert!(lines(&json).iter().any(|line| line["fields"]["page"] == name));
    for said in [text, json.stderr] {
        assert!(!said.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{said}");
    }
}

/// As findings are, it is lost where nobody reads, and nothing else is.
#[cfg(unix)]
#[test]
fn nobody_has_to_read_it() {
    let folder = Folder::with_page();
    let mut command = folder.command("convert - -t json -o - -vvv --timings");
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stderr.take());
    child.stdin.take().unwrap().write_all(PAGE.as_bytes()).unwrap();
    let run = Run::from(child.wait_with_output().unwrap());
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("Harbour lights"));
}

#[test]
fn pages_are_named_whatever_is_done_with_them() {
    let folder = Folder::with_page();
    for command in ["check page.txt", "inspect page.txt", "convert page.txt -t json -o -"] {
        let run = folder.plenary(&format!("{command} -v --log-format json"));
        assert_eq!(line(&lines(&run), "read")["fields"]["page"], "page.txt", "{command}");
    }
    let records = "{\"path\": \"page.txt\"}\n";
    let run = folder.plenary_fed("stream -t json -v --log-format json", records.as_bytes());
    let lines = lines(&run);
    let fields = &line(&lines, "read")["fields"];
    assert_eq!((&fields["record"], &fields["page"]), (&Value::from(1), &Value::from("page.txt")));
}
