//! Plugins through the binary: where they are found, and what of them is run when. What hostile ones come to: `tests/hostile`.
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

/// Two hundred libraries, each of a name of its own, that leave the file `witness` when they are loaded.
fn two_hundred(folder: &Path) {
    named(folder, "plain000", &[&format!("WITNESS=\"{}\"", folder.join("witness").display())]);
    let first = fs::read(folder.join(file_name("plain000"))).expect("a library");
    for number in 1..200 {
        let (mut bytes, name) = (first.clone(), format!("plain{number:03}"));
        let places = (0..bytes.len() - name.len()).filter(|&at| first[at..].starts_with(b"plain000"));
        places.for_each(|at| bytes[at..at + name.len()].copy_from_slice(name.as_bytes()));
        let library = folder.join(file_name(&name));
        fs::write(&library, bytes).expect("written");
        fs::set_permissions(&library, Permissions::from_mode(0o755)).expect("chmod");
    }
}

/// What the kernel is asked to map of `folder` so that it can be run: a line a piece. `None`: nobody is there to watch.
#[cfg(target_os = "linux")]
fn mapped_to_run(folder: &Path, arguments: &[&str]) -> Option<Vec<String>> {
    if !support::tools::needs("strace") {
        return None;
    }
    let seen = folder.join("seen");
    let mut command = Command::new("strace");
    command.args(["-f", "-y", "-e", "trace=mmap,mprotect", "-o"]).arg(&seen).arg(binary()).args(arguments);
    let output = command.current_dir(folder).output().expect("strace runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let seen = fs::read_to_string(&seen).expect("what strace has seen");
    let ours = seen.lines().filter(|line| line.contains("PROT_EXEC") && line.contains("libplenary_"));
    Some(ours.map(str::to_owned).collect())
}

#[test]
fn two_hundred_libraries_are_listed_and_none_is_loaded() {
    let folder = folder();
    two_hundred(folder.path());
    assert_eq!(listed(&mut plenary(binary(), folder.path()), &["--plugin-dir", "."]).len(), 200);
    assert!(!folder.path().join("witness").exists(), "one was loaded");
    #[cfg(target_os = "linux")]
    {
        let list = ["plugin", "list", "--plugin-dir", "."];
        let page = support::sample("dig-watch/no-title").path;
        let convert =
            ["convert", &page.to_string_lossy(), "-t", "plain000", "-o", "out.txt", "--plugin-dir", "."];
        let mapped = (mapped_to_run(folder.path(), &list), mapped_to_run(folder.path(), &convert));
        if let (Some(listing), Some(converting)) = mapped {
            assert_eq!(listing, [""; 0]);
            assert_eq!(converting.len(), 1, "the one that renders: {converting:?}");
        }
    }
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
