//! `plenary plugin info` and `plenary plugin options`.

use serde_json::Value;
use snapbox::str;

use crate::golden;
use crate::plugins::{misdeed, plain};
use crate::support::Folder;

#[test]
fn all_that_a_plugin_says_of_itself() {
    golden!(
        Folder::new().plenary("plugin info markdown"),
        str![[r#"
exit 0
--- stdout
markdown 0.1.0
  from      bundled
  contract  ABI 1.0; this program has 1.0
  model     schema 1.0
  input     the session as structs (view)
  panics    caught: an error

  Formats
    markdown  md, markdown  text/markdown  Minutes in Markdown (GFM, or CommonMark alone)

  Options
    contents        `true` or `false`                  true     Whether to write a list of contents
                                                                with links.
    flags           `none` or `links`                  none     What is marked besides. With
                                                                `links`, addresses of the web and of
                                                                e-mail in the source become links;
                                                                else they are text.
    flavour         `gfm` or `commonmark`              gfm      For which readers: GitHub and its
                                                                like, with tables and notes; or any
                                                                reader of CommonMark, with lists and
                                                                quotations in their place.
    front-matter    `true` or `false`                  true     Whether to open with YAML front
                                                                matter: title, event, date,
                                                                speakers.
    heading-offset  a whole number from 0 to 5         0        By how many levels to lower every
                                                                heading, for minutes that become
                                                                part of a longer text. The sixth
                                                                level is the lowest there is.
    markup          `literal` or `rendered`            literal  What Markdown in the source is: text
                                                                like any other, every character of
                                                                which is shown; or emphasis, code
                                                                and links. HTML stays text, and a
                                                                heading becomes bold type.
    style           `full`, `minutes` or `transcript`  full     Which parts of the record to write:
                                                                everything; everything but the
                                                                transcript; or the transcript alone.
    wrap            a whole number from 0 to 1000      0        The column at which paragraphs are
                                                                broken, 20 or more, where a blank
                                                                allows it. With 0, a paragraph is
                                                                one line.

"#]]
    );
}

#[test]
fn the_same_in_json() {
    let info: Value = serde_json::from_str(&Folder::new().plenary("plugin info pdf --json").well()).unwrap();
    assert_eq!((&info["name"], &info["origin"], &info["glibc"]), (&"pdf".into(), &Value::Null, &Value::Null));
    assert_eq!(info["formats"][0]["media_type"], "application/pdf");
    assert_eq!(info["options"]["properties"]["paper"]["enum"][0], "a4");
}

/// A library is read, not loaded.
#[cfg(target_os = "linux")]
#[test]
fn a_library_is_named_by_its_file() {
    let folder = Folder::new();
    let witness = format!("WITNESS=\"{}\"", folder.path("witness").display());
    plain(&folder.path(""), "plain", &[&witness]);
    let file = crate::plugins::file_name("plain");
    let text = folder.plenary(&format!("plugin info {file}")).well();
    assert!(text.starts_with("plain 0.3.0\n  from      $FOLDER/libplenary_plain.so\n"), "{text}");
    assert!(
        text.contains("\n  panics    none in its language\n") && text.contains("\n  No options\n"),
        "{text}"
    );
    let json: Value =
        serde_json::from_str(&folder.plenary(&format!("plugin info ./{file} --json")).well()).unwrap();
    assert_eq!(json["origin"], "$FOLDER/libplenary_plain.so");
    assert!(json["glibc"].is_string(), "{json}");
    assert!(!folder.path("witness").exists());
    assert_eq!(folder.plenary("plugin info plain --plugin-dir .").well(), text);
}

#[cfg(target_os = "linux")]
#[test]
fn a_refused_library_is_told_with_its_reason() {
    let folder = Folder::new();
    plain(&folder.path(""), "plain", &["MAJOR=9"]);
    for plugin in ["./libplenary_plain.so", "plain --plugin-dir ."] {
        golden!(
            folder.plenary(&format!("plugin info {plugin}")),
            str![[r#"
exit 3
--- stderr
error[plugin::refused]: the plugin `$FOLDER/libplenary_plain.so` is refused: it is built for version 9.0 of the plugin contract; this program has 1.0
 |
 = help: install a newer plenary, or an older build of the plugin

"#]]
        );
    }
}

#[test]
fn a_plugin_that_is_not_there() {
    golden!(
        Folder::new().plenary("plugin info markdwn"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-plugin]: there is no plugin `markdwn`
 |
 = help: did you mean `markdown`? `plenary plugin list` lists them all

"#]]
    );
    golden!(
        Folder::new().plenary("plugin info acme"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-plugin]: there is no plugin `acme`
 |
 = help: there are `markdown`, `akoma-ntoso`, `pdf` and `tei`; a library is named by its path, as in `./libplenary_acme.so`

"#]]
    );
    golden!(
        Folder::new().plenary("plugin info target/libplenary_acme.so"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-plugin]: there is no file `target/libplenary_acme.so`
 |
 = help: is the plugin built?

"#]]
    );
    golden!(
        Folder::new().file("release/x", "").plenary("plugin info ./release"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-plugin]: `./release` is a folder
 |
 = help: name the library in it: libplenary_NAME.so

"#]]
    );
}

#[test]
fn options_are_settings_to_be_copied() {
    let folder = Folder::with_page();
    golden!(
        folder.plenary("plugin options pdf"),
        str![[r#"
exit 0
--- stdout
--set 'pdf.accent=#7a1f3d'
    a text of at least 3 characters; no default
    The colour of the cover, headings and bars: #rrggbb, or a name such as navy
    or maroon. One too light for white paper is darkened. Where it is not set,
    the style sheet's: #1d4f7c.

--set pdf.charts=true
    `true` or `false`; `true` where it is not set
    Whether to draw who had how much of the floor, who spoke when, and who
    argued on what.

--set pdf.columns=1
    a whole number from 1 to 2; `1` where it is not set
    In how many columns the transcript stands.

--set pdf.cover=true
    `true` or `false`; `true` where it is not set
    Whether the title stands on a coloured band, and in styles with a table of
    contents on a page of its own.

--set pdf.font=Text-Regular.ttf,Text-Bold.ttf
    a list, each item a text; no default
    Font files to use before the plugin's own: a regular one, and a bold one for
    headings. One without Latin letters is used for what the others lack.

--set pdf.font-size=11
    a number from 8 to 14; no default
    The size of the running text in points; all other sizes go with it. Where it
    is not set, the style sheet's: 10.5.

--set pdf.justify=false
    `true` or `false`; `false` where it is not set
    Whether both edges of the text are even. Otherwise the right edge is ragged.

--set pdf.language=en
    a text of 2 to 35 characters; `en` where it is not set
    The language of the session, as a BCP 47 tag: `en`, `pt-BR`, `zh-Hant`. What
    reads the brief aloud takes the voice by it.

--set pdf.paper=a4
    `a4` or `letter`; `a4` where it is not set
    The size of the pages.

--set 'pdf.sheet=styles.body.leading = 16'
    a text; no default
    A style sheet in TOML that is laid over the one plenary brings along, as in
    --set pdf.sheet=@my-sheet.toml. What can stand in it:
    https://github.com/plenary/plenary/blob/main/plugins/pdf/styles/default.toml

--set pdf.style=full
    `full`, `brief` or `transcript`; `full` where it is not set
    Which parts of the record to write: everything; a few pages with summary,
    outcome, charts and what was argued; or the transcript and who took part.

--set pdf.system-fonts=false
    `true` or `false`; no default
    Whether what these fonts lack comes from the fonts of the system. Where it
    is not set, yes, unless `font` names files: those give the same bytes
    everywhere.

"#]]
    );
    // As they stand they are the defaults.
    let text = folder.plenary("plugin options markdown").well();
    let settings: Vec<_> = text.lines().filter(|line| line.starts_with("--set ")).collect();
    assert_eq!(settings.len(), 8);
    let with = folder.plenary(&format!("convert page.txt -t markdown -o - {}", settings.join(" "))).well();
    assert_eq!(with, folder.plenary("convert page.txt -t markdown -o -").well());
}

#[test]
fn formats_of_the_model_have_no_options() {
    golden!(
        Folder::new().plenary("plugin options json"),
        str![[r#"
exit 0
--- stdout
The format `json` has no options.

"#]]
    );
    let schema: Value =
        serde_json::from_str(&Folder::new().plenary("plugin options source --json").well()).unwrap();
    assert_eq!(schema["additionalProperties"], false);
}

#[test]
fn the_schema_is_that_of_the_manifest() {
    let folder = Folder::new();
    let schema: Value =
        serde_json::from_str(&folder.plenary("plugin options akoma-ntoso --json").well()).unwrap();
    let info: Value = serde_json::from_str(&folder.plenary("plugin info akoma-ntoso --json").well()).unwrap();
    assert_eq!(schema, info["options"]);
}

/// A plugin that is found only where one was told to look is named so that it is found again.
#[cfg(target_os = "linux")]
#[test]
fn a_wrong_option_leads_to_the_options_of_its_library() {
    let folder = Folder::with_page();
    misdeed(
        &folder.path(""),
        "well",
        &["OPTIONS=\"{ \\\"type\\\": \\\"object\\\", \\\"additionalProperties\\\": false, \
        \\\"properties\\\": { \\\"depth\\\": { \\\"type\\\": \\\"integer\\\" } } }\""],
    );
    golden!(
        folder.plenary("convert page.txt -t plain --plugin-dir . --set plain.x=1"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `--set plain.x=1`: the plugin `plain` has no option `x`
 |
 = help: it has `depth`; `plenary plugin options $FOLDER/libplenary_plain.so` lists what can be set

"#]]
    );
}
