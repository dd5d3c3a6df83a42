//! What the tests of the whole program share: the binary, the samples, and what a document has to hold of them.
#![allow(dead_code, unreachable_pub, reason = "each test target uses a part of it")]

pub mod expected;
pub mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use plenary_core::Session;

/// The checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The binary under test, deaf to the settings of whoever runs the tests.
pub fn plenary() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.env_remove("PLENARY_PLUGIN_PATH").env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1");
    command
}

/// Runs it to the end.
pub fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// Runs it, and gives what it printed; anything but exit code 0 is a failure.
pub fn run_well(command: &mut Command) -> Result<Vec<u8>, String> {
    let output = run(command);
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(format!("{command:?} ended with {}:\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
}

/// One session page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// `dig-watch/tidewater-forum`, from the folder of samples; `corpus/…` for a real page.
    pub name: String,
    pub path: PathBuf,
}

impl Page {
    /// Its file's name without the extension.
    pub fn stem(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }

    /// Its text, without what an editor may have put before the first letter.
    pub fn text(&self) -> String {
        fs::read_to_string(&self.path).unwrap_or_else(|error| panic!("{}: {error}", self.path.display()))
    }
}

/// Every sample: the texts in the folders of `samples/`, a folder a dialect.
pub fn samples() -> Vec<Page> {
    let folders = entries(&root().join("samples")).into_iter().filter(|path| path.is_dir());
    let pages: Vec<_> = folders.flat_map(|folder| pages(&folder, &file_name(&folder))).collect();
    assert!(!pages.is_empty(), "no samples found");
    pages
}

/// The one sample `name`, such as `dig-watch/tidewater-forum`.
pub fn sample(name: &str) -> Page {
    let page = samples().into_iter().find(|page| page.name == name);
    page.unwrap_or_else(|| panic!("no sample {name}"))
}

/// The pages `*.txt` of a folder, by name, with names that start with `group`.
pub fn pages(folder: &Path, group: &str) -> Vec<Page> {
    let texts = entries(folder).into_iter().filter(|path| path.extension().is_some_and(|ext| ext == "txt"));
    texts.map(|path| Page { name: format!("{group}/{}", stem(&path)), path }).collect()
}

/// The session the binary reads out of a page, and the JSON it wrote it as.
pub fn session(page: &Page) -> Result<(Session<'static>, String), String> {
    let json = run_well(plenary().arg("convert").arg(&page.path).args(["-t", "json", "-o", "-"]))?;
    let json = String::from_utf8(json).map_err(|error| error.to_string())?;
    let session = plenary_core::json::from_str(&json).map_err(|error| format!("{}: {error}", page.name))?;
    Ok((session, json))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
