//! A document made in this process, by a worker that is warm, and by one that is started for it.

use plenary_core::Session;
use plenary_host::{Host, Limits, Options, Payload, Workers};

use super::{CONTEXT, medians, ratio, timed};

const FORMATS: [&str; 3] = ["markdown", "akoma-ntoso", "pdf"];

fn workers() -> Workers {
    Workers::new(env!("CARGO_BIN_EXE_plenary").into(), Limits::default())
}

/// Prints what each way costs.
pub(super) fn run(session: &Session<'_>) {
    let bundled = [plenary_markdown::BUNDLED, plenary_akoma_ntoso::BUNDLED, plenary_pdf::BUNDLED];
    let host = bundled.into_iter().fold(Host::builder(), |host, plugin| host.bundled(plugin)).build();
    let options = Options::default();
    let warm = workers();
    for format in FORMATS {
        // A payload of its own each time, as each page of a run has.
        let here = || {
            let mut out = Vec::new();
            host.render(format, &Payload::new(session), &options, &CONTEXT, &mut out).expect("a document");
        };
        let isolated = |workers: &Workers| {
            let (mut out, payload) = (Vec::new(), Payload::new(session));
            host.render_isolated(workers, format, &payload, &options, &CONTEXT, &mut out)
                .expect("a document");
        };
        let [one, other] = medians(200, [&mut || timed(here), &mut || timed(|| isolated(&warm))]);
        let [new] = medians(30, [&mut || timed(|| isolated(&workers()))]);
        println!(
            "  {format:12} in this process 1, by a warm worker {:.2}, by a new one {:.1}",
            ratio(other, one),
            ratio(new, one)
        );
        println!("    orientation only, this machine now: {one:?}, {other:?}, {new:?}");
    }
}
