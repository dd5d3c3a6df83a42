//! What a plugin reports, within bounds.

use plenary_core::model::Span;
use plenary_plugin_abi as abi;

use crate::{Diagnostic, Severity};

/// How many findings of one rendering are kept.
const MAX_COUNT: usize = 1000;
/// How long a message or a help is kept, in bytes.
const MAX_TEXT: usize = 4096;
/// How long a code is kept, in bytes.
const MAX_CODE: usize = 128;
/// How long all texts of one rendering are kept, in bytes.
const MAX_TEXTS: usize = 1 << 20;

#[derive(Default)]
pub(super) struct Findings {
    kept: Vec<Diagnostic>,
    /// How long the texts are that are kept.
    texts: usize,
    left_out: usize,
}

impl Findings {
    /// Takes in what the plugin points to. What is not kept is not read: a plugin may report without end.
    ///
    /// # Safety
    /// As [`abi::read`]; its texts and span are valid for reading.
    pub(super) unsafe fn report(&mut self, finding: *const abi::Diagnostic) {
        // SAFETY: the caller vouches for it.
        let is_error =
            || unsafe { abi::read(finding) }.is_some_and(|found| found.severity == abi::SEVERITY_ERROR);
        if self.is_full() && !is_error() {
            self.left_out += 1;
        } else {
            // SAFETY: the caller vouches for it.
            self.add(unsafe { read(finding) });
        }
    }

    fn is_full(&self) -> bool {
        self.kept.len() >= MAX_COUNT || self.texts >= MAX_TEXTS
    }

    /// Keeps a finding; past the bound only errors, each in place of the one before, so that the last one, the
    /// reason of a failure, is always there.
    fn add(&mut self, finding: Diagnostic) {
        if self.is_full() {
            self.left_out += 1;
            if finding.severity == Severity::Error {
                self.kept.pop();
                self.kept.push(finding);
            }
            return;
        }
        let help = finding.help.as_ref().map_or(0, String::len);
        self.texts += finding.code.len() + finding.message.len() + help;
        self.kept.push(finding);
    }

    /// Takes the last error: the reason of a failing status.
    pub(super) fn take_reason(&mut self) -> Option<Diagnostic> {
        let at = self.kept.iter().rposition(|finding| finding.severity == Severity::Error)?;
        Some(self.kept.remove(at))
    }

    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        if self.left_out > 0 {
            let message = format!("{} more findings of the plugin are left out", self.left_out);
            self.kept.push(Diagnostic::new(Severity::Note, "plugin::left-out", message));
        }
        self.kept
    }
}

/// The finding the plugin points to.
///
/// # Safety
/// As [`abi::read`]; its texts and span are valid for reading.
unsafe fn read(finding: *const abi::Diagnostic) -> Diagnostic {
    // SAFETY: the caller vouches for it.
    let Some(found) = (unsafe { abi::read(finding) }) else {
        let message = "the plugin reported something that cannot be read";
        return Diagnostic::new(Severity::Warning, "plugin::unreadable", message);
    };
    let severity = match found.severity {
        abi::SEVERITY_NOTE => Severity::Note,
        abi::SEVERITY_ERROR => Severity::Error,
        _ => Severity::Warning,
    };
    // SAFETY: the caller vouches for the texts and the span.
    let (code, message, help, span) = unsafe {
        (
            text(found.code.bytes(), MAX_CODE),
            text(found.message.bytes(), MAX_TEXT),
            text(found.help.bytes(), MAX_TEXT),
            found.span.as_ref(),
        )
    };
    let code = if code.is_empty() { "plugin::unnamed".to_owned() } else { code };
    let mut diagnostic = Diagnostic::new(severity, code, message);
    diagnostic.help = (!help.is_empty()).then_some(help);
    diagnostic.span = span.and_then(|span| {
        let span = Span::new(span.start.try_into().ok()?, span.end.try_into().ok()?);
        (span.start <= span.end).then_some(span)
    });
    diagnostic
}

/// The bytes as text, whatever they are, cut after `max`.
fn text(bytes: &[u8], max: usize) -> String {
    let Some(cut) = bytes.get(..max).filter(|cut| cut.len() < bytes.len()) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    // Not in the middle of a character: back over its last bytes, of which it has three at most.
    let ends = |at: &usize| bytes.get(*at).is_none_or(|byte| byte & 0xC0 != 0x80);
    let end = (max.saturating_sub(3)..=max).rev().find(ends).unwrap_or(max);
    let mut text = String::from_utf8_lossy(cut.get(..end).unwrap_or(cut)).into_owned();
    text.push('…');
    text
}

#[cfg(test)]
mod tests {
    use super::{Findings, MAX_COUNT, text};
    use crate::{Diagnostic, Severity};

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(text("abcäöü".as_bytes(), 100), "abcäöü");
        assert_eq!(text("abcäöü".as_bytes(), 4), "abc…");
        assert_eq!(text("abcäöü".as_bytes(), 5), "abcä…");
        assert_eq!(text("ab🎻".as_bytes(), 5), "ab…");
        assert_eq!(text(b"ab\xffc", 9), "ab\u{FFFD}c");
        assert_eq!(text(&[0x80; 9], 4), "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}…");
    }

    #[test]
    fn the_last_error_survives_the_bound() {
        let mut findings = Findings::default();
        for number in 0..MAX_COUNT + 5 {
            findings.add(Diagnostic::new(Severity::Warning, "x::y", number.to_string()));
        }
        findings.add(Diagnostic::new(Severity::Error, "x::z", "first"));
        findings.add(Diagnostic::new(Severity::Error, "x::z", "last"));
        assert_eq!(findings.take_reason().map(|reason| reason.message).as_deref(), Some("last"));
        let kept = findings.finish();
        assert_eq!(kept.len(), MAX_COUNT);
        assert_eq!(
            kept.last().map(|note| note.message.as_str()),
            Some("7 more findings of the plugin are left out")
        );
    }
}
