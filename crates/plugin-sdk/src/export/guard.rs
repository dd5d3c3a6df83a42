//! The panic guard: no panic leaves the plugin. A host guards its own work by the same.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static MESSAGE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs `work`; a panic in it is an error that says what was said and where. Nothing is printed, but where panics end the
/// process: then what is printed is all that anybody will know.
///
/// # Errors
/// Where it panics.
pub fn catch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let others = panic::take_hook();
        let is_kept = || GUARDED.get() && cfg!(panic = "unwind");
        panic::set_hook(Box::new(move |info| if is_kept() { keep(info) } else { others(info) }));
    });
    let outer = GUARDED.replace(true);
    MESSAGE.take();
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    outcome.map_err(|payload| {
        let message = MESSAGE.take().unwrap_or_else(|| "a panic without a message".to_owned());
        if !payload.is::<&str>() && !payload.is::<String>() {
            // Forgotten, not dropped: a payload of the plugin's own type could panic again when dropped.
            std::mem::forget(payload);
        }
        message
    })
}

/// Keeps what a panic said for [`catch`].
fn keep(info: &PanicHookInfo<'_>) {
    let payload = info.payload();
    let said =
        payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
    let said = said.unwrap_or("a panic without a message");
    let message = match info.location() {
        Some(at) => format!("{said} ({}:{}:{})", at.file(), at.line(), at.column()),
        None => said.to_owned(),
    };
    MESSAGE.replace(Some(message));
}
