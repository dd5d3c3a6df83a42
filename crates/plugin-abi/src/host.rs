//! What the plugin may call.

use core::ffi::{c_char, c_void};

use crate::{Diagnostic, Status};

prefixed! {
    /// What the plugin may call during `render`: only on the thread `render` was called on, only until it returns.
    ///
    /// None of the functions is null, and none unwinds into the plugin.
    pub struct Host {
        /// Size of this struct in bytes, as the host knows it.
        pub size: u32,
        /// The host's [`ABI_MAJOR`](crate::ABI_MAJOR).
        pub abi_major: u16,
        /// The host's [`ABI_MINOR`](crate::ABI_MINOR).
        pub abi_minor: u16,
        /// The first argument of every function below; means nothing to the plugin.
        pub ctx: *mut c_void,
        /// Appends `len` bytes to the document. Anything but [`Status::OK`]: the output is refused for good; return
        /// the status from `render`.
        pub write: Option<unsafe extern "C-unwind" fn(ctx: *mut c_void, bytes: *const u8, len: usize) -> Status>,
        /// Tells the user something. The host copies what it keeps.
        pub report: Option<unsafe extern "C-unwind" fn(ctx: *mut c_void, diagnostic: *const Diagnostic)>,
        /// Not 0: nobody wants the document any more; return [`Status::CANCELLED`]. Cheap enough to ask for every
        /// speech.
        pub cancelled: Option<unsafe extern "C-unwind" fn(ctx: *mut c_void) -> i32>,
        /// The extension `id` (a zero-terminated string), which its own header describes; null where the host has no
        /// such extension. This version of the host has none.
        pub extension: Option<unsafe extern "C-unwind" fn(ctx: *mut c_void, id: *const c_char) -> *const c_void>,
    }
}
