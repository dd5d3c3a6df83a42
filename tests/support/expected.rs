//! What a full rendering has to hold of a session: every text of the model, in the order of its section.

use plenary_core::Session;
use plenary_core::model::walk::Node;
use plenary_core::model::{Block, BlockKind, Content, Declared, Profile};

use super::words::Words;

/// One text of the model, in any of the spellings a document may give it.
pub struct Piece {
    node: Node,
    spellings: Vec<String>,
}

/// The texts of one stretch of the session.
pub struct Run {
    /// For messages: `section-speakers, Bert`.
    place: String,
    /// To be found in this order.
    ordered: Vec<Piece>,
    /// To be found anywhere.
    anywhere: Vec<Piece>,
}

impl Run {
    fn new(place: impl Into<String>) -> Self {
        Self { place: place.into(), ordered: Vec::new(), anywhere: Vec::new() }
    }

    fn then(&mut self, node: Node, text: impl AsRef<str>) {
        self.ordered.push(Piece { node, spellings: vec![text.as_ref().to_owned()] });
    }

    fn somewhere(&mut self, node: Node, spellings: impl IntoIterator<Item = String>) {
        self.anywhere.push(Piece { node, spellings: spellings.into_iter().collect() });
    }
}

/// Every text of the session but the labels and the repeated titles, which a document turns into structure.
pub fn runs(session: &Session<'_>) -> Vec<Run> {
    let mut head = Run::new("head");
    if let Some(title) = &session.title {
        head.then(Node::Title, &title.name);
        head.somewhere(Node::Title, title.event.iter().map(|event| event.label.clone().into_owned()));
    }
    if let Some(time) = &session.time {
        head.then(Node::Time, time.line.as_str());
    }
    session.disclaimers.iter().for_each(|disclaimer| head.then(Node::Disclaimer, disclaimer.text.as_str()));
    session.unrecognised.iter().for_each(|line| {
        head.somewhere(Node::Unrecognised, [line.as_str().to_owned()]);
    });
    let mut runs = vec![head];
    for section in &session.sections {
        let mut run = Run::new(section.id.as_str());
        let heading = section.heading.iter().map(|heading| heading.as_str().to_owned());
        heading.for_each(|heading| run.somewhere(Node::SectionHeading, [heading]));
        match &section.content {
            Content::Parts(parts) => {
                for part in parts {
                    part.heading.iter().for_each(|heading| run.then(Node::PartHeading, heading));
                    blocks(&mut run, &part.blocks);
                }
            }
            Content::Speeches(speeches) => {
                for speech in speeches {
                    speech.label.iter().for_each(|label| run.then(Node::SpeechLabel, label));
                    blocks(&mut run, &speech.blocks);
                }
            }
            Content::Profiles(profiles) => profiles.iter().for_each(|profile| one_profile(&mut run, profile)),
            _ => {}
        }
        runs.push(run);
    }
    runs
}

fn one_profile(run: &mut Run, profile: &Profile<'_>) {
    // One who has neither stands in the table of participants alone.
    if profile.arguments.is_empty() && profile.report.is_empty() {
        run.somewhere(Node::ProfileName, [profile.name.as_str().to_owned()]);
    } else {
        run.then(Node::ProfileName, &profile.name);
    }
    profile
        .initials
        .iter()
        .for_each(|initials| run.somewhere(Node::Initials, [initials.as_str().to_owned()]));
    let statistics = &profile.statistics;
    for declared in [&statistics.speed, &statistics.length, &statistics.time].into_iter().flatten() {
        run.somewhere(Node::Statistic, spellings(declared));
    }
    for argument in &profile.arguments {
        run.then(Node::Claim, &argument.claim);
        argument.facts.iter().for_each(|fact| run.then(Node::Fact, fact));
        argument.topics.iter().for_each(|topic| run.then(Node::Topic, topic));
    }
    blocks(run, &profile.report);
}

fn blocks(run: &mut Run, blocks: &[Block<'_>]) {
    for block in blocks {
        let node = match block.kind {
            BlockKind::Item => Node::Item,
            BlockKind::Subheading => Node::Subheading,
            BlockKind::Remark => Node::Remark,
            _ => Node::Paragraph,
        };
        run.then(node, &block.text);
    }
}

/// As written, as a bare number, or as minutes and seconds: a table names the unit in its head.
fn spellings(declared: &Declared<'_>) -> Vec<String> {
    let mut spellings = vec![declared.text.as_str().to_owned()];
    if let Some(value) = declared.value {
        spellings.push(value.to_string());
        spellings.push(format!("{}:{:02}", value / 60, value % 60));
    }
    spellings
}

/// Takes every text of `runs` out of `words`.
///
/// # Errors
/// The texts that are not there, or not in their place.
pub fn take_all(runs: &[Run], words: &mut Words) -> Result<(), String> {
    let mut missing = Vec::new();
    for run in runs {
        let mut at = 0;
        for piece in &run.ordered {
            match take(piece, words, at) {
                Some(end) => at = end,
                None => missing.push(describe(run, piece)),
            }
        }
    }
    for run in runs {
        missing.extend(run.anywhere.iter().filter_map(|piece| match take(piece, words, 0) {
            Some(_) => None,
            None => Some(describe(run, piece)),
        }));
    }
    if missing.is_empty() {
        return Ok(());
    }
    missing.truncate(8);
    Err(format!("not there, or not in this order:\n  {}", missing.join("\n  ")))
}

fn take(piece: &Piece, words: &mut Words, from: usize) -> Option<usize> {
    piece.spellings.iter().find_map(|spelling| words.take(spelling, from))
}

fn describe(run: &Run, piece: &Piece) -> String {
    let text: String = piece.spellings.iter().flat_map(|spelling| spelling.chars()).take(160).collect();
    format!("{} of {}: {text}", piece.node.name(), run.place)
}
