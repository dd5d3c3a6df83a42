//! Nodes as structure elements (ISO 32000-1, 14.7.2), and the way back to them from the pages.

use std::fmt::Write as _;

use plenary_plugin_sdk::RenderError;

use super::figures::extents;
use super::tree::{Kid, Tree};
use crate::layout::{Layout, Node, NodeId, Numbering, Role, Scope};
use crate::write::file::{Bytes, File, Length, Ref, Row, Text, name_tree};
use crate::write::navigation::Links;

/// Keys in one leaf of the parent tree.
const LEAF: usize = 64;

impl Tree {
    /// Writes the elements, and gives the tree's root.
    ///
    /// The key of a page in the parent tree is its number, from 0; annotations follow.
    pub(in crate::write) fn write(
        &self,
        file: &mut File,
        layout: &Layout,
        pages: Ref,
        links: &Links,
    ) -> Result<Ref, RenderError> {
        let root = file.reserve();
        let ids = Ids::new(self, layout, file);
        let figures = extents(layout);
        let mut notes = Vec::new();
        let mut element = String::new();
        for (number, node) in layout.nodes.iter().enumerate().filter(|(number, _)| self.is_alive(*number)) {
            let id = NodeId(number);
            element.clear();
            let parent = node.parent.map_or(root, |parent| ids.of(parent));
            write!(element, "<</S/{}/P {parent}", self.tag(id))?;
            if let Some(alternative) = &node.alternative {
                write!(element, "/Alt{}", Text(alternative))?;
            }
            if node.role == Role::Note {
                // As wide as any, so that the names are in order.
                let name = format!("note-{number:010}");
                write!(element, "/ID{}", Bytes(name.as_bytes()))?;
                notes.push((name, ids.of(id)));
            }
            match (node.role, figures.get(&id)) {
                (Role::Figure, Some(edges)) => {
                    let edges = edges.edges(layout.geometry.height).map(Length);
                    write!(element, "/A<</O/Layout/Placement/Block/BBox[{}]>>", Row(edges.iter()))?;
                }
                _ => attributes(node, &mut element)?,
            }
            self.write_kids(id, &ids, pages, links, &mut element)?;
            element.push_str(">>");
            file.put(ids.of(id), &element);
        }
        let parents = self.parents(file, &ids);
        let keys = self.pages.len() - 1 + self.annotations.len();
        let document = ids.of(NodeId(0));
        let names = match name_tree(file, notes.iter().map(|(name, id)| (name.as_bytes(), *id))) {
            Some(names) => format!("/IDTree {names}"),
            None => String::new(),
        };
        let object = format!(
            "<</Type/StructTreeRoot/K {document}/ParentTree {parents}/ParentTreeNextKey {keys}{names}>>"
        );
        file.put(root, object);
        Ok(root)
    }

    /// What the element holds. Most hold content of one page, which is then named once.
    fn write_kids(
        &self,
        id: NodeId,
        ids: &Ids,
        pages: Ref,
        links: &Links,
        into: &mut String,
    ) -> Result<(), RenderError> {
        let own = self.kids(id).find_map(|kid| match kid {
            Kid::Marked { page, .. } => Some(page),
            _ => None,
        });
        if let Some(page) = own {
            write!(into, "/Pg {}", pages.plus(page as usize))?;
        }
        into.push_str("/K[");
        for (nth, kid) in self.kids(id).enumerate() {
            if nth > 0 {
                into.push(' ');
            }
            match kid {
                Kid::Node(kid) => write!(into, "{}", ids.of(kid))?,
                Kid::Marked { page, number } if own == Some(page) => write!(into, "{number}")?,
                Kid::Marked { page, number } => {
                    write!(into, "<</Type/MCR/Pg {}/MCID {number}>>", pages.plus(page as usize))?;
                }
                Kid::Annotation { page, number } => {
                    let page = pages.plus(page as usize);
                    write!(into, "<</Type/OBJR/Pg {page}/Obj {}>>", links.annotation(number as usize))?;
                }
            }
        }
        into.push(']');
        Ok(())
    }

    /// The parent tree: for each page the elements of its marked content, for each annotation its element.
    fn parents(&self, file: &mut File, ids: &Ids) -> Ref {
        let of = |node: &NodeId| ids.of(*node);
        let pages = self.pages.windows(2).map(|page| {
            let marks = self.marks.get(page.first().copied().unwrap_or(0)..page.last().copied().unwrap_or(0));
            format!("[{}]", Row(marks.unwrap_or_default().iter().map(of)))
        });
        let annotations = self.annotations.iter().map(|node| of(node).to_string());
        let values: Vec<String> = pages.chain(annotations).collect();
        let mut leaves = Vec::new();
        for (nth, leaf) in values.chunks(LEAF).enumerate() {
            let first = nth * LEAF;
            let numbers = leaf.iter().zip(first..).map(|(value, key)| format!("{key} {value}"));
            let (numbers, last) = (numbers.collect::<Vec<_>>(), first + leaf.len() - 1);
            let leaf = format!("<</Limits[{first} {last}]/Nums[{}]>>", Row(numbers.iter()));
            leaves.push(file.add(leaf));
        }
        file.add(format!("<</Kids[{}]>>", Row(leaves.iter())))
    }
}

/// The object of each node that is written.
struct Ids {
    first: Ref,
    /// How many nodes before this one are written.
    ranks: Vec<u32>,
}

impl Ids {
    fn new(tree: &Tree, layout: &Layout, file: &mut File) -> Self {
        let mut count = 0;
        let mut ranks = Vec::with_capacity(layout.nodes.len());
        for number in 0..layout.nodes.len() {
            ranks.push(count);
            count += u32::from(tree.is_alive(number));
        }
        Self { first: file.reserve_all(count as usize), ranks }
    }

    fn of(&self, node: NodeId) -> Ref {
        self.first.plus(self.ranks.get(node.0).map_or(0, |rank| *rank as usize))
    }
}

/// What a list is numbered with, what a cell covers and names (ISO 32000-1, 14.8.5).
fn attributes(node: &Node, into: &mut String) -> Result<(), RenderError> {
    let (scope, columns) = match node.role {
        Role::List(numbering) => {
            let numbering = match numbering {
                Numbering::Bullets => "Disc",
                Numbering::Decimal => "Decimal",
            };
            write!(into, "/A<</O/List/ListNumbering/{numbering}>>")?;
            return Ok(());
        }
        Role::HeaderCell { scope: Scope::Column, columns } => ("/Scope/Column", columns),
        Role::HeaderCell { scope: Scope::Row, columns } => ("/Scope/Row", columns),
        Role::Cell { columns } => ("", columns),
        _ => return Ok(()),
    };
    match columns {
        0 | 1 if scope.is_empty() => {}
        0 | 1 => write!(into, "/A<</O/Table{scope}>>")?,
        _ => write!(into, "/A<</O/Table{scope}/ColSpan {columns}>>")?,
    }
    Ok(())
}
