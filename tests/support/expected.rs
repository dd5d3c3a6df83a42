//! What a full rendering has to hold of a session: every text of the model, in the order of its section.

use std::ops::Range;

use plenary_core::Session;
use plenary_core::model::walk::Node;
use plenary_core::model::{Block, BlockKind, Content, Declared, Detail, Profile};

use super::words::{Words, letters_of};

/// One text of the model, in any of the spellings a document may give it.
pub struct Piece {
    node: Node,
    spellings: Vec<String>,
}

type Take = fn(&mut Words, &str, Range<usize>) -> Option<Range<usize>>;

impl Piece {
    fn take(&self, words: &mut Words, take: Take, within: Range<usize>) -> Option<Range<usize>> {
        self.spellings.iter().find_map(|spelling| take(words, spelling, within.clone()))
    }

    /// Whether there is at least one, and it is no word that may stand anywhere.
    fn is_long(&self) -> bool {
        self.spellings.iter().any(|spelling| letters_of(spelling).chars().count() > 32)
    }
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
        if let Some(event) = &title.event {
            head.somewhere(Node::Title, [event.label.clone().into_owned()]);
        }
    }
    if let Some(time) = &session.time {
        // A brief has the day written out at its head, and the line as it is where it speaks of itself.
        head.somewhere(Node::Time, [time.line.as_str().to_owned()]);
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
            Content::Profiles(profiles) => {
                profiles.iter().for_each(|profile| one_profile(&mut run, profile));
                // Akoma Ntoso parts the reports from the arguments: each stand in order by themselves.
                let mut reports = Run::new(format!("{}, reports", section.id));
                profiles.iter().for_each(|profile| blocks(&mut reports, &profile.report));
                runs.push(reports);
            }
            Content::Points(points) => {
                for point in points {
                    run.then(Node::Point, &point.text);
                    point.topics.iter().for_each(|topic| run.then(Node::Topic, topic));
                    details(&mut run, &point.details);
                }
            }
            other => panic!("nobody has said what a document holds of {other:?}"),
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
        details(run, &argument.details);
    }
}

fn details(run: &mut Run, details: &[Detail<'_>]) {
    for detail in details {
        detail.texts.iter().for_each(|text| run.then(Node::Detail(detail.kind), text));
    }
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
        missing.extend(take_in_order(&run.ordered, words).into_iter().map(|piece| describe(run, piece)));
    }
    for run in runs {
        let nowhere =
            run.anywhere.iter().filter(|piece| piece.take(words, Words::take_first, words.all()).is_none());
        missing.extend(nowhere.map(|piece| describe(run, piece)));
    }
    if missing.is_empty() {
        return Ok(());
    }
    missing.truncate(8);
    Err(format!("not there, or not in this order:\n  {}", missing.join("\n  ")))
}

/// Takes the pieces in their order, and gives those that are missing.
///
/// A document may say a text more than once: in an index of topics, then in its place. Where pieces are missing beside the
/// first long one, those beside its next place are tried.
fn take_in_order<'p>(pieces: &'p [Piece], words: &mut Words) -> Vec<&'p Piece> {
    let before = words.clone();
    let (missing, mut first) = take_from(0, pieces, words);
    while let Some(place) = first.filter(|_| !missing.is_empty()) {
        let mut these = before.clone();
        let (still_missing, next) = take_from(place.start + 1, pieces, &mut these);
        if still_missing.is_empty() {
            *words = these;
            return still_missing;
        }
        first = next;
    }
    missing
}

/// Takes the pieces in their order, the long ones from `from` on; those that are missing, and where the first long one is.
///
/// The long ones, which occur but seldom, are placed first; then each short one, as close as can be before the long one
/// that follows it. So a name that opens a speech is found there and not in some list of names.
fn take_from<'p>(
    from: usize,
    pieces: &'p [Piece],
    words: &mut Words,
) -> (Vec<&'p Piece>, Option<Range<usize>>) {
    let mut missing = Vec::new();
    let mut at = from;
    // Where each long piece stands; `None` for the short ones.
    let mut places = vec![None; pieces.len()];
    for (piece, place) in pieces.iter().zip(&mut places).filter(|(piece, _)| piece.is_long()) {
        *place = piece.take(words, Words::take_first, at..words.all().end);
        match place {
            Some(place) => at = place.end,
            None => missing.push(piece),
        }
    }
    let first = places.iter().flatten().next().cloned();
    let end = words.all().end;
    let mut before = 0;
    let mut short = Vec::new();
    for (piece, place) in pieces.iter().zip(places) {
        match place {
            Some(place) => {
                let mut window = before..place.start;
                for piece in short.drain(..).rev() {
                    match Piece::take(piece, words, Words::take_last, window.clone()) {
                        Some(found) => window.end = found.start,
                        None => missing.push(piece),
                    }
                }
                before = place.end;
            }
            None if !piece.is_long() => short.push(piece),
            None => {}
        }
    }
    if before == 0 {
        before = closest_start(&short, words);
    }
    for piece in short {
        match piece.take(words, Words::take_first, before..end) {
            Some(found) => before = found.end,
            None => missing.push(piece),
        }
    }
    (missing, first)
}

/// Where to begin to look for pieces that are all short, so that they stand closest together: a name that opens a
/// section may stand in many others.
fn closest_start(pieces: &[&Piece], words: &Words) -> usize {
    let Some(first) = pieces.first() else { return 0 };
    let (mut closest, mut start) = (usize::MAX, 0);
    let mut trial = words.clone();
    while let Some(place) = first.take(&mut trial, Words::take_first, 0..words.all().end) {
        let mut these = words.clone();
        let mut at = place.start;
        let all_there = pieces.iter().all(|piece| {
            let found = piece.take(&mut these, Words::take_first, at..words.all().end);
            at = found.as_ref().map_or(at, |found| found.end);
            found.is_some()
        });
        if all_there && at - place.start < closest {
            (closest, start) = (at - place.start, place.start);
        }
    }
    start
}

fn describe(run: &Run, piece: &Piece) -> String {
    let text: String = piece.spellings.iter().flat_map(|spelling| spelling.chars()).take(160).collect();
    format!("{} of {}: {text}", piece.node.name(), run.place)
}
