//! The binary fed with records, and its answers.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;

use serde_json::{Value, json};
use tempfile::TempDir;

/// A page, in few words.
pub(crate) const PAGE: &str = "1\n00:00:01,000 --> 00:00:02,000\nAda: Good morning, and welcome to the harbour.\n\n\
    2\n00:00:03,000 --> 00:00:04,000\nBert: Thank you, it is good to be here.\n";

/// A page with a warning: a date that no calendar has.
pub(crate) const ODD: &str = "Harbour lights | Coast Forum 2025 WS #7\n31 Feb 2025 10:00h - 10:45h\nSession report\n\
    Full session report\nPorts agree\nThe session opened.\nSession transcript\nModerator:\nWelcome, everybody.\n";

/// A record with this page.
pub(crate) fn record(id: &Value, text: &str) -> String {
    json!({ "id": id, "text": text }).to_string()
}

/// How a run ended.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    /// The lines of standard output, as they are.
    pub(crate) lines: Vec<String>,
    pub(crate) stderr: String,
}

impl Run {
    /// The answers, of which each is a line of JSON.
    pub(crate) fn answers(&self) -> Vec<Value> {
        let answer =
            |line: &String| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.lines.iter().map(answer).collect()
    }

    /// The one answer.
    #[track_caller]
    pub(crate) fn answer(&self) -> Value {
        let mut answers = self.answers();
        assert_eq!(answers.len(), 1, "{answers:?}");
        answers.remove(0)
    }
}

/// The binary with these arguments behind `stream`, in this folder.
pub(crate) fn stream(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.arg("stream").args(arguments).current_dir(folder);
    command.env_clear().env("HOME", folder).env("PATH", "/usr/bin:/bin");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Feeds it these bytes, and waits for its end.
pub(crate) fn fed(folder: &Path, arguments: &[&str], input: impl AsRef<[u8]> + Send) -> Run {
    let mut child = stream(folder, arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let output = thread::scope(|scope| {
        // While its answers are read: either could be more than fits into a pipe. It may end before it has read all.
        scope.spawn(move || drop(stdin.write_all(input.as_ref())));
        child.wait_with_output().unwrap()
    });
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(stdout.is_empty() || stdout.ends_with('\n'), "the last answer has no line end");
    Run {
        code: output.status.code(),
        lines: stdout.split_terminator('\n').map(str::to_owned).collect(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// To Markdown, in a folder with nothing in it.
pub(crate) fn to_markdown(input: impl AsRef<[u8]> + Send) -> Run {
    fed(folder().path(), &["-t", "markdown"], input)
}

/// A folder of its own.
pub(crate) fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

/// What `plenary convert` makes of a page.
pub(crate) fn converted(page: &[u8], format: &str) -> Vec<u8> {
    let folder = folder();
    let page_file = folder.path().join("page.txt");
    fs::write(&page_file, page).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.env_clear().env("HOME", folder.path()).arg("convert").arg(page_file);
    let output = command.args(["-t", format, "-o", "-"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The samples of a dialect.
pub(crate) fn samples(dialect: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(dialect);
    let mut pages: Vec<_> = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "txt" || extension == "vtt"));
    pages.sort();
    pages
}

/// A run that goes on while it is talked with. It is killed where the test ends before it does.
pub(crate) struct Talk {
    pub(crate) child: Child,
    pub(crate) stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
}

impl Talk {
    pub(crate) fn new(folder: &Path, arguments: &[&str]) -> Self {
        let mut child = stream(folder, arguments).stderr(Stdio::null()).spawn().unwrap();
        let stdin = child.stdin.take();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        Self { child, stdin, stdout }
    }

    pub(crate) fn say(&mut self, text: &str) {
        let stdin = self.stdin.as_mut().unwrap();
        stdin.write_all(text.as_bytes()).and_then(|()| stdin.flush()).unwrap();
    }

    /// The next answer. Where none comes, neither does the end of the test.
    pub(crate) fn hear(&mut self) -> Value {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
