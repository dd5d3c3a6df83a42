//! README.md is true: its commands are run as they stand there, and what it shows them printing is what they print.
//!
//! Every line that starts with `$ ` in a block marked `console` is run by the shell, one block after the other, in one
//! folder that holds the samples. The lines below it, up to the next command or the end of the block, are what it has
//! to print (`...` stands for any number of lines); where none are shown, anything goes. It has to end with the exit
//! code named in a comment at the end of the command (`# exit code 2`), else with 0.
//!
//! Two things are other than on a reader's machine: `cargo run --release --` is the binary that the tests were built
//! with, and so is `plenary`. Blocks marked `sh` are not run: they hold the test command itself, and what installs.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const BINARY: &str = env!("CARGO_BIN_EXE_plenary");

/// One command of the README.
struct Step {
    line: usize,
    command: String,
    exit: i32,
    shown: Vec<String>,
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("a README")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn steps(readme: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for (number, line) in readme.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            let (command, comment) = command.split_once("  # ").unwrap_or((command, ""));
            let exit =
                comment.split_once("exit code ").map_or(0, |(_, code)| code.parse().expect("a number"));
            steps.push(Step { line: number + 1, command: command.to_owned(), exit, shown: Vec::new() });
        } else if inside {
            steps.last_mut().expect("a block starts with a command").shown.push(line.to_owned());
        }
    }
    steps
}

/// Whether `printed` is what is `shown`, where a line `...` stands for any number of lines.
fn fits(shown: &[String], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((first, rest)) if first == "..." => (0..=printed.len()).any(|skip| fits(rest, &printed[skip..])),
        Some((first, rest)) => {
            printed.split_first().is_some_and(|(line, others)| line.trim_end() == first && fits(rest, others))
        }
    }
}

#[test]
fn commands_do_what_the_readme_shows() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    for dialect in fs::read_dir(root().join("samples")).expect("samples").flatten() {
        let Ok(files) = fs::read_dir(dialect.path()) else { continue };
        let copies = folder.path().join("samples").join(dialect.file_name());
        fs::create_dir_all(&copies).expect("a folder");
        for file in files.flatten().filter(|file| file.path().is_file()) {
            fs::copy(file.path(), copies.join(file.file_name())).expect("a copy");
        }
    }
    let steps = steps(&readme());
    assert!(steps.len() >= 4, "the README shows {} commands", steps.len());
    for step in &steps {
        let Step { line, command, .. } = step;
        let ours = command.replace("cargo run --release --", "plenary");
        assert!(!ours.contains("cargo "), "README.md:{line}: `{command}` belongs in a block marked `sh`");
        let output = Command::new("sh")
            .args(["-c", &format!("plenary() {{ \"{BINARY}\" \"$@\"; }}\n{ours}")])
            .current_dir(folder.path())
            .env("NO_COLOR", "1")
            .env_remove("PLENARY_PLUGIN_PATH")
            .output()
            .expect("a shell");
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8_lossy(&printed);
        assert_eq!(output.status.code(), Some(step.exit), "README.md:{line}: `{command}`\n{printed}");
        let fits = step.shown.is_empty() || fits(&step.shown, &printed.lines().collect::<Vec<_>>());
        assert!(fits, "README.md:{line}: `{command}` prints\n{printed}\nand not\n{}", step.shown.join("\n"));
    }
}

/// The first command of the README makes the three documents of the first sample.
#[test]
fn first_command_makes_three_documents() {
    let steps = steps(&readme());
    let first = &steps.first().expect("a command").command;
    assert!(first.starts_with("cargo run --release -- convert samples/"), "{first}");
    assert!(["pdf", "akoma-ntoso", "markdown"].iter().all(|format| first.contains(format)), "{first}");
}

/// The README's plugin builds outside the workspace, on the SDK alone, and renders.
#[test]
fn plugin_of_the_readme_renders() {
    let readme = readme();
    // One target folder for all plugins that tests build, so that the SDK is built once.
    let work = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("plugins");
    let folder = work.join("turns");
    fs::create_dir_all(folder.join("src")).expect("a folder below target");
    for (language, file) in [("toml", "Cargo.toml"), ("json", "plugin.json"), ("rust", "src/lib.rs")] {
        let code = readme.split(&format!("```{language}\n")).nth(1).and_then(|rest| rest.split("```").next());
        let code = code.unwrap_or_else(|| panic!("no {language} in the README"));
        // It stands beside the clone on a reader's machine; the rest is as shown, but for a workspace of its own
        // where a reader's folder is in none.
        let code = code.replace("../plenary/", &format!("{}/", root().display()));
        let code = if language == "toml" { code + "\n[workspace]\n" } else { code };
        fs::write(folder.join(file), code).expect("a file");
    }
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the versions that are there");
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--offline", "--target-dir"]).arg(work.join("target")).current_dir(&folder);
    let built = build.output().expect("cargo");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut render = Command::new(BINARY);
    render.args(["convert", "samples/dig-watch/no-title.txt", "-t", "turns", "-o", "-"]);
    render.args(["--set", "turns.words=true", "--plugin-dir"]).arg(work.join("target/debug"));
    let output = render.current_dir(root()).output().expect("plenary");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "speech-1: Marit Havnås (23 words)\nspeech-2: Idris Calloway (8 words)\nspeech-3: Marit Havnås (13 words)\n"
    );
}

/// The test command of the README is the one that CI runs.
#[test]
fn test_command_is_the_one_of_ci() {
    let readme = readme();
    let command = readme.lines().find(|line| line.starts_with("cargo test")).expect("a test command");
    let ci = fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    assert!(ci.lines().any(|line| line == command), ".ci/run does not run `{command}`");
}

/// Files that the README and the architecture page link to are there.
#[test]
fn links_lead_somewhere() {
    for page in ["README.md", "crates/README.md", "samples/README.md"] {
        let folder = root().join(page).parent().map(Path::to_owned).expect("a folder");
        let text = fs::read_to_string(root().join(page)).expect("a page");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            if !file.is_empty() && !file.contains("://") {
                assert!(folder.join(file).exists(), "{page} links to {file}, which is not there");
            }
        }
    }
}
