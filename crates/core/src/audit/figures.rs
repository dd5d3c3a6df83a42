//! Declared figures: against the words that are there, against each other, against what can be.

use crate::diagnostic::codes::audit::{
    DECLARED_LENGTH, DECLARED_SPEED, IMPOSSIBLE_STATISTIC, TIME_BEYOND_MEETING,
};
use crate::model::{Declared, Profile, Span, Speech};

use super::evidence::{Evidence, Voice, said};
use super::findings::Findings;

/// More words than this nobody says in a minute.
pub(super) const FASTEST: u64 = 400;

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    for profile in evidence.session.profiles() {
        contradictions(profile, findings);
        impossible(profile, findings);
    }
    time_of_all(evidence, findings);
    if !evidence.speeches.is_empty() {
        lengths(evidence, findings);
    }
}

/// The number and where it stands.
fn figure(declared: Option<&Declared<'_>>) -> Option<(u64, Span)> {
    let declared = declared?;
    Some((declared.value?, declared.text.content_span()))
}

/// Speed × time against length.
fn contradictions(profile: &Profile<'_>, findings: &mut Findings) {
    let declared = &profile.statistics;
    let (Some((speed, _)), Some((length, at)), Some((time, _))) =
        (figure(declared.speed.as_ref()), figure(declared.length.as_ref()), figure(declared.time.as_ref()))
    else {
        return;
    };
    let product = speed.saturating_mul(time) / 60;
    let difference = product.abs_diff(length);
    // Half a word per minute and half a second may be rounded away.
    let rounding = speed.saturating_add(time) / 120 + 1;
    if difference > 20.max(product.max(length) / 10).max(rounding) && speed > 0 && time > 0 {
        findings.add(
            &DECLARED_SPEED,
            Some(at),
            format_args!(
                "`{}` is declared with a length of {length} words, but {speed} words a minute for {time} seconds make {product}",
                profile.name
            ),
            format_args!("compare the three figures with the page they were copied from"),
        );
    }
}

fn impossible(profile: &Profile<'_>, findings: &mut Findings) {
    let declared = &profile.statistics;
    let words = figure(declared.length.as_ref()).map_or(0, |(words, _)| words);
    let name = &profile.name;
    match figure(declared.speed.as_ref()) {
        Some((speed, at)) if speed > FASTEST => findings.add(
            &IMPOSSIBLE_STATISTIC,
            Some(at),
            format_args!(
                "`{name}` is declared with a speed of {speed} words per minute; nobody speaks faster than {FASTEST}"
            ),
            format_args!(""),
        ),
        Some((0, at)) if words > 0 => findings.add(
            &IMPOSSIBLE_STATISTIC,
            Some(at),
            format_args!("`{name}` is declared with a length of {words} words, but a speed of 0"),
            format_args!(""),
        ),
        _ => {}
    }
    if let (Some((0, at)), true) = (figure(declared.time.as_ref()), words > 0) {
        findings.add(
            &IMPOSSIBLE_STATISTIC,
            Some(at),
            format_args!("`{name}` is declared with a length of {words} words, but a time of 0"),
            format_args!(""),
        );
    }
}

/// The declared times of all against that of the meeting.
fn time_of_all(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    let Some(meeting) = &evidence.session.time else { return };
    let (Some(start), Some(end)) = (meeting.start, meeting.end) else { return };
    let lasts = start.duration_until(end).as_secs();
    let Ok(lasts) = u64::try_from(if lasts < 0 { lasts + 24 * 3600 } else { lasts }) else { return };
    let profiles = evidence.session.profiles();
    let times = profiles.filter_map(|profile| figure(profile.statistics.time.as_ref()));
    let spoken = times.fold(0u64, |sum, (time, _)| sum.saturating_add(time));
    if lasts > 0 && spoken > (lasts + lasts / 2).max(lasts + 600) {
        findings.add(
            &TIME_BEYOND_MEETING,
            Some(meeting.line.content_span()),
            format_args!(
                "the meeting lasts {} minutes by its date line, but the declared speech times add up to {} minutes",
                lasts / 60,
                spoken / 60
            ),
            format_args!(""),
        );
    }
}

/// A declared length that the words of the transcript do not explain.
struct Mismatch<'e, 's, 'src> {
    voice: &'e Voice<'s, 'src>,
    declared: u64,
    at: Span,
}

/// Declared lengths against the words of the transcript.
fn lengths(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    let declared: Vec<_> = evidence.voices.iter().filter_map(mismatchable).collect();
    let doubtful = declared.iter().any(|one| one.declared > most(one.voice.words));
    // How signs and parts of words are counted is asked only where words alone do not explain a figure.
    let marks = if doubtful { marks(evidence) } else { Vec::new() };
    let marks_of = |voice: &Voice<'_, '_>| {
        let place = evidence.place(&voice.speaker.id);
        place.and_then(|place| marks.get(place)).copied().unwrap_or_default()
    };
    let compared = declared.len();
    let (fewer, more): (Vec<_>, Vec<_>) = declared
        .into_iter()
        .filter(|one| {
            let declared = one.declared;
            declared < least(one.voice.words) || declared > most(one.voice.words + marks_of(one.voice))
        })
        .partition(|one| one.declared > wide(one.voice.words));
    if fewer.len() >= 3 && fewer.len() * 2 > compared {
        let declared = fewer.iter().fold(0u64, |sum, one| sum.saturating_add(one.declared));
        let counted: usize = fewer.iter().map(|one| one.voice.words).sum();
        let speeches = evidence.session.sections.iter().find(|section| {
            matches!(&section.content, crate::model::Content::Speeches(speeches) if !speeches.is_empty())
        });
        findings.add(
            &DECLARED_LENGTH,
            speeches.and_then(|section| section.heading.as_ref()).map(|heading| heading.content_span()),
            format_args!(
                "the transcript holds {counted} words of {} speakers whose profiles declare {declared}",
                fewer.len()
            ),
            format_args!("most of the speakers say less than declared: the transcript is probably not whole"),
        );
    } else {
        fewer.iter().for_each(|one| tell(one, "fewer", findings));
    }
    more.iter().for_each(|one| tell(one, "more", findings));
}

fn tell(one: &Mismatch<'_, '_, '_>, than: &str, findings: &mut Findings) {
    let Mismatch { voice, declared, at } = one;
    let difference = declared.abs_diff(wide(voice.words));
    let percent = difference.saturating_mul(100) / (*declared).max(wide(voice.words)).max(1);
    findings.add(
        &DECLARED_LENGTH,
        Some(*at),
        format_args!(
            "`{}` is declared with a length of {declared} words, and has {} in the transcript: {difference} {than} ({percent} %)",
            voice.speaker.name, voice.words
        ),
        format_args!(
            "see whether words of this speaker {}",
            match than {
                "fewer" => "are missing, or stand under another label",
                _ => "are somebody else's, or stand there twice",
            }
        ),
    );
}

/// Those who speak and whose profile declares how much.
fn mismatchable<'e, 's, 'src>(voice: &'e Voice<'s, 'src>) -> Option<Mismatch<'e, 's, 'src>> {
    let (declared, at) = figure(voice.profile?.statistics.length.as_ref())?;
    (voice.speeches > 0).then_some(Mismatch { voice, declared, at })
}

/// What a declared figure may be at most and at least, where `words` are counted.
fn most(words: usize) -> u64 {
    let words = wide(words);
    words + 30.max(words / 20)
}

fn least(words: usize) -> u64 {
    let words = wide(words);
    words.saturating_sub(30.max(words / 20))
}

fn wide(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX / 4)
}

/// For each of the registry, what else than words those may have counted who declare lengths: signs, and what
/// stands behind an apostrophe or a hyphen inside a word.
fn marks(evidence: &Evidence<'_, '_>) -> Vec<usize> {
    let mut marks = vec![0; evidence.voices.len()];
    for speech in evidence.session.speeches() {
        let place = speech.speaker.as_ref().and_then(|id| evidence.place(id));
        if let Some(of) = place.and_then(|place| marks.get_mut(place)) {
            *of += signs(speech);
        }
    }
    marks
}

fn signs(speech: &Speech<'_>) -> usize {
    // A sign beyond ASCII is counted by the byte that all general punctuation begins with (U+2000 to U+2FFF).
    let is_sign = |byte: &u8| byte.is_ascii_punctuation() || *byte == 0xE2;
    said(&speech.blocks).map(|text| text.as_str().bytes().filter(|byte| is_sign(byte)).count()).sum()
}
