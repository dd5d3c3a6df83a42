//! Ctrl-C, and whatever else asks a program to end.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::codes;
use crate::exit::{Failure, reason};

/// What a shell takes for the end by Ctrl-C.
const ENDED: i32 = 130;

/// Becomes true when the program is asked to end. Asked once more, it ends at once.
///
/// # Errors
/// Where the system lets nobody listen.
pub(crate) fn watch() -> Result<Arc<AtomicBool>, Failure> {
    let asked = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // In this order: what ends the program sees whether it was asked before.
        flag::register_conditional_shutdown(signal, ENDED, Arc::clone(&asked))
            .and_then(|_| flag::register(signal, Arc::clone(&asked)))
            .map_err(|error| {
                let message = format!("cannot listen for the end of the run: {}", reason(&error));
                Failure::environment(&codes::INTERRUPTED, message)
            })?;
    }
    Ok(asked)
}
