//! Standard output.

use std::io::{self, Write};
use std::ops::ControlFlow;

use anstream::{AutoStream, ColorChoice};

use crate::codes;
use crate::exit::{Failure, reason};

/// Writes data to standard output. Breaks off where nobody reads any more, which is no failure.
///
/// # Errors
/// Where it cannot be written for another reason.
pub(crate) fn print(data: &[u8]) -> Result<ControlFlow<()>, Failure> {
    write(io::stdout().lock(), data)
}

/// Writes coloured text to standard output, with its colours or without.
///
/// # Errors
/// As [`print()`].
pub(crate) fn print_styled(text: &str, color: ColorChoice) -> Result<ControlFlow<()>, Failure> {
    write(AutoStream::new(io::stdout().lock(), color), text.as_bytes())
}

fn write(mut stdout: impl Write, data: &[u8]) -> Result<ControlFlow<()>, Failure> {
    match stdout.write_all(data).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(ControlFlow::Continue(())),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
        Err(error) => {
            let message = format!("cannot write to standard output: {}", reason(&error));
            Err(Failure::environment(&codes::UNWRITABLE, message))
        }
    }
}
