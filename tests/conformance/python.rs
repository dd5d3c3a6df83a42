//! The validators from PyPI, in a virtual environment of their own.

use std::fmt::Display;
use std::fs;
use std::io::{BufRead as _, BufReader, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Mutex, OnceLock};

use serde_json::{Value, json};

use crate::documents::work_folder;
use crate::problem::{Problem, judge};
use crate::support::{root, tools};

const REQUIREMENTS: &str = include_str!("requirements.txt");

/// A process that answers questions, one after another.
struct Answerer {
    process: Child,
    answers: BufReader<ChildStdout>,
}

impl Answerer {
    fn start() -> Result<Self, Problem> {
        let script = root().join("tests/conformance/python/answer.py");
        let mut command = Command::new(python()?);
        command.args(["-I", "-B"]).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().map_err(|error| failed("python", &error))?;
        let answers = process.stdout.take().ok_or_else(|| failed("python", &"no output"))?;
        Ok(Self { process, answers: BufReader::new(answers) })
    }

    fn ask(&mut self, question: &Value) -> std::io::Result<Value> {
        let questions = self.process.stdin.as_mut().ok_or(ErrorKind::BrokenPipe)?;
        writeln!(questions, "{question}")?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        Ok(serde_json::from_str(&answer)?)
    }
}

/// Asks one of the scripts beside this file, which all have a function `answer`.
///
/// Processes are kept for the next question, one for each thread that asks; they end with the tests.
///
/// # Errors
/// [`Problem::NotRun`] where there is no Python or no package to be had; [`Problem::Failed`] where the script fails.
pub(crate) fn ask(script: &str, arguments: &Value) -> Result<Value, Problem> {
    static IDLE: Mutex<Vec<Answerer>> = Mutex::new(Vec::new());
    let idle = IDLE.lock().unwrap().pop();
    let mut answerer = idle.map_or_else(Answerer::start, Ok)?;
    let question = json!({ "script": script, "arguments": arguments });
    let mut answer = answerer.ask(&question).map_err(|error| failed(script, &error))?;
    IDLE.lock().unwrap().push(answerer);
    match answer["error"].as_str() {
        Some(error) => Err(failed(script, &error)),
        None => Ok(answer["answer"].take()),
    }
}

fn failed(what: &str, why: &impl Display) -> Problem {
    Problem::Failed(format!("{what}: {why}"))
}

/// A file inside one of the installed packages.
///
/// # Errors
/// As [`ask`].
pub(crate) fn package_file(package: &str, path: &str) -> Result<PathBuf, Problem> {
    let python = python()?;
    // Not imported: it may need what is not there.
    let code = format!(
        "from importlib.util import find_spec; print(find_spec('{package}').submodule_search_locations[0])"
    );
    let output = judge(Command::new(python).args(["-I", "-c", &code]))?;
    Ok(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()).join(path))
}

/// The interpreter of the environment, which is made on the first call.
fn python() -> Result<&'static Path, Problem> {
    static PYTHON: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let python = PYTHON.get_or_init(|| environment(&work_folder().join("python")));
    python.as_deref().map_err(|why| Problem::NotRun(format!("the lack of the validators from PyPI ({why})")))
}

/// Makes the environment in `folder`, unless it is there with these very requirements.
fn environment(folder: &Path) -> Result<PathBuf, String> {
    let python = folder.join("bin/python");
    let done = folder.join("requirements.txt");
    if fs::read_to_string(&done).is_ok_and(|found| found == REQUIREMENTS) {
        return Ok(python);
    }
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
    }
    if !tools::is_there("python3") {
        tools::install(&["python3", "python3-venv"])?;
    }
    let requirements = root().join("tests/conformance/requirements.txt");
    let make = || run(Command::new("python3").args(["-m", "venv"]).arg(folder));
    // Debian parts the module that fills a new environment from Python itself.
    make().or_else(|why| tools::install(&["python3-venv"]).map_err(|_| why).and_then(|()| make()))?;
    eprintln!("installing the validators from PyPI into {}", folder.display());
    let quiet =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--retries", "2"];
    // The list is of all there is to be.
    run(Command::new(&python).args(quiet).arg("--no-deps").arg("-r").arg(requirements))?;
    // Only a whole environment carries the list.
    fs::write(done, REQUIREMENTS).map_err(|error| error.to_string())?;
    Ok(python)
}

fn run(command: &mut Command) -> Result<(), String> {
    match judge(command) {
        Ok(_) => Ok(()),
        Err(Problem::Failed(why) | Problem::NotRun(why)) => {
            Err(why.lines().last().unwrap_or_default().to_owned())
        }
    }
}
