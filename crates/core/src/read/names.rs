//! Names as labels write them, each looked at once however often it stands on a page.

use super::Map;
use super::kinds::is_office;
use super::label::{is_in_capitals, named};
use super::shape::{Shape, shape};
use super::speakers::key;

/// The place of a name among the [`Names`]: spellings that are one speaker's share it.
pub(super) type Place = usize;

/// What a label's words look like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look<'src> {
    /// The name, as it was first written.
    pub(super) name: &'src str,
    pub(super) shape: Shape,
    /// Whether it is a role or a state.
    pub(super) office: bool,
    /// Whether the label is written in capitals.
    pub(super) capitals: bool,
    /// Whether it is more than one word.
    pub(super) several: bool,
}

impl<'src> Look<'src> {
    /// The look of a label's words.
    pub(super) fn of(label: &'src str) -> Self {
        let name = named(label).name;
        let (capitals, several) = (is_in_capitals(label), name.contains(' '));
        Self { name, shape: shape(name), office: is_office(name), capitals, several }
    }
}

/// The names of a page.
#[derive(Debug, Default)]
pub(super) struct Names<'src> {
    labels: Map<&'src str, Place>,
    keys: Map<String, Place>,
    looks: Vec<Look<'src>>,
}

impl<'src> Names<'src> {
    /// The place of the name that `label` writes; `None` where it begins a sentence and names nobody.
    pub(super) fn enter(&mut self, label: &'src str) -> Option<Place> {
        if let Some(&place) = self.labels.get(label) {
            return Some(place);
        }
        let look = Look::of(label);
        if look.shape == Shape::Sentence && !look.office {
            return None;
        }
        let next = self.looks.len();
        let place = *self.keys.entry(key(look.name)).or_insert(next);
        if place == next {
            self.looks.push(look);
        }
        self.labels.insert(label, place);
        Some(place)
    }

    /// The place of the name that `label` writes, which has been entered, and what it looks like.
    pub(super) fn find(&self, label: &str) -> Option<(Place, &Look<'src>)> {
        let place = *self.labels.get(label)?;
        Some((place, self.looks.get(place)?))
    }

    /// The place of a name in a list, if a label writes it too.
    pub(super) fn place(&self, name: &str) -> Option<Place> {
        self.keys.get(&key(name)).copied()
    }

    /// What the names look like, in the order first met.
    pub(super) fn looks(&self) -> &[Look<'src>] {
        &self.looks
    }
}
