//! `plenary check --format sarif`. That it fits the schema of SARIF is for tests/conformance to judge.

use serde_json::Value;

use crate::support::{Folder, PAGE, Run, odd_page};

fn log(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

#[test]
fn one_document_of_all_pages() {
    let folder = Folder::with_page().file("a b/odd.txt", odd_page()).file("other.txt", odd_page());
    let mut command =
        folder.command("check --format sarif --select dig-watch,read page.txt other.txt nowhere.txt");
    let run = Run::of(command.arg("a b/odd.txt"));
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let log = log(&run);
    let run = &log["runs"][0];
    let uris: Vec<_> =
        run["artifacts"].as_array().unwrap().iter().map(|file| &file["location"]["uri"]).collect();
    assert_eq!(uris, ["page.txt", "other.txt", "nowhere.txt", "a%20b/odd.txt"]);
    let results = run["results"].as_array().unwrap();
    let found: Vec<_> = results.iter().map(|result| (&result["ruleId"], &result["level"])).collect();
    let (date, missing) = (("read::unreadable-date", "warning"), ("input::not-found", "error"));
    assert_eq!(found.len(), 3);
    for ((rule, level), expected) in found.iter().zip([date, missing, date]) {
        assert_eq!((rule.as_str(), level.as_str()), (Some(expected.0), Some(expected.1)));
    }
    for result in results {
        let place = &result["locations"][0]["physicalLocation"];
        let artifact = usize::try_from(place["artifactLocation"]["index"].as_u64().unwrap()).unwrap();
        assert_eq!(&place["artifactLocation"]["uri"], uris[artifact]);
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
    }
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), 2);
}

/// Lines and columns are counted from 1, columns in characters as `columnKind` says; bytes from 0.
#[test]
fn a_region_is_that_of_the_page() {
    let page = odd_page().replace("Welcome,", "Güten \u{1F44B} \u{1},").replace('\n', "\r\n");
    let folder = Folder::new().file("page.txt", format!("\u{FEFF}{page}"));
    let log = log(&folder.plenary("check page.txt --format sarif --select dig-watch,read"));
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
    let text = folder.read("page.txt");
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for (result, (marked, line, column)) in
        results.iter().zip([("31 Feb 2025 10:00h - 10:45h", 2, 1), ("\u{1}", 12, 9)])
    {
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let number = |name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap();
        let start = number("byteOffset");
        assert_eq!(&text[start..start + number("byteLength")], marked);
        assert_eq!((number("startLine"), number("startColumn")), (line, column));
        assert_eq!((number("endLine"), number("endColumn")), (line, column + marked.chars().count()));
    }
}

#[test]
fn a_rule_says_what_it_means() {
    let folder = Folder::new().file("page.txt", odd_page());
    let log = log(&folder.plenary("check page.txt --format sarif --select dig-watch,read"));
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!(driver["version"], env!("CARGO_PKG_VERSION"));
    let rule = &driver["rules"][0];
    assert_eq!((&rule["id"], &rule["name"]), (&"read::unreadable-date".into(), &"UnreadableDate".into()));
    let text = |name: &str| rule[name]["text"].as_str().unwrap().len();
    assert!(text("shortDescription") < text("fullDescription") && text("fullDescription") < text("help"));
    assert_eq!(rule["defaultConfiguration"]["level"], "warning");
}

#[test]
fn a_sound_page_is_a_run_without_results() {
    let page = "Harbour lights\n3 Mar 2025\nSession transcript\nModerator:\nWelcome, everybody.\n";
    let run = Folder::new().plenary_fed("check - --format sarif", page.as_bytes());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let run = &log(&run)["runs"][0];
    assert_eq!(run["results"], Value::Array(Vec::new()));
    assert_eq!(run["artifacts"][0]["location"]["uri"], "stdin");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let folder = Folder::with_page().file("odd.txt", odd_page());
    let first = folder.plenary("check page.txt odd.txt --format sarif").stdout;
    folder.plenary("check page.txt odd.txt --format sarif -o out/log.sarif");
    assert_eq!(folder.read("out/log.sarif"), first);
}

#[test]
fn a_page_given_twice_is_one_artifact() {
    let folder = Folder::new().file("page.txt", odd_page());
    let log = log(&folder.plenary("check page.txt page.txt --format sarif --select dig-watch,read"));
    assert_eq!(log["runs"][0]["artifacts"].as_array().unwrap().len(), 1);
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 2);
}

/// A session in JSON: its spans are those of another file, so there is a file but no region.
#[test]
fn a_session_in_json_has_no_regions() {
    let page = PAGE.replace("20 words", "9000 words");
    let folder = Folder::new().file("page.txt", page);
    folder.plenary("convert page.txt -t json");
    let log = log(&folder.plenary("check page.session.json --format sarif"));
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "page.session.json");
        assert_eq!(place["region"], Value::Null);
    }
}
