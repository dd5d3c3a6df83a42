//! Before anything is rendered.

use plenary_host::Origin;

use super::super::bench::Bench;
use super::super::verdict::{Finding, failed, noted};
use crate::catalogue;
use crate::nearest::list;
use crate::plugins::bundled_host;

/// The library is loaded, and what is checked is what is loaded.
pub(super) fn loads(bench: &Bench<'_>) -> Result<String, Finding> {
    match bench.plugin.load() {
        Err(refusal) => Err(match refusal.help() {
            Some(help) => failed(refusal.reason.to_string()).help(help),
            None => failed(refusal.reason.to_string()),
        }),
        Ok(()) if *bench.plugin.origin() == Origin::Bundled => Ok("it is a part of the program".to_owned()),
        Ok(()) => Ok("its manifest in memory is that of its file".to_owned()),
    }
}

/// What the manifest should say, though a host does not ask for it.
pub(super) fn manifest(bench: &Bench<'_>) -> Result<String, Finding> {
    let manifest = bench.plugin.manifest();
    let options = bench.options();
    let bare = |is_missing: fn(&plenary_host::OptionInfo<'_>) -> bool| {
        options
            .iter()
            .filter(|option| is_missing(option))
            .map(|option| option.key.as_str())
            .collect::<Vec<_>>()
    };
    let undescribed = bare(|option| option.description.is_none());
    let untyped =
        bare(|option| ["type", "enum", "const"].iter().all(|key| option.schema.get(*key).is_none()));
    if !undescribed.is_empty() {
        let message = format!("no description of {}", list(undescribed.into_iter()));
        return Err(
            noted(message).help("`plenary plugin options` shows users what stands in \"description\"")
        );
    }
    if !untyped.is_empty() {
        let message = format!("no type of {}", list(untyped.into_iter()));
        return Err(noted(message)
            .help("\"type\" or \"enum\" tells what a setting is turned into, and what is refused"));
    }
    if manifest.options.get("additionalProperties") != Some(&false.into()) {
        return Err(noted("options that are not in the schema are allowed, so a typing error is not found")
            .help("say `\"additionalProperties\": false` in the schema"));
    }
    if let Some(format) = manifest.formats.iter().find(|format| format.description.trim().is_empty()) {
        return Err(noted(format!("the format `{}` has no description", format.name))
            .help("`plenary formats` shows users what stands in \"description\""));
    }
    if let Some((extension, format, other)) = taken(bench) {
        return Err(noted(format!(
            "`-o FILE.{extension}` means `{format}` once the plugin is installed, and no longer `{other}`"
        ))
        .help(
            "fine where that is meant; an extension of two parts, such as `name.txt`, takes no other's place",
        ));
    }
    Ok(match options.len() {
        0 => "no options".to_owned(),
        number => crate::table::several(number, "option", "options") + ", each with type and description",
    })
}

/// An extension by which the program knows a format of its own: it, the plugin's format and the other.
fn taken(bench: &Bench<'_>) -> Option<(String, String, String)> {
    let host = bundled_host();
    let names: Vec<_> = bench.formats().iter().map(|format| format.name.as_str()).collect();
    catalogue::all(&host).filter(|other| !names.contains(&other.name())).find_map(|other| {
        let theirs = other.extensions();
        bench.formats().iter().find_map(|format| {
            let extension =
                format.extensions.iter().find(|extension| theirs.contains(&extension.as_str()))?;
            Some((extension.clone(), format.name.clone(), other.name().to_owned()))
        })
    })
}
