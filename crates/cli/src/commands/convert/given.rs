//! What `convert` alone is told: a format by the name of a file, and what may not go to a terminal.

use plenary_host::Host;

use crate::args::Convert;
use crate::catalogue::{self, Format};
use crate::codes;
use crate::conversion;
use crate::exit::Failure;
use crate::output::{Destination, Job, Target};

/// The formats asked for, each once: with `-t`, or by the name of the file to write.
pub(super) fn formats<'h>(
    args: &Convert,
    host: &'h Host,
    destination: &Destination,
) -> Result<Vec<Format<'h>>, Failure> {
    let formats = conversion::formats(&args.documents, host)?;
    if !formats.is_empty() {
        return Ok(formats);
    }
    let Destination::File(path) = destination else {
        return Err(Failure::usage(&codes::NO_FORMAT, "no format is named")
            .help("name one with -t, as in `-t pdf`, or a file with -o, as in `-o session.pdf`; `plenary formats` lists them"));
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(vec![catalogue::by_file_name(host, &name)?])
}

/// Keeps binary documents off the terminal.
pub(super) fn spare_terminal(jobs: &[Job], formats: &[Format<'_>]) -> Result<(), Failure> {
    use std::io::IsTerminal;
    let to_stdout = jobs.iter().flat_map(|job| job.targets.iter().zip(formats));
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
