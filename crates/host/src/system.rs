//! What the running system says of itself.

use plenary_plugin_sdk::manifest::Version;

/// The version of glibc this process runs on; `None` where it runs on none.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn glibc() -> Option<Version> {
    unsafe extern "C" {
        safe fn gnu_get_libc_version() -> *const std::ffi::c_char;
    }
    // SAFETY: glibc returns a terminated string that lives as long as the process.
    let version = unsafe { std::ffi::CStr::from_ptr(gnu_get_libc_version()) };
    let mut parts = version.to_str().ok()?.split('.').map(str::parse);
    Some(Version { major: parts.next()?.ok()?, minor: parts.next()?.ok()? })
}

/// The version of glibc this process runs on: none.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn glibc() -> Option<Version> {
    None
}

/// Whether the program has rights that its caller has not: set-user-id, set-group-id, file capabilities.
#[cfg(unix)]
pub(crate) fn is_privileged() -> bool {
    use rustix::process::{getegid, geteuid, getgid, getuid};
    is_secure() || getuid() != geteuid() || getgid() != getegid()
}

/// Whether the program has rights that its caller has not: there is no such thing here.
#[cfg(not(unix))]
pub(crate) fn is_privileged() -> bool {
    false
}

/// Whether the kernel started the program in the secure mode, in which the loader too ignores the environment.
#[cfg(target_os = "linux")]
fn is_secure() -> bool {
    use std::ffi::c_ulong;
    /// The kernel's `AT_SECURE`.
    const AT_SECURE: c_ulong = 23;
    unsafe extern "C" {
        safe fn getauxval(kind: c_ulong) -> c_ulong;
    }
    getauxval(AT_SECURE) != 0
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_secure() -> bool {
    false
}
