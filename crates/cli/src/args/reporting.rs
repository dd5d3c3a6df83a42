//! How findings are shown.

use clap::{Args, ValueEnum};

#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Messages")]
pub(crate) struct Reporting {
    /// When to use colours; `auto` does on terminals, and heeds NO_COLOR
    #[arg(long, value_name = "WHEN", global = true, value_enum, default_value_t)]
    pub(crate) color: Color,

    /// How findings are written to standard error
    ///
    /// An argument that is not understood is told in text in either case.
    #[arg(long, value_name = "FORM", global = true, value_enum, default_value_t)]
    pub(crate) message_format: MessageFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum MessageFormat {
    /// For people, with the place in the page
    #[default]
    Text,
    /// For programs: a JSON object a line, with severity, code, message, help, file, line, column and span
    Json,
}
