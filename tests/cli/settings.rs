//! `--set` and SOURCE_DATE_EPOCH: what is handed to the plugins.

use snapbox::str;

use crate::golden;
use crate::support::{Folder, Run};

#[test]
fn an_unknown_option_brings_the_nearest_name() {
    golden!(
        Folder::with_page().plenary("convert page.txt -t markdown --set markdown.contens=false"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `--set markdown.contens=false`: the plugin `markdown` has no option `contens`
 |
 = help: did you mean `contents`? `plenary plugin options markdown` lists what can be set

"#]]
    );
}

#[test]
fn a_value_an_option_does_not_take() {
    golden!(
        Folder::with_page().plenary("convert page.txt -t markdown --set markdown.contents=perhaps"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `--set markdown.contents=perhaps`: the option `contents` of the plugin `markdown` is to be `true` or `false`, not `perhaps`
 |
 = help: `plenary plugin options markdown` lists what can be set

"#]]
    );
}

/// What the schema cannot say is the plugin's to refuse. The user wrote a setting, not the JSON made of it, so no
/// line or column of that is told.
#[test]
fn a_value_the_plugin_refuses() {
    let run = Folder::with_page()
        .plenary("convert page.txt -t akoma-ntoso --set akoma-ntoso.date=2023-13-45 --message-format json");
    assert_eq!(run.code, 2);
    let refused = "`--set akoma-ntoso.date=2023-13-45`: the plugin `akoma-ntoso` refuses it: ";
    assert!(run.stderr.contains(refused) && run.stderr.contains("usage::option"), "{}", run.stderr);
    assert!(!run.stderr.contains(" column 1") && !run.stderr.contains("at line"), "{}", run.stderr);
}

/// The next page would be refused alike, so it is said once, and of no page.
#[test]
fn a_value_the_plugin_refuses_ends_the_run() {
    let folder = Folder::with_page();
    std::fs::copy(folder.path("page.txt"), folder.path("second.txt")).unwrap();
    let run = folder
        .plenary("convert page.txt second.txt -t akoma-ntoso --set akoma-ntoso.date=2023-13-45 -o out/");
    assert_eq!((run.code, run.stderr.matches("error[").count()), (2, 1), "{}", run.stderr);
    assert!(!run.stderr.contains("page.txt"), "{}", run.stderr);
    assert!(!folder.path("out").exists());
}

#[test]
fn an_option_changes_the_document() {
    let folder = Folder::with_page();
    let with = folder.plenary("convert page.txt -t markdown -o -").well();
    let without = folder.plenary("convert page.txt -t markdown -o - --set markdown.contents=false").well();
    assert!(without.len() < with.len());
}

/// Each format has options of its own, and of one set twice the last counts.
#[test]
fn options_belong_to_their_format() {
    let folder = Folder::with_page();
    let settings = "--set markdown.contents=true --set markdown.contents=false";
    folder.plenary(&format!("convert page.txt -t markdown,akoma-ntoso,json {settings} -o set/")).well();
    folder.plenary("convert page.txt -t markdown,akoma-ntoso,json -o plain/").well();
    assert_ne!(folder.read("set/page.md"), folder.read("plain/page.md"));
    for name in ["page.xml", "page.session.json"] {
        assert_eq!(folder.read(&format!("set/{name}")), folder.read(&format!("plain/{name}")));
    }
}

#[test]
fn the_source_date_reaches_the_documents() {
    let folder = Folder::with_page();
    let dated = |epoch: &str| {
        let mut command = folder.command("convert page.txt -t akoma-ntoso -o -");
        Run::of(command.env("SOURCE_DATE_EPOCH", epoch)).well()
    };
    let undated = folder.plenary("convert page.txt -t akoma-ntoso -o -").well();
    assert!(dated("1700000000").contains("2023-11-14"));
    assert!(!undated.contains("2023-11-14"));
    assert_eq!(dated("1700000000"), dated("1700000000"));
}

/// What can be set is told wherever a setting is refused.
#[test]
fn a_refused_setting_leads_to_the_options() {
    let folder = Folder::with_page();
    for setting in ["markdown.contens=1", "markdown.contents=1", "akoma-ntoso.date=2023-13-45"] {
        let (format, _) = setting.split_once('.').unwrap();
        let run = folder.plenary(&format!("convert page.txt -t {format} --set {setting}"));
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(&format!("`plenary plugin options {format}`")), "{}", run.stderr);
    }
}

/// What is set by the name of a plugin holds for all its formats, what is set by that of a format for this alone.
#[test]
fn a_plugins_name_stands_for_all_its_formats() {
    let folder = Folder::with_page();
    let settings = "--set akoma-ntoso.country=ke --set akoma-ntoso-report.language=swa";
    folder.plenary(&format!("convert page.txt -t akoma-ntoso,akoma-ntoso-report {settings} -o out/")).well();
    let (debate, report) = (folder.read("out/page.xml"), folder.read("out/page.report.xml"));
    assert!(
        debate.contains(r#"<FRBRcountry value="ke"/>"#) && report.contains(r#"<FRBRcountry value="ke"/>"#)
    );
    assert!(debate.contains(r#"<FRBRlanguage language="eng"/>"#));
    assert!(report.contains(r#"<FRBRlanguage language="swa"/>"#));
    let alone =
        folder.plenary("convert page.txt -t akoma-ntoso-report --set akoma-ntoso.country=ke -o -").well();
    assert!(alone.contains("/akn/ke/debateReport/"));
}

#[test]
fn a_value_is_taken_from_a_file() {
    let folder = Folder::with_page().file("no.txt", "false\n").file("value.txt", "@page.txt");
    let set = folder.plenary("convert page.txt -t markdown -o - --set markdown.contents=@no.txt").well();
    assert_eq!(set, folder.plenary("convert page.txt -t markdown -o - --set markdown.contents=false").well());
    // Only one line end is taken off, and what stands in a file stands for itself.
    golden!(
        folder.plenary("convert page.txt -t markdown --set markdown.contents=@value.txt"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `--set markdown.contents=@value.txt`: the option `contents` of the plugin `markdown` is to be `true` or `false`, not `@page.txt`
 |
 = help: `plenary plugin options markdown` lists what can be set

"#]]
    );
}

#[test]
fn two_signs_are_one_and_no_file() {
    golden!(
        Folder::with_page().plenary("convert page.txt -t markdown --set markdown.contents=@@no.txt"),
        str![[r#"
exit 2
--- stderr
error[usage::option]: `--set markdown.contents=@@no.txt`: the option `contents` of the plugin `markdown` is to be `true` or `false`, not `@no.txt`
 |
 = help: `plenary plugin options markdown` lists what can be set

"#]]
    );
}

#[test]
fn a_file_that_is_not_there() {
    golden!(
        Folder::with_page().plenary("convert page.txt -t markdown --set markdown.contents=@no.txt"),
        str![[r#"
exit 2
--- stderr
error[usage::setting-file]: `--set markdown.contents=@no.txt`: `no.txt` cannot be read: no such file or directory
 |
 = help: a value that itself begins with `@` is written with two: `@@no.txt`

"#]]
    );
}

#[test]
fn a_file_that_is_no_text_or_too_large() {
    let folder =
        Folder::with_page().file("latin-1.txt", b"caf\xE9").file("large.txt", vec![b' '; (1 << 20) + 1]);
    let refused = |file: &str| {
        let run = folder.plenary(&format!("convert page.txt -t markdown --set markdown.contents=@{file}"));
        assert_eq!(run.code, 2);
        assert!(!folder.path("page.md").exists());
        run.stderr
    };
    assert!(refused("latin-1.txt").contains("`latin-1.txt` is not valid UTF-8, first at byte 3"));
    assert!(refused("large.txt").contains("`large.txt` is larger than a mebibyte"));
    // An endless one is not read to its end.
    assert!(refused("/dev/zero").contains("`/dev/zero` is larger than a mebibyte"));
    assert!(refused(".").contains("`.` cannot be read: is a directory"));
    assert!(refused("").contains("there is no file named behind the `@`"));
}
