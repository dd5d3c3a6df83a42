//! What was left behind in the making of the page: a language model's notes on its own text, marks of words that
//! nobody understood.

use memchr::{memchr2_iter, memmem};

use crate::diagnostic::codes::audit::{INAUDIBLE, WRITING_NOTE};
use crate::model::{Block, Session, Text};

use super::evidence::{Evidence, within};
use super::findings::Findings;

/// Phrases of which one makes a sentence one about the text it stands in.
const NOTES: &[&str] = &[
    "UK spelling",
    "US spelling",
    "UK English",
    "spelling and grammar",
    "grammatical errors",
    "grammatical error",
    "grammatically correct",
    "long-tail keyword",
    "long tail keyword",
    "original analysis",
    "original summary",
    "main analysis text",
    "accurately reflects the main analysis",
    "summary accurately",
    "s an AI language model",
    "an AI assistant, I",
    "I'm sorry, but I",
    "I’m sorry, but I",
    "I apologise, but I",
    "I apologize, but I",
];

/// What is written for words that were not understood, behind an opening bracket.
const NOT_UNDERSTOOD: &[&str] =
    &["inaudible", "unintelligible", "indiscernible", "unclear", "no audio", "audio lost"];

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    notes(evidence.session, findings);
    inaudible(evidence.session, findings);
}

fn notes(session: &Session<'_>, findings: &mut Findings) {
    let finders: Vec<_> = NOTES.iter().map(memmem::Finder::new).collect();
    let blocks = session.parts().flat_map(|part| &part.blocks);
    for Block { text, .. } in blocks.chain(session.profiles().flat_map(|profile| &profile.report)) {
        let content = text.as_str();
        let Some(at) = finders.iter().filter_map(|finder| finder.find(content.as_bytes())).min() else {
            continue;
        };
        let sentence = sentence_around(content, at);
        findings.add(
            &WRITING_NOTE,
            Some(within(text, sentence)),
            format_args!("the report speaks about its own wording, not about the session"),
            format_args!("a note of the program that wrote the report: leave out what speaks of the text"),
        );
    }
}

/// The sentence of `text` that byte `at` stands in.
fn sentence_around(text: &str, at: usize) -> std::ops::Range<usize> {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = [". ", "! ", "? "].iter().filter_map(|end| before.rfind(end)).max().map_or(0, |end| end + 2);
    let end = [". ", "! ", "? "].iter().filter_map(|end| behind.find(end)).min();
    start..end.map_or(text.len(), |end| at + end + 1)
}

fn inaudible(session: &Session<'_>, findings: &mut Findings) {
    let mut first: Option<(&Text<'_>, std::ops::Range<usize>)> = None;
    let mut number = 0usize;
    for text in session.speeches().flat_map(|speech| &speech.blocks).map(|block| &block.text) {
        let content = text.as_str();
        for at in memchr2_iter(b'[', b'(', content.as_bytes()) {
            let behind = content.get(at + 1..).unwrap_or_default().as_bytes();
            let mark = NOT_UNDERSTOOD.iter().find(|mark| {
                behind.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark.as_bytes()))
            });
            if let Some(mark) = mark {
                number += 1;
                first.get_or_insert((text, at + 1..at + 1 + mark.len()));
            }
        }
    }
    if let Some((text, range)) = first {
        let mark = text.as_str().get(range.clone()).unwrap_or_default();
        let message = match number {
            1 => format!("words were not understood here (`{mark}`)"),
            _ => format!("words were not understood in {number} places, first here (`{mark}`)"),
        };
        findings.add(
            &INAUDIBLE,
            Some(within(text, range)),
            format_args!("{message}"),
            format_args!("listen to the recording, where there is one"),
        );
    }
}
