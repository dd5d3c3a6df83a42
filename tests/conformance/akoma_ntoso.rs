//! Akoma Ntoso, as the OASIS schema and a consumer read it.

use std::collections::BTreeMap;
use std::path::Path;

use plenary_core::Session;
use plenary_core::model::{BlockKind, Content, Section, Speech};
use serde_json::{Value, json};

use crate::documents::{Document, Form};
use crate::problem::{Problem, ensure};
use crate::python;
use crate::support::expected::{runs, take_all};
use crate::support::root;
use crate::support::words::Words;

/// Options that are there to depart from rules, and from which.
const DEPARTURES: &[(&str, &[&str])] = &[
    ("subtype", &["un-subtype"]),
    ("iri.work", &["iri-date", "un-subtype"]),
    ("iri.report", &["iri-date", "un-subtype"]),
    ("iri.ontology", &["ontology", "reference-form"]),
];

/// It is valid by the OASIS schema and by plenary's own, its references resolve, and identifiers and IRIs are made as the
/// naming convention and the profile of the United Nations ask: every rule of `python/akoma_ntoso_rules.py`.
pub(crate) fn keeps_the_rules(document: &Document) -> Result<(), Problem> {
    debate_keeps_the_rules(document, Form::AkomaNtoso)
}

/// So does the report by itself.
pub(crate) fn report_keeps_the_rules(document: &Document) -> Result<(), Problem> {
    debate_keeps_the_rules(document, Form::AkomaNtosoReport)
}

fn debate_keeps_the_rules(document: &Document, form: Form) -> Result<(), Problem> {
    let mut broken = broken_rules(&document.path(form))?;
    let departs = DEPARTURES.iter().filter(|(option, _)| document.settings.get(option).is_some());
    let allowed: Vec<_> = departs.flat_map(|(_, rules)| *rules).collect();
    broken.retain(|rule, _| !allowed.contains(&&rule.as_str()));
    let broken: Vec<_> = broken.into_values().flatten().collect();
    ensure(broken.is_empty(), || broken.join("\n"))
}

/// The rules that a file breaks, each with what breaks it.
pub(crate) fn broken_rules(file: &Path) -> Result<BTreeMap<String, Vec<String>>, Problem> {
    let mut answer = rules(file)?;
    serde_json::from_value(answer["broken"].take()).map_err(|error| Problem::Failed(error.to_string()))
}

/// What `python/akoma_ntoso_rules.py` says of a file: the codes of all its `rules`, and those that are `broken`.
pub(crate) fn rules(file: &Path) -> Result<Value, Problem> {
    let own_schema = root().join("plugins/akoma-ntoso/schema/plenary.xsd");
    python::ask("akoma_ntoso_rules", &json!([own_schema, file]))
}

/// cobalt opens it as a debate, and finds everything where it looks for it: title, dates, language, the parts and the
/// forms of the IRI, the components.
pub(crate) fn opens_with_cobalt(document: &Document) -> Result<(), Problem> {
    let debate = python::ask("cobalt_debate", &json!([document.path(Form::AkomaNtoso)]))?;
    let settings = &document.settings;
    let session = settings.kept(Form::AkomaNtoso.format(), document.session()?);
    let day = session.time.as_ref().map(|time| time.date.to_string());
    let day = day.or_else(|| settings.get("date").map(str::to_owned));
    let day = day.or_else(|| settings.get("iri.work")?.rsplit('/').nth(1).map(str::to_owned));
    let is_prose = |section: &Section<'_>| match &section.content {
        Content::Parts(parts) => !parts.is_empty(),
        Content::Points(points) => !points.is_empty(),
        Content::Profiles(profiles) => profiles.iter().any(|profile| !profile.report.is_empty()),
        _ => false,
    };
    let has_report = session.sections.iter().any(is_prose);
    let work = debate["work"].as_str().unwrap_or_default();
    let expression = format!("{work}/{}@", settings.get("language").unwrap_or("eng"));
    let is = |what: &str, found: &Value, wanted: Value| {
        ensure(*found == wanted, || format!("cobalt finds as {what} {found}, not {wanted}"))
    };
    if let Some(title) = &session.title {
        is("title", &debate["title"], json!(title.name))?;
    }
    if let (Some(day), None) = (day, settings.get("iri.work")) {
        is("dates", &debate["dates"], json!({ "work": day, "expression": day, "manifestation": day }))?;
    }
    // What is nobody's, and remarks alone, is a scene.
    let is_scene = |speech: &&Speech<'_>| {
        let all_remarks = speech.blocks.iter().all(|block| block.kind == BlockKind::Remark);
        speech.speaker.is_none() && speech.label.is_none() && !speech.blocks.is_empty() && all_remarks
    };
    let speeches = session.speeches().filter(|speech| !is_scene(speech)).count();
    is("speeches", &debate["speeches"], json!(speeches))?;
    is(
        "components",
        &debate["components"],
        json!(if has_report { vec!["main", "report"] } else { vec!["main"] }),
    )?;
    is("language", &debate["language"], json!(settings.get("language").unwrap_or("eng")))?;
    match settings.get("iri.work") {
        Some(iri) => is("work", &debate["work"], json!(iri))?,
        None => is("country", &debate["country"], json!(settings.get("country").unwrap_or("un")))?,
    }
    is("document type", &debate["doctype"], json!("debate"))?;
    is("expression", &debate["expression"], json!(expression))?;
    is("manifestation", &debate["manifestation"], json!(format!("{expression}.xml")))?;
    ensure(work.starts_with("/akn/"), || format!("`{work}` is no IRI of a work"))
}

/// bluebell writes out every speech: who speaks, and every word, in order.
pub(crate) fn unparses_with_bluebell(document: &Document) -> Result<(), Problem> {
    let text = python::ask("bluebell_text", &json!([document.path(Form::AkomaNtoso)]))?;
    let mut words = Words::of(text.as_str().unwrap_or_default());
    Ok(take_all(&runs(&speeches(document.session()?)), &mut words)?)
}

/// The session without anything else.
pub(crate) fn speeches(session: Session<'static>) -> Session<'static> {
    let sections = session.sections.into_iter();
    let sections = sections.filter(|section| matches!(section.content, Content::Speeches(_))).collect();
    Session { sections, title: None, time: None, disclaimers: vec![], unrecognised: vec![], ..session }
}
