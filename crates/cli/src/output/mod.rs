//! Where documents go.

mod name;
mod plan;
mod stdout;
mod write;

pub(crate) use name::{NoPattern, Pattern};
pub(crate) use plan::{Destination, Job, Target, identity, is_link, jobs, stem, target_of};
pub(crate) use stdout::{print, print_styled};
pub(crate) use write::{Fate, Prepared, Writing, put};
