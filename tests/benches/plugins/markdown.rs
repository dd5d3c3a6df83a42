//! Markdown minutes of a session that is read already: bytes of the document a second, beside what no writer of them can do
//! without, and what binds.

use std::hint::black_box;

use plenary_core::{Session, model, statistics};
use plenary_markdown::{Markdown, Options, Style};
use plenary_plugin_sdk::testing;

use super::{medians, ratio, timed};

/// The bytes that a writer of Markdown must look at twice.
const SIGNS: &[u8] = b"\\`*_{}[]<>()#+-.!|&~$^:@\n\r\0";

/// Prints how fast the minutes are written, whole and by style.
pub(super) fn run(session: &Session<'_>) {
    let render = |options: &Options| {
        testing::render::<Markdown>(session, "markdown", options).expect("a document").bytes
    };
    let options = |style| Options { style, ..Options::default() };
    let (full, transcript) = (Options::default(), options(Style::Transcript));
    let wrapped = Options { wrap: 72, ..Options::default() };
    let document = render(&full);
    let mut is_sign = [false; 256];
    SIGNS.iter().for_each(|sign| is_sign[usize::from(*sign)] = true);
    let copied = || _ = black_box(document.clone());
    // Every text of the session once, as an escaping writer must.
    let scanned = || {
        let mut signs = 0;
        model::walk::walk(session, &mut |_, text| {
            signs += text.as_str().bytes().filter(|byte| is_sign[usize::from(*byte)]).count();
        });
        black_box(signs);
    };
    let [whole, spoken, broken, copy, scan, counted, indexed] = medians(
        300,
        [
            &mut || timed(|| _ = black_box(render(&full))),
            &mut || timed(|| _ = black_box(render(&transcript))),
            &mut || timed(|| _ = black_box(render(&wrapped))),
            &mut || timed(copied),
            &mut || timed(scanned),
            &mut || timed(|| _ = black_box(statistics::participants(session))),
            &mut || timed(|| _ = black_box(statistics::topics(session))),
        ],
    );
    let speed = |time: std::time::Duration, bytes: usize| bytes as f64 / time.as_secs_f64() / 1e9;
    println!(
        "  Markdown minutes       {:.2} GB/s of {} kB; transcript alone {:.2} GB/s; in lines of 72 {:.2} GB/s",
        speed(whole, document.len()),
        document.len() / 1000,
        speed(spoken, render(&transcript).len()),
        speed(broken, render(&wrapped).len()),
    );
    println!(
        "    against a copy of the document {:.1}, against a bare look at each byte of its texts {:.2}",
        ratio(whole, copy),
        ratio(whole, scan)
    );
    println!(
        "    of it: words counted {:.0} %, topics gathered {:.0} %",
        ratio(counted, whole) * 100.0,
        ratio(indexed, whole) * 100.0
    );
    println!("    orientation only, this machine now: {whole:?}");
}
