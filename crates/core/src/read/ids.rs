//! Identifiers that come from names, and are unique nevertheless.

use std::collections::hash_map::Entry;

use crate::model::Id;

use super::Map;

/// Gives out identifiers, none twice.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// The number to try next for every identifier given out.
    next: Map<Id, usize>,
}

impl Ids {
    /// `wanted` where it is still free, else `wanted-2`, `wanted-3` and so on.
    pub(super) fn claim(&mut self, wanted: Id) -> Id {
        let (wanted, mut number) = match self.next.entry(wanted) {
            Entry::Vacant(free) => {
                let id = free.key().clone();
                free.insert(2);
                return id;
            }
            Entry::Occupied(taken) => (taken.key().clone(), *taken.get()),
        };
        loop {
            let id = Id::numbered(wanted.as_str(), number);
            number += 1;
            if !self.next.contains_key(&id) {
                self.next.insert(wanted, number);
                self.next.insert(id.clone(), 2);
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;
    use crate::model::Id;

    #[test]
    fn no_identifier_is_given_out_twice() {
        let mut ids = Ids::default();
        let claimed =
            ["a", "a-2", "a", "a", "a-2", "a-2-2"].map(|wanted| ids.claim(Id::new(wanted)).to_string());
        assert_eq!(claimed, ["a", "a-2", "a-3", "a-4", "a-2-2", "a-2-2-2"]);
    }
}
