//! Sessions that nobody held, in every dialect: they all come through, and are what `convert` makes of them.

use std::collections::BTreeSet;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::meeting::{Meeting, meeting};
use crate::support::Folder;
use crate::tree::{last_records, tree};
use crate::write::{self, Layout, Voice};

/// The same sessions at every run: in folders by their number, each in the next dialect.
pub fn sessions(number: usize) -> Folder {
    let mut runner = TestRunner::deterministic();
    let mut folder = Folder::new();
    for at in 0..number {
        let meeting = meeting().new_tree(&mut runner).unwrap().current();
        let (extension, page) = in_a_dialect(at, &meeting);
        folder = folder.file(&format!("pages/{}/{at:04}.{extension}", at % 7), page);
    }
    folder
}

fn in_a_dialect(at: usize, meeting: &Meeting) -> (&'static str, String) {
    let layout = Layout {
        spaced: at.is_multiple_of(2),
        inline: at.is_multiple_of(3),
        redesigned: at.is_multiple_of(4),
    };
    match at % 5 {
        0 => ("txt", write::dig_watch(meeting, layout)),
        1 => ("txt", write::cart(meeting)),
        2 => ("txt", write::transcript(meeting)),
        3 => ("vtt", write::webvtt(meeting, Voice::Tag)),
        _ => ("srt", write::srt(meeting)),
    }
}

#[test]
fn three_hundred_sessions_in_three_formats_are_all_accounted_for() {
    let folder = sessions(300);
    let run = folder.plenary("batch pages -t markdown,akoma-ntoso,pdf -o out");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.ends_with("300 pages: 300 converted, 0 unchanged, 0 failed; 900 documents written\n"),
        "{}",
        run.stderr
    );
    let made = tree(&folder.path("out"));
    let records = last_records(&folder.path("out/.plenary-manifest.ndjson"));
    assert_eq!(records.len(), 300);
    let told: BTreeSet<_> = records
        .values()
        .flat_map(|record| record["outputs"].as_array().unwrap())
        .map(|output| output["path"].as_str().unwrap().strip_prefix("out/").unwrap().to_owned())
        .collect();
    assert_eq!(told, made.keys().cloned().collect());

    // Names are different in all folders, so that one folder takes all that `convert` makes.
    for part in 0..7 {
        let folder_of_part = folder.path(&format!("pages/{part}"));
        let mut command = folder.command("convert -t markdown,akoma-ntoso,pdf -o");
        command.arg(folder.path(&format!("single/{part}/")));
        for page in std::fs::read_dir(folder_of_part).unwrap().flatten() {
            command.arg(page.path());
        }
        assert_eq!(crate::support::Run::of(&mut command).code, 0);
    }
    assert!(made == tree(&folder.path("single")), "batch and convert make different documents");

    let again = folder.plenary("batch pages -t markdown,akoma-ntoso,pdf -o out");
    assert_eq!(
        (again.code, again.stderr.as_str()),
        (0, "300 pages: 0 converted, 300 unchanged, 0 failed; 0 documents written\n")
    );
}

#[test]
fn any_number_of_threads_makes_the_same() {
    let folder = sessions(40);
    for jobs in [1, 2, 7] {
        let run = folder.plenary(&format!("batch pages -t markdown,tei -o out{jobs} --jobs {jobs}"));
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
    assert!(tree(&folder.path("out1")) == tree(&folder.path("out2")));
    assert!(tree(&folder.path("out1")) == tree(&folder.path("out7")));
}
