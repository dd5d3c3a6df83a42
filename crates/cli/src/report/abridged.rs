//! No more findings of a kind than somebody will read.

use std::collections::BTreeMap;

use plenary_core::{Diagnostic, Severity};

/// How many findings are shown to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    None,
    /// The first [`OF_A_KIND`] of each of the first [`KINDS`] that are told of a page at once.
    OfAKind,
}

/// Whoever has read so many knows what the rest are like.
const OF_A_KIND: usize = 25;

/// Plenary has no so many for a page; a plugin may name each of its findings otherwise. Errors are shown of any kind: they say
/// why there is no document.
const KINDS: usize = 25;

/// What is shown in a finding's place.
pub(super) enum Shown<'a> {
    Finding(&'a Diagnostic),
    /// So many more of a kind, behind all that are shown.
    More {
        code: &'a str,
        number: usize,
    },
    /// So many more of further kinds.
    MoreKinds {
        number: usize,
    },
}

/// A kind of finding, as far as it was met.
struct Kind {
    /// How many other kinds were met before.
    rank: usize,
    number: usize,
    hidden: usize,
}

/// Findings on one page, as many as `limit` allows, and then how many more there are of each kind.
pub(super) fn abridged<'a>(findings: &[&'a Diagnostic], limit: Limit) -> Vec<Shown<'a>> {
    if limit == Limit::None {
        return findings.iter().copied().map(Shown::Finding).collect();
    }
    let mut kinds: BTreeMap<&str, Kind> = BTreeMap::new();
    let mut shown = Vec::new();
    for &finding in findings {
        let rank = kinds.len();
        let kind = kinds.entry(&finding.code).or_insert(Kind { rank, number: 0, hidden: 0 });
        kind.number += 1;
        let is_known = kind.rank < KINDS || finding.severity == Severity::Error;
        if is_known && kind.number <= OF_A_KIND {
            shown.push(Shown::Finding(finding));
        } else {
            kind.hidden += 1;
        }
    }
    kinds.retain(|_, kind| kind.hidden > 0);
    let (first, further): (Vec<_>, Vec<_>) = kinds.into_iter().partition(|(_, kind)| kind.rank < KINDS);
    shown.extend(first.into_iter().map(|(code, kind)| Shown::More { code, number: kind.hidden }));
    let number = further.iter().map(|(_, kind)| kind.hidden).sum();
    shown.extend((number > 0).then_some(Shown::MoreKinds { number }));
    shown
}
