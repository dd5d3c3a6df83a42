//! A plugin that ends the process it runs in by `exit`, in the middle of a rendering, as libraries do that know no better.
//!
//! To whoever started the program, that would look like an end of its own choice, and with `exit(0)` like a good one.

use std::cell::Cell;
use std::ffi::c_int;
use std::sync::OnceLock;

use plenary_plugin_sdk::Manifest;

thread_local! {
    /// The manifest of the plugin that runs on this thread; null: none does. There is nothing in it to be dropped: it is
    /// still there when the thread's other values are gone.
    static RUNNING: Cell<*const Manifest> = const { Cell::new(std::ptr::null()) };
}

/// Tells of the plugin of this name, and gives the exit code.
type Report = Box<dyn Fn(&str) -> u8 + Send + Sync>;

static REPORT: OnceLock<Report> = OnceLock::new();

unsafe extern "C" {
    safe fn atexit(act: extern "C" fn()) -> c_int;
    safe fn _exit(code: c_int) -> !;
}

/// Has `report` told when a plugin ends this process by `exit` while it renders: it is given the plugin's name, and
/// the process ends with the code it returns. Nothing else is run then. The first `report` counts.
///
/// What ends the process by force (`abort`, `_exit`, a signal) is not seen.
pub fn when_a_plugin_exits(report: impl Fn(&str) -> u8 + Send + Sync + 'static) {
    if REPORT.set(Box::new(report)).is_ok() {
        atexit(at_exit);
    }
}

extern "C" fn at_exit() {
    // SAFETY: not null only during `running` on this thread, which borrows the manifest.
    if let (Some(plugin), Some(report)) = (unsafe { RUNNING.get().as_ref() }, REPORT.get()) {
        _exit(report(&plugin.name).into());
    }
}

/// Runs `work`, in which the plugin of this manifest may run.
pub(crate) fn running<R>(plugin: &Manifest, work: impl FnOnce() -> R) -> R {
    struct Back(*const Manifest);
    impl Drop for Back {
        fn drop(&mut self) {
            RUNNING.set(self.0);
        }
    }
    let _back = Back(RUNNING.replace(plugin));
    work()
}
