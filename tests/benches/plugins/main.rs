//! What it costs to be a plugin, on the largest page of the corpus (`PLENARY_CORPUS`, or `../shared/corpus` beside the
//! checkout; else a sample), all in one run.
//!
//! `cargo bench --bench plugins` prints the ratios; they, not the times, are what may be quoted.
#![allow(clippy::print_stdout, clippy::expect_used, missing_docs, reason = "a bench")]

mod handing_over;
mod isolation;
mod markdown;
mod throughput;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use plenary_core::read::{ReadOptions, read};
use plenary_host::RenderContext;

const CONTEXT: RenderContext<'static> =
    RenderContext { generator: "bench", source_date_epoch: None, cancelled: None, time: None };

fn main() {
    let page = page();
    let session = read(&page, &ReadOptions::default()).session;
    println!(
        "a page of {} kB; medians of runs in turns, against the first of each line (1 = as long):",
        page.len() / 1000
    );
    markdown::run(&session);
    handing_over::run(&session);
    throughput::run(&session);
    isolation::run(&session);
}

fn page() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = std::env::var_os("PLENARY_CORPUS").map_or(root.join("../shared/corpus"), PathBuf::from);
    let folder = if corpus.is_dir() { corpus } else { root.join("samples/dig-watch") };
    let files = fs::read_dir(folder).expect("pages").flatten().map(|entry| entry.path());
    let pages = files.filter(|file| file.extension().is_some_and(|extension| extension == "txt"));
    pages.filter_map(|file| fs::read_to_string(file).ok()).max_by_key(String::len).expect("a page")
}

/// The medians of some runs of each, in turns: how busy the machine is meets all of them alike.
fn medians<const N: usize>(runs: usize, mut ways: [&mut dyn FnMut() -> Duration; N]) -> [Duration; N] {
    let mut times = [(); N].map(|()| Vec::with_capacity(runs));
    for _ in 0..runs {
        for (way, times) in ways.iter_mut().zip(&mut times) {
            times.push(way());
        }
    }
    times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    })
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
