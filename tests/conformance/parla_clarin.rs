//! Akoma Ntoso as corpus linguists take it in: TEI by the stylesheet of Parla-CLARIN, valid by its schema.
//!
//! Stylesheet and schema are to be had from GitHub alone (<https://github.com/clarin-eric/parla-clarin>):
//! `PLENARY_PARLA_CLARIN` names the folder of a checkout.

use std::path::PathBuf;

use serde_json::json;

use crate::akoma_ntoso::speeches;
use crate::documents::{Form, empty, rendered_with, work_folder};
use crate::jing::found_by_jing;
use crate::problem::{NO_PARLA_CLARIN, Problem, ensure};
use crate::python;
use crate::support::expected::{runs, take_all};
use crate::support::settings::Settings;
use crate::support::words::Words;

/// What jing says of a speech of somebody who is known by a role only, which is `by=""` as the standard has it: the
/// stylesheet makes `who=""` of it, which the schema does not know.
const KNOWN: &str = "value of attribute \"who\" is invalid";

/// Every page becomes TEI with every word of its speeches, and the schema finds nothing against it. Without the report: the
/// stylesheet puts the metadata of an attachment where TEI has no place for them.
pub(crate) fn accepts_every_page() -> Result<(), Problem> {
    let folder = checkout()?;
    let stylesheet = folder.join("Examples/AkomaNtoso/akn2tei.xsl");
    let made = work_folder().join("parla-clarin");
    empty(&made).map_err(|error| error.to_string())?;
    let (mut files, mut failures, mut anonymous) = (Vec::new(), Vec::new(), 0);
    for document in rendered_with(Form::AkomaNtoso, &Settings::of(&["report=omit"]))? {
        let tei = made.join(format!("debate-{}.xml", files.len()));
        let xml = document.path(Form::AkomaNtoso);
        let text = python::ask("parla_clarin_text", &json!([stylesheet, xml, tei]))?;
        let mut words = Words::of(text.as_str().unwrap_or_default());
        let missing = take_all(&runs(&speeches(document.session()?)), &mut words).err();
        failures.extend(missing.map(|why| format!("{}: {why}", document.page.name)));
        anonymous += String::from_utf8_lossy(&document.bytes(Form::AkomaNtoso)?).matches(" by=\"\"").count();
        files.push(tei);
    }
    let found = found_by_jing(&folder.join("Schema/parla-clarin.rng"), &files)?;
    let (known, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|line| line.contains(KNOWN));
    failures.extend(others);
    if known.len() != anonymous {
        failures.push(format!(
            "{} speeches without `who`, not {anonymous}:\n{}",
            known.len(),
            known.join("\n")
        ));
    }
    ensure(failures.is_empty(), || failures.join("\n"))
}

/// The folder of Parla-CLARIN.
///
/// # Errors
/// [`Problem::NotRun`] where nothing names it.
pub(crate) fn checkout() -> Result<PathBuf, Problem> {
    let folder = std::env::var_os("PLENARY_PARLA_CLARIN").map(PathBuf::from);
    folder.ok_or_else(|| Problem::NotRun(NO_PARLA_CLARIN.to_owned()))
}
