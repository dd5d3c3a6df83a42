//! In which order the minutes must have the sections.

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Content, Section, SectionRole};

/// The sections of each chapter, each with how deep it stands below the chapter's level.
pub type Chapters<'s> = [Vec<(u8, &'s Section<'s>)>; 6];

pub const PARTICIPANTS: usize = 1;
pub const ARGUMENTS: usize = 3;
pub const DECISIONS: usize = 5;

/// Headings without text of their own, and what may stand below them.
const HEADS: [(&str, &[&str]); 5] = [
    ("glance", &["summary", "key-points", "themes"]),
    ("agreements", &["agreements", "assessment"]),
    ("differences", &["differences", "assessment"]),
    ("partial-agreements", &["partial-agreements", "assessment"]),
    ("takeaways", &["takeaways", "action-items", "unresolved-issues", "compromises"]),
];

/// The roles of each chapter; other sections go by what is in them.
const ROLES: [&[&str]; 6] = [
    &["glance", "summary", "key-points", "themes"],
    &["participants"],
    &[],
    &[],
    &["agreements", "differences", "partial-agreements", "comments", "follow-up"],
    &["takeaways", "action-items", "unresolved-issues", "compromises"],
];

/// The sections in their order, transcripts apart, and the headings that stand above nothing.
pub fn chapters<'s>(session: &'s Session<'s>) -> (Chapters<'s>, Vec<&'s Section<'s>>) {
    let mut chapters = Chapters::default();
    let mut empty = Vec::new();
    let mut head: Option<&Section<'_>> = None;
    let mut last_chapter = 2;
    // The head of the last section of each chapter.
    let mut last_heads = [const { None::<Option<&str>> }; 6];
    let is_full =
        |section: &Section<'_>| section.role == SectionRole::FullReport && !section.content.is_empty();
    let has_full_report = session
        .sections
        .iter()
        .any(|section| is_full(section) && !matches!(section.content, Content::Speeches(_)));
    for section in &session.sections {
        let role = section.role.name();
        let below = head.filter(|head| {
            HEADS.iter().any(|(name, roles)| *name == head.role.name() && roles.contains(&role))
        });
        if section.content.is_empty() {
            empty.push(section);
            if below.is_none() {
                head = Some(section);
            }
            continue;
        }
        let by_role = ROLES.iter().position(|roles| roles.contains(&role));
        let chapter = match (&section.content, by_role) {
            (Content::Speeches(_), _) => continue,
            _ if role == "session-report" && has_full_report => 0,
            _ if role == "assessment" => last_chapter,
            (_, Some(chapter)) => chapter,
            (Content::Parts(_), None) => 2,
            (Content::Profiles(_), None) => 3,
            _ => 4,
        };
        last_chapter = chapter;
        let below_id = below.map(|head| head.id.as_str());
        match (below, last_heads[chapter]) {
            (Some(head), last) => {
                if last != Some(below_id) {
                    chapters[chapter].push((0, head));
                }
                chapters[chapter].push((1, section));
                empty.retain(|empty| empty.id != head.id);
            }
            (None, Some(None)) if role == "assessment" => chapters[chapter].push((1, section)),
            (None, _) => chapters[chapter].push((0, section)),
        }
        last_heads[chapter] = Some(below_id);
    }
    (chapters, empty)
}
