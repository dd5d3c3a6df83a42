//! Speeches that break off in mid-sentence and go on under the next label.

use crate::diagnostic::codes::audit::CUT_SPEECH;
use crate::model::{BlockKind, Content, Span, Speech, Text};

use super::evidence::{Evidence, within};
use super::findings::Findings;

/// Words that end no sentence.
#[rustfmt::skip]
const LEADING_ON: &[&str] = &[
    "a", "an", "and", "because", "but", "if", "its", "my", "of", "or", "our", "than", "the", "their", "versus", "whose",
    "your",
];

/// Words that end no sentence where they follow the end of one: `I`, in `It will make a difference. I`.
const OPENING: &[&str] = &["he", "i", "it", "she", "so", "there", "they", "this", "we"];

/// Words that begin none where the sentence before them has no end, and where a pronoun follows `that`.
const JOINING: &[&str] = &["which", "whom", "whose"];
const PRONOUNS: &[&str] = &["he", "i", "it", "she", "they", "we", "you"];

/// What people put in while another one speaks, in whatever case it is written.
#[rustfmt::skip]
const INTERJECTIONS: &[&str] = &[
    "ah", "aha", "correct", "exactly", "hm", "hmm", "mhm", "mm", "mmhmm", "mm-hm", "mm-hmm", "no", "oh", "ok", "okay", "right",
    "so", "sorry", "sure", "thank", "thanks", "uh", "uh-huh", "um", "well", "yeah", "yep", "yes",
];

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    for section in &evidence.session.sections {
        let Content::Speeches(speeches) = &section.content else { continue };
        // Captions without punctuation or capitals tell nothing.
        if !is_punctuated(speeches) {
            continue;
        }
        for pair in speeches.windows(2) {
            let [first, second] = pair else { continue };
            if let Some((end, start)) = cut(first, second) {
                let name = evidence.name_of(second).unwrap_or("nobody");
                let before = evidence.name_of(first).unwrap_or("nobody");
                findings.add(
                    &CUT_SPEECH,
                    Some(end.at),
                    format_args!(
                        "`{before}` breaks off in mid-sentence (`… {}`), and `{name}` goes on with `{} …`",
                        end.words, start
                    ),
                    format_args!("move the label to where the other speaker begins"),
                );
            }
        }
    }
}

/// Whether sentences are written as such: two speeches of three begin with a capital, and two of three end
/// with a sign.
fn is_punctuated(speeches: &[Speech<'_>]) -> bool {
    let (mut all, mut begun, mut ended) = (0, 0, 0);
    for (first, last) in speeches.iter().filter_map(ends) {
        all += 1;
        begun += usize::from(!first.as_str().starts_with(char::is_lowercase));
        ended += usize::from(is_sentence_end(last.as_str()));
    }
    begun * 3 >= all * 2 && ended * 3 >= all * 2
}

/// The first and last paragraphs of a speech that neither begins nor ends with anything else.
fn ends<'s, 'src>(speech: &'s Speech<'src>) -> Option<(&'s Text<'src>, &'s Text<'src>)> {
    let text = |block: &'s crate::model::Block<'src>| {
        let text = &block.text;
        (block.kind == BlockKind::Paragraph && !text.is_empty()).then_some(text)
    };
    Some((text(speech.blocks.first()?)?, text(speech.blocks.last()?)?))
}

/// Any sign at all may end a sentence, or break it off on purpose; a comma does not.
fn is_sentence_end(text: &str) -> bool {
    text.trim_end().ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | '\'' | '’'))
}

/// The last words of a speech.
struct End<'s> {
    words: &'s str,
    at: Span,
}

/// The words around the cut, where there is one.
fn cut<'s>(first: &'s Speech<'_>, second: &'s Speech<'_>) -> Option<(End<'s>, &'s str)> {
    if first.speaker.is_some() && first.speaker == second.speaker {
        return None;
    }
    let (last, next) = (ends(first)?.1, ends(second)?.0);
    let (text, rest) = (last.as_str().trim_end(), next.as_str());
    if is_sentence_end(text) {
        return None;
    }
    let mut words = text.rsplit(char::is_whitespace).filter(|word| !word.is_empty());
    let (final_word, before) = (words.next()?, words.next()?);
    let is = |word: &str, table: &[&str]| table.contains(&word.to_lowercase().as_str());
    let mut openings = rest.split(char::is_whitespace);
    let opening = openings.next()?;
    let joins = is(opening, JOINING)
        || opening.eq_ignore_ascii_case("that") && openings.next().is_some_and(|word| is(word, PRONOUNS));
    let interjects = is(opening.trim_end_matches(|c: char| !c.is_alphanumeric()), INTERJECTIONS);
    let goes_on = joins || begins_small(opening) && !interjects;
    let leads_on = is(final_word, LEADING_ON) || is(final_word, OPENING) && is_sentence_end(before);
    // Scripts without capitals do not tell whether a sentence begins.
    if !(goes_on || leads_on && opening.starts_with(char::is_alphabetic)) || !is_cased(final_word) {
        return None;
    }
    let end = last_words(text, 4);
    Some((End { words: end, at: within(last, text.len() - end.len()..text.len()) }, first_words(rest, 4)))
}

/// `answer`, and neither `iPhone` nor `1998`.
fn begins_small(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_lowercase) && !chars.any(char::is_uppercase)
}

fn is_cased(word: &str) -> bool {
    word.chars().any(|c| c.is_lowercase() || c.is_uppercase())
}

fn last_words(text: &str, number: usize) -> &str {
    let starts = text.rmatch_indices(char::is_whitespace).map(|(at, space)| at + space.len());
    starts
        .take(number)
        .last()
        .filter(|_| text.split_whitespace().count() > number)
        .map_or(text, |at| text.get(at..).unwrap_or(text))
}

fn first_words(text: &str, number: usize) -> &str {
    let mut ends = text.match_indices(char::is_whitespace).map(|(at, _)| at);
    ends.nth(number - 1).and_then(|at| text.get(..at)).unwrap_or(text).trim_end()
}
