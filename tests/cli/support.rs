//! A folder to work in, and the binary run there.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A page with everything a page has, in few words.
pub const PAGE: &str = "\
Harbour lights | Coast Forum 2025 WS #7
3 Mar 2025 10:00h - 10:45h
Table of contents
Disclaimer: This is not an official record of the session.
Knowledge Graph of Debate
Session report
Full session report
Ports agree on shared lights
The session opened with a call for shared signals. Two ports described what they had tried.
Session transcript
Moderator:
Welcome, everybody. Let us begin with the northern ports.
Ada Brandt:
Thank you. We have kept the lights on through the winter, and the fishers have told us that it helped.
Moderator:
Thank you, Ada.
Speakers
AB
Ada Brandt
Speech speed
120 words per minute
Speech length
20 words
Speech time
10 secs
Arguments
Shared lights make harbours safer
Supporting facts:
- The lights were kept on through the winter.
Topics: Safety, Harbours
Report
Ada Brandt spoke for the northern ports.
";

/// The page with a date that no calendar has, for which reading it raises a warning.
pub fn odd_page() -> String {
    PAGE.replace("3 Mar 2025", "31 Feb 2025")
}

/// A temporary folder, and the binary under test in it.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap())
    }

    /// With one page, `page.txt`.
    pub fn with_page() -> Self {
        Self::new().file("page.txt", PAGE)
    }

    /// Puts a file there, and the folders it stands in.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The files below it by name, folders with a slash.
    pub fn listing(&self) -> Vec<String> {
        fn visit(folder: &Path, prefix: &str, names: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let name = format!("{prefix}{}", entry.file_name().display());
                if entry.path().is_dir() {
                    names.push(format!("{name}/"));
                    visit(&entry.path(), &format!("{name}/"), names);
                } else {
                    names.push(name);
                }
            }
        }
        let mut names = Vec::new();
        visit(self.0.path(), "", &mut names);
        names.sort();
        names
    }

    /// The binary, to be run here, deaf to the settings of whoever runs the tests.
    pub fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        command.current_dir(self.0.path()).args(arguments.split_whitespace());
        command.env_clear().env("HOME", self.path("home")).env("PATH", "/usr/bin:/bin");
        command
    }

    /// Runs the binary with these arguments.
    ///
    /// Where it writes the path of this folder, `$FOLDER` stands in the result.
    pub fn plenary(&self, arguments: &str) -> Run {
        let Run { code, stdout, stderr } = Run::of(&mut self.command(arguments));
        let folder = self.0.path().canonicalize().unwrap().display().to_string();
        Run { code, stdout: stdout.replace(&folder, "$FOLDER"), stderr: stderr.replace(&folder, "$FOLDER") }
    }

    /// Runs the binary with these arguments and this standard input.
    pub fn plenary_fed(&self, arguments: &str, input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Run::from(child.wait_with_output().unwrap())
    }
}

/// How a run ended, and what it wrote.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    pub fn of(command: &mut Command) -> Self {
        Self::from(command.stdin(Stdio::null()).output().unwrap())
    }

    /// Takes it for granted that all went well, in silence.
    #[track_caller]
    pub fn well(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""));
        self.stdout
    }

    /// All of it as one text, for a golden.
    pub fn shown(&self) -> String {
        let mut text = format!("exit {}\n", self.code);
        for (name, stream) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !stream.is_empty() {
                let _ = write!(text, "--- {name}\n{stream}");
            }
        }
        text
    }
}

impl From<std::process::Output> for Run {
    fn from(output: std::process::Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// Compares a run with a golden: exit code, standard output, standard error.
#[macro_export]
macro_rules! golden {
    ($run:expr, $expected:expr) => {
        snapbox::assert_data_eq!($run.shown(), $expected)
    };
}
