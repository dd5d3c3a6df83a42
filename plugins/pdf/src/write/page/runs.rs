//! A page's items as runs that belong together: marked content is numbered by them.

use crate::layout::{Artifact, Item, ItemKind, NodeId, Page, Part};

/// Items of one part, one behind the other.
pub(in crate::write) struct Run<'a> {
    pub(in crate::write) part: Part,
    pub(in crate::write) items: Vec<&'a Item>,
}

impl Run<'_> {
    /// Whether something of it is drawn: else it has no marked content, and no number.
    pub(in crate::write) fn is_drawn(&self) -> bool {
        self.items.iter().any(|item| !matches!(item.kind, ItemKind::Link { .. }))
    }

    /// The node it is content of.
    pub(in crate::write) fn node(&self) -> Option<NodeId> {
        match self.part {
            Part::Content(node) => Some(node),
            Part::Artifact(_) => None,
        }
    }
}

/// What lies behind everything else on the page.
pub(super) fn backdrop(page: &Page) -> impl Iterator<Item = &Item> {
    page.items.iter().filter(|item| is_backdrop(item))
}

fn is_backdrop(item: &Item) -> bool {
    matches!((item.part, &item.kind), (Part::Artifact(_), ItemKind::Fill { .. }))
}

/// Everything else, in reading order. The runs that are content and drawn have the numbers from 0 on (MCIDs).
pub(in crate::write) fn runs(page: &Page) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for item in page.items.iter().filter(|item| !is_backdrop(item)) {
        match runs.last_mut() {
            Some(run) if run.part == item.part => run.items.push(item),
            _ => runs.push(Run { part: item.part, items: vec![item] }),
        }
    }
    runs
}

/// The entries that tell what kind of artifact something is (ISO 32000-1, table 330).
pub(super) fn kind(artifact: Artifact) -> &'static [(&'static str, &'static str)] {
    match artifact {
        Artifact::Head => &[("Type", "Pagination"), ("Subtype", "Header"), ("Attached", "Top")],
        Artifact::Foot => &[("Type", "Pagination"), ("Subtype", "Footer"), ("Attached", "Bottom")],
        Artifact::Repeated => &[("Type", "Pagination")],
        Artifact::Decoration => &[("Type", "Layout")],
    }
}
