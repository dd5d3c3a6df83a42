//! Records and answers of `plenary stream`, against their published schema.

use std::fs;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::documents::{empty, work_folder};
use crate::problem::{Problem, ensure};
use crate::python;
use crate::support::{plenary, root, samples};

/// What plenary takes for records and what it answers fits; what it takes for none does not.
pub(crate) fn fits_its_schema() -> Result<(), Problem> {
    let good: Vec<_> = samples()
        .iter()
        .flat_map(|page| {
            let text = fs::read_to_string(&page.path).unwrap_or_default();
            [
                json!({ "id": page.name, "path": page.path }),
                json!({ "text": text, "path": null, "name": page.name }),
            ]
        })
        .chain([
            json!({ "id": [], "text": "Ada: a.", "from": "transcript" }),
            json!({ "id": 1, "session": {} }),
        ])
        .collect();
    let bad = [
        json!([]),
        json!({ "id": 1 }),
        json!({ "id": 1, "text": null }),
        json!({ "id": 1, "text": 2 }),
        json!({ "id": 1, "path": {} }),
        json!({ "id": 1, "session": "a" }),
        json!({ "id": 1, "text": "a", "path": "b" }),
        json!({ "id": 1, "text": "a", "name": 2 }),
        json!({ "id": 1, "text": "a", "from": "no dialect" }),
        json!({ "id": 1, "session": {}, "from": "json" }),
        json!({ "id": 1, "text": "a", "what": "b" }),
    ];
    let answers = answers(good.iter().chain(&bad))?;
    ensure(answers.len() == good.len() + bad.len(), || format!("{} answers", answers.len()))?;
    let is_told = |answer: &Value| answer["error"]["code"] == "stream::record";
    let (of_good, of_bad) = answers.split_at(good.len());
    ensure(of_bad.iter().all(is_told) && !of_good.iter().any(is_told), || format!("{of_bad:#?}"))?;
    // Both kinds are among what is judged.
    ensure(of_good.iter().any(|answer| answer["encoding"]["pdf"] == "base64"), || "no PDF".to_owned())?;
    let errors = errors("record", &good)?;
    ensure(errors.is_empty(), || errors.join("\n"))?;
    let errors = self::errors("answer", &answers)?;
    ensure(errors.is_empty(), || errors.join("\n"))?;
    for record in bad {
        let errors = self::errors("record", std::slice::from_ref(&record))?;
        ensure(!errors.is_empty(), || format!("the schema lets pass {record}"))?;
    }
    Ok(())
}

/// Answers that plenary never gives are refused.
pub(crate) fn control() -> Result<(), Problem> {
    let finding = json!({ "severity": "error", "code": "a::b", "message": "", "help": null, "file": null,
        "line": 1, "column": 0, "span": null });
    for answer in [
        json!({ "id": 1, "diagnostics": [] }),
        json!({ "documents": {}, "diagnostics": [] }),
        json!({ "id": 1, "documents": { "pdf": [] }, "diagnostics": [] }),
        json!({ "id": 1, "error": finding, "diagnostics": [] }),
    ] {
        let errors = errors("answer", std::slice::from_ref(&answer))?;
        ensure(!errors.is_empty(), || format!("the schema lets pass {answer}"))?;
    }
    Ok(())
}

fn answers<'r>(records: impl Iterator<Item = &'r Value>) -> Result<Vec<Value>, Problem> {
    let input: String = records.map(|record| format!("{record}\n")).collect();
    let file = empty(&work_folder().join("stream")).map(|()| work_folder().join("stream").join("records"));
    let file = file.and_then(|file| fs::write(&file, input).and_then(|()| fs::File::open(file)));
    let stdin = Stdio::from(file.map_err(|error| error.to_string())?);
    let output = plenary().args(["stream", "-t", "markdown,pdf"]).stdin(stdin).output();
    let output = output.map_err(|error| error.to_string())?;
    ensure(output.status.success(), || String::from_utf8_lossy(&output.stderr).into_owned())?;
    let lines = output.stdout.split_inclusive(|&byte| byte == b'\n');
    lines
        .map(|line| serde_json::from_slice(line).map_err(|error| Problem::Failed(error.to_string())))
        .collect()
}

/// What jsonschema finds in lines that are each to be of this kind.
fn errors(kind: &str, lines: &[Value]) -> Result<Vec<String>, Problem> {
    let schema = fs::read_to_string(root().join("crates/core/stream.schema.json"));
    let schema: Value = serde_json::from_str(&schema.map_err(|error| error.to_string())?)
        .map_err(|error| error.to_string())?;
    let of_lines = json!({ "$schema": schema["$schema"], "$defs": schema["$defs"], "type": "array",
        "items": { "$ref": format!("#/$defs/{kind}") } });
    // A folder of its own: several are judged at once.
    let folder = tempfile::tempdir_in(work_folder()).map_err(|error| error.to_string())?;
    let [schema_file, file] = ["schema.json", "lines.json"].map(|name| folder.path().join(name));
    fs::write(&schema_file, of_lines.to_string())
        .and_then(|()| fs::write(&file, Value::from(lines).to_string()))
        .map_err(|error| error.to_string())?;
    let errors = python::ask("json_schema", &json!([schema_file, file]))?;
    serde_json::from_value(errors).map_err(|error| Problem::Failed(error.to_string()))
}
