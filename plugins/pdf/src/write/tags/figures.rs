//! Where figures stand on their pages.

use std::collections::HashMap;

use crate::layout::{ItemKind, Layout, NodeId, Role};
use crate::write::page::runs;

/// The place of a figure, from the page's upper left corner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    left: f32,
    upper: f32,
    right: f32,
    lower: f32,
}

impl Extent {
    /// Left, lower, right and upper edge, from the page's lower left corner.
    pub(super) fn edges(self, page_height: f32) -> [f32; 4] {
        [self.left, page_height - self.lower, self.right, page_height - self.upper]
    }

    fn and(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            upper: self.upper.min(other.upper),
            right: self.right.max(other.right),
            lower: self.lower.max(other.lower),
        }
    }
}

/// The place of each figure on the page where it begins.
pub(super) fn extents(layout: &Layout) -> HashMap<NodeId, Extent> {
    let mut extents = HashMap::new();
    if !layout.nodes.iter().any(|node| node.role == Role::Figure) {
        return extents;
    }
    for page in &layout.pages {
        let mut here: HashMap<NodeId, Extent> = HashMap::new();
        for run in runs(page) {
            let Some(node) = run.node() else { continue };
            let Some(figure) = figure(layout, node) else { continue };
            for extent in run.items.iter().filter_map(|item| extent(layout, &item.kind)) {
                here.entry(figure).and_modify(|known| *known = known.and(extent)).or_insert(extent);
            }
        }
        for (figure, extent) in here {
            extents.entry(figure).or_insert(extent);
        }
    }
    extents
}

/// The figure a node is, or stands in.
fn figure(layout: &Layout, node: NodeId) -> Option<NodeId> {
    std::iter::successors(Some(node), |node| layout.nodes.get(node.0)?.parent)
        .find(|node| layout.nodes.get(node.0).is_some_and(|node| node.role == Role::Figure))
}

fn extent(layout: &Layout, kind: &ItemKind) -> Option<Extent> {
    match kind {
        ItemKind::Text(line) => {
            let sizes = layout.text.atoms(line).filter_map(|atom| layout.text.style(atom));
            let size = sizes.map(|style| style.size).fold(0.0, f32::max);
            // As far as letters of most faces reach.
            let (upper, lower) = (line.y - 0.8 * size, line.y + 0.25 * size);
            Some(Extent { left: line.x, upper, right: line.x + line.width, lower })
        }
        ItemKind::Fill { x, y, width, height, .. } => {
            Some(Extent { left: *x, upper: *y, right: x + width, lower: y + height })
        }
        ItemKind::Link { .. } => None,
    }
}
