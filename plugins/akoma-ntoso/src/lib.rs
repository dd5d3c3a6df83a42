//! Akoma Ntoso debate records of a session.
//!
//! [`AkomaNtoso`] writes a `debate` of Akoma Ntoso 3.0, valid by the OASIS schema of 29 August 2018, named by the
//! Akoma Ntoso Naming Convention 1.0 under the profile of the United Nations (AKN4UN); and its report by itself. What becomes of every node
//! of the model, and the options, are in the plugin's `README.md`.

mod blocks;
mod body;
mod closing;
mod conclusions;
mod document;
mod findings;
mod iri;
mod label;
mod language;
mod meta;
mod number;
mod options;
mod points;
mod preface;
mod record;
mod references;
mod report;
mod transcript;
mod value;
mod work;

pub use document::AkomaNtoso;
pub use options::{Iris, Options, Profile, Report, Scope};

/// The namespace of what Akoma Ntoso has no elements for; `schema/plenary.xsd` describes it.
pub const NAMESPACE: &str = "https://github.com/plenary/plenary/ns/akoma-ntoso/1";

plenary_plugin_sdk::export_plugin! {
    name: akoma_ntoso,
    renderer: AkomaNtoso,
    manifest: "plugin.json",
}
