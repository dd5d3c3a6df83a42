//! What a plugin does besides rendering, and should not.

use std::fs;
use std::thread;
use std::time::Duration;

use super::super::bench::{Bench, Surroundings};
use super::super::verdict::{Finding, failed, noted, skipped};
use crate::nearest::list;
use crate::table::several;

fn render_few(bench: &Bench<'_>) {
    for sample in bench.few() {
        for format in bench.formats() {
            // What it gives was looked at in other trials.
            let _ = bench.made(
                &format!("{} as {}", sample.name, format.name),
                &format.name,
                &sample.session,
                &bench.plain(),
            );
        }
    }
}

/// How much a process holds of what the system counts.
#[derive(Clone, Copy)]
struct Held {
    threads: usize,
    files: usize,
}

impl Held {
    /// `None` where the system does not tell.
    fn now() -> Option<Self> {
        let count = |folder: &str| fs::read_dir(folder).ok().map(Iterator::count);
        Some(Self { threads: count("/proc/self/task")?, files: count("/proc/self/fd")? })
    }
}

/// Threads and files, after one round of renderings and after three more.
pub(super) fn left(bench: &Bench<'_>) -> Result<String, Finding> {
    bench.plugin.load().map_err(|refusal| failed(refusal.to_string()))?;
    let Some(before) = Held::now() else {
        return Err(skipped("this system does not tell what a process holds"));
    };
    render_few(bench);
    let first = Held::now().unwrap_or(before);
    (0..3).for_each(|_| render_few(bench));
    let later = Held::now().unwrap_or(first);
    for (what, before, first, later) in [
        ("thread", before.threads, first.threads, later.threads),
        ("open file", before.files, first.files, later.files),
    ] {
        let number = |number| several(number, what, &format!("{what}s"));
        if later > first {
            let more = number(later - first);
            return Err(failed(format!("{more} more after each few renderings"))
                .help("end and close what a rendering began"));
        }
        if first > before {
            let more = number(first - before);
            return Err(noted(format!("{more} stay after the first rendering; no more come"))
                .help("a plugin needs none: renderings are done side by side already"));
        }
    }
    Ok("as many threads and open files as before".to_owned())
}

/// Calls of the host for renderings that are over.
pub(super) fn late(bench: &Bench<'_>) -> Result<String, Finding> {
    render_few(bench);
    // A thread that was left behind gets a chance to call.
    thread::sleep(Duration::from_millis(200));
    match plenary_host::late_calls() {
        0 => Ok("none".to_owned()),
        number => Err(failed(format!("{} after a rendering was over", several(number, "call", "calls")))
            .help("the host's functions are called until `render` returns, and on its thread")),
    }
}

/// The working folder, the environment, files.
pub(super) fn surroundings(bench: &Bench<'_>) -> Result<String, Finding> {
    render_few(bench);
    let now = Surroundings::now();
    if now.folder != bench.before.folder {
        let folder =
            now.folder.map_or_else(|| "one that is gone".to_owned(), |folder| folder.display().to_string());
        return Err(failed(format!("it changed the working folder to `{folder}`")).help(PURE));
    }
    let (then, now) = (&bench.before.environment, &now.environment);
    let variable = then.keys().chain(now.keys()).find(|name| then.get(*name) != now.get(*name));
    if let Some(variable) = variable {
        return Err(
            failed(format!("it changed the environment variable `{}`", variable.display())).help(PURE)
        );
    }
    let files: Vec<_> = fs::read_dir(bench.work())
        .into_iter()
        .flatten()
        .flatten()
        .map(|file| file.file_name().display().to_string())
        .collect();
    if !files.is_empty() {
        return Err(failed(format!(
            "it left files in the working folder: {}",
            list(files.iter().map(String::as_str))
        ))
        .help(PURE));
    }
    Ok("working folder, environment variables and files are as they were".to_owned())
}

const PURE: &str = "a renderer is pure: it writes to nothing but the host";
