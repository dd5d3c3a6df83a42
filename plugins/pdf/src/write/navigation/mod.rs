//! Ways through the document: links, named destinations, the outline.

mod destinations;
mod links;
mod outline;

pub(super) use destinations::write as write_destinations;
pub(super) use links::Links;
pub(super) use outline::write as write_outline;
