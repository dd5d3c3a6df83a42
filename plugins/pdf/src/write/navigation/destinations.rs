//! Named destinations (ISO 32000-1, 12.3.2.3): a link to `brief.pdf#nameddest=speech-12` opens at that speech.

use crate::layout::Layout;
use crate::write::file::{File, Ref, name_tree};

/// Writes the tree of names (UTF-8), and gives its root; `None` where there are none.
pub(in crate::write) fn write(file: &mut File, layout: &Layout, pages: Ref) -> Option<Ref> {
    let mut destinations: Vec<_> = layout.destinations.iter().collect();
    destinations.sort_unstable_by_key(|destination| destination.name.as_bytes());
    let names = destinations.into_iter().map(|destination| {
        (destination.name.as_bytes(), place(layout, pages, destination.page, destination.y))
    });
    name_tree(file, names)
}

/// A place on a page, a little above it so that it does not stick to the window's edge; the zoom is left as it is.
pub(super) fn place(layout: &Layout, pages: Ref, page: usize, y: f32) -> String {
    let top = (layout.geometry.height - y + 6.0).min(layout.geometry.height).round();
    format!("[{}/XYZ null {top} null]", pages.plus(page))
}
