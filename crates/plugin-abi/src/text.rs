//! Text as pointer and length.

use core::{ptr, slice};

/// UTF-8 text, borrowed for the call; not terminated by a zero byte. Nothing where `len` is 0 (`ptr` may then be
/// null).
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Str {
    /// The first byte.
    pub ptr: *const u8,
    /// Length in bytes.
    pub len: usize,
}

impl Str {
    /// No text.
    pub const EMPTY: Self = Self { ptr: ptr::null(), len: 0 };

    /// `text`, for as long as it lives.
    pub const fn new(text: &str) -> Self {
        Self { ptr: text.as_ptr(), len: text.len() }
    }

    /// The bytes, unchecked for UTF-8: the other side may be wrong about it.
    ///
    /// # Safety
    /// `ptr` points to `len` bytes that nobody writes to during `'a`, or is null, or `len` is 0.
    pub const unsafe fn bytes<'a>(self) -> &'a [u8] {
        if self.ptr.is_null() || self.len == 0 || self.len > isize::MAX as usize {
            return &[];
        }
        // SAFETY: not null, not longer than a slice may be, and the caller vouches for the rest.
        unsafe { slice::from_raw_parts(self.ptr, self.len) }
    }
}

fixed!(Str);
