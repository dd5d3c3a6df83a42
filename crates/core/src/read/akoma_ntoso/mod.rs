//! Akoma Ntoso: the debate records of parliaments, and those that plenary writes.
//!
//! The document is read in one pass, without recursion: elements are opened and closed on a stack of their own, and
//! the texts between them are handed out in order, each with the markup before and behind it. Entities a document
//! declares itself are never expanded.

mod debate;
mod frame;
mod front;
mod names;
mod own;
mod people;
mod prose;
mod run;
mod scan;
mod speeches;

use debate::Debate;
use scan::{Scan, Token};

use super::lines::Line;
use super::{Certainty, Reading};

/// The namespace of what Akoma Ntoso has no elements for; the renderer writes it.
const NAMESPACE: &str = "https://github.com/plenary/plenary/ns/akoma-ntoso/1";

/// Whether `text` is a debate: by its root element, and by the document in it.
pub(super) fn detect(text: &str, lines: &[Line<'_>]) -> Certainty {
    match document(text, lines) {
        Some("debate" | "debateReport") => Certainty::Sure,
        _ => Certainty::No,
    }
}

/// The kind of document that an Akoma Ntoso text holds: `debate`, `act`; `None` where it is no such text.
pub(super) fn document<'src>(text: &'src str, lines: &[Line<'_>]) -> Option<&'src str> {
    let top = lines.get(..MOST_ASKED).unwrap_or(lines);
    if !top.iter().any(|line| memchr::memchr(b'<', line.text.as_bytes()).is_some()) {
        return None;
    }
    let mut scan = Scan::new(text, NAMESPACE);
    let mut within = false;
    loop {
        match scan.next() {
            Ok(Token::Start(tag)) if within => return Some(tag.name),
            Ok(Token::Start(tag)) if tag.name == "akomaNtoso" => within = true,
            Ok(Token::Furniture | Token::Words) => continue,
            _ => return None,
        }
    }
}

/// How many lines are looked at for the first tag.
const MOST_ASKED: usize = 40;

/// Reads a debate.
pub(super) fn read<'src>(text: &'src str, _: &[Line<'src>]) -> Reading<'src> {
    Debate::new(text).read()
}
