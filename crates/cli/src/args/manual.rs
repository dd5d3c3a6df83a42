//! What the program tells of itself.

use clap::{Args, ValueEnum};

/// Print the completion script for a shell
///
/// For bash: `plenary completions bash > ~/.local/share/bash-completion/completions/plenary`
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

/// Print the man page of the program or of a command
///
/// To read it: `plenary man convert | man -l -`
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The command: `convert`, or `plugin list`
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Vec<String>,
}
