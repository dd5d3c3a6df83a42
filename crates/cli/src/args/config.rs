//! Settings in a file, and `plenary config`, which shows them.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Args, ValueHint};

use super::Many;

/// Which file of settings is heeded.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Settings")]
pub(crate) struct ConfigFile {
    /// The file of settings; without it, the nearest `plenary.toml` in the folder of the pages and those above it
    ///
    /// What is said on the command line goes before what the file says. `plenary config` shows what holds, and where it is
    /// said; what may stand in the file, `plenary config --help`.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,

    /// Heed no file of settings
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
}

impl ConfigFile {
    /// Whether the file is looked for: none is named, and not said that there is to be none.
    pub(crate) fn is_looked_for(&self) -> bool {
        !self.no_config && self.config.is_none()
    }
}

/// Show which settings hold, and where each is said
///
/// What is printed is a file of settings itself: what is said somewhere stands in it with its place, what holds unless
/// something is said is a comment. The other options are those of `batch`, as far as a file can say the same.
#[derive(Debug, Args)]
#[command(after_long_help = FILE)]
#[command(mut_arg("inputs", one_input))]
#[command(mut_arg("timings", |timings| timings.hide(true)))]
pub(crate) struct Config {
    /// Write JSON
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) many: Many,
}

/// One page or folder.
fn one_input(inputs: Arg) -> Arg {
    inputs
        .required(false)
        .action(ArgAction::Set)
        .num_args(1)
        .help("The page or the folder to show the settings of; without it, all of the file")
        .long_help(INPUT)
}

const INPUT: &str = "\
The page or the folder to show the settings of; without it, all of the file

The file is looked for from there. Without INPUT it is looked for from the current folder, and its [[directory]] tables are \
shown as well.";

const FILE: &str = "\
The file:
  `plenary.toml` stands in a folder of pages, or above it. The nearest one from
  the pages upwards governs a run; where pages lead to different ones, nothing is
  done. `stream`, `formats` and `plugin` look for it from the current folder.
  Its keys are named as the long options are:

    to = [\"markdown\", \"pdf\"]      # -t
    output = \"documents\"          # the folder of -o; paths are meant from the
                                  # folder that the file stands in
    strict = true                 # --strict=false on the command line undoes it
    plugin-dir = [\"plugins\"]

    [set.pdf]                     # --set pdf.paper=a4
    paper = \"a4\"
    sheet = \"@house.toml\"         # what stands in that file

    [[directory]]                 # for the pages in a folder and those in it
    path = \"committees/2031\"      # or a pattern, as \"**/drafts\"
    to = [\"markdown\"]
    set.markdown.style = \"minutes\"

  A [[directory]] has `to`, `set`, `name`, `strict`, `from` and `lossy`; of
  several that fit a page, the later one goes before. What a run has once (where
  documents go, plugins, processes) stands at the top. Said in several places, a
  setting holds as the first of these says it: the command line, the environment,
  [[directory]], the top of the file. Options of formats are so looked up one by
  one, and those of formats that are not written do nothing. The folders of
  --plugin-dir, of PLENARY_PLUGIN_PATH and of `plugin-dir` are searched in this
  order.

  `output` is a folder. What comes from standard input goes to standard output all
  the same, unless -o says otherwise.

  Plugins can do what you can do. So a file that was found, not named, is refused
  where it is not yours or the superuser's, or where everybody may write to it, or
  put another one in its place.";
