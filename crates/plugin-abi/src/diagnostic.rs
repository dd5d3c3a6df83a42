//! Errors, warnings and notes, all in one struct.

use crate::Str;

/// Worth knowing; nothing is wrong.
pub const SEVERITY_NOTE: i32 = 0;
/// Something looks wrong; the document is still made.
pub const SEVERITY_WARNING: i32 = 1;
/// Why there is no document: the last one of a call is the reason of the status it returns.
pub const SEVERITY_ERROR: i32 = 2;

prefixed! {
    /// One finding, from the plugin to the host.
    pub struct Diagnostic {
        /// Size of this struct in bytes, as its writer knows it.
        pub size: u32,
        /// How bad it is: `SEVERITY_…`. Others count as warnings.
        pub severity: i32,
        /// A stable code, for filters: `markdown::long-table`.
        pub code: Str,
        /// What was found, in one sentence without a full stop.
        pub message: Str,
        /// What to do about it; empty: nothing.
        pub help: Str,
        /// Where, in the source of the session; null: nowhere in particular.
        pub span: *const Span,
    }
}

/// A half-open range of byte offsets into the source of the session.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u64,
    /// Offset behind the last byte.
    pub end: u64,
}
