//! `plenary watch`.

use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, Args, ValueEnum};

use super::amounts::time;
use super::defaults::told_of_many;
use super::many::NAMES;
use super::{ENVIRONMENT, Isolate, Many};

/// Convert session records, and convert them again whenever they change
///
/// It begins as `batch` does, with the manifest of earlier runs. Then it waits, and converts what changes: pages that
/// are written, renamed or new, in new folders too; all of them where a plugin, the file of settings or a file behind
/// `--set FORMAT.KEY=@FILE` changes. Lists and `.plenaryignore` hold as they are changed. The document of a page that is
/// gone stays. It ends by Ctrl-C, and finishes first what is under way.
#[derive(Debug, Args)]
#[command(after_long_help = format!("{NAMES}\n\n{EXIT_CODES}\n\n{ENVIRONMENT}"))]
#[command(mut_arg("inputs", |inputs| inputs.long_help(INPUTS)))]
#[command(mut_arg("isolate", |isolate| told_of_many(isolated(isolate).help(ISOLATE).long_help(ISOLATE_AT_LENGTH))))]
pub(crate) struct Watch {
    #[command(flatten)]
    pub(crate) many: Many,

    /// Look for changes every so many seconds, where the system does not tell of them
    ///
    /// As it is with folders on other machines (NFS, SMB), and in some containers; or where there are more folders than
    /// the system watches.
    #[arg(long, value_name = "SECONDS", value_parser = seconds, help_heading = "Running")]
    pub(crate) poll: Option<Duration>,
}

/// The argument, without the choice of running libraries in the process of plenary: a library is loaded there once and
/// never again, so that a new one would not be used.
fn isolated(isolate: Arg) -> Arg {
    let choices = [Isolate::Libraries, Isolate::All];
    let values = PossibleValuesParser::new(choices.iter().filter_map(ValueEnum::to_possible_value));
    isolate.value_parser(values.try_map(|name| Isolate::from_str(&name, false)))
}

fn seconds(text: &str) -> Result<Duration, &'static str> {
    time(text).ok_or("it is no time: a number of seconds above 0, such as 2 or 0.5")
}

const INPUTS: &str = "\
The pages, folders of them, patterns such as 'pages/**/*.vtt', or @FILE for a list of them

Of a folder, and the folders in it, the files are taken that are named as pages are (`plenary formats --input` lists the \
extensions), of a pattern whatever it fits. Hidden files are left out, the file that messages go to, and what a file \
`.plenaryignore` in any of the folders says, in the manner of .gitignore; links are followed. A list has a path a line.";

const ISOLATE: &str = "Run plugins in processes of their own; without WHAT, all";

const ISOLATE_AT_LENGTH: &str = "\
Run plugins in processes of their own; without WHAT, all

A plugin that crashes there, or takes more than it may, costs its document only. Those that the program does not bring \
along always run there: so one that changes takes the place of what it was.";

const EXIT_CODES: &str = "\
Exit codes:
  0  It was ended by Ctrl-C, or SIGTERM, whatever became of the pages.
  2  Wrong usage at the start: an unknown option, format or setting, or
     documents that would overwrite each other or a page. Nothing was written.
  3  The surroundings failed at the start: the folder of the documents cannot
     be written, a plugin is refused, the system watches no more folders.
  What goes wrong later is told, and ends nothing.";
