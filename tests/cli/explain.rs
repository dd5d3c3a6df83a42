//! `plenary check --explain`: what a finding means.

use std::fs;
use std::path::Path;

use snapbox::str;

use crate::golden;
use crate::support::Folder;

/// The codes that are listed.
fn listed() -> Vec<String> {
    let list = Folder::new().plenary("check --explain").well();
    list.lines().skip(1).filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn a_code_is_explained() {
    golden!(
        Folder::new().plenary("check --explain read::unreadable-time"),
        str![[r#"
exit 0
--- stdout
warning[read::unreadable-time]: the date line holds an hour that no clock shows

The day was read, the hour was not, for example `25:00h`. The line is kept as
written.

Raised in reading a text of any kind.

"#]]
    );
}

#[test]
fn all_codes_are_listed() {
    let folder = Folder::new();
    let list = folder.plenary("check --explain").well();
    assert_eq!(list, folder.plenary("check --explain all").well());
    for line in ["dig-watch::no-transcript", "input::not-utf8", "usage::unknown-format", "plugin::refused"] {
        assert!(list.contains(&format!("\n{line} ")), "{line}\n{list}");
    }
}

#[test]
fn every_code_that_is_listed_is_explained() {
    for code in listed() {
        let explanation = Folder::new().plenary(&format!("check --explain {code}")).well();
        assert!(explanation.contains(&format!("[{code}]: ")), "{explanation}");
        assert!(explanation.contains("\n\nRaised "), "{code}: nobody says when it is raised");
        assert!(explanation.lines().skip(1).all(|line| line.chars().count() <= 80), "{explanation}");
        assert_eq!(listed().iter().filter(|other| **other == code).count(), 1, "{code} is listed twice");
    }
}

#[test]
fn an_unknown_code() {
    let folder = Folder::new();
    golden!(
        folder.plenary("check --explain dig-watch::ambigous-label"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-code]: there is no code `dig-watch::ambigous-label`
 |
 = help: did you mean `dig-watch::ambiguous-label`? `plenary check --explain` lists them all

"#]]
    );
    golden!(
        folder.plenary("check --explain unreadable-statistics"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-code]: there is no code `unreadable-statistics`
 |
 = help: did you mean `dig-watch::unreadable-statistic`? `plenary check --explain` lists them all

"#]]
    );
    golden!(
        folder.plenary("check --explain turns::no-turns"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-code]: there is no code `turns::no-turns`
 |
 = help: `plenary check --explain` lists them all; what a plugin finds, its author explains

"#]]
    );
}

#[test]
fn explaining_is_all_that_is_done() {
    golden!(
        Folder::with_page().plenary("check page.txt --explain dig-watch::no-transcript"),
        str![[r#"
exit 2
--- stderr
error: the argument '[INPUT]...' cannot be used with '--explain [<CODE>]'

Usage: plenary check <INPUT>...

For more information, try '--help'.

"#]]
    );
}

/// What the host, the SDK and the renderers raise by name, beside the tables of core and of the program.
#[test]
fn every_code_in_the_sources_is_explained() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = listed();
    let mut found = 0;
    for folder in ["crates/core/src", "crates/host/src", "crates/plugin-sdk/src", "crates/cli/src", "plugins"]
    {
        each_source(&root.join(folder), &mut |path, source| {
            // What stands below in a file are its unit tests, with codes of their own.
            let source = source.split("#[cfg(test)]").next().unwrap_or_default();
            for code in source.split('"').filter(|literal| is_code(literal)) {
                found += 1;
                let explained = listed.iter().any(|known| known == code);
                assert!(explained, "{}: nothing explains `{code}`: see crates/cli/src/codes", path.display());
            }
        });
    }
    assert!(found > 40, "{found} codes found in the sources");
}

/// `part::name`, in lower case.
fn is_code(literal: &str) -> bool {
    let plain =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    literal.split_once("::").is_some_and(|(part, name)| plain(part) && plain(name))
}

fn each_source(folder: &Path, visit: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        // Not the tests of a plugin, nor its examples.
        if path.is_dir() && !["tests", "examples", "benches"].iter().any(|name| path.ends_with(name)) {
            each_source(&path, visit);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            visit(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}
