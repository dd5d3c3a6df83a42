//! Lists, with the numbers of the source.

use plenary_plugin_sdk::model::Block;

/// The list that an item stands in, as far as that item.
///
/// CommonMark takes the number of a list's first item alone and counts on from there, and it begins a new list where the
/// sign behind the number changes. So items whose numbers run on are one list, and where they do not, a new one begins,
/// with the other sign: every reader shows the numbers of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// With bullets.
    Bulleted,
    /// With numbers: that of the item, and the sign behind it.
    Numbered(u32, char),
}

impl List {
    /// The list of an item that comes behind an item of the list `before`, or behind something else.
    pub(crate) fn of(item: &Block<'_>, before: Option<Self>) -> Self {
        let Some(number) = item.number() else { return Self::Bulleted };
        let own = if item.mark().is_some_and(|mark| mark.ends_with(')')) { ')' } else { '.' };
        match before {
            Some(Self::Numbered(last, sign)) if last + 1 == number => Self::Numbered(number, sign),
            Some(Self::Numbered(_, '.')) => Self::Numbered(number, ')'),
            Some(Self::Numbered(_, _)) => Self::Numbered(number, '.'),
            _ => Self::Numbered(number, own),
        }
    }

    /// Whether an item of it can follow one of `before` without a new list.
    pub(crate) fn continues(self, before: Option<Self>) -> bool {
        match (before, self) {
            (Some(Self::Bulleted), Self::Bulleted) => true,
            (Some(Self::Numbered(_, before)), Self::Numbered(_, sign)) => before == sign,
            _ => false,
        }
    }

    /// What opens the item, with the blank behind it.
    pub(crate) fn marker(self) -> String {
        match self {
            Self::Bulleted => "- ".to_owned(),
            Self::Numbered(number, sign) => format!("{number}{sign} "),
        }
    }
}
