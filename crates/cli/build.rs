//! Makes the shell completions and the man pages from the definition of the arguments, and a table of the samples.

use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory};
use clap_complete::Shell;

#[allow(dead_code, unused_imports, reason = "the binary reads the arguments; here they are only described")]
#[path = "src/args/mod.rs"]
mod args;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=crates/cli/build.rs");
    println!("cargo::rerun-if-changed=crates/cli/src/args");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    for shell in [Shell::Bash, Shell::Elvish, Shell::Fish, Shell::PowerShell, Shell::Zsh] {
        let mut script = File::create(out.join(format!("completions.{shell}")))?;
        clap_complete::generate(shell, &mut args::Cli::command(), "plenary", &mut script);
    }
    let mut pages = Vec::new();
    // `plenary help` has no page of its own: the pages are the help.
    let mut program = args::Cli::command().disable_help_subcommand(true);
    program.build();
    man_pages(&program, &out, &mut pages)?;
    fs::write(out.join("man_pages.rs"), format!("&[{}]", pages.concat()))?;
    println!("cargo::rerun-if-changed=samples");
    fs::write(out.join("samples.rs"), format!("&[{}]", samples(&out)?.concat()))?;
    Ok(())
}

/// Writes the page of `command` and of those below it, and to `table` a `(name, page)` each.
fn man_pages(command: &Command, out: &Path, table: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    let page = clap_mangen::Man::new(command.clone()).source(concat!("plenary ", env!("CARGO_PKG_VERSION")));
    let file = page.get_filename();
    page.generate_to(out)?;
    let name = file.trim_end_matches(".1");
    table.push(format!("({name:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))),\n"));
    for below in command.get_subcommands() {
        man_pages(below, out, table)?;
    }
    Ok(())
}

include!("../../samples/folders.rs");

/// Writes the page of every sample, and gives a `(folder, name, page)` each: `plenary plugin check` renders them.
fn samples(out: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut table = Vec::new();
    for (folder, extension) in FOLDERS {
        let copies = out.join("samples").join(folder);
        fs::create_dir_all(&copies)?;
        let mut files: Vec<_> = fs::read_dir(Path::new("samples").join(folder))?.collect::<Result<_, _>>()?;
        files.sort_by_key(fs::DirEntry::file_name);
        for file in files {
            let path = file.path();
            let name = file.file_name().into_string().map_err(|_| "a sample's name is UTF-8")?;
            let Some(stem) =
                name.strip_suffix(&format!(".{extension}")).filter(|stem| !stem.ends_with(".session"))
            else {
                continue;
            };
            // Lines that begin so note which messages the page raises; they are none of it.
            let sample = fs::read_to_string(&path)?;
            let page: String = sample.split_inclusive('\n').filter(|line| !line.starts_with("%~ ")).collect();
            fs::write(copies.join(&name), page)?;
            let copy = format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/samples/{folder}/{name}\"))");
            table.push(format!("({folder:?}, {stem:?}, {copy}),\n"));
        }
    }
    Ok(table)
}
