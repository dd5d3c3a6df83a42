//! Hostile plugins: what each kind of fault comes to, in the process of plenary and in a worker.
//!
//! `cases` is the table. Every case is built and run through the binary; whatever happens, no torn file is left, and
//! nothing of a library runs before a document is asked of it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod cases;
mod making;
mod outcome;
#[path = "../fixtures/plugins/support.rs"]
mod plugins;
mod running;
#[path = "../support/mod.rs"]
mod support;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Completion, Trial};

use cases::Case;
use outcome::Outcome;
use running::Way;

fn main() -> ExitCode {
    let args = Arguments::from_args();
    let mut trials = Vec::new();
    for case in cases::all() {
        for way in Way::ALL {
            trials.push(Trial::ignorable_test(format!("{}, {way}", case.what), move || {
                Ok(match check(&case, way) {
                    Ok(()) => Completion::Completed,
                    Err(lacking) => Completion::ignored_with(format!("not run: {lacking}")),
                })
            }));
        }
    }
    libtest_mimic::run(&args, trials).exit_code()
}

/// Makes the plugin, lists it, converts a page with it, and judges what came of it.
///
/// # Errors
/// What making it takes and is not there.
fn check(case: &Case, way: Way) -> Result<(), &'static str> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    case.make.run(folder.path())?;
    let outcome = case.outcome(way);
    let refused = if matches!(outcome, Outcome::Refused(_)) { 3 } else { 0 };
    for (listing, exit) in [(["plugin", "list"].as_slice(), refused), (&["formats"], 0)] {
        assert_eq!(running::list(folder.path(), listing), Some(exit), "{listing:?}");
        assert!(!making::was_loaded(folder.path()), "{listing:?} ran its code");
    }
    let run = running::convert(folder.path(), way, case, outcome.is_endless());
    outcome.check(&run, folder.path());
    Ok(())
}
