//! Which lines hold the name of a profile, by the labels below them.

use crate::model::DetailKind;
use crate::read::grammar::quantity::{Measure, quantity};
use crate::read::lines::Line;
use crate::read::shape::is_stopped;

use super::labels::{LONGEST_LABEL, Label, item, label_of, statistic_of};

/// The labels of profiles among the lines of a page, and the names above them.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// What each line would be the label of in a profile.
    labels: Vec<Option<Label>>,
    /// The lines that hold a name, ascending, each with whether a statistic follows.
    names: Vec<(usize, bool)>,
    /// Whether behind the first statistic stands a label that only redesigned pages have.
    details: bool,
}

impl Names {
    /// Finds them: a name is followed by its first statistic or, where there is none, by `Arguments`, or by `Report`
    /// if its initials stand above it.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let labels: Vec<_> = lines.iter().map(|line| short_label(line.text)).collect();
        let is_statistic =
            |at: usize| labels.get(at).is_some_and(|label| matches!(label, Some(Label::Statistic(_))));
        let is_number = |at: usize| lines.get(at).is_some_and(|line| is_number(line.text));
        let mut names = Vec::new();
        for (next, label) in labels.iter().enumerate().skip(1) {
            let Some(label) = label else { continue };
            // A number that has lost its own label stands between the name and this one.
            let lost = next > 1 && is_number(next - 1) && !is_statistic(next - 2);
            let at = next - if lost { 2 } else { 1 };
            let Some(name) = lines.get(at) else { continue };
            let called = labels.get(at).copied().flatten();
            let above = at.checked_sub(1).and_then(|above| lines.get(above));
            let is_name = match label {
                // Somebody may be called `Report` or `Arguments`; nobody is called `Speech speed`.
                Label::Statistic(below) => {
                    !matches!(called, Some(Label::Statistic(_))) && !is_value(above, name, Some(*below))
                }
                _ if is_statistic(next + 1) => false,
                // `Arguments` that stands below its first claim instead of above it.
                Label::Arguments if is_of_claim(&labels, next + 1) => false,
                Label::Arguments => called.is_none() && !is_value(above, name, None),
                // Initials, name, claim: the statistics are lost.
                Label::Detail(DetailKind::Explanation) if at > 1 && is_initials(lines, at - 2) => {
                    if may_be_name(lines.get(at - 1).map_or("", |line| line.text))
                        && names.last().is_none_or(|(last, _)| *last + 1 < at)
                    {
                        names.push((at - 1, false));
                    }
                    false
                }
                Label::Report => called.is_none() && at > 0 && is_initials(lines, at - 1),
                _ => false,
            };
            if is_name && may_be_name(name.text) {
                names.push((at, is_statistic(next)));
            }
        }
        let first = labels.iter().position(|label| matches!(label, Some(Label::Statistic(_))));
        let mut behind = labels.iter().skip(first.unwrap_or(labels.len())).flatten();
        let details = behind.any(|label| label.is_claim_detail());
        Self { labels, names, details }
    }

    /// Whether the profiles have what only those of redesigned pages have.
    pub(super) fn have_details(&self) -> bool {
        self.details
    }

    /// What line `at` is the label of, if it stands in a profile and is not too long to be seen at a glance.
    pub(super) fn label(&self, at: usize) -> Option<Label> {
        self.labels.get(at).copied().flatten()
    }

    /// What line `at` is the label of, however long it is: one with a text behind its colon may be.
    pub(super) fn any_label(&self, lines: &[Line<'_>], at: usize) -> Option<Label> {
        let long = || lines.get(at).filter(|line| line.text.len() > LONGEST_LABEL);
        self.label(at).or_else(|| label_of(long()?.text).map(|(label, _)| label))
    }

    /// Whether line `at` holds a name, if it stands among profiles.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.names.binary_search_by_key(&at, |(name, _)| *name).is_ok()
    }

    /// Whether line `at` holds a name that statistics follow.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        self.names.binary_search(&(at, true)).is_ok()
    }

    /// The lines that hold a name wherever they stand, since statistics follow.
    pub(super) fn counted(&self) -> impl Iterator<Item = usize> {
        self.names.iter().filter(|(_, counted)| *counted).map(|(name, _)| *name)
    }
}

/// The label of a line that is no longer than labels are.
fn short_label(line: &str) -> Option<Label> {
    if line.len() > LONGEST_LABEL {
        return None;
    }
    label_of(line).map(|(label, _)| label)
}

/// Whether line `at` holds a label of what is said of a claim.
fn is_of_claim(labels: &[Option<Label>], at: usize) -> bool {
    labels.get(at).is_some_and(|label| label.is_some_and(Label::is_of_claim))
}

/// Whether a line in front of the label of the statistic `below`, or of no statistic, is the value of the statistic
/// `above` it.
fn is_value(above: Option<&Line<'_>>, line: &Line<'_>, below: Option<Measure>) -> bool {
    let Some((above, "")) = above.and_then(|above| statistic_of(above.text)) else { return false };
    // `Speech time`, nothing, `Chair`, `Speech speed`: the statistics begin anew, so the line is a name.
    let begins_anew = below.is_some_and(|below| below <= above);
    !begins_anew || line.text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a line is nothing but a number, mostly with its unit: `141 words per minute`. `3M` may be a company.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && (text.contains(char::is_whitespace) || !text.contains(char::is_alphabetic))
        && [Measure::Speed, Measure::Length, Measure::Time]
            .iter()
            .any(|&measure| quantity(measure, text).is_some())
}

/// The longest name looked for, in bytes.
const LONGEST_NAME: usize = 120;

/// Whether a line can be a name at all: short, no item, no label but a word, no sentence, no number.
pub(super) fn may_be_name(line: &str) -> bool {
    line.len() <= LONGEST_NAME
        && !is_sentence(line)
        && !is_number(line)
        && item(line).is_none()
        && !matches!(label_of(line), Some((Label::Topics | Label::Facts, _)))
        && line.contains(char::is_alphanumeric)
}

/// Whether a line ends like a sentence.
fn is_sentence(line: &str) -> bool {
    line.ends_with(['!', '?', ':', ';']) || line.split_whitespace().last().is_some_and(is_stopped)
}

/// Whether line `at` holds the initials of the name on the next line: `JH` above `Joyce Hakmeh`.
pub(super) fn is_initials(lines: &[Line<'_>], at: usize) -> bool {
    let (Some(initials), Some(name)) = (lines.get(at), lines.get(at + 1)) else { return false };
    let (initials, name) = (initials.text, name.text);
    if !is_short_and_capital(initials, 4) || initials == name {
        return false;
    }
    let mut letters = name.chars().flat_map(char::to_uppercase);
    let in_order =
        initials.chars().flat_map(char::to_uppercase).all(|initial| letters.any(|letter| letter == initial));
    let first = |text: &str| text.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().to_string());
    in_order && first(initials) == first(name)
}

/// Whether a line is at most `most` letters and digits, none of them small.
pub(super) fn is_short_and_capital(line: &str, most: usize) -> bool {
    line.len() <= 4 * most
        && line.chars().count() <= most
        && line.chars().all(|c| c.is_alphanumeric() && !c.is_lowercase())
}
