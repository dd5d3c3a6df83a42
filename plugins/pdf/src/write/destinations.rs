//! Named destinations (ISO 32000-1, 12.3.2.3): a link to `brief.pdf#nameddest=speech-12` opens at that speech.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::digest::Digest;
use crate::layout::Layout;

/// Names in one leaf of the tree.
const LEAF: usize = 64;

/// Adds the tree of names, in the order of their bytes (UTF-8), and gives its root; `None` where there are none.
pub(super) fn add(
    document: &mut Document,
    layout: &Layout,
    pages: &[ObjectId],
    digest: &mut Digest,
) -> Option<ObjectId> {
    let mut destinations: Vec<_> = layout.destinations.iter().collect();
    destinations.sort_by(|one, other| one.name.as_bytes().cmp(other.name.as_bytes()));
    let leaves: Vec<Object> = destinations
        .chunks(LEAF)
        .map(|leaf| {
            let name = |at: Option<&&crate::layout::Destination>| {
                Object::string_literal(at.map_or("", |destination| &destination.name))
            };
            let mut names = Vec::with_capacity(leaf.len() * 2);
            for destination in leaf {
                digest.update(destination.name.as_bytes());
                names.push(Object::string_literal(destination.name.as_str()));
                names.push(place(layout, pages, destination.page, destination.y));
            }
            let limits = vec![name(leaf.first()), name(leaf.last())];
            document.add_object(dictionary! { "Limits" => limits, "Names" => names }).into()
        })
        .collect();
    if leaves.is_empty() {
        return None;
    }
    let root: Dictionary = dictionary! { "Kids" => leaves };
    Some(document.add_object(root))
}

/// A place on a page, a little above it so that it does not stick to the window's edge; the zoom is left as it is.
pub(super) fn place(layout: &Layout, pages: &[ObjectId], page: usize, y: f32) -> Object {
    let page = pages.get(page).copied().map_or(Object::Null, Object::from);
    let top = (layout.geometry.height - y + 6.0).min(layout.geometry.height).round();
    vec![page, "XYZ".into(), Object::Null, Object::Real(top), Object::Null].into()
}
