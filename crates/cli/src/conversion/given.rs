//! What the command line, a file of settings and the environment ask for, made sure of before anything is read.

use std::path::Path;

use plenary_host::{FailureKind, Host, OptionError, Options, Origin, Plugin, RenderFailure, user_folder};

use super::{Conversion, setting_file};
use crate::args::Setting;
use crate::catalogue::{self, Format};
use crate::codes;
use crate::config::{self, FormatOptions, Said};
use crate::exit::Failure;
use crate::nearest::{list, nearest};

/// The date to put on documents instead of today's: <https://reproducible-builds.org/specs/source-date-epoch/>.
pub(super) fn source_date_epoch() -> Result<Option<i64>, Failure> {
    let Some(text) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    text.to_str().and_then(|text| text.parse().ok()).map(Some).ok_or_else(|| {
        let message = format!("SOURCE_DATE_EPOCH is `{}`, not a number of seconds", text.display());
        Failure::environment(&codes::SOURCE_DATE_EPOCH, message)
            .help("set it to the seconds since 1970-01-01 00:00 UTC, or unset it")
    })
}

/// The formats that are named, each once.
///
/// # Errors
/// Where there is none of a name, or it is refused.
pub(crate) fn formats<'h>(names: &[Said<String>], host: &'h Host) -> Result<Vec<Format<'h>>, Failure> {
    let mut formats: Vec<Format<'h>> = Vec::new();
    for Said { value: name, origin } in names {
        let format = catalogue::named(host, name).map_err(|failure| failure.of(origin))?;
        if formats.iter().all(|other| other.name() != format.name()) {
            formats.push(format);
        }
    }
    Ok(formats)
}

/// The failure of naming no format for a page, or for all.
pub(crate) fn no_format(page: Option<&Path>) -> Failure {
    let of_page = page.map(|page| format!(" for `{}`", page.display())).unwrap_or_default();
    Failure::usage(&codes::NO_FORMAT, format!("no format is named{of_page}"))
        .help("name one with -t, as in `-t pdf`, or in plenary.toml, as in `to = [\"pdf\"]`; `plenary formats` lists them")
}

/// The formats that an option is set for by this name: the one of it, or all of the plugin of it.
pub(crate) fn formats_of<'h>(host: &'h Host, name: &str) -> Vec<Format<'h>> {
    catalogue::all(host).filter(|format| is_named(format, name)).collect()
}

fn is_named(format: &Format<'_>, name: &str) -> bool {
    format.name() == name || plugin_name(format) == Some(name)
}

fn plugin_name<'f>(format: &'f Format<'_>) -> Option<&'f str> {
    format.plugin().map(|plugin| plugin.manifest().name.as_str())
}

/// Makes sure that what the command line sets is of a format that is written at all.
///
/// # Errors
/// Where it is not.
pub(crate) fn check_used<'c, 'h: 'c>(
    said_here: &FormatOptions,
    conversions: impl IntoIterator<Item = &'c Conversion<'h>>,
) -> Result<(), Failure> {
    let mut formats: Vec<&Format<'h>> = Vec::new();
    for format in conversions.into_iter().flat_map(Conversion::formats) {
        if formats.iter().all(|other| other.name() != format.name()) {
            formats.push(format);
        }
    }
    for Said { value: Setting { format: name, key, .. }, .. } in said_here.iter() {
        if !formats.iter().any(|format| is_named(format, name)) {
            let asked = list(formats.iter().map(|format| format.name()));
            let message =
                format!("`--set {name}.{key}` sets an option of a format that is not written: `{name}`");
            return Err(
                Failure::usage(&codes::UNUSED_SETTING, message).help(format!("what is written is {asked}"))
            );
        }
    }
    Ok(())
}

/// Makes sure that there is an option for what is set, whether its format is written or not.
///
/// # Errors
/// Where there is no such format, no such option, or it does not take the value.
pub(crate) fn check_setting(host: &Host, said: &Said<Setting>) -> Result<(), Failure> {
    let name = &said.value.format;
    let formats = formats_of(host, name);
    if formats.is_empty() {
        let all: Vec<_> = catalogue::all(host).collect();
        let names = || all.iter().map(Format::name).chain(all.iter().filter_map(plugin_name));
        let help = match nearest(name, names()) {
            Some(near) => format!("did you mean `{near}`? `plenary formats` lists them all"),
            None => "`plenary formats` lists them all".to_owned(),
        };
        let message = format!("`{}`: there is no format or plugin `{name}`", given(said));
        return Err(Failure::usage(&codes::UNKNOWN_FORMAT, message).help(help).of(&said.origin));
    }
    formats.iter().try_for_each(|format| set(&mut Options::default(), format, said))
}

/// What is set for each of the formats: by its name, or by that of its plugin for all the plugin's formats.
///
/// # Errors
/// Where there is no such option, or it does not take the value.
pub(super) fn options(said: &FormatOptions, formats: &[Format<'_>]) -> Result<Vec<Options>, Failure> {
    let mut all = Vec::with_capacity(formats.len());
    for format in formats {
        let mut options = Options::default();
        for said in said.of_format(format.name(), plugin_name(format)) {
            set(&mut options, format, said)?;
        }
        if let Some(plugin) = format.plugin() {
            options.check(plugin.manifest()).map_err(|error| wrong_option(format.name(), format, &error))?;
        }
        all.push(options);
    }
    Ok(all)
}

fn set(options: &mut Options, format: &Format<'_>, said: &Said<Setting>) -> Result<(), Failure> {
    let Setting { format: name, key, .. } = &said.value;
    let Some(plugin) = format.plugin() else {
        let message = format!("the format `{name}` has no options, so there is no `{key}` to set");
        return Err(Failure::usage(&codes::UNKNOWN_OPTION, message).of(&said.origin));
    };
    let given = given(said);
    let value = setting_file::value(&given, &said.value).map_err(|failure| failure.of(&said.origin))?;
    let folder = match &said.origin {
        config::Origin::File(place) => place.file.folder(),
        _ => Path::new(""),
    };
    let set = options.set_from(folder, plugin.manifest(), key, &value);
    set.map_err(|error| wrong_option(&given, format, &error).of(&said.origin))
}

/// A setting as messages call it.
fn given(said: &Said<Setting>) -> String {
    match said.origin {
        config::Origin::File(_) => format!("set.{}.{}", said.value.format, said.value.key),
        _ => said.value.to_string(),
    }
}

/// The failure of a setting that only the plugin can judge, where that tells which one it is.
pub(super) fn refused(said: &FormatOptions, format: &Format<'_>, failure: &RenderFailure) -> Option<Failure> {
    let RenderFailure::Plugin { plugin, failure } = failure else { return None };
    let FailureKind::Options(reason) = &failure.kind else { return None };
    // Of an option that is said several times the last counts.
    let mut said = said.of_format(format.name(), plugin_name(format)).into_iter().rev();
    let (said, reason) = said.find_map(|said| Some((said, about(&said.value.key, reason)?)))?;
    let message = format!("`{}`: the plugin `{plugin}` refuses it: {reason}", given(said));
    let all = || format!("`plenary plugin options {}` lists what can be set", options_of(format));
    let help = failure.help.clone().unwrap_or_else(all);
    Some(Failure::usage(&codes::OPTION, message).help(help).of(&said.origin))
}

/// What a reason says of the option with this key, where it begins with that.
fn about<'r>(key: &str, reason: &'r str) -> Option<&'r str> {
    let marked = reason.strip_prefix('`').and_then(|rest| rest.strip_prefix(key)?.strip_prefix('`'));
    let rest = marked.or_else(|| reason.strip_prefix(key))?;
    rest.strip_prefix(": ").or_else(|| rest.starts_with(' ').then_some(reason))
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
