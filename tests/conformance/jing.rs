//! jing, which judges by RELAX NG. It takes longer to start than to read all pages.

use std::path::{Path, PathBuf};

use crate::problem::{Problem, ensure, tool};

/// What jing finds wrong with files, a line each.
pub(crate) fn found_by_jing(schema: &Path, files: &[PathBuf]) -> Result<Vec<String>, Problem> {
    let output = tool("jing")?.arg(schema).args(files).output();
    let output = output.map_err(|error| Problem::Failed(format!("jing: {error}")))?;
    // What might have stood there instead goes on for ever.
    let wrong = |line: &str| line.split("; expected").next().unwrap_or(line).to_owned();
    let found: Vec<_> = String::from_utf8_lossy(&output.stdout).lines().map(wrong).collect();
    ensure(output.status.success() != found.iter().any(|line| line.contains("error")), || {
        format!("jing ended with {}:\n{}", output.status, String::from_utf8_lossy(&output.stderr))
    })?;
    Ok(found)
}
