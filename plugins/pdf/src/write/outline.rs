//! The outline, nested (ISO 32000-1, 12.3.3).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::destinations::place;
use super::digest::Digest;
use crate::layout::Layout;

/// Adds the outline to the document and gives its root; `None` where there is nothing to list.
pub(super) fn add(
    document: &mut Document,
    layout: &Layout,
    pages: &[ObjectId],
    digest: &mut Digest,
) -> Option<ObjectId> {
    let entries = &layout.outline;
    if entries.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    // By level, the entry that is open for children; the root stands before all.
    let mut path: Vec<usize> = Vec::new();
    let mut family = vec![Family::default(); entries.len() + 1];
    for (at, entry) in entries.iter().enumerate() {
        path.truncate(entry.level);
        let parent = path.last().map_or(0, |parent| parent + 1);
        let previous = family.get_mut(parent).and_then(|parent| {
            parent.first.get_or_insert(at);
            parent.children += 1;
            parent.last.replace(at)
        });
        if let Some(next) = previous.and_then(|previous| family.get_mut(previous + 1)) {
            next.next = Some(at);
        }
        if let Some(own) = family.get_mut(at + 1) {
            (own.parent, own.previous) = (parent, previous);
        }
        path.push(at);
    }
    let id = |at: usize| ids.get(at).copied().map(Object::from);
    let link = |dictionary: &mut Dictionary, key: &str, to: Option<usize>| {
        if let Some(to) = to.and_then(id) {
            dictionary.set(key, to);
        }
    };
    for (at, (entry, &own)) in std::iter::zip(entries, &ids).enumerate() {
        let Some(relations) = family.get(at + 1) else { continue };
        digest.update(entry.title.as_bytes());
        let mut item = dictionary! {
            "Title" => text_string(&entry.title),
            "Parent" => relations.parent.checked_sub(1).and_then(id).unwrap_or_else(|| root.into()),
            "Dest" => place(layout, pages, entry.page, entry.y),
        };
        link(&mut item, "Prev", relations.previous);
        link(&mut item, "Next", relations.next);
        link(&mut item, "First", relations.first);
        link(&mut item, "Last", relations.last);
        if relations.children > 0 {
            item.set("Count", if entry.open { relations.children } else { -relations.children });
        }
        document.set_object(own, item);
    }
    let top = family.first()?;
    let mut outline = dictionary! { "Type" => "Outlines" };
    link(&mut outline, "First", top.first);
    link(&mut outline, "Last", top.last);
    outline.set("Count", shown(layout, &family));
    document.set_object(root, outline);
    Some(root)
}

/// The relations of an entry; the root's are the first, and entry n has those of place n + 1.
#[derive(Debug, Clone, Default)]
struct Family {
    /// In places of the family: 0 is the root.
    parent: usize,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    children: i64,
}

/// How many entries are seen at first.
fn shown(layout: &Layout, family: &[Family]) -> i64 {
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
        count += i64::from(visible);
    }
    count
}
