//! The outline, nested (ISO 32000-1, 12.3.3).

use std::fmt::Write as _;

use plenary_plugin_sdk::RenderError;

use super::destinations::place;

use crate::layout::Layout;
use crate::write::file::{File, Ref, Text};

/// Writes the outline, and gives its root; `None` where there is nothing to list.
pub(in crate::write) fn write(
    file: &mut File,
    layout: &Layout,
    pages: Ref,
) -> Result<Option<Ref>, RenderError> {
    let entries = &layout.outline;
    if entries.is_empty() {
        return Ok(None);
    }
    let family = families(layout);
    // The root stands before all.
    let root = file.reserve_all(family.len());
    let mut item = String::new();
    for (at, entry) in entries.iter().enumerate() {
        let Some(own) = family.get(at + 1) else { continue };
        let place = place(layout, pages, entry.page, entry.y);
        item.clear();
        write!(item, "<</Title{}/Parent {}/Dest{place}", Text(&entry.title), root.plus(own.parent))?;
        for (key, to) in [("Prev", own.previous), ("Next", own.next)] {
            link(key, to, root, &mut item)?;
        }
        own.children(root, &mut item)?;
        if own.children > 0 {
            write!(item, "/Count {}{}", if entry.open { "" } else { "-" }, own.children)?;
        }
        item.push_str(">>");
        file.put(root.plus(at + 1), &item);
    }
    item.clear();
    item.push_str("<</Type/Outlines");
    if let Some(top) = family.first() {
        top.children(root, &mut item)?;
    }
    write!(item, "/Count {}>>", shown(layout, &family))?;
    file.put(root, &item);
    Ok(Some(root))
}

/// The relations of an entry; the root's are the first, and entry n has those of place n + 1.
#[derive(Debug, Clone, Default)]
struct Family {
    parent: usize,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    children: usize,
}

impl Family {
    fn children(&self, root: Ref, into: &mut String) -> Result<(), RenderError> {
        link("First", self.first, root, into)?;
        link("Last", self.last, root, into)
    }
}

fn link(key: &str, to: Option<usize>, root: Ref, into: &mut String) -> Result<(), RenderError> {
    if let Some(to) = to {
        write!(into, "/{key} {}", root.plus(to))?;
    }
    Ok(())
}

fn families(layout: &Layout) -> Vec<Family> {
    let mut family = vec![Family::default(); layout.outline.len() + 1];
    // By level, the entry that is open for children.
    let mut path: Vec<usize> = Vec::new();
    for (own, entry) in (1..).zip(&layout.outline) {
        path.truncate(entry.level);
        let parent = path.last().copied().unwrap_or(0);
        let previous = family.get_mut(parent).and_then(|parent| {
            parent.first.get_or_insert(own);
            parent.children += 1;
            parent.last.replace(own)
        });
        if let Some(next) = previous.and_then(|previous| family.get_mut(previous)) {
            next.next = Some(own);
        }
        if let Some(relations) = family.get_mut(own) {
            (relations.parent, relations.previous) = (parent, previous);
        }
        path.push(own);
    }
    family
}

/// How many entries are seen at first.
fn shown(layout: &Layout, family: &[Family]) -> usize {
    let mut seen = vec![true; family.len()];
    let mut count = 0;
    for (at, relations) in family.iter().enumerate().skip(1) {
        let parent = relations.parent;
        let open =
            parent.checked_sub(1).and_then(|entry| layout.outline.get(entry)).is_none_or(|entry| entry.open);
        let visible = open && seen.get(parent).copied().unwrap_or(true);
        if let Some(own) = seen.get_mut(at) {
            *own = visible;
        }
        count += usize::from(visible);
    }
    count
}
