//! Words that are repeated without end, as stuck captions do.

use crate::diagnostic::codes::audit::STUTTER;
use crate::model::Text;

use super::evidence::{Evidence, said, within};
use super::findings::Findings;

/// Words that nobody says three times for effect.
#[rustfmt::skip]
const UNSTRESSED: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "of", "on", "our", "that", "the", "their",
    "these", "this", "to", "was", "were", "with",
];

/// The longest group of words whose repetition is looked for. Longer ones are sentences.
const GROUP: usize = 4;

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    for text in evidence.session.speeches().flat_map(|speech| said(&speech.blocks)) {
        stuck(text, findings);
    }
}

/// A word, and where it stands.
#[derive(Debug, Clone, Copy, Default)]
struct Word<'s> {
    text: &'s str,
    at: usize,
}

/// Goes over the words once, and counts for every length of a group how many words are those a group before.
fn stuck(text: &Text<'_>, findings: &mut Findings) {
    let content = text.as_str();
    let mut recent = [Word::default(); GROUP];
    let mut runs = [Run::default(); GROUP];
    // Behind the last word comes one that is like none.
    let words = words(content).chain([Word { text: "", at: content.len() }]);
    let mut told = 0;
    for (number, word) in words.enumerate() {
        for (shorter, run) in runs.iter_mut().enumerate() {
            let period = shorter + 1;
            let before = recent.get((number + GROUP - period) % GROUP).copied().unwrap_or_default();
            let same = before.text.len() == word.text.len()
                && !word.text.is_empty()
                && before.text.eq_ignore_ascii_case(word.text);
            if same {
                if run.len == 0 {
                    run.first = before;
                }
                run.len += 1;
                run.end = word.at + word.text.len();
            } else {
                if run.len >= 2 * period && run.first.at >= told && is_stuck(content, run, period) {
                    let group = content.get(run.first.at..).unwrap_or_default();
                    let group: Vec<_> = group.split_whitespace().take(period).collect();
                    let (group, copies) = (group.join(" "), run.len / period + 1);
                    findings.add(
                        &STUTTER,
                        Some(within(text, run.first.at..run.end)),
                        format_args!("`{group}` is repeated {copies} times"),
                        format_args!("stuck captions: compare with the recording, and keep it once"),
                    );
                    told = run.end;
                }
                *run = Run::default();
            }
        }
        if let Some(oldest) = recent.get_mut(number % GROUP) {
            *oldest = word;
        }
    }
}

/// Words that are those a group before.
#[derive(Debug, Clone, Copy, Default)]
struct Run<'s> {
    len: usize,
    first: Word<'s>,
    end: usize,
}

fn is_stuck(content: &str, run: &Run<'_>, period: usize) -> bool {
    let copies = run.len / period + 1;
    let said = content.get(run.first.at..run.end).unwrap_or_default();
    let is_unstressed = |word: &str| UNSTRESSED.contains(&word.to_ascii_lowercase().as_str());
    match period {
        // Signs between them are those of a speaker: `no, no, no`.
        _ if said.contains([',', '.', '!', '?', ';', '…']) => copies >= 8,
        1 if is_unstressed(run.first.text) => copies >= 3,
        1 => copies >= 6,
        // `more and more and more and more`
        2 if said.split_whitespace().take(2).any(is_unstressed) => copies >= 6,
        _ => copies >= 4,
    }
}

/// The words of a text: what stands between white space and holds a letter or a digit.
fn words(content: &str) -> impl Iterator<Item = Word<'_>> {
    let start = content.as_ptr().addr();
    let is_word = |text: &&str| match text.as_bytes() {
        [first, ..] if first.is_ascii_alphanumeric() => true,
        _ => text.contains(char::is_alphanumeric),
    };
    content
        .split_ascii_whitespace()
        .filter(is_word)
        .map(move |text| Word { text, at: text.as_ptr().addr() - start })
}
