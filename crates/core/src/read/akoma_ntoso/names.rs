//! What the elements of the standard are to the reader.
//!
//! Most elements only hold others and end the text before them; so do those that are not in the table. Versions 2.0
//! and 3.0 differ in names of attributes, not in these.

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Part of the text it stands in.
    Inline,
    /// A blank in the text it stands in: a line break.
    Blank,
    /// The name of the document, in the text it stands in.
    Title,
    /// The day of the document, in the text it stands in.
    Date,
    /// An hour, in the text it stands in.
    Time,
    /// A remark of the reporter's, in the text it stands in or by itself.
    Remark,
    /// Holds others, and ends the text before it.
    Block,
    /// A block that a number before it belongs to.
    Numbered,
    /// An item of a list.
    Item,
    /// What happened, told by the reporter; a note of the editor's.
    Aside,
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell,
    /// The number of what it stands in.
    Num,
    /// The heading of what it stands in.
    Heading,
    /// A heading below the heading.
    Subheading,
    /// A part of a debate.
    Section,
    /// What one person says.
    Speech,
    /// Who says it.
    From,
    /// A part of a document of prose, which may have a heading.
    Hier,
    /// What stands before a document's body.
    Front,
    /// What stands behind it.
    Closing,
    /// A document of prose: attached to the debate, or by itself.
    Document,
    /// A named part of the preface.
    Container,
    /// The data about a document.
    Meta,
}

impl Kind {
    /// What the element `name` is.
    pub(super) fn of(name: &str) -> Self {
        KINDS
            .binary_search_by(|(other, _)| (*other).cmp(name))
            .ok()
            .and_then(|at| KINDS.get(at))
            .map_or(Kind::Block, |(_, kind)| *kind)
    }

    /// Whether the element stands in the text around it.
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Kind::Inline | Kind::Blank | Kind::Title | Kind::Date | Kind::Time | Kind::Remark)
    }
}

use Kind::{
    Aside, Blank, Cell, Closing, Container, Date, Document, From, Front, Heading, Hier, Inline, Item, Meta,
    Num, Numbered, Remark, Row, Section, Speech, Subheading, Time, Title,
};

/// By name, in the order of its bytes.
#[rustfmt::skip]
const KINDS: &[(&str, Kind)] = &[
    ("a", Inline), ("abbr", Inline), ("act", Document), ("address", Section),
    ("adjournment", Section), ("administrationOfOath", Section), ("affectedDocument", Inline), ("alinea", Hier),
    ("amendment", Document), ("answer", Speech), ("argument", Inline), ("article", Hier), ("authorialNote", Aside),
    ("b", Inline), ("big", Inline), ("bill", Document), ("book", Hier), ("br", Blank),
    ("caption", Subheading), ("change", Inline), ("chapter", Hier), ("cite", Inline), ("clause", Hier),
    ("code", Inline), ("communication", Section), ("concept", Inline), ("conclusions", Closing),
    ("container", Container), ("content", Numbered), ("courtType", Inline), ("coverPage", Front),
    ("crossHeading", Subheading), ("date", Inline), ("debateReport", Document), ("debateSection", Section),
    ("declarationOfVote", Section), ("decoration", Inline), ("def", Inline), ("del", Inline), ("division", Hier),
    ("doc", Document), ("docAuthority", Inline), ("docCommittee", Inline), ("docDate", Date),
    ("docIntroducer", Inline), ("docJurisdiction", Inline), ("docNumber", Inline), ("docProponent", Inline),
    ("docPurpose", Inline), ("docStage", Inline), ("docStatus", Inline), ("docTitle", Title), ("docType", Inline),
    ("docketNumber", Inline), ("em", Inline), ("embeddedText", Inline), ("entity", Inline), ("eol", Blank),
    ("eop", Inline), ("event", Inline), ("fillIn", Inline), ("font", Inline), ("from", From),
    ("hcontainer", Hier), ("heading", Heading), ("i", Inline), ("img", Inline), ("indent", Hier),
    ("inline", Inline), ("ins", Inline), ("intro", Numbered), ("item", Item), ("judge", Inline),
    ("judgement", Document), ("judgment", Document), ("lawyer", Inline), ("legislature", Inline), ("level", Hier),
    ("li", Item), ("list", Hier), ("location", Inline), ("marker", Inline), ("meta", Meta),
    ("ministerialStatements", Section), ("mmod", Inline), ("mod", Inline), ("mref", Inline), ("narrative", Aside),
    ("nationalInterest", Section), ("neutralCitation", Inline), ("noteRef", Inline), ("noticesOfMotion", Section),
    ("num", Num), ("object", Inline), ("officialGazette", Document), ("omissis", Inline), ("opinion", Inline),
    ("oralStatements", Section), ("organization", Inline), ("outcome", Inline), ("p", Numbered),
    ("papers", Section), ("paragraph", Hier), ("part", Hier), ("party", Inline), ("person", Inline),
    ("personalStatements", Section), ("petitions", Section), ("placeholder", Inline), ("point", Hier),
    ("pointOfOrder", Section), ("portion", Document), ("prayers", Section), ("preface", Front),
    ("proceduralMotions", Section), ("process", Inline), ("quantity", Inline), ("question", Speech),
    ("questions", Section), ("recordedTime", Time), ("ref", Inline), ("relatedDocument", Inline),
    ("remark", Remark), ("resolutions", Section), ("rmod", Inline), ("role", Inline), ("rollCall", Section),
    ("rref", Inline), ("rule", Hier), ("scene", Aside), ("section", Hier), ("session", Inline),
    ("shortTitle", Inline), ("signature", Inline), ("small", Inline), ("span", Inline), ("speech", Speech),
    ("speechGroup", Section), ("statement", Document), ("strike", Inline), ("strong", Inline), ("sub", Inline),
    ("subchapter", Hier), ("subclause", Hier), ("subdivision", Hier), ("subheading", Subheading),
    ("sublist", Hier), ("subparagraph", Hier), ("subpart", Hier), ("subrule", Hier), ("subsection", Hier),
    ("subtitle", Hier), ("summary", Aside), ("sup", Inline), ("td", Cell), ("term", Inline), ("th", Cell),
    ("time", Inline), ("title", Hier), ("tome", Hier), ("tr", Row), ("transitional", Hier), ("u", Inline),
    ("vote", Inline), ("wrapUp", Numbered), ("writtenStatements", Section),
];

#[cfg(test)]
mod tests {
    use super::{KINDS, Kind};

    #[test]
    fn the_table_is_in_order() {
        assert!(KINDS.is_sorted_by(|(left, _), (right, _)| left < right));
        assert_eq!(Kind::of("speech"), Kind::Speech);
        assert_eq!(Kind::of("neverHeardOf"), Kind::Block);
    }
}
