//! Every text of a session, with the node it belongs to.

use super::{Block, BlockKind, Content, Detail, DetailKind, Profile, Session, Text};

/// What a [`Text`] is in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Node {
    /// The title line, or its repetition.
    Title,
    /// The date line.
    Time,
    /// A disclaimer.
    Disclaimer,
    /// A section's heading.
    SectionHeading,
    /// A headline or speaker's name inside a report.
    PartHeading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A heading inside a part or a speech.
    Subheading,
    /// A remark.
    Remark,
    /// The label that opens a speech.
    SpeechLabel,
    /// The initials of a profile.
    Initials,
    /// The name that opens a profile.
    ProfileName,
    /// A declared statistic.
    Statistic,
    /// An argument's claim.
    Claim,
    /// A supporting fact.
    Fact,
    /// A topic.
    Topic,
    /// A point of several speakers or about them.
    Point,
    /// What is said of a claim or a point.
    Detail(DetailKind),
    /// A line that only names or marks what it stands beside.
    Label,
    /// A line without a place.
    Unrecognised,
}

impl Node {
    /// Its name, as in the model: `speech-label`.
    pub fn name(self) -> &'static str {
        match self {
            Node::Title => "title",
            Node::Time => "time",
            Node::Disclaimer => "disclaimer",
            Node::SectionHeading => "section-heading",
            Node::PartHeading => "part-heading",
            Node::Paragraph => "paragraph",
            Node::Item => "item",
            Node::Subheading => "subheading",
            Node::Remark => "remark",
            Node::SpeechLabel => "speech-label",
            Node::Initials => "initials",
            Node::ProfileName => "profile-name",
            Node::Statistic => "statistic",
            Node::Claim => "claim",
            Node::Fact => "fact",
            Node::Topic => "topic",
            Node::Point => "point",
            Node::Detail(kind) => kind.name(),
            Node::Label => "label",
            Node::Unrecognised => "unrecognised",
        }
    }
}

/// Every text of the session once, in the order of the model (which is nearly that of the source).
pub fn walk<'s, 'src>(session: &'s Session<'src>, visit: &mut impl FnMut(Node, &'s Text<'src>)) {
    let Session { title, time, disclaimers, sections, labels, unrecognised, .. } = session;
    if let Some(title) = title {
        visit(Node::Title, &title.line);
        title.repeated.iter().for_each(|line| visit(Node::Title, line));
    }
    if let Some(time) = time {
        visit(Node::Time, &time.line);
    }
    disclaimers.iter().for_each(|disclaimer| visit(Node::Disclaimer, &disclaimer.text));
    for section in sections {
        section.heading.iter().for_each(|heading| visit(Node::SectionHeading, heading));
        match &section.content {
            Content::Parts(parts) => {
                for part in parts {
                    part.heading.iter().for_each(|heading| visit(Node::PartHeading, heading));
                    blocks(&part.blocks, visit);
                }
            }
            Content::Points(points) => {
                for point in points {
                    visit(Node::Point, &point.text);
                    point.topics.iter().for_each(|topic| visit(Node::Topic, topic));
                    details(&point.details, visit);
                }
            }
            Content::Speeches(speeches) => {
                for speech in speeches {
                    speech.label.iter().for_each(|label| visit(Node::SpeechLabel, label));
                    blocks(&speech.blocks, visit);
                }
            }
            Content::Profiles(profiles) => profiles.iter().for_each(|profile| walk_profile(profile, visit)),
        }
    }
    labels.iter().for_each(|label| visit(Node::Label, label));
    unrecognised.iter().for_each(|line| visit(Node::Unrecognised, line));
}

/// Every text of one profile.
fn walk_profile<'s, 'src>(profile: &'s Profile<'src>, visit: &mut impl FnMut(Node, &'s Text<'src>)) {
    profile.initials.iter().for_each(|initials| visit(Node::Initials, initials));
    visit(Node::ProfileName, &profile.name);
    let statistics = &profile.statistics;
    for declared in [&statistics.speed, &statistics.length, &statistics.time].into_iter().flatten() {
        visit(Node::Statistic, &declared.text);
    }
    for argument in &profile.arguments {
        visit(Node::Claim, &argument.claim);
        argument.facts.iter().for_each(|fact| visit(Node::Fact, fact));
        argument.topics.iter().for_each(|topic| visit(Node::Topic, topic));
        details(&argument.details, visit);
    }
    blocks(&profile.report, visit);
}

fn details<'s, 'src>(details: &'s [Detail<'src>], visit: &mut impl FnMut(Node, &'s Text<'src>)) {
    for detail in details {
        detail.texts.iter().for_each(|text| visit(Node::Detail(detail.kind), text));
    }
}

fn blocks<'s, 'src>(blocks: &'s [Block<'src>], visit: &mut impl FnMut(Node, &'s Text<'src>)) {
    for block in blocks {
        let node = match block.kind {
            BlockKind::Paragraph => Node::Paragraph,
            BlockKind::Item => Node::Item,
            BlockKind::Subheading => Node::Subheading,
            BlockKind::Remark => Node::Remark,
        };
        visit(node, &block.text);
    }
}

/// Every text of the session in the order of the source.
pub fn in_source_order<'s, 'src>(session: &'s Session<'src>) -> Vec<(Node, &'s Text<'src>)> {
    let mut texts = Vec::new();
    walk(session, &mut |node, text| texts.push((node, text)));
    texts.sort_by_key(|(_, text)| text.span());
    texts
}
