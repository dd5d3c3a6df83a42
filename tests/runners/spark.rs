//! Spark, on executors of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::support::{root, samples, tools};

const REQUIREMENTS: &str = include_str!("requirements.txt");

/// `python` of an environment with pyspark, which is made where it is not there.
fn python() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("runners/python");
    let (python, done) = (folder.join("bin/python"), folder.join("requirements.txt"));
    if fs::read_to_string(&done).is_ok_and(|found| found == REQUIREMENTS) {
        return Ok(python);
    }
    tools::tool("python3")?;
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-deps"];
    eprintln!("installing Spark from PyPI into {}", folder.display());
    run(Command::new(&python).args(quiet).arg("-r").arg(root().join("tests/runners/requirements.txt")))?;
    // Only a whole environment carries the list.
    fs::write(done, REQUIREMENTS).map_err(|error| error.to_string())?;
    Ok(python)
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() { Ok(()) } else { Err(said) }
}

#[test]
#[ignore = "Spark is 300 MB from PyPI: cargo test --test runners -- --ignored"]
fn spark_pipes_records_and_sees_a_program_that_dies() {
    let ready = python().and_then(|python| tools::tool("java").map(|_| python));
    // Nobody asks for this one by accident: that it could not run is no success.
    let python = ready.unwrap_or_else(|why| panic!("not run: {why}"));
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    let [records, answers] = ["records", "answers"].map(|name| folder.path().join(name));
    let mut lines: Vec<_> =
        samples().iter().map(|page| json!({ "id": page.name, "path": page.path }).to_string()).collect();
    // One bad record costs itself, not the job.
    lines.insert(3, "{\"id\": \"bad\", \"text\": 7}".to_owned());
    fs::write(&records, lines.join("\n")).expect("written");
    let spark = |arguments: &[&str]| {
        let mut command = Command::new(&python);
        command.arg(root().join("tests/runners/spark.py")).args([&records, &answers]);
        command.arg(env!("CARGO_BIN_EXE_plenary")).args(arguments);
        run(command.env("PYSPARK_PYTHON", &python).env("SPARK_LOCAL_IP", "127.0.0.1"))
    };
    spark(&["stream", "-t", "markdown,pdf"]).expect("Spark does its job");
    let answers: Vec<Value> = fs::read_to_string(&answers)
        .expect("answers")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(answers.len(), lines.len());
    for (line, answer) in lines.iter().zip(&answers) {
        let record: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(record["id"], answer["id"], "the order is another");
        let is_bad = record["id"] == "bad";
        assert_eq!(answer["error"]["code"] == "stream::record", is_bad, "{answer}");
        assert_eq!(answer["encoding"]["pdf"] == "base64", !is_bad, "{}", answer["error"]);
    }
    let why = spark(&["stream", "--strict", "-t", "markdown"]).expect_err("a record failed");
    assert!(why.contains("Pipe function") && why.contains("exited with error code 1"), "{why}");
}
