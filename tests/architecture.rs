//! The house stays as drawn: which crate may know which, where `unsafe` and nom may stand, how long a file gets,
//! and that the architecture page names tests that exist.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Files over [`LONGEST`] lines, each with the reason why it is not two.
const LONG_FILES: &[(&str, &str)] = &[];
const LONGEST: usize = 600;

/// What may hold `unsafe` code: both sides of the C contract, the contract, the plugins that break it on purpose, and
/// the bench that calls one without a host.
const MAY_BE_UNSAFE: [&str; 5] = [
    "crates/plugin-abi/",
    "crates/plugin-sdk/",
    "crates/host/",
    "tests/fixtures/plugins/",
    "tests/benches/plugins/handing_over.rs",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A package of the workspace: its folder and what it declares to need, of whatever kind.
struct Package {
    name: String,
    folder: String,
    needs: Vec<Need>,
}

struct Need {
    name: String,
    /// `None` for a normal dependency, else `build` or `dev`.
    kind: Option<String>,
    default_features: bool,
    features: Vec<String>,
}

fn workspace() -> Vec<Package> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--no-deps", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata writes JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let texts = |value: &Value| value.as_array().into_iter().flatten().map(text).collect();
    let need = |value: &Value| Need {
        name: text(&value["name"]),
        kind: value["kind"].as_str().map(str::to_owned),
        default_features: value["uses_default_features"].as_bool().unwrap_or(true),
        features: texts(&value["features"]),
    };
    let packages = metadata["packages"].as_array().expect("packages").iter().map(|package| {
        let manifest = PathBuf::from(text(&package["manifest_path"]));
        let folder = manifest.parent().and_then(|folder| folder.strip_prefix(root()).ok());
        Package {
            name: text(&package["name"]),
            folder: folder.expect("the workspace is one folder").to_string_lossy().replace('\\', "/"),
            needs: package["dependencies"].as_array().into_iter().flatten().map(need).collect(),
        }
    });
    packages.collect()
}

/// What `package` needs of the workspace's other packages.
fn ours<'p>(package: &'p Package, workspace: &'p [Package]) -> Vec<&'p Need> {
    let is_ours =
        |need: &&Need| need.name != package.name && workspace.iter().any(|package| package.name == need.name);
    package.needs.iter().filter(is_ours).collect()
}

/// Files with this extension that belong to the project, by their path from the root.
fn files(extension: &str) -> Vec<String> {
    fn collect(folder: &Path, extension: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a folder of the project").flatten() {
            let path = entry.path();
            if path.is_dir() {
                collect(&path, extension, found);
            } else if path.extension().is_some_and(|found| found == extension) {
                let path = path.strip_prefix(root()).expect("below the root");
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    let mut found = Vec::new();
    for folder in ["crates", "plugins", "samples", "tests"] {
        collect(&root().join(folder), extension, &mut found);
    }
    // A crate among the samples may have been built where it stands.
    found.retain(|path| !path.split('/').any(|part| part == "target"));
    found.sort();
    assert!(!found.is_empty() || extension != "rs", "no source files found");
    found
}

#[test]
fn arrows_point_as_drawn() {
    let workspace = workspace();
    for package in &workspace {
        let allowed: &[&str] = match package.folder.as_str() {
            "crates/core" | "crates/plugin-abi" => &[],
            "crates/plugin-sdk" => &["plenary-core", "plenary-plugin-abi"],
            // The host's side of a call lives in the SDK, so that a plugin's own tests go the host's way.
            "crates/host" => &["plenary-core", "plenary-plugin-abi", "plenary-plugin-sdk"],
            folder if folder.starts_with("plugins/") => &["plenary-plugin-sdk"],
            "" => continue, // the binary ties everything together
            folder => panic!("{folder} is a new part of the house: say here what it may need"),
        };
        for need in ours(package, &workspace) {
            assert!(
                allowed.contains(&need.name.as_str()),
                "{} needs {} ({}), but of our crates it may need only {allowed:?}",
                package.name,
                need.name,
                need.kind.as_deref().unwrap_or("normal")
            );
        }
    }
}

#[test]
fn plugin_abi_needs_nothing() {
    let workspace = workspace();
    let abi = workspace.iter().find(|package| package.folder == "crates/plugin-abi").expect("plugin-abi");
    let needs: Vec<_> = abi.needs.iter().filter(|need| need.kind.is_none()).map(|need| &need.name).collect();
    assert!(needs.is_empty(), "the contract stands alone, but needs {needs:?}");
}

#[test]
fn plugins_are_built_without_the_readers() {
    let workspace = workspace();
    let sdk = workspace.iter().find(|package| package.folder == "crates/plugin-sdk").expect("plugin-sdk");
    let core = sdk.needs.iter().filter(|need| need.name == "plenary-core" && need.kind.is_none());
    let core: Vec<_> = core.collect();
    assert!(!core.is_empty(), "the SDK hands the model on");
    for core in core {
        assert!(!core.default_features && !core.features.iter().any(|feature| feature == "read"));
    }
}

#[test]
fn nom_stays_in_core() {
    for package in workspace() {
        let needs_nom = package.needs.iter().any(|need| need.name == "nom");
        assert_eq!(needs_nom, package.folder == "crates/core", "{}", package.name);
    }
    for path in files("rs").iter().filter(|path| !path.starts_with("crates/core/src/read/")) {
        let named = path != "tests/architecture.rs" && read(path).contains("nom::");
        assert!(!named, "{path} names nom, whose types stay in the readers");
    }
}

/// What core and a plugin have to say are findings: they come back to whoever called.
#[test]
fn only_the_program_and_the_host_log() {
    for package in workspace() {
        let logs = package.needs.iter().any(|need| need.name.starts_with("tracing"));
        assert_eq!(logs, ["", "crates/host"].contains(&package.folder.as_str()), "{}", package.name);
    }
}

#[test]
fn every_crate_keeps_the_lints() {
    let manifest = read("Cargo.toml");
    for lint in ["missing_docs = \"deny\"", "unsafe_code = \"deny\""] {
        assert!(manifest.contains(lint), "the workspace's lints hold {lint}");
    }
    for package in workspace() {
        let manifest = read(Path::new(&package.folder).join("Cargo.toml"));
        assert!(manifest.contains("[lints]\nworkspace = true"), "{} has lints of its own", package.name);
    }
}

/// The compiler denies `unsafe` where nobody allows it (see above): so it is enough that nobody else does.
#[test]
fn unsafe_stays_at_the_c_contract() {
    let may = |path: &str| MAY_BE_UNSAFE.iter().any(|folder| path.starts_with(folder));
    for path in files("rs").iter().filter(|path| !may(path) && *path != "tests/architecture.rs") {
        // A crate of its own, outside the workspace, denies it by itself.
        let text = read(path).replace("#![deny(unsafe_code)]", "");
        assert!(!text.contains("unsafe_code)"), "{path} allows unsafe code");
    }
}

#[test]
fn core_and_plugins_touch_nothing_outside() {
    // The fonts of the system, and those that somebody names: told among the departures in crates/README.md.
    let fonts = "plugins/pdf/src/fonts/system.rs";
    let outside = ["std::fs", "std::env", "std::net", "std::process", "SystemTime", "Instant::now"];
    let pure = |path: &&String| path.starts_with("crates/core/src/") || path.starts_with("plugins/");
    for path in files("rs").iter().filter(pure).filter(|path| path.contains("/src/")) {
        let text = read(path);
        let found: Vec<_> = outside.iter().filter(|name| text.contains(**name)).collect();
        if path == fonts {
            assert_eq!(found, [&"std::fs"], "{path} needs its exception for files alone");
            continue;
        }
        assert!(found.is_empty(), "{path} names {found:?}: what it needs comes in as a value");
        let reads_fonts = text.contains("fontdb::");
        assert!(!reads_fonts, "{path} looks for fonts, which is for {fonts} alone");
    }
}

#[test]
fn files_have_one_subject() {
    for path in files("rs").iter().chain(&files("h")).chain(&files("c")).chain(&files("py")) {
        let lines = read(path).lines().count();
        let reason = LONG_FILES.iter().find(|(listed, _)| listed == path);
        match reason {
            None => assert!(
                lines <= LONGEST,
                "{path} has {lines} lines: two subjects, or a reason in LONG_FILES?"
            ),
            Some(_) => assert!(lines > LONGEST, "{path} has only {lines} lines: take it out of LONG_FILES"),
        }
    }
    for (path, reason) in LONG_FILES {
        assert!(root().join(path).is_file() && !reason.is_empty(), "{path} is listed, but not there");
    }
}

/// Every row of the table of invariants in `crates/README.md` ends with the tests that keep it, as
/// `path/of/file.rs::name`; the name is a test function, or a trial of the conformance layer.
#[test]
fn invariants_name_tests_that_exist() {
    let page = read("crates/README.md");
    let section = page.split("\n## Invariants").nth(1).expect("the page has a section `Invariants`");
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows: Vec<_> = section.lines().filter(|line| line.starts_with('|')).skip(2).collect();
    assert!(rows.len() >= 5, "the table of invariants has {} rows", rows.len());
    for row in rows {
        let tests: BTreeSet<_> =
            row.split('`').skip(1).step_by(2).filter(|code| code.contains(".rs::")).collect();
        assert!(!tests.is_empty(), "no test keeps this invariant:\n{row}");
        for test in tests {
            let (file, name) = test.split_once("::").expect("path::name");
            let name = name.rsplit("::").next().unwrap_or(name);
            let source = read(file);
            let exists = source.contains(&format!("fn {name}(")) || source.contains(&format!("\"{name}\""));
            assert!(exists, "`{test}` keeps an invariant, but {file} has no such test");
        }
    }
}
