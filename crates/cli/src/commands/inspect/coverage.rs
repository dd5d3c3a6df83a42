//! The page with what was made of each piece of it.

use std::fmt::Write;

use plenary_core::Session;
use plenary_core::model::walk::in_source_order;

use crate::lines::{LINE_END, lines};
use crate::page::Page;
use crate::table::visible;

/// What stands beside a piece that is in no text of the model.
const NOTHING: &str = "(nothing)";

/// A line of the page a line, split where a line holds several pieces: number, node, text.
pub(super) fn page(session: &Session<'_>, page: &Page) -> String {
    let mut listing = Listing { text: String::with_capacity(page.text.len() * 2), line: 1, numbered: false };
    let mut at = 0;
    for (node, text) in in_source_order(session) {
        let span = text.span();
        if let Some(gap) = page.source_text().and_then(|source| source.get(at..span.start)) {
            listing.piece(NOTHING, gap);
        }
        listing.piece(node.name(), text.raw());
        at = at.max(span.end);
    }
    if let Some(gap) = page.source_text().and_then(|source| source.get(at..)) {
        listing.piece(NOTHING, gap);
    }
    listing.text
}

struct Listing {
    text: String,
    line: usize,
    /// Whether the line's number stands there already.
    numbered: bool,
}

impl Listing {
    fn piece(&mut self, node: &str, text: &str) {
        for part in lines(text) {
            let line = part.trim_end_matches(LINE_END);
            // Of a line that others fill, its end is nothing to show.
            if !line.is_empty() || !self.numbered {
                let number = if self.numbered { String::new() } else { self.line.to_string() };
                // Writing to a string does not fail.
                let _ = write!(self.text, "{number:>6}  {node:<16}  {}", visible(line));
                self.text.truncate(self.text.trim_end_matches(' ').len());
                self.text.push('\n');
            }
            self.numbered = !part.ends_with(LINE_END);
            self.line += usize::from(!self.numbered);
        }
    }
}
