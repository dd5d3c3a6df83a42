//! `plenary config`: what holds, and where it is said; and that what it prints says the same.

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::Value;
use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE, Run};

const SETTINGS: &str = "
to = [\"markdown\", \"pdf\"]
output = \"documents\"
plugin-time = 90

[set.pdf]
paper = \"letter\"

[[directory]]
path = \"committees/2031\"
to = [\"markdown\"]
set.markdown.contents = false
";

fn project() -> Folder {
    Folder::new().file("plenary.toml", SETTINGS).file("committees/2031/page.txt", PAGE)
}

#[test]
fn all_of_a_file() {
    golden!(
        project().plenary("config --jobs 3 --strict"),
        str![[r#"
exit 0
--- stdout
# The file of settings is plenary.toml.

to = ["markdown", "pdf"]        # plenary.toml:2
# name = "{dir}/{stem}.{ext}"   # default; of batch
strict = true                   # command line
# from = "webvtt"               # not set: what a page holds tells
# lossy = false                 # default
output = "documents"            # plenary.toml:3
# manifest = "manifest.ndjson"  # not set: it is in the output
# fsync = false                 # default
jobs = 3                        # command line
# max-page = "64MiB"            # default; of batch
# max-record = "64MiB"          # default; of stream
# plugin-dir = []               # default
# no-bundled = false            # default
# isolate = "libraries"         # default; of convert: none
# plugin-memory = "4GiB"        # default
plugin-time = 90                # plenary.toml:4
# plugin-cpu = 60               # default
# plugin-output = "1GiB"        # default

[set.pdf]
paper = "letter"  # plenary.toml:7

[[directory]]
path = "committees/2031"  # plenary.toml:10
to = ["markdown"]         # plenary.toml:11

[directory.set.markdown]
contents = false  # plenary.toml:12

"#]]
    );
}

#[test]
fn what_holds_for_a_page() {
    golden!(
        project().plenary("config committees/2031/page.txt --jobs 3 -o elsewhere"),
        str![[r#"
exit 0
--- stdout
# The file of settings is plenary.toml.
# What holds for committees/2031/page.txt.

to = ["markdown"]               # plenary.toml:11
# name = "{dir}/{stem}.{ext}"   # default; of batch
# strict = false                # default
# from = "webvtt"               # not set: what a page holds tells
# lossy = false                 # default
output = "elsewhere"            # command line
# manifest = "manifest.ndjson"  # not set: it is in the output
# fsync = false                 # default
jobs = 3                        # command line
# max-page = "64MiB"            # default; of batch
# max-record = "64MiB"          # default; of stream
# plugin-dir = []               # default
# no-bundled = false            # default
# isolate = "libraries"         # default; of convert: none
# plugin-memory = "4GiB"        # default
plugin-time = 90                # plenary.toml:4
# plugin-cpu = 60               # default
# plugin-output = "1GiB"        # default

[set.markdown]
contents = false  # plenary.toml:12

[set.pdf]
paper = "letter"  # plenary.toml:7

"#]]
    );
}

/// From wherever it is asked, paths are shown as they are meant: from the folder of the file.
#[test]
fn paths_are_shown_from_the_folder_of_the_file() {
    let folder = project().file("plenary.toml", "output = \"documents\"\nset.pdf.sheet = \"@house.toml\"\n");
    let folder = folder.file("house.toml", "styles.title = { size = 32, leading = 38 }\n");
    for (arguments, output, manifest) in [
        ("", "\"documents\"", "\"committees/m\""),
        ("-o out", "\"committees/out\"", "\"committees/m\""),
        ("-o ../out", "\"out\"", "\"committees/m\""),
    ] {
        let mut command = folder.command(&format!("config --manifest m {arguments}"));
        let shown = Run::of(command.current_dir(folder.path("committees"))).well();
        for line in [
            format!("output = {output} "),
            format!("manifest = {manifest} "),
            "sheet = \"@house.toml\" ".to_owned(),
        ] {
            assert!(shown.contains(&line), "{line}\n{shown}");
        }
    }
}

#[test]
fn for_programs() {
    let json = project().plenary("config --json committees/2031 -j 3").well();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["file"], "plenary.toml");
    let of = |key: &str| {
        json["settings"].as_array().unwrap().iter().find(|setting| setting["key"] == key).unwrap()
    };
    assert_eq!(of("to")["value"], serde_json::json!(["markdown"]));
    assert_eq!(
        of("to")["origins"],
        serde_json::json!([{"from": "file", "file": "plenary.toml", "line": 11}])
    );
    assert_eq!(of("jobs")["origins"], serde_json::json!([{"from": "command-line"}]));
    assert_eq!(of("strict")["origins"], serde_json::json!([{"from": "default"}]));
    assert_eq!(of("set.markdown.contents")["value"], false);
    assert_eq!(of("set.pdf.paper")["value"], "letter");
    let json = project().plenary("config --json").well();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["directories"][0]["path"], "committees/2031");
    assert_eq!(json["directories"][0]["settings"][1]["key"], "set.markdown.contents");
}

#[test]
fn it_is_said_where_there_is_no_file() {
    let first = |run: &str| Folder::with_page().plenary(run).well().lines().next().unwrap().to_owned();
    assert_eq!(first("config"), "# There is no plenary.toml here, nor in any folder above.");
    assert_eq!(first("config --no-config"), "# No file of settings is heeded.");
    assert_eq!(first("config page.txt"), "# There is no plenary.toml here, nor in any folder above.");
}

/// Every setting is shown, and what is shown unset can be set so.
#[test]
fn what_is_not_set_is_shown_to_be_set() {
    let folder = Folder::new();
    let config = folder.plenary("config").well();
    let set: String = config
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|line| line.contains(" = "))
        .map(|line| line.to_owned() + "\n")
        .collect();
    let folder = folder.file("plenary.toml", set.replace("paper =", "[set.pdf]\npaper ="));
    let again = folder.plenary("config").well();
    let unset: Vec<_> =
        again.lines().skip(1).filter(|line| line.starts_with('#') && line.contains(" = ")).collect();
    // An empty list says as much as none.
    assert!(unset.iter().all(|line| line.starts_with("# plugin-dir = []")), "{unset:?}");
}

/// The example of the help is one.
#[test]
fn the_example_of_the_help_can_be_used() {
    let help = Folder::new().plenary("config --help").well();
    let example = help.split("Its keys are named as the long options are:\n").nth(1).unwrap();
    let example: String = example
        .lines()
        .take_while(|line| line.is_empty() || line.starts_with("    "))
        .map(|line| format!("{}\n", line.trim_start()))
        .collect();
    let folder = Folder::new()
        .file("plenary.toml", &example)
        .file("house.toml", "styles.title = { size = 32, leading = 38 }\n")
        .file("plugins/x", "");
    let run = folder.plenary("config");
    assert!(run.code == 0 && example.contains("[[directory]]"), "{example}\n{}", run.stderr);
}

/// So is that of the README.
#[test]
fn the_example_of_the_readme_can_be_used() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let example = readme.split("## Settings in a file").nth(1).unwrap().split("```").nth(1).unwrap();
    let example = example.strip_prefix("toml\n").unwrap();
    let folder = Folder::new().file("plenary.toml", example).file("committees/2031/page.txt", PAGE);
    folder.plenary("convert committees/2031/page.txt").well();
    assert!(folder.path("documents/page.md").exists() && !folder.path("documents/page.pdf").exists());
}

/// Options that each hold a setting, and how a file says it.
const SAID: [(&str, &str); 18] = [
    ("-t markdown,tei", "to = [\"markdown\", \"tei\"]"),
    ("-o out", "output = \"out\""),
    ("-o ../out", "output = \"../out\""),
    ("--name {format}/{stem}.{ext}", "name = \"{format}/{stem}.{ext}\""),
    ("--strict", "strict = true"),
    ("--strict=false", "strict = false"),
    ("--from webvtt", "from = \"webvtt\""),
    ("--lossy", "lossy = true"),
    ("--manifest a/b.ndjson", "manifest = \"a/b.ndjson\""),
    ("--fsync", "fsync = true"),
    ("--jobs 5", "jobs = 5"),
    ("--max-page 3000", "max-page = 3000"),
    ("--no-bundled=false", "no-bundled = false"),
    ("--isolate", "isolate = \"all\""),
    ("--plugin-memory 2048KiB", "plugin-memory = \"2MiB\""),
    ("--plugin-time 2.5", "plugin-time = 2.5"),
    ("--plugin-cpu unlimited", "plugin-cpu = \"unlimited\""),
    ("--plugin-output 1GiB", "plugin-output = 1_073_741_824"),
];

const OPTIONS: [(&str, &str); 9] = [
    ("--set pdf.paper=letter", "set.pdf.paper = \"letter\""),
    ("--set pdf.paper=a4", "set.pdf.paper = \"a4\""),
    ("--set markdown.contents=false", "set.markdown.contents = false"),
    ("--set markdown.style=minutes", "set.markdown.style = \"minutes\""),
    ("--set akoma-ntoso.country=ke", "set.akoma-ntoso.country = \"ke\""),
    ("--set akoma-ntoso-report.country=za", "set.akoma-ntoso-report.country = \"za\""),
    ("--set akoma-ntoso.number=@@7", "set.akoma-ntoso.number = \"@@7\""),
    ("--set akoma-ntoso.number=12", "set.akoma-ntoso.number = 12"),
    ("--set pdf.sheet=@house.toml", "set.pdf.sheet = \"@house.toml\""),
];

/// A file of these, in which nothing is said twice.
fn file(said: &[(&str, &str)], options: &[(&str, &str)]) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for (_, line) in said.iter().chain(options) {
        let key = |line: &str| line.split(" = ").next().unwrap_or_default().to_owned();
        lines.retain(|other| key(other) != key(line));
        lines.push(line);
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn line(said: &[(&str, &str)]) -> String {
    // Options that are given once only.
    let mut options: Vec<&str> = Vec::new();
    for (option, _) in said {
        let name = |option: &str| option.split([' ', '=']).next().unwrap_or_default().to_owned();
        options.retain(|other| name(other) != name(option) || name(option) == "--set");
        options.push(option);
    }
    options.join(" ")
}

fn values(json: &str) -> Vec<(Value, Value)> {
    let json: Value = serde_json::from_str(json).unwrap();
    let settings = json["settings"].as_array().unwrap().iter();
    settings.map(|setting| (setting["key"].clone(), setting["value"].clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

    /// What `config` prints, used as the file of settings, comes to the same for every page, without a word on the command
    /// line.
    #[test]
    fn what_it_prints_says_the_same(
        on_the_line in (subsequence(&SAID[..], 0..6), subsequence(&OPTIONS[..], 0..4)),
        at_the_top in (subsequence(&SAID[..], 0..8), subsequence(&OPTIONS[..], 0..6)),
        of_a_folder in (subsequence(&SAID[..8], 0..5), subsequence(&OPTIONS[..], 0..5)),
        of_another in subsequence(&OPTIONS[..], 0..4),
        path in select(vec!["pages", "pages/a", "**/b", "."]),
    ) {
        let not_of_folders = |line: &(&str, &str)| !line.1.starts_with("output");
        let of_a_folder_said: Vec<_> = of_a_folder.0.into_iter().filter(not_of_folders).collect();
        let text = format!(
            "{}\n[[directory]]\npath = \"{path}\"\n{}\n[[directory]]\npath = \"pages/a/b\"\n{}",
            file(&at_the_top.0, &at_the_top.1),
            file(&of_a_folder_said, &of_a_folder.1),
            file(&[], &of_another),
        );
        let line = format!("{} {}", line(&on_the_line.0), on_the_line.1.iter().map(|(option, _)| *option).collect::<Vec<_>>().join(" "));
        let folder = Folder::new()
            .file("plenary.toml", &text)
            .file("house.toml", "styles.title = { size = 32, leading = 38 }\n")
            .file("pages/a/b/page.txt", PAGE);
        let copy = folder.plenary(&format!("config {line}")).well();
        let folder = folder.file("copy.toml", &copy);
        for place in ["", "pages", "pages/a", "pages/a/b/page.txt"] {
            let said = values(&folder.plenary(&format!("config --json {place} {line}")).well());
            let copied = values(&folder.plenary(&format!("config --json {place} --config copy.toml")).well());
            prop_assert_eq!(said, copied, "{}\n{}\n{}\n{}", place, line, text, copy);
        }
        // Of one place alone it holds what it was printed for.
        let alone = folder.plenary(&format!("config pages/a/b {line}")).well();
        let said = values(&folder.plenary(&format!("config --json pages/a/b {line}")).well());
        let folder = folder.file("alone.toml", &alone);
        let copied = values(&folder.plenary("config --json pages/a/b --config alone.toml").well());
        prop_assert_eq!(said, copied, "{}\n{}\n{}", line, text, alone);
    }
}

#[test]
fn what_the_command_line_names_is_checked_as_well() {
    let folder = Folder::with_page();
    golden!(
        folder.plenary("config -t markdwon"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-format]: there is no format `markdwon`
 |
 = help: did you mean `markdown`? `plenary formats` lists them all

"#]]
    );
    golden!(
        folder.plenary("config --set pdf.papr=a4"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `--set pdf.papr=a4`: the plugin `pdf` has no option `papr`
 |
 = help: did you mean `paper`? `plenary plugin options pdf` lists what can be set

"#]]
    );
    golden!(
        folder.plenary("config --set pdf.paper=a9 --json"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `--set pdf.paper=a9`: the option `paper` of the plugin `pdf` is to be `a4` or `letter`, not `a9`
 |
 = help: `plenary plugin options pdf` lists what can be set

"#]]
    );
}
