//! Annotations that lead from places on a page to named destinations (ISO 32000-1, 12.5.6.5).

use crate::layout::{Item, ItemKind, Layout, Page, TextArena};
use crate::write::file::{Bytes, File, Length, Ref, Row, Text};
use crate::write::page::runs;

/// Where the annotations are.
pub(in crate::write) struct Links {
    first: Ref,
    /// How many there are before each page; one more than there are pages.
    before: Vec<usize>,
}

impl Links {
    /// Writes them. Their keys in the parent tree follow those of the pages.
    pub(in crate::write) fn write(file: &mut File, layout: &Layout) -> Self {
        let count =
            |page: &Page| page.items.iter().filter(|item| matches!(item.kind, ItemKind::Link { .. })).count();
        let first = file.reserve_all(layout.pages.iter().map(count).sum());
        let mut before = vec![0];
        let mut number = 0;
        for page in &layout.pages {
            for run in runs(page) {
                let mut contents = None;
                for item in &run.items {
                    let ItemKind::Link { x, y, width, height, to } = &item.kind else { continue };
                    let (upper, lower) = (layout.geometry.height - y, layout.geometry.height - y - height);
                    let edges = [*x, lower, x + width, upper].map(Length);
                    let contents = contents.get_or_insert_with(|| said(&run.items, &layout.text));
                    // To be printed (F 4), which archives want of every annotation.
                    let annotation = format!(
                        "<</Type/Annot/Subtype/Link/Rect[{}]/Border[0 0 0]/F 4/Dest{}/Contents{}/StructParent {}>>",
                        Row(edges.iter()),
                        Bytes(to.as_bytes()),
                        Text(contents),
                        layout.pages.len() + number,
                    );
                    file.put(first.plus(number), annotation);
                    number += 1;
                }
            }
            before.push(number);
        }
        Self { first, before }
    }

    /// The annotation of this number.
    pub(in crate::write) fn annotation(&self, number: usize) -> Ref {
        self.first.plus(number)
    }

    /// Those of a page.
    pub(in crate::write) fn on(&self, page: usize) -> impl Iterator<Item = Ref> + Clone + '_ {
        let at = |page: usize| self.before.get(page).copied().unwrap_or(0);
        (at(page)..at(page + 1)).map(|number| self.annotation(number))
    }
}

/// What stands at the link, for whoever cannot see it.
fn said(items: &[&Item], text: &TextArena) -> String {
    let lines = items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(line) => Some(text.read(line)),
        _ => None,
    });
    let words: Vec<String> = lines.map(|line| line.trim().to_owned()).collect();
    words.join(" ")
}
