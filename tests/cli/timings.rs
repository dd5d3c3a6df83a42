//! `--timings`: where the time of a run goes.

use serde_json::Value;

use crate::support::{Folder, PAGE, Run};

/// The timings of a run, for programs.
#[track_caller]
fn timings(run: &Run) -> Value {
    let mut found = run.stderr.lines().filter_map(|line| {
        let mut line: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        line.get_mut("timings").map(Value::take)
    });
    let timings = found.next().unwrap_or_else(|| panic!("no timings in {}", run.stderr));
    assert!(found.next().is_none(), "{}", run.stderr);
    timings
}

/// Takes it for granted that the steps add up to the time of all threads, and gives what is told of each: step, format and
/// number.
#[track_caller]
fn steps(timings: &Value) -> Vec<(&str, Option<&str>, u64)> {
    let number = |value: &Value| value.as_u64().unwrap_or_else(|| panic!("no number: {timings}"));
    let steps = timings["steps"].as_array().unwrap();
    let sum: u64 = steps.iter().map(|step| number(&step["microseconds"])).sum();
    assert_eq!(sum, number(&timings["microseconds"]) * number(&timings["threads"]), "{timings}");
    let mut told = Vec::new();
    for step in steps {
        told.push((step["step"].as_str().unwrap(), step["format"].as_str(), number(&step["number"])));
    }
    told
}

#[test]
fn there_is_a_row_for_each_format() {
    let folder = Folder::with_page();
    let run = folder.plenary("convert page.txt -t markdown,json -o out/ --timings");
    assert_eq!(run.code, 0);
    let rows: Vec<Vec<_>> = run.stderr.lines().map(|line| line.split_whitespace().collect()).collect();
    let begins = |row: &[&str]| rows.iter().filter(|found| found.starts_with(row)).count();
    assert_eq!(rows[0], ["STEP", "FORMAT", "SECONDS", "SHARE", "NUMBER", "MB", "MB/S"]);
    for row in
        [&["read"][..], &["render", "markdown"], &["render", "json"], &["write", "markdown"], &["other"]]
    {
        assert_eq!(begins(row), 1, "{}", run.stderr);
    }
    assert_eq!(rows.last().unwrap()[1..], ["s", "on", "the", "clock,", "on", "1", "thread"]);
    assert_eq!(folder.plenary("convert page.txt -t json -o -").stderr, "", "nobody asked");
}

#[test]
fn for_programs_it_is_an_object_that_adds_up() {
    let folder = Folder::with_page().file("other.txt", PAGE).file("empty.txt", "");
    let run = folder.plenary(
        "convert page.txt other.txt empty.txt -t json,markdown -o out/ --timings --message-format json",
    );
    let timings = timings(&run);
    assert_eq!(
        steps(&timings),
        [
            ("read", None, 2),
            ("render", Some("json"), 2),
            ("render", Some("markdown"), 2),
            ("write", Some("json"), 2),
            ("write", Some("markdown"), 2),
            ("other", None, 0)
        ]
    );
    let read = &timings["steps"][0];
    assert_eq!(read["bytes"], 2 * PAGE.len());
    let written = std::fs::metadata(folder.path("out/page.md")).unwrap().len();
    assert_eq!(timings["steps"][4]["bytes"], 2 * written);
}

#[test]
fn a_batch_is_timed_over_all_threads() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/b.txt", PAGE);
    let batch = "batch pages -t markdown -o out -j 2 --timings --message-format json";
    let first = timings(&folder.plenary(batch));
    assert_eq!(first["threads"], 2);
    let told = steps(&first);
    for step in [("read", None, 2), ("render", Some("markdown"), 2), ("write", Some("markdown"), 2)] {
        assert!(told.contains(&step), "{first}");
    }
    assert!(["hash", "record"].iter().all(|step| told.iter().any(|(told, ..)| told == step)), "{first}");
    let again = timings(&folder.plenary(batch));
    assert!(steps(&again).contains(&("render", Some("markdown"), 0)), "{again}");
    assert!(steps(&again).contains(&("hash", None, 2)), "{again}");
}

#[test]
fn a_stream_is_timed() {
    let folder = Folder::with_page();
    let records = "{\"path\": \"page.txt\"}\nno record\n{\"path\": \"page.txt\"}\n";
    let run =
        folder.plenary_fed("stream -t markdown -j 2 --timings --message-format json", records.as_bytes());
    let timings = timings(&run);
    assert_eq!(timings["threads"], 3, "one more writes");
    let told = steps(&timings);
    for step in [("read", None, 2), ("render", Some("markdown"), 2), ("answer", None, 2)] {
        assert!(told.contains(&step), "{timings}");
    }
}
