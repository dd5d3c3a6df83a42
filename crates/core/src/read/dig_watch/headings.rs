//! The headings of a page, as data.

use crate::model::SectionRole;

/// A heading of the page: how it is spelled, what it opens, and where it counts as a heading.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) role: SectionRole,
    pub(super) counts: Counts,
    /// How it is spelled; case, spacing and a final colon do not matter.
    spellings: &'static [&'static str],
}

/// Where a line with the words of a heading is one. The more common the words, the more must speak for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// Everywhere: nobody says this and nothing else is called so.
    Everywhere,
    /// Above the report and the transcript.
    InOpening,
    /// Where a speaker's label follows.
    BeforeLabel,
    /// Where a profile follows; in the opening it heads a list of names.
    BeforeProfile,
    /// Above the report of a [redesigned](super::redesign) page.
    AtGlance,
    /// Behind the speeches of a redesigned page.
    Behind,
}

const fn heading(role: SectionRole, counts: Counts, spellings: &'static [&'static str]) -> Heading {
    Heading { role, counts, spellings }
}

/// All of them.
static HEADINGS: &[Heading] = &[
    heading(SectionRole::TableOfContents, Counts::Everywhere, &["Table of contents", "Table of content"]),
    heading(SectionRole::TableOfContents, Counts::InOpening, &["Contents"]),
    heading(
        SectionRole::KnowledgeGraph,
        Counts::Everywhere,
        &["Knowledge Graph of Debate", "Knowledge Graph of the Debate", "Knowledge Graph"],
    ),
    heading(
        SectionRole::SessionReport,
        Counts::Everywhere,
        &["Session report", "Session reports", "Meeting report"],
    ),
    heading(
        SectionRole::FullReport,
        Counts::Everywhere,
        &["Full session report", "Full meeting report", "Full event report", "Full report"],
    ),
    heading(
        SectionRole::Transcript,
        Counts::Everywhere,
        &[
            "Session transcript",
            "Meeting transcript",
            "Event transcript",
            "Full session transcript",
            "Full transcript",
        ],
    ),
    heading(SectionRole::Transcript, Counts::BeforeLabel, &["Transcript"]),
    heading(
        SectionRole::Speakers,
        Counts::BeforeProfile,
        &["Speakers", "Speaker profiles", "Speakers' profiles", "Speakers analysis", "Speakers' analysis"],
    ),
    heading(
        SectionRole::Other,
        Counts::InOpening,
        &[
            "Event report",
            "Speakers and Moderators",
            "Speakers and Moderator",
            "Moderators",
            "Moderator",
            "Panellists",
            "Panelists",
            "Agenda",
            "Description",
        ],
    ),
    heading(SectionRole::Themes, Counts::Everywhere, &["Key themes and observations"]),
    heading(
        SectionRole::Glance,
        Counts::Everywhere,
        &["Session at a glance", "Event at a glance", "Meeting at a glance"],
    ),
    heading(SectionRole::Summary, Counts::AtGlance, &["Summary"]),
    heading(SectionRole::KeyPoints, Counts::AtGlance, &["Keypoints", "Key points"]),
    heading(
        SectionRole::Agreements,
        Counts::Behind,
        &[
            "Agreements",
            "Agreement points",
            "Points of agreement",
            "Similar viewpoints",
            "Unexpected consensus",
        ],
    ),
    heading(
        SectionRole::Differences,
        Counts::Behind,
        &[
            "Differences",
            "Disagreements",
            "Disagreement points",
            "Points of disagreement",
            "Different viewpoints",
            "Unexpected differences",
            "Unexpected disagreements",
        ],
    ),
    heading(
        SectionRole::PartialAgreements,
        Counts::Behind,
        &["Partial agreements", "Partial differences", "Partial disagreements"],
    ),
    heading(SectionRole::Assessment, Counts::Behind, &["Overall assessment"]),
    heading(SectionRole::Takeaways, Counts::Behind, &["Takeaways", "Key takeaways"]),
    heading(SectionRole::ActionItems, Counts::Behind, &["Resolutions and action items", "Action items"]),
    heading(SectionRole::UnresolvedIssues, Counts::Behind, &["Unresolved issues"]),
    heading(SectionRole::Compromises, Counts::Behind, &["Suggested compromises"]),
    heading(
        SectionRole::Comments,
        Counts::Behind,
        &["Thought provoking comments", "Thought-provoking comments"],
    ),
    heading(
        SectionRole::FollowUp,
        Counts::Behind,
        &["Follow-up questions", "Follow up questions", "Followup questions"],
    ),
];

/// No heading is longer, in bytes; a longer line is not looked at.
const LONGEST: usize = 44;

/// With what letters headings begin: for each first one, the next three, as bits. Nearly every line is told from all
/// headings by these.
static BEGINNINGS: [[u32; 3]; 32] = {
    let mut beginnings = [[0; 3]; 32];
    let mut at = 0;
    while at < HEADINGS.len() {
        let spellings = HEADINGS[at].spellings;
        let mut spelling = 0;
        while spelling < spellings.len() {
            let word = spellings[spelling].as_bytes();
            let beginning = &mut beginnings[letter(word[0]) as usize];
            beginning[0] |= 1 << letter(word[1]);
            beginning[1] |= 1 << letter(word[2]);
            beginning[2] |= 1 << letter(word[3]);
            spelling += 1;
        }
        at += 1;
    }
    beginnings
};

/// The place of an ASCII letter in the alphabet, in any case; other bytes share these places.
const fn letter(byte: u8) -> u8 {
    byte & 0x1f
}

/// The heading `line` has the words of.
#[inline]
pub(super) fn heading_of(line: &str) -> Option<&'static Heading> {
    if line.len() > LONGEST {
        return None;
    }
    let words = unmarked(line);
    let &[first, second, third, fourth, ..] = words.as_bytes() else { return None };
    let [seconds, thirds, fourths] = BEGINNINGS.get(usize::from(letter(first)))?;
    let begins = (seconds >> letter(second)) & (thirds >> letter(third)) & (fourths >> letter(fourth));
    if begins & 1 == 0 { None } else { find(words) }
}

/// The heading of words that begin with the letters of one.
fn find(words: &str) -> Option<&'static Heading> {
    let words = words.trim_end_matches([':', ' ']);
    let first = words.as_bytes().first()?.to_ascii_lowercase();
    let begins =
        |spelling: &&&str| spelling.as_bytes().first().is_some_and(|byte| byte.to_ascii_lowercase() == first);
    let spelled = |same: fn(&str, &str) -> bool| {
        HEADINGS.iter().find(|heading| heading.spellings.iter().filter(begins).any(|own| same(own, words)))
    };
    // Nearly every heading is spelled plainly.
    spelled(str::eq_ignore_ascii_case).or_else(|| spelled(same_words))
}

/// A line without the marks of a heading in Markdown: `## Summary`, `**Summary**`.
#[inline]
pub(super) fn unmarked(line: &str) -> &str {
    match line.as_bytes() {
        [b'#', ..] => line.trim_start_matches('#').trim(),
        [b'*', b'*', ..] => {
            line.get(2..).map_or("", |rest| rest.trim_end_matches([':', ' ']).trim_end_matches("**").trim())
        }
        _ => line,
    }
}

/// Whether two texts are the same but for case, spacing and the form of the apostrophe.
pub(super) fn same_words(left: &str, right: &str) -> bool {
    let mut left = left.split_whitespace().flat_map(|word| word.chars().chain([' ']));
    let mut right = right.split_whitespace().flat_map(|word| word.chars().chain([' ']));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(l), Some(r)) if same_char(l, r) => {}
            _ => return false,
        }
    }
}

fn same_char(left: char, right: char) -> bool {
    let plain = |c: char| if matches!(c, '’' | '‘') { '\'' } else { c };
    let (left, right) = (plain(left), plain(right));
    left == right || left.to_lowercase().eq(right.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{HEADINGS, LONGEST, heading_of};
    use crate::model::SectionRole;

    #[test]
    fn spelling_varies_in_case_and_spacing() {
        let role = |line| heading_of(line).map(|heading| heading.role);
        assert_eq!(role("Full session report"), Some(SectionRole::FullReport));
        assert_eq!(role("FULL  Session\u{a0}Report:"), Some(SectionRole::FullReport));
        assert_eq!(role("Speakers’ profiles"), Some(SectionRole::Speakers));
        assert_eq!(role("## Key Points:"), Some(SectionRole::KeyPoints));
        assert_eq!(role("**Key points:**"), Some(SectionRole::KeyPoints));
        assert_eq!(role("#"), None);
        assert_eq!(role("Full session reports were read"), None);
        assert_eq!(role("Report"), None);
        assert_eq!(role(""), None);
    }

    #[test]
    fn the_table_is_sound() {
        for heading in HEADINGS {
            for spelling in heading.spellings {
                assert!(
                    spelling.len() + 4 <= LONGEST,
                    "{spelling} is longer than any line that is looked at"
                );
                assert_eq!(heading_of(spelling), Some(heading), "{spelling} occurs twice");
            }
        }
    }
}
