//! Which lines hold the name of a profile, by the labels below them.

use std::ops::Range;

use crate::model::DetailKind;
use crate::read::grammar::quantity::{Measure, is_quantity, quantity};
use crate::read::lines::Line;
use crate::read::shape::{ends_sentence, is_stopped};
use crate::read::{Map, Set};

use super::labels::{LONGEST_LABEL, Label, item, label_of, statistic_of};

/// The labels of profiles among the lines of a page, and the names above them.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// What each line would be in a profile. Empty where no line is a label.
    seen: Vec<Seen>,
    /// The lines that are labels, ascending; those that are too long are left out.
    labels: Vec<usize>,
    /// The lines that hold a name, ascending, each with whether it is one wherever it stands: a statistic follows, or
    /// initials stand above and an explanation below.
    names: Vec<(usize, bool)>,
    /// The lines that begin a profile whose name is lost, ascending.
    nameless: Vec<usize>,
    /// Whether behind the first of them stands a label that only redesigned pages have.
    details: bool,
}

/// What a line would be in a profile.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    /// What it is the label of.
    label: Option<Label>,
    /// Where the words behind the label begin, in bytes.
    words: u16,
    /// Whether it is too long for its label to be seen at a glance.
    is_long: bool,
    /// Whether it is a name, and if so, whether wherever it stands.
    name: Option<bool>,
}

impl Seen {
    fn of(line: &Line<'_>) -> Self {
        let found = label_of(line.text).and_then(|(label, words)| {
            // Nobody writes so many blanks behind a label.
            Some((label, u16::try_from(line.text.len() - words.len()).ok()?))
        });
        let (label, words) = found.unzip();
        let words = words.unwrap_or_default();
        Self { label, words, is_long: line.text.len() > LONGEST_LABEL, name: None }
    }

    /// What it is the label of, if it is not too long.
    fn short(self) -> Option<Label> {
        self.label.filter(|_| !self.is_long)
    }
}

impl Names {
    /// Finds them: a name is followed by its first statistic or, where there is none, by `Arguments`, or by `Report`
    /// or a claim with its explanation if its initials stand above it.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let mut seen: Vec<_> = lines.iter().map(Seen::of).collect();
        if seen.iter().all(|seen| seen.label.is_none()) {
            return Self::default();
        }
        let mut names: Vec<(usize, bool)> = Vec::new();
        let labels = seen.iter().enumerate().filter(|(_, seen)| seen.short().is_some());
        let labels: Vec<usize> = labels.map(|(at, _)| at).collect();
        for &next in &labels {
            let label = seen.get(next).and_then(|seen| seen.short());
            let name = label.and_then(|label| above(lines, &seen, next, label));
            // The label of a claim finds the name that its `Arguments` have found.
            if let Some((at, sure)) = name.filter(|(at, _)| names.last().is_none_or(|last| last.0 < *at)) {
                names.push((at, sure));
            }
        }
        let lost = lost_names(lines, &names);
        names.retain(|(at, _)| !lost.contains(at));
        for &(at, sure) in &names {
            if let Some(seen) = seen.get_mut(at) {
                seen.name = Some(sure);
            }
        }
        let is_name = |at: usize| seen.get(at).is_some_and(|seen| seen.name.is_some());
        let mut nameless: Vec<usize> =
            labels.iter().copied().filter(|&at| begins_statistics(lines, &seen, at)).collect();
        nameless.retain(|&at| !(1..=3).any(|above| at >= above && is_name(at - above)));
        nameless.extend(lost);
        nameless.sort_unstable();
        let first = names.iter().find(|(_, sure)| *sure).map_or(seen.len(), |(at, _)| *at);
        let mut names = Self { seen, labels, names, nameless, details: false };
        names.details = names.have_details(lines, first..lines.len());
        names
    }

    /// Whether the profiles are those of a redesigned page.
    pub(super) fn are_detailed(&self) -> bool {
        self.details
    }

    /// Whether the profiles on some lines have what only those of redesigned pages have: a label of several words, such
    /// as `Agreed with`, an explanation in sentences, or more labels of details than of facts and reports, all with text
    /// below them. A claim may be called `Evidence`.
    pub(super) fn have_details(&self, lines: &[Line<'_>], under: Range<usize>) -> bool {
        let (mut details, mut others) = (0, 0);
        let start = self.labels.partition_point(|&at| at < under.start);
        let labels = self.labels.iter().skip(start).copied().take_while(|at| under.contains(at));
        for at in labels {
            match self.label(at) {
                Some(label) if label.is_claim_detail() => {
                    let has_text = !self.label(at + 1).is_some_and(Label::is_of_claim);
                    if has_text && (!label.is_one_word() || self.explains(lines, at)) {
                        return true;
                    }
                    details += usize::from(has_text);
                }
                Some(Label::Facts | Label::Report) => others += usize::from(!self.is_name(at)),
                _ => {}
            }
        }
        details > 0 && details >= others
    }

    /// Whether `Explanation` on line `at` has a sentence below it that is no claim with facts or topics of its own.
    fn explains(&self, lines: &[Line<'_>], at: usize) -> bool {
        self.label(at) == Some(Label::Detail(DetailKind::Explanation))
            && lines.get(at + 1).is_some_and(|next| ends_sentence(next.text))
            && !matches!(self.label(at + 2), Some(Label::Facts | Label::Topics))
    }

    /// What line `at` is the label of, if it stands in a profile and is not too long to be seen at a glance.
    pub(super) fn label(&self, at: usize) -> Option<Label> {
        self.seen.get(at)?.short()
    }

    /// What line `at` is the label of, however long it is: one with a text behind its colon may be.
    pub(super) fn any_label(&self, at: usize) -> Option<Label> {
        self.seen.get(at)?.label
    }

    /// The words behind the label of `line`, which is line `at`.
    pub(super) fn words<'src>(&self, at: usize, line: &Line<'src>) -> &'src str {
        self.seen.get(at).and_then(|seen| line.text.get(usize::from(seen.words)..)).unwrap_or_default()
    }

    /// Whether line `at` holds a name, if it stands among profiles.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.seen.get(at).is_some_and(|seen| seen.name.is_some())
    }

    /// Whether line `at` holds a name wherever it stands.
    pub(super) fn is_sure(&self, at: usize) -> bool {
        self.seen.get(at).is_some_and(|seen| seen.name == Some(true))
    }

    /// The lines that begin a profile wherever they stand, with its name or without.
    pub(super) fn begins(&self) -> Vec<usize> {
        let mut begins: Vec<_> = self.sure().chain(self.nameless.iter().copied()).collect();
        begins.sort_unstable();
        begins
    }

    /// The lines that hold a name wherever they stand.
    fn sure(&self) -> impl Iterator<Item = usize> {
        self.names.iter().filter(|(_, sure)| *sure).map(|(name, _)| *name)
    }
}

/// The line with the name above the label on line `next`, and whether it is one wherever it stands.
fn above(lines: &[Line<'_>], seen: &[Seen], next: usize, label: Label) -> Option<(usize, bool)> {
    let explains = label == Label::Detail(DetailKind::Explanation);
    if !(explains || matches!(label, Label::Statistic(_) | Label::Arguments | Label::Report)) {
        return None;
    }
    let at = |at: usize| seen.get(at).and_then(|seen| seen.short());
    let is_statistic = |line: usize| matches!(at(line), Some(Label::Statistic(_)));
    let is_detail = |line: usize| at(line).is_some_and(Label::is_claim_detail);
    let is_number = |line: usize| lines.get(line).is_some_and(|line| is_number(line.text));
    // A number that has lost its own label stands between the name and this one; a claim between it and its label.
    let number_lost = next > 1 && !is_statistic(next - 2) && is_number(next - 1);
    let place = next.checked_sub(if number_lost || explains { 2 } else { 1 })?;
    let name = lines.get(place)?;
    let called = at(place);
    let above = place.checked_sub(1).and_then(|above| lines.get(above));
    let has_initials = || place > 0 && is_initials(lines, place - 1);
    let (is_name, sure) = match label {
        // Somebody may be called `Report` or `Arguments`; nobody is called `Speech speed`.
        Label::Statistic(below) => {
            (!matches!(called, Some(Label::Statistic(_))) && !is_value(above, name, Some(below)), true)
        }
        _ if is_statistic(next + 1) => return None,
        // `Arguments` that stands below its first claim instead of above it.
        Label::Arguments if at(next + 1).is_some_and(Label::is_of_claim) => return None,
        Label::Arguments => {
            (called.is_none() && !is_value(above, name, None), is_detail(next + 2) && has_initials())
        }
        Label::Report => (called.is_none() && has_initials(), false),
        Label::Detail(DetailKind::Explanation) => (called.is_none() && has_initials(), true),
        _ => return None,
    };
    (is_name && may_be_name(name.text)).then_some((place, sure))
}

/// Whether on line `at` stands the first of several statistics with their values.
fn begins_statistics(lines: &[Line<'_>], seen: &[Seen], at: usize) -> bool {
    let measure = |at: usize| match seen.get(at).and_then(|seen| seen.short()) {
        Some(Label::Statistic(measure)) => Some(measure),
        _ => None,
    };
    let Some(first) = measure(at).filter(|_| measure(at + 2).is_some()) else { return false };
    let follows = at.checked_sub(2).is_some_and(|above| measure(above).is_some());
    !follows && lines.get(at + 1).is_some_and(|value| quantity(first, value.text).is_some())
}

/// The lines among `names` that are the initials of a name that is lost: every other name has its initials above it, and
/// nobody speaks under these letters.
fn lost_names(lines: &[Line<'_>], names: &[(usize, bool)]) -> Set<usize> {
    let (mut lost, mut with_initials) = (Map::default(), 0);
    for &(at, sure) in names {
        let Some(line) = lines.get(at).filter(|_| sure) else { continue };
        let above = at.checked_sub(1).and_then(|above| lines.get(above)).map_or("", |above| above.text);
        if above == line.text || is_short_and_capital(above, 4) {
            with_initials += 1;
        } else if is_short_and_capital(line.text, 3) && line.text.chars().all(char::is_alphabetic) {
            lost.insert(line.text, at);
        } else {
            return Set::default();
        }
    }
    if with_initials == 0 || lost.is_empty() {
        return Set::default();
    }
    for line in lines {
        let start = line.text.as_bytes().get(..LONGEST_LABEL).unwrap_or(line.text.as_bytes());
        if let Some(name) = memchr::memchr(b':', start).and_then(|colon| line.text.get(..colon)) {
            lost.remove(name);
        }
    }
    lost.into_values().collect()
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
        && is_quantity(text)
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

/// No initials are longer, in bytes: four letters and a bracket.
pub(super) const LONGEST_INITIALS: usize = 4 * 4 + 1;

/// Whether line `at` holds the initials of the name on the next line: `JH` above `Joyce Hakmeh`.
pub(super) fn is_initials(lines: &[Line<'_>], at: usize) -> bool {
    let (Some(initials), Some(name)) = (lines.get(at), lines.get(at + 1)) else { return false };
    if initials.text.len() > LONGEST_INITIALS {
        return false;
    }
    // `I(` above `Iran (Islamic Republic of)`.
    let (initials, name) = (initials.text.trim_end_matches('('), name.text);
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
