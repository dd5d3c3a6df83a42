//! What it costs to run a plugin in a process of its own: a document made in this one, by a worker that is warm, and by
//! one that is started for it. On the largest page of the corpus (`PLENARY_CORPUS`, or `../shared/corpus` beside the
//! checkout; else a sample).
//!
//! `cargo bench --bench isolation` prints the ratios; they, not the times, are what may be quoted.
#![allow(clippy::print_stdout, clippy::expect_used, missing_docs, reason = "a bench")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use plenary_core::read::{ReadOptions, read};
use plenary_host::{Host, Limits, Options, Payload, RenderContext, Workers};

const FORMATS: [&str; 3] = ["markdown", "akoma-ntoso", "pdf"];

fn page() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = std::env::var_os("PLENARY_CORPUS").map_or(root.join("../shared/corpus"), PathBuf::from);
    let folder = if corpus.is_dir() { corpus } else { root.join("samples/dig-watch") };
    let files = fs::read_dir(folder).expect("pages").flatten().map(|entry| entry.path());
    let pages = files.filter(|file| file.extension().is_some_and(|extension| extension == "txt"));
    pages.filter_map(|file| fs::read_to_string(file).ok()).max_by_key(String::len).expect("a page")
}

fn workers() -> Workers {
    Workers::new(env!("CARGO_BIN_EXE_plenary").into(), Limits::default())
}

/// The medians of some runs of each, in turns: how busy the machine is meets all of them alike.
fn medians<const N: usize>(runs: usize, ways: [&dyn Fn(); N]) -> [Duration; N] {
    let mut times = [(); N].map(|()| Vec::with_capacity(runs));
    for _ in 0..runs {
        for (way, times) in ways.iter().zip(&mut times) {
            let start = Instant::now();
            way();
            times.push(start.elapsed());
        }
    }
    times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    })
}

fn main() {
    let bundled = [plenary_markdown::BUNDLED, plenary_akoma_ntoso::BUNDLED, plenary_pdf::BUNDLED];
    let host = bundled.into_iter().fold(Host::builder(), |host, plugin| host.bundled(plugin)).build();
    let page = page();
    let session = read(&page, &ReadOptions::default()).session;
    let context = RenderContext { generator: "bench", source_date_epoch: None, cancelled: None };
    let options = Options::default();
    let warm = workers();
    println!(
        "a page of {} kB; medians of runs in turns, against the same in one process (1 = as long):",
        page.len() / 1000
    );
    for format in FORMATS {
        // A payload of its own each time, as each page of a run has.
        let here = || {
            let mut out = Vec::new();
            host.render(format, &Payload::new(&session), &options, &context, &mut out).expect("a document");
        };
        let isolated = |workers: &Workers| {
            let mut out = Vec::new();
            let payload = Payload::new(&session);
            host.render_isolated(workers, format, &payload, &options, &context, &mut out)
                .expect("a document");
        };
        let [one, other] = medians(300, [&here, &|| isolated(&warm)]);
        let [new] = medians(30, [&|| isolated(&workers())]);
        let ratio = |time: Duration| time.as_secs_f64() / one.as_secs_f64();
        println!("  {format:12} by a warm worker {:.2}, by a new one {:.1}", ratio(other), ratio(new));
        println!("    orientation only, this machine now: {one:?}, {other:?}, {new:?}");
    }
}
