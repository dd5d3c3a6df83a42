//! What the command line and the environment ask for, made sure of before anything is read.

use std::collections::BTreeMap;

use plenary_host::{Host, OptionError, Options, Origin, Plugin, user_folder};

use super::setting_file;
use crate::args::{Documents, Setting};
use crate::catalogue::{self, Format};
use crate::codes;
use crate::exit::Failure;
use crate::nearest::list;

/// The date to put on documents instead of today's: <https://reproducible-builds.org/specs/source-date-epoch/>.
pub(super) fn source_date_epoch() -> Result<Option<i64>, Failure> {
    let Some(text) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    text.to_str().and_then(|text| text.parse().ok()).map(Some).ok_or_else(|| {
        let message = format!("SOURCE_DATE_EPOCH is `{}`, not a number of seconds", text.display());
        Failure::environment(&codes::SOURCE_DATE_EPOCH, message)
            .help("set it to the seconds since 1970-01-01 00:00 UTC, or unset it")
    })
}

/// The formats named with `-t`, each once.
pub(crate) fn formats<'h>(args: &Documents, host: &'h Host) -> Result<Vec<Format<'h>>, Failure> {
    let mut formats: Vec<Format<'h>> = Vec::new();
    for name in &args.formats {
        let format = catalogue::named(host, name)?;
        if formats.iter().all(|other| other.name() != format.name()) {
            formats.push(format);
        }
    }
    Ok(formats)
}

/// What `--set` says for each of the formats: by its name, or by that of its plugin for all the plugin's formats.
pub(super) fn options(settings: &[Setting], formats: &[Format<'_>]) -> Result<Vec<Options>, Failure> {
    let mut options: BTreeMap<&str, Options> = BTreeMap::new();
    for setting in settings {
        let Setting { format: name, key, .. } = setting;
        let is_meant = |format: &&Format<'_>| {
            let of_plugin = || format.plugin().is_some_and(|plugin| plugin.manifest().name == *name);
            format.name() == name || of_plugin()
        };
        let mut meant = formats.iter().filter(is_meant).peekable();
        if meant.peek().is_none() {
            let asked = list(formats.iter().map(Format::name));
            let message =
                format!("`--set {name}.{key}` sets an option of a format that is not written: `{name}`");
            return Err(
                Failure::usage(&codes::UNUSED_SETTING, message).help(format!("what is written is {asked}"))
            );
        }
        let value = setting_file::value(setting)?;
        for format in meant {
            let Some(plugin) = format.plugin() else {
                let message = format!("the format `{name}` has no options, so there is no `{key}` to set");
                return Err(Failure::usage(&codes::UNKNOWN_OPTION, message));
            };
            let set = options.entry(format.name()).or_default().set(plugin.manifest(), key, &value);
            set.map_err(|error| wrong_option(&setting.to_string(), format, &error))?;
        }
    }
    let mut all = Vec::with_capacity(formats.len());
    for format in formats {
        let options = options.remove(format.name()).unwrap_or_default();
        if let Some(plugin) = format.plugin() {
            options.check(plugin.manifest()).map_err(|error| wrong_option(format.name(), format, &error))?;
        }
        all.push(options);
    }
    Ok(all)
}

fn wrong_option(given: &str, format: &Format<'_>, error: &OptionError) -> Failure {
    let all = format!("`plenary plugin options {}` lists what can be set", options_of(format));
    let help = match error.help() {
        Some(help) if matches!(error, OptionError::Unknown { known, .. } if known.is_empty()) => help,
        None => all,
        Some(help) if help.ends_with('?') => format!("{help} {all}"),
        Some(help) => format!("{help}; {all}"),
    };
    Failure::usage(&codes::OPTION, format!("`{given}`: {error}")).help(help)
}

/// What `plenary plugin options` takes for the format: its name where it is found without being told where to look.
fn options_of(format: &Format<'_>) -> String {
    match format.plugin().map(Plugin::origin) {
        Some(Origin::Library(path)) if path.parent() != user_folder().as_deref() => {
            path.display().to_string()
        }
        _ => format.name().to_owned(),
    }
}
