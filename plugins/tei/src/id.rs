//! Identifiers in `xml:id`.
//!
//! Those of the model are names of XML 1.0 in its fifth edition. Validators of today go by the edition before it, which has
//! no letters of scripts that came into Unicode later (Ethiopic, Khmer, Sinhala): what stands in no table here is written by
//! its number.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write as _;

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::Id;
use plenary_plugin_sdk::xml::is_nc_name;

/// An identifier as `xml:id` holds it: `speaker-_1215_` for `speaker-ሕ`; `None` for one that is no name in XML.
pub(crate) fn written(id: &str) -> Option<Cow<'_, str>> {
    if !is_nc_name(id) {
        return None;
    }
    let is_known = |(at, c): (usize, char)| c.is_ascii() || (at > 0 && is_letter(c));
    if id.char_indices().all(is_known) {
        return Some(Cow::Borrowed(id));
    }
    let mut written = String::with_capacity(2 * id.len());
    for (at, c) in id.char_indices() {
        if is_known((at, c)) {
            written.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(written, "_{:X}_", u32::from(c));
        }
    }
    Some(Cow::Owned(written))
}

/// Whether every edition of XML 1.0 lets a name hold this character, which is none of ASCII. Not all of those: letters,
/// signs and digits of the scripts that most names are written in (second to fourth edition, appendix B).
fn is_letter(c: char) -> bool {
    matches!(c,
        // Latin
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{131}' | '\u{134}'..='\u{13E}' | '\u{141}'..='\u{148}'
        | '\u{14A}'..='\u{17E}' | '\u{180}'..='\u{1C3}' | '\u{1CD}'..='\u{1F0}' | '\u{1FA}'..='\u{217}'
        | '\u{250}'..='\u{2A8}' | '\u{1E00}'..='\u{1E9B}' | '\u{1EA0}'..='\u{1EF9}'
        // Greek, Cyrillic, Armenian, Georgian
        | '\u{388}'..='\u{38A}' | '\u{38C}' | '\u{38E}'..='\u{3A1}' | '\u{3A3}'..='\u{3CE}' | '\u{401}'..='\u{40C}'
        | '\u{40E}'..='\u{44F}' | '\u{451}'..='\u{45C}' | '\u{45E}'..='\u{481}' | '\u{490}'..='\u{4C4}'
        | '\u{531}'..='\u{556}' | '\u{561}'..='\u{586}' | '\u{10D0}'..='\u{10F6}'
        // Hebrew, Arabic
        | '\u{5D0}'..='\u{5EA}' | '\u{621}'..='\u{63A}' | '\u{641}'..='\u{652}' | '\u{660}'..='\u{669}'
        | '\u{671}'..='\u{6B7}' | '\u{6BA}'..='\u{6BE}' | '\u{6C0}'..='\u{6CE}' | '\u{6F0}'..='\u{6F9}'
        // Devanagari, Thai
        | '\u{905}'..='\u{939}' | '\u{93E}'..='\u{94D}' | '\u{958}'..='\u{961}' | '\u{966}'..='\u{96F}'
        | '\u{E01}'..='\u{E2E}' | '\u{E30}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{E50}'..='\u{E59}'
        // Kana, Han, Hangul
        | '\u{3005}' | '\u{3041}'..='\u{3094}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}' | '\u{4E00}'..='\u{9FA5}'
        | '\u{AC00}'..='\u{D7A3}')
}

/// The identifiers of a document, each given once.
pub(crate) struct Names(HashSet<String>);

impl Names {
    /// Those of the model, as they are written.
    pub(crate) fn of(session: &Session<'_>) -> Self {
        Self(session.ids().filter_map(|id| written(id.as_str())).map(Cow::into_owned).collect())
    }

    /// A new one, as near to `wish`, a name, as may be.
    pub(crate) fn fresh(&mut self, wish: &str) -> String {
        let wish = written(wish).unwrap_or(Cow::Borrowed(wish));
        let numbered = (2..).map(|number| format!("{wish}-{number}"));
        let mut wishes = std::iter::once(wish.to_string()).chain(numbered);
        let free = wishes.find(|wish| !self.0.contains(wish)).unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}

/// References to identifiers of the model.
pub(crate) fn references<'i>(ids: impl Iterator<Item = &'i Id>) -> Option<String> {
    let references: Vec<_> = ids.filter_map(|id| written(id.as_str())).map(|id| format!("#{id}")).collect();
    (!references.is_empty()).then(|| references.join(" "))
}
