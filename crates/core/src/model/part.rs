//! Prose: parts of a report, and the blocks that parts and speeches are made of.

use serde::{Deserialize, Serialize};

use super::{Extra, Id, Text};

/// A part of a report: paragraphs under a headline, or under the name of the speaker they are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part<'src> {
    /// `report-joyce-hakmeh` for a speaker's part, else `report-1`, counted through the session.
    pub id: Id,
    /// The headline or the speaker's name; `None` for paragraphs directly under the section's heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text<'src>>,
    /// The speaker the part is about, where its heading names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Id>,
    /// The paragraphs.
    pub blocks: Vec<Block<'src>>,
    /// Members of the JSON object that the model does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One paragraph, or what stands in a paragraph's place. In JSON the text's object with a `kind` member
/// where it is not `paragraph`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block<'src> {
    /// What it is.
    #[serde(default, skip_serializing_if = "BlockKind::is_paragraph")]
    pub kind: BlockKind,
    /// Its text.
    #[serde(flatten)]
    pub text: Text<'src>,
}

impl<'src> Block<'src> {
    /// A paragraph.
    pub fn paragraph(text: Text<'src>) -> Self {
        Self { kind: BlockKind::Paragraph, text }
    }

    /// The mark before an item as the source writes it: `-`, `•`, `7.`, `2)`. `None` where there is none (a source may
    /// tell items in another way), and for what is no item.
    pub fn mark(&self) -> Option<&str> {
        let before = if self.text.is_decoded() { self.text.raw() } else { self.text.before() };
        let mark = match before.contains('<') {
            true => in_markup(before)?,
            false if self.text.is_decoded() => return None,
            false => before.trim(),
        };
        (self.kind == BlockKind::Item && !mark.is_empty()).then_some(mark)
    }

    /// The number of an item of a numbered list, where its [mark](Self::mark) is one. Nothing says that the numbers of
    /// items one behind the other run on: they are those of the source.
    ///
    /// ```
    /// use plenary_core::model::{Block, BlockKind, Text};
    ///
    /// let item = |line, content| Block { kind: BlockKind::Item, text: Text::borrowed(line, 0, content) };
    /// assert_eq!(item("7. Oil for the lamps\n", 3..20).number(), Some(7));
    /// assert_eq!(item("7. Oil for the lamps\n", 3..20).mark(), Some("7."));
    /// assert_eq!(item("- Oil for the lamps\n", 2..19).number(), None);
    /// ```
    pub fn number(&self) -> Option<u32> {
        let digits = self.mark()?.strip_suffix(['.', ')'])?;
        let is_number = (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| is_number)
    }
}

/// The mark of an item where the source is an Akoma Ntoso debate of our own: `<li value="7" plenary:mark="7.">`.
fn in_markup(source: &str) -> Option<&str> {
    let (_, tag) = source.split_once("<li")?;
    let (tag, _) = tag.split_once('>')?;
    let (_, mark) = tag.split_once(":mark=\"")?;
    mark.split_once('"').map(|(mark, _)| mark)
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum BlockKind {
    /// Running text; in JSON, also what only a later version knows.
    #[default]
    Paragraph,
    /// An item of a list. Its bullet or number stands before its text.
    Item,
    /// A heading inside a part.
    Subheading,
    /// What happened rather than what was said: `(Applause)`.
    Remark,
}

impl BlockKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Paragraph, Self::Item, Self::Subheading, Self::Remark];

    /// Its name, as in JSON: `subheading`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Subheading => "subheading",
            Self::Remark => "remark",
        }
    }

    fn is_paragraph(&self) -> bool {
        *self == Self::Paragraph
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, BlockKind, Text};

    #[test]
    fn marks_that_are_numbers() {
        for (before, mark, number) in [
            ("1. ", Some("1."), Some(1)),
            ("  12)\t", Some("12)"), Some(12)),
            ("007. ", Some("007."), Some(7)),
            ("999999999. ", Some("999999999."), Some(999_999_999)),
            ("1000000000. ", Some("1000000000."), None),
            ("– ", Some("–"), None),
            ("(a) ", Some("(a)"), None),
            ("+1. ", Some("+1."), None),
            (". ", Some("."), None),
            ("1 ", Some("1"), None),
            (" ", None, None),
            ("", None, None),
        ] {
            let block = |kind| Block { kind, text: Text::from_parts(before, "text", "\n", 0) };
            let item = block(BlockKind::Item);
            assert_eq!((item.mark(), item.number()), (mark, number), "{before:?}");
            assert_eq!(block(BlockKind::Paragraph).mark(), None, "{before:?}");
        }
    }

    #[test]
    fn marks_in_markup() {
        let tag = "\n  <ol>\n    <li value=\"7\" plenary:mark=\"7)\">";
        let read = Text::from_parts(tag, "Oil", "</li>", 0);
        let decoded = Text::decoded(format!("{tag}Oil &amp; wicks</li>"), 0, "Oil & wicks");
        for text in [read, decoded] {
            let block = Block { kind: BlockKind::Item, text };
            assert_eq!((block.mark(), block.number()), (Some("7)"), Some(7)));
        }
        for before in ["<ul><li>", "<p>"] {
            let block = Block { kind: BlockKind::Item, text: Text::from_parts(before, "Oil", "</li>", 0) };
            assert_eq!(block.mark(), None, "{before}");
        }
        let cue = Block { kind: BlockKind::Item, text: Text::decoded("7. Oil\n 00:12\n", 0, "Oil") };
        assert_eq!(cue.mark(), None, "what stands around its words is not known");
    }
}
