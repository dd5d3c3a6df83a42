//! TEI of a session, as corpora of debates have it.
//!
//! [`Tei`] writes a `TEI` document by the recommendations of Parla-CLARIN, valid by their schema and by that of the whole
//! TEI. What becomes of every node of the model, and the options, are in the plugin's `README.md`.

mod back;
mod blocks;
mod body;
mod document;
mod findings;
mod front;
mod header;
mod id;
mod options;
mod record;
mod timeline;

pub use document::Tei;
pub use options::Options;

plenary_plugin_sdk::export_plugin! {
    name: tei,
    renderer: Tei,
    manifest: "plugin.json",
}
