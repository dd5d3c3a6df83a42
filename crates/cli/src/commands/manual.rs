//! `plenary completions` and `plenary man`: what the build script made.

use crate::args::{Completions, Man, Shell};

use crate::codes;
use crate::exit::Failure;
use crate::nearest::{list, nearest};

use super::answer;

pub(super) fn completions(args: &Completions) -> Result<(), Failure> {
    answer(match args.shell {
        Shell::Bash => include_str!(concat!(env!("OUT_DIR"), "/completions.bash")),
        Shell::Elvish => include_str!(concat!(env!("OUT_DIR"), "/completions.elvish")),
        Shell::Fish => include_str!(concat!(env!("OUT_DIR"), "/completions.fish")),
        Shell::Powershell => include_str!(concat!(env!("OUT_DIR"), "/completions.powershell")),
        Shell::Zsh => include_str!(concat!(env!("OUT_DIR"), "/completions.zsh")),
    })
}

/// Name and page: `plenary-plugin-list`.
const PAGES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/man_pages.rs"));

const PROGRAM: &str = "plenary";

pub(super) fn man(args: &Man) -> Result<(), Failure> {
    let mut name = vec![PROGRAM];
    name.extend(args.command.iter().map(String::as_str));
    let name = name.join("-");
    if let Some((_, page)) = PAGES.iter().find(|(page, _)| *page == name) {
        return answer(page);
    }
    let command = args.command.join(" ");
    let commands = || PAGES.iter().filter_map(|(page, _)| page.strip_prefix("plenary-"));
    let help = match nearest(&command, commands()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are pages on {}", list(commands())),
    };
    Err(Failure::usage(&codes::UNKNOWN_COMMAND, format!("there is no command `{command}`")).help(help))
}
