//! Programs that tests need and Rust does not bring along: found on the path, or installed from Debian where the tests run as
//! root.

#![allow(clippy::print_stderr, reason = "tests tell what they lack")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};

/// Packages of Debian, each with the programs we want of it.
const PACKAGES: &[(&str, &[&str])] = &[
    ("bsdutils", &["script"]),
    ("default-jdk-headless", &["java"]),
    ("g++", &["c++"]),
    ("jing", &["jing"]),
    ("make", &["make"]),
    ("parallel", &["parallel"]),
    ("poppler-utils", &["pdftotext", "pdffonts", "pdfinfo"]),
    ("qpdf", &["qpdf"]),
    ("strace", &["strace"]),
    ("util-linux", &["setpriv"]),
    ("valgrind", &["valgrind"]),
];

/// A program, ready for its arguments.
///
/// # Errors
/// What is lacking, where it is neither there nor to be had.
pub fn tool(name: &str) -> Result<Command, String> {
    /// What became of the packages that were tried, each once.
    static TRIED: Mutex<BTreeMap<&str, Result<(), String>>> = Mutex::new(BTreeMap::new());
    if is_there(name) {
        return Ok(Command::new(name));
    }
    let package = PACKAGES.iter().find(|(_, programs)| programs.contains(&name)).map(|(package, _)| *package);
    let Some(package) = package else { return Err(format!("the lack of {name}")) };
    let mut tried = TRIED.lock().unwrap_or_else(PoisonError::into_inner);
    match tried.entry(package).or_insert_with(|| install(&[package])) {
        Ok(()) if is_there(name) => Ok(Command::new(name)),
        Ok(()) => Err(format!("the lack of {name}")),
        Err(why) => Err(format!("the lack of {name} ({why})")),
    }
}

/// Whether a program is there, or is now. The test that asks says that it is *not run* where it is not; with `CI` set it
/// fails.
pub fn needs(name: &str) -> bool {
    let Err(lacking) = tool(name) else { return true };
    assert!(std::env::var_os("CI").is_none(), "not run: for {lacking}");
    eprintln!("not run: for {lacking}");
    false
}

/// The fonts of all scripts, in this folder; `None` where they are neither there nor to be had, which is said as
/// [`needs`] says it.
pub fn needs_fonts() -> Option<&'static Path> {
    static INSTALLED: OnceLock<Result<(), String>> = OnceLock::new();
    let folder = Path::new("/usr/share/fonts");
    let packages = ["fonts-noto-core", "fonts-noto-cjk"];
    let files = ["truetype/noto/NotoNaskhArabic-Regular.ttf", "opentype/noto/NotoSerifCJK-Regular.ttc"];
    let are_there = || files.iter().all(|file| folder.join(file).is_file());
    let installed = INSTALLED.get_or_init(|| if are_there() { Ok(()) } else { install(&packages) });
    if are_there() {
        return Some(folder);
    }
    let why = installed.as_ref().err().map(String::as_str).unwrap_or_default();
    assert!(std::env::var_os("CI").is_none(), "not run: for the lack of fonts ({why})");
    eprintln!("not run: for the lack of fonts ({why})");
    None
}

/// Whether a program of this name is on the path.
pub fn is_there(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// Installs packages of Debian.
///
/// # Errors
/// Why they cannot be had.
pub fn install(packages: &[&str]) -> Result<(), String> {
    if packages.is_empty() {
        return Ok(());
    }
    let user = Command::new("id").arg("-u").output().map(|output| output.stdout).unwrap_or_default();
    if user.trim_ascii() != b"0" || !is_there("apt-get") {
        return Err(format!("to install it: apt-get install {}", packages.join(" ")));
    }
    let apt = |args: &[&str]| {
        let quick = ["-q", "-o", "Acquire::Retries=2", "-o", "DPkg::Lock::Timeout=300"];
        let mut command = Command::new("apt-get");
        let output = command.args(quick).args(args).env("DEBIAN_FRONTEND", "noninteractive").output();
        match output {
            Ok(output) if output.status.success() => Ok(()),
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                Err(format!("apt-get: {}", said.lines().last().unwrap_or("failed")))
            }
            Err(error) => Err(format!("apt-get: {error}")),
        }
    };
    eprintln!("installing {}", packages.join(", "));
    // Lists that cannot be renewed may still do.
    let renewed = apt(&["update"]);
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat()).map_err(|why| match renewed {
        Err(earlier) => format!("{why}; {earlier}"),
        Ok(()) => why,
    })
}
