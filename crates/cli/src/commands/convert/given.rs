//! What `convert` alone is told: a format by the name of a file, and what may not go to a terminal.

use std::path::Path;

use plenary_host::Host;

use crate::args::Convert;
use crate::catalogue::{self, Format};
use crate::codes;
use crate::config::{Origin, RunKeys, Said};
use crate::conversion::{self, no_format};
use crate::exit::Failure;
use crate::output::{Destination, Job, Target};

/// Where documents go: as `-o` says, else as the file of settings does.
pub(super) fn destination(args: &Convert, run: &RunKeys) -> Destination {
    match (&args.output, &run.output) {
        (Some(output), _) => Destination::named(output),
        (None, Some(output)) => Destination::Below(output.value.clone()),
        (None, None) => Destination::Beside,
    }
}

/// The formats asked for, each once: with `-t`, by the name of the file to write, or in the file of settings.
pub(super) fn formats<'h>(
    said: &[Said<String>],
    page: Option<&Path>,
    host: &'h Host,
    destination: &Destination,
) -> Result<Vec<Format<'h>>, Failure> {
    let is_said_here = said.iter().any(|said| matches!(said.origin, Origin::CommandLine));
    if let Destination::File(path) = destination
        && !is_said_here
    {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        return Ok(vec![catalogue::by_file_name(host, &name)?]);
    }
    let formats = conversion::formats(said, host)?;
    if formats.is_empty() {
        return Err(no_format(page).help("name one with -t, as in `-t pdf`, a file with -o, as in `-o session.pdf`, or formats in plenary.toml, as in `to = [\"pdf\"]`; `plenary formats` lists them"));
    }
    Ok(formats)
}

/// Keeps binary documents off the terminal.
pub(super) fn spare_terminal(jobs: &[Job<'_, '_>]) -> Result<(), Failure> {
    use std::io::IsTerminal;
    let to_stdout = jobs.iter().flat_map(|job| job.targets.iter().zip(job.formats));
    let mut binary = to_stdout.filter(|(target, format)| **target == Target::Stdout && format.is_binary());
    match binary.next() {
        Some((_, format)) if std::io::stdout().is_terminal() => {
            let message = format!("`{}` is a binary format, nothing for a terminal", format.name());
            Err(Failure::usage(&codes::TERMINAL, message)
                .help("name a file with -o, or redirect standard output"))
        }
        _ => Ok(()),
    }
}
