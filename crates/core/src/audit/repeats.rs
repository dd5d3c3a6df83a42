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
    in_transcript(evidence, &transcript, findings);
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

/// A passage that has been said before.
struct Passage<'p, 's, 'src> {
    /// The words of it here.
    sentences: &'p [Sentence<'s, 'src>],
    words: usize,
    /// The speech it was said in before.
    before: usize,
    /// How often it is repeated.
    times: usize,
}

fn in_transcript(evidence: &Evidence<'_, '_>, sentences: &[Sentence<'_, '_>], findings: &mut Findings) {
    let mut passages: Vec<Passage<'_, '_, '_>> = Vec::new();
    let mut met: HashMap<&str, usize> = HashMap::new();
    for run in runs(sentences) {
        let repeated = sentences.get(run.at..run.at + run.len).unwrap_or_default();
        let (Some(first), Some(before)) = (repeated.first(), sentences.get(run.before)) else { continue };
        let count =
            |sentences: &[Sentence<'_, '_>]| sentences.iter().map(|one| words(one.words)).sum::<usize>();
        let period = run.at - run.before;
        let group = repeated.get(..period).filter(|_| before.speech == first.speech);
        if group.is_some_and(|group| in_a_row(first, count(group), run.len / period + 1, findings)) {
            continue;
        }
        let words = count(repeated);
        if words < PASSAGE {
            continue;
        }
        // A passage that is said again and again is one finding; it is known by its longest sentence.
        let Some(longest) = repeated.iter().max_by_key(|one| one.words.len()) else { continue };
        let place = *met.entry(longest.words).or_insert(passages.len());
        match passages.get_mut(place) {
            Some(passage) => passage.times += 1,
            None => passages.push(Passage { sentences: repeated, words, before: before.speech, times: 1 }),
        }
    }
    passages.iter().for_each(|passage| tell(evidence, passage, findings));
}

/// Tells of sentences that follow themselves, where that is worth it.
fn in_a_row(first: &Sentence<'_, '_>, words: usize, copies: usize, findings: &mut Findings) -> bool {
    let shown = shown(first.words);
    if copies >= STUCK && words >= 3 {
        findings.add(
            &STUTTER,
            Some(first.span()),
            format_args!("`{shown}` is said {copies} times in a row"),
            format_args!("stuck captions: compare with the recording, and keep it once"),
        );
    } else if (SENTENCE..PASSAGE).contains(&words) {
        let times = if copies == 2 { "twice" } else { "three times" };
        findings.add(
            &REPEATED_SENTENCE,
            Some(first.span()),
            format_args!("`{shown}` is said {times} in a row"),
            format_args!("see whether it was said so, or the captions overlap"),
        );
    } else {
        return false;
    }
    true
}

fn tell(evidence: &Evidence<'_, '_>, passage: &Passage<'_, '_, '_>, findings: &mut Findings) {
    let (Some(first), Some(last)) = (passage.sentences.first(), passage.sentences.last()) else { return };
    let end = if std::ptr::eq(first.text, last.text) { last } else { first };
    let speech = evidence.speeches.get(passage.before).copied();
    let name = speech.and_then(|speech| evidence.name_of(speech)).unwrap_or("nobody");
    let again = match passage.times {
        1 => String::new(),
        2 => "; they stand here and once more".to_owned(),
        times => format!("; they stand here and {} times more", times - 1),
    };
    findings.add(
        &REPEATED_PASSAGE,
        Some(first.span().to(end.span())),
        format_args!(
            "{} from `{}` on were said before, word for word, in speech {} (`{name}`){again}",
            Count(passage.words, "word"),
            shown(first.words),
            passage.before + 1
        ),
        format_args!("see whether a piece of the transcript was pasted twice"),
    );
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
