//! What is in which node, in reading order.

use std::ops::Range;

use super::types::types;
use crate::layout::{ItemKind, Layout, NodeId, Role};
use crate::write::page::runs;

/// The nodes of a layout with what they hold.
pub(in crate::write) struct Tree {
    /// What the nodes hold, node by node.
    kids: Vec<Kid>,
    /// Where in `kids` that of each node begins; one more than there are nodes.
    begins: Vec<u32>,
    /// Whether a node is written: nothing is left of one without content, but for a cell.
    alive: Vec<bool>,
    /// The type of each node.
    types: Vec<&'static str>,
    /// The node of each marked content and of each annotation, in the order of the pages.
    pub(super) marks: Vec<NodeId>,
    pub(super) annotations: Vec<NodeId>,
    /// Where in `marks` those of each page begin; one more than there are pages.
    pub(super) pages: Vec<usize>,
}

/// Something in a node.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kid {
    /// A node.
    Node(NodeId),
    /// A page's marked content of this number.
    Marked { page: u32, number: u32 },
    /// The annotation of this number, counted through the document, on its page.
    Annotation { page: u32, number: u32 },
}

impl Tree {
    pub(in crate::write) fn of(layout: &Layout) -> Self {
        let mut collected = Collected { layout, kids: Vec::new(), attached: 1 };
        let (mut marks, mut annotations, mut pages) = (Vec::new(), Vec::new(), vec![0]);
        for (page, on_page) in (0..).zip(&layout.pages) {
            let mut number = 0;
            for run in runs(on_page) {
                let Some(node) = run.node() else { continue };
                collected.attach(node);
                if run.is_drawn() {
                    collected.kids.push((node, Kid::Marked { page, number }));
                    marks.push(node);
                    number += 1;
                }
                for _ in run.items.iter().filter(|item| matches!(item.kind, ItemKind::Link { .. })) {
                    let number = u32::try_from(annotations.len()).unwrap_or(u32::MAX);
                    collected.kids.push((node, Kid::Annotation { page, number }));
                    annotations.push(node);
                }
            }
            pages.push(marks.len());
        }
        collected.attach(NodeId(layout.nodes.len().saturating_sub(1)));
        let (kids, begins) = collected.by_node();
        let mut tree = Self { kids, begins, alive: Vec::new(), types: Vec::new(), marks, annotations, pages };
        tree.alive = tree.with_content(layout);
        tree.types = types(layout, &tree);
        tree
    }

    /// What a node holds; of nodes those that are written.
    pub(super) fn kids(&self, node: NodeId) -> impl Iterator<Item = Kid> + Clone {
        let kids = self.kids.get(self.range(node.0)).unwrap_or_default().iter().copied();
        kids.filter(|kid| !matches!(kid, Kid::Node(kid) if !self.is_alive(kid.0)))
    }

    /// Whether a node is written.
    pub(super) fn is_alive(&self, node: usize) -> bool {
        self.alive.get(node).copied().unwrap_or(false)
    }

    /// Whether a node holds an annotation.
    pub(super) fn has_annotation(&self, node: usize) -> bool {
        let kids = self.kids.get(self.range(node)).unwrap_or_default();
        kids.iter().any(|kid| matches!(kid, Kid::Annotation { .. }))
    }

    /// The type of a node.
    pub(in crate::write) fn tag(&self, node: NodeId) -> &'static str {
        self.types.get(node.0).copied().unwrap_or("Span")
    }

    fn range(&self, node: usize) -> Range<usize> {
        let at = |place: usize| self.begins.get(place).map_or(self.kids.len(), |begin| *begin as usize);
        at(node)..at(node + 1)
    }

    /// Which nodes are written. Parents come before their children.
    fn with_content(&self, layout: &Layout) -> Vec<bool> {
        let mut alive = vec![false; layout.nodes.len()];
        for (number, node) in layout.nodes.iter().enumerate().rev() {
            let is_cell = matches!(node.role, Role::Cell { .. } | Role::HeaderCell { .. });
            let kids = self.kids.get(self.range(number)).unwrap_or_default();
            let holds = kids.iter().any(|kid| match kid {
                Kid::Node(kid) => alive.get(kid.0).copied().unwrap_or(false),
                Kid::Marked { .. } | Kid::Annotation { .. } => true,
            });
            if let Some(own) = alive.get_mut(number) {
                *own = holds || is_cell || node.role == Role::Document;
            }
        }
        alive
    }
}

/// What is found page by page, each with the node it is in.
struct Collected<'a> {
    layout: &'a Layout,
    kids: Vec<(NodeId, Kid)>,
    /// Nodes before this one are in their parents.
    attached: usize,
}

impl Collected<'_> {
    /// Puts every node up to this one into its parent: nodes come in reading order, and between those of a paragraph
    /// stands its own text.
    fn attach(&mut self, node: NodeId) {
        while self.attached <= node.0 {
            let id = NodeId(self.attached);
            if let Some(parent) = self.layout.nodes.get(id.0).and_then(|node| node.parent) {
                self.kids.push((parent, Kid::Node(id)));
            }
            self.attached += 1;
        }
    }

    fn by_node(mut self) -> (Vec<Kid>, Vec<u32>) {
        self.kids.sort_by_key(|(node, _)| *node);
        let mut begins = Vec::with_capacity(self.layout.nodes.len() + 1);
        for (at, (node, _)) in (0..).zip(&self.kids) {
            begins.resize(node.0 + 1, at);
        }
        (self.kids.into_iter().map(|(_, kid)| kid).collect(), begins)
    }
}
