//! Trees of names (ISO 32000-1, 7.9.6).

use std::fmt::Display;

use super::File;
use super::syntax::{Bytes, Ref};

/// Names in one leaf.
const LEAF: usize = 64;

/// Writes the tree and gives its root; `None` where there are no names. They come in the order of their bytes.
pub(in crate::write) fn name_tree<'a, V: Display>(
    file: &mut File,
    names: impl Iterator<Item = (&'a [u8], V)>,
) -> Option<Ref> {
    let names: Vec<_> = names.collect();
    let leaves: Vec<String> = names
        .chunks(LEAF)
        .map(|leaf| {
            let limit = |at: Option<&(&'a [u8], V)>| Bytes(at.map_or(b"", |(name, _)| name)).to_string();
            let limits = [limit(leaf.first()), limit(leaf.last())].concat();
            let pairs: String = leaf.iter().map(|(name, value)| format!("{}{value} ", Bytes(name))).collect();
            file.add(format!("<</Limits[{limits}]/Names[{pairs}]>>")).to_string()
        })
        .collect();
    (!leaves.is_empty()).then(|| file.add(format!("<</Kids[{}]>>", leaves.join(" "))))
}
