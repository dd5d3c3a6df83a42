//! README.md is true: its commands are run as they stand there, and what it shows them printing is what they print.
//!
//! Every line that starts with `$ ` in a block marked `console` is run by the shell, one block after the other: first in
//! a folder that holds the samples, then where the commands before it have gone with `cd`. The lines below it, up to the
//! next command or the end of the block, are what it has to print (`...` stands for any number of lines); where none are
//! shown, anything goes. It has to end with the exit code named in a comment at the end of the command (`# exit code 2`),
//! else with 0.
//!
//! What is other than on a reader's machine: `cargo run --release --` is the binary that the tests were built with, and so
//! is the `plenary` on the path; cargo uses no network and builds what it needs once for all tests; plugins are installed
//! below that folder. Blocks marked `sh` are not run: they hold the test command itself, and what installs.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::shell::shell;
use support::tools::needs;

/// One command of the README.
struct Step {
    line: usize,
    /// The line its block begins at.
    block: usize,
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
    let (mut inside, mut block) = (false, 0);
    for (number, line) in readme.lines().enumerate() {
        if line.starts_with("```") {
            (inside, block) = (line == "```console", number);
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            let (command, comment) = command.split_once("  # ").unwrap_or((command, ""));
            let exit =
                comment.split_once("exit code ").map_or(0, |(_, code)| code.parse().expect("a number"));
            steps.push(Step {
                line: number + 1,
                block,
                command: command.to_owned(),
                exit,
                shown: Vec::new(),
            });
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
    // The same at every run, so that what cargo builds there takes the place of what it built before.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let _ = fs::remove_dir_all(&folder);
    for dialect in fs::read_dir(root().join("samples")).expect("samples").flatten() {
        let Ok(files) = fs::read_dir(dialect.path()) else { continue };
        let copies = folder.join("samples").join(dialect.file_name());
        fs::create_dir_all(&copies).expect("a folder");
        for file in files.flatten().filter(|file| file.path().is_file()) {
            fs::copy(file.path(), copies.join(file.file_name())).expect("a copy");
        }
    }
    let steps = steps(&readme());
    assert!(steps.len() >= 4, "the README shows {} commands", steps.len());
    let went_to = folder.join("went-to");
    let mut here = folder.clone();
    let needs_make =
        |block: usize| steps.iter().any(|step| step.block == block && step.command.starts_with("make"));
    let has_make = needs("make");
    for step in &steps {
        let Step { line, block, command, .. } = step;
        if !has_make && needs_make(*block) {
            continue;
        }
        let ours = command.replace("cargo run --release --", "plenary");
        assert!(!ours.contains("cargo run"), "README.md:{line}: `{command}` runs another program");
        let line_and_place = format!("{ours}\nended=$?\npwd >\"$WENT_TO\"\nexit $ended");
        let mut shell = shell(&line_and_place, &here, &folder.join("data"));
        let output = shell.env("WENT_TO", &went_to).output().expect("a shell");
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8_lossy(&printed);
        assert_eq!(output.status.code(), Some(step.exit), "README.md:{line}: `{command}`\n{printed}");
        let fits = step.shown.is_empty() || fits(&step.shown, &printed.lines().collect::<Vec<_>>());
        assert!(fits, "README.md:{line}: `{command}` prints\n{printed}\nand not\n{}", step.shown.join("\n"));
        here = fs::read_to_string(&went_to).expect("where it went to").trim_end().into();
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
