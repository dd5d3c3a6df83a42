//! Sentences that stand twice in a row, and passages that stand twice.

use std::collections::{HashMap, HashSet};

use memchr::memchr3_iter;

use crate::diagnostic::codes::audit::{REPEATED_ARGUMENT, REPEATED_PASSAGE, REPEATED_SENTENCE, STUTTER};
use crate::model::{Block, Session, Span, Text};
use crate::statistics::words;

use super::evidence::{Count, Evidence, said, within};
use super::findings::Findings;
use super::fold::fold;

/// A passage that is repeated elsewhere has this many words: fewer are formulas of a chair.
const PASSAGE: usize = 40;

/// A sentence that follows itself has this many words: fewer are said for effect.
const SENTENCE: usize = 5;

/// So many times in a row no speaker says a sentence.
const STUCK: usize = 4;

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    let session = evidence.session;
    let transcript: Vec<_> = session
        .speeches()
        .enumerate()
        .flat_map(|(speech, one)| said(&one.blocks).flat_map(move |text| sentences(speech, text)))
        .collect();
    for run in runs(&transcript) {
        tell(evidence, &transcript, &run, findings);
    }
    in_prose(session, findings);
    arguments(session, findings);
}

/// A sentence of a speech, or of a paragraph.
#[derive(Debug, Clone, Copy)]
struct Sentence<'s, 'src> {
    speech: usize,
    text: &'s Text<'src>,
    at: usize,
    words: &'s str,
}

impl Sentence<'_, '_> {
    fn span(&self) -> Span {
        within(self.text, self.at..self.at + self.words.len())
    }
}

/// The sentences of a text: up to a full stop, question or exclamation mark and white space.
fn sentences<'s, 'src>(speech: usize, text: &'s Text<'src>) -> impl Iterator<Item = Sentence<'s, 'src>> {
    let content = text.as_str();
    let bytes = content.as_bytes();
    let ends = memchr3_iter(b'.', b'?', b'!', bytes).map(|at| at + 1);
    let ends = ends.filter(move |&end| bytes.get(end).is_none_or(u8::is_ascii_whitespace));
    let mut start = 0;
    ends.chain([content.len()]).filter_map(move |end| {
        let sentence = content.get(start..end)?;
        let words = sentence.trim_start();
        let at = end - words.len();
        start = end;
        let words = words.trim_end_matches(|c: char| !c.is_alphanumeric());
        (!words.is_empty()).then_some(Sentence { speech, text, at, words })
    })
}

/// Sentences that have been said before, in the same order.
struct Run {
    /// The first of them, where it was said before, and how many there are.
    at: usize,
    before: usize,
    len: usize,
}

/// The longest runs, one after the other; none overlap.
fn runs(sentences: &[Sentence<'_, '_>]) -> Vec<Run> {
    let mut last_at: HashMap<&str, usize> = HashMap::with_capacity(sentences.len());
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let goes_on = open.as_ref().is_some_and(|run| {
            sentences.get(run.before + run.len).is_some_and(|next| next.words == sentence.words)
        });
        let before = last_at.insert(sentence.words, at);
        match &mut open {
            Some(run) if goes_on => run.len += 1,
            _ => {
                runs.extend(open.take());
                open = before.map(|before| Run { at, before, len: 1 });
            }
        }
    }
    runs.extend(open);
    runs
}

fn tell(evidence: &Evidence<'_, '_>, sentences: &[Sentence<'_, '_>], run: &Run, findings: &mut Findings) {
    let (Some(repeated), Some(first)) = (sentences.get(run.at..run.at + run.len), sentences.get(run.before))
    else {
        return;
    };
    let Some(start) = repeated.first() else { return };
    let period = run.at - run.before;
    let in_a_row = run.len >= period && first.speech == start.speech;
    let count: usize = match in_a_row {
        true => repeated.iter().take(period).map(|one| words(one.words)).sum(),
        false => repeated.iter().map(|one| words(one.words)).sum(),
    };
    if in_a_row {
        let copies = run.len / period + 1;
        let shown = shown(start.words);
        if copies >= STUCK && count >= 3 {
            findings.add(
                &STUTTER,
                Some(start.span()),
                format_args!("`{shown}` is said {copies} times in a row"),
                format_args!("stuck captions: compare with the recording, and keep it once"),
            );
            return;
        }
        if (SENTENCE..PASSAGE).contains(&count) {
            findings.add(
                &REPEATED_SENTENCE,
                Some(start.span()),
                format_args!(
                    "`{shown}` is said {} in a row",
                    if copies == 2 { "twice" } else { "three times" }
                ),
                format_args!("see whether it was said so, or the captions overlap"),
            );
            return;
        }
    }
    if count >= PASSAGE {
        let end = repeated.last().filter(|last| std::ptr::eq(last.text, start.text)).unwrap_or(start);
        let speech = evidence.speeches.get(first.speech).copied();
        let name = speech.and_then(|speech| evidence.name_of(speech)).unwrap_or("nobody");
        findings.add(
            &REPEATED_PASSAGE,
            Some(start.span().to(end.span())),
            format_args!(
                "{} in {} stand in the transcript before, word for word: in speech {} (`{name}`)",
                Count(count, "word"),
                Count(repeated.len(), "sentence"),
                first.speech + 1
            ),
            format_args!("see whether a piece of the transcript was pasted twice"),
        );
    }
}

/// The beginning of a sentence.
fn shown(sentence: &str) -> String {
    match sentence.char_indices().nth(60) {
        Some((end, _)) => format!("{} …", sentence.get(..end).unwrap_or(sentence).trim_end()),
        None => sentence.to_owned(),
    }
}

/// Paragraphs of the report that follow themselves.
fn in_prose(session: &Session<'_>, findings: &mut Findings) {
    let profiles = session.profiles().map(|profile| profile.report.as_slice());
    for blocks in session.parts().map(|part| part.blocks.as_slice()).chain(profiles) {
        for pair in blocks.windows(2) {
            let [Block { text: first, .. }, Block { text: second, .. }] = pair else { continue };
            if first.as_str() == second.as_str() && words(first.as_str()) >= SENTENCE {
                findings.add(
                    &REPEATED_SENTENCE,
                    Some(second.content_span()),
                    format_args!("the paragraph `{}` stands twice in a row", shown(second.as_str())),
                    format_args!("keep it once"),
                );
            }
        }
    }
}

/// Claims that a profile makes twice.
fn arguments(session: &Session<'_>, findings: &mut Findings) {
    let mut met = HashSet::new();
    for profile in session.profiles() {
        met.clear();
        for argument in &profile.arguments {
            let claim = fold(argument.claim.as_str());
            if !claim.is_empty() && !met.insert(claim) {
                findings.add(
                    &REPEATED_ARGUMENT,
                    Some(argument.claim.content_span()),
                    format_args!(
                        "`{}` has argued this before: `{}`",
                        profile.name,
                        shown(argument.claim.as_str())
                    ),
                    format_args!("see whether the two can be one"),
                );
            }
        }
    }
}
