//! Samples and real pages with lines lost, doubled, swapped, cut, joined, in capitals, or with something foreign between
//! them: whatever became of a page, its reading is faithful to it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod support;

use plenary_core::model::Dialect;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use support::faithful::read_faithfully;
use support::{real_pages, samples};

/// What happens to a page.
#[derive(Debug, Clone)]
enum Mutation {
    Delete(Index),
    Duplicate(Index),
    Swap(Index, Index),
    /// Lines of a stretch, moved to another place.
    Move(Index, Index, Index),
    UpperCase(Index),
    LowerCase(Index),
    /// The line joined with the next one.
    Join(Index),
    /// The line in two at a place in it.
    Break(Index, Index),
    Insert(Index, &'static str),
    /// The page ends within the line.
    CutAt(Index, Index),
    /// Lines of a stretch twice.
    Paste(Index, Index),
}

/// Lines that mean something in one dialect or another.
const FOREIGN: &[&str] = &[
    "",
    " ",
    "\t",
    "\u{feff}",
    "\u{0}",
    "Speakers",
    "Report",
    "Arguments",
    "Supporting facts:",
    "Topics: a, b",
    "Chair:",
    "Chair: yes",
    "Session transcript",
    "Session at a glance",
    "Summary",
    "Agreements",
    "Agreed with",
    "Explanation",
    "speaker",
    ">> CHAIR: yes",
    ">> yes",
    "***",
    "WEBVTT",
    "NOTE x",
    "STYLE",
    "00:00:01.000 --> 00:00:02.000",
    "00:00:01,000 --> 00:00:00,000",
    "7",
    "- ",
    "-",
    "<v Ann>yes</v>",
    "<v ",
    "</p>",
    "<p>",
    "&amp;",
    "<![CDATA[",
    "<!--",
    "]]>",
    "<?x",
    "{",
    "## x",
    "**x:**",
    "1. **x:** y",
    "7 Jun 2031 09:00h - 10:00h",
    "31 Feb 2031",
    "Speech speed",
    "120 words per minute",
    "(Applause)",
    "[Laughter]",
    "â€“ x",
    "a\rb",
    "\u{2028}",
];

fn mutation() -> impl Strategy<Value = Mutation> {
    let index = any::<Index>;
    prop_oneof![
        index().prop_map(Mutation::Delete),
        index().prop_map(Mutation::Duplicate),
        (index(), index()).prop_map(|(one, other)| Mutation::Swap(one, other)),
        (index(), index(), index()).prop_map(|(from, until, to)| Mutation::Move(from, until, to)),
        index().prop_map(Mutation::UpperCase),
        index().prop_map(Mutation::LowerCase),
        index().prop_map(Mutation::Join),
        (index(), index()).prop_map(|(line, at)| Mutation::Break(line, at)),
        (index(), select(FOREIGN)).prop_map(|(line, text)| Mutation::Insert(line, text)),
        (index(), index()).prop_map(|(line, at)| Mutation::CutAt(line, at)),
        (index(), index()).prop_map(|(from, until)| Mutation::Paste(from, until)),
    ]
}

impl Mutation {
    fn apply(&self, lines: &mut Vec<String>) {
        if lines.is_empty() {
            return;
        }
        let count = lines.len();
        let within = |line: &str, at: &Index| {
            let mut at = at.index(line.len() + 1);
            while !line.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let stretch = |from: &Index, until: &Index| {
            let (from, until) = (from.index(count), until.index(count));
            from.min(until)..from.max(until) + 1
        };
        match self {
            Self::Delete(line) => _ = lines.remove(line.index(count)),
            Self::Duplicate(line) => lines.insert(line.index(count), lines[line.index(count)].clone()),
            Self::Swap(one, other) => lines.swap(one.index(count), other.index(count)),
            Self::Move(from, until, to) => {
                let moved: Vec<_> = lines.drain(stretch(from, until)).collect();
                let to = to.index(lines.len() + 1);
                lines.splice(to..to, moved);
            }
            Self::UpperCase(line) => lines[line.index(count)] = lines[line.index(count)].to_uppercase(),
            Self::LowerCase(line) => lines[line.index(count)] = lines[line.index(count)].to_lowercase(),
            Self::Join(line) => {
                let next = (line.index(count) + 1 < count).then(|| lines.remove(line.index(count) + 1));
                let line = &mut lines[line.index(count)];
                *line = line.trim_end_matches(['\n', '\r']).to_owned() + &next.unwrap_or_default();
            }
            Self::Break(line, at) => {
                let line = &mut lines[line.index(count)];
                line.insert(within(line, at), '\n');
            }
            Self::Insert(line, text) => lines.insert(line.index(count), format!("{text}\n")),
            Self::CutAt(line, at) => {
                lines.truncate(line.index(count) + 1);
                if let Some(last) = lines.last_mut() {
                    last.truncate(within(last, at));
                }
            }
            Self::Paste(from, until) => {
                let pasted = lines[stretch(from, until)].to_vec();
                lines.extend(pasted);
            }
        }
    }
}

/// Every sample, and the real pages where they are at hand, each with its dialect where its folder tells.
fn pages() -> Vec<(Option<Dialect>, String)> {
    let dialect = |name: &str| Dialect::ALL.into_iter().find(|dialect| dialect.name() == name);
    let samples = samples().into_iter().filter(|page| page.dialect() != "json");
    samples.chain(real_pages()).map(|page| (dialect(page.dialect()), page.text())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_becomes_of_a_page_its_reading_is_faithful(
        page in select(pages()),
        mutations in prop::collection::vec(mutation(), 1..8),
        told in any::<bool>(),
    ) {
        let (dialect, text) = page;
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        mutations.iter().for_each(|mutation| mutation.apply(&mut lines));
        read_faithfully(&lines.concat(), dialect.filter(|_| told));
    }
}
