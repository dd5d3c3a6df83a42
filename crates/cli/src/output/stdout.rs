//! Standard output.

use std::io::{self, Write};
use std::ops::ControlFlow;

use crate::codes;
use crate::exit::{Failure, reason};

/// Writes data to standard output. Breaks off where nobody reads any more, which is no failure.
///
/// # Errors
/// Where it cannot be written for another reason.
pub(crate) fn print(data: &[u8]) -> Result<ControlFlow<()>, Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(data).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(ControlFlow::Continue(())),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
        Err(error) => {
            let message = format!("cannot write to standard output: {}", reason(&error));
            Err(Failure::environment(&codes::UNWRITABLE, message))
        }
    }
}
