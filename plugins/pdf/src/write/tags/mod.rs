//! The tree of tags: what each part of the document is, for whoever does not see it (ISO 32000-1, 14.7 and 14.8).

mod elements;
mod figures;
mod tree;
mod types;

pub(super) use tree::Tree;
