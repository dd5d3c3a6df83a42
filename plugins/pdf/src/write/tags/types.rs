//! The types of tags (ISO 32000-1, 14.8.4).

use super::tree::Tree;
use crate::layout::{Layout, Role};

/// The type of each node, by its number.
pub(super) fn types(layout: &Layout, tree: &Tree) -> Vec<&'static str> {
    // Where the document has a title, that is its one heading of the first level, and sections are below it.
    let has_title = alive(layout, tree).any(|role| role == Role::Title);
    let mut level = 0;
    let nodes = layout.nodes.iter().enumerate();
    let types = nodes.map(|(number, node)| match node.role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Title | Role::Heading(_) if tree.is_alive(number) => {
            let wanted = match node.role {
                Role::Heading(level) => usize::from(level) + usize::from(has_title),
                _ => 1,
            };
            // No level is skipped on the way down.
            level = wanted.clamp(1, level + 1).min(HEADINGS.len());
            HEADINGS.get(level - 1).copied().unwrap_or("H1")
        }
        Role::Title | Role::Heading(_) | Role::Paragraph => "P",
        Role::Note => "Note",
        Role::Contents => "TOC",
        Role::ContentsEntry => "TOCI",
        Role::Reference => "Reference",
        Role::List(_) => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::TableRow => "TR",
        Role::HeaderCell { .. } => "TH",
        Role::Cell { .. } => "TD",
        Role::Figure => "Figure",
        Role::Caption => "Caption",
        // A link whose destination is not in the document is text.
        Role::Link if tree.has_annotation(number) => "Link",
        Role::Link | Role::Mark => "Span",
    });
    types.collect()
}

const HEADINGS: [&str; 6] = ["H1", "H2", "H3", "H4", "H5", "H6"];

fn alive(layout: &Layout, tree: &Tree) -> impl Iterator<Item = Role> {
    let nodes = layout.nodes.iter().enumerate();
    nodes.filter(|(number, _)| tree.is_alive(*number)).map(|(_, node)| node.role)
}
