//! How much memory a process has had. It tells a plugin that was denied memory from one that is only wrong: in C both
//! mostly end by the same signal, in silence.

use std::io;
use std::mem::MaybeUninit;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ExitStatus};

/// Waits for the process to end; how it ended, and the most memory it has had at a time, in bytes.
///
/// After it, `child` stands for no process: nothing more may be done with it.
pub(super) fn wait(child: &Child) -> io::Result<(ExitStatus, u64)> {
    let mut status = 0;
    let mut usage = MaybeUninit::zeroed();
    loop {
        // SAFETY: both are places for what is asked for.
        let waited = unsafe { libc::wait4(child.id().cast_signed(), &mut status, 0, usage.as_mut_ptr()) };
        if waited >= 0 {
            // SAFETY: the system has filled it in; zeroes are valid as well.
            return Ok((ExitStatus::from_raw(status), peak(&unsafe { usage.assume_init() })));
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
}

/// The most memory that this process has had at a time, in bytes. A process that it starts begins with as much on its
/// account.
pub(super) fn own_peak() -> u64 {
    let mut usage = MaybeUninit::zeroed();
    // SAFETY: it is a place for what is asked for; where the system fails, the zeroes remain, which are valid.
    peak(&unsafe {
        libc::getrusage(libc::RUSAGE_SELF, usage.as_mut_ptr());
        usage.assume_init()
    })
}

/// Most systems count it in KiB, Apple's in bytes.
fn peak(usage: &libc::rusage) -> u64 {
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1 << 10 };
    u64::try_from(usage.ru_maxrss).unwrap_or_default().saturating_mul(unit)
}
