//! `plenary plugin install` and `plenary plugin remove`, and what a library hides.
#![cfg(target_os = "linux")]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;
use snapbox::str;

use crate::golden;
use crate::plugins::plain;
use crate::support::{Folder, Run};

/// A folder with a page and the library of the plugin `plain`.
fn with_library() -> Folder {
    let folder = Folder::with_page();
    plain(&folder.path(""), "plain", &[]);
    folder
}

const INSTALLED: &str = "home/.local/share/plenary/plugins/libplenary_plain.so";

#[test]
fn an_installed_plugin_is_found_until_it_is_removed() {
    let folder = with_library();
    golden!(
        folder.plenary("plugin install libplenary_plain.so"),
        str![[r#"
exit 0
--- stdout
installed plain 0.3.0: $FOLDER/home/.local/share/plenary/plugins/libplenary_plain.so

next:
  plenary convert PAGE -t plain
  plenary plugin remove plain

"#]]
    );
    let mode = |name: &str| fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(INSTALLED), 0o755);
    assert_eq!(mode("home/.local/share/plenary/plugins") & 0o022, 0);
    // Nothing is left beside it.
    assert_eq!(fs::read_dir(folder.path("home/.local/share/plenary/plugins")).unwrap().count(), 1);
    folder.plenary("convert page.txt -t plain -o page.out").well();
    golden!(
        folder.plenary("plugin remove plain"),
        str![[r#"
exit 0
--- stdout
removed $FOLDER/home/.local/share/plenary/plugins/libplenary_plain.so

"#]]
    );
    assert_eq!(folder.plenary("convert page.txt -t plain -o page.out").code, 2);
}

/// The folders are safe under any umask: a plugin in one that everybody may write to would be refused.
#[test]
fn folders_are_made_for_the_user_alone() {
    let folder = with_library();
    let line = format!("umask 0; exec {} plugin install libplenary_plain.so", env!("CARGO_BIN_EXE_plenary"));
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line]).current_dir(folder.path("")).env_clear().env("HOME", folder.path("home"));
    let run = Run::of(&mut shell);
    assert_eq!(run.code, 0, "{}", run.shown());
    folder.plenary("convert page.txt -t plain -o page.out").well();
}

#[test]
fn a_newer_one_takes_the_place_of_an_older() {
    let folder = with_library();
    folder.plenary("plugin install libplenary_plain.so --to plugins").well();
    let before = fs::metadata(folder.path("plugins/libplenary_plain.so")).unwrap();
    golden!(
        folder.plenary("plugin install libplenary_plain.so --to plugins"),
        str![[r#"
exit 0
--- stdout
installed plain 0.3.0, in place of 0.3.0: plugins/libplenary_plain.so

next:
  plenary convert PAGE -t plain --plugin-dir plugins
  plenary plugin remove plain --from plugins

"#]]
    );
    // Renamed into place: whoever runs the older one goes on running it.
    use std::os::unix::fs::MetadataExt;
    assert_ne!(fs::metadata(folder.path("plugins/libplenary_plain.so")).unwrap().ino(), before.ino());
}

#[test]
fn what_would_be_refused_is_not_installed() {
    let folder = with_library();
    plain(&folder.path(""), "plain", &["MAJOR=9"]);
    golden!(
        folder.plenary("plugin install libplenary_plain.so"),
        str![[r#"
exit 3
--- stderr
error[plugin::refused]: the plugin `$FOLDER/libplenary_plain.so` is refused: it is built for version 9.0 of the plugin contract; this program has 1.0
 |
 = help: install a newer plenary, or an older build of the plugin

"#]]
    );
    assert!(!folder.path("home").exists());
    let run = folder.plenary("plugin install page.txt");
    assert_eq!(run.code, 3, "{}", run.shown());
    assert!(run.stderr.contains("a plugin's library is named libplenary_NAME.so"), "{}", run.stderr);
    assert_eq!(folder.plenary("plugin install nowhere/libplenary_x.so").code, 2);
}

#[test]
fn a_folder_everybody_may_write_to_is_no_place() {
    let folder = with_library();
    fs::create_dir(folder.path("plugins")).unwrap();
    fs::set_permissions(folder.path("plugins"), Permissions::from_mode(0o777)).unwrap();
    golden!(
        folder.plenary("plugin install libplenary_plain.so --to plugins"),
        str![[r#"
exit 3
--- stderr
error[plugin::folder]: a plugin in `plugins` would be refused: everybody may write to its folder `plugins`, so it could be anybody's
 |
 = help: make sure that you know what is in it, then `chmod o-w 'plugins'`

"#]]
    );
    assert_eq!(fs::read_dir(folder.path("plugins")).unwrap().count(), 0);
}

const AS_MARKDOWN: &str = "JSON=\"{ \\\"name\\\": \\\"markdown\\\", \\\"version\\\": \\\"9.0\\\", \\\"abi\\\": \\\"1.0\\\", \
    \\\"schema\\\": \\\"1.0\\\", \\\"input\\\": \\\"json\\\", \\\"formats\\\": [{ \\\"name\\\": \\\"markdown\\\", \
    \\\"description\\\": \\\"-\\\", \\\"extensions\\\": [\\\"md\\\"], \\\"media_type\\\": \\\"text/markdown\\\" }] }\"";

#[test]
fn the_place_of_a_renderer_of_the_program_is_taken_on_demand_alone() {
    let folder = Folder::with_page();
    plain(&folder.path(""), "markdown", &[AS_MARKDOWN]);
    golden!(
        folder.plenary("plugin install libplenary_markdown.so"),
        str![[r#"
exit 2
--- stderr
error[usage::bundled-name]: this library would take the place of the plugin `markdown` that the program brings along
 |
 = help: give the plugin another name, or say with --force that this is meant

"#]]
    );
    assert!(!folder.path("home").exists());
    folder.plenary("plugin install libplenary_markdown.so --force").well();
    // And it is told of from then on.
    golden!(
        folder.plenary("plugin list"),
        str![[r#"
exit 0
--- stdout
PLUGIN       VERSION  ABI  FORMATS                          FROM
markdown     9.0      1.0  markdown                         $FOLDER/home/.local/share/plenary/plugins/libplenary_markdown.so
akoma-ntoso  0.1.0    1.0  akoma-ntoso, akoma-ntoso-report  bundled
pdf          0.1.0    1.0  pdf                              bundled
tei          0.1.0    1.0  tei                              bundled
--- stderr
note[plugin::hidden]: the plugin `markdown` of the program is not used: `$FOLDER/home/.local/share/plenary/plugins/libplenary_markdown.so` takes its place

"#]]
    );
    let list: Value = serde_json::from_str(&folder.plenary("plugin list --json").well()).unwrap();
    assert_eq!(list["hidden"][0]["name"], "markdown");
    assert_eq!(list["hidden"][0]["origin"], Value::Null);
}

#[test]
fn a_library_that_is_found_later_is_told_of() {
    let folder = with_library();
    folder.plenary("plugin install libplenary_plain.so").well();
    golden!(
        folder.plenary("plugin list --no-bundled --plugin-dir ."),
        str![[r#"
exit 0
--- stdout
PLUGIN  VERSION  ABI  FORMATS  FROM
plain   0.3.0    1.0  plain    $FOLDER/libplenary_plain.so
--- stderr
note[plugin::hidden]: `$FOLDER/home/.local/share/plenary/plugins/libplenary_plain.so` is not used: `$FOLDER/libplenary_plain.so` is found first

"#]]
    );
    // One folder under two names is one.
    folder.plenary("plugin remove plain").well();
    folder.plenary("plugin list --plugin-dir . --plugin-dir ./").well();
}

#[test]
fn a_folder_without_a_plugin_is_told_of() {
    let folder = Folder::with_page();
    fs::create_dir_all(folder.path("target/debug")).unwrap();
    golden!(
        folder.plenary("convert page.txt -t json --plugin-dir target"),
        str![[r#"
exit 0
--- stderr
warning[plugin::none]: there is no plugin in `target`
 |
 = help: a plugin's library is named libplenary_NAME.so

"#]]
    );
    plain(&folder.path("target/debug"), "plain", &[]);
    golden!(
        folder.plenary("convert page.txt -t plain --plugin-dir target"),
        str![[r#"
exit 2
--- stderr
warning[plugin::none]: there is no plugin in `target`
 |
 = help: did you mean `target/debug`? a plugin's library is named libplenary_NAME.so

error[usage::unknown-format]: there is no format `plain`
 |
 = help: there are `markdown`, `akoma-ntoso`, `akoma-ntoso-report`, `pdf`, `tei`, `json` and `source`

"#]]
    );
}

#[test]
fn what_cannot_be_removed() {
    let folder = with_library();
    golden!(
        folder.plenary("plugin remove markdown"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-plugin]: there is no plugin `markdown` in `$FOLDER/home/.local/share/plenary/plugins`
 |
 = help: the program brings it along; --no-bundled leaves such plugins out

"#]]
    );
    folder.plenary("plugin install libplenary_plain.so").well();
    golden!(
        folder.plenary("plugin remove plan"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-plugin]: there is no plugin `plan` in `$FOLDER/home/.local/share/plenary/plugins`
 |
 = help: did you mean `plain`?

"#]]
    );
    folder.plenary("plugin remove plain").well();
    // Where it is, it is told.
    let mut elsewhere = folder.command("plugin remove plain");
    let run = Run::of(elsewhere.env("PLENARY_PLUGIN_PATH", folder.path("")));
    assert_eq!(run.code, 2, "{}", run.shown());
    assert!(run.stderr.contains("there is one in another folder: --from '/"), "{}", run.stderr);
    folder.plenary("plugin remove plain --from .").well();
    assert!(!folder.path("libplenary_plain.so").exists());
    // No name leads out of the folder.
    let run = folder.file("libplenary_x.so", "").plenary("plugin remove ../x --from home");
    assert_eq!(run.code, 2, "{}", run.shown());
}
