//! Akoma Ntoso for the importer of SayIt: against the rules by the identifiers of persons, and by nothing else.

use std::fs;

use crate::akoma_ntoso::broken_rules;
use crate::documents::{Form, rendered_with};
use crate::problem::{Problem, ensure};
use crate::support::settings::Settings;

/// A page that has speakers is invalid; without the attributes `id` of its persons no page breaks a rule.
pub(crate) fn breaks_one_rule_alone() -> Result<(), Problem> {
    for document in rendered_with(Form::AkomaNtoso, &Settings::of(&["profile=sayit"]))? {
        let (name, file) = (&document.page.name, document.path(Form::AkomaNtoso));
        let xml = String::from_utf8_lossy(&document.bytes(Form::AkomaNtoso)?).into_owned();
        let standard = without_ids(&xml);
        if standard != xml {
            let broken = broken_rules(&file)?;
            let why = || format!("{name} breaks {broken:?}");
            ensure(broken.len() == 1 && broken.values().flatten().all(|what| what.contains("'id'")), why)?;
        }
        let file = file.with_extension("standard.xml");
        fs::write(&file, standard).map_err(|error| error.to_string())?;
        let broken = broken_rules(&file)?;
        ensure(broken.values().all(Vec::is_empty), || format!("{name} without ids breaks {broken:?}"))?;
    }
    Ok(())
}

/// Without the attribute by which SayIt finds persons.
fn without_ids(xml: &str) -> String {
    let mut pieces = xml.split("<TLCPerson ");
    let mut standard = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (tag, rest) = piece.split_once("/>").unwrap_or((piece, ""));
        let attributes =
            tag.split_once(" id=\"").and_then(|(before, id)| Some((before, id.split_once('"')?.1)));
        let (before, after) = attributes.unwrap_or((tag, ""));
        standard.extend(["<TLCPerson ", before, after, "/>", rest]);
    }
    standard
}
