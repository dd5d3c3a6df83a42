//! No more findings of a kind than somebody will read.

use std::collections::BTreeMap;

use plenary_core::Diagnostic;

/// How many findings are shown to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    None,
    /// The first [`OF_A_KIND`] of each kind that are told of a page at once.
    OfAKind,
}

/// Whoever has read so many knows what the rest are like.
const OF_A_KIND: usize = 25;

/// What is shown in a finding's place.
pub(super) enum Shown<'a> {
    Finding(&'a Diagnostic),
    /// So many more of a kind, behind all that are shown.
    More {
        code: &'a str,
        number: usize,
    },
}

/// Findings on one page, as many as `limit` allows, and then how many more there are of each kind.
pub(super) fn abridged<'a>(findings: &[&'a Diagnostic], limit: Limit) -> impl Iterator<Item = Shown<'a>> {
    let mut of_a_kind: BTreeMap<&str, usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for &finding in findings {
        let number = of_a_kind.entry(&finding.code).or_default();
        *number += 1;
        if limit == Limit::None || *number <= OF_A_KIND {
            shown.push(Shown::Finding(finding));
        }
    }
    let over =
        of_a_kind.into_iter().filter(move |(_, number)| limit == Limit::OfAKind && *number > OF_A_KIND);
    shown.into_iter().chain(over.map(|(code, number)| Shown::More { code, number: number - OF_A_KIND }))
}
