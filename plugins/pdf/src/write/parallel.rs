//! Work that falls into independent pieces, on every processor there is.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

use plenary_plugin_sdk::RenderError;

/// Each thread sets address space aside, of which a plugin in a process of its own has only so much; and a document has
/// parts that no further thread makes faster.
const MOST_THREADS: usize = 8;

/// What `work` gives for 0, 1 and so on up to `count`, in this order, whichever was done first. Each thread has a tool of
/// its own, which must not change what comes out. A system that gives no further thread has the work done in this one.
///
/// # Errors
/// [`RenderError::Cancelled`] where `cancelled` says so. It is asked on this thread alone, between two pieces of work.
pub(super) fn map<T: Send, Tool>(
    count: usize,
    tool: impl Fn() -> Tool + Sync,
    work: impl Fn(&mut Tool, usize) -> T + Sync,
    cancelled: &dyn Fn() -> bool,
) -> Result<Vec<T>, RenderError> {
    let threads = available_parallelism().map_or(1, usize::from).min(count).min(MOST_THREADS);
    let next = AtomicUsize::new(0);
    let take = |stops: &dyn Fn() -> bool| {
        let (mut done, mut tool) = (Vec::new(), tool());
        loop {
            if stops() {
                // Then there is nothing left for the others either.
                next.store(count, Ordering::Relaxed);
            }
            let nth = next.fetch_add(1, Ordering::Relaxed);
            if nth >= count {
                return done;
            }
            done.push((nth, work(&mut tool, nth)));
        }
    };
    let mut done = scope(|scope| {
        let others: Vec<_> = (1..threads)
            .filter_map(|_| Builder::new().spawn_scoped(scope, || take(&|| false)).ok())
            .collect();
        let mut done = take(cancelled);
        for other in others {
            // A panic goes on in this thread: the caller is who catches it.
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(nth, _)| *nth);
    if done.len() < count {
        return Err(RenderError::Cancelled);
    }
    Ok(done.into_iter().map(|(_, result)| result).collect())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread::sleep;
    use std::time::Duration;

    use super::{RenderError, map};

    #[test]
    fn results_come_in_order() {
        let square = |(): &mut (), nth: usize| nth * nth;
        let squares = (0..1000).map(|nth| nth * nth).collect::<Vec<_>>();
        assert_eq!(map(1000, || (), square, &|| false).unwrap(), squares);
        assert_eq!(map(0, || (), square, &|| false).unwrap(), [0; 0]);
    }

    #[test]
    fn what_is_cancelled_comes_to_nothing() {
        let asked = Cell::new(0);
        let cancelled = || asked.replace(asked.get() + 1) == 2;
        let done = AtomicUsize::new(0);
        // The others have much to do when this thread is asked for the third time.
        let work = |(): &mut (), _| {
            done.fetch_add(1, Ordering::Relaxed);
            sleep(Duration::from_millis(1));
        };
        assert!(matches!(map(100_000, || (), work, &cancelled), Err(RenderError::Cancelled)));
        assert!(done.into_inner() < 100_000);
    }

    #[test]
    fn a_panic_reaches_the_caller() {
        let caught =
            std::panic::catch_unwind(|| map(64, || (), |(), nth| assert!(nth != 40, "forty"), &|| false));
        assert_eq!(*caught.unwrap_err().downcast::<&str>().unwrap(), "forty");
    }
}
