//! The way of a plugin's author, in Rust and in C: what `plenary plugin new` writes and tells to type next is typed, from
//! the first build to the installed plugin, and does what it says.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

#[path = "fixtures/plugins/support.rs"]
mod plugins;
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use plugins::file_name;
use support::shell::shell;
use support::tools::needs;

/// An author's folder, with a blank in its name, and a home for what is installed.
struct Author {
    folder: PathBuf,
    here: PathBuf,
}

impl Author {
    /// In an empty folder of this name. It is the same at every run, so that what cargo builds there takes the place of what
    /// it built before.
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("an author {name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder below target");
        Self { here: folder.clone(), folder }
    }

    /// Has the shell run a line; exit code and all that was printed.
    fn run(&self, line: &str) -> (Option<i32>, String) {
        let output = shell(line, &self.here, &self.folder.join("data")).output().expect("a shell");
        let printed = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8_lossy(&printed).into_owned())
    }

    fn well(&self, line: &str) -> String {
        let (code, printed) = self.run(line);
        assert_eq!(code, Some(0), "{line}\n{printed}");
        printed
    }

    /// Begins a plugin, goes into its folder, and gives what is to be typed next.
    fn begin(&mut self, name: &str, arguments: &str) -> Vec<String> {
        let told = self.well(&format!("plenary plugin new {name} {arguments}"));
        let (_, next) = told.split_once("\nnext:\n").unwrap_or_else(|| panic!("{told}"));
        let mut lines: Vec<_> = next.lines().map(|line| line.trim().to_owned()).collect();
        assert_eq!(lines.remove(0), format!("cd plenary-{name}"));
        self.here = self.folder.join(format!("plenary-{name}"));
        lines
    }
}

/// All lines after `cd`, and what is to be seen of the plugin then.
fn walk(mut author: Author, name: &str, arguments: &str) {
    let next = author.begin(name, arguments);
    assert!(next.len() >= 5, "{next:?}");
    for line in &next {
        let printed = author.well(line);
        assert!(!printed.contains("warning"), "{line}\n{printed}");
        if line.contains("plugin check") || line == "make check" {
            assert!(printed.contains(" 0 failed") || !printed.contains("failed"), "{printed}");
            assert!(printed.contains("this plugin keeps the contract"), "{printed}");
        }
        if line.contains("at-least=20") {
            assert!(printed.contains("Tomas Lind") && !printed.contains("Chair"), "{printed}");
        } else if line.contains("convert") {
            assert!(printed.contains("Tomas Lind") && printed.contains("Chair"), "{printed}");
        }
    }
    let installed = author.folder.join("data/plenary/plugins").join(file_name(&name.replace('-', "_")));
    assert!(installed.is_file());
    let listed = author.well("plenary plugin list");
    assert!(listed.contains(&format!("{name}  ")) && listed.contains("data/plenary/plugins"), "{listed}");
    let document = author.well(&format!("plenary convert sample.session.json -t {name} -o -"));
    assert!(document.starts_with("A bench for the ferry pier\n"), "{document}");
    author.well(&format!("plenary plugin remove {name}"));
    assert!(!author.well("plenary plugin list").contains(name));
    assert_eq!(author.run(&format!("plenary convert sample.session.json -t {name} -o -")).0, Some(2));
}

#[test]
fn a_plugin_in_rust() {
    walk(Author::new("in Rust"), "word-share", "");
}

#[test]
fn a_plugin_in_c() {
    let author = Author::new("in C");
    if needs("make") {
        walk(author, "word-share", "--lang c");
    }
}

/// Another C compiler's warnings, and those of C++, which may share the headers.
#[test]
fn the_plugin_in_c_compiles_without_a_warning() {
    let mut author = Author::new("in strict C");
    if !needs("make") {
        return;
    }
    author.begin("turns", "--lang c");
    author.well("make CFLAGS='-O2 -Werror -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes'");
    author.well("make clean && test ! -e build");
}

/// Whoever formats the crate finds it formatted, whatever it is called.
#[test]
fn the_crate_is_formatted() {
    for name in ["a", "zebra-crossing-of-the-long-names"] {
        let mut author = Author::new("of style");
        // The folder stands in a checkout that has a style of its own.
        fs::write(author.folder.join("rustfmt.toml"), "").expect("a file");
        author.begin(name, "");
        let (code, printed) =
            author.run("rustfmt --version && rustfmt --check --edition 2024 src/lib.rs tests/documents.rs");
        // Not every toolchain has it.
        assert!(code == Some(0) || !printed.starts_with("rustfmt "), "{printed}");
    }
}

/// What an author forgets is found: a default changed in the manifest and not in the code.
#[test]
fn a_default_changed_in_one_place_is_found() {
    let mut author = Author::new("who forgets");
    author.begin("turns", "");
    let manifest = author.here.join("plugin.json");
    let text = fs::read_to_string(&manifest).expect("the manifest");
    fs::write(&manifest, text.replace("\"default\": \"met\"", "\"default\": \"words\"")).expect("written");
    author.well("cargo build");
    let (code, printed) = author.run(&format!("plenary plugin check target/debug/{}", file_name("turns")));
    assert_eq!(code, Some(1), "{printed}");
    assert!(printed.contains("FAILED  defaults ") && printed.contains("order=\"words\""), "{printed}");
}
