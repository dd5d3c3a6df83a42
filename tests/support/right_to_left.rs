//! What pdftotext makes of text that runs from right to left.
//!
//! It takes full stops, commas, colons, percent signs and figures between such words for text from left to right, and
//! the space beside them with it: `word. Next` comes out as `word .Next`, `12.5%` as `%12.5`. So letters are compared,
//! with the marks on them, and not signs. This it does with the files of every program.

use plenary_core::Session;
use plenary_core::model::walk::{Node, walk};

/// Whether any text of the session runs from right to left.
pub fn is_used(session: &Session<'_>) -> bool {
    let mut used = false;
    walk(session, &mut |_, text| {
        used |= text.as_str().chars().any(|c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFC}'));
    });
    used
}

/// Every text stands in what was read, those of the speeches in order.
///
/// # Errors
/// The first that does not.
pub fn keeps_the_letters(session: &Session<'_>, read: &str) -> Result<(), String> {
    let read = letters(read);
    let mut lacking = None;
    walk(session, &mut |what, text| {
        // Labels become structure, and the title's line is divided.
        if matches!(what, Node::Label | Node::Title) {
            return;
        }
        // On a page that it takes for one from right to left, the words of a line that begins at the left are reversed.
        let begins_left = text.as_str().chars().find(|c| c.is_alphabetic()).is_some_and(|c| c.is_ascii());
        let is_there = match begins_left {
            true => text.as_str().split_whitespace().all(|word| read.contains(&letters(word))),
            false => read.contains(&letters(text.as_str())),
        };
        if !is_there {
            lacking.get_or_insert_with(|| format!("{what:?} `{}` is not there", text.as_str()));
        }
    });
    if let Some(lacking) = lacking {
        return Err(lacking);
    }
    let mut at = 0;
    for block in session.speeches().flat_map(|speech| &speech.blocks) {
        let text = letters(block.text.as_str());
        let found = read[at..].find(&text).ok_or_else(|| format!("`{text}` is not in its place"))?;
        at += found + text.len();
    }
    Ok(())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}
