//! The formats that can be written: the plugins', and the model's own two.

use std::ffi::OsStr;

use plenary_core::diagnostic::codes::Code;
use plenary_core::{Session, json, source};
use plenary_host::Host;

use crate::codes;
use crate::exit::Failure;
use crate::input::Input;
use crate::nearest::{list, nearest};
use crate::plugins::refused;

/// A format that can be written.
#[derive(Clone, Copy)]
pub(crate) enum Format<'h> {
    /// One of the model's own forms.
    Model(&'static ModelFormat),
    /// A plugin's.
    Plugin(plenary_host::Format<'h>),
}

/// A form of the model itself, which core writes without a plugin.
pub(crate) struct ModelFormat {
    name: &'static str,
    description: &'static str,
    extensions: &'static [&'static str],
    /// Whether its documents have the extension of their page, where that is no JSON.
    as_page: bool,
    media_type: &'static str,
    pub(crate) write: fn(&Session<'_>) -> Result<String, serde_json::Error>,
}

#[cfg(test)]
impl ModelFormat {
    /// A format of which there are no documents, or others than they should be.
    pub(crate) const fn written_by(write: fn(&Session<'_>) -> Result<String, serde_json::Error>) -> Self {
        let (name, description, media_type) = ("trial", "A trial", "text/plain");
        Self { name, description, extensions: &["trial"], as_page: false, media_type, write }
    }
}

static MODEL_FORMATS: [ModelFormat; 2] = [
    ModelFormat {
        name: "json",
        description: "The session model, to be read by programs and by plenary again",
        extensions: &["session.json", "json"],
        as_page: false,
        media_type: "application/json",
        write: json::to_string_pretty,
    },
    ModelFormat {
        name: "source",
        description: "The page as it was read, byte for byte, with the page's extension",
        extensions: &["txt"],
        as_page: true,
        media_type: "text/plain",
        write: |session| Ok(source::write(session)),
    },
];

impl<'h> Format<'h> {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Model(format) => format.name,
            Self::Plugin(format) => &format.info().name,
        }
    }

    pub(crate) fn description(&self) -> &str {
        match self {
            Self::Model(format) => format.description,
            Self::Plugin(format) => &format.info().description,
        }
    }

    /// The extensions, without a dot before them; documents get the first.
    pub(crate) fn extensions(&self) -> Vec<&str> {
        match self {
            Self::Model(format) => format.extensions.to_vec(),
            Self::Plugin(format) => format.info().extensions.iter().map(String::as_str).collect(),
        }
    }

    /// The extension of the document on `page`. A format without one lends its name.
    pub(crate) fn extension(&self, page: &Input) -> String {
        match (self, page) {
            (Self::Model(ModelFormat { as_page: true, .. }), Input::File(path)) => path
                .extension()
                .and_then(OsStr::to_str)
                .filter(|extension| !extension.eq_ignore_ascii_case("json")),
            _ => None,
        }
        .unwrap_or_else(|| self.extensions().first().copied().unwrap_or(self.name()))
        .to_owned()
    }

    pub(crate) fn media_type(&self) -> &str {
        match self {
            Self::Model(format) => format.media_type,
            Self::Plugin(format) => &format.info().media_type,
        }
    }

    /// Whether its documents are no text, and no sight on a terminal.
    pub(crate) fn is_binary(&self) -> bool {
        match self {
            Self::Model(_) => false,
            Self::Plugin(format) => format.info().binary,
        }
    }

    /// The plugin that writes it.
    pub(crate) fn plugin(&self) -> Option<&'h plenary_host::Plugin> {
        match self {
            Self::Model(_) => None,
            Self::Plugin(format) => Some(format.plugin()),
        }
    }
}

/// All formats: the plugins' in their order, then the model's.
pub(crate) fn all(host: &Host) -> impl Iterator<Item = Format<'_>> {
    host.formats().map(Format::Plugin).chain(MODEL_FORMATS.iter().map(Format::Model))
}

/// The format called `name`.
///
/// # Errors
/// Where there is none, with the names that come near; or where the library that would make it is refused.
pub(crate) fn named<'h>(host: &'h Host, name: &str) -> Result<Format<'h>, Failure> {
    let model = MODEL_FORMATS.iter().find(|format| format.name == name).map(Format::Model);
    if let Some(format) = model.or_else(|| host.format(name).map(Format::Plugin)) {
        return Ok(format);
    }
    if let Some(refusal) = host.refused(name) {
        return Err(refused(refusal));
    }
    let formats: Vec<_> = all(host).collect();
    let by_extension = formats.iter().find(|format| format.extensions().contains(&name)).map(Format::name);
    let help = match by_extension.or_else(|| nearest(name, formats.iter().map(Format::name))) {
        Some(near) => format!("did you mean `{near}`? `plenary formats` lists them all"),
        None => format!("there are {}", list(formats.iter().map(Format::name))),
    };
    Err(unknown(host, &codes::UNKNOWN_FORMAT, format!("there is no format `{name}`"), help))
}

/// The failure of asking for a format that is not there: it may be that of a plugin that is refused.
fn unknown(host: &Host, code: &'static Code, message: String, mut help: String) -> Failure {
    if !host.refusals().is_empty() {
        help.push_str("; a plugin is refused: `plenary plugin list` tells why");
    }
    Failure::usage(code, message).help(help)
}

/// The format whose documents are named like `name`: by the longest extension that fits, and of several the first.
///
/// # Errors
/// Where there is none, with the extensions there are.
pub(crate) fn by_file_name<'h>(host: &'h Host, name: &str) -> Result<Format<'h>, Failure> {
    // Capitals make no other format of an extension: `MINUTES.PDF`.
    let lower = name.to_ascii_lowercase();
    let stem_and_dot = |extension: &str| {
        lower.strip_suffix(&extension.to_ascii_lowercase()).is_some_and(|stem| stem.ends_with('.'))
    };
    let fit = |format: &Format<'_>| {
        format.extensions().into_iter().filter(|extension| stem_and_dot(extension)).map(str::len).max()
    };
    let mut best = None;
    for format in all(host) {
        match (fit(&format), best) {
            (Some(length), Some((longest, _))) if length <= longest => {}
            (Some(length), _) => best = Some((length, format)),
            (None, _) => {}
        }
    }
    best.map(|(_, format)| format).ok_or_else(|| {
        let known = all(host).filter_map(|format| Some(format!(".{}", format.extensions().first()?)));
        let known = known.collect::<Vec<_>>().join(", ");
        let help = format!("name the format with -t; the known extensions are {known}");
        unknown(host, &codes::UNKNOWN_EXTENSION, format!("no format has files named like `{name}`"), help)
    })
}
