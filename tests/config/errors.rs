//! What is wrong with a file of settings is told with its place, all of it at once, and nothing is written.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE, Run};

pub fn converted(settings: &str) -> Run {
    let folder = Folder::new().file("plenary.toml", settings).file("page.txt", PAGE);
    let run = folder.plenary("convert page.txt -t markdown");
    assert!(run.code == 0 || !folder.path("page.md").exists());
    run
}

#[test]
fn unknown_names_bring_the_nearest() {
    golden!(
        converted(
            "outptu = \"documents\"\n\n[stet.pdf]\npaper = \"a4\"\n\n[[directory]]\npaht = \"x\"\nlozzy = true\n"
        ),
        str![[r#"
exit 2
--- stderr
error[config::unknown-key]: there is no setting `outptu`
 --> plenary.toml:1:1
  |
1 | outptu = "documents"
  | ^^^^^^
  |
  = help: did you mean `output`?

error[config::unknown-key]: there is no setting `stet`
 --> plenary.toml:3:2
  |
3 | [stet.pdf]
  |  ^^^^
  |
  = help: did you mean `set`?

error[config::directory]: this [[directory]] has no `path`: it is of no folder
 --> plenary.toml:6:1
  |
6 | [[directory]]
  | ^^^^^^^^^^^^^
  |
  = help: as in `path = "committees/2031"`

error[config::unknown-key]: there is no setting `paht` of a [[directory]]
 --> plenary.toml:7:1
  |
7 | paht = "x"
  | ^^^^
  |
  = help: did you mean `path`?

error[config::unknown-key]: there is no setting `lozzy` of a [[directory]]
 --> plenary.toml:8:1
  |
8 | lozzy = true
  | ^^^^^
  |
  = help: there are `to`, `name`, `strict`, `from`, `lossy`, `set` and `path`

"#]]
    );
}

/// Names that look like no setting and mean one.
#[test]
fn names_that_people_guess_lead_to_the_right_ones() {
    let guesses = [
        ("formats = [\"pdf\"]", "did you mean `to`?"),
        ("format = \"pdf\"", "did you mean `to`?"),
        ("plugins = [\"x\"]", "did you mean `plugin-dir`?"),
        ("plugin_dir = [\"x\"]", "did you mean `plugin-dir`?"),
        ("out = \"x\"", "did you mean `output`?"),
        ("dir = \"x\"", "did you mean `output`?"),
        ("pattern = \"{stem}\"", "did you mean `name`?"),
        ("Threads = 2", "did you mean `jobs`?"),
        ("input = [\"pages\"]", "the pages are named to the command, as in `plenary batch pages`"),
        ("[options.pdf]\npaper = \"a4\"", "options stand by format, as in [set.pdf]"),
        ("[pdf]\npaper = \"a4\"", "did you mean [set.pdf]?"),
        ("markdown.style = \"minutes\"", "did you mean [set.markdown]?"),
        (
            "[[folder]]\nname = \"x\"",
            "what is said of a folder of pages begins with [[directory]] and its `path`",
        ),
        ("[[directory]]\npath = \".\"\nformats = [\"pdf\"]", "did you mean `to`?"),
        ("[[directory]]\npattern = \"x\"", "did you mean `path`?"),
        ("[[directory]]\npath = \".\"\npdf.paper = \"a4\"", "did you mean [directory.set.pdf]?"),
    ];
    for (settings, help) in guesses {
        let run = converted(settings);
        assert_eq!(run.code, 2, "{settings}");
        assert!(run.stderr.contains(&format!("  = help: {help}\n")), "{settings}\n{}", run.stderr);
    }
}

/// What stands below the header of a table is of that table.
#[test]
fn settings_in_the_wrong_place() {
    golden!(
        converted("resume = true\n[set.pdf]\npaper = \"a4\"\noutput = \"documents\"\n"),
        str![[r#"
exit 2
--- stderr
error[config::unknown-key]: `resume` is no setting of a file: it is said on the command line alone
 --> plenary.toml:1:1
  |
1 | resume = true
  | ^^^^^^
  |
  = help: give the command --resume

"#]]
    );
    golden!(
        converted("[set.pdf]\npaper = \"a4\"\noutput = \"documents\"\n"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `set.pdf.output`: the plugin `pdf` has no option `output`
 --> plenary.toml:3:1
  |
3 | output = "documents"
  | ^^^^^^^^^^^^^^^^^^^^
  |
  = help: `output` is a setting, and no option of a format: write it at the top of the file, before the first table

"#]]
    );
}

#[test]
fn a_directory_that_cannot_be() {
    golden!(
        converted(
            "[[directory]]\nto = [\"tei\"]\n[[directory]]\npath = \"../other\"\n[[directory]]\npath = \"a[\"\n[[directory]]\npath = \"a\"\njobs = 3\noutput = \"x\"\n"
        ),
        str![[r#"
exit 2
--- stderr
error[config::directory]: this [[directory]] has no `path`: it is of no folder
 --> plenary.toml:1:1
  |
1 | [[directory]]
  | ^^^^^^^^^^^^^
  |
  = help: as in `path = "committees/2031"`

error[config::directory]: `path`: it names no folder below that of this file
 --> plenary.toml:4:8
  |
4 | path = "../other"
  |        ^^^^^^^^^^
  |
  = help: it is meant from there, as in `path = "committees/2031"`

error[config::directory]: `path`: it is no pattern: unclosed character class; missing ']'
 --> plenary.toml:6:8
  |
6 | path = "a["
  |        ^^^^

error[config::directory]: `jobs` holds for a whole run, and not for a folder of pages
 --> plenary.toml:9:1
  |
9 | jobs = 3
  | ^^^^
  |
  = help: write it at the top of the file, before the first table; of a folder there are `to`, `name`, `strict`, `from`, `lossy` and `set`

error[config::directory]: `output` holds for a whole run, and not for a folder of pages
  --> plenary.toml:10:1
   |
10 | output = "x"
   | ^^^^^^
   |
   = help: write it at the top of the file, before the first table; of a folder there are `to`, `name`, `strict`, `from`, `lossy` and `set`

"#]]
    );
    let run = converted("[directory]\npath = \"a\"\n");
    assert!(run.stderr.contains("a table of it begins with [[directory]]"), "{}", run.stderr);
}

#[test]
fn what_is_no_toml() {
    golden!(
        converted("strict = true\njobs = 4 5\n[set\npdf = \"a\n"),
        str![[r#"
exit 2
--- stderr
error[config::syntax]: this is no TOML: string values must be quoted, expected literal string
 --> plenary.toml:2:8
  |
2 | jobs = 4 5
  |        ^^^

error[config::syntax]: this is no TOML: unclosed table, expected `]`
 --> plenary.toml:3:5
  |
3 | [set
  |     ^

"#]]
    );
}

/// Of formats that are not written in this run, too: one that is written tomorrow is to be as it is said.
#[test]
fn formats_and_options_that_do_not_exist() {
    golden!(
        converted(
            "to = [\"markdown\", \"pfd\"]\n[set.pdff]\npaper = \"a4\"\nlayout = 1\n[set.pdf]\npapr = \"a4\"\npaper = \"a9\"\nsheet = \"@gone.toml\"\n[set.json]\nindent = 2\n[[directory]]\npath = \"a\"\nset.markdown.contens = true\n"
        ),
        str![[r#"
exit 2
--- stderr
warning[config::no-folder]: there is no folder `a`, so nothing comes of this [[directory]]
  --> plenary.toml:12:8
   |
12 | path = "a"
   |        ^^^
   |
   = help: `path` is meant from the folder of this file

error[usage::unknown-format]: there is no format `pfd`
 --> plenary.toml:1:19
  |
1 | to = ["markdown", "pfd"]
  |                   ^^^^^
  |
  = help: did you mean `pdf`? `plenary formats` lists them all

error[usage::unknown-format]: `set.pdff.paper`: there is no format or plugin `pdff`
 --> plenary.toml:3:1
  |
3 | paper = "a4"
  | ^^^^^^^^^^^^
  |
  = help: did you mean `pdf`? `plenary formats` lists them all

error[usage::option]: `set.pdf.papr`: the plugin `pdf` has no option `papr`
 --> plenary.toml:6:1
  |
6 | papr = "a4"
  | ^^^^^^^^^^^
  |
  = help: did you mean `paper`? `plenary plugin options pdf` lists what can be set

error[usage::option]: `set.pdf.paper`: the option `paper` of the plugin `pdf` is to be `a4` or `letter`, not `a9`
 --> plenary.toml:7:1
  |
7 | paper = "a9"
  | ^^^^^^^^^^^^
  |
  = help: `plenary plugin options pdf` lists what can be set

error[usage::setting-file]: `set.pdf.sheet`: `gone.toml` cannot be read: no such file or directory
 --> plenary.toml:8:1
  |
8 | sheet = "@gone.toml"
  | ^^^^^^^^^^^^^^^^^^^^
  |
  = help: a value that itself begins with `@` is written with two: `@@gone.toml`

error[usage::unknown-option]: the format `json` has no options, so there is no `indent` to set
  --> plenary.toml:10:1
   |
10 | indent = 2
   | ^^^^^^^^^^

error[usage::option]: `set.markdown.contens`: the plugin `markdown` has no option `contens`
  --> plenary.toml:13:14
   |
13 | set.markdown.contens = true
   |              ^^^^^^^^^^^^^^
   |
   = help: did you mean `contents`? `plenary plugin options markdown` lists what can be set

"#]]
    );
}

/// The same for programs.
#[test]
fn places_are_told_to_programs() {
    let folder = Folder::new().file("plenary.toml", "strict = true\njobs = \"é\"\n").file("page.txt", PAGE);
    let run = folder.plenary("convert page.txt -t markdown --message-format json");
    let error: serde_json::Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(
        (&error["file"], &error["line"], &error["column"]),
        (&"plenary.toml".into(), &2.into(), &8.into())
    );
    assert_eq!(error["code"], "config::type");
}

/// A setting of a format that is not written is no mistake in a file, where it is one on the command line.
#[test]
fn settings_of_formats_that_are_not_written_are_left_alone() {
    assert_eq!(converted("[set.pdf]\npaper = \"letter\"\n").code, 0);
    let run = Folder::with_page().plenary("convert page.txt -t markdown --set pdf.paper=letter");
    assert!(run.code == 2 && run.stderr.contains("usage::unused-setting"), "{}", run.stderr);
    // What the program brings along is known, even where it is left out.
    let folder = Folder::new().file("plenary.toml", "[set.pdf]\npaper = \"letter\"\n").file("page.txt", PAGE);
    assert_eq!(folder.plenary("convert page.txt -t json --no-bundled").code, 0);
}

#[test]
fn a_file_that_cannot_be_read() {
    let folder = Folder::new().file("plenary.toml", b"to = [\"caf\xE9\"]").file("page.txt", PAGE);
    let run = folder.plenary("convert page.txt -t markdown");
    assert!(
        run.code == 2
            && run.stderr.contains("`plenary.toml` cannot be read: it is not valid UTF-8, first at byte 10")
    );
    let folder = folder.file("plenary.toml", " ".repeat((1 << 20) + 1));
    let run = folder.plenary("convert page.txt -t markdown");
    assert!(run.code == 2 && run.stderr.contains("it is larger than a mebibyte"), "{}", run.stderr);
    // A folder of that name is no file of settings.
    let folder = Folder::with_page().file("plenary.toml/x", "");
    assert_eq!(folder.plenary("convert page.txt -t markdown").code, 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]

    /// Whatever stands in a file of settings, it is read or refused.
    #[test]
    fn nothing_in_a_file_breaks_plenary(
        lines in vec(
            prop_oneof![
                select(vec![
                    "to = [\"markdown\"]", "to = [[[\"pdf\"]]]", "jobs = 99999999999999999999999", "jobs = 1.5",
                    "plugin-time = 1e400", "plugin-time = nan", "plugin-memory = -0", "set = []", "set.pdf = {}",
                    "[set]", "[[set]]", "[set.pdf]", "[set.pdf.paper]", "[[directory]]", "[directory]",
                    "directory = [1, {}]", "path = \"**/[a\"", "path = \"/\"", "path = \"a/\\u0000\"",
                    "name = \"{{{stem}\"", "output = \"\\u0000\"", "set.pdf.paper = [[1, [true]], 2031-01-01]",
                    "\"\" = 1", "set.\"\".\"\" = 1", "from = \"\"", "strict = [", "x = \"\"\"", "\u{FEFF}lossy = true",
                ])
                .prop_map(str::to_owned),
                "[ -~]{0,12} = [ -~]{0,12}",
                "\\PC{0,20}",
            ],
            0..8,
        ),
    ) {
        let folder = Folder::new().file("plenary.toml", lines.join("\n"));
        let run = folder.plenary("config");
        prop_assert!(matches!(run.code, 0 | 2), "{lines:?}: {}{}", run.code, run.stderr);
        prop_assert!(run.code == 0 || run.stderr.contains(" --> plenary.toml:"), "{lines:?}: {}", run.stderr);
    }
}

/// What is missing is missing in both places.
#[test]
fn what_nobody_says_is_asked_for() {
    let folder = Folder::with_page();
    golden!(
        folder.plenary("batch page.txt -o out"),
        str![[r#"
exit 2
--- stderr
error[usage::no-format]: no format is named
 |
 = help: name one with -t, as in `-t pdf`, or in plenary.toml, as in `to = ["pdf"]`; `plenary formats` lists them

"#]]
    );
    golden!(
        folder.plenary("batch page.txt -t markdown"),
        str![[r#"
exit 2
--- stderr
error[usage::no-output]: no folder is named for the documents
 |
 = help: name one with -o, as in `-o documents`, or in plenary.toml, as in `output = "documents"`

"#]]
    );
    assert!(folder.plenary("stream").stderr.contains("usage::no-format"));
}
