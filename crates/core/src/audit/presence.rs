//! Profiles without speeches, and speeches without a profile.

use crate::diagnostic::codes::Code;
use crate::diagnostic::codes::audit::{PROFILE_WITHOUT_SPEECH, SPEECH_WITHOUT_PROFILE};
use crate::model::SpeakerKind;

use super::evidence::{Count, Evidence, Voice};
use super::findings::Findings;

/// Who says fewer words than this needs no profile.
const FEW_WORDS: usize = 30;

pub(super) fn check(evidence: &Evidence<'_, '_>, findings: &mut Findings) {
    if evidence.speeches.is_empty() {
        return;
    }
    let voices = || evidence.voices.iter();
    let with_profile = voices().filter(|voice| voice.profile.is_some()).count();
    let silent: Vec<_> = voices().filter(|voice| voice.profile.is_some() && voice.speeches == 0).collect();
    tell(&silent, with_profile, &PROFILE_WITHOUT_SPEECH, findings);

    let speaks = |voice: &&Voice<'_, '_>| voice.words >= FEW_WORDS && voice.speaker.kind != SpeakerKind::Role;
    let unknown: Vec<_> = voices().filter(|voice| voice.profile.is_none()).filter(speaks).collect();
    if with_profile > 0 {
        tell(&unknown, voices().filter(speaks).count(), &SPEECH_WITHOUT_PROFILE, findings);
    }
}

/// One by one; or all at once, where they are the rule rather than the exception.
fn tell(found: &[&Voice<'_, '_>], of: usize, code: &'static Code, findings: &mut Findings) {
    let profiles = code == &PROFILE_WITHOUT_SPEECH;
    if found.len() >= 3 && found.len() * 2 > of {
        let names: Vec<_> = found.iter().take(5).map(|voice| format!("`{}`", voice.speaker.name)).collect();
        let others = match found.len() - names.len() {
            0 => String::new(),
            others => format!(" and {others} more"),
        };
        let (number, names) = (found.len(), names.join(", "));
        let (message, help) = match profiles {
            true => (
                format!(
                    "{number} of {of} profiles belong to nobody who speaks in the transcript: {names}{others}"
                ),
                "the transcript is probably not whole, or of another session",
            ),
            false => (
                format!("{number} of {of} speakers have no profile: {names}{others}"),
                "the profiles are probably not whole, or of another session",
            ),
        };
        findings.add(code, None, format_args!("{message}"), format_args!("{help}"));
        return;
    }
    for voice in found {
        let name = &voice.speaker.name;
        match voice.profile.filter(|_| profiles) {
            Some(profile) => findings.add(
                code,
                Some(profile.name.content_span()),
                format_args!("`{name}` has a profile, but no speech in the transcript"),
                format_args!("see whether the name is spelt in another way there, or a part of the transcript is missing"),
            ),
            None => findings.add(
                code,
                voice.at,
                format_args!(
                    "`{name}` says {} in {}, but has no profile",
                    Count(voice.words, "word"),
                    Count(voice.speeches, "speech")
                ),
                format_args!("see whether the name is spelt in another way among the profiles, or the profile is missing"),
            ),
        }
    }
}
