//! Labels: the `eId`s of what the `references` name.
//!
//! The Naming Convention builds the `eId`s of the text from the structure (`dbsect_1__speech_12`), those of the
//! references freely. Ours hold no underscore and every structural one does, so the two cannot meet.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use plenary_plugin_sdk::xml::{is_name_char, is_name_start};

/// Gives labels, each once. Holds those given, and the number up to which each is taken.
#[derive(Debug, Default)]
pub(crate) struct Labels(HashMap<String, usize>);

impl Labels {
    /// None given yet, with room for some.
    pub(crate) fn with_capacity(labels: usize) -> Self {
        Self(HashMap::with_capacity(labels))
    }

    /// A label as near to `wish` as may be: an XML name without colon and underscore, numbered where taken.
    pub(crate) fn label(&mut self, wish: &str) -> String {
        let is_plain = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
        let mut label = match wish.bytes().all(is_plain) {
            true => wish.to_owned(),
            false => wish.chars().map(|c| if is_name_char(c) && c != '_' { c } else { '-' }).collect(),
        };
        if !label.starts_with(is_name_start) {
            label.insert_str(0, "id-");
        }
        let mut number = match self.0.entry(label.clone()) {
            Entry::Vacant(free) => {
                free.insert(1);
                return label;
            }
            Entry::Occupied(taken) => *taken.get(),
        };
        let unique = loop {
            number += 1;
            let unique = format!("{label}-{number}");
            if !self.0.contains_key(&unique) {
                break unique;
            }
        };
        self.0.insert(unique.clone(), 1);
        self.0.insert(label, number);
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::Labels;

    #[test]
    fn labels_are_names_and_unique() {
        let mut labels = Labels::default();
        assert_eq!(labels.label("speaker-josé"), "speaker-josé");
        assert_eq!(labels.label("speaker-josé"), "speaker-josé-2");
        assert_eq!(labels.label("speaker-josé-3"), "speaker-josé-3");
        assert_eq!(labels.label("speaker-josé"), "speaker-josé-4");
        assert_eq!(labels.label("speaker-josé-2"), "speaker-josé-2-2");
        assert_eq!(labels.label("dbsect_1__speech_1"), "dbsect-1--speech-1");
        assert_eq!(labels.label("2nd x:y"), "id-2nd-x-y");
        assert_eq!(labels.label(""), "id-");
        assert_eq!(labels.label("²"), "id--");
    }
}
