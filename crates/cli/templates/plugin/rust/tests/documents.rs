//! What is made of the sample session.

use plenary_my_format::{BUNDLED, Options, Order, WordsBySpeaker};

use plenary_plugin_sdk::serde_json::json;
use plenary_plugin_sdk::{Session, testing};

const FORMAT: &str = "my-format";

fn sample() -> Session<'static> {
    testing::session(include_str!("../sample.session.json")).expect("the sample is a session")
}

/// The document, made by the renderer itself.
fn document(options: &Options) -> String {
    let rendered =
        testing::render::<WordsBySpeaker>(&sample(), FORMAT, options).expect("a document");
    String::from_utf8(rendered.bytes).expect("a text")
}

#[test]
fn speakers_stand_in_the_order_of_the_session() {
    assert_eq!(
        document(&Options::default()),
        "A bench for the ferry pier\n\n     17  Chair\n     27  Nadia Osei\n     20  Tomas Lind\n"
    );
}

#[test]
fn options_change_order_and_choice() {
    let options = Options {
        order: Order::Words,
        at_least: 20,
    };
    assert_eq!(
        document(&options),
        "A bench for the ferry pier\n\n     27  Nadia Osei\n     20  Tomas Lind\n"
    );
}

/// The way a host goes: the manifest is in order, and the exported table makes the same document.
#[test]
fn a_host_gets_the_same_document() {
    let manifest = testing::manifest(&BUNDLED).expect("a manifest without a fault");
    assert_eq!(manifest.name, FORMAT);
    let options = json!({ "order": "words", "at-least": 20 });
    let rendered =
        testing::render_exported(&BUNDLED, &sample(), FORMAT, &options).expect("a document");
    let options = Options {
        order: Order::Words,
        at_least: 20,
    };
    assert_eq!(String::from_utf8_lossy(&rendered.bytes), document(&options));
}
