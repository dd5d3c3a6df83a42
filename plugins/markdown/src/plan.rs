//! The order of the minutes: what was summed up, who took part, what was reported, what was argued and by whom, where they
//! agreed, what was decided, and last what was said.

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::document::{Arrangement, Body};
use plenary_plugin_sdk::model::{Section, SectionRole, Speech};

use crate::Style;

/// The sections where the minutes have them.
#[derive(Debug, Default)]
pub(crate) struct Plan<'s, 'src> {
    /// The sections of each chapter, in the order of the source.
    chapters: [Vec<Group<'s, 'src>>; Chapter::ALL.len()],
    /// Sections of speeches.
    pub(crate) transcript: Vec<(&'s Section<'src>, &'s [Speech<'src>])>,
    /// Headings with nothing under them.
    pub(crate) empty: Vec<&'s Section<'src>>,
}

/// Sections of one heading, or one section.
#[derive(Debug)]
pub(crate) struct Group<'s, 'src> {
    /// The heading that the source has above them.
    pub(crate) head: Option<&'s Section<'src>>,
    /// The sections. Where there is no heading above, one, and behind it what assesses it.
    pub(crate) sections: Vec<(&'s Section<'src>, Body<'s, 'src>)>,
}

/// A chapter of the minutes, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chapter {
    /// What the source sums up.
    Summary,
    /// The source's own lists of those who take part, below plenary's table.
    Participants,
    /// The report, and all that nobody knows a better place for.
    Report,
    /// What each speaker argued.
    Arguments,
    /// What they agree and differ on, comments, questions that follow.
    Views,
    /// Takeaways, resolutions, what is left open.
    Decisions,
}

impl Chapter {
    /// All of them, in their order.
    pub(crate) const ALL: [Self; 6] =
        [Self::Summary, Self::Participants, Self::Report, Self::Arguments, Self::Views, Self::Decisions];

    /// Whether its sections stand below a heading of plenary's: the source's lists of participants below the table.
    pub(crate) fn is_below_own_heading(self, session: &Session<'_>) -> bool {
        self == Self::Participants && !session.speakers.is_empty()
    }

    /// The chapter of a section that comes behind one of the chapter `before`.
    fn of(section: &Section<'_>, body: Body<'_, '_>, before: Self, has_full_report: bool) -> Self {
        match section.role {
            SectionRole::Glance | SectionRole::Summary | SectionRole::KeyPoints | SectionRole::Themes => {
                Self::Summary
            }
            // Above a full report, it is the short one.
            SectionRole::SessionReport if has_full_report => Self::Summary,
            SectionRole::Participants => Self::Participants,
            SectionRole::Takeaways
            | SectionRole::ActionItems
            | SectionRole::UnresolvedIssues
            | SectionRole::Compromises => Self::Decisions,
            SectionRole::Agreements
            | SectionRole::Differences
            | SectionRole::PartialAgreements
            | SectionRole::Comments
            | SectionRole::FollowUp => Self::Views,
            SectionRole::Assessment => before,
            _ => match body {
                Body::Parts(_) => Self::Report,
                Body::Points(_) => Self::Views,
                Body::Profiles(_) => Self::Arguments,
            },
        }
    }
}

/// Whether a section stands below the heading `head`, which has no text of its own: `Agreements` above `Agreement points`.
fn is_below(head: &Section<'_>, section: &Section<'_>) -> bool {
    use SectionRole as Role;
    match head.role {
        Role::Glance => matches!(section.role, Role::Summary | Role::KeyPoints | Role::Themes),
        Role::Agreements | Role::Differences | Role::PartialAgreements => {
            section.role == head.role || section.role == Role::Assessment
        }
        Role::Takeaways => matches!(
            section.role,
            Role::Takeaways | Role::ActionItems | Role::UnresolvedIssues | Role::Compromises
        ),
        _ => false,
    }
}

impl<'s, 'src> Plan<'s, 'src> {
    /// The plan of minutes in `style`.
    pub(crate) fn of(session: &'s Session<'src>, style: Style) -> Self {
        let Arrangement { body, transcript, .. } = Arrangement::of(session);
        let has_full_report = body.iter().any(|(section, _)| section.role == SectionRole::FullReport);
        let mut plan = Self { transcript, ..Self::default() };
        let mut bodies = body.into_iter().peekable();
        let mut head: Option<&'s Section<'src>> = None;
        let mut before = Chapter::Report;
        for section in &session.sections {
            let is_below_head = head.is_some_and(|head| is_below(head, section));
            if section.content.is_empty() {
                if !is_below_head {
                    head = Some(section);
                }
                plan.empty.push(section);
                continue;
            }
            let Some((_, body)) = bodies.next_if(|(next, _)| std::ptr::eq(*next, section)) else { continue };
            let chapter = Chapter::of(section, body, before, has_full_report);
            before = chapter;
            plan.add(chapter, head.filter(|_| is_below_head), section, body);
        }
        if style == Style::Transcript {
            plan.chapters = Default::default();
        }
        if style == Style::Minutes {
            plan.transcript.clear();
        }
        plan
    }

    /// The sections of a chapter.
    pub(crate) fn chapter(&self, chapter: Chapter) -> &[Group<'s, 'src>] {
        self.chapters.get(chapter as usize).map_or(&[], Vec::as_slice)
    }

    fn add(
        &mut self,
        chapter: Chapter,
        head: Option<&'s Section<'src>>,
        section: &'s Section<'src>,
        body: Body<'s, 'src>,
    ) {
        let Some(groups) = self.chapters.get_mut(chapter as usize) else { return };
        let is_of_last = groups.last().is_some_and(|last| match (last.head, head) {
            (Some(last), Some(head)) => std::ptr::eq(last, head),
            (None, None) => section.role == SectionRole::Assessment,
            _ => false,
        });
        if let Some(last) = groups.last_mut().filter(|_| is_of_last) {
            last.sections.push((section, body));
            return;
        }
        if let Some(head) = head {
            self.empty.retain(|empty| !std::ptr::eq(*empty, head));
        }
        groups.push(Group { head, sections: vec![(section, body)] });
    }
}
