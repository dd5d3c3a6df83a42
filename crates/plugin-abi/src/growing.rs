//! Structs that grow only at their end.

use core::mem::MaybeUninit;
use core::ptr;

/// A struct of the contract that may grow at its end, unless its page says that it never does.
///
/// # Safety
/// The type is `repr(C)`, and all bytes zero is a valid value of every field: that is what the fields are that the other
/// side does not know yet.
pub unsafe trait Growing: Copy {
    /// The size it had in version 1.0 of the contract, which no writer may go below.
    const FIRST_SIZE: usize;
}

/// A struct that starts with its own size, as its writer knows it. The structs in an [`Array`](crate::Array) do
/// without: the array tells how far apart they stand.
///
/// # Safety
/// The first field is the struct's size in bytes, as a `u32`.
pub unsafe trait Prefixed: Growing {}

/// The size of a `T` for its own size field.
pub const fn size<T: Prefixed>() -> u32 {
    const { assert!(size_of::<T>() <= u32::MAX as usize) };
    #[expect(clippy::cast_possible_truncation, reason = "asserted above")]
    {
        size_of::<T>() as u32
    }
}

/// A `T` with nothing in it, for a writer to fill: what it does not know of, because it came later, stays as here.
///
/// ```
/// use plenary_plugin_abi::{Diagnostic, SEVERITY_NOTE, Str, blank};
///
/// let note = Diagnostic { severity: SEVERITY_NOTE, message: Str::new("two speeches"), ..blank() };
/// assert!(note.span.is_null());
/// ```
pub fn blank<T: Growing>() -> T {
    let mut blank = MaybeUninit::<T>::zeroed();
    if cfg!(feature = "later") {
        // SAFETY: within the struct; what is there is `Later`, for which any bytes are valid.
        unsafe {
            blank
                .as_mut_ptr()
                .cast::<u8>()
                .add(T::FIRST_SIZE)
                .write_bytes(0xA5, size_of::<T>() - T::FIRST_SIZE);
        }
    }
    // SAFETY: zero is valid in every field (`Growing`).
    unsafe { blank.assume_init() }
}

/// A copy of the struct at `at`: what its writer knows of it; zero in the fields the writer does not know.
/// `None` where `at` is null or its size is below [`Growing::FIRST_SIZE`].
///
/// # Safety
/// `at` is null, or aligned for `T` and valid for reading as many bytes as its size field says.
pub unsafe fn read<T: Prefixed>(at: *const T) -> Option<T> {
    if at.is_null() {
        return None;
    }
    // SAFETY: the size is the first field (`Prefixed`), and `at` is valid for it.
    let size = unsafe { at.cast::<u32>().read() } as usize;
    // SAFETY: the caller vouches for `size` bytes.
    (size >= T::FIRST_SIZE).then(|| unsafe { copy(at, size) })
}

/// A copy of what is known at `at`, where `size` bytes are; zero in the fields beyond.
///
/// # Safety
/// `at` is aligned for `T` and valid for reading `size` bytes.
pub(crate) unsafe fn copy<T: Growing>(at: *const T, size: usize) -> T {
    if size >= size_of::<T>() {
        // SAFETY: the caller's.
        return unsafe { at.read() };
    }
    let mut copy = MaybeUninit::<T>::zeroed();
    // SAFETY: `at` has `size` bytes, `copy` has more, and the two do not overlap.
    unsafe { ptr::copy_nonoverlapping(at.cast::<u8>(), copy.as_mut_ptr().cast(), size) };
    // SAFETY: the fields are copied or zero, and zero is valid (`Growing`).
    unsafe { copy.assume_init() }
}

/// What a later version may have added at the end of a struct, for tests: the feature `later` puts it into every struct
/// that may grow, filled with noise, and plugins built without it must not notice.
#[cfg(feature = "later")]
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later(pub [u64; 3]);
