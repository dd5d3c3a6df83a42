//! Values that a setting does not take are told with their place, and what it takes.

use snapbox::str;

use crate::errors::converted;
use crate::golden;
use crate::support::{Folder, PAGE};

#[test]
fn other_types() {
    golden!(
        converted(
            "jobs = \"4\"\nto = \"pdf\"\nstrict = \"yes\"\nplugin-dir = [\"a\", 3]\nname = true\nset.pdf = 3\nset.tei.a = 2031-01-01\n"
        ),
        str![[r#"
exit 2
--- stderr
error[config::type]: `jobs` is a number, not a text
 --> plenary.toml:1:8
  |
1 | jobs = "4"
  |        ^^^
  |
  = help: write it without quotes: `jobs = 4`

error[config::type]: `to` is a list of texts, not a text
 --> plenary.toml:2:6
  |
2 | to = "pdf"
  |      ^^^^^
  |
  = help: write `to = ["pdf"]`

error[config::type]: `strict` is true or false, not a text
 --> plenary.toml:3:10
  |
3 | strict = "yes"
  |          ^^^^^

error[config::type]: `plugin-dir` is a list of texts, and a number is none
 --> plenary.toml:4:20
  |
4 | plugin-dir = ["a", 3]
  |                    ^

error[config::type]: `name` is a text, not `true`
 --> plenary.toml:5:8
  |
5 | name = true
  |        ^^^^

error[config::type]: `set.pdf` is a table of options, not a number
 --> plenary.toml:6:11
  |
6 | set.pdf = 3
  |           ^
  |
  = help: as in [set.pdf], and below it `paper = "a4"`

error[config::type]: `set.tei.a` is a text, a number, true or false, or a list of them, not a date
 --> plenary.toml:7:13
  |
7 | set.tei.a = 2031-01-01
  |             ^^^^^^^^^^

"#]]
    );
}

/// What is written in another type, and is no doubt meant.
#[test]
fn values_of_other_types_lead_to_the_right_ones() {
    let values = [
        ("to = \"pdf\"", "write `to = [\"pdf\"]`"),
        ("to = \"markdown, pdf\"", "write `to = [\"markdown\", \"pdf\"]`"),
        ("plugin-dir = \"plugins\"", "write `plugin-dir = [\"plugins\"]`"),
        ("jobs = \"4\"", "write it without quotes: `jobs = 4`"),
        ("strict = \"true\"", "write it without quotes: `strict = true`"),
        ("isolate = true", "there are `none`, `libraries` and `all`"),
    ];
    for (settings, help) in values {
        let run = converted(settings);
        assert_eq!(run.code, 2, "{settings}");
        assert!(run.stderr.contains(&format!("  = help: {help}\n")), "{settings}\n{}", run.stderr);
    }
}

#[test]
fn other_values() {
    golden!(
        converted(
            "jobs = 0\nplugin-memory = \"12 apples\"\nplugin-time = -1\nisolate = \"library\"\nfrom = \"web\"\nname = \"{dir}/{stm}\"\noutput = \"\"\nset.pdf.sheet = \"@\"\n"
        ),
        str![[r#"
exit 2
--- stderr
error[config::value]: `jobs`: it is no whole number above 0
 --> plenary.toml:1:8
  |
1 | jobs = 0
  |        ^

error[config::value]: `plugin-memory`: it is no size: a whole number, of bytes or with KiB, MiB, GiB or TiB behind it, or `unlimited`
 --> plenary.toml:2:17
  |
2 | plugin-memory = "12 apples"
  |                 ^^^^^^^^^^^

error[config::value]: `plugin-time`: it is no time: a number of seconds above 0, or `unlimited`
 --> plenary.toml:3:15
  |
3 | plugin-time = -1
  |               ^^

error[config::value]: `isolate`: there is no `library`
 --> plenary.toml:4:11
  |
4 | isolate = "library"
  |           ^^^^^^^^^
  |
  = help: did you mean `libraries`? there are `none`, `libraries` and `all`

error[config::value]: `from`: there is no `web`
 --> plenary.toml:5:8
  |
5 | from = "web"
  |        ^^^^^
  |
  = help: did you mean `webvtt`? there are `dig-watch`, `cart`, `webvtt`, `srt`, `transcript`, `akoma-ntoso` and `json`

error[config::value]: `name`: there is no field `{stm}`
 --> plenary.toml:6:8
  |
6 | name = "{dir}/{stm}"
  |        ^^^^^^^^^^^^^
  |
  = help: did you mean `{stem}`? the fields are `dir`, `stem`, `name`, `ext` and `format`

error[config::value]: `output`: it names nothing
 --> plenary.toml:7:10
  |
7 | output = ""
  |          ^^

error[config::value]: `set.pdf.sheet`: there is no file named behind the `@`; a value that is an `@` is written `@@`
 --> plenary.toml:8:9
  |
8 | set.pdf.sheet = "@"
  |         ^^^^^^^^^^^

"#]]
    );
}

/// Nobody wants a folder of this name.
#[test]
fn the_home_folder_of_a_shell() {
    golden!(
        converted("output = \"~/documents\"\nplugin-dir = [\"~\"]\nmanifest = \"~manifest\"\n"),
        str![[r#"
exit 2
--- stderr
error[config::value]: `output`: `~` does not stand for your home folder in a file
 --> plenary.toml:1:10
  |
1 | output = "~/documents"
  |          ^^^^^^^^^^^^^
  |
  = help: write that out; what is named `~` indeed is `./~/documents`

error[config::value]: `plugin-dir`: `~` does not stand for your home folder in a file
 --> plenary.toml:2:15
  |
2 | plugin-dir = ["~"]
  |               ^^^
  |
  = help: write that out; what is named `~` indeed is `./~`

"#]]
    );
    let folder = Folder::new().file("plenary.toml", "output = \"./~/documents\"\n").file("page.txt", PAGE);
    assert_eq!(folder.plenary("convert page.txt -t markdown").code, 0);
    assert!(folder.path("~/documents/page.md").exists());
}

/// What the schema of an option cannot say, the plugin does.
#[test]
fn values_that_the_plugin_refuses() {
    let folder = Folder::new().file("page.txt", PAGE).file("house.toml", "[page]\ncolour = 3\n");
    let settings =
        "[set.pdf]\npaper = \"a4\"\nsheet = \"@house.toml\"\n[set.akoma-ntoso]\ndate = \"2023-13-45\"\n";
    let folder = folder.file("plenary.toml", settings);
    golden!(
        folder.plenary("convert page.txt -t pdf"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `set.pdf.sheet`: the plugin `pdf` refuses it: line 2: there is no `colour` in `page`; there are `bottom`, `foot`, `head`, `left`, `right`, `top`
 --> plenary.toml:3:1
  |
3 | sheet = "@house.toml"
  | ^^^^^^^^^^^^^^^^^^^^^
  |
  = help: `plenary plugin options pdf` lists what can be set

"#]]
    );
    golden!(
        folder.plenary("convert page.txt -t tei --set tei.language=!!"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `--set tei.language=!!`: the plugin `tei` refuses it: `!!` is no tag of BCP 47, such as `en` or `sr-Latn`
 |
 = help: `plenary plugin options tei` lists what can be set

"#]]
    );
    golden!(
        folder.plenary("convert page.txt -t akoma-ntoso --set akoma-ntoso.date=0000-01-01"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `--set akoma-ntoso.date=0000-01-01`: the plugin `akoma-ntoso` refuses it: 0000-01-01 lies before the year 1
 |
 = help: `plenary plugin options akoma-ntoso` lists what can be set

"#]]
    );
    golden!(
        folder.plenary("batch page.txt -t akoma-ntoso -o out"),
        str![[r#"
exit 2
--- stderr
1 page: 0 converted, 0 unchanged, 0 failed, 1 not looked at; 0 documents written

error[usage::option]: `set.akoma-ntoso.date`: the plugin `akoma-ntoso` refuses it: failed to parse two digit integer as month: parameter 'month' is not in the required range of 1..=12
 --> plenary.toml:5:1
  |
5 | date = "2023-13-45"
  | ^^^^^^^^^^^^^^^^^^^
  |
  = help: `plenary plugin options akoma-ntoso` lists what can be set

"#]]
    );
}
