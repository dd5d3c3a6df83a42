//! Where documents go.

mod plan;
mod stdout;
mod write;

pub(crate) use plan::{Destination, Job, Target, jobs};
pub(crate) use stdout::print;
pub(crate) use write::{Fate, Prepared};
