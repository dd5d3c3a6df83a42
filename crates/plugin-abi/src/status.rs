//! What a call came to.

/// What a call came to. Any number may come from the other side; unknown ones count as [`FAILED`](Self::FAILED).
#[repr(transparent)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status(pub i32);

impl Status {
    /// All well: the whole document has been written.
    pub const OK: Self = Self(0);
    /// No document, for a reason of the plugin's own.
    pub const FAILED: Self = Self(1);
    /// No document: the options do not fit the plugin's schema, or contradict each other.
    pub const OPTIONS: Self = Self(2);
    /// No document: the session or the caller asks for something the plugin does not do.
    pub const UNSUPPORTED: Self = Self(3);
    /// The host refused output: `write` returned it.
    pub const OUTPUT: Self = Self(4);
    /// The caller asked to stop.
    pub const CANCELLED: Self = Self(5);
    /// The plugin's code panicked; the SDK caught it.
    pub const PANICKED: Self = Self(6);
}
