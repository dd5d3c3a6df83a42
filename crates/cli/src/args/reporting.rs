//! How findings are shown, and what else is told.

use clap::{ArgAction, Args, ValueEnum};

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

    /// Tell on standard error what is done: which plugins, which pages; -vv how, -vvv every detail
    ///
    /// A line each. -v tells where plugins were looked for, which one makes each format, as what each page is read and why,
    /// how long it took, what was left as it is, and which processes plugins run in. -vv adds options, the manifest, each
    /// rendering and each file written; -vvv what helps the author of a plugin, such as what it prints.
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,

    /// How -v tells it; without this, as --message-format says
    #[arg(long, value_name = "FORM", global = true, value_enum)]
    pub(crate) log_format: Option<LogFormat>,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// For people: time, level, part of the program, message, values
    Text,
    /// For programs: a JSON object a line, with timestamp, level, target, message and fields. Findings have no level
    Json,
}
