//! What lopdf reads in a PDF.

use lopdf::{Document, Object};

/// The named destinations (ISO 32000-1, 12.3.2.3): the keys of the leaves of the name tree.
pub(crate) fn destinations(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).expect("a PDF");
    let leaves = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Names").ok()?.as_array().ok());
    let names = leaves.flatten().step_by(2).filter_map(|name| Object::as_str(name).ok());
    names.map(|name| String::from_utf8(name.to_vec()).expect("UTF-8")).collect()
}
