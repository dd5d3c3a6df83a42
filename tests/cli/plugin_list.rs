//! `plenary plugin list`, and what a refused library does to the other commands.

use serde_json::Value;
use snapbox::str;

use crate::golden;
use crate::support::{Folder, Run};

/// A folder with a page and a file that is called like a plugin's library, but is none.
fn with_refused(name: &str) -> Folder {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    let folder =
        Folder::with_page().file(&format!("plugins/{DLL_PREFIX}plenary_{name}{DLL_SUFFIX}"), "no library");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let library = folder.path(&format!("plugins/{DLL_PREFIX}plenary_{name}{DLL_SUFFIX}"));
        std::fs::set_permissions(library, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    folder
}

#[test]
fn the_plugins_of_the_program_itself() {
    golden!(
        Folder::new().plenary("plugin list"),
        str![[r#"
exit 0
--- stdout
PLUGIN       VERSION  ABI  FORMATS                          FROM
markdown     0.1.0    1.0  markdown                         bundled
akoma-ntoso  0.1.0    1.0  akoma-ntoso, akoma-ntoso-report  bundled
pdf          0.1.0    1.0  pdf                              bundled
tei          0.1.0    1.0  tei                              bundled

"#]]
    );
    golden!(
        Folder::new().plenary("plugin list --no-bundled"),
        str![[r#"
exit 0
--- stdout
PLUGIN  VERSION  ABI  FORMATS  FROM

"#]]
    );
}

#[test]
fn plugins_in_json() {
    let list: Value = serde_json::from_str(&Folder::new().plenary("plugin list --json").well()).unwrap();
    assert_eq!(list["refused"], Value::Array(Vec::new()));
    for plugin in list["plugins"].as_array().unwrap() {
        let members: Vec<_> = plugin.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["abi", "formats", "name", "origin", "version"]);
        assert_eq!(plugin["origin"], Value::Null);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_refused_library_is_listed_with_its_reason() {
    let folder = with_refused("acme");
    golden!(
        folder.plenary("plugin list --no-bundled --plugin-dir plugins"),
        str![[r#"
exit 3
--- stdout
PLUGIN  VERSION  ABI  FORMATS  FROM
--- stderr
warning[plugin::refused]: the plugin `$FOLDER/plugins/libplenary_acme.so` is refused: it is no loadable library: it does not begin as one
 |
 = help: install it anew: the file is damaged, or something else than a plugin

"#]]
    );
    let run = folder.plenary("plugin list --json --plugin-dir plugins");
    assert_eq!(run.code, 3);
    let list: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(list["refused"][0]["path"], "$FOLDER/plugins/libplenary_acme.so");
    assert!(list["refused"][0]["reason"].is_string() && list["refused"][0]["help"].is_string());
}

/// A library that is not needed is a warning; a page is converted all the same.
#[cfg(target_os = "linux")]
#[test]
fn a_refused_library_is_a_warning_to_others() {
    let folder = with_refused("acme");
    let run = folder.plenary("convert page.txt -t json --plugin-dir plugins");
    assert_eq!(run.code, 0, "{}", run.shown());
    assert!(run.stderr.starts_with("warning[plugin::refused]"), "{}", run.stderr);
    assert!(folder.read("page.session.json").contains("Harbour lights"));
}

/// One that is needed fails the run; the bundled plugin of its name does not step in.
#[cfg(target_os = "linux")]
#[test]
fn a_refused_library_fails_its_own_format() {
    for (name, format) in [("acme", "acme"), ("markdown", "markdown")] {
        let folder = with_refused(name);
        let before = folder.listing();
        let run = folder.plenary(&format!("convert page.txt -t {format} --plugin-dir plugins"));
        assert_eq!(run.code, 3, "{}", run.shown());
        assert!(run.stderr.starts_with("error[plugin::refused]"), "{}", run.stderr);
        assert_eq!(run.stderr.matches("refused").count(), 2, "{}", run.stderr);
        assert_eq!(folder.listing(), before);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_unknown_format_points_to_what_was_refused() {
    let run = with_refused("acme").plenary("convert page.txt -t csv --plugin-dir plugins");
    golden!(
        run,
        str![[r#"
exit 2
--- stderr
error[usage::unknown-format]: there is no format `csv`
 |
 = help: there are `markdown`, `akoma-ntoso`, `akoma-ntoso-report`, `pdf`, `tei`, `json` and `source`; a plugin is refused: `plenary plugin list` tells why

"#]]
    );
}

#[cfg(target_os = "linux")]
#[test]
fn so_does_an_unknown_extension() {
    let run = with_refused("markdown").plenary("convert page.txt -o page.md --plugin-dir plugins");
    golden!(
        run,
        str![[r#"
exit 2
--- stderr
error[usage::unknown-extension]: no format has files named like `page.md`
 |
 = help: name the format with -t; the known extensions are .xml, .report.xml, .pdf, .tei.xml, .session.json, .txt; a plugin is refused: `plenary plugin list` tells why

"#]]
    );
}

/// Folders come from the environment too, behind those of the command line.
#[cfg(target_os = "linux")]
#[test]
fn the_environment_names_folders() {
    let folder = with_refused("acme");
    let mut command = folder.command("plugin list --no-bundled");
    let run = Run::of(command.env("PLENARY_PLUGIN_PATH", folder.path("plugins")));
    assert_eq!(run.code, 3, "{}", run.shown());
    assert!(run.stderr.contains("libplenary_acme.so"), "{}", run.stderr);
}
