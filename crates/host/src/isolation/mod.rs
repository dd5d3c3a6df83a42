//! Plugins in processes of their own: what one breaks there costs one document.

mod death;
mod limits;

pub use death::Death;
pub use limits::{Limit, Limits};
