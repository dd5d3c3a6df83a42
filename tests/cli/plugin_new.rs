//! `plenary plugin new`: what is written, and what is not.
//!
//! That it builds, renders and passes its own tests is tried in `tests/plugin_authors.rs`.

use snapbox::str;

use crate::golden;
use crate::support::Folder;

#[test]
fn a_crate_is_written_with_what_to_type_next() {
    let folder = Folder::new();
    golden!(
        folder.plenary("plugin new word-share"),
        str![[r#"
exit 0
--- stdout
made plenary-word-share/: Cargo.toml, plugin.json, src/lib.rs, tests/documents.rs, sample.session.json, README.md, .gitignore, Cargo.lock

next:
  cd plenary-word-share
  cargo build
  plenary convert sample.session.json -t word-share --plugin-dir target/debug -o -
  plenary convert sample.session.json -t word-share --plugin-dir target/debug -o - --set word-share.at-least=20
  cargo test
  plenary plugin check target/debug/libplenary_word_share.so
  plenary plugin install target/debug/libplenary_word_share.so

"#]]
    );
    let manifest = folder.read("plenary-word-share/Cargo.toml");
    assert!(manifest.contains("name = \"plenary-word-share\""), "{manifest}");
    assert!(manifest.contains("/crates/plugin-sdk\" }"), "{manifest}");
    assert!(folder.read("plenary-word-share/src/lib.rs").contains("name: word_share,"));
    // The template's own name stands nowhere any more.
    for name in folder.listing().iter().filter(|name| !name.ends_with('/')) {
        let text = folder.read(name);
        assert!(!text.contains("my-format") && !text.contains("my_format"), "{name}");
    }
}

#[test]
fn a_folder_in_c_is_written_with_every_header() {
    let folder = Folder::new();
    golden!(
        folder.plenary("plugin new word-share --lang c"),
        str![[r#"
exit 0
--- stdout
made plenary-word-share/: word_share.c, Makefile, include/plenary_plugin.h, include/plenary_session.h, sample.session.json, README.md, .gitignore

next:
  cd plenary-word-share
  make
  plenary convert sample.session.json -t word-share --plugin-dir build -o -
  plenary convert sample.session.json -t word-share --plugin-dir build -o - --set word-share.at-least=20
  make check
  plenary plugin install build/libplenary_word_share.so

"#]]
    );
    let headers = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/plugin-abi/include");
    for header in std::fs::read_dir(headers).unwrap().flatten() {
        let copy = format!("plenary-word-share/include/{}", header.file_name().display());
        assert_eq!(folder.read(&copy), std::fs::read_to_string(header.path()).unwrap());
    }
}

#[test]
fn the_sdk_may_be_elsewhere() {
    let folder = Folder::new()
        .file("sdk/Cargo.toml", "[package]\nname = \"plenary-plugin-sdk\"\n")
        .file("Cargo.lock", "# the versions of that checkout\n");
    folder.plenary("plugin new turns --sdk sdk").well();
    let sdk = folder.path("sdk").canonicalize().unwrap();
    let manifest = folder.read("plenary-turns/Cargo.toml");
    assert!(
        manifest.contains(&format!("plenary-plugin-sdk = {{ path = {:?} }}", sdk.display().to_string())),
        "{manifest}"
    );
    assert_eq!(folder.read("plenary-turns/Cargo.lock"), "# the versions of that checkout\n");
    golden!(
        folder.plenary("plugin new others --sdk plenary-turns"),
        str![[r#"
exit 2
--- stderr
error[usage::no-sdk]: `plenary-turns` is not the folder of plenary-plugin-sdk
 |
 = help: in a checkout of plenary it is `crates/plugin-sdk`

"#]]
    );
}

#[test]
fn nothing_is_written_over() {
    let folder = Folder::new().file("plenary-turns/notes.txt", "mine");
    golden!(
        folder.plenary("plugin new turns"),
        str![[r#"
exit 2
--- stderr
error[usage::not-empty]: `plenary-turns` is there already, and not an empty folder
 |
 = help: choose another name, or move it away

"#]]
    );
    assert_eq!(folder.listing(), ["plenary-turns/", "plenary-turns/notes.txt"]);
    std::fs::remove_file(folder.path("plenary-turns/notes.txt")).unwrap();
    folder.plenary("plugin new turns").well();
}

#[test]
fn names_that_cannot_be() {
    let folder = Folder::new();
    golden!(
        folder.plenary("plugin new Turns"),
        str![[r#"
exit 2
--- stderr
error[usage::plugin-name]: a plugin cannot be called `Turns`
 |
 = help: a name is made of a-z, 0-9 and -, and starts with a letter

"#]]
    );
    golden!(
        folder.plenary("plugin new markdown"),
        str![[r#"
exit 2
--- stderr
error[usage::plugin-name]: the program has a format `markdown` already
 |
 = help: choose another name: the plugin would take its place, or never be asked

"#]]
    );
    for name in ["json", "../turns", "", "2turns", "a_b", "-x"] {
        let run = crate::support::Run::of(folder.command("plugin new").arg(name));
        assert_eq!(run.code, 2, "{name}: {}", run.shown());
    }
    assert!(folder.listing().is_empty());
}

/// Who may not write here is told so.
#[test]
fn a_folder_that_cannot_be_made() {
    let folder = Folder::new().file("plenary-turns", "a file");
    let run = folder.plenary("plugin new turns");
    assert_eq!(run.code, 2, "{}", run.shown());
    assert_eq!(folder.read("plenary-turns"), "a file");
}
