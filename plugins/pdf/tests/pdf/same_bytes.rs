//! The same session gives the same bytes: again, after others, and on another thread.

use plenary_pdf::{Options, Paper};
use plenary_plugin_sdk::Session;

use crate::build::{empty, whole};
use crate::file::file;

fn bytes(session: &Session<'_>) -> Vec<u8> {
    file(session, &Options::default())
}

#[test]
fn again_and_in_any_order() {
    let first = bytes(&whole());
    let nothing = bytes(&empty());
    file(&whole(), &Options { paper: Paper::Letter, justify: true, ..Options::default() });
    assert!(bytes(&whole()) == first);
    assert!(bytes(&empty()) == nothing);
}

#[test]
fn on_any_thread() {
    let first = bytes(&whole());
    let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(|| bytes(&whole()))).collect();
    for thread in threads {
        assert!(thread.join().unwrap() == first);
    }
}
