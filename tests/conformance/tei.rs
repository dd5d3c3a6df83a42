//! TEI, by the schema of all of TEI and by that of Parla-CLARIN.

use std::fs;
use std::path::{Path, PathBuf};

use crate::documents::{Form, empty, rendered, rendered_with, work_folder};
use crate::jing::found_by_jing;
use crate::parla_clarin::checkout;
use crate::problem::{Problem, ensure};
use crate::python;
use crate::support::sample;
use crate::support::settings::Settings;

/// Every page is valid by the schema of TEI, which HookTest brings along.
pub(crate) fn is_valid(settings: &Settings) -> Result<(), Problem> {
    valid_by(&schema_of_tei()?, settings)
}

/// Every page is valid by the schema of Parla-CLARIN.
pub(crate) fn fits_parla_clarin(settings: &Settings) -> Result<(), Problem> {
    valid_by(&checkout()?.join("Schema/parla-clarin.rng"), settings)
}

fn valid_by(schema: &Path, settings: &Settings) -> Result<(), Problem> {
    let documents = rendered_with(Form::Tei, settings)?;
    let files: Vec<_> = documents.iter().map(|document| document.path(Form::Tei)).collect();
    let found = found_by_jing(schema, &files)?;
    ensure(found.is_empty(), || found.join("\n"))
}

fn schema_of_tei() -> Result<PathBuf, Problem> {
    python::package_file("HookTest", "resources/tei.rng")
}

/// What has to be found wrong: what is replaced, by what, and what is said of it.
const WRONG: [(&str, &str, &str); 4] = [
    ("<u ", "<titleStmt/><u ", "\"titleStmt\" not allowed"),
    ("\"speech-2\"", "\"speech-1\"", "\"speech-1\" has already been defined"),
    ("quantity=\"", "quantity=\"some ", "\"quantity\" is invalid"),
    ("</body>", "<p/></body>", "\"p\" not allowed"),
];

/// Documents with something wrong in them are refused for that.
pub(crate) fn control() -> Result<(), Problem> {
    let sound = rendered(&sample("dig-watch/tidewater-forum"))?.bytes(Form::Tei)?;
    let sound = String::from_utf8_lossy(&sound);
    let folder = work_folder().join("wrong-tei");
    empty(&folder).map_err(|error| error.to_string())?;
    let mut files = Vec::new();
    for (place, (from, to, _)) in WRONG.iter().enumerate() {
        let file = folder.join(format!("{place}.xml"));
        let spoilt = sound.replacen(from, to, 1);
        ensure(spoilt != sound, || format!("{from} is not there"))?;
        fs::write(&file, spoilt).map_err(|error| error.to_string())?;
        files.push(file);
    }
    let found = found_by_jing(&schema_of_tei()?, &files)?;
    for (file, (from, _, says)) in files.iter().zip(WRONG) {
        let of_file = |line: &&String| line.starts_with(&format!("{}:", file.display()));
        let is_found = found.iter().filter(of_file).any(|line| line.contains(says));
        ensure(is_found, || format!("what stands for {from} was not refused:\n{}", found.join("\n")))?;
    }
    Ok(())
}
