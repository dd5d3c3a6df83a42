//! `plenary plugin options`.

use plenary_host::{Manifest, OptionInfo};
use serde_json::{Value, json};
use terminal_size::terminal_size_of;

use super::{answer, named, pretty};
use crate::args::PluginOptions;
use crate::catalogue::{self, Format};
use crate::exit::Failures;
use crate::plugins::warn_of_refusals;
use crate::report::{self, Report};
use crate::table::{visible, wrapped};

/// More columns than this are no ease to read.
const WIDEST: usize = 80;

pub(super) fn run(args: &PluginOptions, report: &mut Report) -> Result<(), Failures> {
    let host = named::host(&args.format, &args.config, &args.plugins, report)?;
    let model =
        catalogue::named(&host, &args.format).ok().filter(|format| matches!(format, Format::Model(_)));
    if model.is_some() {
        let schema = json!({ "type": "object", "additionalProperties": false });
        return Ok(answer(&if args.json { pretty(&schema) } else { no_options(&args.format) })?);
    }
    let plugin = named::plugin(&host, &args.format)?;
    warn_of_refusals(&host, report);
    let manifest = plugin.manifest();
    if args.json {
        return Ok(answer(&pretty(&manifest.options))?);
    }
    // Where the plugin was named, its first format stands for all: they have their options in common.
    let format = manifest.format(&args.format).or(manifest.formats.first());
    Ok(answer(&settings(manifest, format.map_or(&args.format, |format| &format.name)))?)
}

fn no_options(format: &str) -> String {
    format!("The format `{}` has no options.\n", visible(format))
}

/// The options, each as a setting and what it means.
fn settings(manifest: &Manifest, format: &str) -> String {
    let options = plenary_host::options(manifest);
    if options.is_empty() {
        return no_options(format);
    }
    let width = report::width(terminal_size_of(std::io::stdout())).min(WIDEST);
    let settings = options.iter().map(|option| {
        let example = option.schema.get("examples").and_then(|examples| examples.get(0));
        let value = option.default.or(example).map_or_else(|| placeholder(option).to_owned(), written);
        // A value that begins with `@` would be taken for the name of a file.
        let escape = if value.starts_with('@') { "@" } else { "" };
        let setting = format!("--set {}", quoted(&format!("{format}.{}={escape}{value}", option.key)));
        let meaning = visible(option.description.unwrap_or_default());
        let lines = [takes(option), meaning]
            .map(|text| if text.is_empty() { text } else { wrapped(&text, width - 4) });
        let indented = lines.concat().lines().map(|line| format!("    {line}\n")).collect::<String>();
        format!("{}\n{indented}", visible(&setting))
    });
    settings.collect::<Vec<_>>().join("\n")
}

/// What the option takes, and what stands for it where it is not set.
fn takes(option: &OptionInfo<'_>) -> String {
    let default = match option.default {
        Some(default) => format!("; `{}` where it is not set", written(default)),
        None if option.required => "; it has to be set".to_owned(),
        None => "; no default".to_owned(),
    };
    visible(&format!("{}{default}", option.takes))
}

/// A value as one writes it behind `=`.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().all(|item| !item.is_array() && !item.is_object()) => {
            items.iter().map(written).collect::<Vec<_>>().join(",")
        }
        other => other.to_string(),
    }
}

/// What stands for a value where the schema names none.
fn placeholder(option: &OptionInfo<'_>) -> &'static str {
    match option.schema.get("type").and_then(Value::as_str) {
        Some("integer" | "number") => "NUMBER",
        Some("boolean") => "true",
        Some("array") => "ITEM,ITEM",
        Some("string") => "TEXT",
        _ => "VALUE",
    }
}

/// The text as a shell takes it for one word.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.,:/=+@%".contains(c);
    if text.chars().all(is_plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
