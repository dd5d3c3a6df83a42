//! What the parts of a document are: the tree of roles, and what on a page is no content.

/// A node of the tree of roles, by its place in [`Layout::nodes`](super::Layout::nodes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub usize);

/// What a part of the document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its role.
    pub role: Role,
    /// The node it is part of; `None` for the document.
    pub parent: Option<NodeId>,
    /// What stands for it where it cannot be seen: what a figure shows, in words.
    pub alternative: Option<Box<str>>,
}

/// The role of a part, as PDF's standard structure types name them (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The whole.
    Document,
    /// The document's title.
    Title,
    /// A part with a heading of its own.
    Section,
    /// A heading; 1 is the highest level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A remark set apart from the text.
    Note,
    /// A table of contents.
    Contents,
    /// An entry of it.
    ContentsEntry,
    /// Text in an entry that names another place of the document.
    Reference,
    /// A list.
    List(Numbering),
    /// An item of it.
    ListItem,
    /// The bullet or number of an item.
    Label,
    /// What an item says.
    ListBody,
    /// A table.
    Table,
    /// The rows that name its columns.
    TableHead,
    /// Its other rows.
    TableBody,
    /// A row of it.
    TableRow,
    /// A cell that names others.
    HeaderCell {
        /// Which ones.
        scope: Scope,
        /// How many columns it covers.
        columns: u16,
    },
    /// A cell.
    Cell {
        /// How many columns it covers.
        columns: u16,
    },
    /// A picture; [`Node::alternative`] says what it shows.
    Figure,
    /// What is said below a picture or a table.
    Caption,
    /// Text inside a paragraph that leads somewhere.
    Link,
    /// A number or initials in the margin beside a paragraph.
    Mark,
}

impl Role {
    /// Whether it is a stretch of the text of the node it stands in, and not a block of its own.
    pub fn is_inline(self) -> bool {
        matches!(self, Role::Reference | Role::Link | Role::Mark)
    }
}

/// What the items of a list are marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// Bullets.
    Bullets,
    /// Numbers.
    Decimal,
}

/// Which cells a header cell names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Those below it.
    Column,
    /// Those beside it.
    Row,
}

/// What an item on a page is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Content, of this node.
    Content(NodeId),
    /// No content.
    Artifact(Artifact),
}

/// What is no content: a reader who cannot see the page misses nothing without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Artifact {
    /// The running head.
    Head,
    /// The running foot.
    Foot,
    /// A table's header on the pages after the first.
    Repeated,
    /// Panels and rules.
    Decoration,
}
