//! From bytes to a session, beside a bare line tokenizer on the same buffer: the pages of the corpus (`PLENARY_CORPUS`,
//! or `../shared/corpus` beside the checkout; else the samples) repeated to 100 MB, one thread.
//!
//! `cargo bench -p plenary-core --bench reading` prints the ratios; they, not the times, are what may be quoted.
#![allow(clippy::print_stdout, clippy::panic, missing_docs, reason = "a bench")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use plenary_core::read::{ReadOptions, read};

/// How much text is read.
const SIZE: usize = 100_000_000;

/// Pages to read, each at most once for `SIZE` bytes of them together.
struct Pages(Vec<(String, usize)>);

impl Pages {
    fn of(texts: &[String], size: usize) -> Self {
        let round: usize = texts.iter().map(String::len).sum();
        Self(texts.iter().map(|text| (text.clone(), size.div_ceil(round))).collect())
    }
}

fn texts(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect()
}

fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::var_os("PLENARY_CORPUS").map_or(root.join("../shared/corpus"), PathBuf::from);
    let texts = texts(&folder);
    if texts.is_empty() { self::texts(&root.join("samples/dig-watch")) } else { texts }
}

/// What a line begins with: the least that any reader of lines has to find out.
fn tokenize(text: &[u8]) -> [usize; 5] {
    let mut kinds = [0; 5];
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text) {
        let line = text.get(start..end).unwrap_or_default();
        let kind = match (line.first(), line.last()) {
            (None, _) => 0,
            (_, Some(b':')) => 1,
            (Some(b'-'), _) => 2,
            (Some(byte), _) if byte.is_ascii_digit() => 3,
            _ => 4,
        };
        if let Some(count) = kinds.get_mut(kind) {
            *count += 1;
        }
        start = end + 1;
    }
    kinds
}

fn session(bytes: &[u8]) -> usize {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{error}"));
    let reading = read(text, &ReadOptions::default());
    reading.session.sections.len() + reading.diagnostics.len()
}

/// The best of some runs.
fn best(runs: usize, mut run: impl FnMut()) -> Duration {
    let time = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..runs).map(|_| time(&mut run)).min().unwrap_or_default()
}

fn reading(criterion: &mut Criterion) {
    let texts = corpus();
    let pasted = texts.concat().repeat(SIZE.div_ceil(texts.concat().len()));
    let pages = Pages::of(&texts, SIZE);

    // In one run, in turns: the ratio does not depend on how busy the machine is.
    let lines = best(5, || _ = black_box(tokenize(black_box(pasted.as_bytes()))));
    let one = best(5, || _ = black_box(session(black_box(pasted.as_bytes()))));
    let many_lines = best(5, || {
        for (text, times) in &pages.0 {
            (0..*times).for_each(|_| _ = black_box(tokenize(black_box(text.as_bytes()))));
        }
    });
    let many = best(5, || {
        for (text, times) in &pages.0 {
            (0..*times).for_each(|_| _ = black_box(session(black_box(text.as_bytes()))));
        }
    });
    let ratio = |tokens: Duration, session: Duration| tokens.as_secs_f64() / session.as_secs_f64();
    println!("bytes -> session, against the line tokenizer on the same bytes (1 = as fast):");
    println!("  {} MB in one document    {:.2}", pasted.len() / 1_000_000, ratio(lines, one));
    println!("  {} MB in pages of a corpus {:.2}", SIZE / 1_000_000, ratio(many_lines, many));

    let mut group = criterion.benchmark_group("page");
    for (number, text) in texts.iter().enumerate() {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("{number}/lines"), |bencher| {
            bencher.iter(|| tokenize(black_box(text.as_bytes())))
        });
        group.bench_function(format!("{number}/utf-8"), |bencher| {
            bencher.iter(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok());
        });
        group.bench_function(format!("{number}/session"), |bencher| {
            bencher.iter_batched(
                || text.as_bytes(),
                |bytes| read(std::str::from_utf8(bytes).unwrap_or_default(), &ReadOptions::default()),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
