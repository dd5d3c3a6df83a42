//! Plugins through the binary: where they are found, what is run of them and when, and what hostile ones can do.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

#[path = "fixtures/plugins/support.rs"]
mod plugins;
mod support;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use plugins::{file_name, plain, tally};
use serde_json::Value;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target")
}

fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_plenary"))
}

/// A copy of the binary, in a folder `bin` in `folder`.
fn copy_of_the_binary(folder: &Path) -> PathBuf {
    fs::create_dir_all(folder.join("bin")).expect("a folder");
    let copy = folder.join("bin/plenary");
    fs::copy(binary(), &copy).expect("a copy");
    copy
}

/// The program, to be run in `home` with no setting of whoever runs the tests.
fn plenary(program: &Path, home: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("HOME", home).env("NO_COLOR", "1").current_dir(home);
    command
}

fn run(command: &mut Command) -> (Output, String) {
    let output = command.output().expect("plenary runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code().is_some(), "it crashed: {}\n{said}", output.status);
    (output, said)
}

/// Converts a sample with the plugins of `folder` to `format`, as the new file `out.txt` there.
fn convert(folder: &Path, format: &str, settings: &[&str]) -> (Option<i32>, String) {
    let mut command = plenary(binary(), folder);
    command.arg("convert").arg(support::sample("dig-watch/tidewater-forum").path);
    command.args(["-t", format, "-o", "out.txt", "--plugin-dir", "."]);
    command.args(settings.iter().flat_map(|setting| ["--set", setting]));
    let (output, said) = run(&mut command);
    (output.status.code(), said)
}

/// The plugin `name`, which makes the format `name`; with further definitions.
fn named(folder: &Path, name: &str, definitions: &[&str]) {
    let manifest = format!(
        r#"{{ "name": "{name}", "version": "1.0", "abi": "1.0", "schema": "1.0", "input": "json", "formats":
        [{{ "name": "{name}", "description": "-", "extensions": ["{name}"], "media_type": "text/plain" }}] }}"#
    );
    let manifest = format!("JSON=\"{}\"", manifest.replace('\n', " ").replace('"', "\\\""));
    fs::create_dir_all(folder).expect("a folder");
    plain(folder, name, &[&[manifest.as_str()], definitions].concat());
}

/// The names of the plugins that `plugin list` shows with these further arguments, in order.
fn listed(command: &mut Command, arguments: &[&str]) -> Vec<String> {
    let (output, said) = run(command.args(["plugin", "list", "--no-bundled", "--json"]).args(arguments));
    assert!(output.status.success(), "{said}");
    let list: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let plugins = list["plugins"].as_array().expect("plugins");
    plugins.iter().map(|plugin| plugin["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn plugins_are_found_in_four_places_and_nowhere_else() {
    let folder = folder();
    let home = folder.path();
    let program = copy_of_the_binary(&home.join("programs"));
    let places = [
        ("given", "given"),
        ("listed", "listed"),
        ("more", "more"),
        ("data/plenary/plugins", "data"),
        (".local/share/plenary/plugins", "own"),
        ("programs/lib/plenary/plugins", "beside"),
        // Where one might look as well: the working directory, the program's folder, folders in folders.
        (".", "here"),
        ("lib/plenary/plugins", "lib"),
        ("programs/bin", "bin"),
        ("given/inner", "inner"),
    ];
    for (place, name) in places {
        named(&home.join(place), name, &[]);
    }
    assert_eq!(listed(&mut plenary(&program, home), &[]), ["own", "beside"]);
    let path = format!("{0}/listed::{0}/more:{0}/nowhere", home.display());
    let mut all = plenary(&program, home);
    all.env("PLENARY_PLUGIN_PATH", path).env("XDG_DATA_HOME", home.join("data"));
    assert_eq!(listed(&mut all, &["--plugin-dir", "given"]), ["given", "listed", "more", "data", "beside"]);
    // The XDG rules: a relative path counts as none.
    assert_eq!(listed(plenary(&program, home).env("XDG_DATA_HOME", "data"), &[]), ["own", "beside"]);
}

/// Only the superuser can make a program that runs with another's rights; for others there is nothing to try.
#[test]
#[cfg(target_os = "linux")]
fn a_program_with_anothers_rights_takes_nothing_from_the_environment() {
    let folder = folder();
    let home = folder.path();
    let open_to_all = |path: &Path| fs::set_permissions(path, Permissions::from_mode(0o755)).expect("chmod");
    open_to_all(home);
    let program = copy_of_the_binary(home);
    let places =
        [("listed", "listed"), (".local/share/plenary/plugins", "own"), ("lib/plenary/plugins", "beside")];
    for (place, name) in places {
        named(&home.join(place), name, &[]);
    }
    let list = || {
        let mut command = plenary(&program, home);
        listed(command.env("PLENARY_PLUGIN_PATH", home.join("listed")), &[])
    };
    assert_eq!(list(), ["listed", "own", "beside"]);
    const NOBODY: u32 = 65534;
    if chown(&program, Some(NOBODY), Some(NOBODY)).is_ok() {
        fs::set_permissions(&program, Permissions::from_mode(0o4755)).expect("chmod");
        assert_eq!(list(), ["beside"], "set-user-id");
        fs::set_permissions(&program, Permissions::from_mode(0o2755)).expect("chmod");
        assert_eq!(list(), ["beside"], "set-group-id");
    }
}

#[test]
fn listing_runs_no_foreign_code() {
    let folder = folder();
    let witness = folder.path().join("witness");
    named(folder.path(), "plain", &[&format!("WITNESS=\"{}\"", witness.display())]);
    for command in [["plugin", "list"].as_slice(), &["formats"], &["plugin", "list", "--json"]] {
        let (output, said) = run(plenary(binary(), folder.path()).args(command).args(["--plugin-dir", "."]));
        assert!(
            output.status.success() && String::from_utf8_lossy(&output.stdout).contains("plain"),
            "{said}"
        );
    }
    assert_eq!(convert(folder.path(), "markdown", &[]).0, Some(0));
    assert!(!witness.exists(), "its constructor ran");
    fs::remove_file(folder.path().join("out.txt")).expect("the Markdown");
    let (code, said) = convert(folder.path(), "plain", &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(witness.exists(), "the witness works");
}

#[test]
fn a_crate_of_its_own_renders() {
    let folder = folder();
    tally(folder.path());
    assert_eq!(listed(&mut plenary(binary(), folder.path()), &["--plugin-dir", "."]), ["tally"]);
    let (code, said) = convert(folder.path(), "tally", &["tally.total=true"]);
    assert_eq!(code, Some(0), "{said}");
    let tally = fs::read_to_string(folder.path().join("out.txt")).expect("the document");
    assert!(
        tally.starts_with("made by plenary ") && tally.contains("\nspeech-1 ") && tally.contains("\ntotal ")
    );

    let (code, said) = convert(folder.path(), "tally", &["tally.totl=true"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("`totl`") && said.contains("did you mean `total`"), "{said}");
}

#[test]
fn a_library_takes_the_place_of_the_renderer_of_its_name() {
    let folder = folder();
    named(folder.path(), "markdown", &["RENDER=return host->write(host->ctx, \"mine\", 4);"]);
    assert_eq!(convert(folder.path(), "markdown", &[]).0, Some(0));
    assert_eq!(fs::read(folder.path().join("out.txt")).expect("the document"), b"mine");
}

/// A way for a plugin to be bad: what it is, how it is made in a folder, and what has to be said of it.
type Bad = (&'static str, fn(&Path), &'static [&'static str]);

/// Each is called `plain`.
const BAD: &[Bad] = &[
    (
        "wrong ABI",
        |folder| named(folder, "plain", &["MAJOR=9"]),
        &["version 9.0 of the plugin contract", "newer plenary"],
    ),
    (
        "no manifest",
        |folder| named(folder, "plain", &["NO_MANIFEST"]),
        &["does not export `plenary_manifest_plain`"],
    ),
    (
        "no entry table",
        |folder| named(folder, "plain", &["NO_ENTRY"]),
        &["does not export `plenary_plugin_plain`"],
    ),
    ("missing function", |folder| named(folder, "plain", &["MISSING"]), &["plenary_test_nowhere"]),
    (
        "error",
        |folder| named(folder, "plain", &["RENDER=say(host, PLENARY_ERROR, \"no ink\", 6); return 1;"]),
        &["no ink"],
    ),
    ("nothing", |folder| named(folder, "plain", &["RENDER=(void)host; return 0;"]), &["wrote nothing"]),
    ("status", |folder| named(folder, "plain", &["RENDER=(void)host; return 42;"]), &["unknown status 42"]),
    (
        "half",
        |folder| named(folder, "plain", &["RENDER=host->write(host->ctx, \"half\", 4); return 1;"]),
        &["no reason"],
    ),
    ("unreadable", |folder| with_mode(folder, 0o311), &["no permission to be read", "chmod"]),
    ("not executable", |folder| with_mode(folder, 0o644), &["no permission to be executed", "chmod"]),
    ("world-writable", |folder| with_mode(folder, 0o777), &["everybody may write to it", "chmod o-w"]),
    ("folder", |folder| fs::create_dir(library(folder)).expect("a folder"), &["it is a folder, not a file"]),
    (
        "empty",
        |folder| fs::write(library(folder), "").and_then(|()| executable(folder)).expect("a file"),
        &["no loadable library"],
    ),
    ("cut short", cut_short, &["no loadable library", "install it anew"]),
];

fn library(folder: &Path) -> PathBuf {
    folder.join(file_name("plain"))
}

fn executable(folder: &Path) -> std::io::Result<()> {
    fs::set_permissions(library(folder), Permissions::from_mode(0o755))
}

fn with_mode(folder: &Path, mode: u32) {
    named(folder, "plain", &[]);
    fs::set_permissions(library(folder), Permissions::from_mode(mode)).expect("chmod");
}

fn cut_short(folder: &Path) {
    named(folder, "plain", &[]);
    let bytes = fs::read(library(folder)).expect("read");
    fs::write(library(folder), &bytes[..bytes.len() / 2]).expect("written");
}

#[test]
fn bad_plugins_are_told_of_and_leave_nothing_behind() {
    for (what, make, says) in BAD {
        let folder = folder();
        make(folder.path());
        let (code, said) = convert(folder.path(), "plain", &[]);
        assert!(code.is_some_and(|code| code != 0), "{what}: exit {code:?}\n{said}");
        assert!(says.iter().all(|words| said.contains(words)), "{what}:\n{said}");
        let mut names: Vec<_> = fs::read_dir(folder.path())
            .expect("the folder")
            .flatten()
            .map(|entry| entry.file_name())
            .collect();
        names.retain(|name| *name != *file_name("plain"));
        assert!(names.is_empty(), "{what} left {names:?}");
    }
}

#[test]
fn a_panic_is_one_message_and_no_document() {
    let folder = folder();
    tally(folder.path());
    let (code, said) = convert(folder.path(), "tally", &["tally.fault=panic"]);
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(said.matches("tally was told to panic").count(), 1, "{said}");
    assert!(said.contains("the plugin `tally`") && !said.contains("RUST_BACKTRACE"), "{said}");
    assert!(!folder.path().join("out.txt").exists());
}
