//! How fast a text renderer writes, against what the machine can do with the same bytes: copy them, and look for what has
//! to be escaped in them.

use std::hint::black_box;

use plenary_akoma_ntoso::AkomaNtoso;
use plenary_plugin_sdk::{Session, testing};

use super::{medians, ratio, timed};

/// Prints the throughput of the Akoma Ntoso renderer, the session being read.
pub(super) fn run(session: &Session<'_>) {
    let options = Default::default();
    let render =
        || testing::render::<AkomaNtoso>(session, "akoma-ntoso", &options).expect("a document").bytes;
    let bytes = render();
    let [rendered, escaped, copied] = medians(
        300,
        [
            &mut || timed(|| _ = black_box(render())),
            &mut || {
                timed(|| _ = black_box(memchr::memchr3_iter(b'<', b'&', b'>', black_box(&bytes)).count()))
            },
            &mut || timed(|| _ = black_box(black_box(&bytes).clone())),
        ],
    );
    #[allow(clippy::cast_precision_loss, reason = "a document has less than 2^52 bytes")]
    let speed = bytes.len() as f64 / rendered.as_secs_f64() / 1e9;
    println!(
        "  Akoma Ntoso            {speed:.2} GB/s of output ({} kB); looking for `<`, `&` and `>` in it takes {:.2} of that time, \
         copying it {:.2}",
        bytes.len() / 1000,
        ratio(escaped, rendered),
        ratio(copied, rendered)
    );
}
