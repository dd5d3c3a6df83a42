//! Which documents are made of a page.

use std::fmt;
use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct Documents {
    /// The formats to write; `plenary formats` lists them
    ///
    /// Several are parted by commas. Where none is given, the extension of the file named with -o tells, and then `to` in a
    /// file of settings.
    #[arg(short = 't', long = "to", value_name = "FORMAT", value_delimiter = ',')]
    pub(crate) formats: Vec<String>,

    /// Set an option of a format; may be given several times
    ///
    /// For instance `--set pdf.paper=a4`. By the name of a plugin it is set for all its formats. A value `@FILE` is what
    /// stands in the file, without the line end that closes it; `@@` stands for an `@` that the value itself begins with.
    #[arg(long = "set", value_name = "FORMAT.KEY=VALUE", value_parser = setting)]
    pub(crate) settings: Vec<Setting>,

    /// Take warnings for errors: a page that raises one is not converted
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(hide_possible_values = true)]
    pub(crate) strict: Option<bool>,

    /// Tell at the end where the time went: to reading, and to rendering and writing by format
    ///
    /// Of steps that run on several threads the time of all is told. With --message-format json, it is a line with an object
    /// `timings`.
    #[arg(long, help_heading = "Messages")]
    pub(crate) timings: bool,
}

/// One `--set`: the option `key` of `format` is to be `value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) format: String,
    pub(crate) key: String,
    pub(crate) value: SettingValue,
}

/// Where the value of an option stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SettingValue {
    /// Here.
    Text(String),
    /// In a file: `@FILE`.
    File(PathBuf),
}

fn setting(text: &str) -> Result<Setting, &'static str> {
    let named = text.split_once('=').and_then(|(name, value)| Some((name.split_once('.')?, value)));
    match named {
        Some(((format, key), value)) if !format.is_empty() && !key.is_empty() => {
            let value = SettingValue::read(value)?;
            Ok(Setting { format: format.to_owned(), key: key.to_owned(), value })
        }
        _ => Err("it is not of the form FORMAT.KEY=VALUE, as in pdf.paper=a4"),
    }
}

impl SettingValue {
    /// What stands behind the `=`.
    ///
    /// # Errors
    /// Where it is to stand in a file that is not named.
    pub(crate) fn read(text: &str) -> Result<Self, &'static str> {
        match text.strip_prefix('@') {
            Some("") => Err("there is no file named behind the `@`; a value that is an `@` is written `@@`"),
            Some(rest) if rest.starts_with('@') => Ok(Self::Text(rest.to_owned())),
            Some(path) => Ok(Self::File(PathBuf::from(path))),
            None => Ok(Self::Text(text.to_owned())),
        }
    }
}

impl fmt::Display for SettingValue {
    /// As it stands behind the `=`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) if text.starts_with('@') => write!(f, "@{text}"),
            Self::Text(text) => f.write_str(text),
            Self::File(path) => write!(f, "@{}", path.display()),
        }
    }
}

impl fmt::Display for Setting {
    /// As it stands on the command line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { format, key, value } = self;
        write!(f, "--set {format}.{key}={value}")
    }
}
