//! What the program tells of its own doings where -v asks for it: events of the `tracing` crate, a line each.
//!
//! Events are raised where things happen, here and in the host; core and the plugins raise none. A worker tells nothing: what
//! plenary sees of it is told here, by the thread that waits for it.

mod fields;
mod layer;
mod line;

use std::time::Duration;

use tracing::info;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry;

use crate::args::{LogFormat, MessageFormat, Reporting};
use crate::report::Stderr;
use layer::Lines;

/// Has events told from now on. Without -v nobody listens: then an event costs a look at a number, and is not even made.
pub(crate) fn begin(args: &Reporting, stderr: &Stderr) {
    let level = match args.verbose {
        0 => return,
        1 => LevelFilter::INFO,
        2 => LevelFilter::DEBUG,
        _ => LevelFilter::TRACE,
    };
    let as_findings = match args.message_format {
        MessageFormat::Text => LogFormat::Text,
        MessageFormat::Json => LogFormat::Json,
    };
    let lines = Lines::new(args.log_format.unwrap_or(as_findings), stderr.clone());
    // Nobody listens yet: it is the first.
    let _ = tracing::subscriber::set_global_default(registry().with(lines).with(level));
    info!(version = env!("CARGO_PKG_VERSION"), "plenary begins");
}

/// A time as events tell it: in milliseconds, to the microsecond.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e6).round() / 1e3
}
