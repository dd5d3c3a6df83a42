//! The validators that are programs: found on the path, or installed from Debian where the tests run as root.

use std::process::Command;
use std::sync::OnceLock;

use crate::problem::Problem;

/// Packages of Debian, each with the programs we want of it.
const PACKAGES: &[(&str, &[&str])] = &[
    ("libxml2-utils", &["xmllint"]),
    ("qpdf", &["qpdf"]),
    ("poppler-utils", &["pdftotext", "pdffonts", "pdfinfo"]),
];

/// A validator, ready for its arguments.
///
/// # Errors
/// [`Problem::NotRun`] where it is neither there nor to be had.
pub(crate) fn tool(name: &str) -> Result<Command, Problem> {
    static INSTALLED: OnceLock<Result<(), String>> = OnceLock::new();
    let installed = INSTALLED.get_or_init(|| {
        let lacking = |(_, programs): &&(&str, &[&str])| programs.iter().any(|program| !is_there(program));
        install(&PACKAGES.iter().filter(lacking).map(|(package, _)| *package).collect::<Vec<_>>())
    });
    match installed {
        _ if is_there(name) => Ok(Command::new(name)),
        Ok(()) => Err(Problem::NotRun(format!("the lack of {name}"))),
        Err(why) => Err(Problem::NotRun(format!("the lack of {name} ({why})"))),
    }
}

/// Whether a program of this name is on the path.
pub(crate) fn is_there(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// Installs packages of Debian.
///
/// # Errors
/// Why they cannot be had.
pub(crate) fn install(packages: &[&str]) -> Result<(), String> {
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
