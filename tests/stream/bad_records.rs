//! What is wrong with a record is told in its answer, and costs that record alone.

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::symlink;

use serde_json::{Value, json};

use crate::support::{ODD, PAGE, fed, folder, record, to_markdown};

/// A line, its id as it is echoed, and what is told: code, line, column, and words of the message or its help.
const BAD: &[(&str, &str, &str, [u64; 2], &str)] = &[
    ("not json", "null", "stream::json", [1, 2], "{\\\"id\\\": 7"),
    ("{\"id\": 7, \"text\": \"Ada: a.", "7", "stream::json", [1, 26], "a record is one line"),
    ("{\"id\": 7, \"text\": \"a\"} {}", "7", "stream::json", [1, 24], "trailing characters"),
    ("{\"id\": 7, \"text\": \"a\",}", "7", "stream::json", [1, 23], "trailing comma"),
    ("{\"id\": 7, \"text\": \"\\ud800\"}", "7", "stream::json", [1, 26], "hex escape"),
    ("{\"id\": 7, \"text\": \"a\tb\"}", "7", "stream::json", [1, 20], "control character"),
    ("[7]", "null", "stream::record", [1, 1], "no object"),
    ("7", "null", "stream::record", [1, 1], "no object"),
    ("null", "null", "stream::record", [1, 1], "no object"),
    ("{}", "null", "stream::record", [1, 1], "neither `text` nor `path` nor `session`"),
    ("{\"id\": [7]}", "[7]", "stream::record", [1, 1], "neither `text`"),
    ("{\"id\": 7, \"text\": 8}", "7", "stream::record", [1, 19], "`text` is a number, not a text"),
    ("{\"text\": {}, \"id\": 7}", "7", "stream::record", [1, 10], "`text` is an object"),
    ("{\"id\": 7, \"path\": [\"a\"]}", "7", "stream::record", [1, 19], "`path` is an array"),
    ("{\"id\": 7, \"session\": \"{}\"}", "7", "stream::record", [1, 22], "not an object"),
    (
        "{\"id\": 7, \"text\": \"a\", \"path\": \"b\"}",
        "7",
        "stream::record",
        [1, 32],
        "both `text` and `path`",
    ),
    ("{\"id\": 7, \"txt\": \"a\"}", "7", "stream::record", [1, 18], "did you mean `text`?"),
    ("{\"id\": 7, \"text\": \"a\", \"colour\": 1}", "7", "stream::record", [1, 34], "can stand in its `id`"),
    ("{\"id\": 7, \"text\": \"a\", \"text\": \"b\"}", "7", "stream::record", [1, 32], "twice"),
    (
        "{\"id\": 7, \"text\": \"a\", \"from\": \"carts\"}",
        "7",
        "stream::record",
        [1, 32],
        "did you mean `cart`?",
    ),
    ("{\"id\": 7, \"session\": {}, \"from\": \"cart\"}", "7", "stream::record", [1, 34], "leave it out"),
    ("{\"id\": 7, \"text\": \"a\", \"name\": 1}", "7", "stream::record", [1, 32], "`name` is a number"),
    // The place is one in the session.
    (
        "{\"id\": 7, \"session\": {\"a\": 1}}",
        "7",
        "json::no-session",
        [1, 8],
        "`plenary convert -t json` writes",
    ),
];

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (line, id, code, place, words) in BAD {
        // One before and one behind: they do not suffer.
        let input = format!("{}\n\n{line}\n{}", record(&json!("a"), PAGE), record(&json!("b"), PAGE));
        let run = to_markdown(&input);
        assert_eq!(run.code, Some(0), "{line}: {}", run.stderr);
        let answers = run.answers();
        assert_eq!(answers.len(), 3, "{line}: {:?}", run.lines);
        assert!(answers[0]["documents"].is_object() && answers[2]["documents"].is_object(), "{line}");
        assert!(run.lines[1].starts_with(&format!("{{\"id\":{id},\"error\":")), "{line}: {}", run.lines[1]);
        let error = &answers[1]["error"];
        // In the stream, it is the line of the stream: the third.
        let in_stream = error["file"] == "<stdin>";
        let number = if in_stream { 3 } else { place[0] };
        let told = (error["code"].as_str(), error["line"].as_u64(), error["column"].as_u64());
        assert_eq!(told, (Some(*code), Some(number), Some(place[1])), "{line}: {error}");
        assert!(run.lines[1].contains(words), "{line}: {error}");
        assert!(answers[1].get("documents").is_none());
    }
}

#[test]
fn a_line_that_is_no_utf8() {
    let mut input = b"{\"id\": 7, \"text\": \"Ad\xE9: a.\"}\n".to_vec();
    input.extend(record(&json!(8), PAGE).bytes());
    let run = to_markdown(&input);
    let answers = run.answers();
    let error = &answers[0]["error"];
    assert_eq!((&answers[0]["id"], &error["code"]), (&json!(7), &json!("input::not-utf8")));
    assert_eq!((&error["line"], &error["column"]), (&json!(1), &json!(22)));
    assert!(answers[1]["documents"].is_object());
    // An id that is broken itself is not made up.
    let run = to_markdown(b"{\"id\": \"\xE9\", \"text\": \"Ada: a.\"}");
    assert_eq!(
        (&run.answer()["id"], &run.answer()["error"]["code"]),
        (&Value::Null, &json!("input::not-utf8"))
    );
    // With --lossy it is read, and told.
    let run = fed(
        folder().path(),
        &["-t", "markdown", "--lossy"],
        b"{\"id\":7,\"text\":\"1\\n00:00:01,000 --> 00:00:02,000\\nAd\xE9: a.\\n\"}",
    );
    assert!(
        run.answer()["documents"]["markdown"].as_str().unwrap().contains("Ad\u{FFFD}"),
        "{:?}",
        run.lines
    );
    assert_eq!(run.answer()["diagnostics"][0]["code"], "input::lossy");
}

#[test]
fn a_page_that_holds_nothing_or_no_session() {
    for (text, code) in [
        ("", "input::empty"),
        (" \n", "input::empty"),
        ("hello", "read::no-session"),
        ("%PDF-1.7 …", "input::not-text"),
    ] {
        let answer = to_markdown(record(&json!(7), text)).answer();
        assert_eq!(
            (&answer["id"], &answer["error"]["code"]),
            (&json!(7), &json!(code)),
            "{text:?}: {answer}"
        );
    }
}

#[test]
fn a_file_that_cannot_be_read() {
    let folder = folder();
    fs::create_dir(folder.path().join("folder")).unwrap();
    fs::write(folder.path().join("latin1.txt"), b"Ad\xE9: a.\n").unwrap();
    fs::write(folder.path().join("large.txt"), "Ada: a. ".repeat(1000)).unwrap();
    let mut files = vec![
        ("none.txt", "input::not-found"),
        ("folder", "input::folder"),
        ("", "input::not-found"),
        ("a\0b", "input::unreadable"),
        ("latin1.txt", "input::not-utf8"),
        ("large.txt", "stream::too-large"),
    ];
    if cfg!(unix) {
        // Neither is read for ever.
        files.extend([
            ("/dev/zero", "input::unreadable"),
            ("loop", "input::unreadable"),
            ("pipe", "input::unreadable"),
        ]);
        #[cfg(unix)]
        symlink("loop", folder.path().join("loop")).unwrap();
        assert!(
            std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success()
        );
    }
    let input: String =
        files.iter().map(|(file, _)| json!({ "id": file, "path": file }).to_string() + "\n").collect();
    let run = fed(folder.path(), &["-t", "markdown", "--max-record", "4KiB"], input);
    let answers = run.answers();
    assert_eq!((run.code, answers.len()), (Some(0), files.len()), "{}", run.stderr);
    for ((file, code), answer) in files.iter().zip(answers) {
        assert_eq!((&answer["id"], &answer["error"]["code"]), (&json!(file), &json!(code)), "{answer}");
        assert_eq!(&answer["error"]["file"], file);
    }
}

#[test]
fn a_record_that_is_too_large() {
    let large = "Ada: a. ".repeat(100_000);
    let records =
        [record(&json!("x"), PAGE), json!({ "id": 7, "text": large }).to_string(), record(&json!("y"), PAGE)];
    let run = fed(folder().path(), &["-t", "markdown", "--max-record", "64KiB"], records.join("\n"));
    let answers = run.answers();
    let ids: Vec<_> = answers.iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(ids, [json!("x"), json!(7), json!("y")]);
    assert_eq!(
        (&answers[1]["error"]["code"], &answers[1]["error"]["line"]),
        (&json!("stream::too-large"), &json!(2))
    );
    assert!(answers[2]["documents"].is_object());
    // As large as may be.
    let record = record(&json!(1), PAGE);
    let run = fed(folder().path(), &["-t", "markdown", "--max-record", &record.len().to_string()], &record);
    assert!(run.answer()["documents"].is_object());
    let run =
        fed(folder().path(), &["-t", "markdown", "--max-record", &(record.len() - 1).to_string()], &record);
    assert_eq!(run.answer()["error"]["code"], "stream::too-large");
}

#[test]
fn json_of_any_depth() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let run = to_markdown(format!(
        "{{\"id\":{deep},\"text\":{}}}\n{{\"id\":1,\"session\":{{\"a\":{deep}}}}}",
        json!(PAGE)
    ));
    assert!(run.lines[0].starts_with(&format!("{{\"id\":{deep},\"documents\"")), "the id is not echoed");
    assert!(run.lines[1].starts_with("{\"id\":1,\"error\":"), "{}", run.lines[1]);
}

#[test]
fn under_strict_a_warning_is_an_error_and_the_end_tells() {
    let input = [record(&json!(1), ODD), record(&json!(2), PAGE)].join("\n");
    let run = fed(folder().path(), &["-t", "markdown", "--strict"], &input);
    let answers = run.answers();
    assert_eq!(answers[0]["error"]["code"], "convert::strict");
    assert_eq!(answers[0]["diagnostics"][0]["severity"], "warning");
    assert!(answers[1]["documents"].is_object());
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), "1 of 2 records failed, as the answers tell\n"));
    // Where nothing failed, all is well.
    assert_eq!(fed(folder().path(), &["-t", "markdown", "--strict"], record(&json!(1), PAGE)).code, Some(0));
    assert_eq!(fed(folder().path(), &["-t", "markdown", "--strict"], "{}").code, Some(1));
}
