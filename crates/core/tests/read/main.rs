//! The readers through their public door: pages in, sessions and diagnostics out.

#![allow(clippy::unwrap_used)] // in helpers of tests too

mod bare_claims;
mod damage;
mod details;
mod glance;
mod labels;
mod lost_names;
mod markdown;
mod opening;
mod outline;
mod pasted;
mod points;
mod profiles;
mod properties;
mod redesign;
mod report;
mod texts;
mod transcript;
mod vouched;
