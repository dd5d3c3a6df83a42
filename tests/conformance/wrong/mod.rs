//! Akoma Ntoso files that are wrong in one thing each, made from one sound file. Each must be refused, and by the rule
//! that is there for it: rules that let them pass would let ours pass as well.

mod rules;
mod schema;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::akoma_ntoso;
use crate::documents::work_folder;
use crate::problem::{Problem, ensure};
use crate::support::root;

const SOUND: &str = include_str!("sound.xml");

/// The sound file with something in it changed.
pub(crate) struct Wrong {
    pub(crate) name: &'static str,
    /// Each with what stands in its place, once.
    edits: &'static [(&'static str, &'static str)],
    /// Who must refuse it.
    by: By,
}

enum By {
    /// The schema of the standard, with this in its message. That other rules refuse it too is well.
    Schema(&'static str),
    /// These rules and no others: by the schema it is valid.
    Rules(&'static [&'static str]),
}

/// All of them.
pub(crate) fn files() -> impl Iterator<Item = &'static Wrong> {
    schema::WRONG.iter().chain(rules::WRONG)
}

/// Fails where the file is not refused as it should be.
pub(crate) fn must_be_refused(wrong: &Wrong) -> Result<(), Problem> {
    let mut xml = SOUND.to_owned();
    for (from, to) in wrong.edits {
        ensure(xml.contains(from), || format!("the sound file has no `{from}`"))?;
        xml = xml.replacen(from, to, 1);
    }
    let broken = akoma_ntoso::broken_rules(&write(wrong.name, &xml)?)?;
    let by: Vec<_> = broken.keys().map(String::as_str).collect();
    let said = || format!("it is refused by {by:?}: {:#?}", broken.values().flatten().collect::<Vec<_>>());
    match wrong.by {
        By::Schema(because) => {
            let named = broken.get("schema").into_iter().flatten().any(|why| why.contains(because));
            ensure(named, || format!("not by the schema for `{because}`: {}", said()))
        }
        By::Rules(rules) => ensure(by == rules, || format!("not by {rules:?} alone: {}", said())),
    }
}

/// Nothing refuses the file they are made from.
pub(crate) fn sound_file_is_not_refused() -> Result<(), Problem> {
    let broken = akoma_ntoso::broken_rules(&sound())?;
    ensure(broken.is_empty(), || format!("{broken:#?}"))
}

/// There is no rule without a file that it refuses.
pub(crate) fn every_rule_refuses_something() -> Result<(), Problem> {
    let answer = akoma_ntoso::rules(&sound())?;
    let rules = answer["rules"].as_array().map(Vec::as_slice).unwrap_or_default();
    let refusing = files().flat_map(|wrong| match wrong.by {
        By::Schema(_) => &["schema"],
        By::Rules(rules) => rules,
    });
    let refusing: BTreeSet<_> = refusing.copied().collect();
    let idle: Vec<_> =
        rules.iter().filter_map(Value::as_str).filter(|rule| !refusing.contains(rule)).collect();
    ensure(idle.is_empty() && !rules.is_empty(), || format!("they refuse nothing: {idle:?}"))
}

fn sound() -> PathBuf {
    root().join("tests/conformance/wrong/sound.xml")
}

fn write(name: &str, xml: &str) -> Result<PathBuf, Problem> {
    let folder = work_folder().join("wrong");
    let file = folder.join(format!("{name}.xml"));
    fs::create_dir_all(&folder).and_then(|()| fs::write(&file, xml)).map_err(|error| error.to_string())?;
    Ok(file)
}
