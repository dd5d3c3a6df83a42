//! Structs that grow only at their end.

use core::mem::MaybeUninit;
use core::ptr;

/// A struct of the contract that starts with its own size and may grow at its end.
///
/// # Safety
/// The type is `repr(C)`, its first field is its size in bytes as a `u32`, and all bytes zero is a valid value of
/// every field: that is what the fields are that the other side does not know yet.
pub unsafe trait Growing: Copy {
    /// The size it had in version 1.0 of the contract, which no writer may go below.
    const FIRST_SIZE: usize;
}

/// The size of a `T` for its own size field.
pub const fn size<T: Growing>() -> u32 {
    const { assert!(size_of::<T>() <= u32::MAX as usize) };
    #[expect(clippy::cast_possible_truncation, reason = "asserted above")]
    {
        size_of::<T>() as u32
    }
}

/// A copy of the struct at `at`: what its writer knows of it; zero in the fields the writer does not know.
/// `None` where `at` is null or its size is below [`Growing::FIRST_SIZE`].
///
/// # Safety
/// `at` is null, or aligned for `T` and valid for reading as many bytes as its size field says.
pub unsafe fn read<T: Growing>(at: *const T) -> Option<T> {
    if at.is_null() {
        return None;
    }
    // SAFETY: the size is the first field (`Growing`), and `at` is valid for it.
    let size = unsafe { at.cast::<u32>().read() } as usize;
    if size < T::FIRST_SIZE {
        return None;
    }
    let mut copy = MaybeUninit::<T>::zeroed();
    // SAFETY: `at` has `size` bytes, `copy` has `size_of::<T>()`, and the two do not overlap.
    unsafe { ptr::copy_nonoverlapping(at.cast::<u8>(), copy.as_mut_ptr().cast(), size.min(size_of::<T>())) };
    // SAFETY: the fields are copied or zero, and zero is valid (`Growing`).
    Some(unsafe { copy.assume_init() })
}
