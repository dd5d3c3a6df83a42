//! The elements that are open, and what they mean for the text in them.

use crate::model::{BlockKind, DetailKind};

use super::names::Kind;

/// Where the text of an element goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Outside every part of the document that holds text.
    Outside,
    /// Nowhere: a repetition, or a number that plenary counted.
    Nowhere,
    /// The data about the document.
    Meta,
    /// The preface of the document.
    Front,
    /// A disclaimer.
    Disclaimer,
    /// The title once more.
    RepeatedTitle,
    /// A part of the debate outside a speech.
    Debate,
    /// A speech.
    Speech,
    /// A report, or another document of prose.
    Prose,
    /// The report of a profile.
    Profile,
    /// A point of several speakers.
    Point,
    /// What is said of a point; its topics.
    PointDetail(Said),
    /// What stands behind the debate.
    Closing,
    /// The notes of the editors.
    Notes,
    /// Lines without a place, of a document of our own.
    Unplaced,
    /// An element of our own.
    Field(Field),
}

/// What is said of an argument or a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// A topic.
    Topic,
    /// A detail.
    Detail(DetailKind),
}

/// An element of our own that holds text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The heading of the section last opened.
    Heading,
    Initials,
    Name,
    Speed,
    Length,
    Time,
    Claim,
    Fact,
    Topic,
    /// A text of a detail.
    Text,
    Label,
}

/// An open element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'src> {
    /// Its name, for messages.
    pub(super) name: &'src str,
    /// Where it begins in the source.
    pub(super) start: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// What the nearest element is that is not in a text: itself, or one around it.
    pub(super) block: Kind,
    /// What the block around that one is.
    pub(super) around: Kind,
    /// Where its text goes.
    pub(super) place: Place,
    /// What its text is in a speech or a report.
    pub(super) text: BlockKind,
    /// Which part of the debate it stands in, by the number of parts around it.
    pub(super) scope: usize,
    /// How many headed parts of a document of prose there can be around it.
    pub(super) level: usize,
    /// Whether it stands in a row of a table.
    pub(super) in_row: bool,
    /// Whether it has an end tag: an element of our own without any text then has an empty one.
    pub(super) is_filled: bool,
}

impl Frame<'_> {
    /// What is around the root element.
    pub(super) fn outside() -> Self {
        Self {
            name: "",
            start: 0,
            kind: Kind::Block,
            block: Kind::Block,
            around: Kind::Block,
            place: Place::Outside,
            text: BlockKind::Paragraph,
            scope: 0,
            level: 0,
            in_row: false,
            is_filled: true,
        }
    }
}
