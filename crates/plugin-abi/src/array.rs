//! Arrays whose elements may grow.

use core::ffi::c_void;
use core::marker::PhantomData;
use core::ptr;

use crate::Growing;
use crate::growing;

/// Elements side by side, borrowed for the call; none where `len` is 0 (`ptr` may then be null).
///
/// An element stands `stride` bytes behind the one before, whatever the reader knows of it: so it can grow at its end.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Array {
    /// The first element.
    pub ptr: *const c_void,
    /// How many there are.
    pub len: usize,
    /// From one to the next, in bytes.
    pub stride: usize,
}

impl Array {
    /// No element.
    pub const EMPTY: Self = Self { ptr: ptr::null(), len: 0, stride: 0 };

    /// The elements of `slice`, for as long as it lives.
    pub fn new<T: Growing>(slice: &[T]) -> Self {
        Self { ptr: slice.as_ptr().cast(), len: slice.len(), stride: size_of::<T>() }
    }

    /// The elements, one by one: what their writer knows of each; zero in the fields the writer does not know.
    /// None where they stand nearer together than version 1.0 has it.
    ///
    /// # Safety
    /// The array holds elements of this type, aligned, and lives for `'a`.
    pub unsafe fn iter<'a, T: Growing>(&self) -> Elements<'a, T> {
        let is_sound = !self.ptr.is_null() && self.stride >= T::FIRST_SIZE;
        Elements {
            at: self.ptr.cast(),
            left: if is_sound { self.len } else { 0 },
            stride: self.stride,
            array: PhantomData,
        }
    }
}

/// The elements of an [`Array`].
#[derive(Debug)]
pub struct Elements<'a, T> {
    at: *const u8,
    left: usize,
    stride: usize,
    array: PhantomData<&'a T>,
}

impl<T: Growing> Iterator for Elements<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.left = self.left.checked_sub(1)?;
        let at = self.at.cast::<T>();
        self.at = self.at.wrapping_add(self.stride);
        // SAFETY: whoever made the iterator vouches for `left` aligned elements of `stride` bytes.
        Some(unsafe { growing::copy(at, self.stride) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<T: Growing> ExactSizeIterator for Elements<'_, T> {}
