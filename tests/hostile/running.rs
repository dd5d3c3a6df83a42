//! Runs the binary, within bounds, whatever the plugin does to it.

use std::fmt;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::cases::Case;
use crate::support::sample;

/// Where the plugin runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// In the process of plenary.
    InProcess,
    /// In a process of its own.
    Worker,
}

impl Way {
    /// All of them.
    pub(crate) const ALL: [Self; 2] = [Self::InProcess, Self::Worker];
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InProcess => "in the process",
            Self::Worker => "in a worker",
        })
    }
}

/// What came of a run.
pub(crate) struct Run {
    /// How it ended; `None`: it did not, and was killed.
    pub(crate) status: Option<ExitStatus>,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

/// The document that is asked for.
pub(crate) const DOCUMENT: &str = "out.txt";

/// After how long what goes on is taken to go on for good.
const ENDLESS: Duration = Duration::from_secs(1);
/// After how long a run that has to end is a failure of the test: long, for a busy machine.
const TOO_LONG: Duration = Duration::from_secs(120);
/// The memory of a run, in kibibytes: what a plugin takes without end is not to be taken from the machine.
const MEMORY: u32 = 768 << 10;

/// Converts a page with the plugin in `folder`. One that `is_endless` is given a second, and killed.
pub(crate) fn convert(folder: &Path, way: Way, case: &Case, is_endless: bool) -> Run {
    let (format, setting) = case.make.asked();
    let mut arguments = vec!["convert".to_owned()];
    arguments.push(sample("dig-watch/lantern-dialogue").path.to_string_lossy().into_owned());
    arguments.extend(["-t", format, "-o", DOCUMENT, "--plugin-dir", "."].map(str::to_owned));
    arguments.extend(setting.into_iter().flat_map(|setting| ["--set".to_owned(), setting]));
    if way == Way::Worker {
        arguments.push("--isolate".to_owned());
        arguments.extend(case.limit.map(str::to_owned));
    }
    run(folder, &arguments, if is_endless { ENDLESS } else { TOO_LONG }, is_endless)
}

/// What a listing of `folder` ends with.
pub(crate) fn list(folder: &Path, what: &[&str]) -> Option<i32> {
    let arguments: Vec<_> = what.iter().chain(&["--plugin-dir", "."]).map(|&word| word.to_owned()).collect();
    run(folder, &arguments, TOO_LONG, false).status.and_then(|status| status.code())
}

fn run(folder: &Path, arguments: &[String], limit: Duration, is_endless: bool) -> Run {
    let messages = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    let [out, err] = ["out", "err"].map(|name| messages.path().join(name));
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("ulimit -c 0; ulimit -v {MEMORY}; exec \"$@\"")).arg("sh");
    command.arg(env!("CARGO_BIN_EXE_plenary")).args(arguments);
    command.env_clear().env("HOME", folder).env("NO_COLOR", "1").current_dir(folder);
    command.stdout(File::create(&out).expect("a file")).stderr(File::create(&err).expect("a file"));
    let mut child = command.spawn().expect("plenary runs");
    let status = wait(&mut child, limit);
    let stderr = String::from_utf8(fs::read(&err).expect("messages")).expect("messages are UTF-8");
    assert!(status.is_some() || is_endless, "it hangs; it has said:\n{stderr}");
    Run { status, stdout: fs::read(&out).expect("output"), stderr }
}

/// Waits for the end, but no longer than `limit`.
fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let start = Instant::now();
    while start.elapsed() < limit {
        if let Some(status) = child.try_wait().expect("a child") {
            return Some(status);
        }
        sleep(Duration::from_millis(10));
    }
    child.kill().and_then(|()| child.wait()).expect("killed");
    None
}
