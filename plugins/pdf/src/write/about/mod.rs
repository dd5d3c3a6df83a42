//! What the file says of itself: title, dates, language, standards it keeps, and what its colours mean.

mod colour;
mod information;
mod xmp;

pub(super) use colour::srgb;
pub(crate) use information::Information;
pub(super) use xmp::packet;
