//! How it runs: when answers come, how it ends, and what a plugin can do to it.

use std::fs::File;
use std::io::Read;
use std::process::Stdio;

use serde_json::json;

use crate::plugins::plain;
use crate::support::{PAGE, Talk, fed, folder, record, stream};

#[test]
fn an_answer_comes_before_the_next_record_does() {
    let folder = folder();
    let mut talk = Talk::new(folder.path(), &["-t", "markdown"]);
    for number in 0..5 {
        talk.say(&(record(&json!(number), PAGE) + "\n"));
        assert_eq!(talk.hear()["id"], number);
    }
    // Nor need the record behind it be whole.
    talk.say(&format!("{}\n{{\"id\": 6", record(&json!(5), PAGE)));
    assert_eq!(talk.hear()["id"], 5);
    talk.say(", \"text\": \"\"}");
    talk.stdin = None;
    assert_eq!(talk.hear()["id"], 6);
    assert_eq!(talk.child.wait().unwrap().code(), Some(0));
}

/// The input stays open: it must not be waited for.
#[test]
fn whoever_closes_the_answers_ends_it_well() {
    let folder = folder();
    let mut child = stream(folder.path(), &["-t", "markdown"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    std::io::Write::write_all(&mut stdin, (record(&json!(1), PAGE) + "\n").as_bytes()).unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
    drop(stdin);
}

#[test]
fn more_answers_than_anybody_reads() {
    let folder = folder();
    let many = (record(&json!(1), PAGE) + "\n").repeat(3000);
    let mut child = stream(folder.path(), &["-t", "markdown", "--jobs", "3"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || drop(std::io::Write::write_all(&mut stdin, many.as_bytes())));
        stdout.read_exact(&mut [0; 1000]).unwrap();
        drop(stdout);
        assert_eq!(child.wait().unwrap().code(), Some(0));
    });
}

#[cfg(target_os = "linux")]
#[test]
fn answers_that_cannot_be_written_end_it() {
    let folder = folder();
    let mut child = stream(folder.path(), &["-t", "markdown"]);
    let full = File::options().write(true).open("/dev/full").unwrap();
    let mut child = child.stdout(Stdio::from(full)).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut stdin, (record(&json!(1), PAGE) + "\n").as_bytes()).unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(3), "{said}");
    assert!(said.contains("error[output::unwritable]"), "{said}");
}

#[cfg(unix)]
#[test]
fn an_input_that_cannot_be_read() {
    let folder = folder();
    let mut command = stream(folder.path(), &["-t", "markdown"]);
    let output = command.stdin(Stdio::from(File::open(folder.path()).unwrap())).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("error[input::stdin]: cannot read standard input: is a directory"), "{said}");
}

#[test]
fn wrong_usage_is_told_before_anything_is_read() {
    for (arguments, says) in [
        (&[][..], "name one with -t, as in `-t pdf`, or in plenary.toml"),
        (&["-t", "markdwn"], "did you mean `markdown`?"),
        (&["-t", "markdown", "--set", "markdown.styl=minutes"], "did you mean `style`?"),
        (&["-t", "markdown", "--set", "pdf.paper=a4"], "usage::unused-setting"),
        (&["-t", "markdown", "--jobs", "0"], "--jobs"),
        (&["-t", "markdown", "--max-record", "none"], "it is no size"),
    ] {
        let run = fed(folder().path(), arguments, record(&json!(1), PAGE));
        assert_eq!((run.code, run.lines.len()), (Some(2), 0), "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains(says), "{arguments:?}: {}", run.stderr);
    }
}

/// Where only the plugin can judge a setting, of each record, in the place where it is said.
#[test]
fn a_setting_that_a_plugin_refuses() {
    let folder = folder();
    std::fs::write(folder.path().join("plenary.toml"), "to = [\"pdf\"]\n[set.pdf]\naccent = \"zzz\"\n")
        .unwrap();
    let run = fed(folder.path(), &[], record(&json!(1), PAGE));
    let error = &run.answer()["error"];
    assert_eq!((&error["code"], &error["file"]), (&json!("usage::option"), &json!("plenary.toml")));
    assert_eq!((&error["line"], &error["column"]), (&json!(3), &json!(1)));
}

/// What `plain.c` does on a page that says so; on others it writes `fine`.
fn on_the_bad_page(act: &str) -> String {
    let act = format!(
        "RENDER=
        size_t at = 0;
        while (at < job->session_json.len && memcmp(job->session_json.ptr + at, \"the bad\", 7)) at++;
        if (at == job->session_json.len) return host->write(host->ctx, \"fine\", 4);
        {act} return PLENARY_OK;"
    );
    act.replace('\n', " ")
}

/// Nothing has to be asked for: plugins from libraries run in processes of their own.
#[cfg(unix)]
#[test]
fn a_plugin_that_breaks_down_costs_one_record() {
    for (act, limit, code) in [
        ("*(volatile int *)8 = 1;", "--plugin-time=60", "plugin::died"),
        ("exit(0);", "--plugin-time=60", "plugin::died"),
        ("for (;;) pause();", "--plugin-time=1", "plugin::over-limit"),
        ("for (;;) memset(malloc(1 << 20), 1, 1 << 20);", "--plugin-memory=512MiB", "plugin::over-limit"),
        ("puts(\"{}\"); fflush(stdout); return PLENARY_FAILED;", "--plugin-time=60", "render::failed"),
    ] {
        let folder = folder();
        plain(folder.path(), "plain", &[&on_the_bad_page(act)]);
        let page = |number: u32| {
            if number == 4 { PAGE.replace("Good morning", "This is the bad page") } else { PAGE.to_owned() }
        };
        let input: String = (0..9).map(|number| record(&json!(number), &page(number)) + "\n").collect();
        let run = fed(folder.path(), &["-t", "plain,markdown", "--plugin-dir", ".", limit], input);
        let answers = run.answers();
        assert_eq!((run.code, answers.len()), (Some(0), 9), "{act}: {}", run.stderr);
        for (number, answer) in answers.iter().enumerate() {
            assert_eq!(answer["id"], number, "{act}");
            if number == 4 {
                assert_eq!(answer["error"]["code"], code, "{act}: {answer}");
            } else {
                assert_eq!(answer["documents"]["plain"], "fine", "{act}: {answer}");
            }
        }
    }
}

/// It promised text.
#[cfg(unix)]
#[test]
fn a_document_that_is_no_text_after_all_comes_whole() {
    let folder = folder();
    plain(folder.path(), "plain", &["RENDER=return host->write(host->ctx, \"\\xff\\x00\\xfe\", 3);"]);
    let run = fed(folder.path(), &["-t", "plain", "--plugin-dir", "."], record(&json!(1), PAGE));
    assert_eq!(run.answer()["documents"]["plain"], "/wD+", "{:?}", run.lines);
    assert_eq!(run.answer()["encoding"]["plain"], "base64");
}
