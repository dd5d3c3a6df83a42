//! Identifiers that come from names, and are unique nevertheless.

use std::collections::HashMap;

use crate::model::Id;

/// Gives out identifiers, none twice.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// The number to try next for every identifier given out.
    next: HashMap<String, usize>,
}

impl Ids {
    /// `wanted` where it is still free, else `wanted-2`, `wanted-3` and so on.
    pub(super) fn claim(&mut self, wanted: String) -> Id {
        let Some(&number) = self.next.get(&wanted) else {
            let id = Id::new(&wanted);
            self.next.insert(wanted, 2);
            return id;
        };
        let mut number = number;
        loop {
            let id = format!("{wanted}-{number}");
            number += 1;
            if !self.next.contains_key(&id) {
                self.next.insert(wanted, number);
                self.next.insert(id.clone(), 2);
                return Id::new(id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn no_identifier_is_given_out_twice() {
        let mut ids = Ids::default();
        let claimed =
            ["a", "a-2", "a", "a", "a-2", "a-2-2"].map(|wanted| ids.claim(wanted.into()).to_string());
        assert_eq!(claimed, ["a", "a-2", "a-3", "a-4", "a-2-2", "a-2-2-2"]);
    }
}
